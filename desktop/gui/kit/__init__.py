"""What every screen is made of; knows no screen and no law."""

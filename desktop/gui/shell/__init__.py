"""The window around the screens; knows no screen by name."""

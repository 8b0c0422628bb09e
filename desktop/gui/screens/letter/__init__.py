"""The letter page by page, before it is printed or saved."""

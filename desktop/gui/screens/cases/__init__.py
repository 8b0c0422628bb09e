"""The cases that are open, and the button for a new call."""

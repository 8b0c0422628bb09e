"""The window, offscreen: presenters without Qt, views through what a person can see and do."""

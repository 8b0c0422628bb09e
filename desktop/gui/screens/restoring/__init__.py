"""Bringing back a backup where no case file opens: a new computer, or after a damage."""

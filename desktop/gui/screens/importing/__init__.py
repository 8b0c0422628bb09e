"""Intakes from files: what can be taken, what cannot and why, and then all of it or nothing."""

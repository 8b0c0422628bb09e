"""The call: what is asked on the left, what follows from it on the right."""

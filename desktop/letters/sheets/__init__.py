"""Paper shapes: how the parts of a letter are put down, one shape a module."""

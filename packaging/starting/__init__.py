"""From a bare Python to the running program, with the standard library alone."""

"""The case file as a thing of its own: who opens it, how it locks, its copies, its journal."""

"""The paper helper: which paper is it, and where to look."""

"""A case comes from another computer: the file, the code as it was said, what would be kept."""

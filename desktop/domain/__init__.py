"""The nouns of the clinic: what the words mean. Frozen, and standard library only."""

"""Words for people: marking them here, saying them in a language elsewhere."""

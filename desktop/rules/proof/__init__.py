"""Proving a pack: what must hold of rules before anybody relies on them."""

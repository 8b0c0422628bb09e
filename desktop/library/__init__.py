"""What stands on the shelves: the packs that are shipped, found by listing folders."""

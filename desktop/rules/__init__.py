"""What the law says of a case: facts and packs in, findings out. Silent where nobody knows."""

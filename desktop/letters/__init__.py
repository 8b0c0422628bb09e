"""What the clinic writes: findings in, passages out, and last of all paper."""

"""What people at the clinic do: one file an errand, values in and values out."""

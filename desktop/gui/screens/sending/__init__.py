"""A case goes to another computer: which one, where the file is put, and the code to say."""

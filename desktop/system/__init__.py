"""The machine: time, folders, resources. No client in it."""

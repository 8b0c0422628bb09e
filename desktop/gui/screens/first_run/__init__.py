"""The first start: a name, a passphrase, and a sheet for the day it is forgotten."""

"""The locked door: a passphrase, or the recovery code."""

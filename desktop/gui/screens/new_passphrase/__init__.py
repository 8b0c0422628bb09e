"""After the recovery code: a passphrase of one's own, before anything else is seen."""

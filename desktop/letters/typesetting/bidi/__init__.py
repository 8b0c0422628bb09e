"""Which way each stretch of a line runs: the Unicode Bidirectional Algorithm, UAX #9.

Our own, in plain Python: the libraries that do this on our systems are under
the LGPL, unmaintained, or bring fifteen megabytes along. It is held to
Unicode's own conformance file. Only lines with a letter that runs from the
right come here; all other text is left alone.
"""

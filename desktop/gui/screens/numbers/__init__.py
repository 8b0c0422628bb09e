"""Numbers to call: suggestions until a member has called, and what may then stand on paper."""

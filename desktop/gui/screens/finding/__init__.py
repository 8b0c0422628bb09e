"""One rule and this case: the question, the rule, the facts, the exceptions, the answer."""

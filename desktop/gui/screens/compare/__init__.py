"""Two assessments of one case side by side: now and what if, now and another day, two revisions."""

"""Where cases are kept: one encrypted folder. The only room that speaks SQL."""

"""What only asks for figures, and never counts: summaries, trends, gaps, claims, criteria, what was reported."""

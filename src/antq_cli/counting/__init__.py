"""Counting: tallies of the journal, returns, registers, and their sums up the map of a day."""

"""Books that are too large to be held: counted piece by piece, by several processes, and what is remembered of that."""

"""Files that an office program has saved in its own way, put right: no row is another one afterwards, or none is."""

"""What antq remembers of its answers, outside every book; it loads nothing that a start does not load anyway."""

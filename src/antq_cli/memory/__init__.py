"""What antq remembers, outside every book; it loads nothing that a start does not load anyway."""

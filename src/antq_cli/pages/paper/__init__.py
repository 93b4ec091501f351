"""The parts of a report that are laid out: its tables and annexes."""

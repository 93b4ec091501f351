"""The registry that gathers the rules of all rooms, and the one runner of checks."""

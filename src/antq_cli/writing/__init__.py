"""The one safe way to change a file."""

"""Sheets of office programs, and tables as text: from the bytes of a file to every cell of it, as it stands there."""

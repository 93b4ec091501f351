"""A report put together: its head, its tables and annexes, and all of it as rows for machines."""

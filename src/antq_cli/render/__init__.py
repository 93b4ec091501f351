"""The console, tables, JSON and CSV. The only room, with ``cli``, that knows Rich."""

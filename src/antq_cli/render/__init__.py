"""The terminal, tables, JSON and CSV. The only room that knows Rich, which is asked how wide a sign is."""

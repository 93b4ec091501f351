"""A result as a page: which tables, columns and cells; typed cells that know where their numbers come from."""

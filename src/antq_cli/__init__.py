"""antq: the bookkeeping of a pledge campaign."""

# A constant, not importlib.metadata: reading the metadata costs more than `antq --version` may take.
__version__ = "0.1.0"

"""The engine of the extra ``scale``: it counts with polars what is plain, and leaves the rest to the sieve."""

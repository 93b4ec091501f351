"""A report as a file: each format lays out the one model (`core.report`), and neither counts nor words anything."""


class MissingOfficeError(ImportError):
    """What the extra ``office`` brings is not installed; its ``name`` is that of what is missing."""

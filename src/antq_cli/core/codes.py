"""What codes have in common that people take for one: zeros come and go in spreadsheets, and capitals with hands."""

import re

_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")


def zeroless(codes: str) -> str:
    """Return a code, or several with something between them, in small letters and without zeros before its numbers."""
    return _ZEROS.sub("", codes.lower())

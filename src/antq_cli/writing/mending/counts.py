"""Counts as people write them: read where only one number can be meant."""

import re

_PLAIN = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
# 25.915 and 25 915, as offices write it, also with blanks that do not break.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){1,2}|(?:[ \u00a0\u202f]\d{3}){1,2})", re.ASCII)


def count_meant(cell: str) -> str | None:
    """Return a count as registers have it; None where it may be read in two ways (25.91, 25,915), or is none."""
    if not cell or _PLAIN.fullmatch(cell):
        return cell
    return re.sub(r"\D", "", cell) if _GROUPED.fullmatch(cell) else None

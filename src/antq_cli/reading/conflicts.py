"""Two versions of a file that nobody has brought together."""

import re

from antq_cli.core.findings import Finding, Place
from antq_cli.reading.rules import RULES

# What version control writes between two versions of some lines.
_OURS = re.compile(r"^<{7}(?: .*)?\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: .*)?\r?$", re.MULTILINE)


def conflict_in(path: str, text: str) -> Finding | None:
    """Return the finding on a file in which two versions stand beside each other (F023), None where it is none."""
    begins = _OURS.search(text)
    # The first mark alone may be a line that somebody drew.
    if begins is None or _THEIRS.search(text, begins.end()) is None:
        return None
    line = text.count("\n", 0, begins.start()) + 1
    return Finding(RULES["F023"], Place(path, line, 1), {"n": len(_OURS.findall(text))})

"""Texts as XML holds them: nothing in them is markup, and nothing hides, moves or is no character."""

import re

DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What XML may not hold, or what moves or hides what is beside it; and what XML gives a meaning.
_UNSEEN = (
    r"\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\ud800-\udfff\U000e0000-\U000e007f"
)
_ODD, _HIDDEN = re.compile(f"[&<>{_UNSEEN}]"), re.compile(f"[{_UNSEEN}]")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": " ", "\n": " ", "\r": " "}


def printable(text: str) -> str:
    """Return a text in which nothing hides: what cannot be printed is written as an escape."""
    return _HIDDEN.sub(_written, text)


def shown(text: str) -> str:
    """Return a printable text as the content of an element."""
    return _ODD.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    character = found[0]
    return _WRITTEN.get(character) or character.encode("unicode_escape").decode("ascii")

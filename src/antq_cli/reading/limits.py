"""TOML that goes deeper than any book does is refused: the parser and what comes after it would take hours, or fail.

It stands apart from reading, so that completion, which loads no models, has the same limit.
"""

import re
import tomllib
from collections.abc import Iterable
from typing import Any

# So many names may a key have, and so many values may lie in each other; a book needs six.
DEEPEST = 64
# With ++ and *+ nothing is tried in a second way: else a key that is made for it would take for ever.
_PART = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+"""
# Where a key may begin: in its line, in the brackets of a table's header, in braces.
_DEEP_KEY = re.compile(rf"(?:^[ \t]*+\[{{0,2}}|[{{,])[ \t]*+(?:{_PART}\.[ \t]*+){{{DEEPEST}}}", re.MULTILINE)


class TooDeepError(ValueError):
    """A key has more names, or values lie deeper in each other, than any book needs; ``offset`` is where, if known."""

    def __init__(self, offset: int | None = None) -> None:
        super().__init__()
        self.offset = offset


def loads(text: str) -> dict[str, Any]:
    """Return the values of a TOML document; raises ValueError, of which :class:`TooDeepError` is one."""
    if found := _DEEP_KEY.search(text):
        raise TooDeepError(found.start())
    try:
        values = tomllib.loads(text)
    except RecursionError:
        raise TooDeepError from None
    if _deeper(values):
        raise TooDeepError
    return values


def _deeper(value: object) -> bool:
    """Return whether values lie in each other deeper than may be."""
    level: Iterable[object] = [value]
    for _ in range(DEEPEST):
        level = [each for one in level for each in _inside(one)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[object]:
    """Return those of what lies in a value in which something may lie."""
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [each for each in held if isinstance(each, (dict, list))]

"""Where the keys and values of a TOML document stand. ``tomllib`` reads the document; it does not say where.

This walks a document that ``tomllib`` has accepted, so it may trust the grammar and look only for the ends of things.
"""

import re
from typing import Any

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r"""
    "{3} (?:[^\\]|\\.)*? "{3,5}
    | '{3} .*? '{3,5}
    | " (?:[^"\\\n]|\\.)* "
    | ' [^'\n]* '
    """,
    re.DOTALL | re.VERBOSE,  # a text may end with two quotes of its own before the three
)
# What stands before the text of a string; a line end right after three quotes is not part of it.
_OPENING = re.compile(r"""(?:\"{3}|'{3})(?:\r?\n)?|["']|""")
# Between a day and a time there may be a blank.
_SCALAR = re.compile(r"[^,\]}\s#]+(?: [0-9:.Zz+-]+)?")


class Places:
    """The offsets of a document's keys and values, by path: ``("units", 3, "code")``; of tables, that of their header.

    ``ends`` holds where the values end that are written in one piece. Quotes are not part of a string; of ``extents``
    they are, which hold from where to where such values go.
    ``rows`` holds from where to where the items go of arrays that stand in no table: in their braces, or from the
    header of a table to the end of the last thing in it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._table: Path = ()
        self._lengths: dict[Path, int] = {}
        self.keys: dict[Path, int] = {}
        self.offsets: dict[Path, int] = {(): 0}
        self.ends: dict[Path, int] = {}
        self.extents: dict[Path, tuple[int, int]] = {}
        self.rows: dict[Path, tuple[int, int]] = {}
        self._walk()

    def find(self, path: Path) -> int:
        """Return the offset of a value; of what holds it where the value itself is not written."""
        while path not in self.offsets:
            path = path[:-1]
        return self.offsets[path]

    def _walk(self) -> None:
        self._skip()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                self._header()
            else:
                self._pair(self._table)
            row = self._table[:2]  # tables within a row's table belong to it
            if row[1:] and isinstance(row[1], int):
                self.rows[row] = self.offsets[row], self._at
            self._skip()

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _header(self) -> None:
        start = self._at
        array = self._text.startswith("[[", start)
        self._at += 2 if array else 1
        path = self._keys((), start)
        if array:
            self._lengths[path] = self._lengths.get(path, -1) + 1
            path = self._latest(path)
        self.offsets[path] = start
        self._at = self._text.index("]", self._at) + (2 if array else 1)
        self._table = path

    def _latest(self, path: Path) -> Path:
        """Return the path of the last table so far, where a path is that of an array of tables."""
        return (*path, self._lengths[path]) if path in self._lengths else path

    def _keys(self, path: Path, start: int) -> Path:
        """Walk over dotted keys below a path and return what they name; it has no place yet but ``start``."""
        while True:
            self._skip()
            key, offset = self._key()
            path = (*self._latest(path), key)
            self.keys.setdefault(path, offset)
            self.offsets.setdefault(path, start)
            self._skip()
            if self._text[self._at] != ".":
                return path
            self._at += 1

    def _key(self) -> tuple[str, int]:
        """Return the next key and the offset of its text."""
        start = self._at
        bare = _BARE_KEY.match(self._text, start)
        found = bare or _STRING.match(self._text, start)
        assert found is not None  # tomllib has read the document
        self._at = found.end()
        return (found[0], start) if bare else (unquoted(found[0]), start + 1)

    def _pair(self, table: Path) -> None:
        path = self._keys(table, self._at)
        self._at += 1  # the equals sign
        self._skip()
        self._value(path)

    def _value(self, path: Path) -> None:
        start = self._at
        opening = _OPENING.match(self._text, start)
        assert opening is not None  # the pattern matches the empty text
        self.offsets[path] = opening.end()
        if self._text[start] == "[":
            self._items(path)
        elif self._text[start] == "{":
            self._inline(path)
        else:
            found = _STRING.match(self._text, start) or _SCALAR.match(self._text, start)
            assert found is not None
            self._at = found.end()
        self.ends[path] = self._at - len(opening[0].rstrip())  # what closes a string is as long as what opens it
        self.extents[path] = start, self._at

    def _items(self, path: Path) -> None:
        number = 0
        self._open()
        while self._text[self._at] != "]":
            start = self._at
            self._value((*path, number))
            self.rows[*path, number] = start, self._at
            number += 1
            self._next()
        self._at += 1

    def _inline(self, path: Path) -> None:
        self._open()
        while self._text[self._at] != "}":
            self._pair(path)
            self._next()
        self._at += 1

    def _open(self) -> None:
        self._at += 1
        self._skip()

    def _next(self) -> None:
        self._skip()
        if self._text[self._at] == ",":
            self._open()


def unquoted(written: str) -> str:
    """What a quoted key says once its escapes are resolved, which ``tomllib`` knows best."""
    import tomllib

    table: dict[str, Any] = tomllib.loads(f"{written} = 0")
    return next(iter(table))

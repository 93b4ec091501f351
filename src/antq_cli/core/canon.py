"""The canonical form of a book and its hash: the same where two books say the same, however they are written.

A register is one line with the names of the columns that hold anything, in the order of the contract, and a line for
each row with its cells in that order, sorted by their bytes. NUL stands between cells and CR between lines: no cell can
hold either (F005, F006). The manifest is its parsed TOML as JSON with sorted keys, without what is left out of it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any, NamedTuple

# A bulk register of more rows than this is hashed only where that is asked for.
LARGE = 200_000
_CELL, _LINE = b"\0", b"\r"
_AT_ONCE = 1000  # lines; one text of all would be as large as the register again


class Hashes(NamedTuple):
    """The hashes of what was read of a book: its manifest, each register, and all of it together.

    A register has None where the book lacks it, where it cannot be read, and where it is too large to hash unasked.
    ``content`` is None unless the manifest and every register that the book has are hashed.
    """

    manifest: str | None = None
    registers: Mapping[str, str | None] = MappingProxyType({})
    content: str | None = None

    @property
    def hashed(self) -> int:
        """How many of the registers that were read have a hash."""
        return sum(each is not None for each in self.registers.values())


def canonical_row(cells: Iterable[str]) -> bytes:
    """A row's cells with NUL between them, in UTF-8; the CR between lines is none of it."""
    return "\0".join(cells).encode()


def canonical_rows(text: bytes) -> list[bytes]:
    """Return the lines of the rows of a CSV text that has a row on each line, and no quotes."""
    return text.replace(b",", _CELL).split(b"\n")


def register_hash(names: Iterable[str], rows: Iterable[bytes]) -> str:
    """Return the hash of a register: of the columns that hold anything, and the lines of its rows."""
    from hashlib import sha256  # only what is hashed pays for it

    digest = sha256(canonical_row(names))
    lines = sorted(rows)
    for start in range(0, len(lines), _AT_ONCE):
        digest.update(_LINE.join((b"", *lines[start : start + _AT_ONCE])))
    return f"sha256:{digest.hexdigest()}"


def manifest_hash(values: Mapping[str, Any]) -> str:
    """Return the hash of a manifest, given its TOML as it was parsed."""
    return hash_of_json(values)


def book_hash(manifest: str, registers: Mapping[str, str]) -> str:
    """Return the hash of a whole book, given those of its manifest and of the registers that it has."""
    return hash_of_json({"manifest": manifest, "registers": registers})


def hash_of_json(value: object) -> str:
    """Return the hash of what JSON can hold, whatever the order of its keys; days are written as ISO has them."""
    import json
    from hashlib import sha256

    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_iso)
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def _iso(value: date | time) -> str:
    return value.isoformat()

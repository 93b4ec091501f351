"""Rows dealt out in heaps: where files do not belong together in pairs, what is about one household comes together so.

The heaps stand in a file that has no name: it belongs to this process alone, and is gone with it. Each is a piece, in
which its households have all their rows.
"""

import tempfile
import weakref
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import repeat
from typing import IO

from antq_cli.core.registers import REGISTERS, Register
from antq_cli.reading.apart import BULK
from antq_cli.reading.fast import take
from antq_cli.reading.pieces import Piece, Slice, slices

# So many bytes of registers go into a heap, as far as there are not too many.
HEAP, _MOST = 1_000_000, 1024
# So many bytes of a file are taken apart at a time, or so large a part of all.
SLICE, _SLICES = 1_000_000, 500


class Heaps:
    """Heaps of rows of the bulk registers of some size, by the keys of those whom they are about."""

    def __init__(self, size: int) -> None:
        self.number = max(1, min(_MOST, size // HEAP))
        self._slice = max(SLICE, size // _SLICES)
        self._stand: dict[str, list[list[tuple[int, int]]]] = {name: [[] for _ in range(self.number)] for name in BULK}

    @cached_property
    def _file(self) -> IO[bytes]:
        """Where the heaps stand; raises OSError where no folder takes such a file."""
        # Without a buffer a full disk is noticed at once.
        file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - it is asked as long as the book is
        weakref.finalize(self, file.close)
        return file

    def of(self, key: str) -> int:
        """Return in which heap a key is, the same in all of this process."""
        return hash(key) % self.number

    def deal(self, register: Register, raw: bytes, keys: Callable[[Sequence[str]], Sequence[str]]) -> bool:
        """Deal out the rows of a file; return whether it is proven. Raises OSError where there is no room."""
        for some in self.slices(register, raw):
            if some is None:
                return False
            columns = some.columns
            rows = zip(*(columns.get(column.name, repeat("")) for column in register.columns), strict=False)
            self._put(register.name, keys(columns[register.model.about]), map(",".join, rows))
        return True

    def slices(self, register: Register, raw: bytes) -> Iterator[Slice | None]:
        """Yield the rows of a file, some at a time; None where it is not proven."""
        return slices(register, raw, self._slice)

    def takes(self, register: Register, raw: bytes) -> bool:
        """Return whether the fast path takes a file, some rows at a time."""
        return all(some is not None and _taken(register, some) for some in self.slices(register, raw))

    def _put(self, name: str, keys: Iterable[str], lines: Iterable[str]) -> None:
        dealt: list[list[str]] = [[] for _ in range(self.number)]
        for key, line in zip(keys, lines, strict=True):
            dealt[hash(key) % self.number].append(line)
        raws = ["\n".join([*some, ""]).encode() for some in dealt]
        offset = self._file.seek(0, 2)
        together = b"".join(raws)
        if self._file.write(together) < len(together):
            raise OSError
        for heap, raw in zip(self._stand[name], raws, strict=True):
            if raw:
                heap.append((offset, len(raw)))
            offset += len(raw)

    def piece(self, number: int) -> Piece:
        """Return a heap as a piece."""
        return Piece({name: (f"{name}.csv", self._raw(name, number)) for name in BULK})

    def _raw(self, name: str, number: int) -> bytes:
        found = [",".join(column.name for column in REGISTERS[name].columns).encode(), b"\n"]
        for offset, length in self._stand[name][number]:
            self._file.seek(offset)
            found.append(self._file.read(length))
        return b"".join(found)

    def codes(self, name: str, number: int) -> Collection[str]:
        """Return whom the rows of a heap are about."""
        _, *lines = self._raw(name, number).decode().removesuffix("\n").split("\n")
        about = [column.name for column in REGISTERS[name].columns].index(REGISTERS[name].model.about)
        return {line.split(",")[about] for line in lines}


def _taken(register: Register, some: Slice) -> bool:
    lines = map(",".join, zip(*some.columns.values(), strict=True))
    return take(register, {"": "\n".join([",".join(some.header), *lines, ""]).encode()}) is not None

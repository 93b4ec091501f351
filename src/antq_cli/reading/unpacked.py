"""The parts of a zip file that anybody may have made."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

# Of XML made of a book some forty bytes become one. No part of a paper is larger than this, nor packs better.
_LARGEST, _DENSEST, _SMALL = 1 << 30, 250, 1 << 20
_ENCRYPTED = 0x1  # the bit of a part that needs a password


class ExpandsError(ValueError):
    """The parts of a zip file are larger together than any that is made to be read."""


class LockedError(ValueError):
    """A part of a zip file needs a password."""


class Unpacked:
    """The parts of a zip file, each read when it is asked for.

    :class:`ValueError` says that it is no zip file, or not one that anybody packed to be read: what expands out of
    all proportion is not expanded (:class:`ExpandsError`), nor what is locked (:class:`LockedError`). ``largest`` are
    the bytes of all parts together, ``densest`` how many may come out of one; no part may bear the name of another.
    """

    def __init__(self, data: bytes, largest: int = _LARGEST, densest: int = _DENSEST) -> None:
        try:
            self._archive = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise ValueError("no zip file") from error
        parts = self._archive.infolist()
        if any(about.flag_bits & _ENCRYPTED for about in parts):
            raise LockedError("locked")
        if any(about.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for about in parts):
            raise ValueError("packed as no document is")
        self._sizes = {about.filename: about.file_size for about in parts}
        if len({name.casefold() for name in self._sizes}) < len(parts):
            raise ValueError("two parts of one name")
        if sum(self._sizes.values()) > min(largest, _SMALL + densest * len(data)):
            raise ExpandsError("it expands out of all proportion")

    @property
    def names(self) -> list[str]:
        """The names of its parts, sorted."""
        return sorted(self._sizes)

    def part(self, name: str) -> bytes:
        """Return a part; :class:`ValueError` where there is none, or it cannot be unpacked."""
        try:
            return self._archive.read(name)
        except (KeyError, BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
            raise ValueError(f"no part {name}") from error

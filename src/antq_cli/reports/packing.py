"""Zip files that are the same for the same parts, and parts out of zip files that anybody may have made."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

# The first day that a zip file can name; the file was packed on no day.
_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o644 << 16
# Of XML made of a book some forty bytes become one. No part of a paper is larger than this, nor packs better.
_LARGEST, _DENSEST, _SMALL = 1 << 30, 250, 1 << 20


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of some parts by their names, in the order of these; the same bytes for the same parts.

    The compression is zlib's, so that another version of it may pack the same into other bytes.
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in sorted(parts):
            about = ZipInfo(name, _DAY)
            about.create_system, about.external_attr = _UNIX, _MODE
            archive.writestr(about, parts[name], ZIP_DEFLATED, 6)
    return buffer.getvalue()


class Unpacked:
    """The parts of a zip file, each read when it is asked for.

    :class:`ValueError` says that it is no zip file, or not one that anybody packed to be read: what expands out of
    all proportion is not expanded.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise ValueError("no zip file") from error
        if any(about.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for about in self._archive.infolist()):
            raise ValueError("packed as no document is")
        self._sizes = {about.filename: about.file_size for about in self._archive.infolist()}
        if sum(self._sizes.values()) > min(_LARGEST, _SMALL + _DENSEST * len(data)):
            raise ValueError("it expands out of all proportion")

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

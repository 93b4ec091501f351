"""Zip files that are the same for the same parts; how parts are read again, `reading` knows."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from antq_cli.reading.unpacked import Unpacked

__all__ = ["Unpacked", "pack"]

# The first day that a zip file can name; the file was packed on no day.
_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o644 << 16


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

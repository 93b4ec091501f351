"""In what coding a file of an office is written, told by its bytes alone."""

import re
import unicodedata
from typing import Literal, NamedTuple

Coding = Literal["utf-8", "utf-8-bom", "utf-16", "windows-1258"]
# The letters with which Vietnamese is written, as windows-1258 gives them once they are composed; signs of an office.
_VIETNAMESE = re.compile(
    "[\\x20-\\x7e\\t\\r\\n\u00a0€…–—‘’“”•°²³½§№×ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ₫«»]*"
)
# What no Vietnamese word has, and every one has in VNI: two signs for one letter.
_TWO_FOR_ONE = re.compile("[aeiouy]ù|[aeo][âêôõ]", re.IGNORECASE)
# The bytes of UTF-16 without a mark: every second one of a header is NUL.
_WIDE = re.compile(rb"(?:[\x09-\x7e]\x00){4}|(?:\x00[\x09-\x7e]){4}")


class Decoded(NamedTuple):
    """A text, in NFC, the coding that it was in, and how many of its lines were not composed."""

    text: str
    coding: Coding
    composed: int


def decoded(raw: bytes) -> Decoded | None:
    """Return the text of a file, None where it is in no coding of which that can be told (TCVN3 and VNI are none)."""
    found = _text(raw)
    if found is None:
        return None
    text, coding = found
    composed = unicodedata.normalize("NFC", text)
    if coding == "windows-1258":
        vietnamese = _VIETNAMESE.fullmatch(composed) and not _TWO_FOR_ONE.search(composed)
        return Decoded(composed, coding, 0) if vietnamese else None
    changed = sum(not unicodedata.is_normalized("NFC", line) for line in text.split("\n"))
    return Decoded(composed, coding, changed)


def _text(raw: bytes) -> tuple[str, Coding] | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in("utf-16", raw, "utf-16")
    if _WIDE.match(raw):
        return _in("utf-16-be" if raw[:1] == b"\0" else "utf-16-le", raw, "utf-16")
    if raw.startswith(b"\xef\xbb\xbf"):
        return _in("utf-8-sig", raw, "utf-8-bom")
    return _in("utf-8", raw, "utf-8") or _in("windows-1258", raw, "windows-1258")


def _in(codec: str, raw: bytes, coding: Coding) -> tuple[str, Coding] | None:
    try:
        return raw.decode(codec), coding
    except UnicodeDecodeError:
        return None

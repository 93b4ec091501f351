"""Which letters the bytes of a text are: told by the bytes alone, and never guessed."""

import codecs
import re
import unicodedata
from typing import Literal

from antq_cli.core.values import Said
from antq_cli.reading.sheets.rules import refusal
from antq_cli.words.syllables import vietnamese

Encoding = Literal["utf-8", "utf-16", "windows-1258"]
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# What stands in no text: zero bytes are those of another coding, and of what is none at all.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_LEGACY: Encoding = "windows-1258"


def decoded(source: str, raw: bytes, encoding: Encoding | None = None) -> str:
    """Return a text as its letters; what comes from windows-1258 is composed.

    A byte order mark tells, then strict UTF-8, then the zero bytes of UTF-16, then whether nothing but Vietnamese comes
    out of windows-1258. What is in none of these is refused (I007).
    """
    marked = next((coding for mark, coding in _MARKS.items() if raw.startswith(mark)), None)
    try:
        if marked is not None:
            text = raw.decode(marked)
        elif encoding is not None:
            text = _as(raw, encoding)
        else:
            text = _found_out(raw)
    except UnicodeDecodeError as error:
        raise refusal("I007", source, byte=f"0x{raw[error.start]:02X}", guess=Said("guess", "legacy")) from None
    if control := _CONTROL.search(text):
        raise refusal("I007", source, byte=f"0x{ord(control[0]):02X}", guess=Said("guess", "binary"))
    return text


def _found_out(raw: bytes) -> str:
    if b"\0" in raw:
        # The upper halves of separators and line ends are zero: the second byte of each in the little-endian kind.
        return raw.decode("utf-16-le" if raw[1::2].count(0) >= raw[::2].count(0) else "utf-16-be")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        if not vietnamese(text := _as(raw, _LEGACY)):
            raise
        return text


def _as(raw: bytes, encoding: Encoding) -> str:
    text = raw.decode(encoding)
    return unicodedata.normalize("NFC", text) if encoding == _LEGACY else text

"""In what coding a text of an office is written: told by its bytes, where they leave no choice, or by whoever knows.

It is the one place where that is decided, for sheets that come in and for files that are mended.
"""

import codecs
import unicodedata
from typing import Literal, NamedTuple

from antq_cli.reading.legacy import readings
from antq_cli.words.syllables import all_possible, words

Coding = Literal["utf-8", "utf-8-bom", "utf-16", "windows-1258"]
# Those that may be named; of UTF-8 nobody has to know whether it begins with a mark.
Encoding = Literal["utf-8", "utf-16", "windows-1258"]
# The tones that windows-1258 has as bytes of their own, behind the vowel: its signature.
_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
# Signs that offices write beside letters; in other codings the bytes of many others are letters.
_SIGNS = frozenset("\u00a0€…–—‘’“”•₫")
# The marks that a text may begin with, each with the codec that takes it off.
_MARKS: tuple[tuple[bytes, str, Coding], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8-bom"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
# Of letters in a table at least one in so many is ASCII: digits, what stands between cells, most letters of names.
_ASCII = 4


class Decoded(NamedTuple):
    """A text as it stands in the file, and the coding that it was in."""

    text: str
    coding: Coding


def decoded(raw: bytes, said: Encoding | None = None) -> Decoded | None:
    """Return the text of a file, None where it is in no coding of which that can be told, or not in the one ``said``.

    A mark at the beginning says more than anybody. windows-1258 is told only by proof, for there is no byte that TCVN3
    and VNI do not have as well. It has letters and tones apart: its text is not in NFC.
    """
    if not raw:
        return Decoded("", said or "utf-8")
    for mark, codec, coding in _MARKS:
        if raw.startswith(mark):
            return _in(codec, raw, coding)
    if said == "windows-1258":
        return _in("cp1258", raw, said)
    text = None if said == "utf-8" else _utf16(raw)
    if text is None and said != "utf-16":
        text = _in("utf-8", raw, "utf-8")
    if text is None and said is None:
        text = _in("cp1258", raw, "windows-1258")
        return text if text is not None and _proven(raw, text.text) else None
    return text


def odd_byte(raw: bytes) -> int:
    """Return the byte of a text at which it is seen that it is not in UTF-8; the first one of what is."""
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return raw[error.start]
    return raw[0]


def _utf16(raw: bytes) -> Decoded | None:
    """Return a text in UTF-16 without a mark: of many letters the upper byte is NUL, the first or the second one."""
    first, second, letters = raw[::2].count(0), raw[1::2].count(0), len(raw) // 2
    if not letters or max(first, second) * _ASCII < letters:
        return None
    return _in("utf-16-be" if first > second else "utf-16-le", raw, "utf-16")


def _in(codec: str, raw: bytes, coding: Coding) -> Decoded | None:
    try:
        return Decoded(raw.decode(codec), coding)
    except UnicodeDecodeError:
        return None


def _proven(raw: bytes, text: str) -> bool:
    """Return whether bytes must be windows-1258: in it every word can be one, and in no other coding they all can."""
    composed = unicodedata.normalize("NFC", text)
    if _TONES.isdisjoint(text) or not _is_vietnamese(composed):
        return False
    others = (other for other in readings(raw) if other != composed)
    return not any(all_possible({*words(other)}) for other in others)


def _is_vietnamese(composed: str) -> bool:
    several = {*words(composed)}
    beside = {sign for sign in composed if not sign.isascii()} - {*"".join(several)}
    return beside <= _SIGNS and all_possible(several) and all(map(_in_one_case, several))


def _in_one_case(word: str) -> bool:
    """Return whether a word is in small letters or in capitals, but for its first: other codings mix them."""
    return word.islower() or word.isupper() or word[1:].islower()

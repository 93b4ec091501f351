"""In what coding a file of an office is written: told by its bytes, where they leave no choice, or by whoever knows."""

import re
import unicodedata
from typing import Literal, NamedTuple

from antq_cli.writing.mending.legacy import readings
from antq_cli.writing.mending.syllables import all_possible, words

Coding = Literal["utf-8", "utf-8-bom", "utf-16", "windows-1258"]
# Those that may be named; of UTF-8 nobody has to know whether it begins with a mark.
Encoding = Literal["utf-8", "utf-16", "windows-1258"]
# The tones that windows-1258 has as bytes of their own, behind the vowel: its signature.
_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
# Signs that offices write beside letters; in other codings the bytes of many others are letters.
_SIGNS = frozenset("\u00a0€…–—‘’“”•₫")
# The bytes of UTF-16 without a mark: every second one of a header is NUL.
_WIDE = re.compile(rb"(?:[\x09-\x7e]\x00){4}|(?:\x00[\x09-\x7e]){4}")


class Decoded(NamedTuple):
    """A text as it stands in the file, and the coding that it was in."""

    text: str
    coding: Coding


def decoded(raw: bytes, said: Encoding | None = None) -> Decoded | None:
    """Return the text of a file, None where it is in no coding of which that can be told, or not in the one ``said``.

    windows-1258 is told only by proof, for there is no byte that TCVN3 and VNI do not have as well.
    """
    if said == "windows-1258":
        return _in("cp1258", raw, "windows-1258")
    text = None if said == "utf-8" else _utf16(raw)
    if text is None and said != "utf-16":
        text = _utf8(raw)
    if text is None and said is None:
        text = _in("cp1258", raw, "windows-1258")
        return text if text is not None and _proven(raw, text.text) else None
    return text


def _utf8(raw: bytes) -> Decoded | None:
    if raw.startswith(b"\xef\xbb\xbf"):
        return _in("utf-8-sig", raw, "utf-8-bom")
    return _in("utf-8", raw, "utf-8")


def _utf16(raw: bytes) -> Decoded | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in("utf-16", raw, "utf-16")
    if _WIDE.match(raw):
        return _in("utf-16-be" if raw[:1] == b"\0" else "utf-16-le", raw, "utf-16")
    return None


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

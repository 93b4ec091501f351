"""What a text that somebody wrote looks like, and what two that differ in case, tones or diacritics have in common."""

import re
import unicodedata

_LOOK_ALIKES = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư", "’": "'"}
# Of no width: soft hyphen, joiners, marks of direction, byte order mark, variation selectors.
_INVISIBLE = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_MAPPED = re.compile(rf"[{''.join(_LOOK_ALIKES)}{_INVISIBLE}]")
_ODD_SPACE = re.compile(r"[^\S ]")
# Both places are in use, hóa and hoá; the u of qu is no vowel, and quý is written in one way only.
# In NFD: a tone on the first vowel of an open syllable in oa, oe or uy.
_EARLY_TONE = re.compile(r"(?<!q)(o(?=.[ae])|u(?=.y))([\u0300\u0301\u0303\u0309\u0323])(.)(?![^\W\d_]|[\u0300-\u036f])")


def read(written: str) -> str:
    """Return a text in NFC, with the letters and the spaces that it looks to have, and none at its ends."""
    if not written.isascii():
        written = unicodedata.normalize("NFC", _MAPPED.sub(lambda found: _LOOK_ALIKES.get(found[0], ""), written))
    return " ".join(written.split())


def normalised(written: str) -> str | None:
    """Return a text as it was read where look-alikes or what cannot be seen had to be mapped, else None."""
    return read(written) if _MAPPED.search(written) or _ODD_SPACE.search(written) else None


def fold(name: str) -> str:
    """Return what names have in common that differ in case, or in the place of a tone: Thanh Hóa and Thanh Hoá."""
    text = read(name)
    if text.isascii():
        return text.lower()
    # Unicode's own way to compare whatever the case (D145): taken apart before and after.
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    return unicodedata.normalize("NFC", _EARLY_TONE.sub(r"\1\3\2", apart))


def bare(name: str) -> str:
    """Return a folded name without diacritics; đ is written d."""
    text = fold(name)
    if text.isascii():
        return text
    letters = (one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return read("".join(letters).replace("đ", "d"))


def plain(text: str) -> str:
    """Return a text without the marks of its letters, in the case that they have."""
    # đ is a letter of its own: Unicode does not take it apart into a d and a mark.
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def as_heading(name: str) -> str:
    """Return the name of a column in small letters, without diacritics, blanks, dots, hyphens and underscores."""
    return re.sub(r"[\s_.-]", "", plain(name.casefold()))

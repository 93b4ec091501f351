"""The order of Vietnamese names: letters of the alphabet first, then tones, then case; numbers by their value."""

import re
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
# Combining marks of the tones, in their order: level, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
# Numbers, and what stands between words, by themselves.
_PIECES = re.compile(r"(\d+|\W)")

Place = tuple[int, int, str]
Key = tuple[tuple[Place, ...], tuple[int, ...], tuple[bool, ...], str]


def order(name: str) -> Key:
    """Return the key by which names are sorted: Ba, Bà, Bả, Bã, Bá, Bạ; Đồi after Dân; Thôn 2 before Thôn 10.

    A tone is the syllable's, wherever it is written: Hòa and Hoà stand together.
    """
    name = unicodedata.normalize("NFC", name)  # or a mark by itself would part a syllable in two
    letters: list[Place] = []
    tones: list[int] = []
    cases: list[bool] = []
    for piece in _PIECES.split(name):
        if piece.isdecimal():
            letters.append(_number(piece))
            continue
        apart = [_apart(character) for character in piece]
        letters += [_place(letter) for letter, _ in apart]
        tones.append(max((tone for _, tone in apart), default=0))
        cases += [character.isupper() for character in piece]
    return tuple(letters), tuple(tones), tuple(cases), name


def _number(digits: str) -> Place:
    """Return where a number stands: by its value, which may have more digits than Python makes an int of."""
    value = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return (1, len(value), value)


def _apart(character: str) -> tuple[str, int]:
    """Return a letter without its tone, and the tone."""
    tone = 0
    kept = ""
    for mark in unicodedata.normalize("NFD", character.lower()):
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            kept += mark
    return unicodedata.normalize("NFC", kept), tone


def _place(letter: str) -> Place:
    """Return where a letter stands: spaces and signs first, then numbers, then the alphabet, then all else."""
    if letter in _RANK:
        return (2, _RANK[letter], "")
    return (0 if len(letter) == 1 and not letter.isalpha() else 3, 0, letter)

"""The order of Vietnamese names: letters of the alphabet first, then tones, then case; numbers by their value."""

import re
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
# Combining marks of the tones, in their order: level, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_WORDS = re.compile(r"(\d+)")

Key = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...], str]


def order(name: str) -> Key:
    """Return the key by which names are sorted: Ba, Bà, Bả, Bã, Bá, Bạ; Đồi after Dân; Thôn 2 before Thôn 10."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    cases: list[bool] = []
    for piece in _WORDS.split(unicodedata.normalize("NFC", name)):
        if piece.isdecimal():
            letters.append((1, int(piece)))
            continue
        for character in piece:
            letter, tone = _apart(character)
            letters.append(_place(letter))
            tones.append(tone)
            cases.append(character.isupper())
    return tuple(letters), tuple(tones), tuple(cases), name


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


def _place(letter: str) -> tuple[int, int]:
    """Return where a letter stands: spaces and signs first, then numbers, then the alphabet, then all else."""
    if letter in _RANK:
        return (2, _RANK[letter])
    return (0, ord(letter)) if len(letter) == 1 and not letter.isalpha() else (3, ord(letter[0]) if letter else 0)

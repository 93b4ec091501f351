"""How wide a text is in bold Times, as far as that can be known without the font."""

import unicodedata

# Of letters of the same width the width in thousandths of their size; a Vietnamese letter is as wide as its base.
_WIDTHS = {
    250: " .,",
    278: "il/",
    333: "fjt-()[]:;",
    389: "sI",
    444: "rcez",
    500: "aogvxyJ0123456789–_*",
    556: "bdđhknpquS±",
    611: "FP",
    667: "BELTZ",
    722: "wACDĐNRUVXY",
    778: "GHKOQ",
    833: "m",
    944: "M",
    1000: "W%—…",
}
_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 600
# How wide letters are that are not bold, on the average.
_REGULAR = 0.93


class _Letters(dict[str, int]):
    """The width of each letter that was asked for."""

    def __missing__(self, character: str) -> int:
        self[character] = wide = _OF.get(unicodedata.normalize("NFD", character)[0], _OTHER)
        return wide


_LETTERS = _Letters()


def width(text: str, size: float) -> int:
    """Return how wide a text of a size in points is, in twips."""
    return round(sum(map(_LETTERS.__getitem__, text)) * size / 50)


def lines(text: str, wide: int, size: float, *, bold: bool = True) -> int:
    """Return on how many lines a text stands within a width in twips; a word that is too long for one is broken."""
    size = size if bold else size * _REGULAR
    told, left = 1, wide
    for word in text.split():
        need = width(word, size)
        if left < wide and need > left:
            told, left = told + 1, wide
        broken = max(0, -(-need // max(1, wide)) - 1)
        told, left = told + broken, left - need + broken * wide - width(" ", size)
    return told

"""How wide a text is in bold Times, as far as that can be known without the font."""

import unicodedata
from functools import lru_cache

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


@lru_cache(maxsize=1000)
def _letter(character: str) -> int:
    return _OF.get(unicodedata.normalize("NFD", character)[0], _OTHER)


def width(text: str, size: float) -> int:
    """Return how wide a text of a size in points is, in twips."""
    return round(sum(map(_letter, text)) * size / 50)

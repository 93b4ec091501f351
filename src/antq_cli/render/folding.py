"""Text in lines of a width: folded at blanks, and in a cell also a word that is wider than that.

Widths are places on a terminal, of which a wide sign takes two.
"""

import re
import shutil

# A narrower terminal is written on as if it were so wide.
_NARROWEST = 40
_WORD = re.compile(r" *[^ ]+")
# Where a word that is wider than a line goes on in the next one. Numbers and codes stay whole, ranges of days do not.
_SEAM = re.compile(r"(?<=[-/@._:])(?=[^\W\d_])|(?<=–)")
# Signs of one place, which is nearly all that is ever written here: only others have to be looked up.
_NARROW = re.compile(r"[\x20-\u02ff\u1e00-\u1fff\u2010-\u2027\u2030-\u22ff\u2500-\u25ff]*")
# What shows where something lies in a tree: in the second line of a cell the branches go on.
_BRANCHES = re.compile(r"[ │├└─]+")
_ONWARD = str.maketrans("├└─", "│  ")
# A cell is folded into no less than this behind its branches.
_LEAST = 8


def terminal_width() -> int:
    """Return how wide the terminal is, or what COLUMNS says; 80 where there is none."""
    return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def places(text: str) -> int:
    """Return how many places of a terminal a text takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # who writes no wide sign does without Rich

    return cell_len(text)


def longest(text: str) -> int:
    """Return how wide the widest part of a text is that is never broken."""
    indent = len(text) - len(text.lstrip(" "))  # stands in front of the first word, wherever the line ends
    first = max(map(places, _SEAM.split((_WORD.findall(text) or [""])[0].lstrip())), default=0)
    words = (places(piece) for word in _WORD.findall(text) for piece in _SEAM.split(word.lstrip()))
    return max((indent + first, *words))


def beginning(text: str, width: int) -> str:
    """Return as much of the beginning of a text as there is room for."""
    text = text[: max(width, 0)]
    while places(text) > width:
        text = text[:-1]
    return text


def folded(text: str, width: int, hang: str = "", *, broken: bool = False) -> list[str]:
    """Return a text in lines of a width; every line but the first begins with what they hang on.

    A word that is wider than a line is ``broken`` in a cell; in a sentence it is a path, which is to be copied.
    """
    lines, line, used = [], "", 0
    for piece in _pieces(text, width - places(hang)) if broken else _WORD.findall(text):
        used += places(piece)
        if line.strip(" ") and used > width:
            lines.append(line)
            line = hang + piece.lstrip(" ")
            used = places(line)
        else:
            line += piece
    return [*lines, line]


def _pieces(text: str, width: int) -> list[str]:
    """Return the words of a text, each with the blanks before it; those wider than a line in parts."""
    words: list[str] = []
    for word in _WORD.findall(text):
        words += [word] if places(word.lstrip(" ")) <= width else _parts(word, width)
    return words


def _parts(word: str, width: int) -> list[str]:
    parts: list[str] = []
    for part in _SEAM.split(word):
        parts += [part] if places(part.lstrip(" ")) <= width else _chopped(part, width)
    return parts


def _chopped(part: str, width: int) -> list[str]:
    """Return what has no seam and is wider than a line in pieces of its width: it has to be read somehow."""
    chopped = [""]
    for sign in part:
        if places((chopped[-1] + sign).lstrip(" ")) > width:
            chopped.append("")
        chopped[-1] += sign
    return chopped


def indented(text: str, width: int) -> list[str]:
    """Return the text of a cell in lines of a width: those below the first hang on its indent and its branches."""
    found = _BRANCHES.match(text)
    before = found[0] if found and width - len(found[0]) >= _LEAST else ""
    return folded(text, width, before.translate(_ONWARD), broken=True)

"""Text for people: register values as what they are, and bars."""

import re
import unicodedata
from collections.abc import Sequence

_STEPS = "▁▂▃▄▅▆▇█"
TRACK, MARK = "░", "┃"
_EIGHTHS = " ▏▎▍▌▋▊▉█"
# Controls (among them ESC and the C1 codes) and formats (among them the marks of direction): never obeyed, but shown.
_UNSEEN = re.compile(r"[^\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u05ff\u1e00-\u1fff\u2500-\u2bff]")

# What is no character at all; XML may not hold it.
_NO_CHARACTERS = "\ufffe\uffff"


def visible(value: str) -> str:
    """Return a text in which nothing moves the cursor or hides: controls and formats are written as escapes."""
    return _UNSEEN.sub(_escaped, value)


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    hides = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    if not hides and character not in _NO_CHARACTERS:
        return character
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def bar(num: int, den: int, width: int) -> str:
    """Return a bar of ``width`` characters at most in eighths: empty only for 0, full only from num = den on."""
    full = 8 * width
    eighths = min(full, full * num // den) if den else 0
    if num and not eighths:
        eighths = 1
    if num < den and eighths == full:
        eighths = full - 1
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def on_track(filled: str, width: int, target: int | None) -> str:
    """Return a bar on its track of ``width`` characters, with a mark at a target in hundredths of a percent."""
    whole = filled + TRACK * (width - len(filled))
    if target is None:
        return whole
    at = min(width - 1, target * width // 10_000)
    return whole[:at] + MARK + whole[at + 1 :]


def line(rates: Sequence[tuple[int, int] | None], width: int) -> str:
    """Return rates over time as a line from 0 to 100 %, of ``width`` characters at most; a dot where none is known.

    Of more rates than there is room for some are left out, evenly; the first and the last never are.
    """
    if len(rates) > width:
        rates = [rates[n * (len(rates) - 1) // (width - 1)] for n in range(width)] if width > 1 else rates[-1:]
    return "".join("·" if rate is None else _height(*rate) for rate in rates)


def _height(num: int, den: int) -> str:
    return _STEPS[min(len(_STEPS) - 1, len(_STEPS) * num // den)]

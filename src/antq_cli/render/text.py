"""Text for people: bars, and rates over time."""

from collections.abc import Sequence

_STEPS = "▁▂▃▄▅▆▇█"
TRACK, MARK = "░", "┃"
_EIGHTHS = " ▏▎▍▌▋▊▉█"


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

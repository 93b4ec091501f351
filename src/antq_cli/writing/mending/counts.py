"""Counts as people write them: read where only one number can be meant."""

import re
from typing import Literal, NamedTuple

from antq_cli.reading.forms import grouped

_PLAIN = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_ZEROS = re.compile(r"0+\d+", re.ASCII)
_FRACTION = re.compile(r"(\d{1,9})[.,](\d{1,9})", re.ASCII)


# Why nobody can tell which count is meant.
Doubted = Literal["two", "zero", "none"]


class Doubt(NamedTuple):
    """Why a count is not read: it may be ``whole`` or have decimals, it begins with a zero, or it is no number."""

    why: Doubted
    whole: str = ""


def count_meant(cell: str) -> str | Doubt:
    """Return a count as registers have it, or why nobody can tell it."""
    if not cell or _PLAIN.fullmatch(cell):
        return cell
    return grouped(cell) or _doubt(cell)


def _doubt(cell: str) -> Doubt:
    if found := _FRACTION.fullmatch(cell):
        return Doubt("two", found[1] + found[2])
    return Doubt("zero") if _ZEROS.fullmatch(cell) else Doubt("none")

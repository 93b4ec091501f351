"""What people read, line by line: runs of text, each in one style, as a terminal, or a file, shows them."""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO

from antq_cli.render.folding import terminal_width
from antq_cli.render.streams import is_terminal

# What a terminal is told to begin a style, by each of its words; and to end any.
_CODES = {"bold": "1", "dim": "2", "italic": "3", "red": "31", "magenta": "35", "cyan": "36"}
_PLAIN = "\x1b[0m"


class Run(NamedTuple):
    """A text without line ends, and its style: some words, or none."""

    text: str
    style: str = ""


# A line.
Runs = Sequence[Run]
BLANK: Runs = ()


class Console(NamedTuple):
    """How many places a line has, and whether it shows styles."""

    width: int
    styled: bool


def console_for(stream: TextIO | None) -> Console:
    """Return how a stream shows what is drawn; None stands for a file."""
    return Console(terminal_width(), is_terminal(stream) and not os.environ.get("NO_COLOR"))


def drawn(console: Console, lines: Iterable[Runs]) -> str:
    """Return what lines look like on a console, without blanks at their ends."""
    show = _styled if console.styled else _text
    return "".join(f"{''.join(map(show, line)).rstrip(' ')}\n" for line in lines)


def _text(run: Run) -> str:
    return run.text


def _styled(run: Run) -> str:
    codes = ";".join(sorted(map(_CODES.__getitem__, run.style.split())))
    return f"\x1b[{codes}m{run.text}{_PLAIN}" if codes and run.text else run.text

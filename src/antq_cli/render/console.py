"""The console on which pages and findings are drawn."""

import io
import os
from typing import TextIO

from rich.console import Console, Group, RenderableType

from antq_cli.render.folding import terminal_width
from antq_cli.render.streams import is_terminal


def console_for(stream: TextIO | None) -> Console:
    """Return a console that draws into memory as a stream would show it; None stands for a file."""
    terminal = is_terminal(stream)
    colour = terminal and not os.environ.get("NO_COLOR")
    return Console(
        file=io.StringIO(),
        width=terminal_width(),
        height=100,  # under TERM=dumb Rich heeds a width only where a height is given as well
        force_terminal=terminal,
        color_system="standard" if colour else None,
        no_color=not colour,
        # Rich would read [bold] and :smile: in a name for what they mean to it.
        markup=False,
        emoji=False,
        highlight=False,
        # It is drawn into memory, which knows nothing of the old console of Windows.
        legacy_windows=False,
    )


def drawn(console: Console, *parts: RenderableType, wrap: bool = True) -> str:
    """Return what parts look like on a console, without blanks at the ends of lines."""
    console.print(Group(*parts), soft_wrap=not wrap, crop=False)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().removesuffix("\n").split("\n")
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)

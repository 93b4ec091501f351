"""Where a command line is asked: the folder, the variables, the terminal, Python. It is told for memory alone."""

import os
import sys

from antq_cli import __version__

TYPE_CHECKING = False  # as in `witness`
if TYPE_CHECKING:
    from typing import Any, TextIO

# The variables that antq and Rich read, and that may change an answer.
VARIABLES = (
    *("ANTQ_BOOK", "ANTQ_LANG", "ANTQ_TODAY", "LC_ALL", "LC_MESSAGES", "LANG", "TZ"),
    *("COLUMNS", "LINES", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR"),
    *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "UNICODE_VERSION"),
)
# By which of them it is said that nothing is to be remembered, and how.
SWITCH, OFF = "ANTQ_CACHE", ("off", "0", "no", "false")


def is_off() -> bool:
    """Return whether the environment says that nothing is to be remembered."""
    return os.environ.get(SWITCH, "").lower() in OFF


def surroundings() -> "tuple[Any, ...]":
    """Return what beside the line itself decides what antq says, and no look at the system tells; raises OSError."""
    variables = [os.environ.get(name) for name in VARIABLES]
    terminals = sys.stdout.isatty(), sys.stderr.isatty(), _size(sys.__stdout__)
    python = (sys.prefix, sys.flags.optimize, sys.getfilesystemencoding())
    return os.getcwd(), variables, terminals, python, *versions()  # noqa: PTH109 - pathlib loads too much


def versions() -> tuple[str, str]:
    """Return by which Python and by which antq something is found out."""
    return sys.version, __version__


def _size(stream: "TextIO | None") -> tuple[int, int] | None:
    """Return how large the terminal of a stream is; None where there is none."""
    try:
        return None if stream is None else (*os.get_terminal_size(stream.fileno()),)
    except (OSError, ValueError):
        return None


def cache_folder() -> str | None:
    """Return where programs of this platform keep what they can do without; None where nobody has a home."""
    home = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "HOME", "")
    asked = os.environ.get("XDG_CACHE_HOME", "")
    if sys.platform not in ("win32", "darwin") and os.path.isabs(asked):  # noqa: PTH117 - as above
        return asked
    if not os.path.isabs(home) or not os.path.isdir(home):  # noqa: PTH112, PTH117 - a home that is not there is none
        return None
    inside = {"win32": (), "darwin": ("Library", "Caches")}.get(sys.platform, (".cache",))
    return os.path.join(home, *inside)  # noqa: PTH118 - as above

"""stdout and stderr as antq writes them: UTF-8 with LF, whatever the platform's encoding and line ends are.

It stands apart from what is written, so that a text that is no outcome, such as a page of help, loads no models; and it
loads nothing itself, since an answer that is remembered is written from here as well.
"""

import errno
import os
import sys

from antq_cli.memory import witness

TYPE_CHECKING = False  # what `typing` costs to load is half of what a remembered answer costs
if TYPE_CHECKING:
    from typing import TextIO


def is_terminal(stream: "TextIO | None") -> bool:
    """Return whether somebody reads a stream on a terminal that can move its cursor; None stands for a file."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def write_stdout(text: str) -> None:
    """Write text to stdout; raises OSError where there is none, or nothing more goes into it."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    # A path may hold bytes that are no text: they are shown as escapes, and fail nothing.
    _write(sys.stdout, text.encode("utf-8", "backslashreplace"), aside=False)


def write_stderr(text: str, *, passing: bool = False) -> None:
    """Write text to stderr; who has closed it, or the pipe behind it, wants to hear nothing.

    What is ``passing``, such as how far something has come, is no part of the answer, and is not told again.
    """
    if sys.stderr is None:
        return
    try:
        _write(sys.stderr, text.encode("utf-8", "backslashreplace"), aside=True, passing=passing)
    except BrokenPipeError:
        return


def repeated(said: list[tuple[bool, bytes]]) -> bool:
    """Say once more what was said, on stdout and, ``aside``, on stderr; return whether it could be begun.

    Who closes a pipe has seen enough, as when it was said for the first time.
    """
    for number, (aside, raw) in enumerate(said):
        try:
            _write(sys.stderr if aside else sys.stdout, raw, aside=aside)
        except BrokenPipeError:
            break
        except OSError:
            if number:
                raise
            return False
    return True


def _write(stream: "TextIO", raw: bytes, *, aside: bool, passing: bool = False) -> None:
    try:
        stream.flush()
        stream.buffer.write(raw)
        stream.buffer.flush()
    except OSError:  # who has heard half of it is not to be remembered as who has heard it
        witness.spoil()
        raise
    if not passing:
        witness.hear(raw, aside=aside)

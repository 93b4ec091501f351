"""stdout and stderr as antq writes them: UTF-8 with LF, whatever the platform's encoding and line ends are.

It stands apart from what is written, so that a text that is no outcome, such as a page of help, loads no models.
"""

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether somebody reads a stream on a terminal that can move its cursor; None stands for a file."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def write_stdout(text: str) -> None:
    """Write text to stdout; raises OSError where there is none, or nothing more goes into it."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.flush()
    # A path may hold bytes that are no text: they are shown as escapes, and fail nothing.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def write_stderr(text: str) -> None:
    """Write text to stderr; who has closed it, or the pipe behind it, wants to hear nothing."""
    if sys.stderr is None:
        return
    with suppress(BrokenPipeError):
        sys.stderr.flush()
        sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()

"""What is said while somebody waits: one line on a terminal's stderr, after a second, which is gone when it is over.

Into a file, a pipe or a mail of cron nothing of it is written.
"""

import sys
from threading import Lock, Timer
from types import TracebackType
from typing import Self

from antq_cli.core.unseen import visible
from antq_cli.render.folding import places, terminal_width
from antq_cli.render.streams import is_terminal, write_stderr

SECONDS = 1.0
_CLEARED = "\r\x1b[K"


class Waiting:
    """A line that says what is being done; :meth:`say` changes it. Who wants it ``quiet`` sees nothing."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._shown, self._text, self._lock = False, "", Lock()
        self._timer = None if quiet or not _is_terminal() else Timer(SECONDS, self._begin)

    def __enter__(self) -> Self:
        if self._timer is not None:
            self._timer.daemon = True  # an interrupt ends the program at once
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._timer = None
            if self._shown:
                write_stderr(_CLEARED, passing=True)

    def say(self, text: str) -> None:
        """Say what is being done now; before the second is over it is only kept in mind."""
        with self._lock:
            self._text = text
            if self._shown:
                self._write()

    def _begin(self) -> None:
        with self._lock:
            if self._timer is not None:  # it may have ended in this very moment
                self._shown = True
                if self._text:
                    self._write()

    def _write(self) -> None:
        """Write the line over the one before; one that were wider than the terminal could not be cleared."""
        text = visible(self._text)
        while places(text) >= terminal_width():
            text = f"{text[:-2]}…"
        write_stderr(f"{_CLEARED}{text}", passing=True)


def _is_terminal() -> bool:
    return is_terminal(sys.stderr)

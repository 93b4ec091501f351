"""How far a long count has come: a line on a terminal's stderr, after a second, and gone when it ends."""

import sys
import time

from antq_cli.render import streams
from antq_cli.words.speech import Speech

_PATIENCE, _OFTEN = 1.0, 0.1  # seconds: until it is first told, and from one time to the next
_BACK, _ERASE = "\r", "\r\x1b[K"


class Progress:
    """Tells how many parts are done, of how many; nothing to who has stderr in a file."""

    def __init__(self, spoken: Speech) -> None:
        self._spoken = spoken
        self._next = time.monotonic() + _PATIENCE
        self._heard = streams.is_terminal(sys.stderr)
        self._told = False

    def __call__(self, done: int, parts: int) -> None:
        """Say how far it has come, if it is time to."""
        now = time.monotonic()
        if self._heard and now >= self._next:
            self._next, self._told = now + _OFTEN, True
            streams.write_stderr(f"{_BACK}{self._spoken.say('talk.progress', done=done, parts=parts)}", passing=True)

    def end(self, *, faster: bool = False) -> None:
        """Take away what was told; who had to wait for it is told how it goes ``faster``, if there is a way."""
        if self._told:
            advice = f"{self._spoken.say('talk.scale')}\n" if faster else ""
            streams.write_stderr(f"{_ERASE}{advice}", passing=True)

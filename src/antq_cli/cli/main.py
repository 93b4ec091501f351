"""The boundary: arguments in, exit code out. Nothing leaves here but what a person or a script can use."""

import gc
import sys
from collections.abc import Sequence

from antq_cli import __version__
from antq_cli.core.exits import Exit
from antq_cli.memory.answers import Memory


def main(argv: Sequence[str], memory: Memory | None = None) -> int:
    """Run a command line and return its exit code; the answer is to be remembered where there is a ``memory``."""
    # A command lives for a fraction of a second and keeps nearly all that it reads: collecting only costs time.
    gc.disable()
    try:
        text = _at_once(argv)
        if text is not None and _answered(text):
            return Exit.OK
        from antq_cli.cli.run import run

        return run(argv, memory)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def _at_once(argv: Sequence[str]) -> str | None:
    """Return the answer to what somebody waits for at every prompt, before anything else is loaded; None of others."""
    match list(argv):
        case ["--version"] | ["-V"]:
            return f"antq {__version__}\n"
        case ["--show-completion", shell]:
            from antq_cli.cli.shells import SHELLS, script

            return script(shell) if shell in SHELLS else None
        case ["--complete", *asked]:
            return _completed(asked)
    return _helped(argv)


def _completed(asked: Sequence[str]) -> str:
    """Return what could stand at the cursor; a fault offers nothing, for somebody is still typing."""
    try:
        from antq_cli.cli.completion import answer

        return answer(asked)
    except Exception:  # noqa: BLE001 - whatever it is, it has no place in the line that is being typed
        return ""


def _helped(argv: Sequence[str]) -> str | None:
    """Return a page of help that is asked for by the words of a command alone; what goes wrong, the long way tells."""
    try:
        from antq_cli.cli.quick import answer

        return answer(argv)
    except Exception:  # noqa: BLE001 - it is tried again, and then told
        return None


def _answered(text: str) -> bool:
    """Print an answer; where that fails, the long way says why."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
    except (OSError, AttributeError):  # there is no stdout where it was closed
        return False
    return True

"""The boundary: arguments in, exit code out. Nothing leaves here but what a person or a script can use."""

import gc
import os
import sys
from collections.abc import Sequence

from antq_cli import __version__
from antq_cli.core.exits import Exit
from antq_cli.core.findings import Refused


def main(argv: Sequence[str]) -> int:
    """Run a command line and return its exit code. ``--version`` is answered before anything else is loaded."""
    if list(argv) == ["--version"] and _answered():
        return Exit.OK
    # A command lives for a fraction of a second and keeps nearly all that it reads: collecting only costs time.
    gc.disable()
    try:
        return _guarded(argv)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _hush()
        return Exit.OK


def _answered() -> bool:
    """Print the version; where that fails, the long way says why."""
    try:
        sys.stdout.buffer.write(f"antq {__version__}\n".encode())
        sys.stdout.buffer.flush()
    except (OSError, AttributeError):  # there is no stdout where it was closed
        return False
    return True


def _hush() -> None:
    """Leave nothing that the interpreter would try to flush into a closed pipe on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _guarded(argv: Sequence[str]) -> int:
    from antq_cli.cli.run import run, show_internal_error, show_refusal

    try:
        try:
            return run(argv)
        except Refused as refused:
            return show_refusal(refused, argv)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - the boundary: what nobody foresaw becomes exit code 4
        return show_internal_error(error, argv)

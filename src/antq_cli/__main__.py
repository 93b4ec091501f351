"""`python -m antq_cli` and the console script `antq`."""

import os
import sys

_INTERRUPTED = 130  # as in core.exits, which may not be loaded when it comes to this


def main() -> None:
    """Run the command line of this process and end it with the exit code."""
    try:
        code = _answered(sys.argv[1:])
    except KeyboardInterrupt:  # also while antq is still being loaded
        code = _INTERRUPTED
    # Everything is written and closed by now. Taking the interpreter apart, cell by cell, would cost a command on a
    # book of 30,000 households an eighth of its time, and nobody would see a difference.
    os._exit(code)


def _answered(argv: list[str]) -> int:
    """Answer a command line, as it was answered before where that still holds, and return the exit code."""
    from antq_cli.memory.answers import memory_of
    from antq_cli.render.streams import repeated

    memory = memory_of(argv)
    known = None if memory is None else memory.answer()
    if known is not None and repeated(known.said):
        return known.code
    from antq_cli.cli.main import main as run

    return run(argv, memory)


if __name__ == "__main__":
    main()

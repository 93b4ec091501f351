"""`python -m antq_cli` and the console script `antq`."""

import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line of this process and end it with the exit code."""
    from antq_cli.cli.main import main as run

    code = run(sys.argv[1:])
    # Everything is written and closed by now. Taking the interpreter apart, cell by cell, would cost a command on a
    # book of 30,000 households an eighth of its time, and nobody would see a difference.
    os._exit(code)


if __name__ == "__main__":
    main()

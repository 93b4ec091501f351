"""Separate what a command's imports cost from what the command does.

`imports.py record LIST ARGS...` runs `antq ARGS...` once in this process and writes which modules it loaded.
`imports.py load LIST` imports the same modules, in the same order, and does nothing else.
"""

import sys
from pathlib import Path


def record(args: list[str]) -> list[str]:
    """Run the command and return the modules that it loaded, in the order in which it began to load them."""
    from_start = set(sys.modules)
    from antq_cli.cli.main import main

    code = main(args)
    if code:
        sys.exit(code)
    return [name for name in sys.modules if name not in from_start]


def load(names: list[str]) -> None:
    """Import modules by name."""
    for name in names:
        __import__(name)


def main() -> None:
    """Record or load, as the first argument says."""
    verb, listing, *args = sys.argv[1:]
    if verb == "record":
        Path(listing).write_text("\n".join(record(args)), "utf-8")
    else:
        load(Path(listing).read_text("utf-8").split("\n"))


if __name__ == "__main__":
    main()

"""Writing a baseline: a TOML file of its own, which nobody edits by hand, so that it may be generated."""

from pathlib import Path

import tomli_w

from antq_cli.checks.baseline import SCHEMA, Baseline
from antq_cli.writing.files import write_whole


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Put a baseline into a file, in the order of its codes, so that a newer one differs in what has changed alone."""
    known = [
        {"rule": rule, "register": register, "content": content, "count": count}
        for (rule, register, content), count in sorted(baseline.items())
    ]
    write_whole(path, [tomli_w.dumps({"schema": SCHEMA, "known": known}).encode()])

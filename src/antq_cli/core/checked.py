"""What a run of checks returns: what it looked at, and what it found."""

from typing import Literal, NamedTuple

from antq_cli.core.findings import Finding


class Step(NamedTuple):
    """A register that was looked at: its rows, and whether its references could be judged."""

    register: str
    rows: int
    outcome: Literal["passed", "failed", "not-evaluated"]


class Checked(NamedTuple):
    """What a run found, in the order of the places, and what it looked at."""

    findings: list[Finding]
    steps: list[Step]

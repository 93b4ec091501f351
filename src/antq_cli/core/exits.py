"""Exit codes: one enum and one mapping, the same for every command and every format."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Literal

from antq_cli.core.findings import Rule


class Exit(IntEnum):
    """What a process says by ending; 2 goes before 1 before 3."""

    OK = 0
    FINDINGS = 1
    REFUSED = 2
    NOTHING = 3
    INTERNAL = 4
    CHANGED = 5
    INTERRUPTED = 130

    @property
    def status(self) -> str:
        """The ``status`` that JSON has for it: whatever is not 0, 1 or 3 is an ``error``."""
        words = {Exit.OK: "ok", Exit.FINDINGS: "findings", Exit.NOTHING: "nothing"}
        return words.get(self, "error")


FailOn = Literal["error", "warning", "never"]
FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "never")


def exit_for(told: Iterable[Rule], *, anything: bool, left_out: bool = False, fail_on: FailOn = "error") -> Exit:
    """Return the exit code, given the rules of all that is told.

    ``anything`` says whether any figure or check came out at all, ``left_out`` whether a row is missing from a figure.
    ``fail_on`` is the least severity that counts; nothing does under ``never`` but what refuses the whole.
    """
    rules = set(told)
    errors = [rule for rule in rules if rule.severity == "error"]
    if any(rule.refuses for rule in errors):
        return Exit.REFUSED
    if fail_on != "never" and (errors or left_out or (fail_on == "warning" and rules)):
        return Exit.FINDINGS
    return Exit.OK if anything else Exit.NOTHING

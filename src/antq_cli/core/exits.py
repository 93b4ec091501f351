"""Exit codes: one enum and one mapping, the same for every command and every format."""

from collections.abc import Iterable
from enum import IntEnum

from antq_cli.core.findings import Finding


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
        """Return the word for it in JSON."""
        words = {Exit.OK: "ok", Exit.FINDINGS: "findings", Exit.NOTHING: "nothing"}
        return words.get(self, "error")


def exit_for(findings: Iterable[Finding], *, anything: bool, left_out: bool = False) -> Exit:
    """Return the exit code for what was found.

    ``anything`` says whether any figure or check came out at all, ``left_out`` whether a row is missing from a figure.
    """
    errors = [found for found in findings if found.rule.severity == "error"]
    if any(found.rule.refuses for found in errors):
        return Exit.REFUSED
    if errors or left_out:
        return Exit.FINDINGS
    return Exit.OK if anything else Exit.NOTHING

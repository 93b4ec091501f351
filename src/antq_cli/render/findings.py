"""What every format says of findings: where they are, and how many there are."""

from posixpath import normpath

from antq_cli.core.checked import Checked, Statistics
from antq_cli.core.findings import COMMAND_LINE, Severity, Shown
from antq_cli.core.outcomes import Outcome
from antq_cli.core.unseen import visible


def shown_place(finding: Shown, prefix: str) -> str:
    """Return a place as a terminal makes it clickable: path:line:column, as far as they are known."""
    place = finding.place
    inside = prefix not in ("", ".") and place.path != COMMAND_LINE
    path = f"{prefix}/{place.path}" if inside else place.path
    if place.path.startswith("../"):  # a template may lie anywhere
        path = normpath(path)
    return ":".join([visible(path), *(str(number) for number in (place.line, place.column) if number)])


def tally(outcome: Outcome) -> dict[Severity, int]:
    """Return how many errors and warnings there are, however many are shown."""
    result = outcome.result.checked if isinstance(outcome.result, Statistics) else outcome.result
    if isinstance(result, Checked):
        return result.tally
    counts: dict[Severity, int] = {"error": 0, "warning": 0}
    for finding in outcome.findings:
        counts[finding.rule.severity] += 1
    return counts

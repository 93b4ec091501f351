"""What every format says of findings: where they are, and how many there are."""

from collections.abc import Sequence

from antq_cli.core.findings import COMMAND_LINE, Finding
from antq_cli.render.text import visible


def shown_place(finding: Finding, prefix: str) -> str:
    """Return a place as a terminal makes it clickable: path:line:column, as far as they are known."""
    place = finding.place
    inside = prefix and place.path != COMMAND_LINE
    path = f"{prefix}/{place.path}" if inside else place.path
    return ":".join([visible(path), *(str(number) for number in (place.line, place.column) if number)])


def tally(findings: Sequence[Finding]) -> dict[str, int]:
    """Return how many errors and warnings there are."""
    counts = {"error": 0, "warning": 0}
    for finding in findings:
        counts[finding.rule.severity] += 1
    return counts

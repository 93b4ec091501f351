"""Findings for people: place, code, what is wrong, the line with a caret, and the remedy."""

from rich.cells import cell_len
from rich.text import Text

from antq_cli.core.checked import Checked, Statistics
from antq_cli.core.findings import COMMAND_LINE, Severity, Shown, Withheld
from antq_cli.core.outcomes import Outcome
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

_COLOURS = {"error": "bold red", "warning": "bold yellow"}


def shown_place(finding: Shown, prefix: str) -> str:
    """Return a place as a terminal makes it clickable: path:line:column, as far as they are known."""
    place = finding.place
    inside = prefix and place.path != COMMAND_LINE
    path = f"{prefix}/{place.path}" if inside else place.path
    return ":".join([visible(path), *(str(number) for number in (place.line, place.column) if number)])


def full(finding: Shown, speech: Speech, *, prefix: str = "", width: int = 80) -> Text:
    """Return a finding in full, over several lines."""
    prose = speech.describe(finding)
    severity = finding.rule.severity
    text = Text()
    text.append(shown_place(finding, prefix), "bold")
    text.append(f" {finding.rule.code} ", "bold")
    text.append(speech.say(f"severity.{severity}"), _COLOURS[severity])
    text.append(f"\n  {visible(prose.what)}\n")
    if not (finding.excerpt is None or isinstance(finding.excerpt, Withheld)):
        text.append(_caret(finding, width))
    text.append(f"  → {visible(prose.remedy)}\n", "green")
    return text


def _caret(finding: Shown, width: int) -> Text:
    """Return the line of the file, cut to a width around the cell, controls made visible, a caret under the cell."""
    line, column = finding.excerpt or "", finding.place.column - 1
    gutter = f"  {finding.place.line} | "
    room = width - len(gutter) - 2
    start = max(0, column - room // 2) if len(line) > room else 0
    before, at = visible(line[start:column]), visible(line[column : start + room])
    mark = "…" if start else ""
    blank = " " * (len(gutter) - 2) + "| "
    length = max(1, min(cell_len(visible(finding.cell or "")), cell_len(at)))
    text = Text(f"{gutter}{mark}{before}{at}\n", "dim")
    text.append(f"{blank}{' ' * cell_len(mark + before)}{'^' * length}\n", "bold")
    return text


def tally(outcome: Outcome) -> dict[Severity, int]:
    """Return how many errors and warnings there are, however many are shown."""
    result = outcome.result.checked if isinstance(outcome.result, Statistics) else outcome.result
    if isinstance(result, Checked):
        return result.tally
    counts: dict[Severity, int] = {"error": 0, "warning": 0}
    for finding in outcome.findings:
        counts[finding.rule.severity] += 1
    return counts

"""How many findings of which rule in which register."""

from antq_cli.core.checked import Checked, Statistics
from antq_cli.core.outcomes import Outcome
from antq_cli.pages.cells import Message, PageCell, Verbatim, Whole
from antq_cli.pages.model import Fits, Line, Page, PageTable, Records, number_columns, text_columns, titled

_COUNTS = ("rows", "found", "waived", "known")


def page(outcome: Outcome, _fits: Fits) -> Page:
    """The counts; where nothing was found, how much was looked at."""
    assert isinstance(outcome.result, Statistics)
    made = table(outcome.result)
    return Page(*titled(outcome, Message("check.title")), [made], [] if made.lines else [verdict(outcome)])


def verdict(outcome: Outcome) -> PageCell:
    """Return what is said of a check that found nothing: how much it looked at, or that nothing could be judged."""
    result = outcome.result
    checked = result.checked if isinstance(result, Statistics) else result
    if not (isinstance(checked, Checked) and checked.anything):
        return Message("nothing.rules")
    clean = next((note for note in outcome.notes if note.key == "talk.clean"), None)
    if clean is None:
        return Message("check.nothing")
    return Message(clean.key, **{name: Whole(clean.values, name) for name in clean.values})


def table(statistics: Statistics) -> PageTable:
    """Return the counts: a row for each rule in a register of which there is something to count."""
    columns = [*text_columns("rule", "name", "severity", "register"), *number_columns(*_COUNTS)]
    lines = []
    for step in statistics.steps:
        severity = Message(f"severity.{step.rule.severity}")
        said: list[PageCell] = [
            Verbatim(step.rule.code),
            Message(f"{step.rule.code}.name"),
            severity,
            Verbatim(step.register),
        ]
        lines.append(Line([*said, *(Whole(step, name) for name in _COUNTS)]))
    return PageTable(columns, lines)


def records(result: Statistics) -> Records:
    """The counts of each rule in a register that has any; ``rows`` is None of what has no rows."""
    rows = [
        {
            "code": step.rule.code,
            "name": step.rule.name,
            "severity": step.rule.severity,
            "register": step.register,
            **{name: getattr(step, name) for name in _COUNTS},
            "tolerated": step.tolerated,
        }
        for step in result.steps
    ]
    return Records(rows, ("code", "name", "severity", "register", *_COUNTS, "tolerated"))

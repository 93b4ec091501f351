"""How many findings of which rule in which register."""

from antq_cli.core.checked import Checked, Statistics
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.render.grid import Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.words.speech import Speech

_COUNTS = ("rows", "found", "waived", "known")


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of the counts."""
    assert isinstance(outcome.result, Statistics)
    title, subtitle = titled(outcome, speech, speech.say("check.title"))
    grid = grid_of(outcome.result, speech)
    return Page(title, subtitle, [grid], [] if grid.rows else [verdict(outcome, speech)])


def verdict(outcome: Outcome, speech: Speech) -> str:
    """Return what is said of a check that found nothing: how much it looked at, or that nothing could be judged."""
    result = outcome.result
    checked = result.checked if isinstance(result, Statistics) else result
    if not (isinstance(checked, Checked) and checked.anything):
        return speech.say("nothing.rules")
    clean = next((note for note in outcome.notes if note.key == "talk.clean"), Note("check.nothing"))
    return speech.say(clean.key, **clean.values)


def grid_of(statistics: Statistics, speech: Speech) -> Grid:
    """Return the counts as a table: a row for each rule in a register of which there is something to count."""
    columns = [Column(speech.say(f"column.{name}")) for name in ("rule", "name", "severity", "register")]
    columns += [Column(speech.say(f"column.{name}"), "right") for name in _COUNTS]
    rows = []
    for step in statistics.steps:
        severity = speech.say(f"severity.{step.rule.severity}")
        counts = [speech.count(getattr(step, name)) for name in _COUNTS]
        rows.append(Row([step.rule.code, step.rule.name, severity, step.register, *counts]))
    return Grid(columns, rows)


def records(result: Statistics) -> Records:
    """Return the counts as rows for machines."""
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

"""Returns in time: who was to report, who did, and when."""

from collections.abc import Iterator, Sequence
from typing import Any

from antq_cli.core.outcomes import Outcome
from antq_cli.core.ratio import Ratio
from antq_cli.core.reporting import Expected, Reporter, ReturnsInTime
from antq_cli.render.grid import Cell, Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.render.parts import measure_name
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

_COLUMNS = (
    *("measure", "unit", "unit_name", "period_name", "period_first", "period_last", "due", "arrival", "dated"),
    *("received", "reported", "last", "stale"),
)


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of the returns: how many of each kind, and who is missing or late."""
    found = outcome.result
    assert isinstance(found, ReturnsInTime)
    parts = [speech.say("title.returns"), f"{visible(found.unit_name)} ({found.unit})"]
    parts.append(speech.say("title.on", day=found.as_of))
    tables = [_kinds(found, speech), *_late(found, speech)] if found.kinds else []
    return Page(*titled(outcome, speech, *parts), tables, _legend(found, speech))


def records(found: ReturnsInTime) -> Records:
    """Return a row for each who was to report; the totals are the numbers of each kind."""
    rows = [_record(kind, reporter) for kind in found.kinds for reporter in kind.reporters]
    return Records(rows, _COLUMNS, [_total(kind) for kind in found.kinds])


def _record(kind: Expected, reporter: Reporter) -> dict[str, Any]:
    period = kind.period._asdict()
    return {"measure": str(kind.kind.measure), "period": period, "due": kind.due, **reporter._asdict()}


def _total(kind: Expected) -> dict[str, Any]:
    numbers = ("expected", "received", "missing", "on_time", "late", "undated", "zero", "stale")
    return {
        "measure": str(kind.kind.measure),
        "period": kind.period._asdict(),
        "due": kind.due,
        **{name: getattr(kind, name) for name in numbers},
        "completeness": Ratio(kind.received, kind.expected).percent(),
        "on_time_of_expected": None if kind.on_time is None else Ratio(kind.on_time, kind.expected).percent(),
        "on_time_of_received": None if kind.on_time is None else Ratio(kind.on_time, kind.received).percent(),
    }


def _kinds(found: ReturnsInTime, speech: Speech) -> Grid:
    """Return a row a kind; what no kind has anything to say of has no column."""
    names = ["received", "percent"]
    names += ["on-time", "of-expected", "of-received"] if any(kind.due for kind in found.kinds) else []
    names += ["stale"] if any(kind.stale is not None for kind in found.kinds) else []
    names += ["zero"] if any(kind.zero for kind in found.kinds) else []
    columns = [Column(speech.say("column.kind.pledges")), Column(speech.say("column.period"), whole=True)]
    columns += [Column(speech.say(f"column.{name}"), "right") for name in names]
    return Grid(columns, [Row(_numbers(kind, names, speech)) for kind in found.kinds])


def _numbers(kind: Expected, names: Sequence[str], speech: Speech) -> list[Cell]:
    total = _total(kind)
    period = kind.period.name or speech.day(kind.period.last)
    told = {
        "received": speech.ratio(kind.received, kind.expected),
        "percent": speech.percent(total["completeness"]),
        "on-time": speech.count(kind.on_time),
        "of-expected": speech.percent(total["on_time_of_expected"]),
        "of-received": speech.percent(total["on_time_of_received"]),
        "stale": speech.count(kind.stale),
        "zero": speech.count(kind.zero),
    }
    return [
        measure_name(kind.kind, speech),
        f"{period} *" if kind.period.cut else period,
        *map(told.__getitem__, names),
    ]


def _late(found: ReturnsInTime, speech: Speech) -> Iterator[Grid]:
    """Yield for each kind who did not report, or not on time, or has not reported for long."""
    names = ("code", "unit", "arrival", "dated", "received-on", "last")
    for kind in found.kinds:
        told = [each for each in kind.reporters if each.arrival in ("missing", "late") or each.stale]
        told += [each for each in kind.reporters if _undated(kind, each) and each not in told]
        columns = [Column(speech.say(f"column.{name}"), faint=name == "code") for name in names]
        if told:
            told.sort(key=lambda each: each.unit)
            yield Grid(columns, [Row(_reporter(each, speech)) for each in told], measure_name(kind.kind, speech))


def _undated(kind: Expected, reporter: Reporter) -> bool:
    return reporter.arrival == "undated" and kind.due is not None


def _reporter(reporter: Reporter, speech: Speech) -> list[Cell]:
    days = (reporter.dated, reporter.received, reporter.last)
    arrival = speech.say(f"arrival.{reporter.arrival}")
    arrival = speech.say("arrival.stale", arrival=arrival) if reporter.stale else arrival
    return [reporter.unit, reporter.unit_name, arrival, *("" if day is None else speech.day(day) for day in days)]


def _legend(found: ReturnsInTime, speech: Speech) -> list[str]:
    dues = sorted({kind.due for kind in found.kinds if kind.due is not None})
    lines = [speech.say("legend.due", days=[speech.day(due) for due in dues])] if dues else []
    return [*lines, *([speech.say("legend.running")] if any(kind.period.cut for kind in found.kinds) else [])]

"""Faults planted in pages: wrong numbers in the right form. What holds the numbers notices each, without a picture."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.pages.holding import faults
from tests.pages.made import Made, made, pages_of


class Planted(NamedTuple):
    """A fault: the module of a page, what stands in it, what would stand there, and a command that shows it."""

    what: str
    module: str
    old: str
    new: str
    line: str


AREAS = "-b tests/books/areas"
JOURNAL = "-b tests/books/journal"
STANDARD = "-b tests/books/standard"
PUBLISHED = "-b data/cam-thuy-2021"
SAMPLE = "-b data/cam-thuy-sample"
PLANTED = [
    Planted(
        "timeliness of expected for that of received",
        "reporting",
        '"of-received": Percent(kind, "on_time_of_received")',
        '"of-received": Percent(kind, "on_time_of_expected")',
        f"{SAMPLE} returns summary --period 2021-Q3",
    ),
    Planted(
        "timeliness for completeness",
        "reporting",
        'Percent(kind, "completeness")',
        'Percent(kind, "on_time_of_expected")',
        f"{JOURNAL} returns summary --period 2022-11",
    ),
    Planted(
        "who was assessed for who was not",
        "standards",
        'Whole(unit.assessed, "remaining")',
        'Whole(unit.assessed, "num")',
        f"{AREAS} standards summary --by commune",
    ),
    Planted(
        "the same on the page of the campaign",
        "standards",
        'Whole(unit.assessed, "remaining")',
        'Whole(unit.assessed, "num")',
        f"{AREAS} summary",
    ),
    Planted(
        "reported numbers for totals",
        "reconcile",
        'Share(pair, "reported_num", "reported_den")',
        'Share(pair, "reported_num", "reported_num")',
        f"{STANDARD} reconcile",
    ),
    Planted(
        "the change of the number for that of the total",
        "reconcile",
        'Signed(pair, "den")',
        'Signed(pair, "num")',
        f"{JOURNAL} reconcile --as-of 2022-12-31",
    ),
    Planted(
        "how many differ for how many there are",
        "reconcile",
        'n=Whole(found, "rows"), differ=Whole(found, "differ")',
        'n=Whole(found, "differ"), differ=Whole(found, "differ")',
        f"{STANDARD} reconcile",
    ),
    Planted(
        "would round to it for would reach it",
        "claims",
        "joined([to_reach",
        "joined([to_round",
        f"{PUBLISHED} claims",
    ),
    Planted(
        "the same on the page of the campaign",
        "claims",
        'to_round, to_reach = Apart(moved, "to_round"), Apart(moved, "to_reach")',
        'to_round, to_reach = Apart(moved, "to_reach"), Apart(moved, "to_round")',
        f"{PUBLISHED} summary",
    ),
    Planted(
        "the first unit for all",
        "gaps",
        "Line(_cells(found, gap, above)",
        "Line(_cells(found, found.ranked[0] if gap in found.ranked else gap, above)",
        f"{SAMPLE} pledges gaps",
    ),
    Planted(
        "the numbers of the first unit for those of all",
        "gaps",
        "ratio_cells(gap.figure, found.target)\n",
        "ratio_cells((found.ranked or [gap])[0].figure, found.target)\n",
        f"{SAMPLE} pledges gaps",
    ),
    Planted(
        "how many are below for what they need together",
        "gaps",
        'for part in ("below", "known", "together")',
        'for part in ("below", "known", "below")',
        f"{SAMPLE} pledges gaps",
    ),
    Planted(
        "whom teams reach for whom they miss",
        "teams_models",
        'Whole(reached, "remaining")',
        'Whole(reached, "num")',
        f"{JOURNAL} teams summary --by commune --as-of 31/12/2021",
    ),
    Planted(
        "teams for their members",
        "teams_models",
        'Whole(members, "num")',
        'Whole(figure, "num")',
        f"{JOURNAL} teams summary --by commune --as-of 31/12/2021",
    ),
    Planted(
        "what was for what is",
        "summaries",
        'was = Unknown("not-begun") if before is None else Share(before)',
        'was = Unknown("not-begun") if before is None else Share(figure)',
        f"{SAMPLE} pledges summary --period 2021-Q3 --vs 2021-Q2",
    ),
    Planted(
        "the change of another figure",
        "summaries",
        "moved = change_cells(self.summary.changes[figure.key], rated=self.unrated is None)",
        "moved = change_cells(next(iter(self.summary.changes.values())), rated=self.unrated is None)",
        f"{SAMPLE} pledges summary --period 2021-Q3 --vs 2021-Q2",
    ),
    Planted(
        "the first point for the last",
        "trends",
        "figures, last = of_last[id(place.figure)], place.figure",
        "figures, last = of_last[id(place.figure)], of_last[id(place.figure)][0]",
        f"{JOURNAL} pledges trend --by area --every quarter",
    ),
    Planted(
        "the unit above for that of the row",
        "figures",
        "called(figure.unit, figure.unit_name,",
        "called(figure.under or figure.unit, figure.unit_name,",
        "-b tests/books/areas pledges summary --by commune,area",
    ),
    Planted(
        "a line without its first point",
        "trends",
        "TrendLine(figures)",
        "TrendLine(figures[1:])",
        f"{JOURNAL} pledges trend --by area --every quarter",
    ),
    Planted(
        "what a criterion needs for what is short of it",
        "criteria",
        'Whole(one, "short")',
        'Whole(one, "needed")',
        f"{STANDARD} standards summary --window 2021 --by commune --kind commune --criteria",
    ),
    Planted(
        "who reported for who did not",
        "month",
        'Share(first.expected, "missing" if over else "not_due", "expected")',
        'Share(first.expected, "received", "expected")',
        f"{SAMPLE} summary --period 2021-08",
    ),
    Planted(
        "what is for what was",
        "month",
        'Unknown("not-begun") if was is None else _number(was, said_before)',
        "_number(figure, said_before)",
        f"{SAMPLE} summary --period 2021-08",
    ),
    Planted(
        "the rate of another unit",
        "month",
        'Percent(row, "percent")], " ")',
        'Percent(several[0].figure, "percent")], " ")',
        f"{SAMPLE} summary --period 2021-08",
    ),
    Planted(
        "the numbers of a kind under the name of another",
        "annex",
        "self._figures.get((measure, row.unit, row.level)), measure)",
        "self._figures.get((self._measures[0], row.unit, row.level)), measure)",
        f"{JOURNAL} summary --by area",
    ),
    Planted(
        "the place in the list for the rank",
        "annex",
        'Whole(row, "rank")',
        'Whole(row, "number")',
        f"{JOURNAL} summary --by area --sort rate",
    ),
    Planted(
        "a number put together on the page",
        "overview",
        "Verbatim(row.title)",
        'Verbatim(row.title + " 12")',
        f"{PUBLISHED} summary",
    ),
    Planted(
        "a number from nowhere",
        "overview",
        'cells = [Whole(figure, "num"), reached',
        'cells = [Whole({"num": figure.num}, "num"), reached',
        f"{AREAS} summary",
    ),
]
FIRST = "\n\ndef _first(gap):\n    return _SEEN.setdefault(gap.figure.measure, gap)\n\n\n_SEEN = {}\n"


@contextmanager
def planted(fault: Planted) -> Iterator[None]:
    """The module of a page with a fault in it, also where others use it."""
    module = import_module(f"antq_cli.pages.{fault.module}")
    source = Path(str(module.__file__)).read_text("utf-8")
    assert source.count(fault.old) == 1, fault
    before = dict(vars(module))
    code = compile(source.replace(fault.old, fault.new) + FIRST, str(module.__file__), "exec")
    others = [
        other for name, other in sys.modules.items() if name.startswith("antq_cli.pages.") and other is not module
    ]
    users = {(other, name): it for other in others for name, it in vars(other).items() if before.get(name) is it}
    try:
        exec(code, vars(module))  # noqa: S102 - the module itself, with another line in it
        for other, name in users:
            setattr(other, name, vars(module)[name])
        yield
    finally:
        vars(module).clear()
        vars(module).update(before)
        for (other, name), it in users.items():
            setattr(other, name, it)


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: f"{fault.module}: {fault.what}")
def test_a_planted_fault_is_noticed(fault: Planted) -> None:
    sound = made(fault.line)
    assert _noticed(sound) == []
    with planted(fault):
        assert _noticed(sound) != []
    assert _noticed(sound) == []


def _noticed(sound: Made) -> list[str]:
    """What is noticed on the pages of an outcome, laid out anew."""
    return [fault for page in pages_of(sound.outcome) for fault in faults(sound.outcome, page, sound.json)]

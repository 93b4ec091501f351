"""Small random books that are valid and give no finding, for holding two counters against each other.

What the contract leaves open is kept out of these books: values of `exempt`, line breaks in cells, returns
of units that are not of the grain, returns beside a journal, totals of teams, rows with a blank first day at
a unit that has one, two `same` rows into one unit, dates of TOML registers as strings, and calendars with gaps.

A book made with `lapsing=True` has validities and calendars, and more of what makes it hard to place things on
the map of another day: absorptions, areas that change their parent, and areas divided among others.

One made with `whole=True` has the rest of the campaign as well: see `whole`.
"""

from __future__ import annotations

import itertools
import random
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.independent.counter import Counter
from tests.independent.history import FIRST, LAST, LEVELS, History
from tests.independent.kinds import Kind, choose_kinds, choose_rule, inline, settings
from tests.independent.occupants import Occupants, Row, cell
from tests.independent.paper import Files, Paper
from tests.independent.rows import day_or_none, parse_part
from tests.independent.validity import expiry, year_of
from tests.independent.whole import Campaign

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def random_book(seed: int, *, lapsing: bool = False, whole: bool = False) -> Files:
    """A whole valid book: relative path to text. Dozens of laws ask for the same ones."""
    return {**make_book(seed, lapsing=lapsing, whole=whole)}


@cache
def make_book(seed: int, *, lapsing: bool, whole: bool) -> Files:
    """The book of a seed; read :func:`random_book`."""
    rng = random.Random(seed)
    history = History(rng, lapsing=lapsing)
    kinds = choose_kinds(rng, history.levels)
    if lapsing:
        kinds = [replace(kind, rule=choose_rule(rng)) if kind.source == "journal" else kind for kind in kinds]
    campaign = Campaign(rng, history, kinds) if whole else None
    kinds = campaign.kinds if campaign else kinds
    paper = Paper(rng)
    files = {"antq.toml": manifest(rng, history, kinds, campaign)}
    files |= paper.register("units", unit_rows(history), plain=True)
    files |= paper.register("crosswalk", crosswalk_rows(history), plain=True)
    for name, rows in (campaign.tables() if campaign else occupant_rows(rng, history, kinds)).items():
        files |= paper.register(name, rows)
    return files


# The manifest ----------------------------------------------------------------------------------------------


def manifest(rng: random.Random, history: History, kinds: list[Kind], campaign: Campaign | None = None) -> str:
    """The text of antq.toml."""
    lines = ["schema = 1", "", "[campaign]", 'id = "random"', 'title.vi = "Sổ ngẫu nhiên"']
    lines += [
        'title.en = "A random book"',
        f'top = "{history.top.code}"',
        'data = "synthetic"',
        f"as_of = {LAST}",
    ]
    for level in history.levels:
        vi, en = LEVELS[level]
        lines += ["", "[[levels]]", f'id = "{level}"', f'vi = "{vi}"', f'en = "{en}"']
    used = {name: value for kind in kinds for name, value in kind.rule.calendars.items()}
    used |= campaign.calendars if campaign else {}
    if used:
        lines += ["", "[calendars]", *(f"{name} = {inline(used[name])}" for name in sorted(used))]
    for kind in kinds:
        lines += ["", f"[{kind.measure}]", *settings(rng, kind, history.levels[-1])]
    lines += campaign.lines() if campaign else []
    return "\n".join(lines) + "\n"


# The registers ---------------------------------------------------------------------------------------------


def unit_rows(history: History) -> list[Row]:
    """The register of units."""
    return [
        {"code": place.code, "name": place.name, "level": place.level, "parent": place.parent}
        | {"opened": cell(place.opened), "closed": cell(place.closed)}
        for place in history.places
    ]


def crosswalk_rows(history: History) -> list[Row]:
    """The register of what carries on."""
    return [
        {"event": step.event, "date": cell(step.day), "from": step.source, "to": step.to, "part": step.part}
        | {"act": "Nghị quyết số 1"}
        for step in history.steps
    ]


def occupant_rows(rng: random.Random, history: History, kinds: list[Kind]) -> dict[str, list[Row]]:
    """All other registers; one that no kind needs may be absent."""
    there = Occupants(rng, history)
    tables = {"households": there.household_rows(), "pledges": [], "returns": [], "teams": []}
    if rng.random() < 0.3 or any(kind.subject == "organisation" for kind in kinds):
        tables["organisations"] = there.organisation_rows()
    for kind in kinds:
        if kind.source == "journal":
            tables["pledges"] += there.pledge_rows(kind.id, kind.subject, kind.rule)
        elif kind.source == "register":
            tables["teams"] += there.team_rows(kind.id)
        else:
            measure = f"{kind.family}.{kind.id}"
            tables["returns"] += there.return_rows(measure, kind.grain, totals=kind.family == "pledges")
    needed = {"pledges": "journal", "teams": "register", "returns": "returns"}
    sources = {kind.source for kind in kinds}
    return {name: rows for name, rows in tables.items() if needed.get(name, "journal") in sources or rows}


# On disk, and what to ask ----------------------------------------------------------------------------------


def write_book(folder: Path, files: Mapping[str, str]) -> Path:
    """Put a book into a folder, byte for byte."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return folder


def event_days(files: Mapping[str, str]) -> list[date]:
    """The days of the crosswalk of a book in memory."""
    rows = parse_part(files["crosswalk.csv"], "crosswalk", ".csv")
    return sorted({day for row in rows if (day := day_or_none(row["date"]))})


def question_days(book: Mapping[str, str] | Counter) -> list[date]:
    """Every day of an event and its eve, days half way between them, the first and last, and those of regimes."""
    events = book.event_days() if isinstance(book, Counter) else event_days(book)
    settled = book.manifest if isinstance(book, Counter) else tomllib.loads(book["antq.toml"])
    marks = [FIRST, *events, LAST]
    eves = [day - timedelta(days=1) for day in events]
    between = [left + (right - left) / 2 for left, right in itertools.pairwise(marks)]
    return sorted({*marks, *eves, *between, *regime_days(settled)})


def regime_days(settled: dict[str, Any]) -> set[date]:
    """The days on which a regime begins or ends, the ends of one window of each of its calendars, and their eves."""
    found: set[date] = set()
    for regime in settled.get("regimes", {}).values():
        opened, closed = regime.get("opened"), regime.get("closed")
        found |= {day for day in (opened, closed) if day}
        for name in {one["calendar"] for one in regime.get("subjects", {}).values()}:
            first, last = year_of(settled["calendars"][name], (closed or opened or LAST).year)
            found |= {first, last, last + timedelta(days=1)}
    return {day for mark in found for day in (mark - timedelta(days=1), mark) if FIRST <= day <= LAST}


def basis_days(book: Mapping[str, str] | Counter) -> list[tuple[date, date]]:
    """Pairs of a day and another day as its basis: all of the first and last days, the events and their eves."""
    events = book.event_days() if isinstance(book, Counter) else event_days(book)
    days = sorted({FIRST, LAST, *events, *(day - timedelta(days=1) for day in events)})
    return list(itertools.permutations(days, 2))


def spans(book: Mapping[str, str] | Counter) -> list[tuple[date, date]]:
    """Spans of days for flows: from each asked day to the next and to the end, single days, and years."""
    days = question_days(book)
    years = [(date(year, 1, 1), date(year, 12, 31)) for year in range(FIRST.year, LAST.year)]
    return sorted({*itertools.pairwise(days), *((day, LAST) for day in days), *((day, day) for day in days), *years})


def lapse_days(book: Counter) -> list[date]:
    """Days on which a pledge would lapse if nothing else happened, and their eves: three of every kind."""
    found: set[date] = set()
    for kind, events in book.events.items():
        ends = {expiry(event.day, *book.rule(kind)) for event in events if not event.withdrawn}
        within = sorted(end for end in ends if end and FIRST < end <= LAST)
        found.update(within[:: max(1, len(within) // 3)])
    return sorted(found | {day - timedelta(days=1) for day in found})

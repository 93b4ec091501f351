"""Small random books that are valid and give no finding, for holding two counters against each other.

What the contract leaves open is kept out of these books: values of `exempt`, line breaks in cells, returns
of units that are not of the grain, returns beside a journal, totals of teams, rows with a blank first day at
a unit that has one, two `same` rows into one unit, dates of TOML registers as strings, and calendars with gaps.

A book made with `lapsing=True` has validities and calendars, and more of what makes it hard to place things on
the map of another day: absorptions, areas that change their parent, and areas divided among others.
"""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.independent.counter import Counter
from tests.independent.history import FIRST, LAST, LEVELS, History
from tests.independent.occupants import FOR_EVER, Occupants, Row, Rule, cell
from tests.independent.paper import Files, Paper
from tests.independent.rows import day_or_none, parse_part
from tests.independent.validity import UNTIL_WITHDRAWN, expiry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Kind:
    """A kind of pledges or teams in the manifest."""

    family: str
    id: str
    source: str
    subject: str = ""
    grain: str = ""
    rule: Rule = FOR_EVER


CALENDARS: dict[str, Any] = {
    "duong-lich": "01-01",
    "nam-thi-dua": "12-15",
    "xet-duyet": {"first": "10-31", "last": "10-31"},
    "cua-so": {"first": "11-16", "last": "11-15"},
}


def random_book(seed: int, *, lapsing: bool = False) -> Files:
    """A whole valid book: relative path to text."""
    rng = random.Random(seed)
    history = History(rng, lapsing=lapsing)
    kinds = choose_kinds(rng, history.levels)
    if lapsing:
        kinds = [replace(kind, rule=choose_rule(rng)) if kind.source == "journal" else kind for kind in kinds]
    paper = Paper(rng)
    files = {"antq.toml": manifest(rng, history, kinds)}
    files |= paper.register("units", unit_rows(history), plain=True)
    files |= paper.register("crosswalk", crosswalk_rows(history), plain=True)
    for name, rows in occupant_rows(rng, history, kinds).items():
        files |= paper.register(name, rows)
    return files


def choose_kinds(rng: random.Random, levels: list[str]) -> list[Kind]:
    """The kinds of pledges and teams of a book, each there or not."""
    grain = rng.choice(levels)
    level = rng.choice(levels)
    wanted = [
        (0.9, Kind("pledges", "household", "journal", "household")),
        (0.4, Kind("pledges", "registration", "journal", "household")),
        (0.4, Kind("pledges", "organisation", "journal", "organisation")),
        (0.3, Kind("pledges", "co-quan", "journal", "organisation")),
        *((0.4, Kind("pledges", one, "journal", one)) for one in levels),
        (0.3, Kind("pledges", "cam-ket-2", "journal", level)),
        (0.6, Kind("pledges", "student", "returns", "student", levels[-1])),
        (0.5, Kind("pledges", "ho-bao-cao", "returns", "household", grain)),
        (0.2, Kind("pledges", "don-vi-bao-cao", "returns", level, levels[-2])),
        (0.7, Kind("teams", "antt", "register")),
        (0.3, Kind("teams", "dan-phong", "register")),
        (0.5, Kind("teams", "anxh", "returns", "", rng.choice(levels))),
    ]
    return [kind for chance, kind in wanted if rng.random() < chance]


def choose_rule(rng: random.Random) -> Rule:
    """How long the pledges of a kind are in force."""
    months = {"months": rng.choice([1, 2, 3, 6, 12, 13, 24])}
    name = rng.choice(sorted(CALENDARS))
    year = Rule({"lapses": "year", "calendar": name}, {name: CALENDARS[name]})
    return rng.choice([FOR_EVER, Rule(months), Rule(months | {"lapses": "months"}), year, year])


# The manifest ----------------------------------------------------------------------------------------------


def manifest(rng: random.Random, history: History, kinds: list[Kind]) -> str:
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
    if used:
        lines += ["", "[calendars]", *(f"{name} = {inline(used[name])}" for name in sorted(used))]
    for kind in kinds:
        lines += ["", f"[{kind.family}.{kind.id}]", *settings(rng, kind, history.levels[-1])]
    return "\n".join(lines) + "\n"


def settings(rng: random.Random, kind: Kind, last: str) -> list[str]:
    """The lines of one kind; what is the default is left out half of the time."""
    if kind.family == "teams":
        lines = [f'vi = "tổ {kind.id}"', f'en = "team {kind.id}"']
        default = {"source": "register", "grain": last}
    else:
        lines = []
        default = {"source": "journal", "subject": kind.id, "grain": last}
    for key in ("subject", "source", "grain"):
        value = str(getattr(kind, key))
        if value and (value != default.get(key) or rng.random() < 0.5):
            lines.append(f'{key} = "{value}"')
    if kind.source == "journal" and (kind.rule.validity != UNTIL_WITHDRAWN or rng.random() < 0.3):
        lines.append(f"validity = {inline(kind.rule.validity)}")
    return lines


def inline(value: Any) -> str:
    """A value as TOML has it on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(one)}" for key, one in value.items()) + " }"
    return json.dumps(value)


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
    """Every day of an event and its eve, days half way between events, and the first and last days."""
    events = book.event_days() if isinstance(book, Counter) else event_days(book)
    marks = [FIRST, *events, LAST]
    eves = [day - timedelta(days=1) for day in events]
    between = [left + (right - left) / 2 for left, right in itertools.pairwise(marks)]
    return sorted({*marks, *eves, *between})


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

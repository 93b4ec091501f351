"""Small random books that are valid and give no finding, for holding two counters against each other.

What the contract leaves open is kept out of these books: values of `exempt`, line breaks in cells, returns
of units that are not of the grain, returns beside a journal, totals of teams, rows with a blank first day at
a unit that has one, two `same` rows into one unit, dates of TOML registers as strings, and validities other
than `until-withdrawn`.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.independent.counter import Counter
from tests.independent.history import FIRST, LAST, LEVELS, History
from tests.independent.occupants import Occupants, Row, cell
from tests.independent.paper import Files, Paper
from tests.independent.rows import day_or_none, parse_part

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


def random_book(seed: int) -> Files:
    """A whole valid book: relative path to text."""
    rng = random.Random(seed)
    history = History(rng)
    kinds = choose_kinds(rng, history.levels)
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
    if kind.source == "journal" and rng.random() < 0.3:
        lines.append('validity = "until-withdrawn"')
    return lines


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
            tables["pledges"] += there.pledge_rows(kind.id, kind.subject)
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

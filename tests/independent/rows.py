"""The rows of a clean book as they stand in its files, and nothing more.

In TOML registers a date may be a date or a string, and a count a number or a string.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, str]


@dataclass(frozen=True, eq=False)
class Unit:
    """One stretch of a unit code; two stretches are two units."""

    code: str
    level: str
    parent: str
    first: date | None
    last: date | None


@dataclass(frozen=True, eq=False)
class Stretch:
    """A household, organisation, team or model at a place for a time."""

    who: str
    kind: str
    place: str
    first: date | None
    last: date | None
    excluded: bool
    exempt: str = ""
    members: int | None = None
    host: str = ""


@dataclass(frozen=True)
class Event:
    """A pledge signed or withdrawn; in order of day, and on one day withdrawn comes last."""

    day: date
    withdrawn: bool
    pledger: str


@dataclass(frozen=True, eq=False)
class Return:
    """A count that a unit reported on a day."""

    day: date
    unit: str
    count: int
    total: int | None


@dataclass(frozen=True, eq=False)
class Activity:
    """So many of a kind that a unit did from a first day to a last, and how many took part."""

    first: date
    last: date
    unit: str
    kind: str
    count: int
    participants: int | None


@dataclass(frozen=True)
class Assessment:
    """What a subject was found to be on a day, by the rule of a regime, for the year of a window."""

    day: date
    subject: str
    regime: str
    window: str
    result: str


@dataclass(frozen=True)
class Step:
    """A row of the crosswalk: what happens to a unit that closes."""

    to: str
    part: str


def read_text(path: Path) -> str:
    """The text of a file, without a byte order mark, line ends untouched."""
    return path.read_bytes().decode("utf-8-sig")


def as_cell(value: Any) -> str:
    """A TOML value as the cell that a CSV file would have."""
    return value.isoformat() if isinstance(value, date) else str(value)


def parse_part(text: str, name: str, suffix: str) -> list[Row]:
    """The rows of the text of one file of a register."""
    text = text.removeprefix("\ufeff")
    if suffix == ".csv":
        return list(csv.DictReader(io.StringIO(text, newline=""), restval=""))
    return [{key: as_cell(value) for key, value in row.items()} for row in tomllib.loads(text).get(name, [])]


def read_part(path: Path, name: str) -> list[Row]:
    """The rows of one file of a register."""
    return parse_part(read_text(path), name, path.suffix)


def read_register(folder: Path, name: str) -> list[Row]:
    """The rows of a register: NAME.csv, NAME.toml or the files of NAME/. A register may be absent."""
    paths = [folder / f"{name}.csv", folder / f"{name}.toml"]
    if (folder / name).is_dir():
        paths += sorted(path for path in (folder / name).iterdir() if path.suffix in {".csv", ".toml"})
    return [row for path in paths if path.is_file() for row in read_part(path, name)]


def day_or_none(cell: str | None) -> date | None:
    """An ISO date, or None for a blank."""
    return date.fromisoformat(cell) if cell else None


def read_units(folder: Path) -> list[Unit]:
    """The units of the book, one for every stretch of a code."""
    return [
        Unit(
            row["code"],
            row["level"],
            row.get("parent", ""),
            day_or_none(row.get("opened")),
            day_or_none(row.get("closed")),
        )
        for row in read_register(folder, "units")
    ]


def read_stretches(folder: Path, name: str, who: str, place: str, first: str, last: str) -> list[Stretch]:
    """The stretches of a register whose columns are called as given."""
    return [
        Stretch(
            row[who],
            row.get("kind", ""),
            row[place],
            day_or_none(row.get(first)),
            day_or_none(row.get(last)),
            bool(row.get("excluded")),
            row.get("exempt", ""),
            int(row["members"]) if row.get("members") else None,
            row.get("host", ""),
        )
        for row in read_register(folder, name)
    ]


def read_crosswalk(folder: Path) -> dict[tuple[str, date], list[Step]]:
    """What happens to a code on the day on which its unit closes."""
    steps: dict[tuple[str, date], list[Step]] = defaultdict(list)
    for row in read_register(folder, "crosswalk"):
        steps[row["from"], date.fromisoformat(row["date"])].append(Step(row["to"], row["part"]))
    return steps


def read_events(folder: Path) -> dict[str, set[Event]]:
    """The journal by kind; a repeated key is one event."""
    events: dict[str, set[Event]] = defaultdict(set)
    for row in read_register(folder, "pledges"):
        event = Event(date.fromisoformat(row["date"]), row["event"] == "withdrawn", row["pledger"])
        events[row["kind"]].add(event)
    return events


def read_returns(folder: Path) -> dict[str, list[Return]]:
    """The returns by measure."""
    returns: dict[str, list[Return]] = defaultdict(list)
    for row in read_register(folder, "returns"):
        total = int(row["total"]) if row.get("total") else None
        one = Return(date.fromisoformat(row["date"]), row["unit"], int(row["count"]), total)
        returns[row["measure"]].append(one)
    return returns


def read_assessments(folder: Path) -> list[Assessment]:
    """The assessments of the book."""
    return [
        Assessment(date.fromisoformat(row["date"]), row["subject"], row["regime"], row["window"], row["result"])
        for row in read_register(folder, "assessments")
    ]


def read_activities(folder: Path) -> list[Activity]:
    """The activities of the book."""
    return [
        Activity(
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            row["unit"],
            row["kind"],
            int(row["count"]),
            int(row["participants"]) if row.get("participants") else None,
        )
        for row in read_register(folder, "activities")
    ]


def holds(row: Unit | Stretch, day: date) -> bool:
    """Whether the day lies in the stretch: first day inclusive, last day exclusive, blanks open."""
    return (row.first is None or row.first <= day) and (row.last is None or day < row.last)

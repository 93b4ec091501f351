"""Make the sample book: a synthetic household register and pledge journal on the real map of Cẩm Thủy.

    python data/make_sample.py [TARGET_DIR]

The map, the number of residential areas and the totals of 31 August 2021 are the published ones. Every
household, pledge and team is invented; so is how the totals are split below the district. The totals hold
by construction: each area is first given its number of eligible households and of pledges in force, and
lives and signatures are then told around them. The registrations for the safety standard, a pilot in two
communes, and all that stands beside households (organisations, returns, models, assessments, activities,
claims) are told last and by dice of their own: they change nothing else in the book. The same bytes come out on every
Python from 3.11 on.
"""

from __future__ import annotations

import csv
import io
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from sample_maker.campaign import HEADERS, make_campaign
from sample_maker.dice import Dice
from sample_maker.facts import MANIFEST, REGISTRATION_SEED, SEED
from sample_maker.issuers import issuer_sections
from sample_maker.journal import Event, household_events, journal_rows, own_events
from sample_maker.lives import Household, give_codes, people_of
from sample_maker.places import Area, crosswalk_rows, make_areas, team_rows, unit_rows
from sample_maker.registration import registration_events


def household_rows(households: Iterable[Household]) -> list[Sequence[str]]:
    """The register of households, a row a stretch, in the order of the codes."""
    rows = [
        (one.code, area, str(joined or ""), str(left or ""), excluded)
        for one in households
        for area, joined, left, excluded in one.stretches
    ]
    return sorted(rows, key=lambda row: (row[0], row[2]))


def table(header: str, rows: Iterable[Sequence[str]]) -> bytes:
    """A register as a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header.split(","), *rows])
    return text.getvalue().encode()


def by_commune(header: str, rows: Iterable[Sequence[str]], code: int) -> dict[str, bytes]:
    """One table a commune (or district), told by the code in the given column."""
    parts: dict[str, list[Sequence[str]]] = defaultdict(list)
    for row in rows:
        parts[row[code].split("-")[0]].append(row)
    return {commune: table(header, part) for commune, part in parts.items()}


def pledges_of(dice: Dice, areas: Sequence[Area], households: Iterable[Household]) -> list[Event]:
    """What communes, areas and households signed and withdrew."""
    waves = {area.code: area.wave for area in areas}
    events = own_events(dice, areas)
    for household in households:
        events += household_events(dice, household, waves[household.code[:8]])
    return events


def map_files(dice: Dice, areas: Sequence[Area]) -> dict[str, bytes]:
    """The manifest, the map and the teams."""
    return {
        "antq.toml": (MANIFEST + issuer_sections()).encode(),
        "units.csv": table("code,name,level,kind,parent,opened,closed,act,note", unit_rows(areas)),
        "crosswalk.csv": table("event,date,from,to,part,act,note", crosswalk_rows()),
        "teams.csv": table("code,kind,unit,established,dissolved,members", team_rows(dice, areas)),
    }


def journal_files(told: dict[str, list[Event]]) -> dict[str, bytes]:
    """The journal, a file a commune; each series of paper sheets has its letter."""
    signed = sorted(row for letter, events in told.items() for row in journal_rows(events, letter))
    journal = by_commune("date,kind,pledger,event,sheet", signed, 2)
    return {f"pledges/{commune}.csv": part for commune, part in journal.items()}


def make_book() -> dict[str, bytes]:
    """Every file of the book, by its path in it."""
    dice = Dice(SEED)
    areas = make_areas(dice)
    households = [household for area in areas for household in people_of(dice, area, areas)]
    give_codes(households)
    events = pledges_of(dice, areas, households)
    book = map_files(dice, areas)
    registrations = registration_events(Dice(REGISTRATION_SEED), households)
    campaign = make_campaign(households, events, registrations)
    book |= {f"{name}.csv": table(HEADERS[name], rows) for name, rows in campaign.registers.items()}
    lists = by_commune("household,area,joined,left,excluded", household_rows(households), 0)
    book |= {f"households/{commune}.csv": part for commune, part in lists.items()}
    return book | journal_files({"S": events, "R": registrations, "O": campaign.events})


def main(arguments: Sequence[str]) -> None:
    """Write the book into the folder that is named, else beside this script."""
    target = Path(arguments[0]) if arguments else Path(__file__).resolve().parent / "cam-thuy-sample"
    for name, content in make_book().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1:])

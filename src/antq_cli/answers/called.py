"""Names that several bear are told with what each of them lies in: one of many villages called 1 is nobody."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from antq_cli.core.manifest import ORGANISATION
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.stretches import stretches_of
from antq_cli.units.daymap import DayMap


def above(map_: DayMap, level: str, unit: int) -> dict[str, str]:
    """Return the names of the units above those of a level in a unit whose name another one there bears as well.

    They are told by code; of a unit that is not on the map all of it is looked at.
    """
    return within(map_, map_.level(level, unit if unit in map_.paths else None))


def within(map_: DayMap, numbers: Iterable[int]) -> dict[str, str]:
    """Return the names of the units above those of some units of a map whose name another one of them bears as well."""
    units, numbers = map_.atlas.units, list(numbers)
    borne = Counter(units[number].name for number in numbers)
    # The top lies in nothing that could be told.
    shared = (number for number in numbers if borne[units[number].name] > 1 and number != map_.top)
    return {units[number].code: units[map_.paths[number][1]].name for number in shared}


def above_organisations(dataset: Dataset, day: date, codes: Collection[str]) -> dict[str, str]:
    """Return the names of the units in which those of some organisations lie whose name another one bears as well."""
    organisations, map_ = stretches_of(dataset, ORGANISATION), dataset.map(day)
    rows = {code: row for row, code in enumerate(organisations.codes) if code in codes}
    names = {code: bulk.cell(organisations.table, row, "name") for code, row in rows.items()}
    borne = Counter(names.values())
    places = {code: map_.place(organisations.places[row]) for code, row in rows.items() if borne[names[code]] > 1}
    return {code: dataset.atlas.units[place].name for code, place in places.items() if place is not None}

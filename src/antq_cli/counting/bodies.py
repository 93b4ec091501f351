"""Figures organisation by organisation: what a source counts, told of each that is open, as the rows behind it say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Kind
from antq_cli.core.manifest import ORGANISATION, Manifest
from antq_cli.counting import bulk
from antq_cli.counting.amounts import NOTHING, Amount
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family, source_of
from antq_cli.counting.sources import RowBehind
from antq_cli.counting.stretches import stretches_of
from antq_cli.reading.tables import Table
from antq_cli.units.regrouping import Regrouping

# The column that says of which organisation a row is, in each register that may be behind a figure of some.
_WHOSE = {"organisations": "code", "pledges": "pledger", "returns": "unit", "assessments": "subject"}


class Body(NamedTuple):
    """An organisation: its code, its name, and of which kind it is."""

    code: str
    name: str
    kind: str


class Told(NamedTuple):
    """The own amount of each of some organisations, and what is in the unit in which they lie and of none of them."""

    of: Mapping[str, Amount]
    rest: Amount


def bodies(regrouping: Regrouping, dataset: Dataset, kind: str, unit: int) -> list[Body]:
    """Return the organisations of a kind that are open on the day and lie in a unit of the basis, by code."""
    found = stretches_of(dataset, ORGANISATION)
    rows = [
        row
        for row in found.of_kind(kind, regrouping.day)
        if regrouping.lies_in(regrouping.place(found.places[row]), unit)
    ]
    return sorted(Body(found.codes[row], bulk.cell(found.table, row, "name"), kind) for row in rows)


def tell(
    family: Family,
    kind: Kind,
    at: tuple[Regrouping, int],
    among: Sequence[Body],
    period: Period | None = None,
    part: str | None = None,
) -> Told:
    """Return what is counted of each of some organisations in a unit; the parts add up to what is in the unit.

    ``part`` is that of the measure, unless it is another one that its source alone knows.
    """
    (regrouping, unit), dataset = at, family.dataset
    own = {body.code: NOTHING for body in among}
    rest = NOTHING
    rows = family.source(kind).rows(part or kind.measure.part, regrouping, period, unit)
    for row in rows:
        if row.effect == NOTHING:
            continue
        # What has no place is seen at the top, as nobody's.
        whose = None if row.spot is None else _whose(dataset.book.table(row.register), row)
        if whose in own:
            own[whose] += row.effect
        else:
            rest += row.effect
    return Told(own, rest)


def _whose(table: Table, row: RowBehind) -> str:
    """Return of which organisation a row is, "" where its register has none."""
    column = _WHOSE.get(table.register.name, "")
    cells: Mapping[str, str] = table.broken[row.number] if row.unread else table.row_cells(row.number)
    return cells.get(column, "")


def listed(manifest: Manifest, kinds: Iterable[Kind], body: str) -> list[Kind]:
    """Return those of some kinds that organisations of a kind sign, report or are judged by, each for itself."""
    several = ((kind, kind.measure.of(None)) for kind in kinds)
    return [kind for kind, whole in several if source_of(manifest, whole).is_of_bodies(manifest, whole, body)]

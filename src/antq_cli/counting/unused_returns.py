"""Returns of no use (X209): no figure is made of them, and they are compared with nothing.

A figure is made of what those send who report the kind: units of its grain, or organisations of that kind. What
somebody else sends can only be compared: what a unit sends, with what lies in it; and from below the grain all of a
unit's together with what the unit sends itself. What an organisation sends besides is set beside nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from antq_cli.core import called
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import ORGANISATION
from antq_cli.core.measures import parse_measure
from antq_cli.core.registers import Return
from antq_cli.core.values import Named, Said
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.rules import RULES
from antq_cli.counting.stretches import called_on, stretches_of
from antq_cli.counting.unread_rows import units_left_out

# Why: of somebody else than who reports the kind; of an organisation, beside a journal or a register; of a unit below
# the grain that adds up with its neighbours to nothing that anybody above them sent.
Why = Literal["sender", "source", "below"]


class _Asked(NamedTuple):
    """A measure as the manifest has it: who reports it, and whether its figures are made of what is reported."""

    grain: str
    reported: bool


class UnusedReturns:
    """Tells the returns of no use from the others."""

    def __init__(self, dataset: Dataset, rows: Sequence[Return]) -> None:
        self.dataset = dataset
        self.rows = rows
        self._asked: dict[str, _Asked | None] = {}
        self._reach: dict[tuple[str, date], frozenset[int] | None] = {}
        self._levels: dict[tuple[str, date, int], set[str]] = {}

    def findings(self, reporters: Sequence[int | None], senders: Sequence[str | None]) -> Iterator[Finding]:
        """Find them, given for each return the site of the unit and the code of the organisation that sent it."""
        table = self.dataset.book.table("returns")
        for number, (row, site, body) in enumerate(zip(self.rows, reporters, senders, strict=True)):
            asked = self._measure(row.measure)
            found = asked and (self._of_unit(row, site, asked) if body is None else self._of_body(row, body, asked))
            if asked and found:
                sender, why = found
                manifest = self.dataset.manifest
                values = {"grain": called.level(manifest, asked.grain), "sender": called.level(manifest, sender)}
                values |= {"measure": called.measure(manifest, row.measure), "unit": self._sender(row, site)}
                yield table.finding(RULES["X209"], number, "unit", no_use=Said("no_use", why), **values)

    def _sender(self, row: Return, site: int | None) -> Named:
        """Return who sent a return, as a finding names them."""
        unit = None if site is None else self.dataset.atlas.unit_of(site)[0]
        return called_on(self.dataset, row.unit, row.date, unit)

    def _measure(self, written: str) -> _Asked | None:
        """Return what is asked of a measure; None of one that the manifest does not name (X205)."""
        if written not in self._asked:
            self._asked[written] = self._asked_of(written)
        return self._asked[written]

    def _asked_of(self, written: str) -> _Asked | None:
        manifest, measure = self.dataset.manifest, parse_measure(written)
        if measure is None or written not in manifest.measures():
            return None
        if measure.family == "units":
            return _Asked(str(measure.kind), reported=False)
        declared = manifest.kinds(measure.family)[measure.kind or ""]
        return _Asked(manifest.grain(declared), declared.source == "returns")

    def _of_body(self, row: Return, code: str, asked: _Asked) -> tuple[str, Why] | None:
        organisations = stretches_of(self.dataset, ORGANISATION)
        there = organisations.there(code, str(row.date))
        kind = None if there is None else bulk.cell(organisations.table, there, "kind")
        return None if kind in (None, asked.grain) else (kind, "sender" if asked.reported else "source")

    def _of_unit(self, row: Return, site: int | None, asked: _Asked) -> tuple[str, Why] | None:
        """Return why a unit's return is of no use; beside a journal or a register, each stands beside a figure."""
        if site is None or not asked.reported:
            return None
        atlas, unit = self.dataset.atlas, self.dataset.atlas.unit_of(site)[0]
        level, path = atlas.units[unit].level, self.dataset.map(row.date).paths.get(unit)
        if level == asked.grain or path is None or atlas.depth(unit) is None:
            return None  # who does not lie below the top, or is of no level, is told of by the rules of units
        if self._is_below(unit, asked.grain):
            return None if any(self._compared(row, level, above) for above in path[1:]) else (level, "below")
        around = self._with(asked.grain, row.date)
        return None if around is None or unit in around else (level, "sender")

    def _is_below(self, unit: int, grain: str) -> bool:
        manifest, depth = self.dataset.manifest, self.dataset.atlas.depth(unit)
        return depth is not None and manifest.is_level(grain) and manifest.depth(grain) < depth

    def _compared(self, row: Return, level: str, above: int) -> bool:
        """Return whether a unit and all units of a level in it ever report the same measure.

        Only what all of them sent adds up to something that can be compared. When they sent it is no matter here: a
        month that is missing makes no return useless.
        """
        units, codes = self.dataset.atlas.units, self._sent.get(row.measure, set()) | self._unread
        key = level, row.date, above
        if units[above].code in codes and key not in self._levels:
            self._levels[key] = {units[each].code for each in self.dataset.map(row.date).level(level, above)}
        return units[above].code in codes and self._levels[key] <= codes

    @cached_property
    def _sent(self) -> Mapping[str, set[str]]:
        """The codes of those who ever sent a return, by its measure."""
        sent: dict[str, set[str]] = {}
        for row in self.rows:
            sent.setdefault(row.measure, set()).add(row.unit)
        return sent

    @cached_property
    def _unread(self) -> set[str]:
        """Return who sent returns that could not be read: of whatever measure."""
        return {cells.get("unit", "") for cells in self.dataset.book.table("returns").broken}

    def _with(self, grain: str, day: date) -> frozenset[int] | None:
        """Return the units that somebody of a grain lies in on a day; None where there may be others."""
        if (grain, day) not in self._reach:
            map_ = self.dataset.map(day)
            places = [None if site is None else map_.place(site) for site in self._sites(grain, day)]
            paths = (map_.paths[place] for place in places if place is not None)
            self._reach[grain, day] = None if None in places else frozenset(unit for path in paths for unit in path)
        return self._reach[grain, day]

    def _sites(self, grain: str, day: date) -> Iterator[int | None]:
        """Yield where those of a grain are on a day, and where those may be that could not be read."""
        if self.dataset.manifest.is_level(grain):
            yield from self.dataset.map(day).level(grain)
            yield from units_left_out(self.dataset, grain, day)
            return
        organisations = stretches_of(self.dataset, ORGANISATION)
        yield from (organisations.places[row] for row in organisations.of_kind(grain, day))
        yield from organisations.left_out(day, grain)

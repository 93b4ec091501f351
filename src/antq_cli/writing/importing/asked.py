"""What is asked of sheets beside what stands in them."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property

from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import parse_measure
from antq_cli.core.sheets import Area
from antq_cli.counting.dataset import Dataset
from antq_cli.writing.importing.forms import Form
from antq_cli.writing.importing.heads import Roles
from antq_cli.writing.importing.mapping import Mapping as SheetMapping
from antq_cli.writing.importing.names import Names

# The families of which units report how many there are, or how many have signed.
_REPORTED = ("pledges", "teams", "models")


class Asked:
    """What is asked of all sheets of an import, and the book that they come into.

    ``days`` are those of the register's columns of days that are told once for all rows, by these columns. ``scope`` is
    the unit below which all rows are, None the top; ``unit`` is what it is called where rows need no unit of their own.
    ``area`` is the part of each sheet that is looked at, None all of it; nothing happened after ``today``.
    """

    def __init__(  # noqa: PLR0913 - so many things are asked, each by an option of its own
        self,
        dataset: Dataset,
        form: Form,
        *,
        days: Mapping[str, date] | None = None,
        scope: int | None = None,
        mapping: SheetMapping | None = None,
        area: Area | None = None,
        today: date = date.max,
    ) -> None:
        self.dataset = dataset
        self.form = form
        self.days = days or {}
        self.scope = scope
        self.mapping = mapping
        self.area = area
        self.today = today
        self.unit = "" if scope is None else dataset.atlas.units[scope].code
        self._names: dict[frozenset[str], Names] = {}

    @property
    def manifest(self) -> Manifest:
        """The manifest of the book."""
        return self.dataset.manifest

    @cached_property
    def roles(self) -> Roles:
        """What headings say."""
        return Roles(self.form, self.manifest, self.mapping)

    @cached_property
    def grains(self) -> Mapping[str, str]:
        """Who reports each measure that the register may have: a level, or a kind of organisation."""
        found: dict[str, str] = {}
        for written in self.form.measures(self.manifest):
            measure = parse_measure(written)
            if measure is not None and not measure.flowing and measure.family != "units":
                found[written] = self.manifest.grain(self.manifest.kinds(measure.family)[measure.kind or ""])
        return found

    @cached_property
    def reported(self) -> list[str]:
        """What units report: of returns the kinds of which the manifest says so, of activities every kind."""
        return [written for written in self.form.measures(self.manifest) if self._is_reported(written)]

    def _is_reported(self, written: str) -> bool:
        measure = parse_measure(written)
        assert measure is not None
        kind = self.manifest.kinds(measure.family).get(measure.kind or "")
        reported = kind is not None and (kind.source == "returns" or kind.grain is not None)
        return measure.flowing or (measure.family in _REPORTED and measure.part is None and reported)

    def names(self, measures: Collection[str]) -> Names:
        """Return who may be named in a sheet of some measures; "" are those that its rows name."""
        several = measures if "" not in measures else self.grains
        grains = frozenset(self.grains[each] for each in several if each in self.grains)
        if grains not in self._names:
            self._names[grains] = Names(self.dataset, self.scope, grains)
        return self._names[grains]

"""The families of measures: one table that says of each what its kinds are counted from."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Kind
from antq_cli.core.manifest import UNTIL_WITHDRAWN, ActivityKind, Level, Manifest, PledgeKind, Reported, TeamKind
from antq_cli.core.measures import WORDS, Measure
from antq_cli.core.ratio import hundredths_of
from antq_cli.counting.activities import Activities
from antq_cli.counting.amounts import OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.journal import Journal
from antq_cli.counting.levels import LevelJournal
from antq_cli.counting.registered import OpenOrganisations, OpenUnits, PresentHouseholds
from antq_cli.counting.returns import Returns
from antq_cli.counting.sources import Source
from antq_cli.counting.standards import Assessments, PublishedResults
from antq_cli.counting.teams_models import TeamsModels
from antq_cli.units.regrouping import Regrouping


class FamilySources(NamedTuple):
    """What the kinds of a family are counted from: the book's own rows, or what was reported.

    Its words, its parts and what is rated stand in :data:`antq_cli.core.measures.WORDS`, its kinds in the manifest.
    """

    recorded: Callable[[Manifest, Measure], type[Source]]
    reported: type[Source] = Returns


SOURCES = {
    "pledges": FamilySources(lambda manifest, kind: Journal if Journal.keeps(manifest, kind) else LevelJournal),
    "teams": FamilySources(lambda *_: TeamsModels),
    "models": FamilySources(lambda *_: TeamsModels),
    "activities": FamilySources(lambda *_: Activities),
    "standards": FamilySources(lambda *_: Assessments, PublishedResults),
    "households": FamilySources(lambda *_: PresentHouseholds),
    "units": FamilySources(lambda *_: OpenUnits),
    "organisations": FamilySources(lambda *_: OpenOrganisations),
}


def source_of(manifest: Manifest, measure: Measure) -> type[Source]:
    """Return what a kind is counted from; the manifest has to have it."""
    family = SOURCES[measure.family]
    if manifest.kinds(measure.family)[measure.kind or ""].source == "returns":
        return family.reported
    return family.recorded(manifest, measure)


def registers_of(manifest: Manifest, family: str, kind: str) -> Sequence[str]:
    """Return the registers that a kind of a family is counted from, beside the units."""
    measure = Measure(family, kind or None)
    return source_of(manifest, measure).reads(manifest, measure)


class Family:
    """The kinds of one family in a book, and their sources, each made once."""

    def __init__(self, dataset: Dataset, family: str) -> None:
        self.dataset = dataset
        self.family = family
        self.declared = dataset.manifest.kinds(family)
        self._sources: dict[str, Source] = {}

    def kinds(self, asked: Sequence[str] = ()) -> list[Kind]:
        """Return the kinds of the family in the order of the manifest, or those asked for."""
        return [self._kind(id_, kind) for id_, kind in self.declared.items() if not asked or id_ in asked]

    def _kind(self, id_: str, declared: Reported) -> Kind:
        kind = Kind(
            Measure(self.family, id_ or None),
            id_,
            declared.vi,
            declared.en,
            declared.source,
            _lapses(declared),
            _target(declared),
        )
        kind = kind._replace(grain=self.grain(kind))
        if isinstance(declared, ActivityKind):
            return kind._replace(counts=declared.counts)
        if not isinstance(declared, TeamKind):
            return kind
        manifest = self.dataset.manifest
        reach = manifest.reach(declared)
        level = manifest.level(reach) if manifest.is_level(reach) else Level(id=reach)
        return kind._replace(reach=level, opened=declared.opened, closed=declared.closed, law=declared.law)

    def measured(self, kinds: Sequence[Kind], period: Period | None) -> list[Kind]:
        """Return the measures of some kinds: each with its parts on a day, and with a period what flowed within it."""
        parts = WORDS[self.family].told(within=period is not None)
        return [kind._replace(measure=kind.measure.of(part)) for kind in kinds for part in parts]

    def grain(self, kind: Kind) -> str | None:
        """Return who reports a kind, a level or a kind of organisation; None where it is not counted from reports."""
        return self.dataset.manifest.grain(self.declared[kind.id]) if kind.source == "returns" else None

    def source(self, kind: Kind) -> Source:
        """What a kind and all its parts are counted from, made once: making it reports what is wrong with rows."""
        if kind.id not in self._sources:
            whole = kind.measure.of(None)
            self._sources[kind.id] = source_of(self.dataset.manifest, whole)(self.dataset, whole)
        return self._sources[kind.id]

    def needs(self, kind: Kind) -> Sequence[str]:
        """Return the registers that a kind is counted from, beside the units."""
        return registers_of(self.dataset.manifest, self.family, kind.id)

    def can_count(self, kind: Kind) -> bool:
        """Return whether the book has what a kind is counted from; what the manifest declares, it has to have."""
        tables = map(self.dataset.book.table, self.needs(kind))
        return WORDS[self.family].declared or kind.source == "returns" or all(table.parts for table in tables)

    def amounts(self, kind: Kind, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts | None:
        """Return a measure's own part of each unit on a day, or within a period; None where there can be no such."""
        amounts = self.source(kind).amounts(kind.measure.part, regrouping, period)
        if amounts is not None:
            self.dataset.of_days.report(amounts.why_lost())
        return amounts

    def begins(self, kind: Kind) -> date | None:
        """Return the day of the first row that is of a kind; None of what has no days, or no rows. It is known once."""
        return self.dataset.share(("begins", self.family, kind.id), self.source(kind).begins)


def _lapses(kind: Reported) -> bool:
    return isinstance(kind, PledgeKind) and kind.validity != UNTIL_WITHDRAWN


def _target(kind: Reported) -> int | None:
    written = kind.target if isinstance(kind, PledgeKind) else None
    return None if written is None else hundredths_of(written)

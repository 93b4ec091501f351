"""What a manifest says that its other parts do not bear out."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from antq_cli.core import called
from antq_cli.core.findings import BOOK
from antq_cli.core.manifest import HOUSEHOLD, ORGANISATION, STUDENT, UNTIL_WITHDRAWN, Manifest, Yearly
from antq_cli.core.measures import FAMILIES, parse_measure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.regimes import Criterion, JudgedSubject
from antq_cli.core.registers import REGISTERS

Loc = tuple[str | int, ...]
# What pydantic puts at the end of the place of an error that is in a key.
KEY = "[key]"
_SOME_YEARS = range(2001, 2006)  # with a leap year among them
Contradiction = tuple[Loc, str, dict[str, Any]]


def contradictions(manifest: Manifest) -> Iterator[Contradiction]:
    """Yield what a manifest says that its other parts do not bear out: the place, the rule's code, values.

    A place is that of a value, or ends with :data:`KEY` where the key is meant.
    """
    levels = [level.id for level in manifest.levels]
    for number, level in enumerate(levels):
        if level in levels[:number]:
            yield ("levels", number, "id"), "S008", {}
    for section in ("campaign", "returns"):
        if getattr(manifest, section).calendar not in (None, *manifest.calendar_ids):
            yield (section, "calendar"), "S004", {"allowed": manifest.calendar_ids}
    reported = manifest.returns.calendar
    if reported in manifest.calendar_ids and manifest.calendar(str(reported)).windows:
        yield ("returns", "calendar"), "S013", {"calendar": called.calendar(manifest, str(reported))}
    yield from _days_out_of_order(manifest)
    yield from _validities(manifest)
    yield from _unknown_units(manifest, levels)
    yield from _unknown_subjects(manifest, levels)
    yield from _regimes(manifest, levels)
    yield from _issuers(manifest)
    for number, waiver in enumerate(manifest.waivers):
        if waiver.register_ not in (BOOK, *REGISTERS):
            yield ("waivers", number, "register"), "S004", {"allowed": [BOOK, *REGISTERS]}


def _days_out_of_order(manifest: Manifest) -> Iterator[Contradiction]:
    """Find the kinds and regimes that end before they begin, or on the same day."""
    for section in ("teams", "models", "regimes"):
        for id_, kind in getattr(manifest, section).items():
            if kind.opened is not None and kind.closed is not None and kind.closed <= kind.opened:
                yield (section, id_, "closed"), "S015", {"opened": kind.opened}


def _validities(manifest: Manifest) -> Iterator[Contradiction]:
    for id_, kind in manifest.pledges.items():
        if kind.source == "returns" and kind.validity != UNTIL_WITHDRAWN:
            yield ("pledges", id_, "validity", KEY), "S011", {}
        elif isinstance(kind.validity, Yearly) and kind.validity.calendar not in manifest.calendar_ids:
            yield ("pledges", id_, "validity", "calendar"), "S004", {"allowed": manifest.calendar_ids}


def _unknown_units(manifest: Manifest, levels: list[str]) -> Iterator[Contradiction]:
    """Find who is to report or to be reached and is neither a level nor, where that may be, a kind of organisation."""
    anybody = [*levels, *ORGANISATION_KINDS]
    if manifest.households.grain not in (None, *anybody):
        yield ("households", "grain"), "S004", {"allowed": anybody}
    for family in FAMILIES:
        for id_, kind in manifest.kinds(family).items():
            if kind.grain not in (None, *anybody):
                yield (family, id_, "grain"), "S004", {"allowed": anybody}
    for family, allowed in (("teams", levels), ("models", anybody)):
        for id_, team in getattr(manifest, family).items():
            if team.reach not in (None, *allowed):
                yield (family, id_, "reach"), "S004", {"allowed": allowed}


def _unknown_subjects(manifest: Manifest, levels: list[str]) -> Iterator[Contradiction]:
    allowed = [HOUSEHOLD, STUDENT, ORGANISATION, *ORGANISATION_KINDS, *levels]
    for id_, kind in manifest.pledges.items():
        subject = manifest.subject(id_)
        if subject not in allowed:
            yield ("pledges", id_, "subject" if kind.subject else KEY), "S004", {"allowed": allowed}
        elif subject == STUDENT and kind.source == "journal":
            yield ("pledges", id_, KEY), "S009", {}
    for id_ in manifest.standards:
        if id_ not in (*levels, *ORGANISATION_KINDS):
            yield ("standards", id_, KEY), "S004", {"allowed": [*levels, *ORGANISATION_KINDS]}


def _regimes(manifest: Manifest, levels: list[str]) -> Iterator[Contradiction]:
    for id_, regime in manifest.regimes.items():
        for subject, judged in regime.subjects.items():
            place = ("regimes", id_, "subjects", subject)
            if subject not in (*levels, *ORGANISATION_KINDS):
                yield (*place, KEY), "S004", {"allowed": [*levels, *ORGANISATION_KINDS]}
            if judged.calendar not in manifest.calendar_ids:
                yield (*place, "calendar"), "S004", {"allowed": manifest.calendar_ids}
            for number, criterion in enumerate(judged.criteria):
                for loc, code, values in _criterion(manifest, judged, criterion):
                    yield (*place, "criteria", number, *loc), code, values
    for (one, first), (other, second) in combinations(manifest.regimes.items(), 2):
        for subject in first.subjects:
            if subject in second.subjects and first.meets(second):
                values = {"regime": called.regime(manifest, one), "kind": called.level(manifest, subject)}
                yield ("regimes", other, "subjects", subject, KEY), "S012", values


def _issuers(manifest: Manifest) -> Iterator[Contradiction]:
    """Find the issuers that end before they begin, and those of one unit whose days overlap."""
    issuers = manifest.report.issuers
    for number, issuer in enumerate(issuers):
        if issuer.from_ is not None and issuer.until is not None and issuer.until <= issuer.from_:
            yield ("report", "issuers", number, "until"), "S015", {"opened": issuer.from_}
        for other in issuers[:number]:
            if issuer.meets(other):
                yield ("report", "issuers", number, "unit"), "S023", {"issuer": " ".join(other.body)}


def _criterion(manifest: Manifest, judged: JudgedSubject, criterion: Criterion) -> Iterator[Contradiction]:
    known = manifest.measures()
    for number, written in enumerate(criterion.measures):
        measure = parse_measure(written)
        if written in criterion.measures[:number]:
            yield ("measures", number), "S016", {}
        elif measure is None or written not in known:
            yield ("measures", number), "S004", {"allowed": known}
        elif criterion.share is not None and not measure.rated:
            yield ("measures", number), "S014", {"share": str(criterion.at_least)}
    if criterion.calendar not in (None, *manifest.calendar_ids):
        yield ("calendar",), "S004", {"allowed": manifest.calendar_ids}
    elif criterion.by and judged.calendar in manifest.calendar_ids:
        yield from _due(manifest, judged, criterion)


def _due(manifest: Manifest, judged: JudgedSubject, criterion: Criterion) -> Iterator[Contradiction]:
    """Find a day on which a criterion is to be counted and that not every window has."""
    windows, years = manifest.calendar(judged.calendar), manifest.year_of(criterion)
    if years.windows:
        yield ("by",), "S013", {"calendar": called.calendar(manifest, years.id)}
    elif any(criterion.due(windows.year(year), years) is None for year in _SOME_YEARS):
        yield ("by",), "S022", {"calendar": called.calendar(manifest, judged.calendar)}

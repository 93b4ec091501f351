"""Claims: every published figure is held against the book, on its own day."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple, get_args

from antq_cli.answers.rules import RULES
from antq_cli.core import called
from antq_cli.core.claims import (
    Asserted,
    ClaimOf,
    Claims,
    Difference,
    HeldClaim,
    Never,
    Unverifiable,
    Verdict,
    asserted,
    lacking,
    rounds_to,
    with_verdicts,
)
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.findings import Finding
from antq_cli.core.measures import FigureId, parse_figure
from antq_cli.core.registers import Claim
from antq_cli.core.values import Named, Said, Share
from antq_cli.counting.asking import Figures, When
from antq_cli.counting.returns import returns_of
from antq_cli.counting.stretches import called_on
from antq_cli.units.regrouping import OutOfReach


class _Computed(NamedTuple):
    """What the book has: a figure, or why it has none; and the sources of the returns in it."""

    figure: Figure | None
    why: Unverifiable | None = None
    sources: frozenset[str] = frozenset()


def claims(figures: Figures, reason: Callable[[Finding], str | None] = lambda _: None) -> Claims:
    """Hold every claim against the book, and report what does not hold.

    ``reason`` says why the book waives a finding, None where it does not. Raises :class:`Refused` where the register
    cannot be read.
    """
    book = figures.dataset.book
    rows = book.rows(Claim)
    book.refuse_if_unreadable("claims")
    held = [_held(figures, row) for row in rows]
    found = [list(_told(figures, number, each)) for number, each in enumerate(held)]
    figures.dataset.report(finding for several in found for finding in several)
    reasons = (next(filter(None, map(reason, several)), None) for several in found)
    held = [each._replace(waived=why) for each, why in zip(held, reasons, strict=True)]
    return with_verdicts(sorted(held, key=lambda each: each.id))


def _held(figures: Figures, row: Claim) -> HeldClaim:
    named = parse_figure(row.figure)
    assert named is not None
    said = asserted(row.value)
    found = _computed(figures, named, said)
    verdict, why, difference = _judged(row, found)
    counted_on = found.figure and (found.figure.counted_on or _days(named))
    # A code that is no unit's may be that of a household, written there by mistake.
    withheld = found.figure is None and figures.dataset.book.names_household(named.unit)
    told = (row.id, row.figure, row.value, row.source, said, found.figure, difference, verdict, why, counted_on)
    return HeldClaim(*told, _of(figures, named), withheld, row.note)


def _of(figures: Figures, named: FigureId) -> ClaimOf:
    """Return what a claim is of, with the names that the book has for it on its day."""
    who = _called(figures, named)
    kind = figures.kind(named.measure)
    manifest = figures.dataset.manifest
    signs = kind is not None and named.measure.family == "pledges" and manifest.subject(kind.id) == "household"
    days = (named.first, named.last, named.basis)
    return ClaimOf(named.measure, kind, named.unit, who.vi, *days, signs or named.measure.family == "households")


def _called(figures: Figures, named: FigureId) -> Named:
    return called_on(figures.dataset, named.unit, named.last, _unit(figures, named))


def _days(named: FigureId) -> tuple[date, date]:
    return named.first or named.last, named.last


def _judged(row: Claim, found: _Computed) -> tuple[Verdict, Unverifiable | None, Difference]:
    """Return the verdict on a claim, why it cannot be given, and the difference."""
    said, figure = asserted(row.value), found.figure
    # Before all else: the rows that are left out may be just what the figure lacks.
    if figure is not None and figure.left_out:
        return "unverifiable", "left-out", Difference()
    if figure is None or figure.num is None or figure.state == "partial":
        return "unverifiable", found.why or (_why(figure) if figure else None), Difference()
    if (said.den is not None or said.percent is not None) and not figure.den:
        return "unverifiable", "no-denominator", Difference()
    if said.percent is not None:
        assert figure.den is not None
        same, difference = (
            rounds_to(figure.num, figure.den, said.percent),
            lacking(figure.num, figure.den, said.percent),
        )
    else:
        assert said.num is not None
        lacks = None if said.den is None or figure.den is None else said.den - figure.den
        difference = Difference(said.num - figure.num, lacks)
        same = not difference.num and not difference.den
    # That a figure agrees with the paper from which it was entered proves nothing.
    agrees: Verdict = "agrees (same source)" if found.sources == {row.source} else "agrees"
    return (agrees if same else "differs"), None, difference


def _why(figure: Figure) -> Unverifiable:
    """Return why a figure has no number: what is not from returns was not assessed."""
    if figure.state == "not-reported" and figure.expected is None:
        return "not-assessed"
    assert figure.state in ("not-reported", "below-grain", "partial")  # all others have one
    return figure.state


def _computed(figures: Figures, named: FigureId, said: Asserted) -> _Computed:
    """Count the figure that a claim names, on its day and its map."""
    kind = figures.kind(named.measure)
    if kind is None:
        return _Computed(None, "undeclared")
    if named.measure.flow is not (named.first is not None) or (named.measure.flow and kind.source == "returns"):
        return _Computed(None, "no-flow")
    if not named.measure.rated and (said.percent is not None or said.den is not None):
        return _Computed(None, "unrated")
    unit = _unit(figures, named)
    when = When(named.last, named.first, named.basis)
    try:
        body = None if unit is not None else figures.of_body(named.measure, named.unit, when)
        figure = body if unit is None else figures.at(named.measure, unit, when)
    except OutOfReach:
        return _Computed(None, "unreachable")
    return _Computed(figure, None if figure else "no-unit", _sources(figures, kind, named.unit if body else unit, when))


def _unit(figures: Figures, named: FigureId) -> int | None:
    """Return the unit of a figure; None where nobody bears its code, or the campaign has no top on one of the days."""
    dataset, basis = figures.dataset, named.basis or named.last
    if dataset.map(named.last).top is None:
        return None
    return dataset.map(basis).unit(named.unit)


def _sources(figures: Figures, kind: Kind, who: int | str | None, when: When) -> frozenset[str]:
    """Return the sources of the returns that are in a figure of a unit, or of an organisation by its code."""
    family = figures.family(kind.measure.family)
    grain = family.grain(kind)
    if grain is None:
        return frozenset()
    regrouping = figures.dataset.regrouping(when.last, when.basis)
    found = set()
    for sender, (row, site) in returns_of(figures.dataset).latest(str(kind.measure), grain, when.last).items():
        inside = isinstance(who, int) and regrouping.lies_in(regrouping.spot(site), who)
        if inside or (isinstance(who, str) and sender == who):
            found.add(row.source or "")
    return frozenset(found)


def _told(figures: Figures, number: int, held: HeldClaim) -> Iterator[Finding]:
    """Find a claim that differs (R101), cannot be verified (R102), or names no figure of this book (R103)."""
    table = figures.dataset.book.table("claims")
    if held.verdict == "differs":
        computed = held.computed
        assert computed is not None
        has = Share(computed.num, computed.den, computed.percent)
        yield table.finding(RULES["R101"], number, "value", has=has, published=Share(*held.asserted))
    elif held.verdict == "unverifiable":
        named = parse_figure(held.figure)
        assert named is not None
        assert held.why is not None
        code = "R103" if held.why in get_args(Never) else "R102"
        measure = called.measure(figures.dataset.manifest, str(named.measure))
        who = _called(figures, named)
        claimed = Said("claimed", "day" if named.first is None else "span")
        days = {"begins": named.first, "day": named.last}
        values = {"reason": Said("unverifiable", held.why), "claimed": claimed, "measure": measure, "unit": who}
        yield table.finding(RULES[code], number, "figure", **values, **days)

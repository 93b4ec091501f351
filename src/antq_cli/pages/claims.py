"""Claims: what was published beside what the book has."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from antq_cli.core.claims import VERDICTS, ClaimOf, Claims, HeldClaim
from antq_cli.core.measures import FLOWS, parse_figure
from antq_cli.core.outcomes import Outcome
from antq_cli.pages.cells import (
    BLANK,
    Apart,
    Joined,
    KindName,
    Message,
    OnDay,
    PageCell,
    Percent,
    Share,
    UnitName,
    Unknown,
    Verbatim,
    Whole,
    joined,
)
from antq_cli.pages.figures import aged, flow_name, measure_name, place
from antq_cli.pages.model import (
    Fits,
    Line,
    Page,
    PageColumn,
    PageTable,
    Records,
    number_columns,
    text_columns,
    titled,
)

_COLUMNS = (
    *("id", "figure", "value", "source", "verdict", "why", "asserted_num", "asserted_den", "asserted_percent"),
    *("computed_num", "computed_den", "computed_percent", "computed_state", "computed_old"),
    *("difference_num", "difference_den", "difference_to_round", "difference_to_reach", "counted_from", "counted_to"),
    *("note", "waived"),
)


def page(outcome: Outcome, _fits: Fits) -> Page:
    """A row a claim, and below how many have which verdict; of no claims that line is left out."""
    claims = outcome.result
    assert isinstance(claims, Claims)
    tallies = [tallied(claims)] if claims.held else []
    return Page(*titled(outcome, Message("title.claims")), [_table(claims.held)], tallies)


def records(claims: Claims) -> Records:
    """The claims by id, each with the book's figure; what names a household is None."""
    return Records([record(held) for held in claims.held], _COLUMNS, more={"verdicts": claims.verdicts})


def record(held: HeldClaim) -> dict[str, Any]:
    """Return a claim with what was published and what the book has, as machines read them."""
    computed = held.computed and held.computed.record()
    told = {"asserted": held.asserted._asdict(), "computed": computed, "difference": held.difference._asdict()}
    shown = {name: value for name, value in held._asdict().items() if name not in ("of", "withheld")}
    if held.withheld:
        return {**shown, **told, "figure": None, "note": None}
    return {**shown, **told}


def _table(held: Sequence[HeldClaim]) -> PageTable:
    """Return a row a claim: what it is of, what was published, what the book has, the verdict and why, the proof."""
    columns = [PageColumn(Message("column.claim"), whole=True)]
    columns += [column._replace(extra=True, beneath=True) for column in text_columns("claim-of")]
    columns += number_columns("claimed", "book")
    columns += [column._replace(beneath=True) for column in text_columns("verdict")]
    # Where there is no room for these, what the claim is of says the first two in words, and the source goes beneath.
    columns += [column._replace(faint=True, extra=True, elsewhere=True) for column in text_columns("figure", "on")]
    columns += [column._replace(faint=True, extra=True, beneath=True) for column in text_columns("source")]
    return PageTable(columns, [Line([*_cells(each), *_proof(each)]) for each in held])


def _cells(held: HeldClaim) -> list[PageCell]:
    return [Verbatim(held.id), claim_of(held), claimed(held), has(held), joined([verdict(held), waived(held)], "; ")]


def claim_of(held: HeldClaim) -> PageCell:
    """Return what a claim is of, as people say it: the measure, the unit, the days, and if need be the map."""
    of = held.of
    unit: PageCell = Message("withheld") if held.withheld else Verbatim(of.unit)
    unit = unit if of.unit_name is None else place(of.unit, of.unit_name)
    last = OnDay(of, "last")
    days: PageCell = last if of.first is None else Message("title.days", first=OnDay(of, "first"), last=last)
    basis = BLANK if of.basis is None else Message("title.basis", day=OnDay(of, "basis"))
    return joined([_measure(of), unit, days, basis], ", ")


def briefly(held: HeldClaim, unit: str, day: date) -> PageCell:
    """Return the same on a page that is itself of a unit on a day: what differs from those."""
    of = held.of
    if held.withheld or of.unit_name is None or of.first is not None or of.basis is not None:
        return claim_of(held)
    where = BLANK if of.unit == unit else UnitName(of.unit, of.unit_name)
    return joined([_measure(of), where, BLANK if of.last == day else OnDay(of, "last")], ", ")


def _measure(of: ClaimOf) -> PageCell:
    """Return what a measure is called; what the manifest does not declare has only its id."""
    if of.kind is None:
        return Verbatim(str(of.measure))
    if of.measure.part in FLOWS:
        whole = of.kind._replace(measure=of.measure.of(None))
        return Joined([KindName(whole), flow_name(of.kind, of.measure.part)], ": ")
    return measure_name(of.kind)


def _proof(held: HeldClaim) -> list[PageCell]:
    """Return the figure that a claim is of, the days on which it was counted, and the source."""
    days = Joined([OnDay(held, "counted_from"), OnDay(held, "counted_to")], "–", once=True)
    return [Message("withheld") if held.withheld else Verbatim(held.figure), days, Verbatim(held.source)]


def claimed(held: HeldClaim) -> PageCell:
    """What was published, in the form in which it was: a percentage, a count, or a count out of another."""
    return Percent(held.asserted, "percent") if held.asserted.percent is not None else Share(held.asserted)


def has(held: HeldClaim) -> PageCell:
    """Return what the book has, in the form in which it was published."""
    if held.computed is None or held.computed.num is None:
        return Unknown(str(held.why))
    if held.asserted.percent is not None:
        return Percent(held.computed, "percent")
    return Share(held.computed) if held.asserted.den is not None else Whole(held.computed, "num")


def verdict(held: HeldClaim) -> PageCell:
    """Return the verdict on a claim with what there is to say of it."""
    return joined([joined([Message(f"verdict.{held.verdict}"), *_why(held)], ": "), age(held)], "; ")


def waived(held: HeldClaim) -> PageCell:
    """Return why the book waives what was found about a claim; blank where it does not."""
    return BLANK if held.waived is None else Message("claims.waived", reason=Verbatim(held.waived))


def explained(held: HeldClaim) -> PageCell:
    """Return the reason for which a claim is waived, else its note; blank where there is neither."""
    if held.waived is not None or held.note is None or held.withheld:
        return waived(held)
    return Message("claims.note", note=Verbatim(held.note))


def age(held: HeldClaim) -> PageCell:
    """Return how old the numbers are with which the book answers a claim; blank where none is old."""
    return BLANK if held.computed is None else aged(held.computed)


def _why(held: HeldClaim) -> list[PageCell]:
    """Return by how much a claim differs, or why it cannot be verified."""
    if held.verdict == "unverifiable":
        named = parse_figure(held.figure)
        assert named is not None
        unit: PageCell = Message("withheld") if held.withheld else Verbatim(named.unit)
        return [Message(f"unverifiable.{held.why}", measure=Verbatim(str(named.measure)), unit=unit)]
    if held.verdict != "differs":
        return []
    moved = held.difference
    if held.asserted.percent is not None:
        to_round, to_reach = Apart(moved, "to_round"), Apart(moved, "to_reach")
        way = "more" if to_reach.value > 0 else "fewer"
        noun = [Message("noun.households")] if held.of.households else []
        rounds = [Message(f"differs.{way}-rounds", n=joined([to_round, *noun], " "), value=claimed(held))]
        rounds = [] if to_round.value is None else rounds
        again = [] if rounds else noun  # of two numbers the second is of the same
        reach = Message(f"differs.{way}-reach", n=joined([to_reach, *again], " "), value=claimed(held))
        return [joined([*rounds, reach], ", ")]
    parts = [Apart(moved, part) for part in ("num", "den")]
    return [joined([_moved(part) for part in parts if part.value], ", ")]


def _moved(part: Apart) -> PageCell:
    """Return by how much a published number, or its total, is higher or lower than that of the book."""
    return Message(f"differs.{part.part}-{'more' if part.value > 0 else 'fewer'}", n=part)


def tallied(claims: Claims) -> PageCell:
    """How many claims have which verdict, in the order of the verdicts; one that none has is left out."""
    counts = claims.verdicts
    told = [Message(f"verdicts.{verdict}", n=Whole(counts, verdict)) for verdict in VERDICTS if counts[verdict]]
    return joined(told, " · ")

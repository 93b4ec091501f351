"""Claims: what was published beside what the book has."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from antq_cli.core.claims import VERDICTS, Claims, HeldClaim
from antq_cli.core.measures import parse_figure
from antq_cli.core.outcomes import Outcome
from antq_cli.render.grid import Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.words.numbers import MISSING
from antq_cli.words.speech import Speech

_COLUMNS = (
    *("id", "figure", "value", "source", "verdict", "why", "asserted_num", "asserted_den", "asserted_percent"),
    *("computed_num", "computed_den", "computed_percent", "computed_state"),
    *("difference_num", "difference_den", "difference_to_round", "difference_to_reach", "counted_from", "counted_to"),
)


def page(outcome: Outcome, speech: Speech, room: Room) -> Page:
    """Return the page of the claims; with the figures, their days and the sources where there is room for them."""
    claims = outcome.result
    assert isinstance(claims, Claims)
    lines = [tallied(claims.held, speech)] if claims.held else []
    whole = grid(claims.held, speech, whole=True)
    shown = whole if room.width_of(whole) <= room.fits else grid(claims.held, speech)
    return Page(*titled(outcome, speech, speech.say("title.claims")), [shown], lines)


def records(claims: Claims) -> Records:
    """Return the claims with what the book has in their place."""
    rows = [_record(held) for held in claims.held]
    counts = Counter(held.verdict for held in claims.held)
    return Records(rows, _COLUMNS, more={"verdicts": {verdict: counts[verdict] for verdict in VERDICTS}})


def _record(held: HeldClaim) -> dict[str, Any]:
    computed = held.computed and held.computed.record()
    told = {"asserted": held.asserted._asdict(), "computed": computed, "difference": held.difference._asdict()}
    return {**held._asdict(), **told}


def grid(held: Iterable[HeldClaim], speech: Speech, *, whole: bool = False) -> Grid:
    """Return a row a claim: what it is of, what was published, what the book has, the verdict and why."""
    say = speech.say
    columns = [Column(say("column.claim"), whole=True), Column(say("column.claimed"), "right")]
    columns += [Column(say("column.book"), "right"), Column(say("column.verdict"))]
    columns += [Column(say(f"column.{name}"), faint=True) for name in ("figure", "on", "source")] if whole else []
    return Grid(columns, [Row([*_cells(each, speech), *(_proof(each, speech) if whole else [])]) for each in held])


def _cells(held: HeldClaim, speech: Speech) -> list[str]:
    return [held.id, claimed(held, speech), has(held, speech), said(held, speech)]


def _proof(held: HeldClaim, speech: Speech) -> list[str]:
    """Return the figure that a claim is of, the days on which it was counted, and the source."""
    days = [] if held.counted_on is None else [speech.day(day) for day in dict.fromkeys(held.counted_on)]
    return [held.figure, "–".join(days), held.source]


def claimed(held: HeldClaim, speech: Speech) -> str:
    """Return what was published, as the language writes it."""
    said = held.asserted
    return speech.percent(said.percent) if said.percent is not None else speech.ratio(said.num, said.den)


def has(held: HeldClaim, speech: Speech) -> str:
    """Return what the book has, in the form in which it was published."""
    if held.computed is None or held.computed.num is None:
        return MISSING
    if held.asserted.percent is not None:
        return speech.percent(held.computed.percent)
    return speech.ratio(held.computed.num, held.computed.den if held.asserted.den is not None else None)


def said(held: HeldClaim, speech: Speech) -> str:
    """Return the verdict on a claim with what there is to say of it."""
    return ": ".join(filter(None, (speech.say(f"verdict.{held.verdict}"), why(held, speech))))


def why(held: HeldClaim, speech: Speech) -> str:
    """Return by how much a claim differs, or why it cannot be verified."""
    named = parse_figure(held.figure)
    if held.verdict == "unverifiable":
        assert named is not None
        return speech.say(f"unverifiable.{held.why}", measure=str(named.measure), unit=named.unit)
    if held.verdict != "differs":
        return ""
    moved = held.difference
    if held.asserted.percent is not None:
        return speech.say(
            "differs.percent",
            round=speech.change(moved.to_round),
            reach=speech.change(moved.to_reach),
            value=claimed(held, speech),
        )
    if not moved.den:
        return speech.say("differs.num", num=speech.change(moved.num))
    return speech.say("differs.ratio", num=speech.change(moved.num), den=speech.change(moved.den))


def tallied(held: Iterable[HeldClaim], speech: Speech) -> str:
    """Return how many claims have which verdict."""
    counts = Counter(each.verdict for each in held)
    return " · ".join(speech.say(f"verdicts.{verdict}", n=counts[verdict]) for verdict in VERDICTS if counts[verdict])

"""The month's page: a line a kind beside the period before, who is silent, who is far from a target, what differs."""

from collections.abc import Iterator, Sequence
from typing import Any

from antq_cli.core.claims import HeldClaim
from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.core.measures import FLOWS
from antq_cli.core.month import ChangedBy, Furthest, Month, Silent
from antq_cli.core.outcomes import Outcome
from antq_cli.pages import claims, reporting, summaries
from antq_cli.pages.called import called, few, together_with
from antq_cli.pages.cells import (
    BLANK,
    Bracketed,
    Joined,
    KindName,
    Less,
    Marked,
    Message,
    OnDay,
    PageCell,
    Percent,
    PeriodName,
    Points,
    Share,
    Signed,
    Target,
    Unknown,
    Verbatim,
    WhatCounts,
    Whole,
    joined,
)
from antq_cli.pages.criteria import year
from antq_cli.pages.figures import (
    BEFORE,
    CHANGE,
    FIGURE,
    STRADDLING,
    UNRATED,
    aged,
    dated,
    flow_name,
    measure_name,
    moved_columns,
    moved_told,
    old_told,
    place,
    remark,
    rests_on,
    shown,
    unreachable,
    unreachable_measures,
)
from antq_cli.pages.model import (
    Fits,
    Line,
    Page,
    PageColumn,
    PageTable,
    Records,
    number_columns,
    titled,
)


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the page of a month: what a superior asks first stands on its first 24 lines."""
    found = outcome.result
    assert isinstance(found, Month)
    parts = [Message("title.summary"), place(found.unit, found.unit_name), _days(found)]
    if found.basis != found.as_of:
        parts.append(Message("title.basis", day=OnDay(found, "basis")))
    parts += rests_on((row for each in found.summaries for row in each.figures), outcome)
    lines = list(_lines(found))
    tables = [PageTable(_columns(found), [line for line, _ in lines])] if lines else []
    remarks = [said for _, several in lines for said in several]
    told = [*_silent(found), *_furthest(found), *_differing(found), *_changed_by(found), *_done(found)]
    told += [Message("month.remarks", said=Joined(remarks, "; "))] if remarks else []
    told += [*_standard(found), *_straddling(found)]
    told += [*unreachable(found.summaries, OnDay(found, "basis")), *moved_told(tables), *old_told(tables)]
    told += together_with(found.partners)
    return Page(*titled(outcome, *parts), tables, told)


def records(found: Month) -> Records:
    """Return every figure of the page beside what it was; who did not report, the furthest, the claims."""
    rows = [row for summary in found.summaries for row in summaries.records(summary).rows]
    own = STRADDLING if any(summary.flowing for summary in found.summaries) else ()
    rows = [_alike(row, own) for row in rows]
    control = [proof for each in found.summaries for proof in summaries.records(each).more.get("control", ())]
    more: dict[str, Any] = {
        "silent": [_silence(each) for each in found.silent],
        "furthest": [_far(each) for each in found.furthest],
        "claims": [claims.record(held) for held in found.claims],
        "models": found.models._asdict(),
        "partners": [row.model_dump() for row in found.partners],
        "changed_by": [_made_up(each) for each in found.changed_by],
        **({"control": control} if control else {}),
        **unreachable_measures(found.summaries),
    }
    if found.before is None:
        return Records(rows, (*FIGURE, *own), more=more)
    period = found.before.period and found.before.period._asdict()
    columns = (*FIGURE, *own, *BEFORE, *CHANGE)
    return Records(rows, columns, more={**more, "vs": {"as_of": found.before.as_of, "period": period}})


def _alike(row: dict[str, Any], own: Sequence[str]) -> dict[str, Any]:
    """Return a row with the fields that others have of their own, and so has what it is compared with."""
    before = row.get("before")
    return dict.fromkeys(own) | row | ({"before": dict.fromkeys(own) | before} if before else {})


def _silence(each: Silent) -> dict[str, Any]:
    total = reporting.total(each.expected)
    return {**total, "reporters": [who._asdict() for who in each.reporters]}


def _made_up(each: ChangedBy) -> dict[str, Any]:
    flows = {name: figure and figure.record() for name, figure in each._asdict().items() if name in FLOWS}
    return {"measure": str(each.kind.measure), "change": each.change.num, **flows, "others": each.others}


def _far(each: Furthest) -> dict[str, Any]:
    return {**each.figure.record(), "target": each.percent, "needed": each.needed, "above": each.above}


def _days(found: Month) -> PageCell:
    """Return the name of the period, else its days, or the day; until when is counted stands above the numbers."""
    period = found.period
    if period is None:
        return Message("title.on", day=OnDay(found, "as_of"))
    if period.name is None:
        return Message("title.days", first=OnDay(period, "first"), last=OnDay(period, "last"))
    name = PeriodName(period)
    return Message("title.part-of", name=name) if period.cut else name


# A line a kind -------------------------------------------------------------------------------------------------


def _columns(found: Month) -> list[PageColumn]:
    columns = [PageColumn(), PageColumn(Message("column.stood", day=OnDay(found, "as_of")), "right")]
    columns += number_columns("percent")
    if found.before is None:
        return columns
    then = Message("column.stood-before", day=OnDay(found.before, "as_of"))
    points = PageColumn(Message("change.points"), "right", part="month.points")
    return [*columns, PageColumn(then, "right", part="month.before"), points, *moved_columns("number")]


def _lines(found: Month) -> Iterator[tuple[Line, list[PageCell]]]:
    """Yield a line for each kind of which there is a number, now or before, with what has to be said of it."""
    for summary in (each for each in found.summaries if not each.flowing):
        if found.together and summary.together is not None and _family(summary) == "models":
            yield Line(_together(found, summary)), []
            continue
        laid_out = _Kinds(summary)
        yield from (laid_out.line(kind) for kind in summary.kinds if laid_out.told(kind))
        dashes: list[PageCell] = [Unknown("unreachable")] * (2 if summary.before is None else 5)
        yield from ((Line([measure_name(shown(kind)), *dashes]), []) for kind in summary.unreachable)


def _family(summary: Summary) -> str | None:
    return summary.kinds[0].measure.family if summary.kinds else None


def _together(found: Month, summary: Summary) -> list[PageCell]:
    cells: list[PageCell] = [Message("month.models", n=Whole(summary.together, "kinds"))]
    cells += [Whole(summary.together, "num"), BLANK]
    if summary.before is None:
        return cells
    return [
        *cells,
        Whole(summary.before.together, "num"),
        BLANK,
        dated(Signed(found.models, "num"), old=found.models.old),
    ]


class _Kinds:
    """Lays out the kinds of a summary; of the standard, who meets it."""

    def __init__(self, summary: Summary) -> None:
        self._summary = summary
        self._now = {row.measure: row for row in summary.rows}
        self._was = {} if summary.before is None else {row.measure: row for row in summary.before.rows}

    def told(self, kind: Kind) -> bool:
        """Return whether a kind has a number; nothing out of nobody is none, nor is 0 of a kind that there is not."""
        measure = shown(kind).measure
        figures = [figure for figure in (self._now[measure], self._was.get(measure)) if figure is not None]
        known = [figure for figure in figures if figure.left_out or (figure.num is not None and figure.den != 0)]
        return bool(known) and (kind.exists(self._summary.as_of) or any(figure.num for figure in known))

    def line(self, kind: Kind) -> tuple[Line, list[PageCell]]:
        """Return the line of a kind, and what has to be said of its numbers, which then have a mark."""
        of = shown(kind)
        figure, was = self._now[of.measure], self._was.get(of.measure)
        rated = of.measure.family not in UNRATED
        said = BLANK if figure.state == "not-reported" and not figure.left_out else remark(figure)
        said = joined([said, self._undecided(kind, figure)], ", ")
        said_before = BLANK if was is None else _remark_before(was)
        cells = [measure_name(of), _number(figure, said), Percent(figure, "percent") if rated else BLANK]
        if self._summary.before is not None:
            change = self._summary.changes[figure.key]
            cells.append(Unknown("not-begun") if was is None else _number(was, said_before))
            cells += [dated(Points(change, "points"), old=change.old) if rated else BLANK]
            cells.append(dated(Signed(change, "num"), old=change.old))
        told = joined([said, said_before], ", ")
        return Line(cells), [] if told is BLANK else [Joined([measure_name(of), told], ": ")]

    def _undecided(self, kind: Kind, met: Figure) -> PageCell:
        """Return of how many a decision is pending where none of a kind of subject has one yet; else blank."""
        not_met, pending = (self._now.get(kind.measure.of(part)) for part in ("not-met", "pending"))
        if met.measure.part != "met" or met.num != 0 or not_met is None or not_met.num != 0:
            return BLANK
        return BLANK if pending is None or not pending.num else Message("state.pending", n=Whole(pending, "num"))

    def done(self, kind: Kind) -> PageCell:
        """Return what was done of a kind, beside another period how that changed, and what has to be said of it."""
        figure, was = self._now[kind.measure], self._was.get(kind.measure)
        number: PageCell = Whole(figure, "num")
        number = number if kind.counts is None else Joined([number, WhatCounts(kind)], " ")
        told = {"kind": measure_name(kind), "n": number}
        more = [] if was is None else [Signed(self._summary.changes[figure.key], "num")]
        said = joined([*more, remark(figure, briefly=True), BLANK if was is None else _remark_before(was)], ", ")
        return Message("month.done", **told) if said is BLANK else Message("month.done-more", **told, more=said)


def _number(figure: Figure, said: PageCell) -> PageCell:
    rated = figure.measure.family not in UNRATED and figure.num is not None
    number = Share(figure) if rated else Whole(figure, "num")
    return number if said is BLANK else Marked(number)


def _remark_before(was: Figure) -> PageCell:
    """Return what has to be said of a number that others are compared with: not all of it was known."""
    counts = {name: Whole(was, name) for name in ("reported", "expected")}
    said: list[PageCell] = [Message("state.partial-before", **counts)] if was.state == "partial" else []
    said += [aged(was, "-before")]
    said += [Message("state.straddling-before", n=Whole(was, "straddling"))] if was.straddling else []
    said += [Message("state.left-out-before", n=Whole(was, "left_out"))] if was.left_out else []
    return joined(said, ", ")


# What has to be asked about ------------------------------------------------------------------------------------


# What is said of who sent no return, by what the figures are from: where that is no return, nothing of them is missing.
_SILENT = {"returns": "", "journal": "-journal", "register": "-register"}


def _silent(found: Month) -> Iterator[PageCell]:
    """Yield how many have not reported some kinds, and the first of them by name; kinds of the same ones together.

    Of those who still have time it is said that nothing is due.
    """
    together: dict[tuple[str, bool, int, tuple[str, ...]], list[Silent]] = {}
    for each in found.silent:
        who, expected = tuple(one.unit for one in each.reporters), each.expected
        together.setdefault((expected.kind.source, expected.over, expected.expected, who), []).append(each)
    for (source, over, *_), (first, *others) in together.items():
        kinds = [measure_name(each.expected.kind) for each in (first, *others)]
        names = few([called(one.unit, one.unit_name, one.above) for one in first.reporters])
        n = Share(first.expected, "missing" if over else "not_due", "expected")
        said = "silent" if over else "not-due"
        yield Message(f"month.{said}{_SILENT[source]}", kinds=kinds, n=n, who=names)


def _furthest(found: Month) -> Iterator[PageCell]:
    """Yield for each kind the units that are furthest from its target."""
    for kind in dict.fromkeys(each.kind for each in found.furthest):
        several = [each for each in found.furthest if each.kind == kind]
        units: list[PageCell] = [
            Joined([called(row.unit, row.unit_name, each.above), Percent(row, "percent")], " ")
            for each in several
            for row in [each.figure]
        ]
        yield Message("month.furthest", kind=measure_name(kind), target=Target(several[0], "percent"), units=units)


def _differing(found: Month) -> Iterator[PageCell]:
    told: list[PageCell] = [
        Message(
            "month.claim",
            of=claims.briefly(held, found.unit, found.as_of),
            id=Verbatim(held.id),
            claimed=claims.claimed(held),
            book=_has(held),
        )
        for held in found.claims
    ]
    if told:
        yield Message("month.claims", claims=told)
    explained = [(held, why) for held in found.claims if (why := claims.explained(held)) is not BLANK]
    if explained:
        yield Message("month.claims-told", told=[Bracketed(Verbatim(held.id), why) for held, why in explained])


def _changed_by(found: Month) -> Iterator[PageCell]:
    """Yield by what kinds of pledges changed whose flows do not add up to the change."""
    for each in found.changed_by:
        flows: list[PageCell] = [_flow(each, "signed", Signed(each.signed, "num"))]
        flows.append(_flow(each, "withdrawn", Less(each.withdrawn, "num")))
        flows += [] if each.lapsed is None else [_flow(each, "lapsed", Less(each.lapsed, "num"))]
        whole = {"kind": measure_name(each.kind), "change": Signed(each.change, "num")}
        yield Message("month.changed-by", **whole, flows=flows, others=Signed(each, "others"))


def _flow(each: ChangedBy, part: str, number: PageCell) -> PageCell:
    return Joined([flow_name(each.kind, part), number], " ")


def _standard(found: Month) -> Iterator[PageCell]:
    """Yield what is met and in which year, and of whom nothing was decided by the day of the numbers beside them."""
    told = [each for each in found.summaries if _family(each) == "standards" and _Kinds(each).told(each.kinds[0])]
    years: dict[str | None, list[PageCell]] = {}
    for each in told:
        if each.window is not None:
            years.setdefault(each.window.name, []).append(KindName(each.kinds[0]))
    if years:
        names: list[PageCell] = [
            year(name) if len(years) == 1 else Bracketed(year(name), Joined(kinds, ", "))
            for name, kinds in years.items()
        ]
        yield Message("month.met", years=names)
    silent: list[PageCell] = [KindName(each.kinds[0]) for each in told if each.before and _unassessed(each.before)]
    if silent and found.before is not None:
        yield Message("month.not-assessed", day=OnDay(found.before, "as_of"), kinds=silent)


def _unassessed(before: Summary) -> bool:
    """Return whether no result was recorded of a kind of subject: a dash then says that, and not that all failed."""
    row = next(row for row in before.rows if row.measure == shown(before.kinds[0]).measure)
    return row.state == "not-reported" and row.expected is None


def _straddling(found: Month) -> Iterator[PageCell]:
    """Yield where rows count that lie in a period in part, if there are any."""
    flows = (each for summary in found.summaries if summary.flowing for each in (summary, summary.before) if each)
    if any(row.straddling for each in flows for row in each.rows):
        yield Message("month.straddles")


def _done(found: Month) -> Iterator[PageCell]:
    """Yield what was done within the period, or in the year up to the day, in one line: it stands on no day."""
    for summary in (each for each in found.summaries if each.flowing):
        laid_out = _Kinds(summary)
        told = [laid_out.done(kind) for kind in summary.kinds if laid_out.told(kind)]
        if told:
            asked = found.period is not None
            yield Message("month.within", kinds=told) if asked else Message("month.within-year", kinds=told)


def _has(held: HeldClaim) -> PageCell:
    """Return what the book has in the place of a claim, and how old that is."""
    return joined([claims.has(held), claims.age(held)], ", ")

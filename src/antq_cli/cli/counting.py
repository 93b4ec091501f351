"""What the counting commands have in common: the kinds, the level and the unit that are asked for, and what to say."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from antq_cli.answers.query import Query
from antq_cli.cli.desk import Answer, Desk, always, meant, sit_down
from antq_cli.cli.options import Request
from antq_cli.cli.when import Timing, calendar
from antq_cli.cli.where import few, nearest, units_of
from antq_cli.core.calendars import Period
from antq_cli.core.figures import Control, Kind, Summary
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import Measure, parse_measure
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.values import Name
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family, registers_of


class Counting(NamedTuple):
    """A desk at which something is counted: the family, and the query as it was asked."""

    desk: Desk
    family: Family
    query: Query
    notes: Sequence[Note]

    def at(self, period: Period) -> Query:
        """Return the same query of another period, on the same basis; its flows only where flows were asked for."""
        flows = self.query.flowing is not None
        return self.query._replace(day=period.last, basis=self.desk.when.basis, period=period, flows=flows, rest=True)


def begin(request: Request, name: str) -> Counting:
    """Sit down to count a family (``pledges``, ``teams``); raises :class:`Refused`."""
    desk = sit_down(request)
    manifest = desk.book.manifest
    when = _within(desk.when, partial(manifest.within, name, calendar=calendar(request, manifest)))
    desk = desk._replace(when=when)
    request = meant(request, manifest, name)
    kinds = request.kind or list(manifest.kinds(name))
    registers = [register for kind in kinds for register in registers_of(manifest, name, kind)]
    dataset = Dataset(desk.book, registers, desk.collector, fresh=desk.fresh)
    (number, *others), notes = units_of(dataset, when, request)
    asked = Query(when.as_of, number, request.by, request.kind, when.basis, when.period)
    asked = asked._replace(others=others, tree=request.tree)
    return Counting(desk, Family(dataset, name), asked, notes)


def _within(when: Timing, days: Callable[[date], Period | None]) -> Timing:
    """Return the days of which a family can be told: where no period is asked for, those of its ``days`` if any."""
    period = days(when.as_of)
    if period is None or when.period is not None:
        return when
    return when._replace(period=period, vs=when.vs and days(when.vs.last))


def counted(counting: Counting, command: str, result: object, summaries: Sequence[Summary]) -> Outcome:
    """Return the outcome of a counting command: its result, made of some summaries, the last of which is the day's."""
    answer, map_ = of_summaries(result, summaries), counting.family.dataset.map(counting.desk.when.basis)
    levels = Counter(each.by for each in summaries if each.by is not None)
    several = nearest(map_, counting.query.asked(map_)) if counting.query.by or levels.total() > len(levels) else ()
    proven = () if answer.early else (*proofs(summaries), *below_grain(summaries, counting.desk))
    notes = (*counting.notes, *several, *proven, *_nothing(summaries))
    return counting.desk.outcome(command, answer, notes)


def of_summaries(result: object, summaries: Sequence[Summary], tells: Callable[[Finding], bool] = always) -> Answer:
    """Return the answer that some summaries make.

    On a day before everything no unit has opened yet in which something lies, which is what the warnings are of.
    """
    return Answer(
        result,
        anything=any(summary.anything for summary in summaries),
        left_out=any(summary.left_out for summary in summaries),
        early=summaries[-1].before_everything,
        tells=tells,
    )


def proofs(summaries: Iterable[Summary]) -> list[Note]:
    """Return the control totals of a basis, for who wants to see the proof."""
    return [
        Note("talk.control", {**proof._asdict(), "kind": _kind_of(proof, each)}, verbose=True)
        for each in summaries
        for proof in each.control
    ]


def _kind_of(proof: Control, summary: Summary) -> Kind:
    measure = parse_measure(proof.measure)
    assert measure is not None
    return next(kind for kind in summary.kinds if kind.measure == measure.of(None))


def below_grain(summaries: Sequence[Summary], desk: Desk) -> list[Note]:
    """Return one line for the kinds of which nothing is known so far down, instead of rows of dashes."""
    if any(summary.bodies for summary in summaries):
        return _of_others(summaries)
    manifest = desk.book.manifest
    found: dict[tuple[str, str | None], _Below] = {}
    for summary in summaries:
        below = [row for row in summary.rows if row.state == "below-grain"]
        for kind in summary.kinds:
            units = {row.unit: row.unit_name for row in below if row.measure == kind.measure}
            if units:
                grain = manifest.grain(manifest.kinds(kind.measure.family)[kind.id])
                of = found.setdefault((grain, summary.by), _Below({}, {}))
                of.kinds[kind.measure] = kind
                of.units.update(units)
    return [_said_below(manifest, grain, by, of) for (grain, by), of in found.items()]


class _Below(NamedTuple):
    """The kinds that are reported further up, and the names of the units of which they are not known, by code."""

    kinds: dict[Measure, Kind]
    units: dict[str, str]


def _said_below(manifest: Manifest, grain: str, by: str | None, of: _Below) -> Note:
    values = {"kinds": list(of.kinds.values()), "grain": _name(manifest, grain)}
    if by is not None:
        return Note("below-grain", {**values, "level": _name(manifest, by)})
    return Note("below-grain.unit", {**values, "unit": few(of.units.values())})


def _name(manifest: Manifest, level: str) -> Name:
    found = manifest.level(level)
    return Name(level, found.vi, found.en)


def _of_others(summaries: Iterable[Summary]) -> list[Note]:
    """Return one line for the kinds that organisations of the kind asked for do not sign, report or take part in."""
    apart: dict[Measure, Kind] = {}
    body = ""
    for summary in summaries:
        body = str(summary.by)
        told = {row.measure for row in summary.rows}
        apart.update((kind.measure, kind) for kind in summary.kinds if kind.measure not in told)
    who = Kind(Measure("organisations", body), body, None, None, "register")
    return [Note("talk.not-of-bodies", {"who": [who], "kinds": list(apart.values())})] if apart else []


def _nothing(summaries: Sequence[Summary]) -> list[Note]:
    """Return why there is nothing to see, where there is nothing."""
    if not summaries[-1].kinds:
        return [Note("nothing.kinds")]
    early = [Note("nothing.before", {"day": each.as_of}) for each in summaries if each.before_everything]
    if summaries[-1].before_everything:
        return early[-1:]
    return early if early or summaries[-1].anything else [Note("nothing.rows")]

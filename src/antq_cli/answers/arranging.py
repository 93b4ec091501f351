"""Summaries with their units in an order, with the first so many of them, with those below a target alone."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from antq_cli.answers.gaps import needed
from antq_cli.answers.ordering import OWN, cut, moved, rate, summed
from antq_cli.answers.standing import units_of
from antq_cli.answers.summary import beside
from antq_cli.core.figures import BelowTarget, Figure, Kind, Ordering, Summary
from antq_cli.core.measures import Measure
from antq_cli.core.ordering import Arrangement, Order
from antq_cli.core.standards import Standards, SubjectResults

# A unit, as its rows have it: its code and its level.
Place = tuple[str, str | None]
# Which part of a measure has the rate by which its units are ordered, and lacks what is missing.
_RATED = {"pledges": None, "standards": "met", "teams": "reach", "models": "reach"}
# Which part is said to have changed.
_CHANGED = {"pledges": None, "standards": "met", "teams": None, "models": None, "activities": None}


def arranged(summary: Summary, asked: Arrangement, nobody: Collection[Place] = ()) -> Summary | None:
    """Return a summary of the units of a level as they are wanted; None where it has nothing that could order them.

    The totals stay those of all. Units in which there is ``nobody`` are never among the first ones.
    """
    ordering = ordering_of([summary], asked.by)
    if ordering is None:
        return None
    if asked.below_target:
        summary = _only_below(summary)
    # A unit with nobody in it would take a place among the first ones from one of which a number says something; in a
    # list of all it is in nobody's way.
    value, apart = valued([summary], ordering), () if asked.top is None else nobody
    shown: list[Place] = []
    others: list[Place] = []
    for group in grouped(summary):
        first, left = cut(group, lambda place: None if place in apart else value(place), asked.by, asked.top)
        shown += first
        others += left
    ordering = ordering._replace(known=any(value(place) is not None for place in (*shown, *others)))
    return kept(summary, shown, others)._replace(ordering=ordering, totals=_ordered(summary.totals, value, asked.by))


def arranged_standards(found: Standards, asked: Arrangement) -> Standards:
    """Return the results of each kind of subject with its units as they are wanted, by its own numbers."""
    return found._replace(subjects=[_arranged_subject(subject, asked) for subject in found.subjects])


def _arranged_subject(subject: SubjectResults, asked: Arrangement) -> SubjectResults:
    told = {(unit.assessed.unit, unit.assessed.level): unit for unit in subject.units}
    nobody = {place for place, unit in told.items() if not unit.somebody}
    summary = arranged(subject.summary, asked, nobody)
    assert summary is not None  # whoever is judged by a standard meets it or does not
    exempt = {place: unit.exempt for place, unit in told.items() if unit.exempt}
    left = set(places(subject.summary)).difference(places(summary))
    for row in summary.omitted:
        of_row = (place for place in left if told[place].assessed.under == row.under)
        exempt[row.unit, row.level] = sum(exempt.get(place, 0) for place in of_row)
    return subject._replace(summary=summary, units=list(units_of(subject.kind, summary, exempt)))


def ordering_of(
    summaries: Sequence[Summary], order: Order, parts: Mapping[str, str | None] = _RATED
) -> Ordering | None:
    """Return by what units are ordered: a number of the first kind that has one of any of them; None where none has.

    ``parts`` says of which families kinds can be chosen for their rates.
    """
    if order.by in ("code", "name"):
        return Ordering(order)
    of_families = _CHANGED if order.by == "change" else parts
    found: Ordering | None = None
    for kind, measure, rows in _measured(summaries, of_families):
        if any(row.state != "below-grain" for row in rows):
            return Ordering(order, kind, measure)
        found = found or Ordering(order, kind, measure)
    return found


def _measured(
    summaries: Sequence[Summary], parts: Mapping[str, str | None]
) -> Iterator[tuple[Kind, Measure, list[Figure]]]:
    """Yield the kinds that have figures of the part by which their family is ordered, with these."""
    for summary in summaries:
        for kind in (kind for kind in summary.kinds if kind.measure.family in parts):
            measure = kind.measure.of(parts[kind.measure.family])
            if rows := [row for row in summary.figures if row.measure == measure]:
                yield kind, measure, rows


def valued(summaries: Sequence[Summary], ordering: Ordering) -> Callable[[Place], Any]:
    """Return what each unit is ordered by; None of those of which it is not known."""
    by, measure = ordering.order.by, ordering.measure
    rows = [row for summary in summaries for row in (*summary.totals, *summary.rows)]
    figures = {(row.unit, row.level): row for row in rows if measure in (None, row.measure)}
    if by != "change":
        return lambda place: OWN[by](figures[place]) if place in figures else None
    changes = {key: change for summary in summaries for key, change in summary.changes.items()}
    earlier = [summary.before for summary in summaries if summary.before is not None]
    before = {row.key: row for summary in earlier for row in (*summary.totals, *summary.rows)}

    def change(place: Place) -> Any:
        figure = figures.get(place)
        return figure and moved(before.get(figure.key), figure, changes.get(figure.key))

    return change


def places(summary: Summary) -> list[Place]:
    """The units of a summary, each once, in the order of its rows; what is held above them is no unit."""
    return list(dict.fromkeys((row.unit, row.level) for row in summary.rows if not row.rest))


def _ordered(totals: Sequence[Figure], value: Callable[[Place], Any], order: Order) -> list[Figure]:
    """Return totals with the subtotals in each of them in an order; the units that are asked for stay as they are."""
    told: dict[str | None, dict[Place, list[Figure]]] = {}
    for total in totals:
        told.setdefault(total.under, {}).setdefault((total.unit, total.level), []).append(total)

    def within(unit: str | None) -> Iterator[Figure]:
        below = told.get(unit, {})
        for place in below if unit is None else cut([*below], value, order)[0]:
            yield from below[place]
            yield from within(place[0])

    return list(within(None))


def grouped(summary: Summary) -> list[list[Place]]:
    """Return the units of a summary, by code; of several totals those under each by themselves."""
    groups: dict[str | None, dict[Place, None]] = {}
    for row in summary.rows:
        if not row.rest:
            groups.setdefault(row.under, {})[row.unit, row.level] = None
    return list(map(list, groups.values()))


def kept(summary: Summary, shown: Sequence[Place], others: Sequence[Place] = ()) -> Summary:
    """Return a summary of some of its units in an order, with the sums of others; all that stands beside it goes along.

    What is held above the level stays.
    """
    rows: dict[Place, list[Figure]] = {}
    for row in summary.rows:
        rows.setdefault((row.unit, row.level), []).append(row)
    units = [row for place in shown for row in rows.get(place, ())]
    rest = [row for row in summary.rows if row.rest]
    left: dict[tuple[str | None, Measure], list[Figure]] = {}
    for place in others:
        for row in rows.get(place, ()):
            left.setdefault((row.under, row.measure), []).append(row)
    found = summary._replace(rows=[*units, *rest], omitted=[summed(figures) for figures in left.values()])
    if summary.each:
        found = beside(found, summary.households and kept(summary.households, shown, others))
    return found if summary.before is None else found.since(kept(summary.before, shown, others))


# Below the target -------------------------------------------------------------------------------------------------


def targeted(summary: Summary) -> Kind | None:
    """Return the kind whose target decides, the first that has one and is known of any unit; None where none has."""
    kinds = [kind for kind in summary.kinds if kind.target is not None]
    known = {row.measure for row in summary.rows if row.state != "below-grain"}
    return next((kind for kind in kinds if kind.measure in known), next(iter(kinds), None))


def _only_below(summary: Summary) -> Summary:
    kind = targeted(summary)
    assert kind is not None
    assert kind.target is not None
    target = kind.target
    of_kind = (row for row in summary.rows if row.measure == kind.measure)
    known = [row for row in of_kind if rate(row) is not None and not row.left_out]
    below = [(row.unit, row.level) for row in known if needed(row, target)]
    found = kept(summary, below)
    rows = [row for row in found.rows if not row.rest]  # what is held above them is no unit
    told = BelowTarget(kind, target, len(below), len(known))
    return found._replace(rows=rows, below=told)

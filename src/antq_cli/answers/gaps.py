"""Gaps: which units have not reached a target, and how many signatures each of them needs."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from antq_cli.answers.ordering import OWN, cut, summed
from antq_cli.core.figures import Figure, Key, Kind, Summary
from antq_cli.core.ordering import Arrangement, Order
from antq_cli.core.trends import Gap, Gaps, KindGaps
from antq_cli.units.daymap import DayMap

WHOLE = 10_000  # all of them, in hundredths of a percent
_ALL = Arrangement()
# Unless another order is asked for, who needs most stands first.
_MOST_NEEDED = Order("missing")


def gaps(
    summary: Summary, target: int | None = None, asked: Arrangement = _ALL, elsewhere: Collection[Key] = ()
) -> Gaps:
    """Return the units of a summary that are below a target: the one given, the kind's in the manifest, else all.

    ``target`` is in hundredths of a percent. Each kind is ordered by its own numbers. What is counted is that of all
    its units, also of those that stand ``elsewhere``.
    """
    told = {row.measure for row in summary.rows}
    kinds = [
        _of_kind(summary, kind, target or kind.target or WHOLE, asked, elsewhere)._replace(
            assumed=target is None and kind.target is None
        )
        # Organisations have rows of the kinds alone that they sign or report: of others there is no gap to tell.
        for kind in summary.kinds
        if kind.measure in told or not summary.bodies
    ]
    return Gaps(summary, kinds, (asked.order or _MOST_NEEDED) if asked.asked else None)


def gaps_of(summaries: Sequence[Summary], map_: DayMap, target: int | None, asked: Arrangement) -> Gaps:
    """Return the gaps of several units, each counted by itself; who lies in two of them is told with the nearer."""
    several = {map_.unit(summary.unit): summary for summary in summaries}
    kinds: list[KindGaps] = []
    for number, summary in several.items():
        inner = [other for place, other in several.items() if place and place != number and number in map_.paths[place]]
        nearer = {row.key for other in inner for row in other.rows if not row.rest}
        kinds += map(_under_its_total, gaps(summary, target, asked, nearer).kinds)
    first, *_ = summaries
    rows = [gap.figure for found in kinds for gap in (*found.ranked, *found.apart)]
    above = {code: name for each in summaries for code, name in each.above.items()}
    told = first._replace(
        rows=rows,
        totals=[found.total.figure for found in kinds],
        asked=[each for summary in summaries for each in summary.asked],
        above=above,
    )
    return Gaps(told, kinds, (asked.order or _MOST_NEEDED) if asked.asked else None)


def _under_its_total(found: KindGaps) -> KindGaps:
    unit = found.total.figure.unit
    ranked, apart = ([_under(gap, unit) for gap in gaps] for gaps in (found.ranked, found.apart))
    omitted, omitted_apart = (gap and _under(gap, unit) for gap in (found.omitted, found.omitted_apart))
    return found._replace(ranked=ranked, apart=apart, omitted=omitted, omitted_apart=omitted_apart)


def _under(gap: Gap, unit: str) -> Gap:
    return gap._replace(figure=gap.figure._replace(under=unit))


def next_level(map_: DayMap, levels: Iterable[str], unit: int | None) -> str | None:
    """Return the highest of some levels that has units below one (below the top); None where none lies in it."""
    return next((level for level in levels if any(number != unit for number in map_.level(level, unit))), None)


def _of_kind(summary: Summary, kind: Kind, target: int, asked: Arrangement, elsewhere: Collection[Key]) -> KindGaps:
    rows = [row for row in summary.rows if row.measure == kind.measure]
    total = next(row for row in summary.totals if row.measure == kind.measure)
    known = [row for row in rows if _ranks(row)]
    below = [row for row in known if needed(row, target)]
    order = asked.order or _MOST_NEEDED
    # What is missing is what a unit needs to reach the target.
    value = (lambda row: needed(row, target)) if order.by == "missing" else OWN[order.by]
    here = [row for row in rows if row.key not in elsewhere]
    shown, others = cut([row for row in below if row.key not in elsewhere], value, order, asked.top)
    # Of whom nothing is known comes after all who are below: they get what is left of the places.
    unknown = [row for row in here if not _ranks(row) and not row.rest and _tells(row)]
    unknown, _ = cut(unknown, value if order.by in ("code", "name") else lambda _: None, order)
    left = None if asked.top is None else max(0, asked.top - len(shown))
    rest = [row for row in rows if row.rest and _tells(row)]
    return KindGaps(
        kind=kind,
        target=target,
        ranked=list(_numbered(shown, value, target)),
        apart=[*(Gap(None, row, None) for row in unknown[:left]), *(_whole(row, target) for row in rest)],
        total=_whole(total, target),
        known=len(known),
        below=len(below),
        together=sum(needed(row, target) for row in below),
        reached=len(known) - len(below),
        omitted=Gap(None, summed(others), sum(needed(row, target) for row in others)) if others else None,
        omitted_apart=None if left is None or not unknown[left:] else Gap(None, summed(unknown[left:]), None),
        listed=_listed(rows, target) if summary.bodies and rest else None,
    )


def _listed(rows: Sequence[Figure], target: int) -> Gap | None:
    """Return what organisations come to without the others that sign; None where there are none."""
    bodies = [row for row in rows if not row.rest]
    return _whole(summed(bodies), target) if bodies else None


def _whole(figure: Figure, target: int) -> Gap:
    return Gap(None, figure, needed(figure, target) if figure.state == "counted" else None)


def needed(figure: Figure, target: int) -> int:
    """Return how many more have to sign to reach a target, rounded up; 0 where it is reached."""
    assert figure.num is not None
    assert figure.den is not None
    return max(0, -(-target * figure.den // WHOLE) - figure.num)


def _ranks(figure: Figure) -> bool:
    return not figure.rest and figure.state == "counted"


def _tells(figure: Figure) -> bool:
    """Return whether a row says something: not where nobody is to sign or to report, nor below the reports."""
    somebody = figure.den != 0 and figure.expected != 0
    return figure.tells and figure.state != "below-grain" and (somebody or bool(figure.left_out))


def _numbered(figures: Iterable[Figure], value: Callable[[Figure], Any], target: int) -> Iterator[Gap]:
    """Yield the units numbered; who is equal shares the number, and the code decides who stands first."""
    rank, before = 0, None
    for place, figure in enumerate(figures, 1):
        own = value(figure)
        rank = rank if own == before else place
        before = own
        yield Gap(rank, figure, needed(figure, target))

"""Gaps: which units have not reached a target, and how many signatures each of them needs."""

from collections.abc import Iterable, Iterator, Sequence

from antq_cli.core.figures import Asked, Figure, Kind, Summary
from antq_cli.core.trends import Gap, Gaps, KindGaps
from antq_cli.units.daymap import DayMap

WHOLE = 10_000  # all of them, in hundredths of a percent


def gaps(summary: Summary, target: int | None = None) -> Gaps:
    """Return the units of a summary that are below a target: the one given, the kind's in the manifest, else all.

    ``target`` is in hundredths of a percent.
    """
    found = (
        _of_kind(summary, kind, target or kind.target or WHOLE, unit)
        for unit in (summary.asked if summary.grouped else [None])
        for kind in summary.kinds
    )
    return Gaps(summary, list(found))


def together(several: Sequence[Gaps], asked: Sequence[Asked]) -> Gaps:
    """Return the gaps of units in the order in which they are asked; each of ``several`` is of some, at one level."""
    summary = several[0].summary
    places = {unit.code: place for place, unit in enumerate(asked)}
    kinds = [_under_its_total(found) for each in several for found in each.kinds]
    kinds.sort(key=lambda found: places[found.total.figure.unit])
    rows = [gap.figure for found in kinds for gap in (*found.ranked, *found.apart)]
    return Gaps(summary._replace(rows=rows, totals=[found.total.figure for found in kinds], asked=asked), kinds)


def _under_its_total(found: KindGaps) -> KindGaps:
    unit = found.total.figure.unit
    ranked, apart = (
        [gap._replace(figure=gap.figure._replace(under=unit)) for gap in gaps] for gaps in (found.ranked, found.apart)
    )
    return found._replace(ranked=ranked, apart=apart)


def next_level(map_: DayMap, levels: Iterable[str], unit: int | None) -> str | None:
    """Return the highest of some levels that has units below one (below the top); None where none lies in it."""
    return next((level for level in levels if any(number != unit for number in map_.level(level, unit))), None)


def _of_kind(summary: Summary, kind: Kind, target: int, unit: Asked | None) -> KindGaps:
    of_unit = None if unit is None else unit.code
    rows = [row for row in summary.rows if row.measure == kind.measure and row.under == of_unit]
    totals = (row for row in summary.totals if row.measure == kind.measure)
    total = next(row for row in totals if of_unit in (None, row.unit))
    known = [row for row in rows if _ranks(row)]
    below = [row for row in known if needed(row, target)]
    return KindGaps(
        kind=kind,
        target=target,
        ranked=list(_ranked(below, target)),
        apart=[Gap(None, row, None) for row in rows if not _ranks(row) and _tells(row)],
        total=Gap(None, total, needed(total, target) if _ranks(total) else None),
        known=len(known),
        below=len(below),
        together=sum(needed(row, target) for row in below),
        reached=len(known) - len(below),
    )


def needed(figure: Figure, target: int) -> int:
    """Return how many more have to sign to reach a target, rounded up; 0 where it is reached."""
    assert figure.num is not None
    assert figure.den is not None
    return max(0, -(-target * figure.den // WHOLE) - figure.num)


def _ranks(figure: Figure) -> bool:
    return figure.level is not None and figure.state == "counted"


def _tells(figure: Figure) -> bool:
    """Return whether a row says something: not where nobody is to sign or to report, nor below the reports."""
    somebody = figure.den != 0 and figure.expected != 0
    return figure.tells and figure.state != "below-grain" and (somebody or bool(figure.left_out))


def _ranked(figures: Iterable[Figure], target: int) -> Iterator[Gap]:
    """Yield the units by what they need, the most first; who needs as many shares the rank, and the code decides."""
    ordered = sorted(figures, key=lambda figure: (-needed(figure, target), figure.unit))
    rank, before = 0, -1
    for place, figure in enumerate(ordered, 1):
        missing = needed(figure, target)
        rank = rank if missing == before else place
        before = missing
        yield Gap(rank, figure, missing)

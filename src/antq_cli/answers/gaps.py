"""Gaps: which units have not reached a target, and how many signatures each of them needs."""

from collections.abc import Iterable, Iterator

from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.core.trends import Gap, Gaps, KindGaps
from antq_cli.units.daymap import DayMap

WHOLE = 10_000  # all of them, in hundredths of a percent


def gaps(summary: Summary, target: int | None = None) -> Gaps:
    """Return the units of a summary that are below a target: the one given, the kind's in the manifest, else all.

    ``target`` is in hundredths of a percent.
    """
    told = {row.measure for row in summary.rows}
    kinds = [kind for kind in summary.kinds if kind.measure in told or not summary.bodies]
    return Gaps(summary, [_of_kind(summary, kind, target or kind.target or WHOLE) for kind in kinds])


def next_level(map_: DayMap, levels: Iterable[str], unit: int | None) -> str | None:
    """Return the highest of some levels that has units below one (below the top); None where none lies in it."""
    return next((level for level in levels if any(number != unit for number in map_.level(level, unit))), None)


def _of_kind(summary: Summary, kind: Kind, target: int) -> KindGaps:
    rows = [row for row in summary.rows if row.measure == kind.measure]
    total = next(row for row in summary.totals if row.measure == kind.measure)
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
    return not figure.rest and figure.state == "counted"


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

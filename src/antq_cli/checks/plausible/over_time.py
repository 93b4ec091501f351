"""What one sender reports of one measure, from one day to the next: outliers, jumps, growth."""

from collections.abc import Iterable, Iterator, Sequence

from antq_cli.checks.plausible.numbers import FEW, decimals, far, grows, in_growth, leaps, median
from antq_cli.checks.plausible.series import Sent, Series
from antq_cli.checks.site import NotJudged, RowsJudged
from antq_cli.core.findings import Finding
from antq_cli.core.values import Decimal

YEAR = 366  # days, so that the same day of the year before lies within it


def outliers(series: Series) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find the numbers that lie far from what their sender usually reports, and by more than a tenth (Q101).

    Counts as well as totals. What has been signed of a known total is meant to grow: a count that stands beside totals
    is told only where growth does not explain it.
    """
    long = [several for several in series.over_time if len(several) >= FEW]
    for several in long:
        known = [sent for sent in several if sent.row.total is not None]
        yield from _outlying(series, "count", several, meant_to_grow=bool(known))
        yield from _outlying(series, "total", known) if len(known) >= FEW else ()
    yield series.looked("Q101", sum(map(len, long)))


def _outlying(
    series: Series, column: str, several: Sequence[Sent], *, meant_to_grow: bool = False
) -> Iterator[Finding]:
    numbers: list[int] = [getattr(sent.row, column) for sent in several]
    middle = median(numbers)
    shown = middle.numerator if middle.denominator == 1 else Decimal(decimals(middle, 1))
    outside = far(numbers)
    usual = [number for at, number in enumerate(numbers) if at not in outside]
    for at in outside:
        if not (meant_to_grow and in_growth(numbers, at)):
            values = {"reported": numbers[at], "median": shown, "n": len(numbers)}
            values |= {"low": min(usual), "high": max(usual)}
            yield series.finding("Q101", several[at], column, **values)


def jumps(series: Series) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find the numbers that are more than double, or less than half, of the sender's one before (Q102).

    Counts as well as totals. What begins with nothing has nothing to double; what falls to nothing is told. What has
    been signed of a total may double, unless the next return takes it back: that is what a campaign is for.
    """
    judged = 0
    for several in series.over_time:
        for at in range(1, len(several)):
            judged += 1
            old, new = several[at - 1], several[at]
            for column in _jumped(several, at):
                before, reported = (getattr(sent.row, column) for sent in (old, new))
                yield series.finding("Q102", new, column, reported=reported, before=before, first=old.row.date)
    yield series.looked("Q102", judged)


def _jumped(several: Sequence[Sent], at: int) -> Iterator[str]:
    """Yield the columns of a return whose numbers leap from those of the one before."""
    old, new = several[at - 1].row, several[at].row
    if leaps(old.count, new.count):
        beside_totals = old.total is not None and new.total is not None
        if not beside_totals or new.count < old.count or _taken_back(several, at):
            yield "count"
    if old.total is not None and new.total is not None and leaps(old.total, new.total):
        yield "total"


def _taken_back(several: Sequence[Sent], at: int) -> bool:
    """Return whether a count that has leapt up falls to less than half with the next return."""
    count, following = several[at].row.count, several[at + 1 : at + 2]  # behind the last one there is none
    return any(sent.row.count < count and leaps(count, sent.row.count) for sent in following)


def growth(series: Series) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find the totals that grow by more than 10 % a year (Q103); of a growth that lasts, the first."""
    judged = 0
    for several in series.over_time:
        known = [sent for sent in several if sent.row.total]
        judged += len(known[1:])
        told: Sent | None = None
        for base, sent in _based(known):
            grown = grows(base.row.total or 0, sent.row.total or 0, (sent.row.date - base.row.date).days)
            # The same growth is not told again with each return, unless it has gone on.
            if grown and (told is None or (told.row.total or 0) < (sent.row.total or 0)):
                values = {"before": base.row.total, "first": base.row.date, "after": sent.row.total}
                yield series.finding("Q103", sent, "total", **values)
            told = sent if grown else None
    yield series.looked("Q103", judged)


def _based(known: Sequence[Sent]) -> Iterable[tuple[Sent, Sent]]:
    """Yield each return after the earliest of the year before it; where there is none, after the last one before."""
    for at, sent in enumerate(known[1:], 1):
        year = (each for each in known[:at] if (sent.row.date - each.row.date).days <= YEAR)
        yield next(year, known[at - 1]), sent

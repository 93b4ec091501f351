"""What passages tell, before it is put into words: which kinds, which units, in what order, how many."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.days import later
from antq_cli.core.figures import Change, Figure, Kind
from antq_cli.core.manifest import Level
from antq_cli.core.measures import REGISTRATION, Measure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.paper import Paper
from antq_cli.core.standards import AppliedRegime, SubjectResults, UnitResults

_HOUSEHOLD = Measure("pledges", "household")
# So many stand on either side of best and worst, and so many names in a list of units; the others are counted.
MOST, NAMED = 3, 10
# A rate below a half is called low.
_HALF = Fraction(1, 2)
_HUNDREDTHS = 10_000


# Kinds -----------------------------------------------------------------------------------------------------------


def pledged(paper: Paper) -> list[Kind]:
    """Return the kinds of pledges, those of the units of a level first, from the top down; without the registration.

    Where nobody is to sign nothing is to be said. That of the unit itself is no number of others: see :func:`own`.
    """
    several = [kind for kind in paper.kinds("pledges") if kind.measure != REGISTRATION and not is_own(paper, kind.id)]
    kinds = [kind for kind in several if _somebody(paper, kind)]
    levels = [level.id for level in paper.levels]
    return sorted(kinds, key=lambda kind: levels.index(kind.id) if kind.id in levels else len(levels))


def is_own(paper: Paper, id_: str) -> bool:
    """Return whether what is counted is the unit of the report itself, of which there is one."""
    return id_ == paper.where.level.id


def own(paper: Paper) -> Kind | None:
    """Return the kind of pledges of which the unit itself is to sign; None where there is none."""
    return next((kind for kind in paper.kinds("pledges") if is_own(paper, kind.id)), None)


def has_signed(paper: Paper) -> bool | None:
    """Return whether the unit itself has signed; None where it is not to, or where that is not known."""
    kind = own(paper)
    figure = None if kind is None else paper.at(kind.measure)
    return None if figure is None or figure.num is None else bool(figure.num)


def carried_on(paper: Paper, kinds: Sequence[Kind]) -> date | None:
    """Return the day of the returns that all of some kinds rest on, where that is before the day of the report."""
    figures = [figure for kind in kinds if (figure := paper.at(kind.measure)) is not None and figure.num is not None]
    days = {day for figure in figures for day in figure.counted_on or (None,)}
    day = next(iter(days)) if len(days) == 1 else None
    return day if day is not None and day < paper.as_of else None


def _somebody(paper: Paper, kind: Kind) -> bool:
    figure = paper.at(kind.measure)
    return figure is None or figure.den != 0 or bool(figure.num or figure.expected or figure.left_out)


def journalled(paper: Paper) -> list[Kind]:
    """Return the kinds of pledges of which each signature is known, so that they can be counted within days."""
    return [kind for kind in pledged(paper) if kind.source == "journal"]


def below_grain(paper: Paper) -> list[Kind]:
    """Return the kinds that are known of the unit as a whole alone, and of none of the units below it."""
    return [kind for kind in pledged(paper) if _known(paper, kind) and _whole_alone(paper, kind)]


def _known(paper: Paper, kind: Kind) -> bool:
    figure = paper.at(kind.measure)
    return figure is not None and figure.num is not None


def _whole_alone(paper: Paper, kind: Kind) -> bool:
    rows = paper.by_unit(kind.measure)
    return bool(rows) and all(row.state == "below-grain" for row in rows)


def leading(paper: Paper) -> Kind | None:
    """Return the kind by which units are put beside each other: one with a target, else households, else any."""
    if paper.by is None:
        return None
    ordered = sorted(pledged(paper), key=lambda kind: (kind.target is None, kind.measure != _HOUSEHOLD))
    return next((kind for kind in ordered if paper.by_unit(kind.measure) and not _whole_alone(paper, kind)), None)


def full(figure: Figure | None) -> bool:
    """Return whether everybody is counted who is to be, and there is somebody."""
    return figure is not None and figure.state == "counted" and bool(figure.den) and figure.num == figure.den


def low(figure: Figure) -> bool:
    """Return whether less than a half is reached."""
    return figure.state == "counted" and bool(figure.den) and Fraction(figure.num or 0, figure.den or 1) < _HALF


def needed(figure: Figure, target: int) -> int | None:
    """Return how many are missing to a target in hundredths of a percent, rounded up; None where that is not known."""
    if figure.state != "counted" or figure.num is None or figure.den is None:
        return None
    return max(0, -(-target * figure.den // _HUNDREDTHS) - figure.num)


# The place ---------------------------------------------------------------------------------------------------------


def levels_below(paper: Paper) -> list[Level]:
    """Return the levels of which there are units, or of which the book says how many are to sign."""
    return [level for level in paper.levels if units_of(paper, level) or _are_to_sign(paper, level)]


def units_of(paper: Paper, level: Level) -> Figure | None:
    """Return how many units of a level there are; None where none are registered."""
    return next((figure for figure in paper.units if figure.measure.kind == level.id), None)


def pledge_of(paper: Paper, level: Level) -> Figure | None:
    """Return how many units of a level have signed, of how many."""
    return paper.at(Measure("pledges", level.id))


def _are_to_sign(paper: Paper, level: Level) -> bool:
    figure, levels = pledge_of(paper, level), [each.id for each in paper.levels]
    below = levels.index(level.id) > levels.index(paper.where.level.id)
    return below and figure is not None and bool(figure.den)


# Units -----------------------------------------------------------------------------------------------------------


def unit_kinds(paper: Paper) -> list[tuple[str, int]]:
    """Return what the units below call themselves, and how many do, the most first; none where one has no kind."""
    first = next((each for each in paper.summaries if each.rows), None)
    if paper.by is None or first is None:
        return []
    # Every measure has a row of every unit; those of one are enough.
    level, measure = paper.by.id, first.rows[0].measure
    codes = sorted(row.unit for row in first.rows if row.measure == measure and row.level == level)
    named = Counter(paper.unit_kinds.get(code) or "" for code in codes)
    return [] if "" in named else [(kind, many) for kind, many in named.most_common() if kind]


class Ranked(NamedTuple):
    """Units at one end: those that are named, and how many more have the same rate as the last of these."""

    named: Sequence[Figure]
    others: int = 0


class Extremes(NamedTuple):
    """The units with the highest and the lowest rates; ``same`` says that all ``known`` rates are equal.

    Of ``unknown`` units there is no rate, though somebody is to be counted there.
    """

    best: Ranked
    worst: Ranked
    known: Sequence[Figure]
    unknown: int

    @property
    def same(self) -> bool:
        """Whether all rates are equal."""
        return len({exact(row) for row in self.known}) == 1

    @property
    def ends(self) -> list[Figure]:
        """All that are named, the highest first."""
        return [*self.best.named, *self.worst.named]

    @property
    def single(self) -> bool:
        """Whether one unit alone stands at either end."""
        return len(self.best.named) == len(self.worst.named) == 1 and not self.best.others + self.worst.others


def exact(row: Figure) -> Fraction:
    """Return the rate of a unit that has one: two that are printed alike may differ."""
    assert row.num is not None
    assert row.den
    return Fraction(row.num, row.den)


def extremes(rows: Sequence[Figure]) -> Extremes:
    """Return who stands highest and who lowest by the exact rate; nobody stands at both ends.

    At most three stand at either end, half of them where there are fewer than six. Who has the lowest rate of all is
    not among the highest, nor the other way round.
    """
    known = sorted((row for row in rows if row.state == "counted" and row.den), key=lambda row: row.unit)
    unknown = sum(row.state != "below-grain" and row.den != 0 for row in rows) - len(known)
    if not known:
        return Extremes(Ranked(()), Ranked(()), (), unknown)
    lowest = min(map(exact, known))
    many = min(MOST, len(known) // 2)
    best = _end([row for row in known if exact(row) > lowest], lambda row: -exact(row), many)
    least = exact(best.named[-1]) if best.named else lowest
    worst = _end([row for row in known if exact(row) < least], exact, many)
    return Extremes(best, worst, known, unknown)


def _end(rows: list[Figure], key: Callable[[Figure], Fraction], many: int) -> Ranked:
    """Return the first by a key, those that are equal by code, and how many more are equal to the last of them."""
    ordered = sorted(rows, key=key)  # it is stable: they come by code
    named = ordered[:many]
    return Ranked(named, sum(key(row) == key(named[-1]) for row in ordered[many:]) if named else 0)


# Comparison --------------------------------------------------------------------------------------------------------


class Compared(NamedTuple):
    """A kind with its figure, the earlier one, and how it changed."""

    kind: Kind
    figure: Figure
    before: Figure
    change: Change


class Comparison(NamedTuple):
    """The kinds that can be compared, and those that cannot: nothing is known of them before, or not enough of both.

    ``merged`` are those whose units became others meanwhile. ``old`` are those that can, but rest on a number that is
    old.
    """

    several: Sequence[Compared]
    unknown: Sequence[Kind]
    short: Sequence[Kind]
    merged: Sequence[Kind] = ()

    @property
    def old(self) -> list[Kind]:
        """The kinds that rest on an old number."""
        return [each.kind for each in self.several if each.change.old]


def comparison(paper: Paper, kinds: Sequence[Kind]) -> Comparison:
    """Return how the figures of kinds changed since what they are compared with."""
    several: list[Compared] = []
    unknown: list[Kind] = []
    short: list[Kind] = []
    merged = [kind for kind in kinds if _merged(paper, kind)]
    for kind in (kind for kind in kinds if kind not in merged):
        figure, before, change = paper.at(kind.measure), paper.was(kind.measure), paper.change(kind.measure)
        if before is None or before.num is None:
            unknown.append(kind)
        elif figure is None or change is None or change.num is None:
            short.append(kind)
        else:
            several.append(Compared(kind, figure, before, change))
    return Comparison(several, unknown, short, merged)


def _merged(paper: Paper, kind: Kind) -> bool:
    """Return whether the units of a kind became others since: 17 communes are not 5 that have signed less."""
    found, before = paper.merger, paper.before
    return found is not None and before is not None and kind.id == found.level.id and before.last < found.day


def gone(paper: Paper, each: Compared) -> int:
    """Return by how much less a number rose than was signed and withdrawn: households that left, or renewed.

    0 where there is no such difference, where it is none of this period, and where not all of it is known.
    """
    period, before, change = paper.period, paper.before, each.change.num
    if period is None or before is None or change is None or later(before.last) != period.first:
        return 0
    flows = {part: paper.at(each.kind.measure.of(part)) for part in ("signed", "withdrawn", "lapsed")}
    known = {part: 0 if figure is None else figure.num for part, figure in flows.items()}
    signed, withdrawn, lapsed = (known[part] for part in ("signed", "withdrawn", "lapsed"))
    if flows["signed"] is None or signed is None or withdrawn is None or lapsed is None:
        return 0
    return signed - withdrawn - lapsed - change


def wholly(paper: Paper, kind: Kind) -> tuple[int, int] | None:
    """Return in how many of how many of the lowest units everybody is counted; None where that is not known."""
    rows = [row for row in paper.by_unit(kind.measure) if row.den]
    lowest = paper.by is not None and paper.by == paper.levels[-1]
    if not rows or not lowest or any(row.state != "counted" for row in rows):
        return None
    return sum(row.num == row.den for row in rows), len(rows)


# The standard ------------------------------------------------------------------------------------------------------


class Judged(NamedTuple):
    """Kinds of subject that are judged by one regime in years of one name; None where nothing in force judges them."""

    rule: AppliedRegime | None
    subjects: Sequence[SubjectResults]

    @property
    def windows(self) -> dict[Period, list[SubjectResults]]:
        """The windows, each with who is judged in it."""
        found: dict[Period, list[SubjectResults]] = {}
        for subject in self.subjects:
            if subject.rule is not None:
                days = subject.rule.window._replace(calendar=None)
                found.setdefault(days, []).append(subject)
        return found


def judged(paper: Paper) -> list[Judged]:
    """Return the kinds of subject, grouped by regime and year; where nobody is to be assessed nothing is to be said."""
    found: dict[tuple[str, str | None] | None, list[SubjectResults]] = {}
    for subject in paper.standards.subjects:
        rule, own = subject.rule, results(paper, subject)
        if own is not None and not own.somebody:
            continue
        found.setdefault(None if rule is None else (rule.regime, rule.window.name), []).append(subject)
    return [Judged(subjects[0].rule, subjects) for subjects in found.values()]


# The reasons of TT 124/2021/TT-BCA that leave out some of a kind, by the words that the book has for them.
REASONS = {
    "enterprise": ("small-enterprise", "micro-enterprise"),
    "school": ("primary-school", "pre-school"),
}


class Exempt(NamedTuple):
    """How many of a kind of subject the regime leaves out, and for which of the :data:`REASONS`; none if unsure."""

    kind: Kind
    many: int
    reasons: Sequence[str]


def exempt(paper: Paper) -> list[Exempt]:
    """Return whom the regime leaves out, kind by kind; the reasons are sure only where the book has no other ones."""
    found: list[Exempt] = []
    for subject in paper.standards.subjects:
        own, words = results(paper, subject), () if subject.rule is None else subject.rule.exempt
        if own is not None and own.exempt:
            known = {*ORGANISATION_KINDS, *(word for several in REASONS.values() for word in several)}
            possible = [word for word in REASONS.get(subject.kind.id, ()) if word in words]
            found.append(Exempt(subject.kind, own.exempt, possible if {*words} <= known else ()))
    return found


def exempt_whole(paper: Paper) -> list[Figure]:
    """Return the organisations of kinds that the regime leaves out as such: those of the armed forces."""
    words = {word for subject in paper.standards.subjects if subject.rule for word in subject.rule.exempt}
    return [figure for figure in paper.organisations if figure.measure.kind in words]


def told_apart(paper: Paper, groups: Sequence[Judged]) -> tuple[list[Judged], list[SubjectResults]]:
    """Return the groups with those of whom something is known, and those of whom nothing is, of all groups."""
    found: list[Judged] = []
    unknown: list[SubjectResults] = []
    for group in groups:
        known = [subject for subject in group.subjects if _something(results(paper, subject))]
        unknown += [subject for subject in group.subjects if subject not in known]
        found += [group._replace(subjects=known)] if known else []
    return found, unknown


def _something(found: UnitResults | None) -> bool:
    return found is not None and any(
        figure.num is not None for figure in (found.assessed, found.met, found.not_met, found.pending)
    )


def results(paper: Paper, subject: SubjectResults) -> UnitResults | None:
    """Return the results of a kind of subject at the unit itself; None where there are none."""
    own = [each for each in subject.units if each.assessed.unit == paper.where.code and not each.assessed.rest]
    return next((each for each in own if each.assessed.level == paper.where.level.id), None)


class Begun(NamedTuple):
    """The year that runs behind one that ended, and who is judged in it; ``some`` of them have any result as yet.

    ``all`` says that it has begun for everybody who is told of. ``known`` says that it is known who has none.
    """

    year: str | None
    subjects: Sequence[SubjectResults]
    some: Sequence[tuple[Kind, Figure]]
    all: bool
    known: bool


def begun(paper: Paper) -> list[Begun]:
    """Return the years that have begun behind those that are told of, by their names."""
    found: dict[str | None, list[SubjectResults]] = {}
    for subject in paper.begun:
        own = results(paper, subject)
        if subject.rule is not None and own is not None and own.somebody:
            found.setdefault(subject.rule.window.name, []).append(subject)
    return [_begun(paper, year, subjects) for year, subjects in found.items()]


def _begun(paper: Paper, year: str | None, subjects: Sequence[SubjectResults]) -> Begun:
    own = [(each.kind, found.assessed) for each in subjects if (found := results(paper, each)) is not None]
    some = [(kind, figure) for kind, figure in own if figure.num]
    known = all(figure.num is not None for _, figure in own)
    told = {subject.kind.id for group in judged(paper) for subject in group.subjects}
    return Begun(year, subjects, some, told <= {each.kind.id for each in subjects}, known)


def days_of(figure: Figure, when: str) -> str:
    """Return the day of a figure as ids have it: results are of the last day of their window; else ``when``."""
    return when if figure.figure is None else figure.figure.partition(":")[2]


def not_assessed(found: UnitResults) -> int | None:
    """Return how many were not assessed as yet; None where that is not known."""
    row = found.assessed
    known = row.state == "counted" and row.num is not None and row.den is not None
    return (row.den or 0) - (row.num or 0) if known else None

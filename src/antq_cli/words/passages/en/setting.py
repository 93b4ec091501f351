"""What a report begins and ends with: on what it rests, what the place is like, who reports."""

from antq_cli.core.manifest import Level
from antq_cli.core.report import Piece, Pieces
from antq_cli.words.passages import numbers, picked
from antq_cli.words.passages.en.nouns import issuer, many, noun_of_organisations, of_level, of_period, titled, within
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.telling import Teller


def opening(t: Teller) -> list[Pieces]:
    """Say on which directives the report rests, who reports what, and of which day the figures are."""
    acts = "; ".join(t.acts("of", "by", "no."))
    span = of_period(t)
    what = f"on {t.paper.subject}" if t.paper.subject else "the results" + (f" of {span}" if span else "")
    result = f" reports {what} as follows (figures of {_day(t)}):"
    return [pieces(f"On the basis of {acts}, " if acts else "", issuer(t), result)]


def _day(t: Teller) -> str:
    paper = t.paper
    said = [t.day(paper.as_of)]
    if t.closing:
        said.append("the closing day of article 12 of Decree 09/2019/NĐ-CP")
    if paper.period is not None and not t.civil and t.period(paper.period):
        said.append(f"reporting period {within(t, paper.period)}")
    if paper.basis != paper.as_of:
        said.append(f"on the map of {t.day(paper.basis)}")
    return ", ".join(said)


def place(t: Teller) -> list[Pieces]:
    """Say how many units, households and organisations there are."""
    paper = t.paper
    units = joined([_units(t, level) for level in picked.levels_below(paper)], ", ")
    number = None if paper.households is None else paper.households.num
    households = pieces(t.number(paper.households), f" {many(number, 'households')}")
    between = " with " if units else ""
    return [pieces(f"{titled(t)} has ", units, between, households, _organisations(t), ".")]


def _units(t: Teller, level: Level) -> list[Piece]:
    """Return how many units of a level there are; where none are registered, how many the book says are to sign."""
    figure, pledge = picked.units_of(t.paper, level), picked.pledge_of(t.paper, level)
    number = t.number(pledge, "den") if figure is None else t.number(figure)
    one = (pledge and pledge.den) if figure is None else figure.num
    return pieces(number, f" {many(one, of_level(level))}")


def _organisations(t: Teller) -> list[Piece]:
    several = [pieces(t.number(figure), f" {noun_of_organisations(t, figure)}") for figure in t.paper.organisations]
    if len(several) < 2:  # noqa: PLR2004 - there is nothing to add up
        return pieces(", " if several else "", *several)
    together = t.derived("organisations", "num", sum(figure.num or 0 for figure in t.paper.organisations))
    return pieces(", ", together, " organisations (", joined(several, ", "), ")")


def merger(t: Teller) -> list[Pieces]:
    """Say that units became others, and that what was before is told of these."""
    found = t.paper.merger
    if found is None:
        return []
    act = f", by {found.act}" if found.act else ""
    id_ = t.id(f"units.{found.level.id}.merged", when=f"{found.day}")
    before = numbers.derived(id_, "before", found.before, t.lang, small=True)
    after = numbers.derived(id_, "after", found.after, t.lang, small=True)
    day, what = t.day(found.day), of_level(found.level)
    then = f"; figures of earlier periods are put on the map of {day}."
    return [pieces(f"On {day}{act}, ", before, f" {many(found.before, what)} became ", after, then)]


def closing(t: Teller) -> list[Pieces]:
    """Say that this was the report, and of whom."""
    what = t.paper.subject or f"the results of {of_period(t) or t.day(t.paper.as_of)}"
    return [pieces(f"This is the report on {what}; ", issuer(t), " respectfully submits it.")]

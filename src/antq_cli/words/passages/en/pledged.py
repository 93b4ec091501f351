"""Who signed: on the day, within the period, since what it is compared with, to the target, by units."""

from collections.abc import Sequence

from antq_cli.core.figures import Figure, Kind
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.report import Clause, Piece, Pieces, Statement
from antq_cli.core.trends import KindGaps
from antq_cli.words.passages import numbers, picked
from antq_cli.words.passages.en.nouns import (
    listed,
    many,
    meanwhile,
    noun,
    of_level,
    own_kind,
    reporters_of,
    since,
    units,
    whole,
)
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.picked import Compared, Extremes, Ranked
from antq_cli.words.passages.telling import Teller
from antq_cli.words.speech import begun


def pledges(t: Teller) -> list[Pieces | Statement]:
    """Say of how many of how many there is a pledge, kind by kind; who is told of as a whole alone is said last."""
    kinds, own = picked.pledged(t.paper), picked.own(t.paper)
    if not kinds:
        return [] if own is None else [Statement(pieces(_begin(t, kinds)), [_own(t, own)], pieces("."))]
    what, several = f"signed in {whole(t)}: ", told(t, kinds)
    if own is None:
        return [Statement(pieces(_begin(t, kinds), what), several, pieces(".")), *_below_grain(t, kinds)]
    first = several[0]._replace(pieces=pieces(what, several[0].pieces))
    return [
        Statement(pieces(_begin(t, kinds)), [_own(t, own), first, *several[1:]], pieces(".")),
        *_below_grain(t, kinds),
    ]


def _begin(t: Teller, kinds: Sequence[Kind]) -> str:
    """Return of which day the figures are: of that of the last return, where none came since."""
    day, last = picked.carried_on(t.paper, kinds), t.day(t.paper.as_of)
    return f"By {last}, " if day is None else f"By the returns of {t.day(day)} (none came since, to {last}), "


def _own(t: Teller, kind: Kind) -> Clause:
    """Return whether the unit itself has signed."""
    figure, name = t.paper.at(kind.measure), own_kind(t)
    if figure is None or figure.num is None:
        return Clause([numbers.UNKNOWN], f"whether {name} has signed")
    return Clause(pieces(f"{name} has {'' if figure.num else 'not '}signed"), name)


def told(t: Teller, kinds: Sequence[Kind]) -> list[Clause]:
    """Return how many of how many there are of kinds; those of which there is nobody come last."""
    return [_clause(t, kind) for kind in sorted(kinds, key=lambda kind: _nobody(t, kind))]


def _nobody(t: Teller, kind: Kind) -> bool:
    figure = t.paper.at(kind.measure)
    return figure is not None and figure.num == 0


def _clause(t: Teller, kind: Kind) -> Clause:
    figure, name = t.paper.at(kind.measure), noun(t, kind)
    about = name if kind.measure == REGISTRATION else f"{name} that signed"
    remarks = [*of_returns(t, figure), *_of_day(t, kind, figure)]
    if figure is not None and figure.num == 0:
        return Clause(pieces(f"no {name}", bracketed(remarks)), about)
    rated = figure is not None and figure.state == "counted" and figure.percent is not None
    remarks = [*([[t.percent(figure)]] if rated else []), *_missing(t, kind, figure), *remarks]
    number = None if figure is None or figure.den is not None else figure.num
    return Clause(pieces(t.share(figure), f" {many(number, name)}", bracketed(remarks)), about)


def _of_day(t: Teller, kind: Kind, figure: Figure | None) -> list[Pieces]:
    """Say of which day a number is that was carried on, where those beside it are of another one."""
    day = picked.carried_on(t.paper, [kind])
    beside = picked.carried_on(t.paper, picked.pledged(t.paper))
    if day is None or day == beside or figure is None or figure.old:
        return []
    return [pieces(f"returns of {t.day(day)}")]


def bracketed(remarks: Sequence[Pieces]) -> list[Piece]:
    """Return remarks in brackets; nothing where there are none."""
    return pieces(" (", joined(remarks, "; "), ")") if remarks else []


def _missing(t: Teller, kind: Kind, figure: Figure | None) -> list[Pieces]:
    """Say how many are missing: of households, and of who is to reach a target."""
    asked = kind.target is not None or kind.id == "household"
    if figure is None or not asked or not figure.remaining or figure.remaining < 0:
        return []
    return [pieces(t.number(figure, "remaining"), " have not signed")]


def of_returns(t: Teller, figure: Figure | None) -> list[Pieces]:
    """Say that not all have reported, and that what some reported is old."""
    if figure is None or figure.num is None:
        return []
    said: list[Pieces] = []
    if figure.state == "partial":
        reported = pieces(t.number(figure, "reported"), "/", t.number(figure, "expected"))
        said.append(pieces("figures of the ", reported, f" {reporters_of(t, figure)} that have reported"))
    if figure.old and figure.reported == 1 and figure.counted_to is not None:
        said.append(pieces(f"reported on {t.day(figure.counted_to)}, nothing newer within the period"))
    elif figure.old:
        old = pieces(t.number(figure, "old"), "/", t.number(figure, "reported"))
        said.append(pieces(old, f" {reporters_of(t, figure)} have sent nothing newer: their earlier figures are taken"))
    return said


def _below_grain(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    whole_alone = picked.below_grain(t.paper)
    if not whole_alone:
        return []
    names = "pledges" if len(whole_alone) == len(kinds) else listed([noun(t, kind) for kind in whole_alone])
    return [pieces(f"Figures of {names} are reported for {whole(t)} alone, and not by {units(t)}.")]


# Within the period -----------------------------------------------------------------------------------------------


def period(t: Teller) -> list[Pieces | Statement]:
    """Say how many signed, withdrew and lapsed within the period; of returns alone that is not known."""
    if t.paper.period is None or not picked.pledged(t.paper):
        return []
    kinds, begin = picked.journalled(t.paper), f"{meanwhile(t)}: "
    if not kinds:
        return [Statement(pieces(begin), [Clause([numbers.UNKNOWN], "signatures and withdrawals within the period")])]
    several = [(word, _flow(t, kinds, part, word)) for part, word in _parts(kinds)]
    none = " or ".join(word for word, clause in several if clause is None)
    clauses = [clause for _, clause in several if clause is not None]
    nobody = [Clause(pieces(f"no {none}"), "")] if none else []
    return [Statement(pieces(begin), [*clauses, *nobody], pieces("."))]


def _parts(kinds: Sequence[Kind]) -> list[tuple[str, str]]:
    lapsed = [("lapsed", "pledges that lapsed")] if any(kind.lapses for kind in kinds) else []
    return [("signed", "signatures"), ("withdrawn", "withdrawals"), *lapsed]


def _flow(t: Teller, kinds: Sequence[Kind], part: str, word: str) -> Clause | None:
    """Return how often each kind did something; kinds of which nobody did are not named, None where nobody did.

    Who signs again signs once more: what is told is signatures, not who signed.
    """
    found = [(kind, t.paper.at(kind.measure.of(part))) for kind in kinds if part != "lapsed" or kind.lapses]
    some = [(noun(t, kind), figure) for kind, figure in found if figure is None or figure.num != 0]
    if not some:
        return None
    who = [pieces(f"{name} ", t.number(figure)) for name, figure in some]
    about = f"{word} of {listed([name for name, _ in some])} within the period"
    return Clause(pieces(f"{word} of ", joined(who, ", ")), about)


# Compared --------------------------------------------------------------------------------------------------------


def compared(t: Teller) -> list[Pieces | Statement]:
    """Say how the rates changed; of what cannot be compared it is said why, in brackets at the end."""
    if t.paper.before is None:
        return []
    found = picked.comparison(t.paper, picked.pledged(t.paper))
    clauses = [Clause(_changed(t, each), noun(t, each.kind)) for each in found.several]
    said: list[Pieces | Statement] = [Statement(pieces(f"{since(t)}: "), clauses, pieces("."))] if clauses else []
    said += _merged(t, found.merged)
    if found.unknown and not clauses and not found.short:
        return [*said, pieces("(No figures of the earlier period).")]
    for kinds, why in (
        (found.unknown, "No figures of the earlier period"),
        (found.short, "Not enough figures to compare"),
        (found.old, "Some figures are not of the period"),
    ):
        said += [pieces(f"({why}: {listed([noun(t, kind) for kind in kinds])}).")] if kinds else []
    return said


def _merged(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    """Say that the units of a level became others, so that those before and those after are not compared."""
    merger = t.paper.merger
    if not kinds or merger is None:
        return []
    return [pieces(f"({begun(of_level(merger.level))} are not compared: they were merged on {t.day(merger.day)}).")]


def _changed(t: Teller, each: Compared) -> list[Piece]:
    name, change = noun(t, each.kind), each.change
    id_ = t.id(f"{each.kind.measure}.change", when=t.since)
    assert change.num is not None
    moved = pieces(by_how_many(t, id_, change.num, each.before.num or 0), _gone(t, each, id_))
    if change.points is None:
        return pieces(f"{name}: ", moved)
    remarks = ([moved] if change.num else []) + _total(t, each, id_)
    if float(change.points) == 0:
        return pieces(f"the signing rate of {name} has not changed", bracketed(remarks))
    points = numbers.by_points(id_, "points", change.points, t.lang)
    way = "rose" if change.points.startswith("+") else "fell"
    return pieces(f"the signing rate of {name} {way} by ", points, " percentage points", bracketed(remarks))


def _gone(t: Teller, each: Compared, id_: str) -> list[Piece]:
    """Say why less, or more, was added than was signed and withdrawn."""
    gone = picked.gone(t.paper, each)
    if not gone:
        return []
    who = pieces(numbers.by_how_many(id_, "gone", gone, t.lang), f" {many(abs(gone), noun(t, each.kind))}")
    how = " that moved, left or renewed" if gone > 0 else " that came"
    return pieces(", not counting " if gone > 0 else ", counting ", who, how)


def by_how_many(t: Teller, id_: str, change: int, before: int) -> list[Piece]:
    """Say by how many a number changed, and by how many percent where there was something before."""
    if change == 0:
        return pieces("no change")
    percent = numbers.by_percent(id_, "percent", before, change, t.lang)
    said = pieces(", or ", percent) if percent is not None else []
    return pieces(numbers.by_how_many(id_, "num", change, t.lang), f" {_way(change)}", said)


def _way(change: int) -> str:
    return "more" if change > 0 else "fewer"


def _total(t: Teller, each: Compared, id_: str) -> list[list[Piece]]:
    change = each.change.den
    if not change:
        return []
    return [pieces("total ", numbers.by_how_many(id_, "den", change, t.lang), f" {_way(change)}")]


# The target ------------------------------------------------------------------------------------------------------


def target(t: Teller) -> list[Pieces | Statement]:
    """Say how many units have reached a target, and how many more have to sign."""
    with_units = {found.kind.measure for found in t.paper.gaps}
    own = [kind for kind in picked.pledged(t.paper) if kind.target and kind.measure not in with_units]
    return [*(_target(t, found) for found in t.paper.gaps), *(_own_target(t, kind) for kind in own)]


def _target(t: Teller, found: KindGaps) -> Statement:
    name, noun_ = f"{found.kind.measure}.target", noun(t, found.kind)
    begin = pieces("Target: ", t.target(name, found.target), f" of {noun_}; ")
    about = f"{units(t)} that reach the target"
    if not found.known:
        return Statement(begin, [Clause([numbers.UNKNOWN], about), *_as_a_whole(t, found)], pieces("."))
    return Statement(begin, [*_units(t, found, name, noun_, about), *_as_a_whole(t, found)], pieces("."))


def _units(t: Teller, found: KindGaps, name: str, noun_: str, about: str) -> list[Clause]:
    who = units(t)
    of_known = t.of(name, ("reached", found.reached), ("known", found.known))
    needs = pieces(t.derived(name, "together", found.together), f" more {noun_}, each for itself")
    several = [pieces(of_known, f" {who} reach it")] if found.reached else []
    if found.below:
        below = pieces(t.derived(name, "below", found.below), f" {many(found.below, who)} below it")
        need = " needs " if found.below == 1 else " need "
        several.append(pieces(below, need, needs) if found.reached else pieces(f"no {who} reach it: they need ", needs))
    if unknown := without_figures(found):
        several.append(pieces("not enough figures of ", t.derived(name, "unknown", unknown), f" {many(unknown, who)}"))
    return [Clause(each, about) for each in several]


def without_figures(found: KindGaps) -> int:
    """Return of how many units it is not known whether they reach the target."""
    return sum(each.figure.level is not None for each in found.apart)


def _as_a_whole(t: Teller, found: KindGaps) -> list[Clause]:
    return [Clause(_needs(t, found.kind, found.total.needed), f"{noun(t, found.kind)} that are missing")]


def _needs(t: Teller, kind: Kind, needed: int | None) -> list[Piece]:
    if needed == 0:
        return pieces(f"{whole(t)} has reached it")
    return pieces(f"{whole(t)} needs ", t.derived(f"{kind.measure}.target", "needed", needed), " more")


def _own_target(t: Teller, kind: Kind) -> Statement:
    """Return how far the unit itself is from a target, where it has no units below it."""
    figure, goal = t.paper.at(kind.measure), kind.target
    assert goal is not None
    needed = None if figure is None else picked.needed(figure, goal)
    begin = pieces("Target: ", t.target(f"{kind.measure}.target", goal), f" of {noun(t, kind)}; ")
    return Statement(begin, [Clause(_needs(t, kind, needed), f"{noun(t, kind)} that are missing")], pieces("."))


# Best and worst --------------------------------------------------------------------------------------------------


def best_worst(t: Teller) -> list[Pieces | Statement]:
    """Say which units have the highest and the lowest rates of the leading kind."""
    kind = picked.leading(t.paper)
    if kind is None:
        return []
    name = noun(t, kind)
    found = picked.extremes(t.paper.by_unit(kind.measure))
    about = f"signing rates of {name} by {units(t)}"
    if not found.known:
        return [Statement((), [Clause([numbers.UNKNOWN], about)])]
    clauses = [Clause(each, about) for each in _ends(t, found, name)]
    if found.unknown:
        unknown = t.derived(f"{kind.measure}.rated", "unknown", found.unknown)
        clauses.append(Clause(pieces("not enough figures of ", unknown, f" {many(found.unknown, units(t))}"), about))
    return [Statement((), clauses, pieces("."))]


def _ends(t: Teller, found: Extremes, name: str) -> list[list[Piece]]:
    first = found.known[0]
    if len(found.known) == 1:
        return [pieces(f"Only {t.unit(first)} has a signing rate of {name} (", t.percent(first), ")")]
    if found.same:
        number = t.derived(f"{first.measure}.rated", "known", len(found.known))
        return [pieces("All ", number, f" {units(t)} have the same signing rate of {name}, ", t.percent(first))]
    if found.single:
        best, worst = (pieces(f"{t.unit(row)} (", t.percent(row), ")") for row in found.ends)
        return [pieces(f"The highest signing rate of {name} is that of ", best, ", the lowest that of ", worst)]
    best = pieces(f"Highest signing rates of {name}: ", _several(t, found.best, "best"))
    return [best, pieces("lowest: ", _several(t, found.worst, "worst"))]


def _several(t: Teller, ranked: Ranked, part: str) -> list[Piece]:
    named = joined([pieces(f"{t.unit(row)} (", t.percent(row), ")") for row in ranked.named], ", ")
    if not ranked.others:
        return named
    last = ranked.named[-1]
    others = t.derived(f"{last.measure}.rated", part, ranked.others)
    return pieces(named, " and ", others, f" other {many(ranked.others, units(t))} with ", t.percent(last))

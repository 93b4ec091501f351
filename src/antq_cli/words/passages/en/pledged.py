"""Who signed: on the day, within the period, since what it is compared with, to the target, by units."""

from collections.abc import Sequence

from antq_cli.core.figures import Figure, Kind
from antq_cli.core.report import Clause, Piece, Pieces, Statement
from antq_cli.core.trends import KindGaps
from antq_cli.words.passages import numbers, picked
from antq_cli.words.passages.en.nouns import UNITS, listed, many, noun, since, whole, within
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.picked import Compared, Extremes, Ranked
from antq_cli.words.passages.telling import Teller


def pledges(t: Teller) -> list[Pieces | Statement]:
    """Say of how many of how many there is a pledge, kind by kind; who is told of as a whole alone is said last."""
    kinds = picked.pledged(t.paper)
    if not kinds:
        return []
    begin = f"Signed in {whole(t)} by {t.day(t.paper.as_of)}: "
    return [in_force(t, kinds, begin), *_below_grain(t, kinds)]


def in_force(t: Teller, kinds: Sequence[Kind], begin: str) -> Statement:
    """Return how many of how many there are of kinds; those of which there is nobody come last."""
    clauses = [(_nobody(t, kind), _clause(t, kind)) for kind in kinds]
    ordered = [clause for _, clause in sorted(clauses, key=lambda each: each[0])]
    return Statement(pieces(begin), ordered, pieces("."))


def _nobody(t: Teller, kind: Kind) -> bool:
    figure = t.paper.at(kind.measure)
    return figure is not None and figure.num == 0


def _clause(t: Teller, kind: Kind) -> Clause:
    figure, name = t.paper.at(kind.measure), noun(t, kind)
    about = name if kind.measure == picked.REGISTRATION else f"{name} that signed"
    remarks = of_returns(t, figure)
    if figure is not None and figure.num == 0:
        zero = [t.share(figure)] if figure.den is not None else []
        return Clause(pieces(f"no {name}", bracketed([*zero, *remarks])), about)
    rated = figure is not None and figure.state == "counted" and figure.percent is not None
    remarks = [*([[t.percent(figure)]] if rated else []), *_missing(t, kind, figure), *remarks]
    number = None if figure is None or figure.den is not None else figure.num
    return Clause(pieces(t.share(figure), f" {many(number, name)}", bracketed(remarks)), about)


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
        said.append(pieces("figures of the ", reported, f" {UNITS} that have reported"))
    if figure.old and figure.reported == 1 and figure.counted_to is not None:
        said.append(pieces(f"reported on {t.day(figure.counted_to)}, nothing newer within the period"))
    elif figure.old:
        old = pieces(t.number(figure, "old"), "/", t.number(figure, "reported"))
        said.append(pieces(old, f" {UNITS} have sent nothing newer: their earlier figures are taken"))
    return said


def _below_grain(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    whole_alone = picked.below_grain(t.paper)
    if not whole_alone:
        return []
    names = "pledges" if len(whole_alone) == len(kinds) else listed([noun(t, kind) for kind in whole_alone])
    return [pieces(f"Figures of {names} are reported for {whole(t)} alone, and not by {UNITS}.")]


# Within the period -----------------------------------------------------------------------------------------------


def period(t: Teller) -> list[Pieces | Statement]:
    """Say how many signed, withdrew and lapsed within the period; of returns alone that is not known."""
    days = t.paper.period
    if days is None or not picked.pledged(t.paper):
        return []
    clauses = [_flows(t, kind) for kind in picked.journalled(t.paper)]
    clauses = clauses or [Clause([numbers.UNKNOWN], "signed and withdrawn within the period")]
    return [Statement(pieces(f"Within the period ({within(t, days)}): "), clauses, pieces("."))]


def _flows(t: Teller, kind: Kind) -> Clause:
    lapsed = [("lapsed", "lapsed")] if kind.lapses else []
    parts = [("signed", "signed"), ("withdrawn", "withdrew"), *lapsed]
    figures = [t.paper.at(kind.measure.of(part)) for part, _ in parts]
    name = noun(t, kind)
    about = f"{name} that signed and withdrew within the period"
    if all(figure is not None and figure.num == 0 for figure in figures):
        return Clause(pieces(f"no {name} {' or '.join(word for _, word in parts)}"), about)
    told = [_flow(t, figure, name, word) for figure, (_, word) in zip(figures, parts, strict=True)]
    return Clause(joined(told, ", "), about)


def _flow(t: Teller, figure: Figure | None, name: str, word: str) -> list[Piece]:
    if figure is not None and figure.num == 0:
        return pieces(f"none {word}")
    return pieces(t.number(figure), f" {many(None if figure is None else figure.num, name)} {word}")


# Compared --------------------------------------------------------------------------------------------------------


def compared(t: Teller) -> list[Pieces | Statement]:
    """Say how the rates changed; of what cannot be compared it is said why, in brackets at the end."""
    if t.paper.before is None:
        return []
    found = picked.comparison(t.paper, picked.pledged(t.paper))
    clauses = [Clause(_changed(t, each), noun(t, each.kind)) for each in found.several]
    said: list[Pieces | Statement] = [Statement(pieces(f"{since(t)}: "), clauses, pieces("."))] if clauses else []
    for kinds, why in (
        (found.unknown, "No figures of the earlier period"),
        (found.short, "Not enough figures to compare"),
        (found.old, "Some figures are not of the period"),
    ):
        said += [pieces(f"({why}: {listed([noun(t, kind) for kind in kinds])}).")] if kinds else []
    return said


def _changed(t: Teller, each: Compared) -> list[Piece]:
    name, change = noun(t, each.kind), each.change
    id_ = t.id(f"{each.kind.measure}.change", when=t.since)
    assert change.num is not None
    moved = by_how_many(t, id_, change.num, each.before.num or 0)
    if change.points is None:
        return pieces(f"{name}: ", moved)
    remarks = ([moved] if change.num else []) + _total(t, each, id_)
    if float(change.points) == 0:
        return pieces(f"the signing rate of {name} has not changed", bracketed(remarks))
    points = numbers.by_points(id_, "points", change.points, t.lang)
    way = "rose" if change.points.startswith("+") else "fell"
    return pieces(f"the signing rate of {name} {way} by ", points, " percentage points", bracketed(remarks))


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
    about = f"{UNITS} that reach the target"
    if not found.known:
        return Statement(begin, [Clause([numbers.UNKNOWN], about), *_as_a_whole(t, found)], pieces("."))
    return Statement(begin, [*_units(t, found, name, noun_, about), *_as_a_whole(t, found)], pieces("."))


def _units(t: Teller, found: KindGaps, name: str, noun_: str, about: str) -> list[Clause]:
    of_known = t.of(name, ("reached", found.reached), ("known", found.known))
    reached = pieces(of_known, f" {UNITS} reach it")
    if not found.reached:
        reached = pieces(f"no {UNITS} reach it (", of_known, ")")
    several = [reached]
    if found.below:
        needs = pieces(" need ", t.derived(name, "together", found.together), f" more {noun_}, each for itself")
        several.append(pieces(t.derived(name, "below", found.below), f" {UNITS} below it", needs))
    if unknown := without_figures(found):
        several.append(
            pieces("not enough figures of ", t.derived(name, "unknown", unknown), f" {many(unknown, UNITS)}")
        )
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
    about = f"signing rates of {name} by {UNITS}"
    if not found.known:
        return [Statement((), [Clause([numbers.UNKNOWN], about)])]
    clauses = [Clause(each, about) for each in _ends(t, found, name)]
    if found.unknown:
        unknown = t.derived(f"{kind.measure}.rated", "unknown", found.unknown)
        clauses.append(Clause(pieces("not enough figures of ", unknown, f" {many(found.unknown, UNITS)}"), about))
    return [Statement((), clauses, pieces("."))]


def _ends(t: Teller, found: Extremes, name: str) -> list[list[Piece]]:
    first = found.known[0]
    if len(found.known) == 1:
        return [pieces(f"Only {t.unit(first)} has a signing rate of {name} (", t.percent(first), ")")]
    if found.same:
        number = t.derived(f"{first.measure}.rated", "known", len(found.known))
        return [pieces("All ", number, f" {UNITS} have the same signing rate of {name}, ", t.percent(first))]
    best = pieces(f"Highest signing rates of {name}: ", _several(t, found.best, "best"))
    return [best, pieces("lowest: ", _several(t, found.worst, "worst"))]


def _several(t: Teller, ranked: Ranked, part: str) -> list[Piece]:
    named = joined([pieces(f"{t.unit(row)} (", t.percent(row), ")") for row in ranked.named], ", ")
    if not ranked.others:
        return named
    last = ranked.named[-1]
    others = t.derived(f"{last.measure}.rated", part, ranked.others)
    return pieces(named, " and ", others, f" other {many(ranked.others, UNITS)} with ", t.percent(last))

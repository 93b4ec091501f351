"""What was achieved, what is lacking, who did not report, what is to be done: true facts, to be edited."""

from collections.abc import Sequence
from itertools import pairwise

from antq_cli.core.calendars import Period
from antq_cli.core.days import earlier
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.report import Clause, Piece, Pieces, Statement
from antq_cli.core.reporting import Expected
from antq_cli.core.trends import KindGaps
from antq_cli.words.passages import numbers, owed, picked
from antq_cli.words.passages.en.nouns import (
    STANDARD,
    listed,
    many,
    noun,
    own_kind,
    reached,
    reporters,
    titled,
    units,
)
from antq_cli.words.passages.en.pledged import without_figures
from antq_cli.words.passages.en.standing import model, named
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.owed import OfFamily, Sent
from antq_cli.words.passages.telling import Teller
from antq_cli.words.speech import begun

_RESULT = "pledges"


def _figures(t: Teller) -> list[tuple[Kind, Figure]]:
    """Return the kinds of pledges of which something is known."""
    found = [(kind, t.paper.at(kind.measure)) for kind in picked.pledged(t.paper)]
    return [(kind, figure) for kind, figure in found if figure is not None and figure.num is not None]


def _nothing_known(t: Teller) -> list[Pieces | Statement]:
    return [Statement((), [Clause([numbers.UNKNOWN], _RESULT)])] if picked.pledged(t.paper) else []


# Achieved --------------------------------------------------------------------------------------------------------


def achieved(t: Teller) -> list[Pieces | Statement]:
    """Say where everybody is reached, and how many units reach the target; nothing less is praised."""
    known = _figures(t)
    if not known:
        return _nothing_known(t)
    signed = [pieces(t.share(figure), f" {noun(t, kind)}") for kind, figure in known if picked.full(figure)]
    clauses = [pieces(joined(signed, ", ", " and "), " have signed")] if signed else []
    if picked.has_signed(t.paper):
        clauses.insert(0, pieces(f"{begun(own_kind(t))} has signed"))
    clauses += [*_teams(t), *_standard(t), *_at_target(t)]
    if not clauses:
        if all(figure.state == "counted" for _, figure in known):
            return [pieces("Nothing has reached 100% as yet.")]
        return [pieces("It is not known whether anything has reached 100%.")]
    return [Statement((), [Clause(each, _RESULT) for each in clauses], pieces("."))]


def _teams(t: Teller) -> list[list[Piece]]:
    found = [(kind, t.paper.at(kind.measure.of("reach"))) for kind in t.paper.kinds("teams")]
    full = [(kind, figure) for kind, figure in found if picked.full(figure)]
    return [_full(t, kind, figure) for kind, figure in full]


def _full(t: Teller, kind: Kind, figure: Figure | None) -> list[Piece]:
    if kind.reach is not None and picked.is_own(t.paper, kind.reach.id):
        return pieces(f"{own_kind(t)} has {noun(t, kind)}")
    return pieces(t.share(figure), f" {reached(t, kind)} have {noun(t, kind)}")


def _standard(t: Teller) -> list[list[Piece]]:
    found = [(each.kind, picked.results(t.paper, each)) for each in t.paper.standards.subjects]
    met = [(kind, each.met) for kind, each in found if each is not None and picked.full(each.met)]
    return [
        pieces(f"{own_kind(t)} meets {STANDARD}")
        if picked.is_own(t.paper, kind.id)
        else pieces(t.share(figure), f" {noun(t, kind)} meet {STANDARD}")
        for kind, figure in met
    ]


def _at_target(t: Teller) -> list[list[Piece]]:
    return [_reached(t, found) for found in t.paper.gaps if found.reached]


def _reached(t: Teller, found: KindGaps) -> list[Piece]:
    name = f"{found.kind.measure}.target"
    has = "has" if found.reached == 1 else "have"
    told = f" {many(found.reached, units(t))} {has} reached the target of "
    who = pieces(t.derived(name, "reached", found.reached), told)
    return pieces(who, t.target(name, found.target), f" of {noun(t, found.kind)}")


# Lacking ---------------------------------------------------------------------------------------------------------


def lacking(t: Teller) -> list[Pieces | Statement]:
    """Say which units are below the target, which rates are low, and how many have not signed."""
    known = _figures(t)
    if not known:
        return _nothing_known(t)
    said: list[Pieces | Statement] = [sentence for found in t.paper.gaps for sentence in _below(t, found)]
    said += [*_low(t, known), *_missing(t, known)]
    if said or any(figure.state != "counted" for _, figure in known) or len(known) < len(picked.pledged(t.paper)):
        return said or [pieces("By the figures that there are, nothing is known to be lacking.")]
    return [pieces("By the figures of pledges, nothing is lacking.")]


def _below(t: Teller, found: KindGaps) -> list[Pieces]:
    name, noun_ = f"{found.kind.measure}.target", noun(t, found.kind)
    unknown = without_figures(found)
    whole = found.below > 1 and not found.reached and not unknown
    said: list[Pieces] = []
    if found.below:
        of = t.of(name, ("below", found.below), ("known", found.known))
        rate = pieces(f" {units(t)} have a signing rate of {noun_} below ", t.target(name, found.target))
        who = pieces("All ", t.derived(name, "below", found.below)) if whole else of
        said.append(pieces(who, rate, _lowest(t, found), "."))
    if unknown:
        number = t.derived(name, "unknown", unknown)
        said.append(
            pieces("Not enough figures of ", number, f" {many(unknown, units(t))} for a signing rate of {noun_}.")
        )
    return said


def _lowest(t: Teller, found: KindGaps) -> list[Piece]:
    """Name the unit that is lowest, where there is one alone."""
    worst = picked.extremes(t.paper.by_unit(found.kind.measure)).worst
    if not worst.named:
        return []
    row, *more = worst.named
    same = [other for other in more if picked.exact(other) == picked.exact(row)]
    who = listed([t.unit(each) for each in (row, *same)])
    others = t.derived(f"{row.measure}.rated", "worst", worst.others) if same and worst.others else None
    also = pieces(" and ", others, f" other {many(worst.others, units(t))}") if others is not None else []
    return pieces(f"; lowest: {who}", also, " (", t.percent(row), ")")


def _low(t: Teller, known: Sequence[tuple[Kind, Figure]]) -> list[Pieces]:
    """Say of whom nobody has signed, and which rates are below a half."""
    none = [f"{own_kind(t)} has not signed"] if picked.has_signed(t.paper) is False else []
    none += [f"no {noun(t, kind)} have signed" for kind, figure in known if figure.den and figure.num == 0]
    said = [(kind, figure) for kind, figure in known if picked.low(figure) and figure.num]
    nobody: list[Pieces] = [pieces(f"{begun('; '.join(none))}.")] if none else []
    rates = [pieces(f"{noun(t, kind)} (", t.percent(figure), ")") for kind, figure in said]
    return [*nobody, pieces("Signing rates that are still low: ", joined(rates, "; "), ".")] if rates else nobody


def _missing(t: Teller, known: Sequence[tuple[Kind, Figure]]) -> list[Pieces]:
    """Say how many have not signed, of kinds of which nothing else is said."""
    told = {found.kind.measure for found in t.paper.gaps if found.below}
    rest = [(kind, each) for kind, each in known if kind.measure not in told and not picked.low(each)]
    few = [(kind, each) for kind, each in rest if each.state == "counted" and (each.remaining or 0) > 0]
    said = [pieces(t.number(figure, "remaining"), f" {many(figure.remaining, noun(t, kind))}") for kind, figure in few]
    return [pieces("Not signed as yet: ", joined(said, ", ", " and "), ".")] if said else []


# Returns ---------------------------------------------------------------------------------------------------------


def returns_late(t: Teller) -> list[Pieces | Statement]:
    """Say who owes returns of the period, and whose were late; nothing where all were sent in time."""
    return [_sent(t, each) for each in owed.sent(t.paper) if not each.perfect]


def _sent(t: Teller, sent: Sent) -> Statement:
    what = f"returns of {'; '.join(_of_family(t, each) for each in sent.families(t.paper))}"
    clauses = [_owed(t, sent, what), *(told for one in sent.each for told in _who(t, sent, one))]
    if sent.alone(t.paper) and not sent.how_many("received"):
        # Of what the unit itself has to report nobody else is to be asked.
        clauses = [pieces(f"there are no figures {what.removeprefix('returns ')}")]
    elif sent.alone(t.paper) and len(sent.each) == 1:
        clauses = [_own(t, sent.each[0], what)]
    return Statement(pieces(f"For {_days(t, sent)}, "), [Clause(said, what) for said in clauses], pieces("."))


def _days(t: Teller, sent: Sent) -> str:
    """Return the days of the returns: those of the report, if there are several."""
    period = sent.each[0].period if len(sent.each) == 1 or t.paper.period is None else t.paper.period
    return t.period(period) or f"{t.day(period.first)} to {t.day(period.last)}"


def _owed(t: Teller, sent: Sent, what: str) -> list[Piece]:
    """Say how many returns were to be sent, were sent, and in time."""
    expected, received, on_time = (sent.how_many(part) for part in ("expected", "received", "on_time"))
    of = f" ({_which(t, [one.period for one in sent.each])})" if len(sent.each) > 1 else ""
    number = t.returned(sent, "expected")
    begin = pieces(number, f" {what}{of} {'was' if expected == 1 else 'were'} expected of {reporters(t, sent.grain)}, ")
    if not received:
        return pieces(begin, "none sent")
    timely = [] if on_time is None else pieces(", ", t.returned(sent, "on_time"), " on time")
    return pieces(begin, t.returned(sent, "received"), " sent", pieces(", none on time") if on_time == 0 else timely)


def _which(t: Teller, several: Sequence[Period]) -> str:
    """Return which periods they are: the first and the last of more than two in a row."""
    names = [t.period(each) or t.day(each.last) for each in several]
    row = all(earlier(after.first) == before.last for before, after in pairwise(several))
    return f"{names[0]} to {names[-1]}" if row and len(names) > 2 else listed(names)  # noqa: PLR2004 - more than two


def _who(t: Teller, sent: Sent, one: Expected) -> list[list[Piece]]:
    """Say by name who owes a return of a period, or sent it late; where nobody has sent any, nobody need be named."""
    told = [
        ("missing", "not sent"),
        ("late", "late"),
        *([] if one.due is None else [("undated", "day of receipt not known")]),
    ]
    names = [(word, t.named_of_returns(one, arrival)) for arrival, word in told if one.received or arrival != "missing"]
    several = len(sent.each) > 1
    begin = f"{t.period(one.period) or t.day(one.period.last)} " if several else ""
    said = [
        pieces(f"{word}: {listed(who)}", *([] if others is None else [" and ", others, " others"]))
        for word, (who, others) in names
        if who
    ]
    if not one.received and several and sent.how_many("received"):
        said = [pieces("none sent")]
    return [pieces(begin, said[0]), *said[1:]] if said else []


def _own(t: Teller, one: Expected, what: str) -> list[Piece]:
    """Say how the unit itself sent a return, which it alone was to send."""
    word = {"late": "late"}.get(one.reporters[0].arrival, "on a day that is not known")
    return pieces(f"{titled(t)} sent {what} {word}")


# What is reported of all kinds of a family together; of other families each kind is named.
_FAMILIES = {"pledges": "pledges", "models": "models", "standards": STANDARD}


def _of_family(t: Teller, found: OfFamily) -> str:
    label = _FAMILIES.get(found.family)
    names = listed([model(t, kind) if found.family == "models" else noun(t, kind) for kind in found.kinds])
    if label is None or found.family == "pledges":
        return label if label is not None and found.whole else names
    return label if found.whole else f"{label} ({names})"


# To do -----------------------------------------------------------------------------------------------------------


def to_do(t: Teller) -> list[Pieces | Statement]:
    """Say how many more have to sign, and where most; whom to ask for their returns."""
    known = _figures(t)
    said: list[Pieces | Statement] = [_needs(t, found) for found in t.paper.gaps]
    told = {found.kind.measure for found in t.paper.gaps}
    few = [(kind, each) for kind, each in known if kind.measure not in told and (each.remaining or 0) > 0]
    rest = [pieces(t.number(figure, "remaining"), f" {many(figure.remaining, noun(t, kind))}") for kind, figure in few]
    rest = [*([pieces(own_kind(t))] if picked.has_signed(t.paper) is False else []), *rest]
    said += [pieces("Still to sign: ", joined(rest, ", ", " and "), ".")] if rest else []
    said = said if known else _nothing_known(t)
    # What is not wholly known, or is nobody's, is no result to keep.
    said += _remind(t)
    reached = bool(known) and all(picked.full(each) for _, each in known)
    return said or ([pieces("Keep up what has been reached.")] if reached else [])


def _needs(t: Teller, found: KindGaps) -> Pieces | Statement:
    name, noun_ = f"{found.kind.measure}.target", noun(t, found.kind)
    if not found.known:
        return Statement((), [Clause([numbers.UNKNOWN], f"{noun_} that each of the {units(t)} needs")])
    if not found.below:
        goal = t.target(name, found.target)
        return pieces("Keep up the target of ", goal, f" of {noun_} in the {units(t)} that have reached it.")
    most = found.ranked[: picked.MOST]
    named_ = [
        pieces(f"{t.unit(gap.figure)} (", t.derived(name, "needed", gap.needed, gap.figure.unit), ")") for gap in most
    ]
    number = t.derived(name, "together", found.together)
    who = ", most in: " if len(most) > 1 else ", in: "
    aim = pieces(f" so that all {units(t)} reach ", t.target(name, found.target))
    return pieces("Win at least ", number, f" more {noun_}", aim, who, joined(named_, ", "), ".")


def _remind(t: Teller) -> list[Pieces]:
    return [
        pieces(
            f"Remind the {reporters(t, grain)} that have not reported: ", named(t, who, f"returns.{grain}.silent"), "."
        )
        for grain, who in owed.silent(t.paper).items()
    ]

"""What there is: teams, models, the standard, activities, partners."""

from collections.abc import Sequence

from antq_cli.core.calendars import CIVIL
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.report import Clause, Gap, Number, Piece, Pieces, Statement
from antq_cli.core.standards import SubjectResults, UnitResults
from antq_cli.words.passages import numbers, picked
from antq_cli.words.passages.en.nouns import (
    STANDARD,
    listed,
    many,
    meanwhile,
    noun,
    noun_of_organisations,
    of_level,
    own_kind,
    reached,
    since,
    units,
    whole,
    within,
)
from antq_cli.words.passages.en.pledged import bracketed, by_how_many, of_returns, told
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.picked import Judged
from antq_cli.words.passages.telling import Teller
from antq_cli.words.speech import begun

# Teams -----------------------------------------------------------------------------------------------------------


def teams(t: Teller) -> list[Pieces | Statement]:
    """Say how many teams there are, with how many members, and where; then where there are none."""
    kinds = t.paper.kinds("teams")
    if not kinds:
        return []
    ordered = sorted(kinds, key=lambda kind: _none(t, kind))
    day = picked.carried_on(t.paper, kinds)
    of_day = f"By the returns of {t.day(day)}, " if day is not None else ""
    begin = begun(f"{of_day}there are in {whole(t)}: ")
    several = Statement(pieces(begin), [_teams(t, kind) for kind in ordered], pieces("."))
    return [several, *(sentence for kind in kinds for sentence in _without(t, kind))]


def _none(t: Teller, kind: Kind) -> bool:
    figure = t.paper.at(kind.measure)
    return figure is not None and figure.num == 0


def _teams(t: Teller, kind: Kind) -> Clause:
    figure, name = t.paper.at(kind.measure), noun(t, kind)
    law = f" (by {kind.law})" if kind.law and kind.opened else ""
    if _none(t, kind):
        return Clause(pieces(f"no {name}{law}", bracketed(of_returns(t, figure))), name)
    number = None if figure is None else figure.num
    said = pieces(t.number(figure), f" {many(number, name)}{law}", bracketed(of_returns(t, figure)))
    if figure is None or number is None:
        return Clause(said, name)
    members = t.paper.at(kind.measure.of("members"))
    told = pieces(" with ", t.number(members), " members", _known_of(t, members, "teams"))
    return Clause(pieces(said, told, _where(t, kind, figure)), name)


def _known_of(t: Teller, figure: Figure | None, what: str) -> list[Piece]:
    """Say that the number is not known of all of them."""
    if figure is None or figure.num is None or figure.reported == figure.expected:
        return []
    of = pieces(t.number(figure, "reported"), "/", t.number(figure, "expected"))
    return pieces(" (known of ", of, f" {what})")


def _where(t: Teller, kind: Kind, figure: Figure) -> list[Piece]:
    """Say where there are teams; of those of which a place has several, how many households there are to each."""
    reach, each = t.paper.at(kind.measure.of("reach")), t.paper.each(kind.measure)
    den = None if reach is None else reach.den
    if each is not None and each.each is not None and (den is None or (figure.num or 0) > den):
        id_ = t.id(f"{kind.measure}.households-each")
        return pieces(", ", numbers.derived_decimal(id_, "each", each.each, t.lang), " households to each")
    if kind.reach is not None and picked.is_own(t.paper, kind.reach.id):
        return []  # it is there, in the unit itself
    return pieces(", in ", t.share(reach), f" {reached(t, kind)}")


def _without(t: Teller, kind: Kind) -> list[Pieces]:
    """Say where there is no team, by name where the units below are those places."""
    reach = t.paper.at(kind.measure.of("reach"))
    if reach is None or reach.state != "counted" or not reach.num or not reach.remaining:
        return []
    rows = [row for row in t.paper.by_unit(kind.measure.of("reach")) if row.den and row.num == 0]
    here = kind.reach is not None and t.paper.by is not None and kind.reach.id == t.paper.by.id
    names = named(t, [t.unit(row) for row in rows], f"{kind.measure}.without") if here else []
    place = many(reach.remaining, reached(t, kind))
    listed_ = pieces(": ", names) if names else []
    return [pieces(f"Without {noun(t, kind)}: ", t.number(reach, "remaining"), f" {place}", listed_, ".")]


def named(t: Teller, names: Sequence[str], id_: str) -> list[Piece]:
    """Return names, the first ten, and how many others there are."""
    first = listed(names[: picked.NAMED])
    more = len(names) - picked.NAMED
    return (
        pieces(first, " and ", t.derived(id_, "others", more), f" other {many(more, units(t))}")
        if more > 0
        else pieces(first)
    )


# Models ----------------------------------------------------------------------------------------------------------


def models(t: Teller) -> list[Pieces | Statement]:
    """Say how many models there are, and in how many places each, the most first; how many more places since."""
    kinds = t.paper.kinds("models")
    if not kinds:
        return []
    figures = {kind.measure: t.paper.at(kind.measure) for kind in kinds}
    numbers_ = [None if figure is None else figure.num for figure in figures.values()]
    if not any(numbers_) and None not in numbers_:
        names = listed([model(t, kind) for kind in kinds])
        declared = t.derived("models", "declared", len(kinds))
        return [
            pieces(f"{begun(own_kind(t))} has no place of the ", declared, f" {many(len(kinds), 'models')} ({names}).")
        ]
    if not any(number is not None for number in numbers_):
        return [Statement((), [Clause([numbers.UNKNOWN], f"models {listed([model(t, kind) for kind in kinds])}")])]
    known = None not in numbers_
    kinds_there, places = (sum(map(bool, numbers_)), sum(number or 0 for number in numbers_)) if known else (None, None)
    ordered = sorted(kinds, key=lambda kind: -(getattr(figures[kind.measure], "num", None) or 0))
    begin = pieces(
        t.derived("models", "kinds", kinds_there),
        f" {many(kinds_there, 'models')} in ",
        t.derived("models", "num", places),
        f" {many(places, 'places')}: ",
    )
    return [Statement(begin, [_points(t, kind) for kind in ordered], pieces(".")), *_models_since(t, kinds)]


def model(t: Teller, kind: Kind) -> str:
    """Return the name of a model, which is a proper one."""
    return f"“{t.speech.kind(str(kind.measure), kind.vi, kind.en)}”"


def _points(t: Teller, kind: Kind) -> Clause:
    figure, name = t.paper.at(kind.measure), model(t, kind)
    if figure is not None and figure.num == 0:
        return Clause(pieces(f"{name} in no place", bracketed(of_returns(t, figure))), f"model {name}")
    number = None if figure is None else figure.num
    remarks = [pieces(t.number(figure), f" {many(number, 'places')}", *_hosts(t, kind)), *of_returns(t, figure)]
    return Clause(pieces(name, bracketed(remarks)), f"model {name}")


def _hosts(t: Teller, kind: Kind) -> list[list[Piece]]:
    """Say in how many of the organisations there is one, where it is these that are to have it."""
    reach = t.paper.at(kind.measure.of("reach"))
    if kind.reach is None or kind.reach.id not in ORGANISATION_KINDS or reach is None or reach.num is None:
        return []
    return [pieces(", at ", t.share(reach), f" {reached(t, kind)}")]


def _models_since(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    if t.paper.before is None:
        return []
    found = picked.comparison(t.paper, kinds)
    if len(found.several) < len(kinds):  # of what is not known now either nothing more is to be said
        known = any(getattr(t.paper.at(kind.measure), "num", None) is not None for kind in kinds)
        return [pieces("(No figures of the earlier period: models).")] if known else []
    change = sum(each.change.num or 0 for each in found.several)
    before = sum(each.before.num or 0 for each in found.several)
    said = by_how_many(t, t.id("models.change", when=t.since), change, before)
    return [pieces(f"{since(t)}, places of models: ", said, ".")]


# The standard ----------------------------------------------------------------------------------------------------


def standard(t: Teller) -> list[Pieces | Statement]:
    """Say who meets the standard, who does not, who waits; then whom it leaves out, and which year has begun."""
    groups, unknown = picked.told_apart(t.paper, picked.judged(t.paper))
    judged = [_judged(t, group) for group in groups]
    about = f"{listed([noun(t, subject.kind) for subject in unknown])} that meet {STANDARD}"
    lacking = [Statement((), [Clause([numbers.UNKNOWN], about)])] if unknown else []
    running = [_begun(t, each) for each in picked.begun(t.paper)]
    return [*judged, *lacking, *_exempt(t), *running]


def _judged(t: Teller, group: Judged) -> Statement:
    clauses = [_results(t, subject) for subject in group.subjects]
    return Statement(pieces(_year(t, group)), clauses, pieces("."))


def _year(t: Teller, group: Judged) -> str:
    if group.rule is None:
        return f"{begun(STANDARD)}: "
    windows = group.windows
    said = [
        f"{t.day(days.first)} to {t.day(days.last)}"
        + (f" for {', '.join(noun(t, each.kind) for each in subjects)}" if len(windows) > 1 else "")
        for days, subjects in windows.items()
    ]
    law = t.speech.named(group.rule.vi, group.rule.en)
    return f"Standard year {group.rule.window.name} ({'; '.join(said)}){f', by {law}' if law else ''}: "


def _results(t: Teller, subject: SubjectResults) -> Clause:
    found, name = picked.results(t.paper, subject), noun(t, subject.kind)
    about = f"{name} that meet {STANDARD}"
    if found is None:
        return Clause([numbers.UNKNOWN], about)
    if picked.is_own(t.paper, subject.kind.id) and found.met.num is not None:
        return Clause(pieces(f"{own_kind(t)} {_own_result(found)}"), about)
    if found.assessed.num == 0 and found.assessed.den:
        return Clause(pieces(f"no {name} assessed"), about)
    return Clause(pieces(_met(t, found, name), _others(t, subject.kind, found)), about)


def _own_result(found: UnitResults) -> str:
    """Return how the unit itself stands: there is one, and it has one result or none."""
    said = ((found.met, "meets it"), (found.not_met, "does not meet it"), (found.pending, "is pending"))
    return next((word for figure, word in said if figure.num), "is not assessed")


def _met(t: Teller, found: UnitResults, name: str) -> list[Piece]:
    met = found.met
    remarks = of_returns(t, met)
    if met.num == 0:
        return pieces(f"no {name} meet it", bracketed(remarks))
    rated = met.state == "counted" and met.percent is not None
    return pieces(t.share(met), f" {name} meet it", bracketed([*([[t.percent(met)]] if rated else []), *remarks]))


def _others(t: Teller, kind: Kind, found: UnitResults) -> list[Piece]:
    """Say how many do not meet it, wait, or were not assessed; nobody is left where all meet it."""
    if found.met.num is None or picked.full(found.met):
        return []
    rest = picked.not_assessed(found)
    several = [
        (found.not_met.num, t.number(found.not_met), "does not" if found.not_met.num == 1 else "do not"),
        (found.pending.num, t.number(found.pending), "pending"),
        (rest, _beside(t, f"{kind.measure}.not-assessed", found, rest), "not assessed"),
    ]
    return pieces(*(piece for value, number, word in several if value != 0 for piece in (", ", number, f" {word}")))


_REASONS = {
    "small-enterprise": "small",
    "micro-enterprise": "micro",
    "primary-school": "primary",
    "pre-school": "pre-school",
}


def _exempt(t: Teller) -> list[Pieces]:
    """Say whom the regime leaves out, and for what."""
    said: list[Pieces] = []
    for kind, number, reasons in picked.exempt(t.paper):
        why = [pieces(", ".join(_REASONS[reason] for reason in reasons))] if reasons else []
        left_out = t.derived(f"{kind.measure}.exempt", "num", number)
        said.append(pieces(left_out, f" {many(number, noun(t, kind))}", bracketed(why)))
    whole_kinds = picked.exempt_whole(t.paper)
    said += [pieces(t.number(figure), f" {noun_of_organisations(t, figure)}") for figure in whole_kinds]
    return [pieces("Exempt: ", joined(said, "; "), ".")] if said else []


def _beside(t: Teller, name: str, found: UnitResults, value: int | None) -> Number | Gap:
    """Return a number beside some results, of their day."""
    id_ = t.id(name, when=picked.days_of(found.assessed, t.when))
    return numbers.derived(id_, "num", value, t.lang, small=True)


def _begun(t: Teller, found: picked.Begun) -> Pieces:
    """Say that another year runs, and whether anybody has a result of it."""
    who = "" if found.all else f" of {', '.join(noun(t, each.kind) for each in found.subjects)}"
    some = [pieces(t.share(figure), f" {noun(t, kind)}") for kind, figure in found.some]
    none = "no results as yet" if found.known else "no figures of results"
    told = ["assessed: ", joined(some, ", ")] if some else [none]
    return pieces(f"The standard year {found.year}{who} has begun, ", *told, ".")


_FIRST_QUARTER = (3, 31)


def registration(t: Teller) -> list[Pieces | Statement]:
    """Say how many have registered for the standard; nothing where the book has no such kind."""
    kind = t.paper.kind(REGISTRATION)
    if kind is None:
        return []
    day = t.paper.as_of
    # By law they register in the first quarter (TT 124/2021/TT-BCA, art. 4).
    quarter = (day.month, day.day) == _FIRST_QUARTER
    begin = f"By the end of the first quarter of {day.year}" if quarter else f"By {t.day(day)}"
    return [Statement(pieces(f"{begin}, in {whole(t)}: "), told(t, [kind]), pieces(".")), *_wholly(t, kind)]


def _wholly(t: Teller, kind: Kind) -> list[Pieces]:
    """Say in how many of the lowest units everybody has registered."""
    found = picked.wholly(t.paper, kind)
    if found is None or t.paper.by is None:
        return []
    number, among = found
    name = of_level(t.paper.by)
    of = t.of(f"{kind.measure}.whole", ("num", number), ("den", among))
    if number:
        return [pieces("All households have registered in ", of, f" {name}.")]
    return [pieces(f"In no {name} have all households registered.")]


# Activities and partners -----------------------------------------------------------------------------------------


def activities(t: Teller) -> list[Pieces | Statement]:
    """Say what was done within the period, or since the year began; what was not done is said last."""
    kinds = t.paper.kinds("activities")
    if not kinds:
        return []
    none = [kind for kind in kinds if _none(t, kind)]
    clauses = [_done(t, kind) for kind in kinds if kind not in none]
    if none:
        names = listed([t.kind(kind) for kind in none])
        clauses.append(Clause(pieces(f"none recorded: {names}"), names))
    return [Statement(pieces(_within(t)), clauses, pieces(".")), *_straddling(t, kinds)]


def _within(t: Teller) -> str:
    days = t.paper.of_family("activities")[0].period
    if t.paper.period is not None:
        return f"{meanwhile(t)}: "
    if days is not None and days.calendar not in (None, CIVIL.id):
        return f"Within the year ({within(t, days)}): "
    return f"Since the year began, to {t.day(t.paper.as_of)}: "


def _done(t: Teller, kind: Kind) -> Clause:
    figure, people = t.paper.at(kind.measure), t.paper.at(kind.measure.of("participants"))
    number = None if figure is None else figure.num
    what = "times" if kind.counts is None else kind.counts.en
    said = pieces(f"{t.kind(kind)}: ", t.number(figure), f" {many(number, what)}")
    if people is None or not people.num:  # who took part is not written down of what nobody takes part in
        return Clause(said, t.kind(kind))
    told = pieces(" with ", t.number(people), f" {many(people.num, 'participants')}", _known_of(t, people, "rows"))
    return Clause(pieces(said, told), t.kind(kind))


def _straddling(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    figures = [t.paper.at(kind.measure) for kind in kinds]
    number = sum(figure.straddling or 0 for figure in figures if figure is not None)
    if not number:
        return []
    rows = t.derived("activities.straddling", "num", number)
    what = many(number, "rows")
    return [pieces("(Not counted: ", rows, f" {what} of activities that reach into another period).")]


def partners(t: Teller) -> list[Pieces]:
    """Say with whom the campaign works together; nothing where the book names nobody."""
    names = [partner.name for partner in t.paper.partners]
    return [pieces(f"Together with: {listed(names)}.")] if names else []

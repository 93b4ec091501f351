"""What there is: teams, models, the standard, activities, partners."""

from collections.abc import Sequence

from antq_cli.core.calendars import CIVIL
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.report import Clause, Gap, Number, Piece, Pieces, Statement
from antq_cli.core.standards import SubjectResults, UnitResults
from antq_cli.words.passages import numbers, picked
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.picked import Judged
from antq_cli.words.passages.telling import Teller, numbered
from antq_cli.words.passages.vi.nouns import (
    STANDARD,
    listed,
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
from antq_cli.words.passages.vi.pledged import by_how_many, of_returns, told
from antq_cli.words.speech import begun

# Teams -----------------------------------------------------------------------------------------------------------


def teams(t: Teller) -> list[Pieces | Statement]:
    """Say how many teams there are, with how many members, and where; then where there are none."""
    kinds = t.paper.kinds("teams")
    by_law = [kind for kind in kinds if kind.law and kind.opened]
    others = [kind for kind in kinds if kind not in by_law]
    said: list[Pieces | Statement] = [_in_place(t, others)] if others else []
    said += [_founded(t, kind) for kind in by_law]
    return [*said, *(sentence for kind in kinds for sentence in _without(t, kind))]


def _in_place(t: Teller, kinds: Sequence[Kind]) -> Statement:
    none = {kind.measure: _none(t, kind) for kind in kinds}
    ordered = sorted(kinds, key=lambda kind: none[kind.measure])
    day = picked.carried_on(t.paper, kinds)
    of_day = f"theo số liệu báo cáo ngày {t.day(day)}, " if day is not None else ""
    begin = begun(f"{of_day}{whole(t)} ") + ("" if all(none.values()) else "có ")
    return Statement(pieces(begin), [_teams(t, kind, " có mặt ở ") for kind in ordered], pieces("."))


def _founded(t: Teller, kind: Kind) -> Statement:
    """Return how many teams there are that a law has founded."""
    word = "" if _none(t, kind) else "đã thành lập "
    return Statement(
        pieces(f"Thực hiện {numbered(kind.law or '')}, {word}"), [_teams(t, kind, " có mặt ở ")], pieces(".")
    )


def _none(t: Teller, kind: Kind) -> bool:
    figure = t.paper.at(kind.measure)
    return figure is not None and figure.num == 0


def _teams(t: Teller, kind: Kind, at: str) -> Clause:
    figure, name = t.paper.at(kind.measure), noun(t, kind)
    if _none(t, kind):
        return Clause(pieces(f"chưa có {name} nào", _remarks(of_returns(t, figure))), name)
    members = t.paper.at(kind.measure.of("members"))
    said = pieces(t.number(figure), f" {name}", _remarks(of_returns(t, figure)))
    if figure is None or figure.num is None:
        return Clause(said, name)
    told = pieces(" với ", t.number(members), " thành viên", _known_of(t, members, "tổ"))
    return Clause(pieces(said, told, _where(t, kind, figure, at)), name)


def _remarks(remarks: Sequence[Pieces]) -> list[Piece]:
    return pieces(" (", joined(remarks, "; "), ")") if remarks else []


def _known_of(t: Teller, figure: Figure | None, what: str) -> list[Piece]:
    """Say that the number is not known of all of them."""
    if figure is None or figure.num is None or figure.reported == figure.expected:
        return []
    of = pieces(t.number(figure, "reported"), "/", t.number(figure, "expected"))
    return pieces(" (theo ", of, f" {what} có ghi số)")


def _where(t: Teller, kind: Kind, figure: Figure, at: str) -> list[Piece]:
    """Say where there are teams; of those of which a place has several, how many households there are to each."""
    reach, each = t.paper.at(kind.measure.of("reach")), t.paper.each(kind.measure)
    den = None if reach is None else reach.den
    if each is not None and each.each is not None and (den is None or (figure.num or 0) > den):
        id_ = t.id(f"{kind.measure}.households-each")
        return pieces(", bình quân ", numbers.derived_decimal(id_, "each", each.each, t.lang), " hộ/tổ")
    if kind.reach is not None and picked.is_own(t.paper, kind.reach.id):
        return []  # it is there, in the unit itself
    return pieces(",", at, t.share(reach), f" {reached(t, kind)}")


def _without(t: Teller, kind: Kind) -> list[Pieces]:
    """Say where there is no team, by name where the units below are those places."""
    reach = t.paper.at(kind.measure.of("reach"))
    if reach is None or reach.state != "counted" or not reach.num or not reach.remaining:
        return []
    rows = [row for row in t.paper.by_unit(kind.measure.of("reach")) if row.den and row.num == 0]
    here = kind.reach is not None and t.paper.by is not None and kind.reach.id == t.paper.by.id
    names = named(t, [t.unit(row) for row in rows], f"{kind.measure}.without") if here else []
    place = reached(t, kind)
    listed_ = pieces(": ", names) if names else []
    return [pieces("Còn ", t.number(reach, "remaining"), f" {place} chưa có {noun(t, kind)}", listed_, ".")]


def named(t: Teller, names: Sequence[str], id_: str) -> list[Piece]:
    """Return names, the first ten, and how many others there are."""
    first = listed(names[: picked.NAMED])
    more = len(names) - picked.NAMED
    return pieces(first, " và ", t.derived(id_, "others", more), f" {units(t)} khác") if more > 0 else pieces(first)


# Models ----------------------------------------------------------------------------------------------------------


def models(t: Teller) -> list[Pieces | Statement]:
    """Say how many models there are, and in how many places each, the most first; how many more places since."""
    kinds = t.paper.kinds("models")
    if not kinds:
        return []
    figures = {kind.measure: t.paper.at(kind.measure) for kind in kinds}
    numbers_ = [None if figure is None else figure.num for figure in figures.values()]
    if not any(numbers_) and None not in numbers_:
        many = t.derived("models", "declared", len(kinds))
        names = listed([model(t, kind) for kind in kinds])
        return [pieces(f"{begun(own_kind(t))} chưa có điểm nào của ", many, f" mô hình ({names}).")]
    if not any(number is not None for number in numbers_):
        return [Statement((), [Clause([numbers.UNKNOWN], f"mô hình {listed([model(t, kind) for kind in kinds])}")])]
    known = None not in numbers_
    many = t.derived("models", "kinds", sum(map(bool, numbers_)) if known else None)
    points = t.derived("models", "num", sum(number or 0 for number in numbers_) if known else None)
    ordered = sorted(kinds, key=lambda kind: -(getattr(figures[kind.measure], "num", None) or 0))
    clauses = [_points(t, kind) for kind in ordered]
    begin = pieces("Duy trì ", many, " mô hình với ", points, " điểm: ")
    return [Statement(begin, clauses, pieces(".")), *_models_since(t, kinds)]


def model(t: Teller, kind: Kind) -> str:
    """Return the name of a model, which is a proper one."""
    return f"“{t.speech.kind(str(kind.measure), kind.vi, kind.en)}”"


def _points(t: Teller, kind: Kind) -> Clause:
    figure, name = t.paper.at(kind.measure), model(t, kind)
    if figure is not None and figure.num == 0:
        return Clause(pieces(f"{name} chưa có điểm nào", _remarks(of_returns(t, figure))), f"mô hình {name}")
    remarks = [pieces(t.number(figure), " điểm", *_hosts(t, kind)), *of_returns(t, figure)]
    return Clause(pieces(f"{name}", _remarks(remarks)), f"mô hình {name}")


def _hosts(t: Teller, kind: Kind) -> list[list[Piece]]:
    """Say in how many of the organisations there is one, where it is these that are to have it."""
    reach = t.paper.at(kind.measure.of("reach"))
    if kind.reach is None or kind.reach.id not in ORGANISATION_KINDS or reach is None or reach.num is None:
        return []
    return [pieces(", tại ", t.share(reach), f" {reached(t, kind)}")]


def _models_since(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    if t.paper.before is None:
        return []
    found = picked.comparison(t.paper, kinds)
    if len(found.several) < len(kinds):  # of what is not known now either nothing more is to be said
        known = any(getattr(t.paper.at(kind.measure), "num", None) is not None for kind in kinds)
        return [pieces("(Chưa có số liệu kỳ so sánh: mô hình).")] if known else []
    change = sum(each.change.num or 0 for each in found.several)
    before = sum(each.before.num or 0 for each in found.several)
    said = by_how_many(t, t.id("models.change", when=t.since), change, before, "điểm")
    return [pieces(f"{since(t)}, số điểm mô hình ", said, ".")]


# The standard ----------------------------------------------------------------------------------------------------


def standard(t: Teller) -> list[Pieces | Statement]:
    """Say who meets the standard, who does not, who waits; then whom it leaves out, and which year has begun."""
    groups, unknown = picked.told_apart(t.paper, picked.judged(t.paper))
    judged = [_judged(t, group) for group in groups]
    names = listed([noun(t, subject.kind) for subject in unknown])
    about = f"{names} đạt tiêu chuẩn {STANDARD}"
    lacking = [Statement((), [Clause([numbers.UNKNOWN], about)])] if unknown else []
    running = [_begun(t, each) for each in picked.begun(t.paper)]
    return [*judged, *lacking, *_exempt(t), *running]


def _judged(t: Teller, group: Judged) -> Statement:
    clauses = [_results(t, subject) for subject in group.subjects]
    return Statement(pieces(_year(t, group)), clauses, pieces("."))


def _year(t: Teller, group: Judged) -> str:
    if group.rule is None:
        return f"Tiêu chuẩn {STANDARD}: "
    windows = group.windows
    said = [
        f"từ ngày {t.day(days.first)} đến ngày {t.day(days.last)}"
        + (f" đối với {', '.join(noun(t, each.kind) for each in subjects)}" if len(windows) > 1 else "")
        for days, subjects in windows.items()
    ]
    law = numbered(t.speech.named(group.rule.vi, group.rule.en) or "")
    return f"Năm xét {group.rule.window.name} ({'; '.join(said)}){f', theo {law}' if law else ''}: "


def _results(t: Teller, subject: SubjectResults) -> Clause:
    found, name = picked.results(t.paper, subject), noun(t, subject.kind)
    about = f"{name} đạt tiêu chuẩn {STANDARD}"
    if found is None:
        return Clause([numbers.UNKNOWN], about)
    if picked.is_own(t.paper, subject.kind.id) and found.met.num is not None:
        return Clause(pieces(f"{name} {_own_result(found)}"), about)
    if found.assessed.num == 0 and found.assessed.den:
        return Clause(pieces(f"chưa xét {name} nào"), about)
    return Clause(pieces(_met(t, found, name), _others(t, subject.kind, found)), about)


def _own_result(found: UnitResults) -> str:
    """Return how the unit itself stands: there is one, and it has one result or none."""
    said = ((found.met, "đạt"), (found.not_met, "không đạt"), (found.pending, "đang chờ quyết định"))
    return next((word for figure, word in said if figure.num), "chưa được xét")


def _met(t: Teller, found: UnitResults, name: str) -> list[Piece]:
    met = found.met
    remarks = of_returns(t, met)
    if met.num == 0:
        return pieces(f"chưa có {name} nào đạt", _remarks(remarks))
    rated = met.state == "counted" and met.percent is not None
    return pieces(t.share(met), f" {name} đạt", _remarks([*([[t.percent(met)]] if rated else []), *remarks]))


def _others(t: Teller, kind: Kind, found: UnitResults) -> list[Piece]:
    """Say how many do not meet it, wait, or were not assessed; nobody is left where all meet it."""
    if found.met.num is None or picked.full(found.met):
        return []
    rest = picked.not_assessed(found)
    several = [
        (found.not_met.num, t.number(found.not_met), "không đạt"),
        (found.pending.num, t.number(found.pending), "đang chờ quyết định"),
        (rest, _beside(t, f"{kind.measure}.not-assessed", found, rest), "chưa xét"),
    ]
    return pieces(*(piece for value, number, word in several if value != 0 for piece in (", ", number, f" {word}")))


_REASONS = {
    "small-enterprise": "nhỏ",
    "micro-enterprise": "siêu nhỏ",
    "primary-school": "tiểu học",
    "pre-school": "mầm non",
}


def _exempt(t: Teller) -> list[Pieces]:
    """Say whom the regime leaves out, and for what."""
    said: list[Pieces] = []
    for kind, number, reasons in picked.exempt(t.paper):
        why = [pieces(", ".join(_REASONS[reason] for reason in reasons))] if reasons else []
        left_out = t.derived(f"{kind.measure}.exempt", "num", number)
        said.append(pieces(left_out, f" {noun(t, kind)}", _remarks(why)))
    whole_kinds = picked.exempt_whole(t.paper)
    said += [pieces(t.number(figure), f" {noun_of_organisations(t, figure)}") for figure in whole_kinds]
    return [pieces("Không thuộc diện xét: ", joined(said, "; "), ".")] if said else []


def _beside(t: Teller, name: str, found: UnitResults, value: int | None) -> Number | Gap:
    """Return a number beside some results, of their day."""
    id_ = t.id(name, when=picked.days_of(found.assessed, t.when))
    return numbers.derived(id_, "num", value, t.lang, small=True)


def _begun(t: Teller, found: picked.Begun) -> Pieces:
    """Say that another year runs, and whether anybody has a result of it."""
    who = "" if found.all else f" đối với {', '.join(noun(t, each.kind) for each in found.subjects)}"
    some = [pieces(t.share(figure), f" {noun(t, kind)}") for kind, figure in found.some]
    none = "chưa có kết quả xét" if found.known else "chưa có số liệu kết quả xét"
    return pieces(
        f"Năm xét {found.year}{who} đã bắt đầu, ", *(["đã xét ", joined(some, ", ")] if some else [none]), "."
    )


_FIRST_QUARTER = (3, 31)


def registration(t: Teller) -> list[Pieces | Statement]:
    """Say how many have registered for the standard; nothing where the book has no such kind."""
    kind = t.paper.kind(REGISTRATION)
    if kind is None:
        return []
    day = t.paper.as_of
    # By law they register in the first quarter (TT 124/2021/TT-BCA, art. 4).
    quarter = (day.month, day.day) == _FIRST_QUARTER
    begin = f"Đến hết quý I năm {day.year}" if quarter else f"Tính đến ngày {t.day(day)}"
    there = "" if _none(t, kind) else "có "
    return [Statement(pieces(f"{begin}, {whole(t)} {there}"), told(t, [kind]), pieces(".")), *_wholly(t, kind)]


def _wholly(t: Teller, kind: Kind) -> list[Pieces]:
    """Say in how many of the lowest units everybody has registered."""
    found = picked.wholly(t.paper, kind)
    if found is None or t.paper.by is None:
        return []
    many, among = found
    name = of_level(t, t.paper.by)
    of = t.of(f"{kind.measure}.whole", ("num", many), ("den", among))
    if many:
        return [pieces("Có ", of, f" {name} có 100% hộ đăng ký.")]
    return [pieces(f"Chưa có {name} nào có 100% hộ đăng ký.")]


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
        clauses.append(Clause(pieces(f"chưa ghi nhận: {names}"), names))
    return [Statement(pieces(_within(t)), clauses, pieces(".")), *_straddling(t, kinds)]


def _within(t: Teller) -> str:
    days = t.paper.of_family("activities")[0].period
    if t.paper.period is not None:
        return f"{meanwhile(t)}: "
    if days is not None and days.calendar not in (None, CIVIL.id):
        return f"Trong năm ({within(t, days)}): "
    return f"Từ đầu năm đến ngày {t.day(t.paper.as_of)}: "


def _done(t: Teller, kind: Kind) -> Clause:
    figure, people = t.paper.at(kind.measure), t.paper.at(kind.measure.of("participants"))
    what = "lần" if kind.counts is None else kind.counts.vi
    said = pieces(f"{t.kind(kind)} ", t.number(figure), f" {what}")
    if people is None or not people.num:  # who took part is not written down of what nobody takes part in
        return Clause(said, t.kind(kind))
    told = pieces(" với ", t.number(people), " lượt người tham gia", _known_of(t, people, "dòng"))
    return Clause(pieces(said, told), t.kind(kind))


def _straddling(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    figures = [t.paper.at(kind.measure) for kind in kinds]
    many = sum(figure.straddling or 0 for figure in figures if figure is not None)
    if not many:
        return []
    number = t.derived("activities.straddling", "num", many)
    return [pieces("(Không tính ", number, " dòng hoạt động lấn sang kỳ khác).")]


def partners(t: Teller) -> list[Pieces]:
    """Say with whom the campaign works together; nothing where the book names nobody."""
    names = [partner.name for partner in t.paper.partners]
    return [pieces(f"Các đơn vị phối hợp: {listed(names)}.")] if names else []

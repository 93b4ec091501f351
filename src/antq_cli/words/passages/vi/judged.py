"""What was achieved, what is lacking, who did not report, what is to be done: true facts, to be edited."""

from collections.abc import Sequence
from itertools import pairwise

from antq_cli.core.calendars import Period, parse_span
from antq_cli.core.days import earlier
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.report import Clause, Piece, Pieces, Statement, Text
from antq_cli.core.reporting import Expected
from antq_cli.core.trends import KindGaps
from antq_cli.words.passages import numbers, owed, picked
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.owed import OfFamily, Sent
from antq_cli.words.passages.telling import Teller
from antq_cli.words.passages.vi.nouns import (
    STANDARD,
    called,
    listed,
    noun,
    own_kind,
    reached,
    reporters,
    short,
    units,
    within,
)
from antq_cli.words.passages.vi.pledged import SIGNED, without_figures
from antq_cli.words.passages.vi.standing import model, named
from antq_cli.words.speech import begun

_RESULT = "kết quả ký cam kết"


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
    clauses = [pieces("có ", joined(signed, ", ", " và "), f" đã {SIGNED}")] if signed else []
    if picked.has_signed(t.paper):
        clauses.insert(0, pieces(f"{own_kind(t)} đã {SIGNED}"))
    clauses += [*_teams(t), *_standard(t), *_at_target(t)]
    if not clauses:
        whole = all(figure.state == "counted" for _, figure in known)
        return [pieces("Chưa có" if whole else "Chưa xác định được", " chỉ tiêu nào đạt 100%.")]
    first, *others = clauses
    return [Statement((), [Clause(each, _RESULT) for each in (begun_with(first), *others)], pieces("."))]


def begun_with(said: Pieces) -> Pieces:
    """Return pieces as they begin a sentence."""
    first, *others = said
    return [Text(begun(first.text)), *others] if isinstance(first, Text) else said


def _teams(t: Teller) -> list[list[Piece]]:
    found = [(kind, t.paper.at(kind.measure.of("reach"))) for kind in t.paper.kinds("teams")]
    return [_full(t, kind, figure) for kind, figure in found if picked.full(figure)]


def _full(t: Teller, kind: Kind, figure: Figure | None) -> list[Piece]:
    own = kind.reach is not None and picked.is_own(t.paper, kind.reach.id)
    where = pieces(own_kind(t)) if own else pieces(t.share(figure), f" {reached(t, kind)}")
    return pieces(where, f" có {noun(t, kind)}")


def _standard(t: Teller) -> list[list[Piece]]:
    found = [(each.kind, picked.results(t.paper, each)) for each in t.paper.standards.subjects]
    met = [(kind, each.met) for kind, each in found if each is not None and picked.full(each.met)]
    own = {kind.measure for kind, _ in met if picked.is_own(t.paper, kind.id)}
    who = [
        pieces(noun(t, kind)) if kind.measure in own else pieces(t.share(figure), f" {noun(t, kind)}")
        for kind, figure in met
    ]
    return [pieces(each, f" đạt tiêu chuẩn {STANDARD}") for each in who]


def _at_target(t: Teller) -> list[list[Piece]]:
    return [_reached(t, found) for found in t.paper.gaps if found.reached]


def _reached(t: Teller, found: KindGaps) -> list[Piece]:
    name = f"{found.kind.measure}.target"
    who = pieces(t.derived(name, "reached", found.reached), f" {units(t)} đạt mức phấn đấu ")
    return pieces(who, t.target(name, found.target), f" {short(noun(t, found.kind))} ký")


# Lacking ---------------------------------------------------------------------------------------------------------


def lacking(t: Teller) -> list[Pieces | Statement]:
    """Say which units are below the target, which rates are low, and how many have not signed."""
    known = _figures(t)
    if not known:
        return _nothing_known(t)
    said: list[Pieces | Statement] = [sentence for found in t.paper.gaps for sentence in _below(t, found)]
    said += [*_low(t, known), *_missing(t, known)]
    if said or any(figure.state != "counted" for _, figure in known) or len(known) < len(picked.pledged(t.paper)):
        return said or [pieces("Theo số liệu đã có, chưa xác định được chỉ tiêu nào chưa đạt.")]
    return [pieces("Theo số liệu ký cam kết, không còn chỉ tiêu nào chưa đạt.")]


def _below(t: Teller, found: KindGaps) -> list[Pieces]:
    name, noun_ = f"{found.kind.measure}.target", short(noun(t, found.kind))
    unknown = without_figures(found)
    whole = found.below > 1 and not found.reached and not unknown
    said: list[Pieces] = []
    if found.below:
        of = t.of(name, ("below", found.below), ("known", found.known))
        rate = pieces(f" {units(t)} có tỷ lệ {noun_} ký dưới ", t.target(name, found.target))
        who = pieces("Cả ", t.derived(name, "below", found.below)) if whole else pieces("Còn ", of)
        said.append(pieces(who, rate, _lowest(t, found), "."))
    if unknown:
        number = t.derived(name, "unknown", unknown)
        said.append(pieces("Còn ", number, f" {units(t)} chưa đủ số liệu về tỷ lệ {noun_} ký."))
    return said


def _lowest(t: Teller, found: KindGaps) -> list[Piece]:
    """Name the unit that is lowest, where there is one alone."""
    worst = picked.extremes(t.paper.by_unit(found.kind.measure)).worst
    if not worst.named:
        return []
    row, *more = worst.named
    same = [other for other in more if picked.exact(other) == picked.exact(row)]
    who = listed([called(t, each.unit, t.unit(each)) for each in (row, *same)])
    others = t.derived(f"{row.measure}.rated", "worst", worst.others) if same and worst.others else None
    also = pieces(" và ", others, f" {units(t)} khác") if others is not None else []
    return pieces(f"; thấp nhất là {who}", also, " (", t.percent(row), ")")


def _low(t: Teller, known: Sequence[tuple[Kind, Figure]]) -> list[Pieces]:
    """Say of whom nobody has signed, and which rates are below a half."""
    none = [f"{own_kind(t)} chưa {SIGNED}"] if picked.has_signed(t.paper) is False else []
    none += [f"chưa có {noun(t, kind)} nào {SIGNED}" for kind, figure in known if figure.den and figure.num == 0]
    said = [(kind, figure) for kind, figure in known if picked.low(figure) and figure.num]
    nobody: list[Pieces] = [pieces(f"{begun('; '.join(none))}.")] if none else []
    rates = [pieces(f"{noun(t, kind)} {SIGNED} còn thấp (", t.percent(figure), ")") for kind, figure in said]
    return [*nobody, pieces("Tỷ lệ ", joined(rates, "; tỷ lệ "), ".")] if rates else nobody


def _missing(t: Teller, known: Sequence[tuple[Kind, Figure]]) -> list[Pieces]:
    """Say how many have not signed, of kinds of which nothing else is said."""
    told = {found.kind.measure for found in t.paper.gaps if found.below}
    rest = [(kind, each) for kind, each in known if kind.measure not in told and not picked.low(each)]
    few = [(kind, each) for kind, each in rest if each.state == "counted" and (each.remaining or 0) > 0]
    said = [pieces(t.number(figure, "remaining"), f" {noun(t, kind)}") for kind, figure in few]
    return [pieces("Còn ", joined(said, ", ", " và "), f" chưa {SIGNED}.")] if said else []


# Returns ---------------------------------------------------------------------------------------------------------


def returns_late(t: Teller) -> list[Pieces | Statement]:
    """Say who owes returns of the period, and whose were late; nothing where all were sent in time."""
    return [_sent(t, each) for each in owed.sent(t.paper) if not each.perfect]


def _sent(t: Teller, sent: Sent) -> Statement:
    what = f"báo cáo{_every(sent)} số liệu {'; '.join(_of_family(t, each) for each in sent.families(t.paper))}"
    clauses = [_owed(t, sent, what), *(told for one in sent.each for told in _who(t, sent, one))]
    if sent.alone(t.paper) and not sent.how_many("received"):
        # Of what the unit itself has to report nobody else is to be asked.
        clauses = [pieces(f"chưa có số liệu {what.partition(' số liệu ')[2]}")]
    elif sent.alone(t.paper) and len(sent.each) == 1:
        clauses = [_own(t, sent.each[0], what)]
    return Statement(pieces(f"{_days(t, sent)}, "), [Clause(said, what) for said in clauses], pieces("."))


def _days(t: Teller, sent: Sent) -> str:
    """Return the days of the returns at the beginning of a sentence: those of the report, if there are several."""
    period = sent.each[0].period if len(sent.each) == 1 or t.paper.period is None else t.paper.period
    name = t.period(period)
    return f"Trong {name}" if name is not None else begun(within(t, period))


_EVERY = {"month": "tháng", "quarter": "quý"}


def _every(sent: Sent) -> str:
    """Return of which periods the returns are, where those are parts of the report's."""
    if len(sent.each) == 1:
        return ""
    span = parse_span(sent.each[0].period.name or "")
    word = "" if span is None else _EVERY.get("quarter" if span.part.startswith("Q") else span.part, "")
    return f" {word}" if word else ""


def _owed(t: Teller, sent: Sent, what: str) -> list[Piece]:
    """Say how many returns were to be sent, were sent, and in time."""
    received, on_time = sent.how_many("received"), sent.how_many("on_time")
    of = f" ({_which(t, [one.period for one in sent.each])})" if len(sent.each) > 1 else ""
    who = own_kind(t) if sent.alone(t.paper) else f"các {reporters(t, sent.grain)}"
    begin = pieces(f"{who} phải gửi ", t.returned(sent, "expected"), f" {what}{of}, ")
    if not received:
        return pieces(begin, "chưa gửi báo cáo nào")
    timely = [] if on_time is None else pieces(", đúng hạn ", t.returned(sent, "on_time"))
    if on_time == 0:
        timely = pieces(", không có báo cáo nào đúng hạn")
    return pieces(begin, "đã gửi ", t.returned(sent, "received"), timely)


def _which(t: Teller, several: Sequence[Period]) -> str:
    """Return which periods they are: the first and the last of more than two in a row."""
    names = [t.of_year(each, several) or t.day(each.last) for each in several]
    row = all(earlier(after.first) == before.last for before, after in pairwise(several))
    return f"từ {names[0]} đến {names[-1]}" if row and len(names) > 2 else listed(names)  # noqa: PLR2004 - more than two


def _who(t: Teller, sent: Sent, one: Expected) -> list[list[Piece]]:
    """Say by name who owes a return of a period, or sent it late; where nobody has sent any, nobody need be named."""
    told = [
        ("missing", "chưa gửi"),
        ("late", "gửi muộn"),
        *([] if one.due is None else [("undated", "không rõ ngày nhận")]),
    ]
    names = [(word, t.named_of_returns(one, arrival)) for arrival, word in told if one.received or arrival != "missing"]
    several = [each.period for each in sent.each]
    begin = f"{t.of_year(one.period, several) or t.day(one.period.last)} " if len(several) > 1 else ""
    noun_ = reporters(t, one.grain)
    said = [
        pieces(f"{word}: {listed(who)}", *([] if others is None else [" và ", others, f" {noun_} khác"]))
        for word, (who, others) in names
        if who
    ]
    if not one.received and len(several) > 1 and sent.how_many("received"):
        said = [pieces(f"chưa có {noun_} nào gửi")]
    return [pieces(begin, said[0]), *said[1:]] if said else []


def _own(t: Teller, one: Expected, what: str) -> list[Piece]:
    """Say how the unit itself sent a return, which it alone was to send."""
    if one.reporters[0].arrival == "late":
        return pieces(f"{own_kind(t)} gửi muộn {what}")
    return pieces(f"{own_kind(t)} đã gửi {what} (không rõ ngày nhận)")


# What is reported of all kinds of a family together; of other families each kind is named.
_FAMILIES = {"pledges": SIGNED, "models": "mô hình", "standards": f"xét tiêu chuẩn {STANDARD}"}


def _of_family(t: Teller, found: OfFamily) -> str:
    label = _FAMILIES.get(found.family)
    names = listed([model(t, kind) if found.family == "models" else noun(t, kind) for kind in found.kinds])
    if label is None or (found.family == "pledges" and len(found.kinds) == 1):
        return names if label is None else f"{names} {label}"
    return label if found.whole else f"{label} ({names})"


# To do -----------------------------------------------------------------------------------------------------------


def to_do(t: Teller) -> list[Pieces | Statement]:
    """Say how many more have to sign, and where most; whom to ask for their returns."""
    known = _figures(t)
    said: list[Pieces | Statement] = [_needs(t, found) for found in t.paper.gaps]
    told = {found.kind.measure for found in t.paper.gaps}
    few = [(kind, each) for kind, each in known if kind.measure not in told and (each.remaining or 0) > 0]
    rest = [pieces(t.number(figure, "remaining"), f" {noun(t, kind)}") for kind, figure in few]
    rest = [*([pieces(own_kind(t))] if picked.has_signed(t.paper) is False else []), *rest]
    said += [pieces("Tiếp tục vận động ", joined(rest, ", ", " và "), f" chưa {SIGNED}.")] if rest else []
    said = said if known else _nothing_known(t)
    # What is not wholly known, or is nobody's, is no result to keep.
    said += _remind(t)
    reached = bool(known) and all(picked.full(each) for _, each in known)
    return said or ([pieces("Duy trì kết quả ký cam kết đã đạt được.")] if reached else [])


def _needs(t: Teller, found: KindGaps) -> Pieces | Statement:
    name, noun_ = f"{found.kind.measure}.target", short(noun(t, found.kind))
    if not found.known:
        return Statement((), [Clause([numbers.UNKNOWN], f"{noun_} cần vận động thêm của từng {units(t)}")])
    if not found.below:
        goal = t.target(name, found.target)
        return pieces("Giữ vững mức phấn đấu ", goal, f" {noun_} ký cam kết tại các {units(t)} đã đạt.")
    most = found.ranked[: picked.MOST]
    named_ = [
        pieces(f"{t.unit(gap.figure)} (", t.derived(name, "needed", gap.needed, gap.figure.unit), ")") for gap in most
    ]
    many = t.derived(name, "together", found.together)
    aim = pieces(f" để các {units(t)} đều đạt mức phấn đấu ", t.target(name, found.target))
    who = f", tập trung ở các {units(t)}: " if len(most) > 1 else f", tập trung ở {units(t)}: "
    return pieces("Vận động thêm ít nhất ", many, f" {noun_} {SIGNED}", aim, who, joined(named_, ", "), ".")


def _remind(t: Teller) -> list[Pieces]:
    return [
        pieces(f"Đôn đốc các {reporters(t, grain)} chưa gửi báo cáo: ", named(t, who, f"returns.{grain}.silent"), ".")
        for grain, who in owed.silent(t.paper).items()
    ]

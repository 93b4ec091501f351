"""Who signed: on the day, within the period, since what it is compared with, to the target, by units."""

from collections.abc import Sequence

from antq_cli.core.figures import Figure, Kind
from antq_cli.core.report import Clause, Piece, Pieces, Statement
from antq_cli.core.trends import KindGaps
from antq_cli.words.passages import numbers, picked
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.picked import Compared, Extremes, Ranked
from antq_cli.words.passages.telling import Teller
from antq_cli.words.passages.vi.nouns import UNIT, listed, noun, short, since, whole, within

SIGNED = "ký cam kết"


def pledges(t: Teller) -> list[Pieces | Statement]:
    """Say of how many of how many there is a pledge, kind by kind; who is told of as a whole alone is said last."""
    kinds = picked.pledged(t.paper)
    if not kinds:
        return []
    begin = f"Tính đến ngày {t.day(t.paper.as_of)}, {whole(t)} "
    return [in_force(t, kinds, begin, f" {SIGNED}."), *_below_grain(t, kinds)]


def in_force(t: Teller, kinds: Sequence[Kind], begin: str, end: str) -> Statement:
    """Return how many of how many there are of kinds; those of which there is nobody come last."""
    clauses = [(_nobody(t, kind), _clause(t, kind)) for kind in kinds]
    if all(clause.unknown for _, clause in clauses):  # nothing is left that says what they did
        clauses = [(none, clause._replace(about=f"{clause.about}{end.removesuffix('.')}")) for none, clause in clauses]
    ordered = [clause for _, clause in sorted(clauses, key=lambda each: each[0])]
    return Statement(pieces(begin, "" if all(none for none, _ in clauses) else "có "), ordered, pieces(end))


def _nobody(t: Teller, kind: Kind) -> bool:
    figure = t.paper.at(kind.measure)
    return figure is not None and figure.num == 0


def _clause(t: Teller, kind: Kind) -> Clause:
    figure, name = t.paper.at(kind.measure), noun(t, kind)
    remarks = of_returns(t, figure)
    if figure is not None and figure.num == 0:
        zero = [t.share(figure)] if figure.den is not None else []
        word = "chưa" if figure.den != 0 else "không"
        return Clause(pieces(f"{word} có {name} nào", _bracketed([*zero, *remarks])), name)
    rated = figure is not None and figure.state == "counted" and figure.percent is not None
    remarks = [*_missing(t, kind, figure), *remarks]
    rate = pieces(", đạt ", t.percent(figure)) if rated else []
    return Clause(pieces(t.share(figure), f" {name}", rate, _bracketed(remarks)), name)


def _bracketed(remarks: Sequence[Pieces]) -> list[Piece]:
    return pieces(" (", joined(remarks, "; "), ")") if remarks else []


def _missing(t: Teller, kind: Kind, figure: Figure | None) -> list[Pieces]:
    """Say how many are missing: of households, and of who is to reach a target."""
    asked = kind.target is not None or kind.id == "household"
    if figure is None or not asked or not figure.remaining or figure.remaining < 0:
        return []
    return [pieces("còn ", t.number(figure, "remaining"), f" {short(noun(t, kind))} chưa ký")]


def of_returns(t: Teller, figure: Figure | None) -> list[Pieces]:
    """Say that not all have reported, and that what some reported is old."""
    if figure is None or figure.num is None:
        return []
    said: list[Pieces] = []
    reported = pieces(t.number(figure, "reported"), "/", t.number(figure, "expected"))
    if figure.state == "partial":
        said.append(pieces("số liệu của ", reported, f" {UNIT} đã báo cáo"))
    if figure.old and figure.reported == 1 and figure.counted_to is not None:
        said.append(pieces(f"số liệu báo cáo ngày {t.day(figure.counted_to)}, chưa có số liệu mới trong kỳ"))
    elif figure.old:
        old = pieces(t.number(figure, "old"), "/", t.number(figure, "reported"))
        said.append(pieces(old, f" {UNIT} chưa có số liệu mới trong kỳ, lấy số liệu kỳ trước"))
    return said


def _below_grain(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    whole_alone = picked.below_grain(t.paper)
    if not whole_alone:
        return []
    names = SIGNED if len(whole_alone) == len(kinds) else listed([noun(t, kind) for kind in whole_alone])
    return [pieces(f"Số liệu {names} chỉ báo cáo chung {whole(t)}, không phân theo {UNIT}.")]


# Within the period -----------------------------------------------------------------------------------------------


def period(t: Teller) -> list[Pieces | Statement]:
    """Say how many signed, withdrew and lapsed within the period; of returns alone that is not known."""
    days = t.paper.period
    if days is None or not picked.pledged(t.paper):
        return []
    begin = f"Trong kỳ ({within(t, days)}) "
    clauses = [(_still(t, kind), _flows(t, kind)) for kind in picked.journalled(t.paper)]
    if not clauses:
        clauses = [(False, Clause([numbers.UNKNOWN], "số ký mới, rút cam kết trong kỳ"))]
    ordered = [clause for _, clause in sorted(clauses, key=lambda each: each[0])]
    return [Statement(pieces(begin, "" if all(still for still, _ in clauses) else "có "), ordered, pieces("."))]


def _parts(kind: Kind) -> list[tuple[str, str]]:
    lapsed = [("lapsed", "hết hiệu lực")] if kind.lapses else []
    return [("signed", "ký mới"), ("withdrawn", "rút cam kết"), *lapsed]


def _still(t: Teller, kind: Kind) -> bool:
    """Return whether nothing happened: it is known, and 0."""
    figures = [t.paper.at(kind.measure.of(part)) for part, _ in _parts(kind)]
    return all(figure is not None and figure.num == 0 for figure in figures)


def _flows(t: Teller, kind: Kind) -> Clause:
    name, parts = short(noun(t, kind)), _parts(kind)
    about = f"{name} ký mới, rút cam kết trong kỳ"
    if _still(t, kind):
        return Clause(pieces(f"không có {name} {' hoặc '.join(word for _, word in parts)}"), about)
    return Clause(joined([_flow(t, kind, part, name, word) for part, word in parts], ", "), about)


def _flow(t: Teller, kind: Kind, part: str, name: str, word: str) -> list[Piece]:
    figure = t.paper.at(kind.measure.of(part))
    if figure is not None and figure.num == 0:
        return pieces(f"không có {name} {word}")
    return pieces(t.number(figure), f" {name} {word}")


# Compared --------------------------------------------------------------------------------------------------------


def compared(t: Teller) -> list[Pieces | Statement]:
    """Say how the rates changed; of what cannot be compared it is said why, in brackets at the end."""
    if t.paper.before is None:
        return []
    found = picked.comparison(t.paper, picked.pledged(t.paper))
    clauses = [Clause(_changed(t, each), noun(t, each.kind)) for each in found.several]
    said: list[Pieces | Statement] = [Statement(pieces(f"{since(t)}, "), clauses, pieces("."))] if clauses else []
    for kinds, why in (
        (found.unknown, "Chưa có số liệu kỳ so sánh"),
        (found.short, "Chưa đủ số liệu để so sánh"),
        (found.old, "Có số liệu chưa cập nhật trong kỳ"),
    ):
        said += [pieces(f"({why}: {listed([noun(t, kind) for kind in kinds])}).")] if kinds else []
    return said


def _changed(t: Teller, each: Compared) -> list[Piece]:
    name, change = short(noun(t, each.kind)), each.change
    id_ = t.id(f"{each.kind.measure}.change", when=t.since)
    moved = _moved(t, each, id_, name)
    if change.points is None:
        return pieces(f"số {name} ký ", moved)
    remarks = ([moved] if change.num else []) + _total(t, each, id_, name)
    if float(change.points) == 0:
        return pieces(f"tỷ lệ {name} ký không thay đổi", _bracketed(remarks))
    points = numbers.by_points(id_, "points", change.points, t.lang)
    way = "tăng" if change.points.startswith("+") else "giảm"
    return pieces(f"tỷ lệ {name} ký {way} ", points, " điểm phần trăm", _bracketed(remarks))


def _moved(t: Teller, each: Compared, id_: str, name: str) -> list[Piece]:
    change, before = each.change.num, each.before.num
    assert change is not None
    assert before is not None
    return by_how_many(t, id_, change, before, name)


def by_how_many(t: Teller, id_: str, change: int, before: int, name: str) -> list[Piece]:
    """Say by how many a number changed, and by how many percent where there was something before."""
    if change == 0:
        return pieces("không thay đổi")
    way = "tăng" if change > 0 else "giảm"
    percent = numbers.by_percent(id_, "percent", before, change, t.lang)
    said = pieces(f", tức {way} ", percent) if percent is not None else []
    return pieces(f"{way} ", numbers.by_how_many(id_, "num", change, t.lang, small=True), f" {name}", said)


def _total(t: Teller, each: Compared, id_: str, name: str) -> list[list[Piece]]:
    change = each.change.den
    if not change:
        return []
    way = "tăng" if change > 0 else "giảm"
    return [pieces(f"tổng số {name} {way} ", numbers.by_how_many(id_, "den", change, t.lang, small=True))]


# The target ------------------------------------------------------------------------------------------------------


def target(t: Teller) -> list[Pieces | Statement]:
    """Say how many units have reached a target, and how many more have to sign."""
    with_units = {found.kind.measure for found in t.paper.gaps}
    own = [kind for kind in picked.pledged(t.paper) if kind.target and kind.measure not in with_units]
    return [*(_target(t, found) for found in t.paper.gaps), *(_own_target(t, kind) for kind in own)]


def _target(t: Teller, found: KindGaps) -> Statement:
    name, noun_ = f"{found.kind.measure}.target", short(noun(t, found.kind))
    begin = pieces("So với mức phấn đấu ", t.target(name, found.target), f" {noun_} ký, ")
    about = f"số {UNIT} đạt mức phấn đấu"
    if not found.known:
        return Statement(begin, [Clause([numbers.UNKNOWN], about), *_as_a_whole(t, found)], pieces("."))
    return Statement(begin, [*_units(t, found, name, noun_, about), *_as_a_whole(t, found)], pieces("."))


def _units(t: Teller, found: KindGaps, name: str, noun_: str, about: str) -> list[Clause]:
    of_known = t.of(name, ("reached", found.reached), ("known", found.known))
    reached = pieces("có ", of_known, f" {UNIT} đạt")
    if not found.reached:
        reached = pieces(f"chưa có {UNIT} nào đạt (", of_known, ")")
    unknown = without_figures(found)
    several = [reached]
    if found.below:
        needs = pieces("cần thêm ", t.derived(name, "together", found.together), f" {noun_}")
        below = t.derived(name, "below", found.below)
        several.append(pieces(below, f" {UNIT} chưa đạt, tính riêng từng {UNIT} ", needs))
    if unknown:
        several.append(pieces(t.derived(name, "unknown", unknown), f" {UNIT} chưa đủ số liệu"))
    return [Clause(each, about) for each in several]


def without_figures(found: KindGaps) -> int:
    """Return of how many units it is not known whether they reach the target."""
    return sum(each.figure.level is not None for each in found.apart)


def _as_a_whole(t: Teller, found: KindGaps) -> list[Clause]:
    return [Clause(_needs(t, found.kind, found.total.needed), f"{short(noun(t, found.kind))} còn thiếu")]


def _needs(t: Teller, kind: Kind, needed: int | None) -> list[Piece]:
    if needed == 0:
        return pieces(f"tính chung {whole(t)} đã đạt")
    more = t.derived(f"{kind.measure}.target", "needed", needed)
    return pieces(f"tính chung {whole(t)} cần thêm ", more, f" {short(noun(t, kind))}")


def _own_target(t: Teller, kind: Kind) -> Statement:
    """Return how far the unit itself is from a target, where it has no units below it."""
    figure, goal = t.paper.at(kind.measure), kind.target
    assert goal is not None
    needed = None if figure is None else picked.needed(figure, goal)
    name = short(noun(t, kind))
    begin = pieces("So với mức phấn đấu ", t.target(f"{kind.measure}.target", goal), f" {name} ký, ")
    return Statement(begin, [Clause(_needs(t, kind, needed), f"{name} còn thiếu")], pieces("."))


# Best and worst --------------------------------------------------------------------------------------------------


def best_worst(t: Teller) -> list[Pieces | Statement]:
    """Say which units have the highest and the lowest rates of the leading kind."""
    kind = picked.leading(t.paper)
    if kind is None:
        return []
    name = short(noun(t, kind))
    found = picked.extremes(t.paper.by_unit(kind.measure))
    about = f"tỷ lệ {name} ký của từng {UNIT}"
    if not found.known:
        return [Statement((), [Clause([numbers.UNKNOWN], about)])]
    clauses = [Clause(each, about) for each in _ends(t, found, name)]
    if found.unknown:
        unknown = t.derived(f"{kind.measure}.rated", "unknown", found.unknown)
        clauses.append(Clause(pieces(unknown, f" {UNIT} chưa đủ số liệu"), about))
    return [Statement((), clauses, pieces("."))]


def _ends(t: Teller, found: Extremes, name: str) -> list[list[Piece]]:
    first = found.known[0]
    if len(found.known) == 1:
        return [pieces(f"Chỉ {t.unit(first)} có số liệu về tỷ lệ {name} ký (", t.percent(first), ")")]
    if found.same:
        many = t.derived(f"{first.measure}.rated", "known", len(found.known))
        return [pieces("Cả ", many, f" {UNIT} có cùng tỷ lệ {name} ký là ", t.percent(first))]
    best = pieces(f"Các {UNIT} có tỷ lệ {name} ký cao: ", _several(t, found.best, "best"))
    return [best, pieces("thấp: ", _several(t, found.worst, "worst"))]


def _several(t: Teller, ranked: Ranked, part: str) -> list[Piece]:
    named = joined([pieces(f"{t.unit(row)} (", t.percent(row), ")") for row in ranked.named], ", ")
    if not ranked.others:
        return named
    last = ranked.named[-1]
    others = t.derived(f"{last.measure}.rated", part, ranked.others)
    return pieces(named, " và ", others, f" {UNIT} khác cùng ", t.percent(last))

"""Who signed: on the day, within the period, since what it is compared with, to the target, by units."""

from collections.abc import Sequence

from antq_cli.core.figures import Figure, Kind
from antq_cli.core.report import Clause, Piece, Pieces, Statement
from antq_cli.core.trends import KindGaps
from antq_cli.words.passages import numbers, picked
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.picked import Compared, Extremes, Ranked
from antq_cli.words.passages.telling import Teller
from antq_cli.words.passages.vi.nouns import (
    listed,
    meanwhile,
    noun,
    own_kind,
    reporters_of,
    short,
    since,
    units,
    whole,
)
from antq_cli.words.speech import begun

SIGNED = "ký cam kết"


def pledges(t: Teller) -> list[Pieces | Statement]:
    """Say of how many of how many there is a pledge, kind by kind; who is told of as a whole alone is said last."""
    kinds, own = picked.pledged(t.paper), picked.own(t.paper)
    if not kinds:
        return [] if own is None else [Statement(pieces(_begin(t, kinds)), [_own(t, own)], pieces("."))]
    several = told(t, kinds)
    if own is None and all(clause.unknown for clause in several):
        names = "; ".join(clause.about for clause in several)
        several = [several[0]._replace(about=f"{names} {SIGNED}")]
    if all(_nobody(t, kind) and not of_returns(t, t.paper.at(kind.measure)) for kind in kinds):
        none = Clause(pieces(f"{whole(t)} chưa có {listed([noun(t, kind) for kind in kinds])} nào {SIGNED}"), "")
        several = [none] if own is None else [_own(t, own), none]
        return [Statement(pieces(_begin(t, kinds)), several, pieces(".")), *_below_grain(t, kinds)]
    begin, what = _begin(t, kinds), f"số {SIGNED} {whole(t)}: "
    if own is None:
        return [Statement(pieces(begin, what), several, pieces(".")), *_below_grain(t, kinds)]
    first = several[0]._replace(pieces=pieces(what, several[0].pieces))
    return [Statement(pieces(begin), [_own(t, own), first, *several[1:]], pieces(".")), *_below_grain(t, kinds)]


def _begin(t: Teller, kinds: Sequence[Kind]) -> str:
    """Return of which day the figures are: of that of the last return, where none came since."""
    day, last = picked.carried_on(t.paper, kinds), t.day(t.paper.as_of)
    if day is None:
        return f"Tính đến ngày {last}, "
    until = f"đến ngày {last}" if t.paper.period is None else "đến hết kỳ"
    return f"Theo số liệu báo cáo ngày {t.day(day)} ({until} chưa có báo cáo mới), "


def _own(t: Teller, kind: Kind) -> Clause:
    """Return whether the unit itself has signed."""
    figure, name = t.paper.at(kind.measure), own_kind(t)
    if figure is None or figure.num is None:
        return Clause([numbers.UNKNOWN], f"{name} {SIGNED}")
    return Clause(pieces(f"{name} {'đã' if figure.num else 'chưa'} {SIGNED}"), name)


def told(t: Teller, kinds: Sequence[Kind]) -> list[Clause]:
    """Return how many of how many there are of kinds; those of which there is nobody come last."""
    return [_clause(t, kind) for kind in sorted(kinds, key=lambda kind: _nobody(t, kind))]


def _nobody(t: Teller, kind: Kind) -> bool:
    figure = t.paper.at(kind.measure)
    return figure is not None and figure.num == 0


def _clause(t: Teller, kind: Kind) -> Clause:
    figure, name = t.paper.at(kind.measure), noun(t, kind)
    remarks = [*of_returns(t, figure), *_of_day(t, kind, figure)]
    if figure is not None and figure.num == 0:
        word = "chưa" if figure.den != 0 else "không"
        return Clause(pieces(f"{word} có {name} nào", _bracketed(remarks)), name)
    rated = figure is not None and figure.state == "counted" and figure.percent is not None
    remarks = [*_missing(t, kind, figure), *remarks]
    rate = pieces(", đạt ", t.percent(figure)) if rated else []
    return Clause(pieces(t.share(figure), f" {name}", rate, _bracketed(remarks)), name)


def _of_day(t: Teller, kind: Kind, figure: Figure | None) -> list[Pieces]:
    """Say of which day a number is that was carried on, where those beside it are of another one."""
    day = picked.carried_on(t.paper, [kind])
    beside = picked.carried_on(t.paper, picked.pledged(t.paper))
    if day is None or day == beside or figure is None or figure.old:
        return []
    return [pieces(f"số liệu báo cáo ngày {t.day(day)}")]


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
        said.append(pieces("số liệu của ", reported, f" {reporters_of(t, figure)} đã báo cáo"))
    if figure.old and figure.reported == 1 and figure.counted_to is not None:
        said.append(pieces(f"số liệu báo cáo ngày {t.day(figure.counted_to)}, chưa có số liệu mới trong kỳ"))
    elif figure.old:
        old = pieces(t.number(figure, "old"), "/", t.number(figure, "reported"))
        said.append(pieces(old, f" {reporters_of(t, figure)} chưa có số liệu mới trong kỳ, lấy số liệu kỳ trước"))
    return said


def _below_grain(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    whole_alone = picked.below_grain(t.paper)
    if not whole_alone:
        return []
    names = SIGNED if len(whole_alone) == len(kinds) else listed([noun(t, kind) for kind in whole_alone])
    return [pieces(f"Số liệu {names} chỉ báo cáo chung {whole(t)}, không phân theo {units(t)}.")]


# Within the period -----------------------------------------------------------------------------------------------


def period(t: Teller) -> list[Pieces | Statement]:
    """Say how many signed, withdrew and lapsed within the period; of returns alone that is not known."""
    if t.paper.period is None or not picked.pledged(t.paper):
        return []
    kinds, begin = picked.journalled(t.paper), f"{meanwhile(t)} "
    if not kinds:
        return [
            Statement(pieces(begin), [Clause([numbers.UNKNOWN], "số lượt ký, lượt rút cam kết trong kỳ")], pieces("."))
        ]
    several = [(word, _flow(t, kinds, part, word)) for part, word in _parts(kinds)]
    if not any(clause for _, clause in several):
        return [pieces(f"{begin}không có trường hợp {' hoặc '.join(word for word, _ in several)}.")]
    none = pieces("không có trường hợp ", " hoặc ".join(word for word, clause in several if clause is None))
    clauses = [clause for _, clause in several if clause is not None]
    nobody = [Clause(none, "")] if len(clauses) < len(several) else []
    return [Statement(pieces(begin, "có "), [*clauses, *nobody], pieces("."))]


def _parts(kinds: Sequence[Kind]) -> list[tuple[str, str]]:
    lapsed = [("lapsed", "hết hiệu lực")] if any(kind.lapses for kind in kinds) else []
    return [("signed", SIGNED), ("withdrawn", "rút cam kết"), *lapsed]


def _flow(t: Teller, kinds: Sequence[Kind], part: str, word: str) -> Clause | None:
    """Return how often each kind did something; kinds of which nobody did are not named, None where nobody did.

    Who signs again signs once more: what is told is signatures (lượt), not who signed. A pledge lapses only once.
    """
    found = [(kind, t.paper.at(kind.measure.of(part))) for kind in kinds if part != "lapsed" or kind.lapses]
    some = [(short(noun(t, kind)), figure) for kind, figure in found if figure is None or figure.num != 0]
    if not some:
        return None
    about = f"{listed([name for name, _ in some])} {word} trong kỳ"
    times = "" if part == "lapsed" else "lượt "
    who = [pieces(t.number(figure), f" {times}{name}") for name, figure in some]
    return Clause(pieces(joined(who, ", "), f" {word}"), about)


# Compared --------------------------------------------------------------------------------------------------------


def compared(t: Teller) -> list[Pieces | Statement]:
    """Say how the rates changed; of what cannot be compared it is said why, in brackets at the end."""
    if t.paper.before is None:
        return []
    found = picked.comparison(t.paper, picked.pledged(t.paper))
    clauses = [Clause(_changed(t, each), noun(t, each.kind)) for each in found.several]
    said: list[Pieces | Statement] = [Statement(pieces(f"{since(t)}, "), clauses, pieces("."))] if clauses else []
    said += _merged(t, found.merged)
    if found.unknown and not clauses and not found.short:
        return [*said, pieces("(Chưa có số liệu kỳ so sánh).")]
    for kinds, why in (
        (found.unknown, "Chưa có số liệu kỳ so sánh"),
        (found.short, "Chưa đủ số liệu để so sánh"),
        (found.old, "Có số liệu chưa cập nhật trong kỳ"),
    ):
        said += [pieces(f"({why}: {listed([noun(t, kind) for kind in kinds])}).")] if kinds else []
    return said


def _merged(t: Teller, kinds: Sequence[Kind]) -> list[Pieces]:
    """Say that the units of a level became others, so that those before and those after are not compared."""
    merger = t.paper.merger
    if not kinds or merger is None:
        return []
    name = begun(merger.level.name("vi") or merger.level.id)
    why = f"do sắp xếp đơn vị hành chính từ ngày {t.day(merger.day)}"
    return [pieces(f"({name} không so sánh {why}).")]


def _changed(t: Teller, each: Compared) -> list[Piece]:
    name, change = short(noun(t, each.kind)), each.change
    id_ = t.id(f"{each.kind.measure}.change", when=t.since)
    moved = pieces(_moved(t, each, id_, name), _gone(t, each, id_))
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


def _gone(t: Teller, each: Compared, id_: str) -> list[Piece]:
    """Say why less, or more, was added than was signed and withdrawn."""
    gone = picked.gone(t.paper, each)
    if not gone:
        return []
    who = pieces(numbers.by_how_many(id_, "gone", gone, t.lang, small=True), f" {short(noun(t, each.kind))}")
    return (
        pieces(", sau khi trừ ", who, " chuyển đi, không còn hoặc gia hạn")
        if gone > 0
        else pieces(", kể cả ", who, " chuyển đến")
    )


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
    about = f"số {units(t)} đạt mức phấn đấu"
    if not found.known:
        return Statement(begin, [Clause([numbers.UNKNOWN], about), *_as_a_whole(t, found)], pieces("."))
    return Statement(begin, [*_units(t, found, name, noun_, about), *_as_a_whole(t, found)], pieces("."))


def _units(t: Teller, found: KindGaps, name: str, noun_: str, about: str) -> list[Clause]:
    who = units(t)
    of_known = t.of(name, ("reached", found.reached), ("known", found.known))
    needs = pieces(f", tính riêng từng {who} cần thêm ", t.derived(name, "together", found.together), f" {noun_}")
    several = [pieces("có ", of_known, f" {who} đạt")] if found.reached else []
    if found.below:
        below = pieces(t.derived(name, "below", found.below), f" {who} chưa đạt")
        several.append(pieces(below if found.reached else f"chưa có {who} nào đạt", needs))
    if unknown := without_figures(found):
        several.append(pieces(t.derived(name, "unknown", unknown), f" {who} chưa đủ số liệu"))
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
    about = f"tỷ lệ {name} ký của từng {units(t)}"
    if not found.known:
        return [Statement((), [Clause([numbers.UNKNOWN], about)])]
    clauses = [Clause(each, about) for each in _ends(t, found, name)]
    if found.unknown:
        unknown = t.derived(f"{kind.measure}.rated", "unknown", found.unknown)
        clauses.append(Clause(pieces(unknown, f" {units(t)} chưa đủ số liệu"), about))
    return [Statement((), clauses, pieces("."))]


def _ends(t: Teller, found: Extremes, name: str) -> list[list[Piece]]:
    first = found.known[0]
    if len(found.known) == 1:
        return [pieces(f"Chỉ {t.unit(first)} có số liệu về tỷ lệ {name} ký (", t.percent(first), ")")]
    if found.same:
        many = t.derived(f"{first.measure}.rated", "known", len(found.known))
        return [pieces("Cả ", many, f" {units(t)} có cùng tỷ lệ {name} ký là ", t.percent(first))]
    if found.single:
        best, worst = (pieces(f"nhất là {t.unit(row)} (", t.percent(row), ")") for row in found.ends)
        return [pieces(f"Tỷ lệ {name} ký cao ", best, ", thấp ", worst)]
    best = pieces(f"Các {units(t)} có tỷ lệ {name} ký cao: ", _several(t, found.best, "best"))
    return [best, pieces("thấp: ", _several(t, found.worst, "worst"))]


def _several(t: Teller, ranked: Ranked, part: str) -> list[Piece]:
    named = joined([pieces(f"{t.unit(row)} (", t.percent(row), ")") for row in ranked.named], ", ")
    if not ranked.others:
        return named
    last = ranked.named[-1]
    others = t.derived(f"{last.measure}.rated", part, ranked.others)
    return pieces(named, " và ", others, f" {units(t)} khác cùng ", t.percent(last))

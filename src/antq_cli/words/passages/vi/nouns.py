"""Vietnamese names within a sentence: what is counted, where, when."""

from collections.abc import Sequence

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.manifest import Level
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.report import Gap, Piece, Text
from antq_cli.words.passages.telling import Teller
from antq_cli.words.speech import begun, lowered

STANDARD = "“An toàn về an ninh, trật tự”"
# Levels are tiers, and nothing that can be counted: there are 17 đơn vị cấp xã, or xã, thị trấn.
_TIER = "cấp "
UNIT = "đơn vị"


def noun(t: Teller, kind: Kind) -> str:
    """Return what a kind counts: the units of a level by what these call themselves, where it is a tier."""
    level = t.level(kind.measure.kind)
    if level is not None and not (kind.vi or kind.en):
        return of_level(t, level)
    if kind.measure == REGISTRATION:  # whatever a column calls it
        return f"hộ đăng ký tham gia xây dựng khu dân cư {STANDARD}"
    return t.kind(kind)


def short(name: str) -> str:
    """Return a name as it is said a second time: hộ gia đình are hộ."""
    return name.removesuffix(" gia đình")


def without_tier(name: str) -> str:
    """Return the name of a level as it stands behind toàn: cấp xã are xã."""
    return name.removeprefix(_TIER)


def of_level(t: Teller, level: Level) -> str:
    """Return what the units of a level are called: xã, thị trấn where it is a tier and they say so."""
    name = lowered(level.name("vi") or level.id)
    if not name.startswith(_TIER):
        return name
    if level == t.paper.where.level:
        return own_kind(t)
    own = t.unit_kinds if t.paper.by is not None and t.paper.by.id == level.id else []
    return ", ".join(kind for kind, _ in own) or f"{UNIT} {name}"


def units(t: Teller) -> str:
    """Return what the units below are called: xã, thị trấn."""
    return UNIT if t.paper.by is None else of_level(t, t.paper.by)


def reporters_of(t: Teller, figure: Figure) -> str:
    """Return what those are called who report a figure: nhà trường."""
    kind = t.paper.kind(figure.measure)
    return UNIT if kind is None or kind.grain is None else reporters(t, kind.grain)


def administrative(level: Level) -> str:
    """Return the units of a level as the law calls them, where it is a tier."""
    name = lowered(level.name("vi") or level.id)
    return f"{UNIT} hành chính {name}" if name.startswith(_TIER) else name


def plain_level(level: Level) -> str:
    """Return the units of a level, whatever they call themselves."""
    name = lowered(level.name("vi") or level.id)
    return f"{UNIT} {name}" if name.startswith(_TIER) else name


def reached(t: Teller, kind: Kind) -> str:
    """Return what teams or models of a kind are to reach: a level, or a kind of organisation."""
    level = kind.reach
    if level is None:
        return UNIT
    return t.speech.say(f"subject.{level.id}") if level.id in ORGANISATION_KINDS else of_level(t, level)


def reporters(t: Teller, grain: str) -> str:
    """Return who reports: the units of a level, or a kind of organisation."""
    level = t.level(grain)
    if level is not None:
        return of_level(t, level)
    return t.speech.say(f"subject.{grain}") if grain in ORGANISATION_KINDS else UNIT


def own_kind(t: Teller) -> str:
    """Return what the unit calls itself, or its level: huyện, xã."""
    where = t.paper.where
    name = lowered(where.kind or where.level.name("vi") or UNIT)
    return f"{UNIT} {name}" if name.startswith(_TIER) else name


def whole(t: Teller) -> str:
    """Return the unit as a whole: toàn huyện."""
    return f"toàn {own_kind(t)}"


def titled(t: Teller) -> str:
    """Return the unit with what it is before its name, at the beginning of a sentence: Huyện Cẩm Thủy."""
    kind, name = own_kind(t), t.paper.where.name
    return begun(name if name.lower().startswith(f"{kind} ") else f"{kind} {name}")


def called(t: Teller, code: str, name: str) -> str:
    """Return a unit below with its kind before its name, as offices write: xã Cẩm Yên."""
    kind = t.paper.unit_kinds.get(code)
    return name if not kind or name.lower().startswith(f"{kind.lower()} ") else f"{lowered(kind)} {name}"


def issuer(t: Teller) -> Piece:
    """Return who issues the report, or a gap for it."""
    name = None if t.paper.issuer is None else t.paper.issuer.name
    return Gap("[tên cơ quan]") if name is None else Text(name)


def within(t: Teller, period: Period) -> str:
    """Return the days of a period: từ ngày … đến hết ngày …."""
    return f"từ ngày {t.day(period.first)} đến hết ngày {t.day(period.last)}"


def meanwhile(t: Teller) -> str:
    """Return within what something was done, as a sentence begins: Trong tháng 8/2021."""
    period = t.paper.period
    assert period is not None
    return f"Trong {t.within() or f'kỳ ({within(t, period)})'}"


def of_period(t: Teller) -> str:
    """Return the period of the report by its name, or by its days; nothing without one."""
    period = t.paper.period
    return "" if period is None else t.period(period) or within(t, period)


def since(t: Teller) -> str:
    """Return what is compared with, at the beginning of a sentence: So với cùng kỳ năm 2020."""
    paper, before = t.paper, t.paper.before
    assert before is not None
    merger = paper.merger
    moved = merger is not None and before.last < merger.day
    put = f" (quy về địa giới ngày {t.day(merger.day)})" if merger is not None and moved else ""
    if paper.same_period_a_year_before:
        return f"So với cùng kỳ năm {before.last.year}{put}"
    name = None if paper.period is None else t.period(before)
    return f"So với {name or f'ngày {t.day(before.last)}'}{put}"


def listed(names: Sequence[str]) -> str:
    """Return names one after the other; where one holds a comma itself, they are parted by semicolons."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def noun_of_organisations(t: Teller, figure: Figure) -> str:
    """Return what organisations of a kind are called."""
    return lowered(t.speech.kind(str(figure.measure), None, None))

"""What a report begins and ends with: on what it rests, what the place is like, who reports."""

from antq_cli.core.folding import bare
from antq_cli.core.manifest import Level
from antq_cli.core.report import Piece, Pieces
from antq_cli.words.passages import numbers, picked
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.telling import Teller
from antq_cli.words.passages.vi.nouns import (
    administrative,
    issuer,
    noun_of_organisations,
    of_level,
    of_period,
    plain_level,
    titled,
    within,
)


def opening(t: Teller) -> list[Pieces]:
    """Say on which directives the report rests, who reports what, and of which day the figures are."""
    acts = "; ".join(t.acts("ngày", "của", "số"))
    result = f"báo cáo {t.paper.subject or f'kết quả {of_period(t)}'}".rstrip()
    if not acts:
        return [pieces(issuer(t), f" {result} như sau ({_day(t)}):")]
    return [pieces(f"Thực hiện {acts}, ", issuer(t), f" {result} như sau ({_day(t)}):")]


def _day(t: Teller) -> str:
    paper = t.paper
    said = [f"số liệu tính đến ngày {t.day(paper.as_of)}"]
    if t.closing:
        said.append("thời gian chốt số liệu theo Điều 12 Nghị định số 09/2019/NĐ-CP")
    if paper.period is not None and not t.civil and t.period(paper.period):
        said.append(f"kỳ báo cáo {within(t, paper.period)}")
    if paper.basis != paper.as_of:
        said.append(f"theo địa giới ngày {t.day(paper.basis)}")
    return ", ".join(said)


def place(t: Teller) -> list[Pieces]:
    """Say how many units, households and organisations there are."""
    paper = t.paper
    units = joined([_units(t, level) for level in picked.levels_below(paper)], ", ")
    households = pieces(t.number(paper.households), " hộ gia đình")
    between = " với " if units else ""
    return [pieces(f"{titled(t)} có ", units, between, households, _organisations(t), ".")]


def _units(t: Teller, level: Level) -> list[Piece]:
    """Return how many units of a level there are; where none are registered, how many the book says are to sign."""
    figure = picked.units_of(t.paper, level)
    if figure is None:
        return pieces(t.number(picked.pledge_of(t.paper, level), "den"), f" {administrative(level)}")
    kinds = t.unit_kinds if t.paper.by == level else []
    if len(kinds) == 1 and kinds[0][1] == figure.num:
        return pieces(t.number(figure), f" {of_level(t, level)}")
    parts = [pieces(t.derived(f"{figure.measure}.{_slug(kind)}", "num", many), f" {kind}") for kind, many in kinds]
    told = sum(many for _, many in kinds) == figure.num
    said = pieces(" (", joined(parts, ", "), ")") if told and parts else []
    return pieces(t.number(figure), f" {administrative(level)}", said)


def _slug(name: str) -> str:
    """Return a name as ids have it."""
    return bare(name).replace(" ", "-")


def _organisations(t: Teller) -> list[Piece]:
    several = [pieces(t.number(figure), f" {noun_of_organisations(t, figure)}") for figure in t.paper.organisations]
    if len(several) < 2:  # noqa: PLR2004 - there is nothing to add up
        return pieces(", " if several else "", *several)
    together = t.derived("organisations", "num", sum(figure.num or 0 for figure in t.paper.organisations))
    return pieces(", ", together, " cơ quan, tổ chức (", joined(several, ", "), ")")


def merger(t: Teller) -> list[Pieces]:
    """Say that units became others, and that what was before is told of these."""
    found = t.paper.merger
    if found is None:
        return []
    act = f", theo {found.act}" if found.act else ""
    id_ = t.id(f"units.{found.level.id}.merged", when=f"{found.day}")
    before = numbers.derived(id_, "before", found.before, t.lang, small=True)
    after = numbers.derived(id_, "after", found.after, t.lang, small=True)
    day = t.day(found.day)
    what, now = plain_level(found.level), of_level(t, found.level)
    then = f"; số liệu các kỳ trước được quy về địa giới ngày {day}."
    return [pieces(f"Từ ngày {day}{act}, ", before, f" {what} được sắp xếp thành ", after, f" {now}{then}")]


def closing(t: Teller) -> list[Pieces]:
    """Say that this was the report, and of whom."""
    span = of_period(t) or f"tính đến ngày {t.day(t.paper.as_of)}"
    what = t.paper.subject or f"kết quả {span}"
    return [pieces(f"Trên đây là báo cáo {what}; ", issuer(t), " trân trọng báo cáo./.")]

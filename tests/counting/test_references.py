"""The numbers that a template asks for are the book's figures, whichever way the unit and the days are written."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from antq_cli.answers.paper import Wanted, level_of_report, paper
from antq_cli.answers.query import Query
from antq_cli.answers.references import resolve
from antq_cli.cli.papers import compared_with
from antq_cli.core.calendars import CIVIL, Period, parse_span
from antq_cli.core.collector import Collector
from antq_cli.core.figures import Figure
from antq_cli.core.findings import Refused
from antq_cli.core.measures import FAMILIES, parse_figure, parse_measure
from antq_cli.core.paper import Paper, Resolved
from antq_cli.core.registers import Assessment
from antq_cli.counting.asking import Figures, When
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of
from antq_cli.reading.book import open_book
from antq_cli.reading.outlines import parse

SAMPLE = "data/cam-thuy-sample"


@cache
def figures() -> Figures:
    book = open_book(SAMPLE, Path.cwd())
    manifest = book.manifest
    needed = {name for each in FAMILIES for kind in manifest.kinds(each) for name in registers_of(manifest, each, kind)}
    return Figures(Dataset(book, sorted(needed), Collector(book.collector)))


def period(name: str) -> Period:
    span = parse_span(name)
    found = None if span is None else CIVIL.period(span)
    assert found is not None
    return found


def wanted(name: str | None = "2021-08", before: str | None = "2021-03", basis: date | None = None) -> Wanted:
    asked = period(name) if name else None
    day = asked.last if asked else date(2021, 8, 31)
    query = Query(day, basis=basis or day, period=asked)
    return Wanted(query._replace(by=level_of_report(figures(), query)), (before and period(before)) or None, CIVIL)


def resolved(line: str, asked: Wanted | None = None) -> Resolved:
    (found,) = resolve(figures(), asked or wanted(), parse(line, "t", "t.md").references()).values()
    return found


def codes(line: str, asked: Wanted | None = None) -> Sequence[str]:
    with pytest.raises(Refused) as told:
        resolve(figures(), asked or wanted(), parse(line, "t", "t.md").references())
    return [each.rule.code for each in told.value.findings]


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("{pledges.household}", "pledges.household@390:2021-08-31"),
        ("{pledges.household@15127}", "pledges.household@15127:2021-08-31"),
        ("{pledges.household@thị trấn Phong Sơn percent}", "pledges.household@15127:2021-08-31"),
        ("{pledges.household:31/3/2021 num}", "pledges.household@390:2021-03-31~2021-08-31"),
        ("{pledges.household:vs num}", "pledges.household@390:2021-03-31~2021-08-31"),
        ("{pledges.household:start num}", "pledges.household@390:2021-07-31~2021-08-31"),
        ("{pledges.household:basis num}", "pledges.household@390:2021-08-31"),
        ("{pledges.household:2021-Q1 num}", "pledges.household@390:2021-03-31~2021-08-31"),
        ("{pledges.household.signed num}", "pledges.household.signed@390:2021-08-01..2021-08-31"),
        ("{pledges.household.signed:period num}", "pledges.household.signed@390:2021-08-01..2021-08-31"),
        (
            "{pledges.household.signed:Quý II/2021 num}",
            "pledges.household.signed@390:2021-04-01..2021-06-30~2021-08-31",
        ),
        ("{activities.outreach:vs num}", "activities.outreach@390:2021-03-01..2021-03-31~2021-08-31"),
        ("{households}", "households@390:2021-08-31"),
    ],
)
def test_a_number_is_a_figure_of_the_book(line: str, figure: str) -> None:
    found = resolved(line).figure
    assert found.figure == figure
    named = parse_figure(figure)
    assert named is not None
    unit = figures().dataset.map(date(2021, 8, 31)).unit(named.unit)
    assert unit is not None
    assert found == figures().at(named.measure, unit, When(named.last, named.first, date(2021, 8, 31)))


def test_a_change_is_since_the_day_that_is_written_else_since_what_is_compared() -> None:
    since = {day: resolved(f"{{pledges.household{day} change}}").change for day in ("", ":vs", ":start", ":2021-01-31")}
    assert since[""] == since[":vs"]
    assert since[""] is not None
    assert (since[""].num, since[""].points) == (22371, "+74.92")  # facts: 31/03/2021 to 31/08/2021
    assert len({each and each.num for each in since.values()}) == 3
    assert resolved("{pledges.household change}", wanted(before=None)).change is None


@pytest.mark.parametrize(
    ("line", "asked", "code"),
    [
        ("{pledges.gold}", None, "U077"),
        ("{pledges.household@Nowhere}", None, "U078"),
        ("{pledges.household@15157}", None, "U078"),  # closed in 2019
        ("{pledges.household:vs}", ("2021-08", None), "U079"),
        ("{pledges.household:2021-02-30}", None, "U079"),
        ("{pledges.household:someday}", None, "U079"),
        ("{pledges.household.signed}", (None, None), "U079"),
        ("{pledges.household:0001-01-01}", None, "U079"),
    ],
)
def test_what_is_no_number_is_told(line: str, asked: tuple[str | None, str | None] | None, code: str) -> None:
    assert codes(line, None if asked is None else wanted(*asked)) == [code]


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert codes("{pledges.gold} {households@Nowhere}\n{households:someday}") == ["U077", "U078", "U079"]


def made(asked: Wanted) -> Paper:
    return paper(figures(), asked, {})


def test_a_paper_has_the_figures_of_the_summary_at_the_unit_and_by_units() -> None:
    found = made(wanted())
    for name in ("pledges.household", "pledges.household.signed", "teams.anxh.members", "activities.outreach"):
        measure = parse_measure(name)
        assert measure is not None
        own, rows = found.at(measure), found.rows(measure)
        assert own is not None
        assert own.num == sum(row.num or 0 for row in rows)
        assert own == _at(found, own)
    assert [str(each.measure) for each in found.units] == ["units.commune", "units.area"]
    assert [each.num for each in found.units] == [17, 119]
    assert sum(each.num or 0 for each in found.organisations) == 105
    assert [each.kind.id for each in found.gaps] == ["household"]
    assert not found.same_period_a_year_before
    assert made(wanted(before="2020-08")).same_period_a_year_before


@pytest.mark.parametrize(
    ("name", "before", "same"),
    [
        ("2021-08", "2020-08", True),
        ("2021-08", "2020", False),
        ("2021-Q1", "2020-Q4", False),
        ("2021-H1", "2020-H2", False),
        ("2021-01", "2020-12", False),
        ("2021", "2020", True),
        ("2021-08", "2019-08", False),
    ],
)
def test_only_the_same_period_of_the_year_before_is_called_so(name: str, before: str, same: bool) -> None:
    found = made(wanted())._replace(period=period(name), before=period(before))
    assert found.same_period_a_year_before is same
    days = [period(each)._replace(name=None) for each in (name, before)]
    assert found._replace(period=days[0], before=days[1]).same_period_a_year_before is same


def test_a_merger_is_told_of_the_unit_itself_and_above_the_level_that_is_listed() -> None:
    asked = wanted("2025-Q3", "2024-Q3")
    unit = figures().dataset.map(date(2025, 9, 30)).unit("15127")
    for query in (asked.asked._replace(unit=unit, by="area"), asked.asked._replace(by="area")):
        merger = made(asked._replace(asked=query)).merger
        assert merger is not None
        assert (merger.level.id, merger.day, merger.after < merger.before) == ("commune", date(2025, 7, 1), True)


def _at(found: Paper, own: Figure) -> Figure:
    named = parse_figure(own.figure or "")
    assert named is not None
    unit = figures().dataset.map(found.basis).unit(found.where.code)
    assert unit is not None
    return figures().at(named.measure, unit, When(named.last, named.first, found.basis))


def test_a_merger_is_told_where_numbers_from_before_it_stand_on_its_map() -> None:
    merger = made(wanted("2025-Q3", "2024-Q3")).merger
    assert merger is not None
    assert (merger.day, merger.before, merger.after) == (date(2025, 7, 1), 17, 5)
    assert merger.act == "Nghị quyết số 1686/NQ-UBTVQH15"
    assert made(wanted("2025-12", "2025-09")).merger is None
    assert made(wanted("2021-08", None, date(2025, 7, 1))).merger == merger
    assert made(wanted("2021-08")).merger is None


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("2022", "2021"),
        ("2021-08", "2021-07"),  # nobody had signed by August 2020
        ("2021", None),  # nor by the end of 2020: all would have grown from nothing
        ("2021-Q1", None),
        ("2021-03", None),  # the registration is older, and another act than the campaign's pledge
    ],
)
def test_before_anybody_had_signed_there_is_nothing_to_compare_with(name: str, before: str | None) -> None:
    found = compared_with(figures(), wanted(name, None).asked, CIVIL)
    assert (None if found is None else found.name) == before


def test_a_paper_tells_of_the_standard_year_that_closed_within_its_period() -> None:
    """One way more of counting: the latest rows of the register of the year, by the end of it."""
    found = made(wanted("2021", None))
    subjects = {each.kind.id: each for each in found.standards.subjects}
    assert {id_: each.rule and str(each.rule.window.last) for id_, each in subjects.items()} == {
        "area": "2021-10-31",
        "commune": "2021-11-30",
        "agency": "2021-11-30",
        "enterprise": "2021-11-30",
        "school": "2021-08-31",
    }
    latest: dict[str, str] = {}
    for row in sorted(figures().dataset.book.rows(Assessment), key=lambda each: each.date):
        if row.window == "2021" and row.subject.count("-") == 0 and row.date <= date(2021, 11, 30):
            latest[row.subject] = row.result
    (whole,) = (each for each in subjects["commune"].units if each.assessed.unit == "390" and not each.assessed.rest)
    told = (whole.met.num, whole.not_met.num, whole.pending.num)
    assert told == tuple([*latest.values()].count(each) for each in ("met", "not-met", "pending"))
    assert whole.met.figure == "standards.commune.met@390:2021-11-30"
    assert {each.kind.id for each in found.begun} == set(subjects)
    assert found.decisions["15127"] == "25/QĐ-UBND (minh họa)"
    assert made(wanted("2021-08", None)).begun == []

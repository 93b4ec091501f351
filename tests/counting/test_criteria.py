"""The criteria of the standard: what a subject reaches of each, how many are missing, and what was decided instead."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.standing import standing
from antq_cli.core.findings import Finding
from antq_cli.core.standards import Card, Standards
from antq_cli.words.speech import LANGUAGES, speech
from tests.cli.harness import run
from tests.counting.villages import asking, pledged
from tests.helpers import DAY, codes, figure, reported, shown

MANY = tuple(f"1-{n},Thôn {n},area,1" for n in range(3, 26))  # with those of the village 25 areas in commune 1
HEAD = """
[calendars]
area = "11-01"
commune = "11-16"
[pledges.household]
[models.clan]
[standards.area]
[standards.commune]
"""


def regime(subject: str, *criteria: str, calendar: str = "") -> str:
    """A regime that judges one kind of subject, each criterion as lines of TOML."""
    head = f'[regimes.r.subjects.{subject}]\ncalendar = "{calendar or subject}"\n'
    return head + "".join(f"[[regimes.r.subjects.{subject}.criteria]]\n{criterion}\n" for criterion in criteria)


def asks(at_least: str, *measures: str, by: str = "") -> str:
    listed = ", ".join(f'"{measure}"' for measure in measures)
    return f"measures = [{listed}]\nat_least = {at_least}" + (f'\nby = "{by}"' if by else "")


AREAS = regime("area")
SEVENTY = HEAD + AREAS + regime("commune", asks('"70%"', "standards.area.met"))


def stands(
    folder: Path,
    kinds: str,
    *,
    day: date = DAY,
    by: str | None = "commune",
    window: str | None = None,
    **parts: tuple[str, ...],
) -> Standards:
    return with_findings(folder, kinds, day=day, by=by, window=window, **parts)[0]


def with_findings(
    folder: Path,
    kinds: str,
    *,
    day: date = DAY,
    by: str | None = "commune",
    window: str | None = None,
    **parts: tuple[str, ...],
) -> tuple[Standards, list[Finding]]:
    registers = {"assessments": (), "pledges": (), "households": (), "models": ()} | parts
    figures = asking(folder, kinds, **registers)
    found = standing(figures, Query(day, by=by, window=window, criteria=True))
    return found, reported(figures.dataset.collector)


def card(folder: Path, kinds: str, unit: str = "1", **parts: Any) -> Card:
    """The card of a commune."""
    found = stands(folder, kinds, **parts)
    return next(one for one in found.cards or () if one.unit == unit)


def met(count: int, day: str = "2021-06-01") -> tuple[str, ...]:
    """Assessments of the first areas of commune 1."""
    return tuple(f"{day},1-{n},r,2021,met" for n in range(1, count + 1))


@pytest.mark.parametrize(
    ("count", "percent", "short", "computed"),
    [
        (16, "64.00", 2, "not-met"),
        (17, "68.00", 1, "not-met"),
        (18, "72.00", 0, "met"),
        (25, "100.00", 0, "met"),
    ],
)
def test_seventy_percent_of_twenty_five_areas_are_eighteen(
    count: int, percent: str, short: int, computed: str, tmp_path: Path
) -> None:
    one = card(tmp_path, SEVENTY, extra=MANY, assessments=met(count))
    (criterion,) = one.criteria
    assert (criterion.num, criterion.den, criterion.percent) == (count, 25, percent)
    assert (criterion.share, criterion.number, criterion.needed, criterion.short) == (7000, None, 18, short)
    assert (criterion.met, one.computed) == (computed == "met", computed)
    assert [figure.figure for figure in criterion.figures] == ["standards.area.met@1:2021-08-31"]
    assert (one.recorded, one.contradicted) == (None, False)


@pytest.mark.parametrize(
    ("lines", "num", "short"),
    [((), None, None), (("2021-06-01,1-1,r,2021,not-met",), 0, 18), (("2021-06-01,1-1,r,2021,pending",), 0, 18)],
    ids=["nobody", "not-met", "pending"],
)
def test_where_nobody_was_assessed_the_criterion_is_open(
    lines: tuple[str, ...], num: int | None, short: int | None, tmp_path: Path
) -> None:
    one = card(tmp_path, SEVENTY, extra=MANY, assessments=lines)
    (criterion,) = one.criteria
    assert (criterion.num, criterion.needed, criterion.short) == (num, 18, short)
    assert (criterion.met, one.computed) == ((False, "not-met") if lines else (None, None))


@pytest.mark.parametrize(
    ("line", "left_out", "computed"),
    [
        ("2021-06-01,1-19,r,2021,mett", 1, None),
        ("2021-06-01,2-1,r,2021,mett", 0, "met"),  # it is missed in the other commune
        ("2021-09-01,1-19,r,2021,mett", 0, "met"),  # not yet
    ],
)
def test_where_a_row_is_left_out_the_criterion_is_open(
    line: str, left_out: int, computed: str | None, tmp_path: Path
) -> None:
    one = card(tmp_path, SEVENTY, extra=MANY, assessments=(*met(18), line))
    (criterion,) = one.criteria
    assert (criterion.num, criterion.figures[0].left_out) == (18, left_out)
    assert (criterion.met, one.computed) == ((True, "met") if computed else (None, None))


def test_pending_areas_are_not_met_areas(tmp_path: Path) -> None:
    lines = (*met(17), "2021-06-01,1-18,r,2021,pending", "2021-06-01,1-19,r,2021,not-met")
    (criterion,) = card(tmp_path, SEVENTY, extra=MANY, assessments=lines).criteria
    assert (criterion.num, criterion.short) == (17, 1)


HOMES = ("h1,1-1", "h2,1-1", "h3,1-2", "h4,2-1")


@pytest.mark.parametrize(
    ("by", "day", "num"),
    [
        ("Q1", "2021-03-31", 1),  # "Quý I hằng năm" is that of everybody's year
        ("H1", "2021-06-30", 2),
        ("H2", "2020-12-31", 0),
        ("04-01", "2021-04-01", 2),
        ("11-20", "2020-11-20", 0),
        ("", "2021-08-31", 3),
        ('Q1"\ncalendar = "commune', "2021-02-15", 0),  # of the year that begins on 16 November
        ('H1"\ncalendar = "commune', "2021-05-15", 2),
    ],
)
def test_a_criterion_may_be_counted_at_the_end_of_a_part_of_a_year(by: str, day: str, num: int, tmp_path: Path) -> None:
    """It is the last such day within the window; that of the communes goes from 16 November to 15 November."""
    kinds = HEAD + regime("commune", asks('"50%"', "pledges.household", by=by))
    events = pledged("2021-03-31 h1 +", "2021-04-01 h2 +", "2021-07-01 h3 +")
    (criterion,) = card(tmp_path, kinds, households=HOMES, pledges=tuple(events)).criteria
    assert (str(criterion.day), criterion.num, criterion.den, criterion.needed) == (day, num, 3, 2)
    assert [figure.figure for figure in criterion.figures] == [f"pledges.household@1:{day}"]


@pytest.mark.parametrize(
    ("day", "events", "met_it"),
    [
        (date(2021, 3, 30), ("2021-01-01 h1 +",), None),
        (date(2021, 3, 30), ("2021-01-01 h1 +", "2021-01-01 h2 +"), None),  # whatever is reached by then
        (date(2021, 3, 31), ("2021-01-01 h1 +",), False),
        (date(2021, 3, 31), ("2021-01-01 h1 +", "2021-01-01 h2 +"), True),  # its last day is over
    ],
    ids=str,
)
def test_before_the_part_of_the_year_is_over_it_is_counted_on_the_day_and_open(
    day: date, events: tuple[str, ...], met_it: bool | None, tmp_path: Path
) -> None:
    kinds = HEAD + regime("commune", asks('"50%"', "pledges.household", by="Q1"))
    one = card(tmp_path, kinds, day=day, households=HOMES, pledges=tuple(pledged(*events)))
    (criterion,) = one.criteria
    assert (criterion.day, criterion.num, criterion.needed) == (day, len(events), 2)
    assert (criterion.met, one.computed) == (met_it, {None: None, True: "met", False: "not-met"}[met_it])


@pytest.mark.parametrize(
    ("lines", "num", "met_it"),
    [
        ((), 0, False),
        (("m1,clan,1-1",), 1, True),
        (("m1,clan,1-1", "m2,clan,1"), 2, True),
        (("m1,clan,2-1",), 0, False),
    ],
    ids=str,
)
def test_a_number_is_reached_by_counting(lines: tuple[str, ...], num: int, met_it: bool, tmp_path: Path) -> None:
    kinds = HEAD + regime("commune", asks("1", "models.clan"))
    (criterion,) = card(tmp_path, kinds, models=lines).criteria
    assert (criterion.num, criterion.den, criterion.percent) == (num, None, None)
    assert (criterion.share, criterion.number, criterion.needed) == (None, 1, 1)
    assert (criterion.short, criterion.met) == (0 if met_it else 1, met_it)


def test_several_measures_are_added_up_and_no_ratio_is_averaged(tmp_path: Path) -> None:
    kinds = HEAD + "[pledges.area]\n" + regime("commune", asks('"75%"', "pledges.household", "pledges.area"))
    events = (*pledged("2021-02-15 h1 +", "2021-02-16 h2 +"), "2021-03-01,area,1-1,signed")
    (criterion,) = card(tmp_path, kinds, households=HOMES, pledges=events).criteria
    assert (criterion.num, criterion.den, criterion.percent, criterion.needed) == (3, 5, "60.00", 4)
    assert (criterion.short, criterion.met, len(criterion.figures)) == (1, False, 2)


# ------------------------------------------------------------------------------------------------ what is not known


def test_a_share_of_nothing_is_not_evaluated(tmp_path: Path) -> None:
    kinds = HEAD + regime("commune", asks('"70%"', "pledges.household"))
    one = card(tmp_path, kinds)
    (criterion,) = one.criteria
    assert (criterion.num, criterion.den, criterion.percent) == (0, 0, None)
    assert (criterion.needed, criterion.short, criterion.met, one.computed) == (None, None, None, None)


REPORTED = '[pledges.student]\nsource = "returns"\ngrain = "area"\n'


@pytest.mark.parametrize(
    ("lines", "num", "computed"),
    [
        ((), None, None),  # not reported
        (("2021-08-01,1-1,pledges.student,9,9",), 9, None),  # in part
        (
            ("2021-08-01,1-1,pledges.student,9,9", "2021-08-01,1-2,pledges.student,1,"),
            10,
            None,
        ),  # of nobody knows how many
        (("2021-08-01,1-1,pledges.student,9,9", "2021-08-01,1-2,pledges.student,1,1"), 10, "met"),
    ],
    ids=str,
)
def test_what_is_not_wholly_reported_is_not_evaluated(
    lines: tuple[str, ...], num: int | None, computed: str | None, tmp_path: Path
) -> None:
    kinds = HEAD + REPORTED + regime("commune", asks('"70%"', "pledges.student"))
    one = card(tmp_path, kinds, returns=lines)
    assert (one.criteria[0].num, one.computed) == (num, computed)
    assert (one.criteria[0].met is None) == (computed is None)


def test_one_that_is_missed_decides_and_one_that_is_not_known_leaves_it_open(tmp_path: Path) -> None:
    unknown, missed, reached = (
        asks('"70%"', "pledges.student"),
        asks("1", "models.clan"),
        asks("1", "units.area"),
    )
    for number, (criteria, computed) in enumerate(
        [
            ((unknown, reached), None),
            ((unknown, missed), "not-met"),
            ((reached, missed), "not-met"),
            ((reached,), "met"),
            ((), None),
        ]
    ):
        kinds = HEAD + REPORTED + regime("commune", *criteria)
        assert card(tmp_path / str(number), kinds, returns=()).computed == computed


# ------------------------------------------------------------------------------------ decisions beside the criteria


@pytest.mark.parametrize(
    ("result", "count", "told"),
    [
        ("met", 16, True),
        ("met", 18, False),
        ("not-met", 18, True),
        ("not-met", 16, False),
        ("pending", 16, False),  # nothing is decided yet
        ("pending", 18, False),
    ],
)
def test_a_decision_that_the_criteria_do_not_bear_out_is_told_and_stands(
    result: str, count: int, told: bool, tmp_path: Path
) -> None:
    lines = (*met(count), f"2021-08-15,1,r,2021,{result},12/QĐ")
    found, findings = with_findings(tmp_path, SEVENTY, extra=MANY, assessments=lines)
    one, other = found.cards or ()
    assert (one.recorded, one.recorded_on, one.decision) == (result, date(2021, 8, 15), "12/QĐ")
    assert (one.contradicted, other.recorded) == (told, None)
    assert [(finding.rule.code, finding.rule.severity, finding.place.line) for finding in findings] == (
        [("R301", "warning", count + 2)] if told else []
    )
    assert (
        figure(asking(tmp_path, SEVENTY, extra=MANY, assessments=lines).dataset, f"standards.commune.{result}").num == 1
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_remedy_leads_to_the_card_of_the_subject(lang: str, tmp_path: Path) -> None:
    """What it says to type, typed, shows the one subject and the same contradiction."""
    lines = (*met(16), "2021-08-15,1,r,2021,met,12/QĐ")
    _, findings = with_findings(tmp_path, SEVENTY, extra=MANY, assessments=lines)
    (found,) = findings
    typed = speech(lang).describe(shown(found)).remedy.partition("`antq ")[2].partition("`")[0]
    assert typed == "standards summary --criteria --unit 1 --as-of 31/08/2021"
    ran = run(f"-b {tmp_path} {typed} -f json")
    (one,) = json.loads(ran.out)["rows"]
    assert (one["unit"], one["recorded"], one["computed"]) == ("1", "met", "not-met")


def test_the_criteria_are_counted_on_the_day_of_the_decision(tmp_path: Path) -> None:
    lines = (*met(17), "2021-08-20,1-18,r,2021,met", "2021-08-15,1,r,2021,met")
    one = card(tmp_path, SEVENTY, extra=MANY, assessments=lines)
    assert (one.criteria[0].day, one.criteria[0].num, one.contradicted) == (date(2021, 8, 15), 17, True)


def test_a_decision_before_anybody_was_assessed_is_not_contradicted(tmp_path: Path) -> None:
    lines = (*met(18, "2021-08-20"), "2021-08-15,1,r,2021,met")
    one = card(tmp_path, SEVENTY, extra=MANY, assessments=lines)
    assert (one.criteria[0].day, one.criteria[0].num, one.contradicted) == (date(2021, 8, 15), None, False)


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (None, [("@1:2021-08-31", 3), ("@2:2021-08-31", 1)]),
        (DAY, [("@1:2021-08-31", 3), ("@2:2021-08-31", 1)]),
        (date(2021, 11, 1), [("@1:2021-08-31~2021-11-01", 4)]),  # the second commune has gone into the first
    ],
    ids=str,
)
def test_the_figures_of_a_card_are_on_the_map_of_the_basis(
    basis: date | None, expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    kinds = HEAD + regime("commune", asks('"50%"', "pledges.household"))
    extra, walk = ("2,Xã Hai,commune,D,,2021-10-01",), ("2021-10-01,2,1,whole",)
    figures = asking(
        tmp_path, kinds, extra=extra, walk=walk, households=HOMES, pledges=pledged("2021-01-01 h1 +"), assessments=()
    )
    found = standing(figures, Query(DAY, by="commune", basis=basis, criteria=True))
    shown = [one.criteria[0].figures[0] for one in found.cards or ()]
    assert [(one.figure, one.den) for one in shown] == [(f"pledges.household{at}", den) for at, den in expected]


def test_the_areas_of_a_decision_made_after_their_year_are_those_of_its_last_day(tmp_path: Path) -> None:
    """The year of the areas ends on 31/10, that of the communes on 15/11: in between the next one has begun."""
    lines = (*met(18, "2021-10-20"), "2021-11-10,1,r,2021,met")
    one = card(tmp_path, SEVENTY, day=date(2021, 11, 15), extra=MANY, assessments=lines)
    assert (one.criteria[0].num, one.criteria[0].den, one.computed, one.contradicted) == (18, 25, "met", False)
    assert one.criteria[0].figures[0].figure == "standards.area.met@1:2021-10-31"


def test_only_subjects_that_are_asked_for_have_cards(tmp_path: Path) -> None:
    kinds = SEVENTY.replace(AREAS, regime("area", asks("1", "units.area")))
    units = [
        [one.unit for one in stands(tmp_path / str(by), kinds, by=by).cards or ()] for by in ("commune", "area", None)
    ]
    assert units == [["1", "2"], ["1-1", "1-2", "2-1"], ["1", "2"]]  # the highest level that is judged


def test_without_criteria_asked_for_there_are_no_cards(tmp_path: Path) -> None:
    found = standing(asking(tmp_path, SEVENTY, assessments=()), Query(DAY))
    assert found.cards is None


def test_a_refused_decision_of_an_area_is_found_beside_the_cards(tmp_path: Path) -> None:
    found, findings = with_findings(tmp_path, SEVENTY, assessments=("2021-06-01,1-9,r,2021,met",))
    assert codes(findings) == {"X303": 1}
    assert found.cards is not None
    assert [one.criteria[0].figures[0].left_out for one in found.cards] == [0, 0]


def test_where_the_standard_is_reported_there_is_no_decision(tmp_path: Path) -> None:
    kinds = SEVENTY.replace("[standards.commune]", '[standards.commune]\nsource = "returns"\ngrain = "commune"')
    lines = (*met(18), "2021-06-01,1,r,2021,not-met")
    one = card(tmp_path, kinds, extra=MANY, assessments=lines, returns=())
    assert (one.computed, one.recorded, one.contradicted) == ("met", None, False)

"""Organisations by their kind: how many there are, and pledges that those of one kind sign."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.claims import claims
from antq_cli.answers.criteria import cards
from antq_cli.answers.reconcile import reconcile
from antq_cli.core.figures import Figure
from antq_cli.core.findings import Refused
from antq_cli.core.measures import Measure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.counting.asking import Figures, When
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.standards import window_of
from antq_cli.words.speech import suggestion
from tests.counting.villages import asking, pledged, settled, top_of, village
from tests.helpers import (
    DAY,
    checked,
    codes,
    figure,
    findings_of,
    found_in,
    open_at,
    reported,
    shown,
    summary,
    write_book,
)

BODIES = (
    "s1,Trường Một,school,1-1",
    "s2,Trường Hai,school,2-1,2021-01-01",
    "s3,Trường Ba,school,2-1,2022-01-01",
    "a1,Ủy ban,agency,1",
    "e1,Xưởng,enterprise,1-2,,2021-08-31",
)
SCHOOL = "\n[pledges.school]\n"


def at(figures: Figures, measure: str, unit: str = "", day: date = DAY) -> Figure:
    number = figures.dataset.map(day).unit(unit) if unit else top_of(figures, day)
    assert number is not None
    family, _, kind = measure.partition(".")
    return figures.at(Measure(family, kind), number, When(day))


# ------------------------------------------------------------------------------------------------- how many there are


def test_open_organisations_are_counted_by_kind_where_they_are(tmp_path: Path) -> None:
    figures = asking(tmp_path, "", organisations=BODIES)
    found = {kind: at(figures, f"organisations.{kind}").num for kind in ORGANISATION_KINDS}
    assert found == {"agency": 1, "enterprise": 0, "school": 2, "armed-forces": 0}
    assert [at(figures, "organisations.school", unit).num for unit in ("1", "2", "1-2")] == [1, 1, 0]
    assert at(figures, "organisations.enterprise", day=date(2021, 8, 30)).num == 1
    row = at(figures, "organisations.school")
    assert (row.figure, row.state, row.den) == ("organisations.school@D:2021-08-31", "counted", None)


@pytest.mark.parametrize(("line", "left_out"), [("x,X,school,9-9", 1), ("x,X,scool,1", 1), ("x,X,agency,9-9", 0)])
def test_an_organisation_that_cannot_be_read_or_placed_is_missed(line: str, left_out: int, tmp_path: Path) -> None:
    row = at(asking(tmp_path, "", organisations=(*BODIES, line)), "organisations.school")
    assert (row.num, row.left_out) == (2, left_out)


@pytest.mark.parametrize(
    ("value", "verdict"), [("2", "agrees"), ("3", "differs"), ("2/2", "unverifiable"), ("50%", "unverifiable")]
)
def test_a_claim_of_how_many_schools_there_are_is_held_against_the_register(
    value: str, verdict: str, tmp_path: Path
) -> None:
    line = f"c,organisations.school@D:2021-08-31,{value},báo cáo"
    figures = asking(tmp_path, "", organisations=BODIES, claims=(line, "d,organisations.shop@D:2021-08-31,1,báo cáo"))
    held = claims(figures).held
    assert [each.verdict for each in held] == [verdict, "unverifiable"]
    assert held[1].why == "undeclared"


def test_a_return_of_how_many_schools_there_are_stands_beside_the_register(tmp_path: Path) -> None:
    lines = ("2021-08-31,1,organisations.school,4", "2021-08-31,s1,organisations.school,1")
    figures = asking(tmp_path, "", organisations=BODIES, returns=lines)
    found = reconcile(figures, top_of(figures), DAY, None, ())
    pair = found.pairs[0]
    assert (pair.unit, pair.reported_num, pair.recounted.num, pair.num, pair.beside) == ("1", 4, 1, -3, "register")
    assert len(found.pairs) == 1
    assert codes(reported(figures.dataset.collector)) == {
        "R201": 1,
        "X209": 1,
    }  # what a school itself says is set beside nothing


CRITERIA = """
[standards.commune]
[regimes.r.subjects.commune]
calendar = "calendar"
[[regimes.r.subjects.commune.criteria]]
measures = ["organisations.school", "organisations.agency"]
at_least = {at_least}
"""


def test_a_criterion_asks_for_schools(tmp_path: Path) -> None:
    figures = asking(tmp_path, CRITERIA.format(at_least=2), organisations=BODIES, assessments=())
    dataset = figures.dataset
    window = window_of(dataset.manifest, "commune", DAY)
    assert window is not None
    communes = dataset.map(DAY).level("commune")
    made = cards(figures, "commune", window, dataset.regrouping(DAY), communes)
    assert [(card.unit, card.criteria[0].num, card.computed) for card in made] == [("1", 2, "met"), ("2", 1, "not-met")]


def test_a_share_of_schools_is_refused(tmp_path: Path) -> None:
    folder = write_book(tmp_path, village(CRITERIA.format(at_least='"50%"'), organisations=BODIES))
    with pytest.raises(Refused) as refused:
        open_at(folder)
    assert codes(refused.value.findings) == {"S014": 2}


# --------------------------------------------------------------------------------------------------------- who signs


def test_a_pledge_kind_of_schools_asks_the_schools_alone(tmp_path: Path) -> None:
    kinds = f"{SCHOOL}[pledges.organisation]\n"
    events = (*pledged("2021-08-01 s1 +", kind="school"), *pledged("2021-08-01 a1 +", kind="organisation"))
    dataset = settled(tmp_path, kinds, organisations=BODIES, pledges=events)
    found = {str(row.measure): (row.num, row.den) for row in summary(dataset).rows}
    assert found == {"pledges.school": (1, 2), "pledges.organisation": (1, 3)}
    assert findings_of(dataset) == []
    later = figure(dataset, "pledges.school", day=date(2022, 1, 1))
    assert (later.num, later.den) == (1, 3)


def test_a_pledge_kind_may_have_another_name_than_who_signs_it(tmp_path: Path) -> None:
    kinds = '\n[pledges.truong]\nsubject = "school"\n'
    dataset = settled(tmp_path, kinds, organisations=BODIES, pledges=pledged("2021-08-01 s1 +", kind="truong"))
    row = figure(dataset, "pledges.truong")
    assert (row.num, row.den) == (1, 2)


def test_a_pledge_by_an_organisation_of_another_kind_is_left_out(tmp_path: Path) -> None:
    events = pledged("2021-08-01 s1 +", "2021-08-01 a1 +", "2020-08-01 s2 +", kind="school")
    dataset = settled(tmp_path, SCHOOL, organisations=BODIES, pledges=events)
    row = figure(dataset, "pledges.school")
    assert (row.num, row.den, row.left_out) == (1, 2, 2)
    assert codes(findings_of(dataset)) == {"X202": 1, "X203": 1}


def test_what_was_an_agency_is_asked_from_the_day_on_which_it_is_a_school(tmp_path: Path) -> None:
    stretches = ("x,Trung tâm,agency,1-1,,2021-06-01", "x,Trường,school,1-1,2021-06-01", "s,Trường,school,1-2")
    events = pledged("2021-05-01 x +", "2021-07-01 x +", kind="school")
    dataset = settled(tmp_path, SCHOOL, organisations=stretches, pledges=events)
    before, after = (figure(dataset, "pledges.school", day=day) for day in (date(2021, 5, 31), DAY))
    assert (before.num, before.den, before.left_out) == (0, 1, 1)
    assert (after.num, after.den, after.left_out) == (1, 2, 1)


def test_a_level_that_is_called_as_a_kind_of_organisation_goes_before(tmp_path: Path) -> None:
    files = village(SCHOOL, pledges=pledged("2021-08-01 1 +", kind="school"))
    files = {name: text.replace("commune", "school") for name, text in files.items()}
    dataset = Dataset(open_at(write_book(tmp_path, files)))
    assert (figure(dataset, "pledges.school").num, figure(dataset, "pledges.school").den) == (1, 2)


def test_an_unknown_kind_of_organisation_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    found = found_in(write_book(tmp_path, village('\n[pledges.truong]\nsubject = "schol"\n')))
    assert codes(found) == {"S004": 1}
    assert suggestion(shown(found[0])) == "school"


def test_a_check_of_a_book_whose_schools_sign_finds_nothing(tmp_path: Path) -> None:
    files = village(SCHOOL, organisations=BODIES, pledges=pledged("2021-08-01 s1 +", kind="school"))
    assert list(checked(open_at(write_book(tmp_path, files))).findings) == []

"""Who has a pledge in force on a day, from the journal."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.measures import Measure
from antq_cli.counting.journal import Journal
from antq_cli.counting.stretches import Stretches
from tests.counting.villages import pledged, settled
from tests.helpers import (
    DAY,
    codes,
    crosswalk,
    dataset_of,
    figure,
    findings_of,
    manifest,
    padded,
    reported,
    summary,
    units,
)
from tests.independent.books import question_days, random_book, write_book

ALWAYS = ("h1,1-1", "h2,1-2", "h3,2-1")
JUNE = date(2021, 6, 15)

HOUSEHOLDS = Measure("pledges", "household")


def signed(folder: Path, *events: str, households: tuple[str, ...] = ALWAYS, day: date = DAY) -> tuple[int | None, ...]:
    """Numerator, denominator and rows left out of households at the top."""
    found = figure(settled(folder, households=households, pledges=pledged(*events)), "pledges.household", day=day)
    return found.num, found.den, found.left_out


@pytest.mark.parametrize(
    ("events", "num"),
    [
        ((), 0),
        (("2021-08-31 h1 +",), 1),
        (("2021-09-01 h1 +",), 0),
        (("2021-08-01 h1 +", "2021-08-01 h2 +", "2021-08-01 h3 +"), 3),
        (("2021-08-01 h1 +", "2021-08-31 h1 -"), 0),
        (("2021-08-01 h1 +", "2021-09-01 h1 -"), 1),
        (("2021-08-01 h1 -", "2021-08-01 h1 +"), 0),  # on one day withdrawn comes last, whatever the order of rows
        (("2021-08-01 h1 -", "2021-08-02 h1 +"), 1),
        (("2021-08-03 h1 +", "2021-08-02 h1 -", "2021-08-01 h1 +"), 1),
        (("2021-08-01 h1 +", "2021-08-02 h1 +"), 1),
        (("2021-08-01 h1 -",), 0),
    ],
    ids=str,
)
def test_the_last_event_by_the_day_decides(events: tuple[str, ...], num: int, tmp_path: Path) -> None:
    assert signed(tmp_path, *events) == (num, 3, 0)


def test_a_repeated_row_counts_once_and_is_found(tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=ALWAYS, pledges=pledged("2021-08-01 h1 +", "2021-08-01 h1 +"))
    row = summary(dataset).rows[0]
    assert (row.num, row.left_out, codes(findings_of(dataset))) == (1, 0, {"D301": 1})


MOVES = ("h1,1-1,,2021-03-01", "h1,2-1,2021-03-01,2021-05-01", "h1,1-2,2021-07-01,")


@pytest.mark.parametrize(
    ("day", "where"),
    [
        (date(2021, 2, 28), "1-1"),
        (date(2021, 3, 1), "2-1"),
        (date(2021, 4, 30), "2-1"),
        (date(2021, 5, 1), None),
        (date(2021, 6, 30), None),
        (date(2021, 7, 1), "1-2"),
    ],
    ids=str,
)
def test_a_pledge_follows_its_household_through_moves_and_gaps(day: date, where: str | None, tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=MOVES, pledges=pledged("2021-02-01 h1 +"))
    found = {code: figure(dataset, "pledges.household", code, day) for code in ("1-1", "1-2", "2-1")}
    assert [code for code, row in found.items() if (row.num, row.den) == (1, 1)] == ([where] if where else [])
    assert figure(dataset, "pledges.household", day=day).left_out == 0
    assert reported(dataset.collector) == []


@pytest.mark.parametrize(
    ("event", "code", "left_out"),
    [
        ("2021-02-28 h1 +", None, 0),
        ("2021-05-01 h1 +", "X203", 1),  # the day on which it left
        ("2021-06-30 h1 +", "X203", 1),
        ("2021-07-01 h1 +", None, 0),
        ("2022-01-01 h1 +", None, 0),
        ("2021-06-30 h9 +", "X202", 1),
        ("2021-09-01 h9 +", "X202", 0),  # after the day: found, but missed nowhere yet
    ],
    ids=str,
)
def test_an_event_of_nobody_does_not_count(event: str, code: str | None, left_out: int, tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=MOVES, pledges=pledged(event))
    assert [finding.rule.code for finding in findings_of(dataset)] == ([code] if code else [])
    assert summary(dataset).rows[0].left_out == left_out


def test_before_the_first_stretch_nobody_signs(tmp_path: Path) -> None:
    assert signed(tmp_path, "2021-05-31 h1 +", households=("h1,1-1,2021-06-01",)) == (0, 1, 1)
    assert signed(tmp_path, "2021-06-01 h1 +", households=("h1,1-1,2021-06-01",)) == (1, 1, 0)


EXCLUDED = ("h1,1-1,,2021-06-01", "h1,1-1,2021-06-01,2021-08-01,absent", "h1,1-1,2021-08-01,", "h2,1-1,,,vacant")


@pytest.mark.parametrize(
    ("event", "day", "expected"),
    [
        ("2021-05-01 h1 +", date(2021, 5, 31), (1, 1, 0)),
        ("2021-05-01 h1 +", JUNE, (0, 0, 0)),
        ("2021-05-01 h1 +", date(2021, 8, 1), (1, 1, 0)),
        ("2021-06-10 h1 +", DAY, (1, 1, 0)),  # who is excluded is in the register all the same
        ("2021-06-10 h2 +", DAY, (0, 1, 0)),
    ],
    ids=str,
)
def test_an_excluded_stretch_is_not_counted_and_its_events_are(
    event: str, day: date, expected: tuple[int, int, int], tmp_path: Path
) -> None:
    assert signed(tmp_path, event, households=EXCLUDED, day=day) == expected


def test_kinds_do_not_mix(tmp_path: Path) -> None:
    kinds = '\n[pledges.household]\n[pledges.second]\nsubject = "household"\n[pledges.organisation]\n'
    events = [*pledged("2021-08-01 h1 +"), *pledged("2021-08-01 h2 +", "2021-08-02 h3 +", kind="second")]
    schools = ("s1,Trường,school,1", "a1,Ban,agency,D,2021-09-01")
    dataset = settled(
        tmp_path,
        kinds,
        households=ALWAYS,
        organisations=schools,
        pledges=[*events, *pledged("2021-08-01 s1 +", kind="organisation")],
    )
    assert [(row.num, row.den) for row in summary(dataset).rows] == [(1, 3), (2, 3), (1, 1)]


def test_an_organisation_with_the_code_of_a_unit_is_found_once_for_two_kinds(tmp_path: Path) -> None:
    kinds = '\n[pledges.organisation]\n[pledges.second]\nsubject = "organisation"\n'
    dataset = settled(tmp_path, kinds, organisations=("1-1,Trường,school,1",), pledges=())
    assert codes(findings_of(dataset)) == {"X204": 1}


# ------------------------------------------------------------------------------------------ units that sign


LEVEL_KINDS = "\n[pledges.commune]\n[pledges.area]\n"
RENAMED = ("2,Xã Hai,commune,D,,2021-07-01", "3,Xã Ba,commune,D,2021-07-01")


@pytest.mark.parametrize(
    ("part", "event", "num"),
    [
        ("same", "2021-06-01 2 +", 1),
        ("whole", "2021-06-01 2 +", 0),
        ("whole", "2021-07-01 3 +", 1),
    ],
)
def test_a_units_own_pledge_goes_along_with_same_only(part: str, event: str, num: int, tmp_path: Path) -> None:
    events = pledged(event, kind="commune")
    dataset = settled(tmp_path, LEVEL_KINDS, extra=RENAMED, walk=(f"2021-07-01,2,3,{part}",), pledges=events)
    assert [(row.num, row.den) for row in summary(dataset).rows] == [(num, 2), (0, 3)]
    assert findings_of(dataset) == []


@pytest.mark.parametrize(
    ("event", "code", "at"),
    [
        ("2021-07-01 2 +", "X203", "D"),  # closed on that day
        ("2021-06-30 3 +", "X203", "D"),  # not open yet
        ("2021-06-30 9 +", "X101", "D"),
        ("2021-06-30 2-1 +", "X202", "2-1"),  # an area does not sign for communes
    ],
)
def test_an_event_whose_code_names_no_unit_of_the_level(event: str, code: str, at: str, tmp_path: Path) -> None:
    events = pledged(event, kind="commune")
    dataset = settled(tmp_path, LEVEL_KINDS, extra=RENAMED, walk=("2021-07-01,2,3,whole",), pledges=events)
    assert codes(findings_of(dataset)) == {code: 1}
    left = {unit: figure(dataset, "pledges.commune", unit).left_out for unit in ("D", "2-1", "1")}
    assert left == {"D": 1, "2-1": int(at == "2-1"), "1": 0}


# --------------------------------------------------------------------------------------------------- tallies


def test_a_tally_says_where_everybody_stands(tmp_path: Path) -> None:
    events = pledged("2021-05-01 h1 +", "2021-07-01 h1 -", "2021-05-01 h2 +")
    households = ("h1,1-1", "h2,1-2,,2021-08-01", "h3,2-1,2021-07-01", "h4,2-1,,,absent")
    journal = Journal(settled(tmp_path, households=households, pledges=events), HOUSEHOLDS)
    unit = {code: journal.dataset.atlas.only_bearer(code) for code in ("1-1", "1-2", "2-1")}
    assert journal.tally(JUNE, DAY) == {
        ((unit["1-1"], "", "in-force"), (unit["1-1"], "", "withdrawn")): 1,
        ((unit["1-2"], "", "in-force"), (None, "", "left")): 1,
        ((None, "", "not-yet"), (unit["2-1"], "", "unsigned")): 1,
        ((unit["2-1"], "absent", "unsigned"), (unit["2-1"], "absent", "unsigned")): 1,
    }


JOURNALS = [seed for seed in range(20) if "[pledges.household]" in random_book(seed)["antq.toml"]]


@pytest.mark.parametrize("seed", JOURNALS)
def test_a_tally_of_two_days_projects_to_those_of_each(seed: int, tmp_path: Path) -> None:
    files = random_book(seed)
    journal = Journal(dataset_of(write_book(tmp_path, files), {}), HOUSEHOLDS)
    first, *_, last = question_days(files)
    middle = question_days(files)[len(question_days(files)) // 2]
    both = journal.tally(first, middle)
    for place, day in enumerate((first, middle)):
        projected: Counter[tuple[object, ...]] = Counter()
        for standings, n in both.items():
            projected[(standings[place],)] += n
        assert projected == journal.tally(day)
    distinct = len(set(journal.pledgers.codes))
    assert {journal.tally(*days).total() for days in ((first,), (first, middle, last))} == {distinct}


def test_a_place_does_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    for number, lines in enumerate((MOVES, MOVES[::-1])):
        dataset = settled(tmp_path / str(number), households=lines)
        pledgers = Stretches(dataset, dataset.book.table("households"), Journal(dataset, HOUSEHOLDS).pledgers.names)
        days = [date(2021, 1, 1), date(2021, 4, 1), date(2021, 6, 1), DAY]
        places = [pledgers.place("h1", day) for day in days]
        assert [dataset.atlas.units[place].code for place in places if place is not None] == [
            "1-1",
            "2-1",
            "2-1",
            "1-2",
        ]
        assert pledgers.place("h9", DAY) is None


def test_an_area_that_moves_takes_its_households_along_and_counts_them_once(tmp_path: Path) -> None:
    lines = ("D,Huyện,district", "1,A,commune,D", "2,B,commune,D", "7,T,area,1,,2021-07-01", "7,T,area,2,2021-07-01")
    files = {
        "antq.toml": manifest("\n[pledges.household]\n"),
        "units": units(*lines),
        "crosswalk": crosswalk("2021-07-01,7,7,same"),
        "households": padded("household,area", "h1,7", "h2,7"),
        "pledges": padded("date,kind,pledger,event", *pledged("2021-06-01 h1 +")),
    }
    dataset = dataset_of(tmp_path, files)
    for day, communes in ((date(2021, 6, 30), [(1, 2), (0, 0)]), (date(2021, 7, 1), [(0, 0), (1, 2)])):
        assert [(row.num, row.den) for row in summary(dataset, day=day, by="commune").rows] == communes

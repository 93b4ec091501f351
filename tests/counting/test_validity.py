"""How long a signature holds, and how a pledge stands on a day."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.core.calendars import Period
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.counting.validity import IN_FORCE, LAPSED, UNSIGNED, WITHDRAWN, validity_of
from tests.counting.villages import pledged
from tests.helpers import crosswalk, dataset_of, figure, manifest, padded, units

CALENDARS = """
[calendars]
calendar = "01-01"
area-standard = "11-01"
tt23-area = { first = "10-31", last = "10-31" }
school = { first = "09-05", last = "05-31" }
"""
VILLAGE = ("D,Huyện,district", "1,Xã,commune,D", "1-1,Thôn,area,1")
MONTHS = "{ months = 12 }"


def village(folder: Path, validity: str, *events: str, households: tuple[str, ...] = ("h1,1-1", "h2,1-1")) -> Dataset:
    """A book of one area whose households sign by a rule."""
    rule = f'"{validity}"' if "{" not in validity else validity
    files = {
        "antq.toml": manifest(f"{CALENDARS}\n[pledges.household]\nvalidity = {rule}\n"),
        "units": units(*VILLAGE),
        "crosswalk": crosswalk(),
        "households": padded("household,area,joined,left,excluded", *households),
        "pledges": padded("date,kind,pledger,event", *pledged(*events)),
    }
    return dataset_of(folder, files)


@pytest.mark.parametrize(
    ("validity", "signed", "last_in_force", "lapsed"),
    [
        (MONTHS, "2021-03-15", "2022-03-14", "2022-03-15"),
        ("{ months = 1 }", "2021-01-31", "2021-02-28", "2021-03-01"),
        ('{ lapses = "months", months = 1 }', "2021-01-31", "2021-02-28", "2021-03-01"),
        (MONTHS, "2020-02-29", "2021-02-28", "2021-03-01"),
        ('{ lapses = "year", calendar = "calendar" }', "2021-01-01", "2021-12-31", "2022-01-01"),
        ('{ lapses = "year", calendar = "area-standard" }', "2021-10-31", "2021-10-31", "2021-11-01"),
        ('{ lapses = "year", calendar = "area-standard" }', "2021-11-01", "2022-10-31", "2022-11-01"),
        ('{ lapses = "year", calendar = "tt23-area" }', "2021-10-30", "2021-10-31", "2021-11-01"),
        ('{ lapses = "year", calendar = "tt23-area" }', "2021-10-31", "2022-10-31", "2022-11-01"),  # in two years
    ],
)
def test_a_signature_holds_to_its_last_day(
    validity: str, signed: str, last_in_force: str, lapsed: str, tmp_path: Path
) -> None:
    rule = validity_of(village(tmp_path, validity).manifest, "household")
    assert rule.state(f"{signed}signed", last_in_force) == IN_FORCE
    assert rule.state(f"{signed}signed", lapsed) == LAPSED
    assert rule.state(f"{signed}withdrawn", lapsed) == WITHDRAWN
    assert rule.state("", lapsed) == UNSIGNED


def test_until_withdrawn_never_lapses(tmp_path: Path) -> None:
    rule = validity_of(village(tmp_path, "until-withdrawn").manifest, "household")
    assert rule.state("0001-01-01signed", "9999-12-31") == IN_FORCE


def test_a_signature_in_a_gap_between_years_is_never_in_force(tmp_path: Path) -> None:
    rule = validity_of(village(tmp_path, '{ lapses = "year", calendar = "school" }').manifest, "household")
    assert rule.state("2021-07-01signed", "2021-07-01") == LAPSED
    assert rule.state("2021-05-31signed", "2021-05-31") == IN_FORCE


@pytest.mark.parametrize("validity", [MONTHS, '{ lapses = "year", calendar = "area-standard" }'])
def test_the_end_of_all_years_is_no_fault(validity: str, tmp_path: Path) -> None:
    rule = validity_of(village(tmp_path, validity).manifest, "household")
    assert rule.state("9999-12-01signed", "9999-12-30") == IN_FORCE


@pytest.mark.parametrize(
    ("events", "day", "num"),
    [
        (("2021-03-15 h1 +",), date(2022, 3, 14), 1),
        (("2021-03-15 h1 +",), date(2022, 3, 15), 0),
        (("2021-03-15 h1 +", "2022-03-01 h1 +"), date(2022, 3, 15), 1),  # signed again before it lapsed
        (("2021-03-15 h1 +", "2022-06-01 h1 +"), date(2022, 5, 31), 0),
        (("2021-03-15 h1 +", "2022-06-01 h1 +"), date(2022, 6, 1), 1),
        (("2021-03-15 h1 +", "2021-04-01 h1 -"), date(2021, 4, 1), 0),
    ],
)
def test_signing_again_begins_anew(events: tuple[str, ...], day: date, num: int, tmp_path: Path) -> None:
    found = figure(village(tmp_path, MONTHS, *events), "pledges.household", day=day)
    assert (found.num, found.den) == (num, 2)


# What happened within a period ------------------------------------------------------------------------------------

YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))


def within(dataset: Dataset, period: Period = YEAR) -> dict[str, tuple[int | None, int | None]]:
    """The flows of households at the top: numerator and denominator."""
    found = summarise(Family(dataset, "pledges"), Query(period.last, period=period))
    return {str(row.measure.part or row.measure.kind): (row.num, row.den) for row in found.rows}


def test_who_was_in_force_on_the_eve_and_did_not_sign_again_has_lapsed(tmp_path: Path) -> None:
    events = (
        "2021-05-01 h1 +",  # lapses within
        *("2021-05-01 h2 +", "2022-04-01 h2 +"),  # signed again
        *("2021-05-01 h3 +", "2022-04-01 h3 -"),  # withdrawn: was in force, and has not lapsed
        "2020-05-01 h4 +",  # had lapsed before
        "2021-05-01 h5 +",  # has left
        "2022-05-01 h6 +",  # is new
    )
    households = (*(f"h{n},1-1" for n in (1, 2, 3, 4, 6)), "h5,1-1,,2022-06-01")
    flows = within(village(tmp_path, MONTHS, *events, households=households))
    assert flows["lapsed"] == (1, 3)
    assert flows["signed"] == (2, None)
    assert flows["withdrawn"] == (1, None)
    assert flows["household"] == (2, 5)


def test_who_was_excluded_on_the_eve_was_not_in_force_and_who_is_excluded_is_not_eligible(tmp_path: Path) -> None:
    households = ("h1,1-1,,2022-02-01,absent", "h1,1-1,2022-02-01", "h2,1-1,,2022-02-01", "h2,1-1,2022-02-01,,vacant")
    dataset = village(tmp_path, MONTHS, "2021-05-01 h1 +", "2021-05-01 h2 +", households=households)
    assert within(dataset)["lapsed"] == (0, 0)


def test_both_days_of_a_period_count_and_no_other(tmp_path: Path) -> None:
    events = ("2021-12-31 h1 +", "2022-01-01 h1 +", "2022-12-31 h1 +", "2023-01-01 h1 +")
    assert within(village(tmp_path, MONTHS, *events))["signed"] == (2, None)


def test_rows_that_repeat_count_once_and_those_of_strangers_not_at_all(tmp_path: Path) -> None:
    events = ("2022-01-01 h1 +", "2022-01-01 h1 +", "2022-01-01 h9 +")
    dataset = village(tmp_path, MONTHS, *events)
    rows = summarise(Family(dataset, "pledges"), Query(YEAR.last, period=YEAR)).rows
    signed = next(row for row in rows if str(row.measure) == "pledges.household.signed")
    assert (signed.num, signed.left_out, signed.figure) == (1, 1, "pledges.household.signed@D:2022-01-01..2022-12-31")


def test_flows_of_parts_add_up_to_those_of_the_whole(tmp_path: Path) -> None:
    events = ("2022-02-01 h1 +", "2022-06-30 h1 -", "2022-07-01 h1 +", "2022-11-01 h2 +")
    dataset = village(tmp_path, MONTHS, *events)
    halves = [within(dataset, Period(date(2022, 1, 1), date(2022, 6, 30)))]
    halves.append(within(dataset, Period(date(2022, 7, 1), date(2022, 12, 31))))
    for part in ("signed", "withdrawn"):
        assert within(dataset)[part][0] == sum(half[part][0] or 0 for half in halves)

"""Issuers: from a day until another, one at a time; the paper of a year keeps the head of that year."""

from datetime import date, timedelta

import pytest

from antq_cli.core.issuers import Issuer, Reports
from antq_cli.reading.manifest import read_manifest
from tests.cli.harness import PUBLISHED, SAMPLE

MERGER = date(2025, 7, 1)
EVE = MERGER - timedelta(days=1)


def issuer(name: str = "UBND", unit: str = "1", from_: date | None = None, until: date | None = None) -> Issuer:
    return Issuer.model_validate(
        {"unit": unit, "body": [name], "place": "A", "symbol": "/BC", "from": from_, "until": until}
    )


@pytest.mark.parametrize(
    ("day", "unit", "found"),
    [(EVE, "1", "old"), (date.min, "1", "old"), (MERGER, "1", "new"), (date.max, "1", "new"), (MERGER, "2", None)],
)
def test_the_unit_and_the_day_choose_who_issues(day: date, unit: str, found: str | None) -> None:
    reports = Reports(issuers=(issuer("old", until=MERGER), issuer("new", from_=MERGER)))
    chosen = reports.issuer(unit, day)
    assert (None if chosen is None else chosen.body[0]) == found


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (issuer(until=MERGER), issuer(from_=MERGER), False),
        (issuer(until=MERGER), issuer(from_=EVE), True),
        (issuer(), issuer(), True),
        (issuer(), issuer(unit="2"), False),
        (issuer(from_=EVE, until=EVE), issuer(), False),  # it issues on no day: S015
    ],
)
def test_two_of_one_unit_meet_where_there_is_a_day_of_both(one: Issuer, other: Issuer, meets: bool) -> None:
    assert (one.meets(other), other.meets(one)) == (meets, meets)


@pytest.mark.parametrize(
    ("unit", "day", "body"),
    [
        ("390", date(2021, 8, 31), "ỦY BAN NHÂN DÂN HUYỆN CẨM THỦY"),
        ("390", MERGER, None),
        ("15127", date(2021, 8, 31), None),  # the town of that code
        ("15127", MERGER, "ỦY BAN NHÂN DÂN XÃ CẨM THỦY"),
        ("cam-thuy", MERGER, None),  # a group is no administrative unit
    ],
)
def test_the_sample_has_the_heads_of_both_times(unit: str, day: date, body: str | None) -> None:
    manifest, _ = read_manifest((SAMPLE / "antq.toml").read_bytes())
    found = manifest.report.issuer(unit, day)
    assert (None if found is None else " ".join(found.body)) == body


def test_a_book_of_one_district_has_one() -> None:
    manifest, _ = read_manifest((PUBLISHED / "antq.toml").read_bytes())
    (found,) = manifest.report.issuers
    assert (found.unit, found.symbol, found.name) == ("390", "/BC-UBND", "UBND huyện Cẩm Thủy")

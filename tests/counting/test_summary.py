"""What every counting command returns: rows, totals, states, ids."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.findings import Refused, Uncountable
from antq_cli.core.measures import parse_figure
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of
from tests.counting.villages import HOUSEHOLD, RETURNED, pledged, settled, village
from tests.helpers import DAY, codes, figure, findings_of, open_at, reported, rows_of, summary, write_book

SAMPLE = Path(__file__).parents[2] / "data" / "cam-thuy-sample"
LIVING = ("h1,1-1", "h2,1-2", "h3,2-1", "h4,1", "h5,D")
EVENTS = pledged("2021-08-01 h1 +", "2021-08-01 h4 +")


def test_the_published_figures_come_out_of_the_sample() -> None:
    dataset = Dataset(open_at(SAMPLE))
    found = summary(dataset)
    assert reported(dataset.collector) == []
    assert [(row.figure, row.num, row.den, row.percent, row.remaining) for row in found.rows] == [
        ("pledges.household@390:2021-08-31", 25915, 29853, "86.81", 3938),
        ("pledges.commune@390:2021-08-31", 17, 17, "100.00", 0),
        ("pledges.area@390:2021-08-31", 119, 119, "100.00", 0),
        ("pledges.student@390:2021-08-31", 9855, 10402, "94.74", 547),
        ("pledges.organisation@390:2021-08-31", 30, 105, "28.57", 75),
        ("pledges.registration@390:2021-08-31", 1490, 29853, "4.99", 28363),
    ]
    assert (found.totals, found.before_everything) == ((), False)


@pytest.mark.parametrize(
    ("unit", "by", "expected"),
    [
        ("D", "", [("D", "district", 2, 5)]),
        ("D", "district", [("D", "district", 2, 5)]),
        ("D", "commune", [("1", "commune", 2, 3), ("2", "commune", 0, 1), ("D", None, 0, 1)]),
        ("D", "area", [("1-1", "area", 1, 1), ("1-2", "area", 0, 1), ("2-1", "area", 0, 1), ("D", None, 1, 2)]),
        ("D", "cluster", [("D", None, 2, 5)]),
        ("1", "", [("1", "commune", 2, 3)]),
        ("1", "area", [("1-1", "area", 1, 1), ("1-2", "area", 0, 1), ("1", None, 1, 1)]),
        ("1", "commune", [("1", "commune", 2, 3)]),
        ("1-1", "area", [("1-1", "area", 1, 1)]),
        ("1-1", "commune", [("1-1", None, 1, 1)]),
        ("2", "district", [("2", None, 0, 1)]),
    ],
    ids=str,
)
def test_rows_always_add_up_to_the_unit(
    unit: str, by: str, expected: list[tuple[str, str | None, int, int]], tmp_path: Path
) -> None:
    found = summary(settled(tmp_path, households=LIVING, pledges=EVENTS), unit=unit, by=by)
    assert [(row.unit, row.level, row.num, row.den) for row in found.rows] == expected
    total = figure(settled(tmp_path, households=LIVING, pledges=EVENTS), "pledges.household", unit)
    assert [*found.totals] == ([total] if by else [])
    assert (sum(row.num or 0 for row in found.rows), sum(row.den or 0 for row in found.rows)) == (total.num, total.den)


def test_an_id_leads_back_to_the_figure_and_a_rest_has_none(tmp_path: Path) -> None:
    for row in summary(settled(tmp_path, households=LIVING, pledges=EVENTS), by="commune").rows:
        if row.level is None:
            assert row.figure is None
        else:
            assert row.figure is not None
            found = parse_figure(row.figure)
            assert found is not None
            assert (found.measure, found.unit, found.last, found.first) == (row.measure, row.unit, DAY, None)


def test_kinds_stand_in_the_order_of_the_manifest_and_rows_in_that_of_codes(tmp_path: Path) -> None:
    kinds = f"\n[pledges.area]\n{HOUSEHOLD}\n[pledges.commune]\n"
    found = summary(settled(tmp_path, kinds, households=LIVING, pledges=()), by="commune")
    assert [kind.id for kind in found.kinds] == ["area", "household", "commune"]
    assert [(row.unit, str(row.measure)) for row in found.rows][:4] == [
        ("1", "pledges.area"),
        ("1", "pledges.household"),
        ("1", "pledges.commune"),
        ("2", "pledges.area"),
    ]


def test_without_a_denominator_a_journal_says_so(tmp_path: Path) -> None:
    row = figure(settled(tmp_path, households=("h1,1-1,,,absent",), pledges=()), "pledges.household")
    assert (row.state, row.num, row.den, row.percent, row.remaining) == ("no-denominator", 0, 0, None, None)
    assert (row.reported, row.expected, row.counted_on) == (None, None, None)


@pytest.mark.parametrize(
    ("day", "before"), [(date(2021, 7, 31), True), (date(2021, 8, 1), False), (date(2021, 8, 2), False)], ids=str
)
def test_before_the_first_dated_row_nothing_is_anything(day: date, before: bool, tmp_path: Path) -> None:
    found = summary(settled(tmp_path, households=LIVING, pledges=EVENTS), day=day)
    assert (found.before_everything, found.anything) == (before, not before)


def test_the_first_dated_row_is_looked_for_in_the_registers_that_were_read(tmp_path: Path) -> None:
    kinds = f"{RETURNED}[teams.antt]\n"
    dataset = settled(tmp_path, kinds, returns=("2021-08-01,1-1,pledges.household,1,1",), teams=("t,antt,D",))
    assert not summary(dataset, "teams", date(2000, 1, 1)).before_everything
    assert summary(dataset, "pledges", date(2000, 1, 1)).before_everything


@pytest.mark.parametrize(("second", "before"), [("t2,antt,1-2,2021-08-02", True), ("t2,antt,1-2", False)])
def test_before_the_first_team_there_is_nothing_unless_one_has_always_been_there(
    second: str, before: bool, tmp_path: Path
) -> None:
    dataset = settled(tmp_path, "[teams.antt]\n", teams=("t,antt,1-1,2021-08-01", second))
    assert summary(dataset, "teams", date(2021, 7, 31)).before_everything is before
    assert not summary(dataset, "teams", date(2021, 8, 1)).before_everything


def test_a_command_reads_only_what_it_needs(tmp_path: Path) -> None:
    kinds = f"{RETURNED}[teams.antt]\n"
    dataset = settled(tmp_path, kinds, returns=(), teams=("t,antt,D",), households=("x",), pledges=("x",))
    assert figure(dataset, "teams.antt").num == 1
    assert not any(dataset.book.was_read(name) for name in ("returns", "households", "pledges", "organisations"))


@pytest.mark.parametrize(
    ("registers", "code"),
    [
        ({"households": ("h1,1-1",)}, "F019"),
        ({"pledges": ()}, "F019"),
        ({"households": ("h1,1-1,,,,,",), "pledges": ()}, "F012"),
    ],
)
def test_a_register_that_is_missing_or_refused_gives_no_figures(
    registers: dict[str, tuple[str, ...]], code: str, tmp_path: Path
) -> None:
    dataset = settled(tmp_path, HOUSEHOLD, **registers)
    with pytest.raises(Refused) as refused:
        summary(dataset)
    assert codes(refused.value.findings) == {code: 1}


def test_what_is_refused_beside_the_units_is_told_with_them(tmp_path: Path) -> None:
    files = village(RETURNED) | {"returns": "date,unit\n"}
    book = open_at(write_book(tmp_path, files | {"units": files["units"] + "short\n"}))
    with pytest.raises(Uncountable) as refused:
        Dataset(book, registers_of(book.manifest, "pledges", "household"))
    assert codes(refused.value.findings) == {"F011": 1}
    assert codes(reported(book.collector)) == {"F011": 1, "F014": 2}


@pytest.mark.parametrize(
    ("family", "kind", "registers"),
    [
        ("pledges", "household", ["pledges", "households"]),
        ("pledges", "second", ["pledges", "households"]),
        ("pledges", "organisation", ["pledges", "organisations"]),
        ("pledges", "area", ["pledges"]),
        ("pledges", "student", ["returns"]),
        ("teams", "antt", ["teams"]),
        ("teams", "anxh", ["returns"]),
    ],
)
def test_which_registers_a_kind_is_counted_from(family: str, kind: str, registers: list[str], tmp_path: Path) -> None:
    kinds = '\n[pledges.household]\n[pledges.second]\nsubject = "household"\n[pledges.organisation]\n[pledges.area]\n'
    kinds += '[pledges.student]\nsource = "returns"\n[teams.antt]\n[teams.anxh]\nsource = "returns"\n'
    book = open_at(write_book(tmp_path, village(kinds)))
    assert list(registers_of(book.manifest, family, kind)) == registers


def test_a_unit_of_an_unknown_level_can_be_counted(tmp_path: Path) -> None:
    dataset = settled(
        tmp_path,
        f'{RETURNED}grain = "commune"\n',
        extra=("X,Vùng,vung,D", "2,Xã Hai,commune,X"),
        returns=("2021-08-01,2,pledges.household,3,4",),
    )
    row = figure(dataset, "pledges.household", "X")
    assert (row.num, row.den, row.level, row.left_out) == (3, 4, "vung", 1)
    assert codes(findings_of(dataset)) == {"X103": 1}
    assert [row.num for row in rows_of(summary(dataset, by="commune"), "pledges.household")] == [None, 3, None]


@pytest.mark.parametrize(("needed", "told"), [((), {}), (("returns",), {"F019": 1})], ids=["not needed", "needed"])
def test_a_register_that_is_missing_is_told_also_where_the_map_is_refused(
    needed: tuple[str, ...], told: dict[str, int], tmp_path: Path
) -> None:
    book = open_at(write_book(tmp_path, village(RETURNED) | {"units": "x\n"}))
    with pytest.raises(Refused):
        Dataset(book, needed)
    found = codes(reported(book.collector))
    assert {code: n for code, n in found.items() if code == "F019"} == told
    assert found.total() > sum(told.values())  # those of the map

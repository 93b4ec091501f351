"""CSV for machines, and for people who open it in Excel."""

import csv
import io
from datetime import date

import pytest

from antq_cli.render.hands import EXCEL, MACHINE
from tests.cli.harness import run


@pytest.mark.parametrize(
    ("column", "value", "machine", "excel"),
    [
        ("num", 25915, "25915", "25915"),
        ("percent", "86.81", "86.81", "86,81"),
        ("change_points", "-16.67", "-16.67", "-16,67"),
        ("change_num", -1, "-1", "-1"),
        ("counted_to", date(2021, 8, 31), "2021-08-31", "31/08/2021"),
        ("met", True, "true", "true"),
        ("percent", None, "", ""),
        ("unit", "15127-01", "15127-01", "15127-01"),
        ("figure", "pledges.household@390:2021-08-31", "pledges.household@390:2021-08-31", None),
        ("unit_name", "2.5", "2.5", "2.5"),
        ("value", "86.81%", "86.81%", "86.81%"),
        ("unit_name", "=2+5", "'=2+5", "'=2+5"),
        ("unit_name", "+84", "'+84", "'+84"),
        ("unit_name", "-2+3", "'-2+3", "'-2+3"),
        ("unit_name", "@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)"),
        ("unit_name", "a;b", "a;b", '"a;b"'),
        ("unit_name", "a,b", '"a,b"', "a,b"),
    ],
)
def test_a_cell_for_machines_and_for_excel(column: str, value: object, machine: str, excel: str | None) -> None:
    assert MACHINE.line([column, "x"], [value, "x"]) == f"{machine},x\n"
    assert EXCEL.line([column, "x"], [value, "x"]) == f"{machine if excel is None else excel};x\r\n"


def test_a_file_for_excel_has_the_same_rows_and_begins_with_a_bom() -> None:
    line = "-b tests/books/areas pledges summary --by commune --vs 2021"
    machine, excel = run(f"{line} -f csv"), run(f"{line} -f csv --excel")
    assert (machine.out[:3], excel.out[:3]) == (b"fig", b"\xef\xbb\xbf")
    assert excel.out.count(b"\r\n") == excel.out.count(b"\n") == machine.out.count(b"\n")
    told = list(csv.DictReader(io.StringIO(excel.out.decode("utf-8-sig"), newline=""), delimiter=";"))
    rows = list(csv.DictReader(io.StringIO(machine.stdout)))
    assert [(row["figure"], row["num"]) for row in told] == [(row["figure"], row["num"]) for row in rows]
    assert [row["percent"] for row in told] == [row["percent"].replace(".", ",") for row in rows]
    days = ["/".join(reversed(row["counted_to"].split("-"))) for row in rows]
    assert [row["counted_to"] for row in told] == days
    assert any(days)


def test_the_annex_for_excel_has_the_words_of_the_page_in_its_header() -> None:
    """Every column is named, none like another; the rows, and what machines are told, are as they were."""
    line = "-b data/cam-thuy-sample summary --by commune --vs 2021-07"
    machine, headers = run(f"{line} -f csv --lang vi").stdout.splitlines(), {}
    for lang in ("vi", "en"):
        header, *rows = run(f"{line} --excel --lang {lang}").stdout.removeprefix("\ufeff").splitlines()
        headers[lang] = header.split(";")
        assert [row.partition(";")[0] for row in rows] == [row.partition(",")[0] for row in machine[1:]]
    fields = machine[0].split(",")
    assert len(fields) == len(headers["vi"]) == len(set(headers["vi"])) == len(set(headers["en"]))
    assert not any(name in fields for each in headers.values() for name in each)
    named = {
        "number": ("STT", "No."),
        "unit_name": ("Đơn vị", "Unit"),
        "pledges.household_num": ("Hộ gia đình", "Households"),
        "pledges.household_percent": ("Tỷ lệ (Hộ gia đình)", "Rate (Households)"),
        "pledges.household_change_num": ("±số ký (Hộ gia đình)", "±signed (Households)"),
        "standards.area.met_den": ("Tổng số (Khu dân cư: đạt)", "Total (Residential areas: met)"),
        "teams.antt_change_num": ("±số (Tổ an ninh trật tự)", "±count (Security-and-order team)"),
        "models": ("Điểm mô hình", "Models"),
    }
    at = {field: (headers["vi"][n], headers["en"][n]) for n, field in enumerate(fields)}
    assert {field: at[field] for field in named} == named


def test_headers_of_other_files_for_excel_are_the_names_of_the_fields() -> None:
    line = "-b tests/books/areas pledges summary --by commune"
    machine, excel = (run(f"{line} {form} --lang vi").stdout.splitlines()[0] for form in ("-f csv", "--excel"))
    assert excel.removeprefix("\ufeff").split(";") == machine.split(",")

"""Last month's number never stands unmarked under this month's date."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import run
from tests.independent.books import write_book

MANIFEST = """schema = 1
[campaign]
id = "old"
title.vi = "Sổ thử"
title.en = "A test book"
top = "1"
data = "synthetic"
[[levels]]
id = "district"
[[levels]]
id = "commune"
[[levels]]
id = "area"
[returns]
every = "month"
[pledges.household]
source = "returns"
"""
COMMUNES, AREAS = range(1, 13), range(1, 6)


@pytest.fixture
def book(tmp_path: Path) -> str:
    """Sixty areas in twelve communes; the third commune sent nothing for October, and the double for November."""
    units, returns = ["code,name,level,parent", "1,Huyện,district,"], ["date,unit,measure,count,total"]
    for commune in COMMUNES:
        units.append(f"1-{commune},Xã {commune},commune,1")
        for area in AREAS:
            units.append(f"1-{commune}-{area},Bản {area},area,1-{commune}")
            sent = {"2024-09-30": 20, "2024-10-31": 21, "2024-11-30": 22}
            days = [day for day in sent if (commune, day) != (3, "2024-10-31")]
            returns += [f"{day},1-{commune}-{area},pledges.household,{sent[day]},50" for day in days]
    files = {"antq.toml": MANIFEST, "units.csv": "\n".join(units) + "\n", "returns.csv": "\n".join(returns) + "\n"}
    return f"pledges {{}} -b {write_book(tmp_path, files)}"


def told(line: str, lang: str = "vi") -> list[str]:
    return run(f"{line} --lang {lang}", 160).stdout.split("\n")


@pytest.mark.parametrize("day", ["--period 2024-10", "--as-of 2024-10-31"])
def test_rows_the_total_and_the_title_say_so(book: str, day: str) -> None:
    line = f"{book.format('summary')} {day} --by commune"
    _, title, *rows = told(line)
    assert "· số liệu báo cáo từ ngày 30/09/2024 đến ngày 31/10/2024 ·" in title
    marked = [row for row in rows if "số" in row]
    assert [row.split("  ")[0] for row in marked] == ["1-3", ""]
    assert marked[0].endswith("  số liệu ngày 30/09/2024")
    assert marked[1].endswith("  5/60 nơi dùng số liệu cũ")
    english = "\n".join(told(line, "en"))
    assert "with returns of 30/09/2024 to 31/10/2024" in english
    assert "number of 30/09/2024\n" in english
    assert "5 of 60 use old numbers\n" in english


def test_where_all_are_of_the_day_nothing_is_said(book: str) -> None:
    assert "số liệu báo cáo từ" not in (
        said := "\n".join(told(f"{book.format('summary')} --as-of 2024-11-30 --by commune"))
    )
    assert "số liệu cũ" not in said


def test_json_says_how_many_and_which_changes_rest_on_them(book: str) -> None:
    line = f"{book.format('summary')} --period 2024-11 --vs 2024-10 --by commune"
    document = run(f"{line} -f json").json
    rows: list[dict[str, Any]] = [*document["rows"], *document["totals"]]
    stock = {row["unit"]: row for row in rows if row["measure"] == "pledges.household"}
    assert {unit: row["old"] for unit, row in stock.items()} == dict.fromkeys(stock, 0)
    assert [(unit, row["before"]["old"]) for unit, row in stock.items() if row["change"]["old"]] == [
        ("1-3", 5),
        ("1", 5),
    ]
    said = told(line)
    (leap,) = (row for row in said if row.startswith("1-3 "))
    assert ("+4,00 †" in leap, leap.endswith("kỳ so sánh là số liệu ngày 30/09/2024")) == (True, True)
    assert not any("†" in row for row in said if row.startswith("1-4 "))
    assert sum(row.startswith("† ") for row in said) == 1


def test_without_old_ones_their_units_have_not_reported(book: str) -> None:
    line = f"{book.format('summary')} --period 2024-10 --by commune --fresh"
    _, title, *rows = told(line)
    assert "không tính số liệu cũ" in title
    assert [row.rstrip().rsplit("  ", 1)[1].strip() for row in rows if "báo cáo" in row] == [
        "chưa báo cáo",
        "55/60 đơn vị đã báo cáo",
    ]
    document = run(f"{line} -f json").json
    assert document["fresh"] is True
    assert {row["old"] for row in document["totals"] if row["measure"] == "pledges.household"} == {0}


def test_a_trend_says_of_each_point(book: str) -> None:
    rows = told(f"{book.format('trend')} --as-of 2024-11-30")
    points = {row[:13].strip(): row for row in rows if row.startswith("Tháng ")}
    assert {name: "5/60 nơi dùng số liệu cũ" in row for name, row in points.items()} == {
        "Tháng 9/2024": False,
        "Tháng 10/2024": True,
        "Tháng 11/2024": False,
    }
    assert {name: "†" in row for name, row in points.items()} == {
        "Tháng 9/2024": False,
        "Tháng 10/2024": True,
        "Tháng 11/2024": True,
    }


def test_a_claim_says_on_which_its_answer_rests(book: str) -> None:
    folder = book.partition("-b ")[2]
    ids = {"old": "1-3:2024-10-31,100/250", "some": "1:2024-10-31,1255/3000", "new": "1-4:2024-10-31,105/250"}
    lines = [f"{id_},pledges.household@{written},báo" for id_, written in ids.items()]
    Path(folder, "claims.csv").write_text("\n".join(["id,figure,value,source", *lines, ""]), "utf-8")
    held = {row["id"]: row for row in run(f"claims -b {folder} -f json").json["rows"]}
    assert {id_: (row["verdict"], row["computed"]["old"]) for id_, row in held.items()} == {
        "old": ("agrees", 5),
        "some": ("agrees", 5),
        "new": ("agrees", 0),
    }
    said = {row.split()[0]: row for row in told(f"claims -b {folder}") if row}
    assert "; số liệu ngày 30/09/2024" in said["old"]
    assert "; 5/60 nơi dùng số liệu cũ" in said["some"]
    assert "số liệu" not in said["new"]


def test_the_months_page_and_the_annex_without_old_ones(book: str) -> None:
    folder = book.partition("-b ")[2]
    for line in (f"summary -b {folder} --period 2024-10", f"summary -b {folder} --by commune --as-of 2024-10-31"):
        assert "số liệu báo cáo từ ngày 30/09/2024 đến ngày 31/10/2024" in told(line)[1]
        assert "không tính số liệu cũ" in told(f"{line} --fresh")[1]
        (whole,) = (row for row in told(f"{line} --fresh -f csv") if "Xã 3" in row or "@1:2024-10-31" in row)
        assert "not-reported" in whole or "partial" in whole


@pytest.mark.parametrize("name", ["Xã 3", "Xã 4"])
def test_their_changes_have_the_mark_where_they_rest_on_old_ones_and_nowhere_else(book: str, name: str) -> None:
    """The month's page of a commune, and the annex, whose row it is."""
    folder, old = book.partition("-b ")[2], name == "Xã 3"
    for lang, meant in (("vi", "† dựa vào số liệu cũ"), ("en", "† rests on an old number")):
        page = told(f"summary -b {folder} --period 2024-11 --unit 1-{name[-1]}", lang)
        (moved,) = (row for row in page if "110/250" in row)
        assert (moved.count("†"), sum(row.startswith(meant) for row in page)) == ((2, 1) if old else (0, 0))
        annex = told(f"summary -b {folder} --by commune --as-of 2024-11-30 --vs 2024-10-31", lang)
        (row,) = (row for row in annex if f" {name} " in row)
        assert ("†" in row, sum(row.startswith(meant) for row in annex)) == (old, 1)
    document = run(f"summary -b {folder} --period 2024-11 --unit 1-{name[-1]} -f json").json
    assert [row["change"]["old"] for row in document["rows"]] == [old]

"""What somebody meets first who has kept other tables until now: one sentence says all of it, and what was meant."""

from collections.abc import Sequence

import pytest

from antq_cli.core.findings import Finding
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.files import read_parts
from antq_cli.reading.forms import counts_meant, days_meant
from antq_cli.reading.headings import column_meant
from antq_cli.reading.toml import parse
from antq_cli.words.speech import speech, suggestion
from tests.helpers import shown


def found_in(name: str, text: str) -> list[Finding]:
    (part,) = read_parts(REGISTERS[name], {f"{name}.csv": text.encode()})
    return part.findings


def told(name: str, text: str, lang: str = "en") -> list[tuple[str, str]]:
    """The codes of what is found in a file and what is wrong, as it is said."""
    return [(found.rule.code, speech(lang).describe(shown(found)).what) for found in found_in(name, text)]


# ---------------------------------------------------------------------------------------------------- separators

SAVED_BY_EXCEL = "\ufeffdate;unit;measure;count;total\r\n31/08/2021;390;pledges.student;9855;9.855\r\n" + (
    "30/09/2021;390;pledges.student;9855;9.855\r\n" * 400
)


def test_a_file_that_excel_saved_where_a_comma_is_decimal_is_one_finding() -> None:
    separated = "Tệp ngăn cách ô bằng dấu chấm phẩy (;), không phải dấu phẩy"
    days = "ngày cũng phải đổi, 31/08/2021 thành 2021-08-31"
    assert told("returns", SAVED_BY_EXCEL, "vi") == [("F020", f"{separated}; {days}.")]
    (found,) = found_in("returns", SAVED_BY_EXCEL)
    assert (found.place[1:], found.excerpt) == ((1, 5), "date;unit;measure;count;total")


def test_days_that_are_written_as_they_should_be_need_no_change() -> None:
    text = "date\tunit\tmeasure\tcount\n2021-08-31\t390\tpledges.student\t9\n"
    assert told("returns", text, "en") == [("F020", "The cells are separated by tabs, not by commas.")]


def test_all_that_is_wrong_with_a_header_is_told_in_one_run() -> None:
    text = "SỔ ĐƠN VỊ\t\n\nMã\tTên\tCấp\nT\tTop\tdistrict\n"
    assert [(found.rule.code, found.place.line) for found in found_in("units", text)] == [
        ("F021", 1),
        ("F020", 3),
        ("F022", 3),
    ]


@pytest.mark.parametrize(
    "text",
    ["code,name,level\nT;U,Top;a,district\n", "code,name,level,act;\nT,x,l,\n", 'code,name\nT,"x;y;z"\n'],
)
def test_semicolons_in_cells_separate_nothing(text: str) -> None:
    assert "F020" not in [found.rule.code for found in found_in("units", text)]


# ------------------------------------------------------------------------------------------------------- headers


def test_a_header_in_vietnamese_is_told_as_it_should_be() -> None:
    (found,) = found_in("units", "Mã,Tên,Cấp,Đơn vị cấp trên,Dân số\nT,Top,district,,\n")
    prose = speech("vi").describe(shown(found))
    assert prose.what == (
        "Dòng tiêu đề dùng tên cột khác: Mã → code, Tên → name, Cấp → level, Đơn vị cấp trên → parent."
    )
    assert prose.remedy == (
        "Ghi dòng tiêu đề là code,name,level,parent,Dân số. `antq fmt --mend TỆP` tự ghi nếu nhận ra mọi tên cột."
    )


def test_a_single_heading_in_vietnamese_is_told_with_its_column() -> None:
    unknown, missing = sorted(found_in("units", "code,Tên,level\nT,Top,district\n"), key=lambda found: found.rule.code)
    assert (unknown.rule.code, missing.rule.code) == ("F013", "F014")
    assert suggestion(shown(unknown)) == "name"


def test_a_first_line_that_names_nothing_is_told_with_the_columns_that_there_are() -> None:
    assert told("claims", "x,y\n1,2\n") == [("F010", "The first line names no column of claims.")]


@pytest.mark.parametrize(
    ("register", "heading", "column"),
    [
        ("units", "MÃ", "code"),
        ("households", "Mã", "household"),
        ("households", "Khu dân cư", "area"),
        ("returns", "Tổng số", "total"),
        ("returns", " Date ", "date"),
        ("pledges", "Họ tên", None),
    ],
)
def test_which_column_a_heading_means(register: str, heading: str, column: str | None) -> None:
    assert column_meant(REGISTERS[register], heading) == column


@pytest.mark.parametrize("name", REGISTERS)
def test_no_heading_means_two_columns(name: str) -> None:
    """The own name of a column goes before the words for another one."""
    columns = [column.name for column in REGISTERS[name].columns]
    assert [column_meant(REGISTERS[name], column.upper()) for column in columns] == columns


# ------------------------------------------------------------------------------------------------------ whole columns

PLEDGES = "date,kind,pledger,event\n"


def test_a_column_of_days_as_on_paper_is_one_finding_with_its_count() -> None:
    text = PLEDGES + "".join(f"{n % 28 + 1:02}/08/2021,household,h-{n},signed\n" for n in range(1, 363))
    written = "Column date: cells written with the day first: 362"
    assert told("pledges", text) == [("D115", f"{written}; the first, 02/08/2021, would be 2021-08-02.")]
    (part,) = read_parts(REGISTERS["pledges"], {"x.csv": text.encode()})
    assert (len(part.broken), len(part)) == (362, 0)


@pytest.mark.parametrize(
    ("cells", "meant"),
    [
        (["31/08/2021"], ["2021-08-31"]),
        (["03/08/2021"], [None]),  # a single one can be read in two ways
        (["08/08/2021"], ["2021-08-08"]),
        (["03/08/2021", "04/08/2021"], ["2021-08-03", "2021-08-04"]),
        (["03/08/2021", "08/31/2021"], ["2021-03-08", "2021-08-31"]),
        (["31/08/2021", "08/31/2021"], [None, None]),
        (["5-1-2021", "31.8.21"], ["2021-01-05", "2021-08-31"]),
        (["31/08/2021 00:00:00", "31/08/2021 09:30"], ["2021-08-31", None]),
        (["2021/8/31", "20210831", "2021-8-1"], ["2021-08-31", "2021-08-31", "2021-08-01"]),
        (["44439", "44440", "19999", "73051"], ["2021-08-31", "2021-09-01", None, None]),
        (["31/02/2021", "2021-13-05", "hôm qua", ""], [None, None, None, None]),
    ],
)
def test_what_day_is_meant(cells: Sequence[str], meant: Sequence[str | None]) -> None:
    found = days_meant(cells)
    assert [found[cell].text if cell in found else None for cell in cells] == meant


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("25.915", "25915"),
        ("1,025,915", "1025915"),
        ("25 915", "25915"),
        ("25915.0", "25915"),
        ("25915.5", None),
        ("25.91", None),
        ("1.025,915", None),
        ("0.915", None),
        ("-25.915", None),
    ],
)
def test_what_count_is_meant(cell: str, meant: str | None) -> None:
    found = counts_meant([cell])
    assert (found[cell].text if cell in found else None) == meant


def test_counts_with_points_are_one_finding_and_others_stay_their_own() -> None:
    text = "date,unit,measure,count,total\n" + "".join(
        f"2021-08-{n:02},390,pledges.student,{count},\n"
        for n, count in enumerate(["1.234", "9.855", "1.000", "hai", "9855.0"], 1)
    )
    assert told("returns", text) == [
        ("D115", "Column count: cells written with signs between the thousands: 3; the first, 1.234, would be 1234."),
        ("D104", "Column count: hai is not a count."),
        ("D104", "Column count: 9855.0 is not a count."),
    ]


def test_a_column_of_numbers_that_may_name_households_is_not_told() -> None:
    """Somebody put the codes of households where the days stand."""
    for found in map(shown, found_in("pledges", PLEDGES + "44439,household,x,signed\n44440,household,y,signed\n")):
        assert not any(text in str(found) for text in ("44439", "2021-08-31"))


# ---------------------------------------------------------------------------------------------------- commas in counts

RETURNS = "date,unit,measure,count,total,note\n"
ROW = "2021-08-31,390,pledges.student,"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["25,915,29,853,x"], ("F024", 32, "count", "25,915", "25915", 1)),
        (["915,29,853,x", "5,6,x", "1,025,915,5,x"], ("F024", 36, "total", "29,853", "29853", 2)),
        (["1,025,915,2,000,000,x"], ("F024", 32, "count", "1,025,915", "1025915", 1)),
    ],
)
def test_a_comma_in_a_count_is_told_at_its_cells(rows: Sequence[str], expected: tuple[object, ...]) -> None:
    (found,) = found_in("returns", RETURNS + "".join(f"{ROW}{row}\n" for row in rows))
    told = (found.values[name] for name in ("column", "value", "right", "n"))
    assert (found.rule.code, found.place.column, *told) == expected


@pytest.mark.parametrize("row", ["915,853,x,y", "915,85,x,y", "25,915,29,853,x,y", "0,915,5,x", "915,853,,"])
def test_a_long_row_that_no_such_comma_explains_is_a_long_row(row: str) -> None:
    assert [found.rule.code for found in found_in("returns", f"{RETURNS}{ROW}{row}\n")] == ["F012"]


def test_a_comma_in_a_count_is_told_whatever_else_the_header_lacks() -> None:
    text = f"date,unit,measure,count,totl,count\n{ROW}25,915,x,5\n"
    assert [found.rule.code for found in found_in("returns", text)] == ["F013", "F015", "F024"]


# ------------------------------------------------------------------------------------------------- rows that are none


@pytest.mark.parametrize("row", ["Tổng cộng,,,84,", ",CỘNG:,,84,84", ",,Tổng cộng toàn huyện,84,"])
def test_a_row_of_totals_is_one_finding(row: str) -> None:
    text = f"date,unit,measure,count,total\n2021-08-31,390,pledges.student,84,84\n{row}\n"
    assert told("returns", text) == [("D116", "This is a row of totals; such rows in the file: 1.")]


def test_rows_of_commas_are_one_finding_and_a_row_that_can_be_read_is_none_of_totals() -> None:
    text = "code,name,level\nT,Tổng,district\n,,\n,,\n,,\nU,,area\n"
    assert told("units", text) == [
        ("D116", "This is a row without anything; such rows in the file: 3."),
        ("D105", "The column name is blank."),
    ]


# -------------------------------------------------------------------------------------------------------- two versions


def test_two_versions_beside_each_other_are_named_and_nothing_else() -> None:
    text = "code,name,level\n<<<<<<< HEAD\nT,a,x\n=======\nT,b,x\n>>>>>>> theirs\n" * 2
    (found,) = found_in("units", text)
    assert (found.rule.code, found.place.line, found.values["n"]) == ("F023", 2, 2)
    refused = parse("antq.toml", f"schema = 1\n{text}".encode())
    assert isinstance(refused, Finding)
    assert (refused.rule.code, refused.place.line) == ("F023", 3)

"""What each row of a sheet is, and what its headings say: nothing is passed over, and what cannot be told says so."""

from pathlib import Path

import pytest

from antq_cli.core.findings import Refused
from antq_cli.core.imported import SheetLedger
from antq_cli.core.sheets import Area
from antq_cli.writing.importing.asked import Asked
from antq_cli.writing.importing.forms import FORMS
from antq_cli.writing.importing.mapping import mapping_bytes, read_mapping
from antq_cli.writing.importing.sheets import read_sheet
from tests.helpers import dataset_of, manifest, units
from tests.writing.importing.sheets import Made, sheet

KINDS = """
[pledges.household]
source = "returns"
grain = "commune"
[pledges.student]
source = "returns"
grain = "commune"
"""
UNITS = units(
    "D,Cẩm Thủy,district",
    *("C1,Cẩm Tú,commune,D", "C2,Cẩm Tâm,commune,D", "C3,Cẩm Tân,commune,D", "C4,Cẩm Vân,commune,D"),
    *("A1,Thôn 1,area,C1", "A2,Thôn 1,area,C2", "A3,Thôn Chiềng,area,C3"),
)
A = '[[columns]]\nheader = "A"\n'
TITLE = ["(Tính đến ngày 31/8/2021)"]
HEAD = ["STT", "Đơn vị", "Hộ đã ký", "Tổng số hộ"]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(dataset_of(tmp_path, {"antq.toml": manifest(KINDS), "units": UNITS}), FORMS["returns"])


def classes(ledger: SheetLedger) -> str:
    """The classes of the rows by their first letters, s for signs, S for a sum of a group, r for a header again."""
    letters = {"subtotal": "S", "total": "T", "title": "t", "untold": "?", "unread": "-", "repeated-header": "r"}
    return "".join(letters.get(row.is_, row.is_[0]) for row in ledger.rows)


def codes(ledger: SheetLedger) -> list[str]:
    return [found.rule.code for found in ledger.findings]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param([[1, "Cẩm Tú", 5, 9], [2, "Cẩm Tâm", 4, 6]], "dd", id="data"),
        pytest.param([["A", "B", 1, 2], [1, "Cẩm Tú", 5, 9]], "sd", id="signs"),
        pytest.param([["A", "B", "1", "2=1"], [1, "Cẩm Tú", 5, 9]], "sd", id="signs that are sums"),
        pytest.param([[1, "Cẩm Tú", 5, 9], [], HEAD, [2, "Cẩm Tâm", 4, 6]], "dbrd", id="a page more"),
        pytest.param([["I", "Vùng 1"], [1, "Cẩm Tú", 5, 9], ["", "Cộng", 5, 9]], "gdT", id="one group"),
        pytest.param(
            [["I", "Vùng 1", 5, 9], [1, "Cẩm Tú", 5, 9], ["II", "Vùng 2", 4, 6], [2, "Cẩm Tâm", 4, 6]],
            "SdSd",
            id="sums above",
        ),
        pytest.param(
            [
                *(["", "Vùng 1"], [1, "Cẩm Tú", 5, 9], ["", "Cộng", 5, 9]),
                *(["", "Vùng 2"], [2, "Cẩm Tâm", 4, 6], ["", "Cộng", 4, 6], ["", "Tổng cộng", 9, 15]),
            ],
            "gdSgdST",
            id="sums below",
        ),
        pytest.param([["", "Tổng số", 9, 15], [1, "Cẩm Tú", 5, 9], [2, "Cẩm Tâm", 4, 6]], "Tdd", id="total above"),
        pytest.param([["", "Toàn huyện", 5, 9], [1, "Cẩm Tú", 5, 9]], "Td", id="the whole district"),
        pytest.param([["I", "Cẩm Tú", 5, 9], ["II", "Cẩm Tâm", 4, 6]], "dd", id="Roman numbers alone"),
        pytest.param([[1, "Cẩm Tú", 5, 9], [], ["", "Người lập biểu", None, "Thủ trưởng"]], "dbn", id="signatures"),
        pytest.param([[1, "Cẩm Tú", 5, 9], ["Ghi chú: minh họa"]], "dn", id="a note"),
        pytest.param([[1, "Cẩm Tú", None, None], [2, "Cẩm Tâm", 4, 6]], "dd", id="who has not reported"),
        pytest.param([["", "Cẩm Tú", "x", None], [2, "Cẩm Tâm", 4, 6]], "dd", id="a word for a number"),
        pytest.param([[1, "Cẩm Tú", 5, 9], [None, None, 3, 4]], "d?", id="numbers of nobody"),
        pytest.param([["", "Cẩm Thủy", 9, 15], [1, "Cẩm Tú", 5, 9], [2, "Cẩm Tâm", 4, 6]], "Sdd", id="who holds all"),
        pytest.param(
            [[1, "Cẩm Tú", 5, 9], ["", "Cẩm Vâm", "1.234 hộ", "12O"]], "dd", id="words for numbers at the end"
        ),
        pytest.param([[1, "Cẩm Tú", 5, 9], ["", "Cẩm Vâm", "-", None]], "dd", id="a dash at the end"),
        pytest.param([[1, "Cẩm Tú", 5, 9], [None, None, "l2", "15 hộ"]], "d?", id="words for numbers of nobody"),
        pytest.param([[1, "Cẩm Tú", 5, 9], ["", "Người lập", "ĐT: 0912345678", "5/9/2021"]], "dn", id="who signs"),
        pytest.param(
            [
                *(["I", "Vùng 1"], [1, "Cẩm Tú", 5, 9], ["", "Cộng", 5, 9]),
                *(["II", "Vùng 2"], [2, "Cẩm Tâm", 4, 6], ["", "Cộng", 4, 6], ["", "Cộng toàn huyện", 9, 15]),
            ],
            "gdSgdST",
            id="a sum of the whole district",
        ),
        pytest.param(
            [
                *(["I", "Vùng 1"], [1, "Cẩm Tú", 5, 9], ["", "Cộng", 5, 9]),
                *(["II", "Vùng 2"], [2, "Cẩm Tâm", 4, 6], ["", "Cộng", 4, 6], ["", "Tổng huyện Cẩm Thủy", 9, 15]),
            ],
            "gdSgdST",
            id="a sum of a district by name",
        ),
        pytest.param(
            [
                *(["I", "Vùng 1"], [1, "Cẩm Tú", 5, 9], ["", "Cộng", 5, 9]),
                *(["II", "Vùng 2"], [2, "Cẩm Tâm", 4, 6], ["", "Cộng vùng", 4, 6]),
            ],
            "gdSgdS",
            id="a sum of the last group",
        ),
    ],
)
def test_each_row_is_told(asked: Asked, rows: list[list[object]], told: str) -> None:
    ledger = read_sheet(sheet(TITLE, HEAD, *rows), asked)  # type: ignore[arg-type]
    assert classes(ledger) == f"th{told}"
    assert not ledger.differing
    assert ("I103" in codes(ledger)) == ("?" in told)


def test_a_kind_before_a_name_is_no_numeral(asked: Asked) -> None:
    rows: list[list[Made]] = [["TT. Cẩm Vân", 5, 9], ["X. Cẩm Tú", 4, 6], ["X. Cẩm Tâm", 1, 2], ["Tổng", 10, 17]]
    assert classes(read_sheet(sheet(TITLE, HEAD[1:], *rows), asked)) == "thdddT"
    # One that stands before what is no unit is a numeral still.
    rows = [["I. Vùng 1", 9, 15], ["Cẩm Tú", 5, 9], ["Cẩm Tâm", 4, 6]]
    assert classes(read_sheet(sheet(TITLE, HEAD[1:], *rows), asked)) == "thSdd"


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ([1, "Cẩm Tú", 5, 9], "?"),
        (["Cẩm Tú", 5], "?"),
        (["", "Cộng", 5, 9], "?"),
        (["UBND huyện", "Cẩm Thủy", "năm", 2021], "t"),
        (["Cẩm Thủy", 2021], "t"),
        (["Biểu số", 1], "t"),
    ],
    ids=repr,
)
def test_rows_of_a_table_whose_head_is_not_known_are_no_titles(asked: Asked, above: list[Made], told: str) -> None:
    ledger = read_sheet(sheet(TITLE, ["TT", "Cơ sở", "A", "B"], above, HEAD, [1, "Cẩm Tâm", 4, 6]), asked)
    assert classes(ledger) == f"tt{told}hd"
    assert ("I103" in codes(ledger)) == (told == "?")


@pytest.mark.parametrize(
    ("below", "told"),
    [
        (["STT", "Xã", "Số vụ", "Số đối tượng"], ["I102"]),
        (["", "Người lập", "", "Thủ trưởng đơn vị"], []),
        (["", "Đơn vị", "tính: hộ"], []),
    ],
    ids=repr,
)
def test_a_table_of_something_else_below_is_not_taken_for_the_first(
    asked: Asked, below: list[Made], told: list[str]
) -> None:
    rows: list[list[Made]] = [[1, "Cẩm Tú", 5, 9], [], below]
    rows += [[1, "Cẩm Vân", 7, 8]] if told else []
    assert codes(read_sheet(sheet(TITLE, HEAD, *rows), asked)) == told
    mapping = f'table = "returns"\nunit = {{ header = "Đơn vị" }}\n{A}measure = "pledges.student"\n'
    asked = Asked(
        asked.dataset, FORMS["returns"], mapping=read_mapping("m", mapping.encode(), FORMS["returns"], asked.manifest)
    )
    found = read_sheet(sheet(TITLE, ["STT", "Đơn vị", "A", "B"], *rows), asked)
    assert [code for code in codes(found) if code != "I106"] == told


def test_a_name_that_is_merged_over_several_rows_is_that_of_each(asked: Asked) -> None:
    head, merged = ["Đơn vị", "Chỉ tiêu", "Đã ký"], [Area(3, 1, 4, 1)]
    rows: list[list[Made]] = [["Cẩm Tú", "Hộ gia đình", 5], [None, "Học sinh", 6]]
    ledger = read_sheet(sheet(TITLE, head, *rows, merged=merged), asked)
    assert [(row.unit, row.subject) for row in ledger.imported] == [
        ("C1", "pledges.household"),
        ("C1", "pledges.student"),
    ]
    assert classes(read_sheet(sheet(TITLE, head, *rows), asked)) == "thd?"


@pytest.mark.parametrize(
    ("rows", "over", "summed"),
    [
        ([["I", "Vùng 1", 1, 9], [1, "Cẩm Tú", 5, 9], [2, "Cẩm Tâm", 4, 6]], "C3", "9"),
        ([[1, "Cẩm Tú", 5, 9], ["", "Cộng", 6, 9]], "C4", "5"),
        ([["", "Tổng số", 8, 15], [1, "Cẩm Tú", 5, 9], [2, "Cẩm Tâm", 4, 6]], "C3", "9"),
    ],
    ids=["above", "below", "on top"],
)
def test_a_sum_that_differs_is_told_with_what_it_should_be(
    asked: Asked, rows: list[list[object]], over: str, summed: str
) -> None:
    ledger = read_sheet(sheet(TITLE, HEAD, *rows), asked)  # type: ignore[arg-type]
    differing = {total.address: total.summed for total in ledger.differing}
    assert differing[over] == summed


def test_a_row_that_is_refused_is_in_the_sums_and_one_that_cannot_be_read_stops_the_comparison(asked: Asked) -> None:
    ledger = read_sheet(sheet(TITLE, HEAD, [1, "nowhere", 5, 9], [2, "Cẩm Tú", "1,5", 6], ["", "Cộng", 9, 15]), asked)
    assert {total.address: total.agreement for total in ledger.totals} == {"C5": "not-compared", "D5": "agrees"}
    assert [row.outcome for row in ledger.imported] == ["refused", "refused"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (["Đơn vị", "Hộ gia đình đã ký"], "pledges.household count"),
        (["Đơn vị", "Số học sinh đã ký cam kết"], "pledges.student count"),
        (["Tên đơn vị", "Students signed"], "pledges.student count"),
        (["Mã đơn vị", "pledges.household đã ký"], "pledges.household count"),
        (["Đơn vị", "Số hộ đã ký (hộ)"], "pledges.household count"),
        (["Đơn vị", "Số hộ đã ký (2)"], "pledges.household count"),
        (["Đơn vị", "Số hộ đã ký (B=1+2)"], "pledges.household count"),
        (["Đơn vị", "Số hộ đã ký (lũy kế đến nay)"], "pledges.household count"),
    ],
    ids=repr,
)
def test_a_heading_says_what_it_counts(asked: Asked, head: list[str], told: str) -> None:
    ledger = read_sheet(sheet(TITLE, head, ["Cẩm Tú", 5]), asked)
    assert f"{ledger.columns[1].of} {ledger.columns[1].part}" == told


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (["Đơn vị", "Đã ký"], "I111"),
        (["Đơn vị", "Số hộ nghèo"], "I101"),
        (["Đơn vị", "Số hộ đã ký (trong tháng)"], "I101"),
        (["Đơn vị", "Số hộ đã ký (thang 8)"], "I101"),
        (["Đơn vị", "Tổng số hộ"], "I101"),
        (["Đơn vị", "Số hộ đã ký (lũy kế từ đầu năm)"], "I101"),
        (["Đơn vị", "Hộ đã ký", "Hộ đã ký"], "I105"),
        (["Đơn vị", "Hộ đã ký", "Họ và tên chủ hộ"], "I107"),
    ],
    ids=repr,
)
def test_a_heading_that_says_too_little_refuses_the_sheet(asked: Asked, head: list[str], code: str) -> None:
    ledger = read_sheet(sheet(TITLE, head, ["Cẩm Tú", 5, 6]), asked)
    assert [found.rule.code for found in ledger.refused] == [code]
    assert classes(ledger) == "---"


@pytest.mark.parametrize(("number", "told"), [("1", []), ("1;Cẩm Tú;9;5\n2", ["Biểu 01!A3"]), (None, [])], ids=repr)
def test_a_number_of_a_row_has_one_line_or_took_other_rows_into_it(
    asked: Asked, number: str | None, told: list[str]
) -> None:
    ledger = read_sheet(sheet(TITLE, ["STT", "Đơn vị", "Số hộ đã ký"], [number, "Cẩm Tú", 5]), asked)
    assert [each.place.path for each in ledger.remarks if each.rule.code == "I204"] == told


def test_a_total_of_what_no_column_counts_is_not_used(asked: Asked) -> None:
    ledger = read_sheet(sheet(TITLE, ["Đơn vị", "Tổng số hộ", "Học sinh đã ký"], ["Cẩm Tú", 5, 6]), asked)
    assert [column.use for column in ledger.columns] == ["used", "untold", "used"]
    assert codes(ledger) == ["I106"]
    assert [(row.subject, dict(row.cells)["count"]) for row in ledger.imported] == [("pledges.student", "6")]


def test_a_mapping_of_totals_alone_has_nothing_to_import(asked: Asked) -> None:
    text = f'table = "returns"\n{A}measure = "pledges.student"\npart = "total"\n'
    asked.mapping = read_mapping("m.toml", text.encode(), FORMS["returns"], asked.manifest)
    assert codes(read_sheet(sheet(TITLE, ["Đơn vị", "A"], ["Cẩm Tú", 5]), asked)) == ["I101"]


@pytest.mark.parametrize(("rate", "told"), [(50, []), (99, ["E4"])])
def test_the_rate_of_a_total_is_compared_as_well(asked: Asked, rate: int, told: list[str]) -> None:
    rows: list[list[Made]] = [[1, "Cẩm Tú", 5, 10, 50], ["", "Cộng", 5, 10, rate]]
    ledger = read_sheet(sheet(TITLE, [*HEAD, "Tỷ lệ (%)"], *rows), asked)
    assert [total.address for total in ledger.differing] == told
    assert codes(ledger) == ["I302"] * len(told)


def test_two_units_of_one_name_are_told_by_what_they_lie_in(asked: Asked) -> None:
    head = ["Xã", "Thôn", "Hộ đã ký"]
    ledger = read_sheet(sheet(TITLE, head, ["Cẩm Tâm", "Thôn 1", 5], ["Cẩm Tân", "Thôn 1", 5]), asked)
    assert [(row.unit, [found.rule.code for found in row.why]) for row in ledger.imported] == [
        ("A2", []),
        ("", ["I208"]),
    ]
    ledger = read_sheet(sheet(TITLE, ["Thôn", "Hộ đã ký"], ["Thôn 1", 5]), asked)
    assert codes(ledger) == ["I207"]


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        ([["I", "Xã Cẩm Tâm"], [1, "Thôn 1", 5], ["II", "X. Cẩm Tú"], [2, "Thôn 1", 5]], ["A2", "A1"]),
        ([["I. Cẩm Tâm"], [1, "Thôn 1", 5], [2, "Thôn Chiềng", 5]], ["A2", "I208"]),
        ([["I", "Cụm số 1"], [1, "Cẩm Tâm", 5], [2, "Thôn Chiềng", 5]], ["C2", "A3"]),
        ([["I", "Xã Cẩm Tú"], [1, "Cẩm Tâm", 5]], ["I208"]),
    ],
    ids=["namesakes", "one of another group", "a group of any name", "another unit"],
)
def test_a_row_lies_in_the_unit_that_its_group_is_called_by(
    asked: Asked, rows: list[list[Made]], units: list[str]
) -> None:
    ledger = read_sheet(sheet(TITLE, ["STT", "Đơn vị", "Hộ đã ký"], *rows), asked)
    assert [row.unit or row.why[0].rule.code for row in ledger.imported] == units


@pytest.mark.parametrize(
    ("head", "rows", "units"),
    [
        (["Xã", "Thôn"], [["Cẩm Tâm", "Thôn 1"], [None, "Thôn Chiềng"], ["Cẩm Tân", "Thôn Chiềng"]], ["A2", "", "A3"]),
        (["Xã", "Thôn"], [["Cẩm Tú"], [None, "Thôn 1"], ["Cẩm Tâm"], [None, "Thôn 1"]], ["C1", "A1", "C2", "A2"]),
        (["Mã xã", "Xã"], [["C1", "Cẩm Tú"], [None, "Cẩm Tâm"]], ["C1", "C2"]),
    ],
    ids=["of another commune", "sums of communes", "a code is no larger unit"],
)
def test_a_blank_cell_goes_on_with_the_larger_unit_above(
    asked: Asked, head: list[str], rows: list[list[Made]], units: list[str]
) -> None:
    made = [[*row, *[None] * (2 - len(row)), number] for number, row in enumerate(rows)]
    ledger = read_sheet(sheet(TITLE, [*head, "Hộ đã ký"], *made), asked)
    assert [row.unit for row in ledger.imported] == units
    assert codes(ledger).count("I208") == units.count("")


def test_what_is_outside_of_the_cells_that_are_asked_for_is_not_looked_at(asked: Asked) -> None:
    asked.area = Area(1, 1, 3, 4)
    ledger = read_sheet(sheet(TITLE, HEAD, [1, "Cẩm Tú", 5, 9], [2, "nowhere", 1, 2]), asked)
    assert (classes(ledger), codes(ledger)) == ("thd-", [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('table = "returns"\nheaders = [1]\n', "S001"),
        ('table = "returns"\nheader = [1, 3]\n', "S002"),
        ('table = "activities"\n', "S002"),
        ('table = "returns"\n[[columns]]\nheader = "a"\nmeasure = "pledges.pupil"\n', "S004"),
        ('table = "returns"\n[[columns]]\nheader = "a"\n', "S002"),
        (f'table = "returns"\n{A}measure = "pledges.student"\n{A}measure = "pledges.household"\n', "S002"),
        (f'table = "returns"\n{A}measure = "pledges.student"\n{A}ignore = true\n', "S002"),
        (f'table = "returns"\nunit = {{ header = "a" }}\n{A}measure = "pledges.student"\n', "S002"),
        ('table = "returns"\n[[columns]]\nmeasure = "pledges.student"\n', "S003"),
        ('table = "returns"\ndate = { cell = "4A" }\n', "S002"),
        ('schema = 2\ntable = "returns"\n', "S005"),
        ("table = \n", "F016"),
    ],
    ids=repr,
)
def test_a_mapping_that_is_wrong_is_refused(asked: Asked, text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_mapping("m.toml", text.encode(), FORMS["returns"], asked.manifest)
    assert [found.rule.code for found in refused.value.findings] == [code]


@pytest.mark.parametrize(
    "text",
    [
        f'table = "returns"\n{A}ignore = true\n{A}ignore = true\n',
        f'table = "returns"\nunit = {{ header = "a" }}\n{A}column = "unit"\n',
        f'table = "returns"\n{A}measure = "pledges.student"\n[[columns]]\nheader = "A / b"\nignore = true\n',
    ],
    ids=["two columns of one heading are left out", "the same twice", "other columns"],
)
def test_a_mapping_may_say_the_same_of_a_heading_twice(asked: Asked, text: str) -> None:
    assert read_mapping("m.toml", text.encode(), FORMS["returns"], asked.manifest).table == "returns"


def test_a_mapping_is_read_as_it_was_written(asked: Asked) -> None:
    text = (
        'schema = 1\ntable = "returns"\nheader = [6, 7]\ndate = { cell = "A4" }\nunit = { header = "Đơn vị" }\n\n'
        '[[columns]]\nheader = "Hộ / Đã ký"\nmeasure = "pledges.household"\npart = "count"\n'
    )
    mapping = read_mapping("m.toml", text.encode(), FORMS["returns"], asked.manifest)
    assert mapping_bytes(mapping).decode() == text

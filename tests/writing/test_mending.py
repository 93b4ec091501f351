"""Mending: of every form in which offices save files the rows are the right ones afterwards, or none is touched."""

import csv
import io
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from antq_cli.core.changes import inverse, spliced
from antq_cli.core.findings import Withheld
from antq_cli.core.registers import REGISTERS, Register
from antq_cli.reading.files import read_parts
from antq_cli.reading.tables import Table
from antq_cli.writing.mending.files import Mending, mended
from antq_cli.writing.mending.proving import UnprovenError, prove

RETURNS, UNITS, HOUSEHOLDS = (REGISTERS[name] for name in ("returns", "units", "households"))
HEAD = "date,unit,measure,count,total"
ROW = "2021-08-31,A1,pledges.student,7,9"


def mend(raw: bytes | str, register: Register = RETURNS, **said: Any) -> Mending:
    """Mend a file; what comes of it can be taken back, and is mended no further."""
    raw = raw if isinstance(raw, bytes) else raw.encode()
    found = mended(register, "file.csv", raw, **said)
    if found.rewrite is not None:
        assert not found.findings
        after = found.rewrite.after
        assert after is not None
        assert spliced(after, inverse(found.rewrite.splices)) == raw
        assert mended(register, "file.csv", after).rewrite is None
    return found


def after(raw: bytes | str, register: Register = RETURNS, **said: Any) -> str:
    """The text that a file is once it is mended."""
    found = mend(raw, register, **said)
    assert not found.findings
    content = (raw if isinstance(raw, bytes) else raw.encode()) if found.rewrite is None else found.rewrite.after
    assert content is not None
    return content.decode()


def codes(raw: bytes | str, register: Register = RETURNS, **said: Any) -> list[str]:
    """The rules by which a file is refused."""
    found = mend(raw, register, **said)
    assert found.rewrite is None
    return [each.rule.code for each in found.findings]


def returns(*lines: str, head: str = HEAD) -> str:
    return "".join(f"{line}\n" for line in (head, *lines))


# Separators, headings, what stands around a table ----------------------------------------------------------------


@pytest.mark.parametrize("sign", [";", "\t", "|", ","])
def test_whatever_sign_is_between_the_cells(sign: str) -> None:
    text = returns(f'{ROW},"a, ""b"";\tc"', head=f"{HEAD},note")
    rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    csv.writer(out, delimiter=sign, lineterminator="\n").writerows(rows)
    found = mend(out.getvalue())
    assert list(csv.reader(io.StringIO(after(out.getvalue())))) == rows
    assert found.how is not None
    assert found.how.separator == {";": "semicolon", "\t": "tab", "|": "bar", ",": "comma"}[sign]
    assert (found.rewrite is None) == (sign == ",")


def test_no_other_sign_is_taken_for_one() -> None:
    assert codes(returns(ROW).replace(",", ":")) == ["U105"]
    assert codes(returns(f"{ROW},5")) == ["U105"]  # a row that is longer than its header
    assert codes(returns("2021-08-31,A1")) == ["U105"]  # and a shorter one
    assert codes(returns(ROW.replace("A1", 'A"1'))) == ["U105"]


def test_headings_that_are_known_are_those_of_the_register() -> None:
    found = mend("Ngày;Đơn vị;Chỉ tiêu;Số lượng;Tổng số\n2021-08-31;A1;pledges.student;7;9\n")
    assert found.rewrite is not None
    assert found.rewrite.after == returns(ROW).encode()
    assert found.how is not None
    assert found.how.headings == 5
    assert codes("Ngày;Đơn vị;Chỉ tiêu;Số lượng;Màu\n2021-08-31;A1;pledges.student;7;9\n") == ["U105"]
    assert codes("Ngày;Ngày;Đơn vị;Chỉ tiêu;Số lượng\n2021-08-31;2021-08-31;A1;pledges.student;7\n") == ["U105"]
    assert codes("Ngày;Đơn vị;Chỉ tiêu\n2021-08-31;A1;pledges.student\n") == ["U105"]  # a column is missing


@pytest.mark.parametrize("title", ["Báo cáo tháng 8;;;;", "Báo cáo", ";;;;", '"Báo cáo\ntháng 8"', ""])
def test_titles_of_one_cell_are_dropped_and_counted(title: str) -> None:
    sheet = returns(ROW).replace(",", ";")
    found = mend(f"{title}\n{title}\n{sheet}")
    assert found.rewrite is not None
    assert found.rewrite.after == returns(ROW).encode()
    assert found.how is not None
    assert found.how.titles == 2


def test_what_may_be_a_row_above_the_header_is_not_dropped() -> None:
    assert codes(f"{ROW}\n{returns(ROW)}") == ["U105"]
    assert codes(f"A1;7;;;\n{returns(ROW).replace(',', ';')}") == ["U105"]
    assert codes("Báo cáo\n" * 21 + returns(ROW)) == ["U105"]


@pytest.mark.parametrize("blank", [",,,,", "", ",,", " , ,,,", ",,,,,,,"])
def test_rows_that_hold_nothing_are_dropped_and_counted(blank: str) -> None:
    found = mend(f"{HEAD}\n{blank}\n{ROW}\n{blank}\n{blank}\n")
    assert found.rewrite is not None
    assert found.rewrite.after == returns(ROW).encode()
    assert found.how is not None
    assert (found.how.blank, found.rows.changed) == (3, 0)


def test_blank_cells_behind_the_last_column_are_dropped_and_counted() -> None:
    found = mend(f"{HEAD},,\n{ROW},,\n{ROW.replace('A1', 'A2')},,\n")
    assert found.rewrite is not None
    assert found.rewrite.after == returns(ROW, ROW.replace("A1", "A2")).encode()
    assert found.how is not None
    assert found.how.behind == 2
    assert codes(f"{HEAD},,\n{ROW},,x\n") == ["U105"]


def test_a_row_of_totals_stays_and_is_told() -> None:
    found = mend(returns(ROW, "Tổng cộng,,,7,9").replace(",", ";"))
    assert [each.rule.code for each in found.findings] == ["U107"]  # of days, it is none
    totals = "code,name,level\n1,a,area\nTổng cộng,b,area\n"
    told = mend(totals.replace(",", ";"), UNITS)
    assert told.rewrite is not None
    assert told.rewrite.after == totals.encode()
    assert [each.rule.code for each in told.remaining] == ["D116"]


def test_only_lines_that_change_are_replaced() -> None:
    rows = [ROW.replace("A1", f"A{number}") for number in range(99)]
    raw = returns(*rows[:50], ",,,,", *rows[50:]).replace("A7,pledges.student,7", "A7,pledges.student,7.000")
    found = mend(raw.replace("A3,", '"A3",'))
    assert found.rewrite is not None
    assert [(splice.old.count(b"\n"), splice.new.count(b"\n")) for splice in found.rewrite.splices] == [(1, 1), (1, 0)]
    assert found.rows.changed == 1
    assert b'"A3"' in (found.rewrite.after or b"")


def test_line_ends_stay_where_they_are_alike() -> None:
    assert after(returns(ROW).replace(",", ";").replace("\n", "\r\n")) == returns(ROW).replace("\n", "\r\n")
    assert after(returns(ROW, ROW).replace(",", ";").replace("\n", "\r\n", 1)) == returns(ROW, ROW)


# Days ------------------------------------------------------------------------------------------------------------


def dated(*days: str) -> str:
    return returns(*(f"{day},A{number},pledges.student,7,9" for number, day in enumerate(days)))


def days_of(text: str) -> list[str]:
    return [row["date"] for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize(
    ("days", "expected", "form"),
    [
        (["31/08/2021", "01/09/2021"], ["2021-08-31", "2021-09-01"], "dd/mm/yyyy"),
        (["31-08-2021", "01-09-2021"], ["2021-08-31", "2021-09-01"], "dd-mm-yyyy"),
        (["31.8.2021", "1.9.2021"], ["2021-08-31", "2021-09-01"], "d.m.yyyy"),
        (["08/31/2021", "09/01/2021"], ["2021-08-31", "2021-09-01"], "mm/dd/yyyy"),
        (["2021/08/31", "2021/09/01"], ["2021-08-31", "2021-09-01"], "yyyy/mm/dd"),
        (["2021-08-31 00:00:00", "2021-09-01 00:00:00"], ["2021-08-31", "2021-09-01"], "yyyy-mm-dd 00:00:00"),
        (["31/08/2021 0:00", "01/09/2021 0:00"], ["2021-08-31", "2021-09-01"], "dd/mm/yyyy 0:00"),
        (["ngày 05 tháng 01 năm 2026", "Ngày 6 tháng 12 năm 2026"], ["2026-01-05", "2026-12-06"], "words"),
    ],
)
def test_days_of_one_form_are_read(days: list[str], expected: list[str], form: str) -> None:
    found = mend(dated(*days))
    assert days_of(after(dated(*days))) == expected
    assert found.how is not None
    (column,) = found.how.columns
    assert (column.name, column.form, column.cells) == ("date", form, 2)
    assert (column.first, column.last) == (date.fromisoformat(expected[0]), date.fromisoformat(expected[1]))
    assert [column.first_written, column.last_written] == days


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (["01/02/2021", "03/04/2021"], "U106"),  # no day is over 12
        (["05/05/2021"], "U106"),
        (["44439"], "U106"),
        (["31/08/2021", "1/9/2021"], "U107"),  # Excel has read one of them
        (["31/08/2021", "01-09-2021"], "U107"),
        (["31/08/2021", "2021-09-01"], "U107"),
        (["31/08/2021", "08/31/2021"], "U107"),
        (["31/08/2021", "31/02/2021"], "U107"),
        (["31/08/21"], "U107"),
        (["31/08/2021 00:00:00", "01/09/2021"], "U107"),
        (["2021-02-30 00:00:00"], "U107"),
        (["31/08/2021 07:30"], "U107"),
        (["44439", "31/08/2021"], "U107"),
        (["99999"], "U107"),  # in the year 2173
        (["ngày 31 tháng 02 năm 2026"], "U107"),
        (["31/08/２０２１"], "U107"),
    ],
)
def test_days_of_which_it_cannot_be_told_are_not_read(days: list[str], code: str) -> None:
    assert codes(dated(*days)) == [code]


def test_whoever_knows_says_how_days_are_written() -> None:
    assert days_of(after(dated("01/02/2021"), order="dmy")) == ["2021-02-01"]
    assert days_of(after(dated("01/02/2021"), order="mdy")) == ["2021-01-02"]
    assert days_of(after(dated("44439"), order="serial")) == ["2021-08-31"]
    # What the days themselves say otherwise is not so; and what is said of other columns is in nobody's way.
    assert codes(dated("31/08/2021"), order="mdy") == ["U107"]
    assert codes(dated("44439"), order="dmy") == ["U106"]
    assert codes(dated("01/02/2021"), order="serial") == ["U106"]
    assert days_of(after(dated("31/08/2021"), order="serial")) == ["2021-08-31"]


def test_a_day_that_is_none_stays_and_is_told() -> None:
    found = mend(dated("2021-02-30").replace(",", ";"))
    assert [each.rule.code for each in found.remaining] == ["D103"]
    assert found.rewrite is not None


# Counts ----------------------------------------------------------------------------------------------------------


def counted(count: str) -> str:
    return f'{HEAD}\n2021-08-31,A1,pledges.student,"{count}",\n'


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ("25.915", "25915"),
        ("25915", "25915"),
        ("25 915", "25915"),
        ("25\u00a0915", "25915"),
        ("25\u202f915", "25915"),
        ("1.025.915", "1025915"),
        ("0", "0"),
    ],
)
def test_counts_of_one_reading_are_read(count: str, expected: str) -> None:
    (row,) = csv.DictReader(io.StringIO(after(counted(count))))
    assert row["count"] == expected


@pytest.mark.parametrize(
    ("count", "why"),
    [
        ("25.91", "two"),
        ("25,915", "two"),
        ("25.9155", "two"),
        ("2,5", "two"),
        ("025.915", "two"),
        ("007", "zero"),
        ("00", "zero"),
        ("25.915,00", "none"),
        ("25.915 000", "none"),
        ("1e3", "none"),
        ("-5", "none"),
        ("٣", "none"),
        ("7 hộ", "none"),
        ("12345678901", "none"),
    ],
)
def test_counts_that_may_be_two_numbers_are_not_read(count: str, why: str) -> None:
    (found,) = mend(counted(count)).findings
    assert (found.rule.code, found.values["why"].word, found.values["cell"]) == ("U108", why, count)


def test_lost_zeros_are_not_guessed() -> None:
    raw = "code;name;level\n123;a;area\n00123;b;area\n"
    assert after(raw, UNITS) == raw.replace(";", ",")


# What names a household -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("cell", "withheld"), [("15127-07-0031", True), ("44439", True), ("01/02/2021", False)])
def test_a_cell_that_may_be_the_code_of_a_household_is_withheld(cell: str, withheld: bool) -> None:
    (found,) = mend(f"household;area;joined\n1;2;{cell}\n", HOUSEHOLDS).findings
    assert found.rule.code in {"U106", "U107"}
    assert isinstance(found.values["cell"], Withheld) == withheld


def test_a_cell_of_what_names_nobody_is_shown() -> None:
    (found,) = mend(dated("44439")).findings
    assert not isinstance(found.values["cell"], Withheld)


# The second look ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2021-08-31", "2021-08-30"),
        ("25915", "25916"),
        ("A1", "A2"),
        ("ghi", "ghi "),
        ("2021-08-31,A1", "A1,2021-08-31"),
        ("\n2021-08-31", "\n,,,,,\n2021-08-31"),
    ],
)
def test_what_says_something_else_is_not_written(old: str, new: str) -> None:
    before = f"Tiêu đề\n{HEAD};note\n31/08/2021;A1;pledges.student;25.915;;ghi\n;;;;;\n".replace(",", ";")
    found = mend(before)
    assert found.rewrite is not None
    assert found.how is not None
    text = (found.rewrite.after or b"").decode()
    prove(before, text, found.how)
    assert text.replace(old, new, 1) != text
    with pytest.raises(UnprovenError):
        prove(before, text.replace(old, new, 1), found.how)


# The law -----------------------------------------------------------------------------------------------------------

NAMES = ("date", "unit", "measure", "count", "total", "received", "note")
VIETNAMESE = {"date": "Ngày", "unit": "Đơn vị", "measure": "Chỉ tiêu", "count": "Số lượng", "total": "Tổng số"}
DAYS = st.dates(date(1954, 10, 4), date(2099, 12, 31))
WORDS = st.sampled_from(["Cẩm Thủy", "tổ 7", "a;b", 'x, "y"', "hai\ndòng", "Đồi\tnúi", "Quý III", ""])
ROWS = st.lists(
    st.tuples(
        DAYS,
        st.sampled_from(["A1", "00123", "15127-01"]),
        st.integers(0, 2_000_000),
        st.none() | st.integers(2_000_000, 99_000_000),
        st.none() | DAYS,
        WORDS,
    ),
    max_size=6,
)
FORMS = {
    "iso": ("%Y-%m-%d", None),
    "dmy": ("%d/%m/%Y", "dmy"),
    "dots": ("%d.%m.%Y", "dmy"),
    "mdy": ("%m/%d/%Y", "mdy"),
    "year": ("%Y/%m/%d", None),
    "midnight": ("%Y-%m-%d 00:00:00", None),
    "words": ("ngày %d tháng %m năm %Y", None),
}
GROUPS = st.sampled_from(["", ".", " ", "\u00a0", ","])


def serial(day: date) -> str:
    return str((day - date(1899, 12, 30)) // timedelta(days=1))


def in_1258(text: str) -> bytes:
    """Return a text in windows-1258: of a letter with two marks the tone stands behind it."""
    out = b""
    for sign in unicodedata.normalize("NFC", text):
        for form in (sign, *_apart(sign)):
            try:
                out += form.encode("cp1258")
            except UnicodeEncodeError:
                continue
            break
        else:
            raise UnicodeEncodeError("cp1258", sign, 0, 1, "no such letter")
    return out


def _apart(sign: str) -> list[str]:
    marks = unicodedata.normalize("NFD", sign)
    tones = "".join(mark for mark in marks if mark in "\u0300\u0309\u0303\u0301\u0323")
    return [unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones)) + tones] if tones else []


CODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8-bom": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "windows-1258": in_1258,
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
}


def clean(rows: list[tuple[Any, ...]]) -> list[list[str]]:
    """Return rows as registers have them."""
    return [
        [
            *(day.isoformat(), unit, "pledges.student", str(count), "" if total is None else str(total)),
            *("" if received is None else received.isoformat(), note),
        ]
        for day, unit, count, total, received, note in rows
    ]


def in_csv(rows: list[list[str]], sign: str = ",", end: str = "\n", *, quoted: bool = False) -> str:
    out = io.StringIO()
    csv.writer(
        out, delimiter=sign, lineterminator=end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    ).writerows(rows)
    return out.getvalue()


def hash_of(raw: bytes) -> object:
    (part,) = read_parts(RETURNS, {"file.csv": raw})
    assert not part.refused
    assert not part.findings
    return Table(RETURNS, [part]).hash


@settings(deadline=None)
@given(
    rows=ROWS,
    form=st.sampled_from([*FORMS, "serial"]),
    group=GROUPS,
    sign=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n"]),
    coding=st.sampled_from([*CODINGS]),
    damage=st.sets(st.sampled_from(["headings", "titles", "blank", "behind", "quoted"])),
    said=st.booleans(),
)
def test_the_rows_are_the_right_ones_or_none_is_touched(
    rows: list[tuple[Any, ...]],
    form: str,
    group: str,
    sign: str,
    end: str,
    coding: str,
    damage: set[str],
    said: bool,
) -> None:
    """Whatever an office does to a file: never a day, a number or a letter that differs."""
    right = in_csv([[*NAMES], *clean(rows)]).encode()
    pattern, order = FORMS.get(form, ("", "serial"))

    def day(each: date | None) -> str:
        return "" if each is None else each.strftime(pattern) if pattern else serial(each)

    def count(each: int | None) -> str:
        return "" if each is None else f"{each:,}".replace(",", group)

    names = [VIETNAMESE.get(name, name) if "headings" in damage else name for name in NAMES]
    sheet = [
        [day(first), unit, "pledges.student", count(number), count(total), day(received), note]
        for first, unit, number, total, received, note in rows
    ]
    lines = [names, *sheet]
    if "behind" in damage:
        lines = [[*line, "", ""] for line in lines]
    if "titles" in damage:
        lines = [["Báo cáo quý III", *[""] * 6], [""] * 7, *lines]
    if "blank" in damage:
        lines = [*lines, [""] * 7, [""] * 7]
    raw = CODINGS[coding](in_csv(lines, sign, end, quoted="quoted" in damage))
    found = mend(raw, order=order if said else None)
    if found.findings:
        assert {each.rule.code for each in found.findings} <= {"U103", "U105", "U106", "U107", "U108"}
        return
    assert hash_of(found.rewrite.after or b"" if found.rewrite else raw) == hash_of(right)


@settings(deadline=None)
@given(rows=ROWS, form=st.sampled_from([*FORMS]), sign=st.sampled_from([";", "\t"]))
def test_what_leaves_no_doubt_is_mended(rows: list[tuple[Any, ...]], form: str, sign: str) -> None:
    """The law would hold as well of what refuses everything."""
    pattern, order = FORMS[form]
    days = {each.day for row in rows for each in (row[0], row[4]) if each is not None}
    assume(order is None or all(day > 12 for day in days))
    sheet = [
        [row[0].strftime(pattern), *line[1:5], "" if row[4] is None else row[4].strftime(pattern), line[6]]
        for row, line in zip(rows, clean(rows), strict=True)
    ]
    found = mend(in_csv([[*NAMES], *sheet], sign))
    assert found.rewrite is not None
    assert hash_of(found.rewrite.after or b"") == hash_of(in_csv([[*NAMES], *clean(rows)]).encode())

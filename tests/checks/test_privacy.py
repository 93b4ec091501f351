"""The rules of privacy: what looks like a person is found, what only nearly does is not, and nothing of it is shown."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from antq_cli.checks.privacy import RULES, find, looks_personal, names_somebody
from antq_cli.checks.site import Site
from antq_cli.core.findings import Finding
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import Book
from antq_cli.words.speech import LANGUAGES, speech
from tests.checks.gallery import GOOD
from tests.cli.harness import run
from tests.helpers import DAY, open_at, write_book

DATA = Path(__file__).parents[2] / "data"
CITIZEN, OLD, PHONE, NAME = "038095001234", "171234567", "0912 345 678", "ông Nguyễn Văn A"


def judged(folder: Path) -> list[Finding]:
    """What is found in a book, with or without a map."""
    book = open_at(folder)
    for name in REGISTERS:
        book.table(name)
    return list(find(Site(book, None, DAY, date(2026, 8, 1))))


def found_with(folder: Path, name: str, text: str) -> list[tuple[str, int, int]]:
    """The code, line and column of what is found when the good book has another text for a register."""
    findings = judged(write_book(folder, {**GOOD, f"{name}.csv": text}))
    assert all(found.register == name for found in findings)
    return [(found.rule.code, found.place.line, found.place.column) for found in findings]


# ----------------------------------------------------------------------------------------------------------- columns


@pytest.mark.parametrize(
    "name",
    [
        *("Họ tên", "ho_ten", "HoVaTen", "họ và tên", "full_name", "Full-Name", "name", "TÊN", "Tên chủ hộ", "surname"),
        *("cccd", "Số CCCD", "cmnd", "CMT", "căn cước", "id_number", "so.dinh.danh.cccd", "Hộ chiếu", "passport"),
        *("sđt", "SDT", "phone", "Phone number", "điện thoại", "mobile", "so_dien_thoai", "Số ĐT"),
        *(
            "Ngày sinh",
            "dob",
            "date_of_birth",
            "năm sinh",
            "địa chỉ",
            "address",
            "e-mail",
            "Email",
            "chữ ký",
            "signature",
        ),
    ],
)
def test_a_column_looks_personal_however_it_is_written(name: str) -> None:
    assert looks_personal(name)


@pytest.mark.parametrize(
    "name",
    [
        "leader",
        "ghi chú",
        "tổng số",
        "thôn",
        "khu dân cư",
        "stage",
        "status",
        "message",
        "tent",
        "xhousehold",
        "members2",
        "",
    ],
)
def test_a_column_that_is_only_unknown_does_not(name: str) -> None:
    assert not looks_personal(name)


@pytest.mark.parametrize(("header", "codes"), [("household,area,Họ tên", ["P101"]), ("household,area,leader", [])])
def test_a_refused_column_that_looks_personal_is_told(header: str, codes: list[str], tmp_path: Path) -> None:
    assert [code for code, *_ in found_with(tmp_path, "households", f"{header}\nh1,1-1,x\n")] == codes


def test_the_name_of_a_unit_is_no_persons(tmp_path: Path) -> None:
    assert judged(write_book(tmp_path, GOOD)) == []


def test_a_personal_column_is_found_in_the_units_and_in_a_file_of_tables(tmp_path: Path) -> None:
    units = GOOD["units.csv"].replace("code,name", "code,phone,name", 1)
    (found,) = judged(write_book(tmp_path / "1", {**GOOD, "units.csv": units}))
    assert (found.rule.code, found.place.line, found.place.column, found.values["column"]) == ("P101", 1, 6, "phone")
    files = {name: text for name, text in GOOD.items() if name != "teams.csv"}
    toml = '[[teams]]\ncode = "t1"\nkind = "antt"\nunit = "1-1"\nphone = "1"\n'
    (other,) = judged(write_book(tmp_path / "2", {**files, "teams.toml": toml}))
    assert (other.rule.code, other.register, other.place.line > 0) == ("P101", "teams", True)


# ------------------------------------------------------------------------------------------------------------- cells


def note(text: str) -> str:
    return f"code,kind,unit,note\nt1,antt,1-1,\nt2,antt,1-1,{text}\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CITIZEN, "P201"),
        (f"CCCD {CITIZEN}.", "P201"),
        ("001395001234", "P201"),
        ("096095001234", "P201"),
        ("000095001234", None),  # there is no such province
        ("097095001234", None),
        ("038495001234", None),  # no century has it
        ("0380950012345", None),
        (OLD, "P201"),
        (f"CMND: {OLD}", "P201"),
        (f"số {OLD} cấp", "P201"),
        (f"A{OLD}", None),
        (f"2021-{OLD}", None),
        (f"{OLD}.5", None),
        ("17123456", None),
        ("0912345678", "P202"),
        ("0912 345 678", "P202"),
        ("0912.345.678", "P202"),
        ("091-234-5678", "P202"),
        ("0912 34 56 78", "P202"),
        ("+84 912 345 678", "P202"),
        ("+84912345678", "P202"),
        ("ĐT: 0378123456.", "P202"),
        ("0212345678", None),  # no telephone begins so
        ("09123456789", None),
        ("20210912345678", None),
        ("15127-03-0133", None),
        ("03145-01-012", None),
        ("05.08.2021 12", None),
        ("2021-08-31", None),
        ("B-0005", None),
    ],
)
def test_numbers_of_people_are_found_in_texts(text: str, code: str | None, tmp_path: Path) -> None:
    assert found_with(tmp_path, "teams", note(text)) == ([] if code is None else [(code, 3, 13)])


TEXTS = {
    "units": ("code,name,level,parent,{}\nx,X,area,1,{}\n", ("act", "note")),
    "crosswalk": ("date,from,to,part,act,{}\n2021-07-01,2,3,same,a,{}\n", ("event",)),
    "organisations": ("code,name,kind,unit,{}\nx,X,school,1,{}\n", ("exempt",)),
    "returns": ("date,unit,measure,count,{}\n2021-08-01,1,pledges.student,5,{}\n", ("sheet", "source")),
    "assessments": ("date,subject,regime,window,result,{}\n2021-06-01,1-1,r,2021,met,{}\n", ("decision",)),
    "claims": ("id,figure,value,{}\nc1,pledges.household@D:2021-08-31,1/3,{}\n", ("source",)),
    "directives": ("number,issuer,{}\n05/CT,UBND,{}\n", ("title",)),
    "pledges": ("date,kind,pledger,event,{}\n2021-03-01,household,h1,signed,{}\n", ("sheet",)),
}


@pytest.mark.parametrize(("name", "column"), [(name, column) for name, (_, some) in TEXTS.items() for column in some])
def test_every_column_of_texts_is_looked_at(name: str, column: str, tmp_path: Path) -> None:
    said = [
        found_with(tmp_path / str(n), name, TEXTS[name][0].format(column, text))
        for n, text in enumerate((CITIZEN, PHONE))
    ]
    assert [[code for code, *_ in found] for found in said] == [["P201"], ["P202"]]


CODES = {
    "households": "household,area\n{},1-1\n",
    "pledges": "date,kind,pledger,event\n2021-03-01,household,{},signed\n",
    "organisations": "code,name,kind,unit\n{},X,school,1\n",
    "teams": "code,kind,unit\n{},antt,1-1\n",
    "models": "code,kind,unit\n{},clan,1-1\n",
}


@pytest.mark.parametrize("name", CODES)
def test_every_column_of_codes_is_looked_at(name: str, tmp_path: Path) -> None:
    texts = (CITIZEN, OLD, "0912345678", "0912-345-678", "0912-34-56-78", f"h-{CITIZEN}")
    said = [found_with(tmp_path / text, name, CODES[name].format(text)) for text in texts]
    assert [[code for code, *_ in found] for found in said] == [
        [code] for code in ("P201", "P201", *["P202"] * 3, "P201")
    ]
    usual = ("15127-01-0133", "03145-01-012", "0001", "17123456", "000000000000", "2021-0001-01")
    assert all(found_with(tmp_path / text, name, CODES[name].format(text)) == [] for text in usual)


def test_nine_digits_that_begin_with_a_unit_are_a_number_within_it(tmp_path: Path) -> None:
    units = GOOD["units.csv"].replace("\n1,", "\n15127,").replace(",1,", ",15127,")
    lines = "household,area\n151270001,1-1\n151280001,1-1\n"
    findings = judged(write_book(tmp_path, {**GOOD, "units.csv": units, "households.csv": lines}))
    assert [(found.rule.code, found.place.line) for found in findings] == [("P201", 3)]


def test_every_row_is_told_and_those_that_cannot_be_read_as_well(tmp_path: Path) -> None:
    lines = f"household,area,note\n{CITIZEN},1-1,\n0912 345 678,1-1,\nh2,1-1,\nh1,,gọi {PHONE}\nh3,1-1,{PHONE}\n"
    assert sorted(found_with(tmp_path, "households", lines), key=lambda found: found[1]) == [
        ("P201", 2, 1),
        ("P202", 3, 1),  # it is no code either
        ("P202", 5, 5),
        ("P202", 6, 8),
    ]


# ------------------------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ông Hùng nộp",
            "Ông Nguyễn Văn A",
            "do bà Lan báo",
            "đ/c Tuấn",
            "Đồng chí Lê Thị B",
            "Mr Smith",
            "Mrs. Jones",
        ),
        *("Nguyễn Văn An", "NGUYỄN VĂN AN", "Trần Hưng Đạo", "Nguyen Van A", "chị Hà", "do ông: Hùng", "Cô Lê Hoa"),
    ],
)
def test_a_person_is_named(text: str) -> None:
    assert names_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Báo Thanh Hóa",
            "Báo Thanh Hóa 141626 (08/2021)",
            "Báo Hà Nội Mới",
            "báo cáo minh hoạ của trường",
            "synthetic",
        ),
        *(
            "Trường THCS Lê Lợi",
            "Trường THCS Lê Văn Tám",
            "Trường Tiểu học Nguyễn Bá Ngọc",
            "Trường THPT Đặng Thai Mai",
        ),
        *("đường Nguyễn Trãi", "đường Trần Hưng Đạo", "Phố Lê Lai", "thôn Dương Đình Huệ", "Công ty TNHH Lê Gia Phát"),
        *(
            "Thành phố Hồ Chí Minh",
            "Đoàn TNCS Hồ Chí Minh",
            "Bà Rịa",
            "huyện Anh Sơn",
            "Lý Sơn",
            "Thái Nguyên",
            "Mai Châu",
        ),
        *(
            "đồng chí Bí thư",
            "ông Chủ tịch",
            "Đoàn Thanh Niên",
            "Hội Nông Dân",
            "Ban Bí thư",
            "bà con",
            "chị em phụ nữ",
        ),
        *("UBND xã Cẩm Thủy", "the town and its successor", "Mặt trận Tổ quốc", "786/NQ-UBTVQH14", "dòng họ Lê Văn"),
    ],
)
def test_a_school_a_street_a_paper_or_an_office_is_nobody(text: str) -> None:
    assert not names_somebody(text)


def test_names_are_looked_for_in_remarks_alone(tmp_path: Path) -> None:
    assert found_with(tmp_path / "1", "teams", note(NAME)) == [("P203", 3, 13)]
    units = GOOD["units.csv"].replace("Thôn 1", "Nguyễn Văn An")
    assert found_with(tmp_path / "2", "units", units) == []
    directive = GOOD["directives.csv"].replace("Chỉ thị", "Thư của ông Nguyễn Văn An")
    assert found_with(tmp_path / "3", "directives", directive) == []


# ------------------------------------------------------------------------------------------------------ what is shown


def test_nothing_of_it_is_shown_unasked(tmp_path: Path) -> None:
    organisation = "0912345678,Trường,school,1,,,\n"
    household = f"{CITIZEN},1-1,,,,\n"
    files = {
        "teams.csv": note(f"{NAME} {PHONE} {OLD}"),
        "organisations.csv": GOOD["organisations.csv"] + organisation,
        "households.csv": GOOD["households.csv"] + household.removesuffix(",\n") + "\n",
    }
    findings = judged(write_book(tmp_path, {**GOOD, **files}))
    assert {found.rule.code for found in findings} == {"P201", "P202", "P203"}
    assert {(found.restricted, found.excerpt) for found in findings} == {(True, None)}
    keys = {found.register: found.subject.restricted for found in findings if found.subject}
    assert keys == {"households": True, "organisations": True, "teams": False}
    for lang in LANGUAGES:
        for found in findings:
            assert not any(secret in str(speech(lang).describe(found)) for secret in (CITIZEN, OLD, "0912", "Nguyễn"))
            assert found.cell is not None
            assert found.cell in speech(lang).describe(found, values=True).what


def test_a_column_is_named_in_both_languages(tmp_path: Path) -> None:
    (found,) = judged(write_book(tmp_path, {**GOOD, "teams.csv": "code,kind,unit,phone\n"}))
    assert all("phone" in speech(lang).describe(found).what for lang in LANGUAGES)
    assert found.rule == RULES["P101"]


# -------------------------------------------------------------------------------------------------------------- books


@pytest.mark.parametrize("name", ["cam-thuy-sample", "cam-thuy-2021"])
def test_there_are_no_people_in_the_books(name: str) -> None:
    assert judged(DATA / name) == []


def test_tens_of_thousands_of_codes_are_looked_at_in_no_time(tmp_path: Path) -> None:
    """It takes 3 ms; a search of each cell takes twenty times as long."""
    lines = "".join(f"15127-{n % 90:02}-{n:05},1-1\n" for n in range(30_000))
    book = open_at(write_book(tmp_path, {**GOOD, "households.csv": f"household,area\n{lines}"}))
    for name in REGISTERS:
        book.table(name)
    assert min(time_of(book) for _ in range(5)) < 0.03  # seconds; the machine may be busy


def time_of(book: Book) -> float:
    began = perf_counter()
    assert list(find(Site(book, None, DAY, DAY))) == []
    return perf_counter() - began


# ------------------------------------------------------------------------------------------- beside another finding


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "csv", "md", "github", "junit", "sarif"])
@pytest.mark.parametrize("more", ["", "--select D", "--ignore P"])
@pytest.mark.parametrize(
    "files",
    [
        {"returns.csv": f"date,unit,measure,count,total,note\n2021-08-01,1,pledges.student,9,5,gọi {PHONE}\n"},
        {"returns.csv": f"date,unit,measure,count,total,note\n2021-08-01,1,pledges.student,9,5,Ðã gọi {PHONE}\n"},
        {"teams.csv": f"code,kind,unit,established,ho_ten\nt2,antt,1-1,{NAME}\n"},
        {"teams.csv": f"code,kind,unit,established,abc\nt2,antt,1-1,{NAME}\n"},
    ],
    ids=["a count", "a letter", "a column of names", "a column that nobody knows"],
)
def test_no_other_finding_shows_it(files: dict[str, str], more: str, form: str, tmp_path: Path) -> None:
    write_book(tmp_path / "book", {**GOOD, **files})
    ran = run(f"-b book check -f {form} {more} --lang en", cwd=tmp_path)
    assert ran.code in {1, 2}
    for secret in (PHONE, NAME):
        assert secret not in ran.stdout + ran.stderr


def test_no_summary_shows_it(tmp_path: Path) -> None:
    row = f"2021-08-01,1,pledges.student,9,5,gọi {PHONE}"
    write_book(tmp_path / "book", {**GOOD, "returns.csv": f"date,unit,measure,count,total,note\n{row}\n"})
    ran = run("-b book pledges summary -v", cwd=tmp_path)
    assert "D202" in ran.stderr
    assert PHONE not in ran.stdout + ran.stderr

"""The rules of privacy: what looks like a person is found, what only nearly does is not, and nothing of it is shown."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from antq_cli.checks.privacy import RULES, find
from antq_cli.checks.site import Site
from antq_cli.cli.commands import COMMANDS
from antq_cli.core.findings import Finding
from antq_cli.core.personal import looks_personal, names_somebody
from antq_cli.core.registers import REGISTERS
from antq_cli.words.speech import LANGUAGES, speech
from tests.checks.gallery import GOOD, changed
from tests.cli.harness import run
from tests.helpers import DAY, open_at, shown, write_book
from tests.thinned import spread

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
        *((text, "P202") for text in ("84912345678", "0084912345678", "(0912) 345 678", "(+84) 912 345 678")),
        *((text, "P202") for text in ("(0912)345678", "0912 3456 78", "09 12 34 56 78", "gọi 0912.3456.78")),
        *((text, "P201") for text in ("038 095 001 234", "038.095.001.234", "CMND 171 234 567", "cccd: 38095001234")),
        ("171 234 567", None),  # may be anything
        ("038 495 001 234", None),
        ("84512 hộ", None),
        ("12 34 56 78 90", None),
        ("0237 3876 123", None),  # an office
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
    **{
        f"{name} of another": text
        for name, text in {
            "teams": "code,kind,unit\nt1,antt,{}\n",
            "models": "code,kind,unit,host\nm1,clan,1-1,{}\n",
            "returns": "date,unit,measure,count\n2021-08-01,{},pledges.student,5\n",
            "households": "household,area\nh1,{}\n",
            "assessments": "date,subject,regime,window,result\n2021-06-01,{},r,2021,met\n",
            "crosswalk": "event,date,from,to,part,act\ne,2021-07-01,{},3,same,a\n",
        }.items()
    },
}


@pytest.mark.parametrize("name", CODES)
def test_every_column_of_codes_is_looked_at(name: str, tmp_path: Path) -> None:
    texts = (CITIZEN, OLD, "0912345678", "0912-345-678", "0912-34-56-78", f"h-{CITIZEN}")
    register = name.split(maxsplit=1)[0]
    said = [found_with(tmp_path / text, register, CODES[name].format(text)) for text in texts]
    assert [[code for code, *_ in found] for found in said] == [
        [code] for code in ("P201", "P201", *["P202"] * 3, "P201")
    ]
    usual = ("15127-01-0133", "03145-01-012", "0001", "17123456", "000000000000", "2021-0001-01")
    assert all(found_with(tmp_path / text, register, CODES[name].format(text)) == [] for text in usual)


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
        *("thôn trưởng Lê Văn Bình", "xã đội trưởng Lê Văn Bình", "công an xã Phạm Văn Bình ký", "chủ hộ: Phạm Hùng"),
        *("trường hợp Nguyễn Văn An", "nguyễn văn ba", "do trần thị hoa nộp"),
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
        *("Lưu Văn phòng UBND xã", "LƯU VĂN PHÒNG", "LƯU TẠI XÃ", "HỒ SƠ GỐC", "ĐÀO TẠO CÁN BỘ", "các em Học sinh"),
        *("cô Giáo chủ nhiệm", "lưu văn phòng", "hồ sơ gốc", "chủ hộ: Chưa ký", "trường Lê Văn Tám", "đào tạo cán bộ"),
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
            said = str(speech(lang).describe(shown(found)))
            assert not any(secret in said for secret in (CITIZEN, OLD, "0912", "Nguyễn"))
            assert found.cell is not None
            assert found.cell in speech(lang).describe(shown(found, values=True)).what


def test_a_column_is_named_in_both_languages(tmp_path: Path) -> None:
    (found,) = judged(write_book(tmp_path, {**GOOD, "teams.csv": "code,kind,unit,phone\n"}))
    assert all("phone" in speech(lang).describe(shown(found)).what for lang in LANGUAGES)
    assert found.rule == RULES["P101"]


# -------------------------------------------------------------------------------------------------------------- books


@pytest.mark.parametrize("name", ["cam-thuy-sample", "cam-thuy-2021"])
def test_there_are_no_people_in_the_books(name: str) -> None:
    assert judged(DATA / name) == []


# ------------------------------------------------------------------------------------------- beside another finding


SECRETS = (PHONE, NAME, "0987654321", CITIZEN, "HK1", "100123")
RETURNS = "date,unit,measure,count,total,sheet,note\n"
TEAMS = "code,kind,unit,established,dissolved,note\n"
HOUSEHOLDS = "household,area,joined,left,excluded,note\n"
PLEDGES = "date,kind,pledger,event,sheet\n"
# Books in which something else is wrong beside what is personal, or where the code of a household has got lost.
BESIDE: dict[str, dict[str, str | None]] = {
    "a count": {"returns.csv": f"{RETURNS}2021-08-01,1,pledges.student,9,5,,gọi {PHONE}\n"},
    "a letter": {"returns.csv": f"{RETURNS}2021-08-01,1,pledges.student,9,5,,Ðã gọi {PHONE}\n"},
    "two on one line": {"returns.csv": f"{RETURNS}2021-08-01,1,pledges.student,9,5,Ð {PHONE},Ð 0987654321\n"},
    "a column of names": {"teams.csv": f"code,kind,unit,established,ho_ten\nt2,antt,1-1,{NAME}\n"},
    "a column that nobody knows": {"teams.csv": f"code,kind,unit,established,abc\nt2,antt,1-1,{NAME}\n"},
    "a column that is a number": {"teams.csv": f"code,kind,unit,{CITIZEN}\nt2,antt,1-1,\n"},
    "a column that is a name": {"teams.csv": f"code,kind,unit,{NAME}\nt2,antt,1-1,\n"},
    "the remark of a household": {"households.csv": f"{HOUSEHOLDS}h1,1-1,,,,Ð {PHONE}\n"},
    "the sheet of a pledge": {"pledges.csv": f"{PLEDGES}2021-03-01,household,h1,signed,e\u0301 {NAME} {PHONE}\n"},
    "a key": {"teams.csv": f"{TEAMS}{CITIZEN},antt,9-9,,,\n"},
    "a key in a file of tables": {
        "teams.csv": None,
        "teams.toml": f'[[teams]]\ncode = "{PHONE}"\nkind = "x"\nunit = "9-9"\n',
    },
    "a unit": {"teams.csv": f"{TEAMS}t1,antt,{CITIZEN},,,\n"},
    "a day": {"teams.csv": f"{TEAMS}t1,antt,1-1,,0987654321,\n"},
    "rows that contradict each other": {"teams.csv": f"{TEAMS}{CITIZEN},antt,1-1,,,\n{CITIZEN},antt,2-1,,,\n"},
    "a row that is repeated": {"teams.csv": f"{TEAMS}t1,antt,1-1,,,\nt1,antt,1-1,,,{NAME} {PHONE}\n"},
    "who reports": {
        "organisations.csv": f"{GOOD['organisations.csv']}{CITIZEN},Trường,school,1,,,\n",
        "returns.csv": f"{RETURNS}2020-08-01,{CITIZEN},pledges.student,90,100,,\n"
        f"2021-08-01,{CITIZEN},pledges.student,900,1000,,\n",
    },
    "codes that have changed places": {"households.csv": f"{HOUSEHOLDS}1-1,100123,,,,\n1-2,HK1,,,,\n"},
    "a code for a day": {"pledges.csv": f"{PLEDGES}100123,household,2021-03-01,signed,\nHK1,household,h1,signed,\n"},
    "a code for a kind": {"pledges.csv": f"{PLEDGES}2021-03-01,100123,h1,signed,\n2021-03-01,HK 100123,h1,signed,\n"},
    "a code for an event": {"pledges.csv": f"{PLEDGES}2021-03-01,household,h1,100123,\n"},
    "a code in a list": {
        "pledges.csv": None,
        "pledges.toml": '[[pledges]]\ndate = 2021-03-01\nkind = "household"\npledger = "h1"\nevent = ["HK1"]\n',
    },
    "a code for a column": {"households.csv": None, "households.toml": '[[households]]\nhousehold = "h1"\nHK1 = 5\n'},
    "a code in the header": {"households.csv": "household,area,HK1\nh1,1-1,\n"},
    "a number for a count": {"returns.csv": f"{RETURNS}2021-08-01,1,pledges.student,0987654321,5,,\n"},
    "a number for a total": {"returns.csv": f"{RETURNS}2021-08-01,1,pledges.student,5,0987654321,,\n"},
    "a number for how many": {"teams.csv": "code,kind,unit,members\nt1,antt,1-1,0987654321\n"},
    "a number for a result": {
        "assessments.csv": "date,subject,regime,window,result\n2021-06-01,1-1,r,2021,0987654321\n",
    },
    "a number for what was claimed": {
        "claims.csv": f"id,figure,value,source\nc1,pledges.household@D:2021-08-31,{CITIZEN},báo\n",
    },
    "a number for a word of a few": {"pledges.csv": f"{PLEDGES}2021-03-01,household,h1,0987654321,\n"},
    "a number in what is waived": {
        "antq.toml": f"{GOOD['antq.toml']}\n[[waivers]]\n"
        'rule = "X101"\nregister = "teams"\nkey = "0987654321"\nreason = "r"\n',
    },
    "a number that was probably meant": {
        "units.csv": f"{GOOD['units.csv']}0987654321,Thôn,area,1,,\n",
        "teams.csv": f"{TEAMS}t1,antt,O987654321,,,\n",
    },
}
# Where a column is refused, no finding is of its cells.
UNSEEN = {"a column of names", "a column that nobody knows"}


# In every format; what is chosen knows no format.
CHOSEN = [f"-f {form}" for form in COMMANDS["check"].formats] + [
    f"-f {form} {more}" for form in ("full", "json") for more in ("--select D,X,R,Q", "--ignore P")
]


@pytest.mark.spread
@pytest.mark.parametrize("case", BESIDE)
def test_no_other_finding_shows_it(case: str, tmp_path: Path) -> None:
    write_book(tmp_path / "book", changed(BESIDE[case]))
    for line in spread(CHOSEN, [*BESIDE].index(case)):
        ran = run(f"-b book check {line} --lang en", cwd=tmp_path)
        assert ran.code in {0, 1, 2}
        for secret in SECRETS:
            assert secret not in ran.stdout + ran.stderr, line


@pytest.mark.parametrize("files", [files for name, files in BESIDE.items() if name not in UNSEEN])
def test_it_is_shown_where_it_is_asked_for(files: dict[str, str | None], tmp_path: Path) -> None:
    """Else the test above would pass where nothing is found at all."""
    write_book(tmp_path / "book", changed(files))
    ran = run("-b book check -f json --values --lang en", cwd=tmp_path)
    assert any(secret in ran.stdout for secret in SECRETS)


def test_a_baseline_holds_nothing_of_it(tmp_path: Path) -> None:
    """Of what is withheld three digits of a hash: not enough to find out which of a thousand numbers it was."""
    files = {"teams.csv": f"{TEAMS}{CITIZEN},antt,9-9,,,\n", "households.csv": f"{HOUSEHOLDS}h1,9-9,,,,\n"}
    write_book(tmp_path / "book", changed(files))
    run("-b book check --write-baseline known.toml", cwd=tmp_path)
    held = [row["content"] for row in tomllib.loads((tmp_path / "known.toml").read_text("utf-8"))["known"]]
    assert sorted({len(content) for content in held}) == [3, 32]
    assert sum(len(content) == 3 for content in held) >= 3


@pytest.mark.parametrize("line", ["teams summary", "teams summary -f json", "summary -v", "claims"])
def test_no_other_command_shows_a_number(line: str, tmp_path: Path) -> None:
    files = {"teams.csv": f"{TEAMS}t1,antt,{CITIZEN},,,\n{CITIZEN},antt,0912345678,,,\n"}
    write_book(tmp_path / "book", changed(files))
    ran = run(f"-b book {line} --lang en", cwd=tmp_path)
    assert "X101" in ran.stderr or line == "claims"
    assert not any(secret in ran.stdout + ran.stderr for secret in (CITIZEN, "0912345678"))


@pytest.mark.parametrize("line", ["claims", "claims -f json", "claims -f csv", "summary", "summary -f json"])
def test_no_claim_tells_of_a_household_where_a_unit_should_stand(line: str, tmp_path: Path) -> None:
    """By mistake it names one; what else is claimed is shown as it stands, a place that nobody knows as well."""
    claims = ("c,pledges.household@hh-7731:2021-08-31,1,x", "d,pledges.household@1-9:2021-08-31,1,x")
    text = "\n".join(["id,figure,value,source", *claims, ""])
    files = {"households.csv": f"{HOUSEHOLDS}hh-7731,1,,,,\n", "claims.csv": text}
    write_book(tmp_path / "book", changed(files))
    ran = run(f"-b book {line} --lang en", cwd=tmp_path)
    assert ("hh-7731" in ran.stdout + ran.stderr, "1-9" in ran.stdout) == (False, True)


def test_no_summary_shows_it(tmp_path: Path) -> None:
    row = f"2021-08-01,1,pledges.student,9,5,gọi {PHONE}"
    write_book(tmp_path / "book", {**GOOD, "returns.csv": f"date,unit,measure,count,total,note\n{row}\n"})
    ran = run("-b book pledges summary -v", cwd=tmp_path)
    assert "D202" in ran.stderr
    assert PHONE not in ran.stdout + ran.stderr

"""The rules of privacy (P): columns and cells that look as if they were about a person.

Books hold codes and counts. What is found here is never shown unasked, not even in the excerpt of a line.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from unicodedata import combining, normalize

from antq_cli.checks.site import Site
from antq_cli.core.findings import Finding, Rule
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import Book
from antq_cli.reading.parts import At, cell_finding
from antq_cli.reading.tables import Table

_CODES = {
    **dict.fromkeys(("units", "organisations", "teams", "models"), "code"),
    "households": "household",
    "pledges": "pledger",
    "claims": "id",
}
_TEXTS = ("note", "sheet", "source", "name", "act", "title", "exempt", "event", "decision", "issuer", "number")
# Where a clerk writes freely. Names of units, papers and offices are full of people's names.
_REMARKS = ("note", "sheet", "source", "exempt")
RULES = {
    rule.code: rule
    for rule in (
        Rule("P101", "personal-column", of=tuple(REGISTERS)),
        Rule("P201", "identity-number", of=tuple(REGISTERS)),
        Rule("P202", "phone-number", of=tuple(REGISTERS)),
        Rule("P203", "person-name", "warning", of=tuple(REGISTERS)),
    )
}


def shielded(findings: Iterable[Finding], personal: Iterable[Finding]) -> list[Finding]:
    """Return findings without what is personal: others on the same line, or in the same file, would show it.

    ``personal`` are the findings of these rules. Of a line with a personal cell the excerpt is left out, and the cell
    is withheld; of a file with a personal column no row is shown.
    """
    files = {found.place.path for found in personal if found.rule.code == "P101"}
    lines = {(found.place.path, found.place.line): found.cell for found in personal if found.rule.code != "P101"}
    shown = []
    for found in findings:
        at = found.place.path, found.place.line
        if found.excerpt is not None and (at in lines or (found.place.path in files and found.place.line > 1)):
            same = found.cell is not None and lines.get(at) == found.cell
            found = found._replace(excerpt=None, restricted=found.restricted or same)  # noqa: PLW2901 - it is that one
        shown.append(found)
    return shown


def find(site: Site) -> Iterator[Finding]:
    """Yield the columns and the cells of a book that look personal; they need no map."""
    yield from _personal_columns(site.book)
    units = site.book.table("units").columns["code"]
    for name, register in REGISTERS.items():
        table = site.book.table(name)
        for column in register.columns:
            judge = _judge(name, column.name, units)
            if judge is not None:
                yield from _in_rows(table, column.name, judge)
                yield from _in_broken(table, column.name, judge)


# ----------------------------------------------------------------------------------------------------------- columns

# Folded names of columns, whole; and parts of such names that are long enough to mean nothing else.
_WHOLE = frozenset({"ten", "name", "cmt", "sdt", "dt", "tel", "dob", "tuoi", "age", "sex", "mail", "zalo"})
_PART = re.compile(
    r"hoten|hovaten|tenho|hodem|chuho|nguoiky|fullname|firstname|lastname|surname|cccd|cmnd|cancuoc|chungminh|hochieu"
    r"|passport|identity|idnumber|idcard|nationalid|citizen|sodt|dienthoai|didong|phone|mobile|ngaysinh|namsinh|birth"
    r"|diachi|address|email|chuky|signature|gioitinh|gender|dantoc|tongiao|religion|facebook"
)


def folded(name: str) -> str:
    """Return the name of a column in small letters, without diacritics, blanks, dots, hyphens and underscores."""
    letters = normalize("NFD", name.casefold().replace("đ", "d"))
    return re.sub(r"[\s_.-]", "", "".join(letter for letter in letters if not combining(letter)))


def looks_personal(name: str) -> bool:
    """Return whether a column, by its name, holds who somebody is or how to reach them."""
    return folded(name) in _WHOLE or _PART.search(folded(name)) is not None


def _personal_columns(book: Book) -> Iterator[Finding]:
    """Find the columns that no register has (F013) and that look personal (P101)."""
    for found in book.findings:
        if found.rule.code == "F013" and looks_personal(str(found.values["column"])):
            values = {name: found.values[name] for name in ("register", "column")}
            yield found._replace(rule=RULES["P101"], values=values)


# ------------------------------------------------------------------------------------------------------------- cells

# CCCD: the province 001 to 096, the century and sex 0 to 3 (TT 59/2021/TT-BCA), eight more digits. CMND: nine digits.
_CITIZEN = r"(?<!\d)0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}(?!\d)"
_IDENTITY = re.compile(rf"{_CITIZEN}|(?<![\w./,-])\d{{9}}(?![\w/-]|[.,]\d)")
# Ten digits from 03, 05, 07, 08, 09 on; of those after the 0, two or three stand before the first blank, dot or hyphen.
_S = r"[ \u00a0.-]"
_PHONE = re.compile(
    rf"(?<!\d)(?<!\d[.-])(?:0|\+84{_S}?0?)[35789]"
    rf"(?:\d{{8}}|\d{{2}}{_S}(?:\d{{3}}{_S}?\d{{3}}|\d\d{_S}\d\d{_S}\d\d)|\d{_S}(?:\d{{3}}{_S}?\d{{4}}|\d{{4}}{_S}?\d{{3}}))"
    rf"(?!\d|[.-]\d)"
)
# What the digits of a code look like that may hold one of these: 9 in a row, or the groups of a telephone number.
_DIGITS = str.maketrans("123456789 .\u00a0", "000000000---")  # blanks and dots: also what is no code is looked at
_NINE = 9
_SHAPES = ("0" * _NINE, "000-000", "0000-00-00-00")


# Takes the distinct cells of a column, and yields the code of each rule that some of them break, with these.
Judge = Callable[[Collection[str]], Iterator[tuple[str, Iterable[str]]]]


def _judge(register: str, column: str, units: Collection[str]) -> Judge | None:
    """Return what judges the cells of a column, None where nothing that is personal can stand in it."""
    if column == _CODES.get(register):
        return partial(_in_codes, units)
    if column in _TEXTS and (register, column) != ("pledges", "event"):
        return partial(_in_texts, names=column in _REMARKS)
    return None


def _in_codes(units: Collection[str], cells: Collection[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the codes that hold an identity or a telephone number (P201, P202).

    Nine digits that begin with the code of a unit are a number within that unit.
    """
    shape = "\n".join(cells).translate(_DIGITS)
    if not any(each in shape for each in _SHAPES):
        return
    numbers = tuple({code for code in units if re.fullmatch(r"\d{3,8}", code)})
    identities = (cell for cell in cells if _IDENTITY.search(cell))
    yield "P201", [cell for cell in identities if not (len(cell) == _NINE and cell.startswith(numbers))]
    yield "P202", filter(_PHONE.search, cells)


def _in_texts(cells: Collection[str], *, names: bool) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the texts that hold an identity number, a telephone number (P201, P202) or, in remarks, a name (P203)."""
    together = "\n".join(cells)
    if "0" * _NINE in together.translate(_DIGITS) and _IDENTITY.search(together):
        yield "P201", filter(_IDENTITY.search, cells)
    if _PHONE.search(together):
        yield "P202", filter(_PHONE.search, cells)
    if names and " " in together and names_somebody(together):
        yield "P203", filter(names_somebody, cells)


def _in_rows(table: Table, column: str, judge: Judge) -> Iterator[Finding]:
    """Yield the findings on the rows of a register that could be read; its distinct cells are judged."""
    for code, cells in judge(table.columns.distinct(column)):
        wanted = set(cells)
        for row, cell in enumerate(table.columns[column]) if wanted else ():
            if cell in wanted:
                yield _withheld(table, column, table.finding(RULES[code], row, column))


def _in_broken(table: Table, column: str, judge: Judge) -> Iterator[Finding]:
    """Yield the findings on the rows that were left out in reading: a telephone number is no good code either."""
    for part in table.parts:
        kept = set(part.records) if part.broken else set()
        lost = [record for record in range(len(kept) + len(part.broken)) if record not in kept]
        for record, row in zip(lost, part.broken, strict=True):
            for code, cells in judge([row.get(column, "")]):
                if [*cells]:
                    at = At(record, column, row)
                    found = cell_finding(table.register, RULES[code], part.path, part.locate, at)
                    yield _withheld(table, column, found)


def _withheld(table: Table, column: str, found: Finding) -> Finding:
    """Return a finding no part of which is shown unasked: neither the cell, nor its line, nor a key that holds it."""
    assert found.subject is not None
    restricted = found.subject.restricted or column in table.register.model.key
    return found._replace(excerpt=None, restricted=True, subject=found.subject._replace(restricted=restricted))


# ------------------------------------------------------------------------------------------------------------- names

_UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_WORD = rf"[{_UPPER}]\w*"  # a word with a capital


def _either(words: str) -> str:
    """Return a pattern of words, each with a capital or in capitals."""
    return "|".join(f"{word}|{word.upper()}" for word in words.split())


_COMMON = _either(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Trương Phùng Quách Mai Lưu Đào"
    " Tạ Tống"
)
_RARER = _either("Đoàn Hà Lâm Lương Cao Thái Triệu Vương Kiều Chu Tô Tăng Doãn Cù Lò Giang Thạch Nghiêm")
_PLAIN = _either("Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Trinh Truong Quach")
_MIDDLE = _either("Văn Thị")
# Words that begin an office and not a name: đồng chí Bí thư, ông Chủ tịch.
_OFFICE = r"(?!(?:Bí|Chủ|Phó|Trưởng|Giám|Hiệu|Tổ|Ủy|Uỷ|Cán|Công|Đội|Thường|Tổng|Bộ|Đại|Thượng|Trung|Thiếu|Hội)\b)"
_NAME = re.compile(
    rf"\b(?:ông|bà|anh|chị|em|cô|chú|bác|Ông|Chị|[Đđ]/c|[Đđ]ồng chí|Mr|Mrs|Ms)\.?[ :]+{_OFFICE}{_WORD}"
    rf"|\b(?:Bà|Anh|Em|Cô|Chú|Bác)[ :]+{_OFFICE}{_WORD} {_WORD}"
    rf"|\b(?:{_COMMON}) (?:{_MIDDLE}|{_WORD} {_WORD})"
    rf"|\b(?:{_RARER}) (?:{_MIDDLE}) {_WORD}"
    rf"|\b(?:{_PLAIN}) (?:{_either('Van Thi')}) {_WORD}"
)
# What bears a person's name without being one: schools, streets, papers, places; and the city.
_NAMED_AFTER = re.compile(
    r"\b(?:trường|thcs|thpt|tiểu học|trung học|phổ thông|cơ sở|th|mầm non|mn|đường|phố|ngõ|phường|xã|thôn|bản|làng|khu"
    r"|tdp|tổ dân phố|kdc|chợ|cầu|sông|đảo|báo|quỹ|công ty|tnhh|dntn|htx|hợp tác xã|bệnh viện|công viên|quảng trường"
    r"|huyện|quận|tỉnh|thị trấn|tp|thành phố|đền|chùa|nhà thờ|tượng đài|giải|giải thưởng|học bổng|dòng họ|họ)"
    r"\.? (?:[\w&-]+ ){0,2}$",
    re.IGNORECASE,
)
_CITY = re.compile(r"Hồ Chí Minh|HỒ CHÍ MINH")


def holds_personal(text: str) -> bool:
    """Return whether a text, such as a line of a file, holds an identity or a telephone number, or names a person."""
    return bool(_IDENTITY.search(text) or _PHONE.search(text)) or names_somebody(text)


def names_somebody(text: str) -> bool:
    """Return whether a text seems to name a person: a title and a name, or a family name and two more words."""
    return any(not _is_place(text, found) for found in _NAME.finditer(text))


def _is_place(text: str, found: re.Match[str]) -> bool:
    """Return whether a name is that of a school or a street; after a title in small letters it is somebody's."""
    if found[0][0].islower():
        return False
    before = text[max(0, found.start() - 40) : found.start()]
    return _CITY.match(found[0]) is not None or _NAMED_AFTER.search(before) is not None

"""What looks personal: the names of columns, identity and telephone numbers, and people's names in a text."""

import re
from collections.abc import Iterable

from antq_cli.core.folding import as_heading

# ----------------------------------------------------------------------------------------------------------- columns

# Folded names of columns, whole; and parts of such names that are long enough to mean nothing else.
_WHOLE = frozenset({"ten", "name", "cmt", "sdt", "dt", "tel", "dob", "tuoi", "age", "sex", "mail", "zalo"})
_PART = re.compile(
    r"hoten|hovaten|tenho|hodem|chuho|nguoiky|fullname|firstname|lastname|surname|cccd|cmnd|cancuoc|chungminh|hochieu"
    r"|passport|identity|idnumber|idcard|nationalid|citizen|sodt|dienthoai|didong|phone|mobile|ngaysinh|namsinh|birth"
    r"|diachi|address|email|chuky|signature|gioitinh|gender|dantoc|tongiao|religion|facebook"
)


def looks_personal(name: str) -> bool:
    """Return whether a column, by its name, holds who somebody is or how to reach them."""
    return as_heading(name) in _WHOLE or _PART.search(as_heading(name)) is not None


# ----------------------------------------------------------------------------------------------------------- numbers

# What may stand between the groups of a number.
_S = r"[ \u00a0.-]"
# CCCD: the province 001 to 096, the century and sex 0 to 3 (TT 59/2021/TT-BCA), eight more digits. CMND: nine digits.
_PROVINCE = r"0(?:0[1-9]|[1-8]\d|9[0-6])"
_CITIZEN = rf"(?<!\d){_PROVINCE}(?:[0-3]\d{{8}}|{_S}[0-3]\d\d{_S}\d{{3}}{_S}\d{{3}})(?!\d)"
_SHORTEST, _NINE = 3, 9
_OLD = r"(?<![\w./,-])\d{9}(?![\w/-]|[.,]\d)"
# After a word for the card any number is that of one, however it is grouped.
_SAID = rf"(?i:\b(?:cccd|cmnd|cmtnd|cmt|căn cước|chứng minh)\b)\D{{0,20}}\d(?:{_S}?\d){{7,11}}(?!\d)"
_IDENTITY = re.compile(rf"{_SAID}|{_CITIZEN}|{_OLD}")
# Ten digits from 03, 05, 07, 08, 09 on, or 84 in the place of the 0; grouped as people write them. Telephones of
# offices (02) are nobody's.
_PHONE = re.compile(
    rf"(?<!\d)(?<!\d[.-])(?:(?:00)?84[35789]\d{{8}}|\(?(?:0|\+84\)?{_S}?0?)[35789]"
    rf"(?:\d{{8}}|\d\d\){_S}?\d{{3}}{_S}?\d{{3}}|{_S}\d\d{_S}\d\d{_S}\d\d{_S}\d\d"
    rf"|\d\d{_S}(?:\d{{3}}{_S}?\d{{3}}|\d{{4}}{_S}\d\d|\d\d{_S}\d\d{_S}\d\d)"
    rf"|\d{_S}(?:\d{{3}}{_S}?\d{{4}}|\d{{4}}{_S}?\d{{3}})))"
    rf"(?!\d|[.-]\d)"
)
# What the digits of a text look like that may hold one of these: 9 in a row, or groups of them.
_DIGITS = str.maketrans("123456789 .\u00a0", "000000000---")
_SHAPES = ("0" * _NINE, "000-000", ")000", ")-000", "00-00-00-00")


def may_hold_numbers(text: str) -> bool:
    """Return whether a text, such as many cells at once, may hold one of the numbers; nearly all do not."""
    shape = text.translate(_DIGITS)
    return any(each in shape for each in _SHAPES)


def prefixes_of(units: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of units that are numbers: nine digits that begin with one are a number within that unit."""
    return tuple({code for code in units if code.isascii() and code.isdigit() and _SHORTEST <= len(code) < _NINE})


def holds_identity(text: str, prefixes: tuple[str, ...] = ()) -> bool:
    """Return whether a text holds an identity number; nine digits that begin with the code of a unit are none."""
    found = (each[0] for each in _IDENTITY.finditer(text))
    return any(not (len(each) == _NINE and each.startswith(prefixes)) for each in found)


def holds_phone(text: str) -> bool:
    """Return whether a text holds the number of a mobile telephone."""
    return _PHONE.search(text) is not None


def holds_number(text: str, prefixes: tuple[str, ...] = ()) -> bool:
    """Return whether a text holds an identity or a telephone number."""
    return may_hold_numbers(text) and (holds_identity(text, prefixes) or holds_phone(text))


def holds_personal(text: str) -> bool:
    """Return whether a text, such as a line of a file, holds an identity or a telephone number, or names a person."""
    return holds_number(text) or names_somebody(text)


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
_COMMON_LOWER = re.compile(rf"(?:{_COMMON.lower()}) ")
_PLAIN = _either("Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Trinh Truong Quach")
_MIDDLE = _either("Văn Thị")
# What makes an office, a paper or a thing of a word that could be a family name: Lưu Văn phòng, Lưu tại xã, Hồ sơ gốc.
_NO_NAME = r"(?! (?i:tại|sơ|tạo|sinh|quan|thông|động|viên|văn (?:phòng|bản|hóa|hoá|thư|kiện|nghệ))\b)"
# Words that begin an office and not a name: đồng chí Bí thư, ông Chủ tịch, các em Học sinh.
_OFFICE = (
    r"(?!(?:Bí|Chủ|Phó|Trưởng|Giám|Hiệu|Tổ|Ủy|Uỷ|Cán|Công|Đội|Thường|Tổng|Bộ|Đại|Thượng|Trung|Thiếu|Hội|Học|Giáo|Sinh"
    r"|Thầy|Đảng|Đoàn)\b)"
)
_NAME = re.compile(
    rf"\b(?:ông|bà|anh|chị|em|cô|chú|bác|Ông|Chị|[Đđ]/c|[Đđ]ồng chí|Mr|Mrs|Ms)\.?[ :]+{_OFFICE}{_WORD}"
    rf"|\b(?:Bà|Anh|Em|Cô|Chú|Bác|[Cc]hủ hộ)[ :]+{_OFFICE}{_WORD} {_WORD}"
    rf"|\b(?:{_COMMON}){_NO_NAME} (?:(?:{_MIDDLE})\b|{_WORD} {_WORD})"
    rf"|\b(?:{_COMMON.lower()}) (?:văn|thị) (?!phòng|bản|hóa|hoá|thư|kiện|nghệ|trấn|xã|trường|sát)\w+"
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
# Somebody who is something of a place: thôn trưởng Lê Văn Bình, công an xã Phạm Văn Bình.
_OFFICER = re.compile(r"(?i:trưởng|phó|bí thư|chủ tịch|công an|cán bộ|trường hợp|chủ hộ)(?: [\w&-]+){0,2} $")
_CITY = re.compile(r"Hồ Chí Minh|HỒ CHÍ MINH")


def names_somebody(text: str) -> bool:
    """Return whether a text seems to name a person: a title and a name, or a family name and two more words."""
    if " " not in text and ":" not in text:  # which is so of nearly every line, and the pattern is slow
        return False
    return any(not _is_place(text, found) for found in _NAME.finditer(text))


def _is_place(text: str, found: re.Match[str]) -> bool:
    """Return whether a name is that of a school or a street; after a title in small letters it is somebody's."""
    if found[0][0].islower() and not _COMMON_LOWER.match(found[0]):
        return False
    # A few words before it say whose name it is; on a long line more of them would take long.
    before = text[max(0, found.start() - 40) : found.start()]
    if _OFFICER.search(before):
        return False
    return _CITY.match(found[0]) is not None or _NAMED_AFTER.search(before) is not None

"""The codings of one byte a letter in which Vietnamese was written before Unicode, to tell windows-1258 from them.

None is read for what it says: a text that could be in one of them is not taken for windows-1258.
"""

import unicodedata
from collections.abc import Iterator

# TCVN 5712:1993 (TCVN3) from 0xA1 on; a blank is a byte that stands for no letter. Fonts made its small letters large.
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ "
# VISCII (RFC 1456) from 0x80 on.
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúủũýợỮ"
)
# VNI writes a letter and behind it its marks, as the letter that its bytes are in Latin-1; some letters are one sign.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_LETTERS = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
_VNI = str.maketrans(
    {sign.upper(): marks for sign, marks in _VNI_MARKS.items()}
    | _VNI_MARKS
    | {sign.upper(): letter.upper() for sign, letter in _VNI_LETTERS.items()}
    | _VNI_LETTERS
)
# What stands for a byte that stands for nothing: no word holds it.
_NONE = "\N{REPLACEMENT CHARACTER}"


def readings(raw: bytes) -> Iterator[str]:
    """Yield what bytes say in NFC in each coding in which they could be written, windows-1258 apart."""
    for read in (_tcvn3, _viscii, _vni, _latin):
        text = unicodedata.normalize("NFC", read(raw))
        if _NONE not in text and not any(map(unicodedata.combining, text)):
            yield text


def _latin(raw: bytes) -> str:
    """Return bytes as windows-1252 has them; what is no letter there is one nowhere here."""
    return raw.decode("cp1252", errors="replace")


def _vni(raw: bytes) -> str:
    return _latin(raw).translate(_VNI)


def _tcvn3(raw: bytes) -> str:
    return _by_table(raw, 0xA1, _TCVN3)


def _viscii(raw: bytes) -> str:
    return _by_table(raw, 0x80, _VISCII)


def _by_table(raw: bytes, first: int, letters: str) -> str:
    table = {first + number: letter if letter != " " else _NONE for number, letter in enumerate(letters)}
    return raw.decode("latin-1").translate({**_signs(first), **table})


def _signs(first: int) -> dict[int, str]:
    """Return the signs that stand before the letters: quotation marks, dashes, a blank that does not break."""
    return {code: _latin(bytes([code])) for code in range(0x80, first)}

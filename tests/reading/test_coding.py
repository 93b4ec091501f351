"""Codings: what is read is what was written, and what could be several things is not read."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.reading.coding import Encoding, decoded, odd_byte
from antq_cli.reading.legacy import _TCVN3, _VISCII, _VNI_LETTERS, _VNI_MARKS, readings
from antq_cli.words.syllables import possible
from tests.writing.test_mending import in_1258

# What the words are in the two codings that were in use beside each other, as the programs of the time wrote them.
SAMPLES = {
    "TCVN3": [(b"Th\xabn Ph\xf3c", "Thôn Phúc"), (b"Ph\xe8 C\xe8c", "Phố Cốc"), (b"\xa7\xe5ng T\xa9m", "Đồng Tâm")],
    "VNI": [(b"Ba\xe9c", "Bắc"), (b"Th\xf2 tra\xe1n", "Thị trấn"), (b"Ng\xf6\xf4\xf8i", "Người"), (b"s\xf3", "sĩ")],
    "VISCII": [(b"C\xa6m Th\xfcy", "Cẩm Thũy"), (b"\xd0\xb0ng T\xe2m", "Đồng Tâm")],
}
WORDS = [
    "Thôn", "Phúc", "Phố", "Cốc", "Bắc", "Cẩm", "Thủy", "Tổ", "dân", "phố", "Hòa", "Hoà", "Quý", "giữa", "Nguyễn",
    "khuỷu", "Hoè", "huề", "vũ", "sĩ", "cô", "mơ", "Đồng", "được", "Tú", "Lý", "Bạ", "già", "giếng", "ĐƯỜNG", "phóc",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def by_table(first: int, letters: str) -> Callable[[str], bytes]:
    codes = {letter: first + number for number, letter in enumerate(letters) if letter != " "}
    return lambda text: bytes(codes.get(sign, ord(sign) if ord(sign) < 128 else 63) for sign in text)


def vni(text: str) -> bytes:
    signs = {letter: sign for sign, letter in _VNI_LETTERS.items()}
    # A letter with two marks has one sign for both.
    marks = {unicodedata.normalize("NFC", f"o{mark}"): sign for sign, mark in _VNI_MARKS.items()}
    out = ""
    for letter in text:
        small = letter.lower()
        one = signs.get(small) or _of_two(small, signs, marks)
        out += one.upper() if letter.isupper() else one
    return out.encode("cp1252")


def _of_two(letter: str, signs: dict[str, str], marks: dict[str, str]) -> str:
    apart = unicodedata.normalize("NFD", letter)
    horn = unicodedata.normalize("NFC", apart[:2]) if "\u031b" in apart else apart[0]
    rest = apart.replace("\u031b", "")[1:]
    if not rest:
        return signs.get(horn, horn)
    circumflex_first = "".join(sorted(rest, key=lambda mark: mark not in "\u0302\u0306"))
    sign = next(sign for sign, mark in _VNI_MARKS.items() if mark == circumflex_first)
    return signs.get(horn, horn) + sign


LEGACY: dict[str, Callable[[str], bytes]] = {
    "TCVN3": by_table(0xA1, _TCVN3),
    "VISCII": by_table(0x80, _VISCII),
    "VNI": vni,
    "windows-1252": lambda text: text.encode("cp1252", errors="replace"),
}


@pytest.mark.parametrize(("coding", "raw", "text"), [(name, *each) for name, of in SAMPLES.items() for each in of])
def test_what_could_be_in_an_old_coding_is_not_read(coding: str, raw: bytes, text: str) -> None:
    assert text in readings(raw), coding
    assert decoded(raw) is None
    assert decoded(raw, "utf-8") is None
    assert decoded(raw, "utf-16") is None


@pytest.mark.parametrize("coding", LEGACY)
@settings(deadline=None)
@given(text=TEXTS)
def test_no_old_coding_passes_as_another_one(coding: str, text: str) -> None:
    """TCVN3 has letters where windows-1258 has others, which make words as well."""
    raw = LEGACY[coding](text)
    found = decoded(raw)
    assert found is None or found.text.encode() == raw  # by chance it may be UTF-8, as it is to whoever reads it
    if coding != "windows-1252" and b"?" not in raw:  # TCVN3 has hardly any capitals
        assert text in readings(raw)


@settings(deadline=None)
@given(text=TEXTS)
def test_windows_1258_is_itself_or_not_read(text: str) -> None:
    raw = in_1258(text)
    found = decoded(raw)
    assert found is None or unicodedata.normalize("NFC", found.text) == text
    said = decoded(raw, "windows-1258")
    assert said is not None
    assert unicodedata.normalize("NFC", said.text) == text


@pytest.mark.parametrize(
    "text", ["Cẩm Thủy", "Tổ dân phố Đồng Tâm", "THÔN PHỐ CỐC", "Lý", "Hội, 7 – “Phố”", "thị trấn Bạ"]
)
def test_windows_1258_is_proven_by_its_tones(text: str) -> None:
    found = decoded(in_1258(text))
    assert found is not None
    assert (found.coding, unicodedata.normalize("NFC", found.text)) == ("windows-1258", text)


@pytest.mark.parametrize(
    "text",
    ["Phú", "Hà Tâm", "Cẩm Thủy Đắk", "Cẩm ThỦy", "Cẩm Thủy ½", "Cẩm Thủy café"],
)
def test_what_proves_nothing_has_to_be_said(text: str) -> None:
    """Without a tone of its own, with a word that is none, or with a sign that is a letter elsewhere."""
    raw = in_1258(text.replace("½", "")) + b"\xbd" * ("½" in text)
    assert decoded(raw) is None
    assert decoded(raw, "windows-1258") is not None


def test_a_letter_with_two_tones_proves_nothing() -> None:
    assert decoded(in_1258("Tổ")) is not None
    assert decoded(in_1258("Tổ") + "\u0300".encode("cp1258")) is None


def test_utf_16_is_recognised_with_a_mark_and_without() -> None:
    for codec in ("utf-16", "utf-16-le", "utf-16-be"):
        found = decoded("date;unit\nộ".encode(codec))
        assert found is not None
        assert (found.coding, found.text) == ("utf-16", "date;unit\nộ")
        assert decoded("date;unit\nộ".encode(codec), "utf-16") == found
    assert decoded(b"\xff\xfea") is None  # half a letter
    assert decoded(b"date;unit", "utf-16") is None


def test_letters_in_utf_16_may_be_any_and_one_that_is_nul_makes_no_utf_16() -> None:
    apart = unicodedata.normalize("NFD", "Đơn vị;Số hộ\nCà;1\n")
    for codec in ("utf-16-le", "utf-16-be"):
        assert decoded(apart.encode(codec)) == (apart, "utf-16")
    assert decoded(b"date;unit\na\0b;1\n") == ("date;unit\na\0b;1\n", "utf-8")


@pytest.mark.parametrize("said", [None, "utf-8", "utf-16", "windows-1258"])
def test_a_mark_goes_before_what_is_said_and_nothing_is_in_every_coding(said: Encoding | None) -> None:
    assert decoded("ộ".encode("utf-8-sig"), said) == ("ộ", "utf-8-bom")
    assert decoded("ộ".encode("utf-16"), said) == ("ộ", "utf-16")
    assert decoded(b"", said) == ("", said or "utf-8")


def test_the_odd_byte_is_the_first_that_is_not_utf_8() -> None:
    assert odd_byte("ộ".encode() + b"\xb7a") == 0xB7
    assert odd_byte(b"ab") == ord("a")


def test_utf_8_is_read_as_it_is() -> None:
    assert decoded("ộ".encode()) == ("ộ", "utf-8")
    assert decoded("ộ".encode("utf-8-sig")) == ("ộ", "utf-8-bom")
    assert decoded("ộ".encode(), "utf-8") == ("ộ", "utf-8")


@pytest.mark.parametrize("word", [*WORDS, "nghiêng", "quyển", "khuya", "ngoằn", "Uý", "yếu", "oẳng", "giặt", "gì"])
def test_a_syllable_is_possible(word: str) -> None:
    assert possible(word)


@pytest.mark.parametrize("word", ["Cèc", "Baéc", "Phè­", "Đắk", "café", "òa­", "àc", "thuơng", "boâ", "QĐ", "aù", "ăo"])
def test_what_no_syllable_can_be_is_not_possible(word: str) -> None:
    assert not possible(word)

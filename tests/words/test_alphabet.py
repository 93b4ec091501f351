"""The order of names."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antq_cli.words.alphabet import order

LETTERS = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")


@pytest.mark.parametrize(
    "names",
    [
        LETTERS,
        ["Ba", "Bà", "Bả", "Bã", "Bá", "Bạ"],
        ["Dân", "Đồi", "Ép"],
        ["Thôn 1", "Thôn 2", "Thôn 10", "Thôn 011", "Thôn 100", "Thôn A"],
        ["An", "Ăn", "Ân", "Ba"],
        ["Tâm", "Tầm", "Tấm", "Tân"],
        ["Cẩm Giang", "Cẩm Tâm", "Cẩm Tân", "Cẩm Thạch", "Cẩm Tú", "Cẩm Vân", "Phong Sơn"],
        ["Bà An", "Ba Bảo"],  # letters of the whole name go before tones
        ["an", "An", "AN", "àn"],
        ["Hoa", "Hoà", "Hòa", "Hỏa", "Hoá", "Hóa", "Hoan"],  # a tone is the syllable's, wherever it is written
        ["Thuy", "Thuỳ", "Thùy", "Thuỷ", "Thủy"],
        ["", " ", "1", "a", "ж"],
        ["Khu 9", "Khu 9a", "Khu 10"],
    ],
    ids=lambda names: names[-1],
)
def test_names_stand_in_this_order(names: list[str]) -> None:
    assert all(order(one) < order(other) for one, other in pairwise(names))


@settings(deadline=None)
@given(st.text(), st.text())
@example("9" * 5000, "9" * 5001)
@example("1٢३", "123")
@example("İ", "i̇")
@example("\u0301", "q\u0301")
@example("²", "½")
@example("ß", "ŉ")
def test_any_two_texts_have_one_order(one: str, other: str) -> None:
    first, second = (unicodedata.normalize("NFC", text) for text in (one, other))
    assert (order(one) == order(other)) == (first == second)
    assert (order(one) < order(other)) or (order(other) < order(one)) or first == second


@settings(deadline=None)
@given(st.text())
def test_how_a_text_is_composed_does_not_matter(text: str) -> None:
    assert order(unicodedata.normalize("NFC", text)) == order(unicodedata.normalize("NFD", text))


@settings(deadline=None)
@given(st.lists(st.text(alphabet="aAàảăắâbđĐ 019")))
def test_sorting_does_not_depend_on_the_order_before(names: list[str]) -> None:
    there = sorted(names, key=order)
    names.reverse()
    assert there == sorted(names, key=order)
    assert all(order(one) <= order(other) for one, other in pairwise(there))


@settings(deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_stand_by_their_value(one: int, other: int) -> None:
    assert (order(f"Thôn {one}") < order(f"Thôn {other}")) == (one < other)

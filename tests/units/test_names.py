"""A written name and the names of units: what is the same name, and what is only suggested."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antq_cli.core.folding import bare, fold, normalised, read
from antq_cli.core.registers import Unit
from antq_cli.units.names import Ladder, Match, match, matching

TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
NFD = unicodedata.normalize("NFD", "Cẩm Thủy")


def units(*names: str) -> dict[int, Unit]:
    """Units of names; what stands before a slash is the unit's kind."""
    parted = [name.rpartition("/") for name in names]
    return {
        number: Unit(code=str(number), name=name, level="l", kind=kind or None)
        for number, (kind, _, name) in enumerate(parted)
    }


def found(written: str, *names: str) -> list[int]:
    return match(written, units(*names)).found


def matched(pattern: str, *names: str) -> list[str]:
    """The names of which a pattern is."""
    return [names[number] for number in matching(pattern, units(*names)).found]


def suggested(written: str, *names: str) -> list[int]:
    """What is suggested for a name that has no unit."""
    matched = match(written, units(*names))
    assert matched.found == []
    return matched.suggested


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Cẩm Tú", "Cẩm Tú"),
        (NFD, "Cẩm Thủy"),
        ("Ðồng Chạ", "Đồng Chạ"),
        ("Ɖồng Chạ", "Đồng Chạ"),
        ("Đại Ðồng", "Đại Đồng"),
        ("Cẩm ðiền", "Cẩm điền"),
        ("Cẩm ɖiền", "Cẩm điền"),
        ("Dƣơng Đình Huệ", "Dương Đình Huệ"),
        ("Ƣớc", "Ước"),
        ("Ƣ\u0301c", "Ứ\u200bc"),  # a tone on the look-alike
        ("Cẩm\u00a0Tú", "Cẩm Tú"),
        ("Cẩm\u202f\u2009Tú", "Cẩm Tú"),
        ("Cẩm \t Tú\n", "Cẩm Tú"),
        ("\ufeffCẩm\u200b Tú\u200d", "Cẩm Tú"),
        ("Cẩm Tu\u200b\u0301", "Cẩm Tú"),  # between a letter and its tone
        ("  Cẩm Tú  ", "Cẩm Tú"),
        ("Ea H’leo", "Ea H'leo"),
        ("Đồng Chạ", "Ðồng Chạ"),  # the look-alike in the register
    ],
)
def test_the_same_text_is_the_same_name(written: str, name: str) -> None:
    assert read(written) == read(name)
    assert found(written, name.upper(), name) == [1]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Cẩm Tú", None),
        (NFD, None),
        ("  Cẩm   Tú ", None),
        ("Hòa", None),
        ("O'Neill", None),
        ("", None),
        ("Ðồng Chạ", "Đồng Chạ"),
        ("Dƣơng Đình Huệ", "Dương Đình Huệ"),
        ("Cẩm\u00a0Tú", "Cẩm Tú"),
        ("Cẩm\u200bTú", "CẩmTú"),
        ("Ea H’leo", "Ea H'leo"),
        ("cẩm\tTú", "cẩm Tú"),
        ("\u200b", ""),
    ],
)
def test_what_was_mapped_is_told_and_nothing_else(written: str, expected: str | None) -> None:
    assert normalised(written) == expected
    assert match(written, {}) == Match([], [], expected)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("cẩm tú", "Cẩm Tú"),
        ("CẨM TÚ", "Cẩm Tú"),
        ("ĐỒNG CHẠ", "Đồng Chạ"),
        ("ÐỒNG CHẠ", "Đồng Chạ"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("THANH HÓA", "Thanh Hoá"),
        ("Cẩm Thuỷ", "Cẩm Thủy"),
        ("Hoà Bình", "Hòa Bình"),
        ("Hoè Thị", "Hòe Thị"),
        ("Toả, Thuỵ", "Tỏa, Thụy"),
        ("Uỷ", "Ủy"),
        ("Loã Ngoẹ", "Lõa Ngọe"),
        ("Hoà2", "Hòa2"),
        ("Hoá-Thuỷ", "hóa-thủy"),
        (unicodedata.normalize("NFD", "Thanh hoá"), "Thanh Hóa"),
    ],
)
def test_neither_case_nor_the_place_of_a_tone_makes_another_name(written: str, name: str) -> None:
    assert fold(written) == fold(name)
    assert read(written) != read(name)
    assert found(written, "Cẩm Tâm", name) == [1]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Qúy", "Quý"),
        ("QÚY", "quý"),
        ("hòan", "hoàn"),
        ("thủyên", "thuyển"),
        ("Thúân", "Thuấn"),
        ("Hòă", "Hoằ"),
        ("Họă", "Hoặ"),  # a mark below goes before one above
        ("Ngọê", "Ngoệ"),
        ("Hôà", "Hồa"),
        ("Múa", "Muá"),
        ("Thủy", "Thúy"),
        ("Thủy", "Thuy"),
        ("Hóa", "Hóá"),
        ("Cẩm Tâm", "Cẩm Tân"),
        ("Cẩm Tăm", "Cẩm Tâm"),
        ("Đồi", "Dồi"),
        ("Cẩm Tú", "CẩmTú"),
        ("Cẩm-Tú", "Cẩm Tú"),
    ],
)
def test_any_other_difference_makes_another_name(written: str, name: str) -> None:
    assert fold(written) != fold(name)
    assert found(written, name) == found(name, written) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("xã Cẩm Tú", "Cẩm Tú"),
        ("XÃ CẨM TÚ", "Cẩm Tú"),
        ("x.Cẩm Tú", "Cẩm Tú"),
        ("x. Cẩm Tú", "Cẩm Tú"),
        ("X Cẩm Tú", "Cẩm Tú"),
        ("TT. Phong Sơn", "Phong Sơn"),
        ("TT.Phong Sơn", "Phong Sơn"),
        ("tt Phong Sơn", "Phong Sơn"),
        ("Thị trấn Phong Sơn", "Phong Sơn"),
        ("Thị\u00a0trấn Phong Sơn", "Phong Sơn"),
        ("KDC 3", "3"),
        ("Khu dân cư 3", "3"),
        ("Thôn Đại Đồng", "Đại Đồng"),
        ("bản Thung", "Thung"),
        ("TDP Tân An", "Tân An"),
        ("tdp.Tân An", "Tân An"),
        ("Tổ dân phố Hoà Bình", "Hòa Bình"),
        ("Khu phố 3", "3"),
        ("huyện Cẩm Thuỷ", "Cẩm Thủy"),
        ("phường Hạc Thành", "Hạc Thành"),
        ("P.Hạc Thành", "Hạc Thành"),
        ("p. Hạc Thành", "Hạc Thành"),
        ("TP Hà Nội", "Hà Nội"),
        ("TP. Hà Nội", "Thành phố Hà Nội"),
        ("tp.Hà Nội", "Hà Nội"),
        ("TX Bỉm Sơn", "Bỉm Sơn"),
        ("Thị xã Bỉm Sơn", "Bỉm Sơn"),
        ("H. Cẩm Thuỷ", "Cẩm Thủy"),
        ("H.Cẩm Thủy", "Cẩm Thủy"),
        ("Q.1", "1"),
        ("Q. 1", "Quận 1"),
        ("quận Ba Đình", "Ba Đình"),
        ("tỉnh Thanh Hoá", "Thanh Hóa"),
        ("Ấp 3", "3"),
        ("Cẩm Tú", "xã Cẩm Tú"),  # the kind in the register's name
        ("1", "Thôn 1"),
        ("KDC 1", "Thôn 1"),
        ("KDC Thôn 1", "thôn/Thôn 1"),
        ("Khu dân cư Tân An", "tổ dân phố/Tân An"),
        ("TT Phong Sơn", "Thị trấn Phong Sơn"),
        ("thôn Bản Cố", "Bản Cố"),  # a kind that is part of the name
        ("TT.", "Thôn TT."),  # nothing but a kind
        ("Cụm xã Cẩm Thủy", "cụm xã/Cẩm Thủy"),  # a kind that only the book knows
        ("cụm xã Cẩm Thủy", "Cụm xã./Cẩm Thủy"),
    ],
)
def test_the_kind_in_front_is_not_part_of_the_name(written: str, name: str) -> None:
    assert found(written, "Cẩm Tâm", name) == [1]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("xãCẩm Tú", "Cẩm Tú"),
        ("TTPhong Sơn", "Phong Sơn"),
        ("P3", "3"),
        ("Q1", "1"),
        ("TPHà Nội", "Hà Nội"),
        ("TP", "Thành phố Hà Nội"),
        ("Hà Nội", "TP"),
        ("Cẩm Tú xã", "Cẩm Tú"),
        ("Thôn", "Bản"),
        ("TT.", "Thôn"),
        ("x.", "x"),
        ("Xã", "Thôn 1"),
        ("xa Cẩm Tú", "Cẩm Tú"),
        ("cụm xã Cẩm Thủy", "huyện/Cẩm Thủy"),
        ("xã Cẩm Thủy", "huyện/Cẩm Thủy"),  # another kind is another unit
        ("thị trấn Cẩm Giang", "xã/Cẩm Giang"),
        ("TT. Cẩm Giang", "xã/Cẩm Giang"),
        ("thôn Cẩm Giang", "Xã Cẩm Giang"),
        ("TDP 1", "Thôn 1"),
        ("KDC Cẩm Giang", "xã/Cẩm Giang"),
        ("thôn 1", "khu dân cư/1"),
        ("xã Cẩm Tâm", "Cẩm Tân"),
        ("xã thôn Cẩm Tú", "Cẩm Tú"),
        ("Thôn 10", "Thôn 1"),
        ("", "Thôn"),
        ("\u200b", "\u200b"),
    ],
)
def test_only_one_known_kind_and_only_in_front_of_a_name_is_left_out(written: str, name: str) -> None:
    assert found(written, name) == []


NAMESAKES = ("thị trấn/Cẩm Thủy", "huyện/Cẩm Thủy", "xã/Cẩm Thủy", "cụm xã/Cẩm Thủy", "Xã Cẩm Thuỷ Hạ", "/Cẩm Thủy")


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("Cẩm Thủy", [0, 1, 2, 3, 5]),
        ("xã Cẩm Thủy", [2]),
        ("x.Cẩm Thuỷ", [2]),
        ("TT Cẩm Thủy", [0]),
        ("huyện Cẩm Thủy", [1]),
        ("cụm xã Cẩm Thủy", [3]),
        ("phường Cẩm Thủy", [5]),  # of which nobody knows that it is none
        ("Cẩm Thủy Hạ", [4]),
        ("thôn Cẩm Thủy Hạ", []),
    ],
)
def test_a_kind_chooses_among_units_of_one_name(written: str, numbers: list[int]) -> None:
    assert found(written, *NAMESAKES) == numbers


@pytest.mark.parametrize(
    ("written", "numbers"), [("TDP 1", [0]), ("KDC 1", [1, 3]), ("thị trấn 1", [2]), ("khu phố 1", [])]
)
def test_a_kind_is_the_same_by_all_its_names_and_may_stand_in_the_units_name(written: str, numbers: list[int]) -> None:
    assert found(written, "tổ dân phố/1", "KDC./1", "TT/1", "Khu dân cư 1") == numbers


@pytest.mark.parametrize(("written", "numbers"), [("TP Thanh Hóa", [0]), ("T. Thanh Hóa", []), ("tỉnh Thanh Hóa", [1])])
def test_a_short_kind_chooses_as_the_whole_word_does(written: str, numbers: list[int]) -> None:
    assert found(written, "thành phố/Thanh Hóa", "tỉnh/Thanh Hóa") == numbers


def test_without_a_kind_a_name_is_that_of_units_with_and_without_one() -> None:
    assert found("1", "thôn/Thôn 1", "Thôn 1", "Bản 1") == [0, 1, 2]


def test_of_two_kinds_that_begin_alike_the_longer_is_meant() -> None:
    assert found("Tổ dân phố 1", "tổ/1", "tổ dân phố/1") == [1]
    assert found("Tổ 1", "tổ/1", "tổ dân phố/1") == [0]


def test_the_first_rung_that_has_any_unit_decides() -> None:
    names = ("HÒA", "Hoà", "Hòa", "thôn/Hòa", "Thôn Hòa")
    assert found("Hòa", *names) == [2, 3]
    assert found("hòa", *names) == [0, 1, 2, 3]
    assert found("Thôn Hòa", *names) == [4]
    assert found("bản Hòa", *names) == [0, 1, 2]


def test_only_units_that_are_asked_about_decide() -> None:
    ladder = Ladder(units("Hòa", "Hoà", "xã/Hòa").items())
    assert ladder.match("Hòa").found == [0, 2]
    assert ladder.match("Hòa", lambda number: number == 1).found == [1]
    assert ladder.match("hoa", lambda number: number > 0) == Match([], [1, 2], None)


def test_a_kind_that_none_of_the_units_asked_about_has_does_not_mean_another() -> None:
    ladder = Ladder(units("huyện/Cẩm Thủy", "xã/Cẩm Thủy"))
    assert ladder.match("xã Cẩm Thủy", lambda number: number == 0) == Match([], [], None)


def test_units_of_the_name_but_of_another_kind_are_suggested_before_those_without_its_diacritics() -> None:
    names = ("huyện/Cẩm Thủy", "thị trấn/Cẩm Thủy", "xã/Cẩm Thuý")
    for written, numbers in (("xã Cẩm Thủy", [0, 1]), ("x.Cẩm Thuỷ", [0, 1]), ("xã Cẩm Thuy", [2])):
        assert suggested(written, *names) == numbers
    told = matching("xã Cẩm Thủ*", units(*names))
    assert told == Match([], [0, 1], None)


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("cam tu", [0, 1]),
        ("CAM TU", [0, 1]),
        ("Câm Tu", [0, 1]),
        ("xa cam tu", [0]),
        ("x.Cam Tu", [0]),
        ("thi tran Cẩm Tu", [0, 1]),
        ("dong cha", [2]),
        ("Đong Cha", [2]),
        ("cam tam", [3]),
        ("Cẩm Tăm", [3]),
        ("cam tan", [4]),
        ("Ban Cô", [5]),  # the whole name goes before one without a kind
        ("Co", [6]),
        ("thon co", [5]),
    ],
)
def test_without_diacritics_a_name_is_only_suggested(written: str, numbers: list[int]) -> None:
    names = ("xã/Cẩm Tú", "Cẩm Tụ", "Đồng Chạ", "Cẩm Tâm", "Cẩm Tân", "thôn/Bản Cố", "Cỏ")
    assert suggested(written, *names) == numbers


@pytest.mark.parametrize("written", ["Cẩm Tâ", "Cẩm Tâmm", "Câm Tàn x", "Cẩm", "xa", "", "\u0301", "TT."])
def test_what_is_near_a_name_is_not_even_suggested(written: str) -> None:
    assert suggested(written, "Cẩm Tâm", "Cẩm Tân", "xã/Cẩm Tú") == []


def test_what_is_found_needs_no_suggestion() -> None:
    assert match("Cẩm Tú", units("Cẩm Tú", "Cẩm Tụ")) == Match([0], [], None)


ONSETS = st.sampled_from(["", "b", "c", "ch", "đ", "g", "h", "kh", "l", "ng", "nh", "t", "th", "tr", "x"])
PLACES = st.tuples(ONSETS, st.sampled_from(["oa", "oe", "uy"]), st.sampled_from(TONES))


@settings(deadline=None)
@given(st.lists(st.tuples(PLACES, st.booleans(), st.booleans()), min_size=1), st.sampled_from([" ", "-", ", "]))
def test_a_moved_tone_folds_to_the_same(syllables: list[tuple[tuple[str, str, str], bool, bool]], between: str) -> None:
    early = [onset + vowels[0] + tone + vowels[1] for (onset, vowels, tone), _, _ in syllables]
    moved = [
        onset + vowels + tone if late else onset + vowels[0] + tone + vowels[1]
        for (onset, vowels, tone), late, _ in syllables
    ]
    cased = [text.upper() if upper else text for text, (_, _, upper) in zip(moved, syllables, strict=True)]
    assert fold(between.join(early)) == fold(between.join(cased))


@settings(deadline=None)
@given(PLACES, st.sampled_from(TONES), st.sampled_from("cimnptu"))
def test_another_tone_and_a_closed_syllable_do_not_fold_to_the_same(
    place: tuple[str, str, str], other: str, coda: str
) -> None:
    onset, vowels, tone = place
    early, late = onset + vowels[0] + tone + vowels[1], onset + vowels + tone
    assert (fold(early) == fold(onset + vowels + other)) == (tone == other)
    assert fold(early + coda) != fold(late + coda)
    assert fold(f"q{vowels[0]}{tone}{vowels[1]}") != fold(f"q{vowels}{tone}")


TEXT = st.text() | st.text(alphabet="aAáàảạăâoóòôôơeéêuúùưyýqđĐðƢ’ .x\u0301\u0323\u0345\u200b\u00a0")


@settings(deadline=None)
@given(TEXT)
@example("\u0345\u0301")
@example("İ")
@example("a \u0301 b")
@example("ŉòa")
@example("o\u0301a\u0328")
def test_what_is_read_folded_or_bare_stays_so(text: str) -> None:
    for key in (read, fold, bare):
        assert key(key(text)) == key(text)
    assert fold(read(text)) == fold(text)
    assert bare(fold(text)) == bare(text)
    assert fold(bare(text)) == bare(text)


@settings(deadline=None)
@given(TEXT)
def test_how_a_text_is_composed_does_not_matter(text: str) -> None:
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert all(key(composed) == key(apart) for key in (read, fold, bare))


@settings(deadline=None)
@given(st.text(alphabet="aáảăâbcdđeêghiklmnoóôơpquúưvxyýĐÁ 09"))
def test_a_name_finds_itself_in_any_case_and_is_suggested_without_diacritics(name: str) -> None:
    if not read(name):
        return
    for written in (name, name.upper(), unicodedata.normalize("NFD", name), f"xã {name}"):
        assert found(written, name) == [0]
    matched = match(bare(name), units(name))
    assert matched.found + matched.suggested == [0]


NAMES = ("Sơn Lư", "sơn Hà", "xã/Sơn Điện", "Xã Sơn Thủy", "Phong Sơn", "Hòa Bình", "Hò Hẹn", "Sơn*")


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("Sơn*", ["Sơn Lư", "sơn Hà", "xã/Sơn Điện", "Xã Sơn Thủy", "Sơn*"]),
        ("xã Sơn*", ["xã/Sơn Điện", "Xã Sơn Thủy"]),  # of that kind alone, where there are any
        ("phường Sơn L*", ["Sơn Lư"]),
        *(("thôn *", []), ("*Sơn", ["Phong Sơn"]), ("*ơ*i*", ["xã/Sơn Điện"]), ("Sơn Lư", ["Sơn Lư"])),
        *(("Hò*", ["Hòa Bình", "Hò Hẹn"]), ("HOÀ*", ["Hòa Bình"]), ("sơn thuỷ*", ["Xã Sơn Thủy"])),
        *(("*", list(NAMES)), ("**", list(NAMES)), ("Son*", []), ("0*", ["Sơn Lư"]), ("Sơn  L*", ["Sơn Lư"])),
    ],
)
def test_a_pattern_of_names_and_codes(pattern: str, names: list[str]) -> None:
    assert matched(pattern, *NAMES) == names


def test_what_is_suggested_for_a_pattern_that_finds_nothing() -> None:
    """Those that only lack diacritics; else those that have it anywhere."""
    assert matching("Son L*", units(*NAMES)).suggested == [0]
    assert matching("Phon*", units(*NAMES)) == Match([4], [], None)
    assert matching("Bình*", units(*NAMES)).suggested == [5]
    assert matching("Zz*", units(*NAMES)).suggested == matching("9*", units(*NAMES)).suggested == []


def test_a_part_of_a_name_begins_a_word() -> None:
    ladder = Ladder(units(*NAMES))
    assert ladder.parts("Sơn") == [0, 1, 2, 3, 4, 7]
    assert ladder.parts("hò") == ladder.parts("Hò") == [5, 6]
    assert ladder.parts("Sơ") == [0, 1, 2, 3, 4, 7]
    assert ladder.parts("ơn") == ladder.parts("son") == ladder.parts(" ") == ladder.parts("0") == []

"""Templates of reports: what each line is, and every fault told with its place, all in one run."""

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from antq_cli.core.findings import Place, Refused
from antq_cli.core.measures import Measure
from antq_cli.core.outline import (
    PASSAGES,
    TABLES,
    Blank,
    Outline,
    Placed,
    Prose,
    Reference,
    Say,
    Sentence,
    Title,
    Words,
)
from antq_cli.reading.outlines import parse, read_outline
from antq_cli.words.outlines import packaged
from antq_cli.words.speech import speech


def read(text: str) -> Outline:
    return parse(text, "mine", "mine.md")


def refused(text: str) -> list[tuple[str, int, int, object]]:
    with pytest.raises(Refused) as told:
        read(text)
    findings = told.value.findings
    return [(each.rule.code, each.place.line, each.place.column, each.values["value"]) for each in findings]


def test_a_line_is_a_sentence_and_a_blank_line_ends_a_paragraph() -> None:
    outline = read(
        "# I. MỘT\n\nCâu một.\n::say pledges\nCâu hai.\n\n## 1. Hai\nCâu ba.\n::table teams\n::annex pledges\n"
    )
    assert outline.parts == [
        Title(1, [Words("I. MỘT")]),
        Prose(
            [
                Sentence([Words("Câu một.")]),
                Say("pledges", Place("mine.md", 4, 7)),
                Sentence([Words("Câu hai.")]),
            ]
        ),
        Title(2, [Words("1. Hai")]),
        Prose([Sentence([Words("Câu ba.")])]),
        Placed("teams", annex=False, place=Place("mine.md", 9, 9)),
        Placed("pledges", annex=True, place=Place("mine.md", 10, 9)),
    ]
    assert outline.said() == ["pledges"]
    assert (outline.placed(annex=True), outline.placed(annex=False)) == (["pledges"], ["teams"])


@pytest.mark.parametrize(
    ("written", "unit", "when", "part"),
    [
        ("pledges.household", None, None, "ratio"),
        ("pledges.household percent", None, None, "percent"),
        ("pledges.household@15127", "15127", None, "ratio"),
        ("pledges.household@Phong Sơn num", "Phong Sơn", None, "num"),
        ("pledges.household:Quý III/2021 change-percent", None, "Quý III/2021", "change-percent"),
        ("pledges.household@15127:2021-08-31 den", "15127", "2021-08-31", "den"),
        (" pledges.household : vs  change ", None, "vs", "change"),
    ],
)
def test_a_number_is_a_measure_a_unit_days_and_a_part(
    written: str, unit: str | None, when: str | None, part: str
) -> None:
    (piece,) = read(f"{{{written}}}").references()
    assert (piece.measure, piece.unit, piece.when, piece.part) == (Measure("pledges", "household"), unit, when, part)


def test_doubled_braces_and_brackets_are_themselves() -> None:
    (prose,) = read("a {{b}} [[c]] [d] {households num} e").parts
    assert isinstance(prose, Prose)
    (sentence,) = prose.lines
    assert isinstance(sentence, Sentence)
    reference = Reference(Measure("households"), None, None, "num", Place("mine.md", 1, 20))
    assert sentence.pieces == [Words("a {b}} [c]] "), Blank("d"), Words(" "), reference, Words(" e")]


def test_every_fault_is_told_at_once_with_its_place() -> None:
    text = "### x\n::say pledge\n  a {pledges.household prcent} [x\n::tabel teams\n{pledge.household} {}\n::annex\n{"
    assert refused(text) == [
        ("U072", 1, 1, "###"),
        ("U073", 2, 7, "pledge"),
        ("U076", 3, 24, "prcent"),
        ("U074", 3, 32, "["),
        ("U072", 4, 3, "tabel"),
        ("U075", 5, 2, "pledge.household"),
        ("U075", 5, 21, ""),
        ("U073", 6, 8, ""),
        ("U074", 7, 1, "{"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{households num num}", ("U076", 1, 17, "num")),
        ("{households\tpercent}", None),
        ("{ percent}", ("U075", 1, 2, "percent")),
    ],
)
def test_parts_are_told_from_what_they_are_parts_of(line: str, told: tuple[str, int, int, str] | None) -> None:
    if told is not None:
        assert refused(line) == [told]
        return
    (reference,) = read(line).references()
    assert reference.part == "percent"


def test_a_line_of_blanks_is_read_at_once() -> None:
    begin = perf_counter()
    read(f"# x{' ' * 400_000}y\n::say pledges{' ' * 400_000}")
    assert perf_counter() - begin < 2


def test_what_was_meant_is_suggested() -> None:
    with pytest.raises(Refused) as told:
        read("::say pledge\n{pledge.household}\n{households remainin}")
    hints = [speech("en")._hint(each) for each in told.value.findings]  # type: ignore[arg-type]
    assert hints == ["Did you mean pledges?", "Did you mean pledges.household?", "Did you mean remaining?"]


def test_a_packaged_name_goes_before_one_of_the_book_and_a_path_is_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "own.md").write_bytes(b"\xef\xbb\xbf::say closing\r\n")
    assert read_outline("own", tmp_path, "vi").said() == ["closing"]
    assert read_outline(str(folder / "own.md"), tmp_path, "vi").said() == ["closing"]
    other = tmp_path / "lf.md"
    other.write_text("::say closing\n", encoding="utf-8")
    assert read_outline(str(other), tmp_path, "vi").digest == read_outline("own", tmp_path, "vi").digest
    with pytest.raises(Refused) as told:
        read_outline("owm", tmp_path, "vi")
    (finding,) = told.value.findings
    assert finding.rule.code == "U070"
    assert finding.values["allowed"] == [*packaged("vi"), "own"]


@pytest.mark.parametrize(("content", "why"), [(b"a" * (10 << 20), "too-large"), (b"\xff\xfe", "not-utf8")])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(content)
    with pytest.raises(Refused) as told:
        read_outline(str(file), tmp_path, "vi")
    (finding,) = told.value.findings
    assert (finding.rule.code, str(finding.values["why"])) == ("U071", why)


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as told:
        read_outline(str(tmp_path / "none.md"), tmp_path, "vi")
    assert [each.rule.code for each in told.value.findings] == ["U071"]


@given(st.text(alphabet=st.sampled_from("#: {}[]\n@.say pledges.household;x\r"), max_size=60))
@example("{" * 40)
@example("::say \n::")
def test_any_text_is_read_or_refused_with_places_in_it(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        outline = read(text)
    except Refused as told:
        for finding in told.findings:
            assert 1 <= finding.place.line <= len(lines)
            assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
        return
    assert set(outline.said()) <= {*PASSAGES}
    assert {*outline.placed(annex=True), *outline.placed(annex=False)} <= {*TABLES}

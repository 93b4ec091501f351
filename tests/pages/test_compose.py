"""What an outline makes of a paper: references to annexes, what is said of all figures, the subject of the festival."""

import pytest

from antq_cli.core.outline import Say, See
from antq_cli.core.paper import Paper
from antq_cli.core.report import Paragraph, Report, text_of
from antq_cli.pages.paper.compose import compose
from antq_cli.pages.paper.making import Making
from antq_cli.reading.outlines import parse
from tests.words.papers import counted, published, put, sample
from tests.words.papers import nothing as unknown


def made(template: str, paper: Paper, lang: str = "vi", name: str = "mine") -> Report:
    return compose(parse(template, name, f"{name}.md"), paper, Making(lang, template=name))


def said(report: Report) -> list[str]:
    return [text_of(block.pieces) for block in report.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("annexes", "lang", "expected"),
    [
        (("pledges", "teams", "comparison"), "vi", "(Chi tiết tại Phụ lục I, III.)"),
        (("comparison", "pledges"), "vi", "(Chi tiết tại Phụ lục II, I.)"),
        (("teams", "pledges"), "en", "(More in Annex II.)"),
        (("teams",), "vi", None),  # neither is in the report
    ],
)
def test_the_text_refers_to_annexes_that_stand_by_their_numbers(
    annexes: tuple[str, ...], lang: str, expected: str | None
) -> None:
    template = "::say place\n::see pledges comparison\n\n" + "".join(f"::annex {name}\n" for name in annexes)
    (paragraph,) = said(made(template, sample(), lang))
    assert paragraph.endswith(expected) if expected else "(" not in paragraph[-2:]
    assert (expected is not None) == ("(Chi tiết" in paragraph or "(More" in paragraph)


def test_there_is_no_reference_to_an_annex_that_has_nothing_to_say_nor_where_nothing_is_known() -> None:
    alone = counted("cam-thuy-sample", "2021-08")  # compared with nothing
    assert said(made("::see comparison\n\n::annex comparison\n", alone)) == []
    nothing_known = said(made("::say models\n::see pledges\n\n::annex pledges\n", put(sample(), unknown)))
    assert "Phụ lục" not in nothing_known[0]
    # A gap for the clerk is no number that is missing.
    assert said(made("[nội dung khác]\n::see pledges\n\n::annex pledges\n", sample())) == [
        "[nội dung khác] (Chi tiết tại Phụ lục.)"  # the only one has no number
    ]


def test_a_reference_is_read_with_its_names() -> None:
    prose = parse("::say teams\n::see teams  pledges\n", "mine", "mine.md").parts[0]
    say, see = prose.lines  # type: ignore[union-attr]
    assert isinstance(say, Say)
    assert isinstance(see, See)
    assert see.names == ["teams", "pledges"]


def test_sources_stand_before_the_sentence_that_ends_a_report_and_last_where_there_is_none() -> None:
    ended = made("::say place\n\n::say closing\n", published())
    *_, source, closing = [block for block in ended.blocks if isinstance(block, Paragraph)]
    assert (source.note, text_of(source.pieces)[:19]) == (True, "Số liệu đã công bố;")
    assert text_of(closing.pieces).endswith("./.")
    assert not ended.notes
    open_ended = made("::say place\n", published())
    assert [note.pieces for note in open_ended.notes] == [source.pieces]
    assert len(open_ended.blocks) == 1


@pytest.mark.parametrize(
    ("lang", "opening", "closing"),
    [
        (
            "vi",
            "báo cáo kết quả tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2021 như sau (",
            "Trên đây là báo cáo kết quả tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2021; UBND",
        ),
        (
            "en",
            "reports on the Festival of All People Protecting National Security 2021 as follows (",
            "This is the report on the Festival of All People Protecting National Security 2021; UBND",
        ),
    ],
)
def test_the_report_of_the_festival_is_on_the_festival_from_its_opening_to_its_end(
    lang: str, opening: str, closing: str
) -> None:
    template = "::say opening\n\n::say closing\n"
    first, last = said(made(template, sample(), lang, "festival"))
    assert opening in first
    assert last.startswith(closing)
    # Any other outline is on the results of its period.
    assert "8/2021" in said(made(template, sample(), lang))[0].partition("(")[0]

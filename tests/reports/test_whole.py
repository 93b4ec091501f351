"""Both books, by month, quarter and year, in both languages: every number of every format is that of the JSON.

The document, the Markdown, the workbook and the page are read again by readers of their own, and held against
``numbers`` by id and part.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from antq_cli.reports.docx_reading import ReadNumber, read_numbers
from antq_cli.reports.packing import Unpacked, pack
from tests.cli.harness import PUBLISHED, SAMPLE, run
from tests.reports.markdown_reader import cells, plain
from tests.reports.page_reader import Drawn, Page
from tests.reports.workbook_reader import CHARTS, Sheets, column_of

PERIODS = ("2021-08", "2021-Q3", "2021")
PAPERS = [(book, period, lang) for book in (SAMPLE, PUBLISHED) for period in PERIODS for lang in ("vi", "en")]
# One number alone: 25.915, 86,81%, +0,51. What stands behind a slash is another one.
_TOKEN = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


class Written(NamedTuple):
    """What one command wrote: the numbers of the JSON, the document, the Markdown, the workbook, the page.

    ``numbers`` are those of a paper; a page has those of its highlights as well, and so has ``every``.
    """

    lang: str
    every: Sequence[Mapping[str, Any]]
    document: bytes
    text: str
    workbook: bytes
    page: str

    @property
    def numbers(self) -> list[Mapping[str, Any]]:
        return [each for each in self.every if not each["place"].startswith("page_")]


@cache
def rows_of(book: Path, period: str, lang: str) -> Mapping[str, Mapping[str, Any]]:
    ran = run(["report", "-b", book, "--period", period, "--lang", lang, "-f", "json"])
    return {row["figure"]: row for row in ran.json["rows"]}


@cache
def written(book: Path, period: str, lang: str, folder: Path) -> Written:
    forms = ("json", "docx", "md", "xlsx", "html")
    files = [folder / f"{book.name}-{period}-{lang}.{form}" for form in forms]
    ran = run(["report", "-b", book, "--period", period, "--lang", lang, *(w for file in files for w in ("-o", file))])
    assert (ran.code, ran.out) == (0, b""), ran.stderr
    told, document, text, workbook, page = (file.read_bytes() for file in files)
    return Written(lang, json.loads(told)["numbers"], document, text.decode(), workbook, page.decode())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


def meant(text: str, lang: str) -> str:
    """A number as it is printed, as machines write it: without thousands, sign, zeros in front and percent sign."""
    group, mark = (".", ",") if lang == "vi" else (",", ".")
    digits = text.removesuffix("%").lstrip("+-").replace(group, "").replace(mark, ".")
    whole, point, decimals = digits.partition(".")
    return f"{int(whole)}{point}{decimals}"


def value_of(number: Mapping[str, Any]) -> str:
    """The same of a value of the JSON."""
    return str(number["value"]).lstrip("+-")


def agrees(number: Mapping[str, Any], text: str, lang: str) -> bool:
    said, value = meant(text, lang), value_of(number)
    # 100% or points, and a target that somebody set, are printed without decimals where they have none.
    return value in (said, f"{said}.00")


def wrong_in_document(found: Sequence[ReadNumber], paper: Written) -> list[object]:
    """What differs between a document and the JSON: by place, id, part and value."""
    expected = [(each["place"], each["figure"], each["part"]) for each in paper.numbers]
    places = [(each.place, each.id, each.part) for each in found]
    if places != expected:
        return [("places", set(expected) ^ set(places))]
    pairs = zip(paper.numbers, found, strict=True)
    return [(each, read) for each, read in pairs if not agrees(each, read.text, paper.lang)]


def wrong_in_text(text: str, paper: Written) -> list[object]:
    """What of the JSON is not in a Markdown text: in a cell by its place, in sentences in reading order."""
    shown = cells(text)
    wrong: list[object] = []
    sentences = [each for each in paper.numbers if ":" not in each["place"]]
    for number in paper.numbers:
        if ":" in number["place"]:
            place, _, nth = number["place"].partition(":")
            row, column, *more = nth.split(":")
            tokens = _TOKEN.findall(shown.get(f"{place}:{row}:{column}", ""))
            at = int(more[0]) - 1 if more else 0
            if at >= len(tokens) or not agrees(number, tokens[at], paper.lang):
                wrong.append((number, tokens))
    return [*wrong, *_missing(sentences, _said(text), paper.lang)]


def _said(text: str) -> Iterator[str]:
    body = text.partition("<!-- antq")[0]
    lines = (line for line in body.split("\n") if not line.startswith("|"))
    yield from (token for line in lines for token in _TOKEN.findall(plain(line)))


def _missing(numbers: Sequence[Mapping[str, Any]], tokens: Iterator[str], lang: str) -> list[object]:
    """The first number that does not stand behind those before it; tokens between are of laws, days and ranks."""
    for number in numbers:
        if not any(agrees(number, token, lang) for token in tokens):
            return [number]
    return []


def wrong_in_workbook(data: bytes, paper: Written) -> list[object]:
    """What differs between a workbook and the JSON: each number once, by id, part and value; charts have some again."""
    found = [*Sheets(data).numbers()]
    once = Counter((each.id, each.part) for each in found if not each.sheet.endswith(CHARTS))
    expected = Counter((each["figure"], each["part"]) for each in paper.numbers)
    if once != expected:
        return [("numbers", once - expected, expected - once)]
    values: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for number in paper.numbers:
        values.setdefault((number["figure"], number["part"]), []).append(number)
    return [each for each in found if not any(_is(number, each.value, paper.lang) for number in values[each[2:4]])]


def _is(number: Mapping[str, Any], value: float | str | None, lang: str) -> bool:
    """Whether a cell has a number: as itself, or as it is printed among words."""
    if isinstance(value, str):
        return agrees(number, value, lang)
    return value is not None and value == float(number["value"])


def unmapped(data: bytes) -> set[str]:
    """The headers of the columns in which a number stands that the map does not know: rows, ranks, targets."""
    told = Sheets(data)
    known = {(each.sheet, each.cell) for each in told.numbers()}
    found = set()
    for sheet in told.visible:
        headers: dict[str, str] = {}
        for cell, value in told.cells(sheet).items():
            column = column_of(cell)
            if isinstance(value, str) and not re.match(r"[A-Z]$|\d", value):  # which are the signs of columns
                headers[column] = value
            elif not isinstance(value, str) and (sheet, cell) not in known:
                found.add(headers[column])
    return found


def wrong_in_page(page: Page, paper: Written) -> list[object]:
    """What differs between a page and the JSON: as often as a figure is printed there it stands here, and says it."""
    expected = Counter((each["figure"], each["part"], str(each["value"])) for each in paper.every)
    found = Counter((each.figure, each.part, each.value) for each in page.numbers)
    told = [each for each in page.numbers if not agrees({"value": each.value}, each.text, paper.lang)]
    # Charts are drawn of numbers that stand beside them, and say how long they are.
    loose = [
        each
        for each in page.drawn
        if (each.attributes["data-figure"], each.attributes["data-part"], each.value) not in found
    ]
    return [*((found - expected) + (expected - found)), *told, *loose, *filter(_misdrawn, page.drawn)]


def _misdrawn(drawn: Drawn) -> bool:
    """Whether a bar is not as long as its rate, where no rate is above the whole."""
    return drawn.tag == "rect" and drawn.attributes["width"] != f"{drawn.value}%"


# What of a document stands in no page: figure and part. Nothing: a page has all of the text and of the annexes.
NOT_IN_A_PAGE: frozenset[tuple[str, str]] = frozenset()


@pytest.mark.parametrize(("book", "period", "lang"), PAPERS)
def test_a_page_says_all_that_a_document_says_and_more(book: Path, period: str, lang: str, folder: Path) -> None:
    paper = written(book, period, lang, folder)
    page = Page(paper.page)
    assert wrong_in_page(page, paper) == []
    in_document = {(each.id, each.part) for each in read_numbers(paper.document)}
    assert in_document - {(each.figure, each.part) for each in page.numbers} == NOT_IN_A_PAGE
    assert len(page.numbers) > len(in_document)
    assert page.provenance["provenance"]["book"]["id"] == book.name
    print(f"{book.name} {period} {lang}: {len(page.numbers)} numbers compared, {len(page.drawn)} drawn")  # noqa: T201


def test_a_wrong_number_of_a_page_is_noticed_wherever_it_stands(folder: Path) -> None:
    paper = written(SAMPLE, "2021-08", "vi", folder)
    places = [
        found.span()
        for found in re.finditer(r"<data [^>]*>[^<]*</data>|<(?:rect|circle) [^>]*data-value[^>]*>", paper.page)
    ]
    assert len(places) > 500
    for begin, end in places[::11]:
        number = paper.page[begin:end]
        for wrong in {
            re.sub(pattern, _other_digit, number, count=1)
            for pattern in (r"\d(?=\D*</data>)", r'value="[^"]*\d', r"@\d")
        }:
            if wrong != number:
                assert wrong_in_page(Page(paper.page[:begin] + wrong + paper.page[end:]), paper), wrong


def _other_digit(found: re.Match[str]) -> str:
    return found[0][:-1] + str((int(found[0][-1]) + 1) % 10)


@pytest.mark.parametrize(("book", "period", "lang"), PAPERS)
def test_every_number_of_a_report_is_that_of_the_json(book: Path, period: str, lang: str, folder: Path) -> None:
    paper = written(book, period, lang, folder)
    found = read_numbers(paper.document)
    assert wrong_in_document(found, paper) == []
    assert wrong_in_text(paper.text, paper) == []
    assert wrong_in_workbook(paper.workbook, paper) == []
    assert unmapped(paper.workbook) <= {"STT", "Xếp thứ", "No.", "Rank", "Mức phấn đấu 95%", "Target 95%"}
    least = 150 if book == SAMPLE else 15
    assert len(found) >= least
    print(f"{book.name} {period} {lang}: {len(found)} numbers compared")  # noqa: T201 - asked for with -rP


@pytest.mark.parametrize("book", [SAMPLE, PUBLISHED])
def test_a_figure_has_one_value_wherever_it_is_printed(book: Path, folder: Path) -> None:
    rows, paper = rows_of(book, "2021", "vi"), written(book, "2021", "vi", folder)
    held = [each for each in paper.numbers if each["part"] in rows.get(each["figure"], {})]
    assert [each for each in held if rows[each["figure"]][each["part"]] != each["value"]] == []
    assert len(held) > (500 if book == SAMPLE else 15)


def test_a_wrong_number_is_noticed_wherever_it_stands(folder: Path) -> None:
    paper = written(SAMPLE, "2021-08", "vi", folder)
    found = read_numbers(paper.document)
    for at in range(0, len(found), 7):
        planted = [*found]
        planted[at] = planted[at]._replace(text=_other(planted[at].text))
        assert wrong_in_document(planted, paper), planted[at]
    for row in (1, 5):
        line = next(each for each in paper.text.split("\n") if each.startswith(f"| {row} |"))
        assert wrong_in_text(paper.text.replace(line, _last_digit(line), 1), paper)
    sentence = next(each for each in paper.text.split("\n") if "25.915/29.853" in each and not each.startswith("|"))
    for token in ("25.915", "86,81%", "3.938"):
        assert wrong_in_text(paper.text.replace(sentence, sentence.replace(token, _other(token)), 1), paper), token


def test_a_wrong_number_is_noticed_in_every_cell_of_a_workbook(folder: Path) -> None:
    """In those of numbers and formulas, and in texts; one that is gone as well."""
    paper = written(SAMPLE, "2021", "vi", folder)
    file = Unpacked(paper.workbook)
    parts = {name: file.part(name) for name in file.names}
    planted = 0
    for name in (each for each in parts if each.startswith("xl/worksheets/sheet")):
        values = [*re.finditer(rb"</f><v>(\d+(?:\.\d+)?)</v>|<c [^>]*><v>(\d{3,}|\d+\.\d+)</v>", parts[name])]
        for value in values[:: max(1, len(values) // 5)]:
            if b't="s"' in value[0]:
                continue
            begin, end = value.span(1 if value[1] else 2)
            wrong = parts | {name: parts[name][:begin] + b"7919" + parts[name][end:]}
            assert wrong_in_workbook(pack(wrong), paper), (name, value[0])
            planted += 1
    texts = parts["xl/sharedStrings.xml"]
    for text in (b"26.067/29.862", b"87,29%", b"4.418/5.106"):
        wrong = parts | {"xl/sharedStrings.xml": texts.replace(text, _other(text.decode()).encode(), 1)}
        assert wrong_in_workbook(pack(wrong), paper), text
    assert planted > 20


def _other(text: str) -> str:
    return re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), text, count=1)


def _last_digit(line: str) -> str:
    _head, _, rest = line.partition("| ")[2].partition(" | ")[2].partition(" | ")
    return line.replace(rest, re.sub(r"\d(?= \|)", lambda digit: str((int(digit[0]) + 1) % 10), rest, count=1))


# What no reader of a Vietnamese paper is to see -----------------------------------------------------------------------

_ENGLISH = re.compile(
    r"\b(?:pledges?|households?|communes?|areas?|teams?|models?|standards?|returns?|claims?|units?|report|table|total"
    r"|signed|withdrawn|figures?|the|of|and|unknown|none|null|true|false|annex|monthly|quarterly|yearly|journal)\b",
    re.IGNORECASE,
)
_IDS = re.compile(r"[a-z]+\.[a-z-]+(?:\.[a-z-]+)?@|\b[a-z-]+\.(?:csv|toml|md|docx|json)\b|sha256:|antq_")


@pytest.mark.parametrize("book", [SAMPLE, PUBLISHED])
def test_a_reader_of_vietnamese_sees_no_id_no_file_and_no_english(book: Path, folder: Path) -> None:
    paper = written(book, "2021", "vi", folder)
    for text in (plain(paper.text.partition("<!-- antq")[0]), Page(paper.page).text):
        assert _IDS.findall(text) == []
        assert [found[0] for found in _ENGLISH.finditer(text)] == []
    told = Sheets(paper.workbook)
    cells = "\n".join(str(value) for name in told.visible for value in told.cells(name).values())
    own = re.compile(rf"^{re.escape(book.name)}$", re.MULTILINE)  # its id is a word of its own
    seen = own.sub("", "\n".join([*told.visible, cells]))
    assert _IDS.findall(seen) == []
    assert [found[0] for found in _ENGLISH.finditer(seen)] == []

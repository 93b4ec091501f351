"""What a browser makes of a page: nothing leaves it, everybody can read it, and it is whole without its script.

Left out by default: `.ci/office`, where a skipped test is a failed one.
"""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import PUBLISHED, ROOT, SAMPLE, run
from tests.reports.browser import Browser, browser
from tests.reports.office import program
from tests.reports.page_reader import Page

pytestmark = pytest.mark.office

PAGES = [(book, lang) for book in (SAMPLE, PUBLISHED) for lang in ("vi", "en")]
# A phone and a desk, by day and by night.
SCREENS = [(width, dark) for width in (390, 1280) for dark in (False, True)]
AXE = ROOT / ".venv" / "axe" / "package" / "axe.min.js"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[Path, str], Path]:
    folder = tmp_path_factory.mktemp("pages")
    found = {(book, lang): folder / f"{book.name}-{lang}.html" for book, lang in PAGES}
    for (book, lang), file in found.items():
        assert run(["report", "-b", book, "--period", "2021-Q3", "--lang", lang, "-o", file]).code == 0
    return found


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture
def sample(pages: dict[tuple[Path, str], Path]) -> Path:
    return pages[SAMPLE, "vi"]


@pytest.mark.parametrize(("book", "lang"), PAGES)
def test_nothing_leaves_the_page_and_it_fits_on_every_screen(
    book: Path, lang: str, pages: dict[tuple[Path, str], Path], chromium: Browser
) -> None:
    file = pages[book, lang]
    for width, dark in SCREENS:
        chromium.open(file, width, dark=dark)
        assert chromium.run("document.documentElement.scrollWidth") <= width, (width, dark)
        assert chromium.requests == [file.as_uri()]
        assert chromium.complaints == []


def test_what_a_page_does_not_bring_itself_is_refused(sample: Path, tmp_path: Path, chromium: Browser) -> None:
    """So the tests before would notice: a script, a style and a picture that somebody put into it."""
    planted = (
        "<script>document.title = 'mine'</script><p id='p' style='color: red'>x</p>"
        "<img src='https://example.org/a.png'><link rel='stylesheet' href='https://example.org/a.css'>"
    )
    file = tmp_path / "planted.html"
    file.write_text(sample.read_text("utf-8").replace("<main>", f"<main>{planted}"), "utf-8")
    chromium.open(file)
    assert chromium.run("document.title") != "mine"
    assert chromium.run("getComputedStyle(document.getElementById('p')).color") != "rgb(255, 0, 0)"
    assert len([each for each in chromium.complaints if "Content Security Policy" in each]) == 4


def test_by_night_it_is_dark_and_on_paper_it_is_not(sample: Path, chromium: Browser) -> None:
    def ground(**how: Any) -> int:
        chromium.open(sample, **how)
        color = chromium.run("getComputedStyle(document.querySelector('main > section')).backgroundColor")
        return sum(map(int, re.findall(r"\d+", color)[:3]))

    assert ground() == 3 * 255
    assert ground(dark=True) < 150
    assert ground(dark=True, media="print") == 3 * 255


# The order of lines ------------------------------------------------------------------------------------------------


def column(chromium: Browser, place: int, table: str = "#coverage table") -> list[str]:
    found: list[str] = chromium.run(
        f"[...document.querySelector({json.dumps(table)}).tBodies[0].rows].map(row => row.cells[{place}].textContent)"
    )
    return found


def test_a_click_on_the_head_of_a_column_sorts_and_another_one_turns_it_round(sample: Path, chromium: Browser) -> None:
    chromium.open(sample)
    at = chromium.run(
        "Number([...document.querySelectorAll('#coverage thead th')]"
        ".find(head => head.textContent.includes('Đã ký')).dataset.column)"
    )
    head = f"#coverage thead th[data-column='{at}']"
    before, total = column(chromium, at), chromium.run("document.querySelector('#coverage tfoot').textContent")
    for down in (True, False):
        chromium.click(f"{head} button")
        numbers = [int(text.replace(".", "")) for text in column(chromium, at)]
        assert numbers == sorted(numbers, reverse=down)
        said = chromium.run(f"document.querySelector({json.dumps(head)}).getAttribute('aria-sort')")
        assert said == ("descending" if down else "ascending")
    assert sorted(column(chromium, at)) == sorted(before) != before
    assert chromium.run("document.querySelector('#coverage tfoot').textContent") == total


def test_names_are_sorted_as_vietnamese_has_them_and_what_is_not_known_stays_last(
    sample: Path, chromium: Browser
) -> None:
    chromium.open(sample)
    for _ in range(2):
        chromium.click("#annexes thead th.name button")
    names = [name.removeprefix("Xã ") for name in column(chromium, 1, "#annexes table")]
    assert names[:4] == ["Thị trấn Phong Sơn", "Cẩm Bình", "Cẩm Châu", "Cẩm Giang"]
    assert names.index("Cẩm Long") < names.index("Cẩm Lương") < names.index("Cẩm Ngọc")
    chromium.click("#changed thead th[data-column='7'] button")
    assert column(chromium, 7, "#changed table")[-1] == "-"


# Without the script -------------------------------------------------------------------------------------------------


def test_without_its_script_everything_is_there_and_nothing_is_offered_that_does_not_work(
    sample: Path, chromium: Browser
) -> None:
    """The text that a browser shows is that of the file; what is drawn has its size."""
    chromium.open(sample)
    with_script = chromium.run("document.querySelectorAll('thead button').length")
    chromium.open(sample, script=False)
    assert (with_script > 50, chromium.run("document.querySelectorAll('button').length")) == (True, 0)
    read = Page(sample.read_text("utf-8"))
    shown = chromium.run("[...document.querySelectorAll('data')].filter(each => each.checkVisibility()).length")
    assert shown == len(read.numbers) > 1000
    sizes = chromium.run("[...document.querySelectorAll('rect.reached, rect.short')].map(bar => bar.getBBox().width)")
    whole = chromium.run("document.querySelector('#coverage rect.track').getBBox().width")
    values = [float(each.value) for each in read.drawn if each.attributes["class"] in ("reached", "short")]
    bars = zip(sizes[-17:], values[-17:], strict=True)
    assert all(abs(size / whole - value / 100) < 0.001 for size, value in bars)


# Who reads it --------------------------------------------------------------------------------------------------------


def axe() -> str:
    if AXE.is_file():
        return AXE.read_text("utf-8")
    if os.environ.get("ANTQ_CI_INSTALL") == "1":
        pytest.fail("axe-core was to be installed")
    pytest.skip("axe-core is not installed")


@pytest.mark.parametrize(("book", "lang"), PAGES)
def test_everybody_can_read_it(book: Path, lang: str, pages: dict[tuple[Path, str], Path], chromium: Browser) -> None:
    judge = axe()
    for width, dark in SCREENS:
        chromium.open(pages[book, lang], width, dark=dark)
        chromium.run(judge)
        found = chromium.run("axe.run().then(told => ({violations: told.violations, passes: told.passes.length}))")
        told = [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]]
        assert told == [], (width, dark)
        assert found["passes"] > 20


def test_what_cannot_be_read_would_be_noticed(sample: Path, tmp_path: Path, chromium: Browser) -> None:
    file = tmp_path / "worse.html"
    text = sample.read_text("utf-8")
    file.write_text(text.replace('<html lang="vi">', "<html>").replace('role="img"', 'role="imgage"'), "utf-8")
    chromium.open(file)
    chromium.run(axe())
    found = chromium.run("axe.run().then(told => told.violations.map(each => each.id))")
    assert {"html-has-lang", "aria-roles"} <= {*found}


# On paper -----------------------------------------------------------------------------------------------------------


def test_it_is_printed_on_a4_with_wide_annexes_on_their_side(sample: Path, tmp_path: Path, chromium: Browser) -> None:
    chromium.open(sample)
    file = tmp_path / "page.pdf"
    file.write_bytes(chromium.printed())
    told = subprocess.run([program("pdfinfo"), "-l", "99", file], check=True, capture_output=True).stdout.decode()
    sizes = [
        (round(float(wide)), round(float(high))) for wide, high in re.findall(r"size:\s+([\d.]+) x ([\d.]+)", told)
    ]
    upright, lying = (595, 842), (842, 595)
    assert {*sizes} == {upright, lying}
    assert sizes[0] == upright
    text = subprocess.run([program("pdftotext"), "-layout", file, "-"], check=True, capture_output=True).stdout.decode()
    printed = text.split("\f")[:-1]
    assert all(page.strip() for page in printed)
    assert all(name in text for name in ("25.965/29.854", "Cẩm Lương", "TỔNG CỘNG"))

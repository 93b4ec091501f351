"""The numbers that the pages on reports show are what a report prints."""

import re
from pathlib import Path

import pytest

from antq_cli.core.outline import PARTS, PASSAGES, TABLES
from tests.cli.harness import ROOT, SAMPLE, run

PAGES = ("docs/reports.md", "docs/vi/bao-cao.md")
_NUMBERS = re.compile(r"<!-- numbers: (.*?) -->\n```text\n(.*?)```\n", re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_numbers_in_a_template_are_printed_as_the_page_says(page: str, tmp_path: Path) -> None:
    ((line, shown),) = _NUMBERS.findall((ROOT / page).read_text("utf-8"))
    told = dict(re.split(r"\s{2,}", each, maxsplit=1) for each in shown.strip().split("\n"))
    assert len(told) >= 7
    template = tmp_path / "own.md"
    template.write_text("\n\n".join(told), "utf-8")
    ran = run(["report", "-b", SAMPLE, *line.split(), "--template", template])
    assert ran.code == 0, ran.stderr
    body = ran.stdout.partition("Kính gửi")[2].split("\n\n")[1:]
    assert [part.replace("\\", "") for part in body[: len(told)]] == [*told.values()]


@pytest.mark.parametrize("page", PAGES)
def test_every_passage_and_every_table_is_named(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert [name for name in (*PASSAGES, *TABLES) if f"`{name}`" not in text] == []
    if page == PAGES[0]:
        assert [part for part in PARTS if f"`{part}`" not in text] == []

"""What the pages on registers say of sources and measures is what the manifest and the returns take."""

import re
from typing import get_args

import pytest

from antq_cli.core.manifest import ActivityKind, Households, ModelKind, PledgeKind, Reported, StandardKind, TeamKind
from antq_cli.core.measures import WORDS
from tests.cli.harness import ROOT

PAGES = {
    lang: (ROOT / path).read_text("utf-8")
    for lang, path in (("en", "docs/registers.md"), ("vi", "docs/vi/so-dang-ky.md"))
}
SECTIONS: dict[str, type[Reported]] = {
    "pledges": PledgeKind,
    "teams": TeamKind,
    "models": ModelKind,
    "activities": ActivityKind,
    "standards": StandardKind,
    "households": Households,
}


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]*)`", cell)


@pytest.mark.parametrize("lang", PAGES)
def test_the_choices_and_the_default_of_every_source_stand_there(lang: str) -> None:
    rows = re.findall(r"^\| `\[([a-z]+)[^`]*\]` \| (.*?) \| (.*?) \|", PAGES[lang], re.MULTILINE)
    told = {section: (sorted(quoted(choices)), quoted(default)) for section, choices, default in rows}
    sources = {section: kind.model_fields["source"] for section, kind in SECTIONS.items()}
    assert told == {
        section: (sorted(get_args(source.annotation)), [source.default]) for section, source in sources.items()
    }


@pytest.mark.parametrize(
    ("lang", "heading"), [("en", "### What a return may be of"), ("vi", "Báo cáo số liệu (sổ `returns`)")]
)
def test_every_part_of_a_measure_that_may_be_reported_stands_there(lang: str, heading: str) -> None:
    section = PAGES[lang].partition(heading)[2].partition("\n#")[0]
    named = " ".join(quoted(section))
    stocks = {family: words for family, words in WORDS.items() if not words.flowing}
    for family, words in stocks.items():
        assert re.search(rf"\b{family}\b", named), family
        for part in words.parts:
            assert f".{part}" in named, (family, part)

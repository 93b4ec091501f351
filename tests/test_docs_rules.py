"""docs/rules.md is what its script makes of the registry and the gallery."""

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from antq_cli.checks.registry import MET_MOST, registry
from antq_cli.core.ruled import Ruled
from tests.cli.harness import ROOT

PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")
AGAIN = "run `python docs/make_rules.py` and read what has changed"


@pytest.fixture(scope="module")
def maker() -> Iterator[ModuleType]:
    """The script, which looks for the package on a path of its own."""
    path = [*sys.path]
    spec = spec_from_file_location("make_rules", ROOT / "docs" / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = path


def sections() -> dict[str, str]:
    """What the page says under the heading of each rule, by its code."""
    parts = [part.partition("\n") for part in PAGE.split("\n### ")[1:]]
    return {heading.split()[0]: text.partition("\n## ")[0] for heading, _, text in parts}


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_page_is_up_to_date(lang: str, maker: ModuleType) -> None:
    assert maker.page(lang) == maker.PAGES[lang].read_text("utf-8"), AGAIN


def test_the_script_says_whether_it_is(
    maker: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["make_rules.py", "--check"])
    assert maker.main() == 0
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(maker, "page", lambda lang: PAGE + "\n" * (lang == "en"))
    assert maker.main() == 1
    late = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert late == ["docs/rules.md", "docs/vi/quy-tac.md"]
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == PAGE  # asked whether, it writes nothing


def test_every_rule_stands_there_in_the_order_in_which_it_is_judged() -> None:
    assert [*sections()] == [*registry()]


def test_every_rule_has_an_example_that_breaks_it() -> None:
    for code, rule in registry().items():
        _, _, example = sections()[code].partition("```text\n")
        assert f" {code} {rule.severity}\n" in example, f"tests/gallery/{code}/expected.txt"


@pytest.mark.parametrize("rule", registry().values(), ids=lambda rule: rule.code)
def test_what_the_command_says_of_a_rule_leads_to_it(rule: object) -> None:
    rule = next(each for each in registry().values() if each == rule)
    file, _, anchor = Ruled.docs(rule).partition("#")
    assert file == "docs/rules.md"
    headings = [line.removeprefix("### ") for line in PAGE.split("\n") if line.startswith("### ")]
    assert anchor in {heading.lower().replace(" ", "-") for heading in headings}
    assert (ROOT / Ruled.fixtures(rule) / "bad").is_dir()


def test_what_is_met_most_often_comes_first() -> None:
    table, _, _ = PAGE.partition("\n## Met most often\n")[2].partition("\n## ")
    assert [line[3:7] for line in table.split("\n") if line.startswith("| [")] == [*MET_MOST]
    assert len(set(MET_MOST)) == len(MET_MOST)
    assert {*MET_MOST} < {*registry()}
    assert 20 <= len(MET_MOST) <= 25

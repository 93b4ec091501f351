"""Write docs/rules.md from the registry of rules and the error gallery: `python docs/make_rules.py`.

With `--check` nothing is written; exit 1 where the page is not what it would be.
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from antq_cli.checks.registry import MET_MOST, registry  # noqa: E402 - found on the path that was just set
from antq_cli.core.findings import BOOK, Rule  # noqa: E402
from antq_cli.core.registers import REGISTERS  # noqa: E402
from antq_cli.core.ruled import Ruled  # noqa: E402
from antq_cli.pages.rules import remedy  # noqa: E402
from antq_cli.render.markdown import markdown_text  # noqa: E402
from antq_cli.words.speech import speech  # noqa: E402

PAGE = ROOT / "docs" / "rules.md"
GALLERY = ROOT / "tests" / "gallery"
ENGLISH = speech("en")
# So many registers are told as those that a rule does not look at.
_FEW = 2
HEAD = """\
# Rules

What `antq check` judges; `antq rules CODE` says the same at a terminal. Codes are never renumbered. Under each rule
stands what the check prints of a small book that breaks it; these books, and beside each one that almost does, are in
[tests/gallery](../tests/gallery/base/antq.toml). This page is written by `python docs/make_rules.py`.

Errors make the exit code 1, those of the families F and S (nothing can be counted) and a column of personal data 2;
warnings 0, unless `--fail-on warning` says otherwise. What to do with findings that are to stay:
[checking.md](checking.md).
"""


def page() -> str:
    """Return the text of the page."""
    return "\n".join([HEAD, *_met_most(), *_stages()])


def _met_most() -> Iterator[str]:
    rules = registry()
    yield "## Met most often\n"
    yield "| code | what should hold |\n|---|---|"
    for code in MET_MOST:
        yield f"| {_link(rules[code])} | {_text(ENGLISH.say(f'{code}.holds'))} |"
    yield ""


def _stages() -> Iterator[str]:
    for stage, rules in groupby(registry().values(), key=lambda rule: rule.stage):
        yield f"## {stage.capitalize()}\n"
        for rule in rules:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.name}\n"
    yield f"**{_text(ENGLISH.say(f'{rule.code}.holds'))}** {_text(ENGLISH.say(f'{rule.code}.why'))}\n"
    yield f"To repair: {_text(remedy(rule, ENGLISH))}\n"
    yield f"*{rule.severity} · {_registers(rule)} · since {rule.since}*\n"
    example = GALLERY / rule.code / "expected.txt"
    if example.exists():  # a rule that is being written has none yet; a test asks for it
        yield f"```text\n{_printed(example)}```\n"


def _registers(rule: Rule) -> str:
    """Return the registers that a rule looks at; of nearly all of them those that it does not."""
    others = [name for name in REGISTERS if name not in rule.of]
    if len(others) > _FEW:
        return ", ".join(rule.of)
    book = [BOOK] if BOOK in rule.of else []
    return ", ".join([*book, "all registers" + (f" but {' and '.join(others)}" if others else "")])


def _printed(example: Path) -> str:
    """Return what the check prints of a bad book, without the line on how it ends."""
    return example.read_text("utf-8").partition("\n")[2].rstrip("\n") + "\n"


def _link(rule: Rule) -> str:
    return f"[{rule.code} {rule.name}]({Ruled.docs(rule).removeprefix('docs/rules.md')})"


def _text(text: str) -> str:
    return markdown_text(text).replace("\\_", "_").replace("\\`", "`").replace("\\#", "#")


def main() -> int:
    """Write the page, or say whether it is up to date."""
    made = page()
    if "--check" not in sys.argv:
        PAGE.write_text(made, "utf-8")
        return 0
    if PAGE.read_text("utf-8") == made:
        return 0
    print("docs/rules.md is out of date: run python docs/make_rules.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())

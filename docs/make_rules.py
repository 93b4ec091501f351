"""Write docs/rules.md and its Vietnamese page from the registry and the error gallery: `python docs/make_rules.py`.

With `--check` nothing is written; exit 1 where a page is not what it would be.
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
from antq_cli.pages.rules import remedy  # noqa: E402
from antq_cli.render.markdown import markdown_text  # noqa: E402
from antq_cli.words.speech import Speech, speech  # noqa: E402

PAGES = {"en": ROOT / "docs" / "rules.md", "vi": ROOT / "docs" / "vi" / "quy-tac.md"}
GALLERY = ROOT / "tests" / "gallery"
# So many registers are told as those that a rule does not look at.
_FEW = 2
HEAD = """\
# Rules

What `antq check` judges; `antq rules CODE` says the same at a terminal. Codes are never renumbered. Under each rule
stands what the check prints of a small book that breaks it. Each rule has one book that breaks it and one that
nearly does, in [tests/gallery](../tests/gallery/base/antq.toml). This page is written by `python docs/make_rules.py`.

Errors make the exit code 1, those of the families F and S (nothing can be counted) and a column of personal data 2;
warnings 0, unless `--fail-on warning` says otherwise. What to do with findings that are to stay:
[checking.md](checking.md).
"""


VIETNAMESE_HEAD = """\
# Các quy tắc kiểm tra

Những gì `antq check` kiểm tra; `antq rules MÃ` in cùng nội dung này trên màn hình. Mã không bao giờ đổi. Trang này do
`python docs/make_rules.py` ghi; [trang tiếng Anh](../rules.md) có thêm ví dụ của từng quy tắc.

Có lỗi thì lệnh kết thúc với mã 1; lỗi nhóm F, S (không tính được gì) và cột dữ liệu cá nhân thì mã 2; cảnh báo thì
mã 0, trừ khi ghi `--fail-on warning`. Phát hiện nào để lại thì xem [xử lý phát hiện](phat-hien.md).
"""
# What stands between the parts of a rule, by language; in Vietnamese the examples, which are English, are left out.
TOLD = {
    "en": ("Met most often", "| code | what should hold |", "To repair: {0}", "since {0}"),
    "vi": ("Hay gặp nhất", "| mã | điều phải đúng |", "Cách sửa: {0}", "từ phiên bản {0}"),
}


def page(lang: str) -> str:
    """Return the text of the page in a language."""
    return "\n".join([HEAD if lang == "en" else VIETNAMESE_HEAD, *_met_most(speech(lang)), *_stages(speech(lang))])


def _met_most(told: Speech) -> Iterator[str]:
    rules = registry()
    title, head, *_ = TOLD[told.lang]
    yield f"## {title}\n"
    yield f"{head}\n|---|---|"
    for code in MET_MOST:
        yield f"| {_link(rules[code], told)} | {_text(told.say(f'{code}.holds'))} |"
    yield ""


def _stages(told: Speech) -> Iterator[str]:
    for stage, rules in groupby(registry().values(), key=lambda rule: rule.stage):
        yield f"## {stage.capitalize() if told.lang == 'en' else told.say(f'stage.{stage}').capitalize()}\n"
        for rule in rules:
            yield from _rule(rule, told)


def _rule(rule: Rule, told: Speech) -> Iterator[str]:
    *_, repair, since = TOLD[told.lang]
    yield f"### {_title(rule, told)}\n"
    yield f"**{_text(told.say(f'{rule.code}.holds'))}** {_text(told.say(f'{rule.code}.why'))}\n"
    yield f"{repair.format(_text(remedy(rule, told)))}\n"
    severity = told.say(f"severity.{rule.severity}")
    yield f"*{severity} · {_registers(rule, told)} · {since.format(rule.since)}*\n"
    example = GALLERY / rule.code / "expected.txt"
    if told.lang == "en" and example.exists():  # a rule that is being written has none yet; a test asks for it
        yield f"```text\n{_printed(example)}```\n"


def _title(rule: Rule, told: Speech) -> str:
    return f"{rule.code} {told.say(f'{rule.code}.name')}"


def _registers(rule: Rule, told: Speech) -> str:
    """Return the registers that a rule looks at; of nearly all of them those that it does not."""
    others = [name for name in REGISTERS if name not in rule.of]
    if len(others) > _FEW:
        return ", ".join(rule.of)
    book = [BOOK] if BOOK in rule.of else []
    if told.lang == "vi":
        return ", ".join([*book, "mọi sổ đăng ký" + (f" trừ {' và '.join(others)}" if others else "")])
    return ", ".join([*book, "all registers" + (f" but {' and '.join(others)}" if others else "")])


def _printed(example: Path) -> str:
    """Return what the check prints of a bad book, without the line on how it ends."""
    return example.read_text("utf-8").partition("\n")[2].rstrip("\n") + "\n"


def _link(rule: Rule, told: Speech) -> str:
    return f"[{_title(rule, told)}](#{_title(rule, told).lower().replace(' ', '-')})"


def _text(text: str) -> str:
    return markdown_text(text).replace("\\_", "_").replace("\\`", "`").replace("\\#", "#")


def main() -> int:
    """Write the pages, or say which is not up to date."""
    made = {file: page(lang) for lang, file in PAGES.items()}
    if "--check" not in sys.argv:
        for file, text in made.items():
            file.write_text(text, "utf-8")
        return 0
    late = [file for file, text in made.items() if file.read_text("utf-8") != text]
    for file in late:
        print(f"{file.relative_to(ROOT).as_posix()} is out of date: run python docs/make_rules.py")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())

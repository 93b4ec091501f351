"""Findings for people: place, code, what is wrong, the line with a caret, and the remedy."""

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.cells import cell_len
from rich.text import Text

from antq_cli.core.findings import Shown, Withheld
from antq_cli.render.console import console_for, drawn
from antq_cli.render.findings import shown_place
from antq_cli.render.formats import Telling, said_of_more
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

_COLOURS = {"error": "bold red", "warning": "bold yellow"}


def write(telling: Telling) -> Iterator[str]:
    """Yield the findings in full, the first of each rule in a register, and how many more there are."""
    stream = None if telling.to_file else sys.stdout
    yield from (listed([finding], telling, stream) for finding in telling.shown())
    yield from (f"{line}\n" for line in said_of_more(telling))


def listed(findings: Iterable[Shown], telling: Telling, stream: TextIO | None) -> str:
    """Return some findings as a stream shows them; None stands for a file."""
    console = console_for(stream)
    texts = [full(each, telling.speech, prefix=telling.prefix, width=console.width) for each in findings]
    return drawn(console, *texts, wrap=False) if texts else ""


def full(finding: Shown, speech: Speech, *, prefix: str = "", width: int = 80) -> Text:
    """Return a finding in full, over several lines."""
    prose = speech.describe(finding)
    severity = finding.rule.severity
    text = Text()
    text.append(shown_place(finding, prefix), "bold")
    text.append(f" {finding.rule.code} ", "bold")
    text.append(speech.say(f"severity.{severity}"), _COLOURS[severity])
    text.append(f"\n  {visible(prose.what)}\n")
    if not (finding.excerpt is None or isinstance(finding.excerpt, Withheld)):
        text.append(_caret(finding, width))
    text.append(f"  → {visible(prose.remedy)}\n", "green")
    return text


def _caret(finding: Shown, width: int) -> Text:
    """Return the line of the file, cut to a width around the cell, controls made visible, a caret under the cell."""
    line, column = finding.excerpt or "", finding.place.column - 1
    gutter = f"  {finding.place.line} | "
    room = width - len(gutter) - 2
    start = max(0, column - room // 2) if len(line) > room else 0
    before, at = visible(line[start:column]), visible(line[column : start + room])
    mark = "…" if start else ""
    blank = " " * (len(gutter) - 2) + "| "
    length = max(1, min(cell_len(visible(finding.cell or "")), cell_len(at)))
    text = Text(f"{gutter}{mark}{before}{at}\n", "dim")
    text.append(f"{blank}{' ' * cell_len(mark + before)}{'^' * length}\n", "bold")
    return text

"""Findings for people: place, code, what is wrong, the line with a caret, and the remedy.

No line is wider than the terminal but the one with the place, which is to be clicked on.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TextIO

from antq_cli.core.findings import Shown, Withheld
from antq_cli.core.unseen import visible
from antq_cli.render.console import BLANK, Run, Runs, console_for, drawn
from antq_cli.render.findings import shown_place
from antq_cli.render.folding import beginning, folded, places
from antq_cli.render.formats import Telling, said_of_more
from antq_cli.words.speech import Speech

# Red and magenta are seen on light and dark backgrounds; what has to be read has the terminal's own colour.
_COLOURS = {"error": "bold red", "warning": "bold magenta"}
_INDENT, _REMEDY = "  ", "    "


def write(telling: Telling) -> Iterator[str]:
    """Yield the findings in full, the first of each rule in a register, and how many more there are."""
    stream = None if telling.to_file else sys.stdout
    yield from (listed([finding], telling, stream) for finding in telling.shown())
    width = console_for(stream).width
    yield from (f"{line}\n" for said in said_of_more(telling) for line in folded(said, width, _INDENT))


def listed(findings: Iterable[Shown], telling: Telling, stream: TextIO | None) -> str:
    """Return some findings as a stream shows them; None stands for a file."""
    console = console_for(stream)
    shown = (full(each, telling.speech, prefix=telling.prefix, width=console.width) for each in findings)
    return drawn(console, chain.from_iterable(shown))


def full(finding: Shown, speech: Speech, *, prefix: str = "", width: int = 80) -> Iterator[Runs]:
    """Yield a finding over several lines, none wider than ``width`` places but the one that says where it is."""
    prose = speech.describe(finding)
    severity = finding.rule.severity
    said = Run(speech.say(f"severity.{severity}"), _COLOURS[severity])
    yield Run(shown_place(finding, prefix), "bold"), Run(f" {finding.rule.code} ", "bold"), said
    yield from _lines(_INDENT + visible(prose.what), width, _INDENT)
    if not (finding.excerpt is None or isinstance(finding.excerpt, Withheld)):
        yield from _caret(finding, width)
    yield from _lines(f"{_INDENT}→ {visible(prose.remedy)}", width, _REMEDY)
    yield BLANK


def _lines(said: str, width: int, hang: str) -> Iterator[Runs]:
    return ((Run(line),) for line in folded(said, width, hang))


def _caret(finding: Shown, width: int) -> Iterator[Runs]:
    """Yield the line of the file, cut to a width round the cell, controls made visible, and a caret under the cell."""
    gutter = f"{_INDENT}{finding.place.line} | "
    before, at = _cut(finding.excerpt or "", finding.place.column - 1, width - len(gutter))
    blank = " " * (len(gutter) - 2) + "| "
    length = max(1, min(places(visible(finding.cell or "")), places(at)))
    yield (Run(f"{gutter}{before}{at}", "dim"),)
    yield (Run(f"{blank}{' ' * places(before)}{'^' * length}", "bold dim"),)


def _cut(line: str, column: int, width: int) -> tuple[str, str]:
    """Return what stands before a column of a line and what stands from there on, in no more than a width."""
    before, at = (visible(part) for part in (line[max(0, column - width) : column], line[column : column + width]))
    if len(line) <= width and places(before + at) <= width:
        return before, at
    room = width - 2  # a mark at each end
    kept = beginning(before[::-1], room // 2)[::-1]
    shown = beginning(at, room - places(kept))
    begun = "" if kept == before and column <= width else "…"
    return begun + kept, shown if shown == at and column + width >= len(line) else f"{shown}…"

"""Rules: as a list with what should hold, or one in full."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from antq_cli.core.findings import Rule
from antq_cli.core.outcomes import Outcome
from antq_cli.core.ruled import Ruled
from antq_cli.pages.cells import BLANK, Capital, Joined, Message, PageCell, Verbatim, Whole
from antq_cli.pages.model import Fits, Line, Page, PageColumn, PageTable, Records
from antq_cli.words.speech import Speech, speech

_COLUMNS = ("code", "name", "severity", "stage", "since", "registers", "holds", "why", "remedy", "docs", "fixtures")
# The place of a value in a sentence.
_VALUE = re.compile(r"\{(\w+)\}")


class Sentence(NamedTuple):
    """A sentence of a finding without one: its values stand between angle marks as what they are."""

    key: str

    def text(self, speech: Speech) -> str:
        """The sentence with slots for its values, ‹unit› for one; KeyError where the catalogue lacks it."""
        slots = {name: f"‹{speech.say(f'slot.{name}')}›" for name in _VALUE.findall(speech.template(self.key))}
        return speech.say(self.key, **slots)


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the page of the rules, a table for each stage, or that of one."""
    ruled = outcome.result
    assert isinstance(ruled, Ruled)
    if ruled.one:
        return _card(ruled.rules[0])
    tables = [_table(stage, list(rules)) for stage, rules in groupby(ruled.rules, key=lambda rule: rule.stage)]
    return Page(Message("rules.title"), Message("rules.count", n=Whole(ruled, "rows")), tables)


def _table(stage: str, rules: Sequence[Rule]) -> PageTable:
    names = ("rule", "name", "severity", "holds")
    columns = [PageColumn(Message(f"column.{name}"), whole=name != "holds") for name in names]
    lines = [
        Line(
            [
                Verbatim(rule.code),
                Message(f"{rule.code}.name"),
                Message(f"severity.{rule.severity}"),
                Message(f"{rule.code}.holds"),
            ]
        )
        for rule in rules
    ]
    return PageTable(columns, lines, Capital(Message(f"stage.{stage}")))


def _card(rule: Rule) -> Page:
    """Return one rule in full: what should hold, and a line for each thing that there is to say of it."""
    told: dict[str, PageCell] = {
        "why": Message(f"{rule.code}.why"),
        "says": Sentence(f"{rule.code}.what"),
        "remedy": Sentence(f"{rule.code}.fix"),
        "severity": Message(f"severity.{rule.severity}"),
        "stage": Message(f"stage.{rule.stage}"),
        "registers": Joined([Verbatim(register) for register in rule.of], ", "),
        "since": Verbatim(rule.since),
        "docs": Verbatim(Ruled.docs(rule)),
        "fixtures": Verbatim(Ruled.fixtures(rule)),
    }
    lines = [Line([Message(f"column.{name}"), said]) for name, said in told.items()]
    title = Joined([Verbatim(rule.code), Message(f"{rule.code}.name")], " ")
    return Page(title, Message(f"{rule.code}.holds"), [PageTable([PageColumn(BLANK, whole=True), PageColumn()], lines)])


def remedy(rule: Rule, told: Speech) -> str:
    """What to do where a rule is broken, with slots in place of values; KeyError for a rule without a text."""
    return Sentence(f"{rule.code}.fix").text(told)


def records(result: Ruled) -> Records:
    """Return the rules as rows for machines, with their sentences in the language that was asked for."""
    told = speech(result.lang)
    return Records([_record(rule, told) for rule in result.rules], _COLUMNS)


def _record(rule: Rule, told: Speech) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "stage": rule.stage,
        "since": rule.since,
        "registers": list(rule.of),
        "holds": told.say(f"{rule.code}.holds"),
        "why": told.say(f"{rule.code}.why"),
        "remedy": remedy(rule, told),
        "docs": Ruled.docs(rule),
        "fixtures": Ruled.fixtures(rule),
    }

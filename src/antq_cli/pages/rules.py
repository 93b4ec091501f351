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
# What stands in the place of a value where that is something else than in most rules, each with the values of rules.
OTHER_SLOTS = {
    "code": (
        *("S010.value", "S021.value", "X101.value", "X102.value", "X109.value", "X202.value", "X204.value"),
        *("X207.value", "X303.value"),
    ),
    "day": (
        "T102.other",
        "T103.value",
        "X113.value",
        "X203.value",
        "X210.value",
        "X302.value",
        "X306.value",
    ),
    "first-day": (
        "D201.other",
        "D203.other",
        "Q102.first",
        "Q103.first",
        "T104.first",
        "X108.value",
        "X211.first",
        "X306.first",
    ),
    "kind": ("S009.value", "X201.value"),
    "level": ("S008.value", "S020.value", "X103.value"),
    "measure": ("S014.value", "S016.value", "X205.value"),
    "summed-rows": ("I301.n",),
    "n": ("F011.expected", "F012.expected"),
    "other-row": ("X211.other",),
    "other-unit": ("X111.other", "X112.other"),
    "first-column": ("I105.first",),
    "hidden-columns": ("I108.columns",),
    "reason": ("X208.value",),
    "regime": ("X301.value",),
    "rule": ("S017.value", "S018.value", "S019.value"),
    "toml-key": ("S001.value", "S003.value", "S011.value"),
    "toml-table": ("F017.value",),
    "total": ("D202.other",),
    "written-columns": ("F022.columns",),
}
_SLOTS = {value: slot for slot, values in OTHER_SLOTS.items() for value in values}


def slot(code: str, name: str) -> str:
    """Return what stands in the place of a value in the sentences of a rule, by what follows ``slot.``."""
    return _SLOTS.get(f"{code}.{name}", name)


class Sentence(NamedTuple):
    """A sentence of a finding without one: its values stand between angle marks as what they are."""

    key: str

    def text(self, speech: Speech) -> str:
        """The sentence with slots for its values, ‹unit› for one; KeyError where the catalogue lacks it."""
        code, names = self.key.partition(".")[0], _VALUE.findall(speech.template(self.key))
        return speech.say(self.key, **{name: f"‹{speech.say(f'slot.{slot(code, name)}')}›" for name in names})


class Docs(NamedTuple):
    """The section of the docs that tells of a rule, in the language that is spoken."""

    rule: Rule

    def text(self, speech: Speech) -> str:
        """The file in the repository and the anchor of the heading, which is the code and the name."""
        if speech.lang != "vi":
            return Ruled.docs(self.rule)
        name = speech.say(f"{self.rule.code}.name").lower().replace(" ", "-")
        return f"docs/vi/quy-tac.md#{self.rule.code.lower()}-{name}"


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
        "docs": Docs(rule),
        "fixtures": Verbatim(Ruled.fixtures(rule)),
    }
    lines = [Line([Message(f"column.{name}"), said]) for name, said in told.items()]
    title = Joined([Verbatim(rule.code), Message(f"{rule.code}.name")], " ")
    holds = Message("rules.holds", said=Message(f"{rule.code}.holds"))
    return Page(title, holds, [PageTable([PageColumn(BLANK, whole=True), PageColumn()], lines)])


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

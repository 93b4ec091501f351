"""Rules: as a list with what should hold, or one in full."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from antq_cli.core.findings import Rule
from antq_cli.core.outcomes import Outcome
from antq_cli.core.ruled import Ruled
from antq_cli.render.grid import Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room
from antq_cli.words.speech import Speech, speech

_COLUMNS = ("code", "name", "severity", "stage", "since", "registers", "holds", "why", "remedy", "docs", "fixtures")
# The place of a value in a sentence.
_VALUE = re.compile(r"\{(\w+)\}")


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of the rules, a table for each stage, or that of one."""
    ruled = outcome.result
    assert isinstance(ruled, Ruled)
    if ruled.one:
        return _card(ruled.rules[0], speech)
    grids = [_grid(stage, list(rules), speech) for stage, rules in groupby(ruled.rules, key=lambda rule: rule.stage)]
    return Page(speech.say("rules.title"), speech.say("rules.count", n=len(ruled.rules)), grids)


def _grid(stage: str, rules: Sequence[Rule], speech: Speech) -> Grid:
    """Return the rules of a stage, a row each."""
    columns = [Column(speech.say(f"column.{name}"), whole=name != "holds") for name in ("rule", "severity", "holds")]
    columns.insert(1, Column(speech.say("column.name"), whole=True))
    rows = [
        Row([rule.code, rule.name, speech.say(f"severity.{rule.severity}"), speech.say(f"{rule.code}.holds")])
        for rule in rules
    ]
    named = speech.say(f"stage.{stage}")
    return Grid(columns, rows, named[:1].upper() + named[1:])


def _card(rule: Rule, speech: Speech) -> Page:
    """Return one rule in full: what should hold, and a line for each thing that there is to say of it."""
    told = {
        "why": speech.say(f"{rule.code}.why"),
        "says": _sentence(f"{rule.code}.what", speech),
        "remedy": remedy(rule, speech),
        "severity": speech.say(f"severity.{rule.severity}"),
        "stage": speech.say(f"stage.{rule.stage}"),
        "registers": ", ".join(rule.of),
        "since": rule.since,
        "docs": Ruled.docs(rule),
        "fixtures": Ruled.fixtures(rule),
    }
    rows = [Row([speech.say(f"column.{name}"), said]) for name, said in told.items()]
    grid = Grid([Column("", whole=True), Column("")], rows)
    return Page(f"{rule.code} {rule.name}", speech.say(f"{rule.code}.holds"), [grid])


def remedy(rule: Rule, speech: Speech) -> str:
    """Return what to do where a rule is broken."""
    return _sentence(f"{rule.code}.fix", speech)


def _sentence(key: str, speech: Speech) -> str:
    """Return a sentence of a finding without one: its values stand between angle marks as what they are."""
    slots = {name: f"‹{speech.say(f'slot.{name}')}›" for name in _VALUE.findall(speech.template(key))}
    return speech.say(key, **slots)


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

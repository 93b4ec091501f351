"""Rules: as a list with what should hold, or one in full."""

import re
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
    """Return the page of the rules."""
    ruled = outcome.result
    assert isinstance(ruled, Ruled)
    if ruled.one:
        return _card(ruled.rules[0], speech)
    columns = [Column(speech.say(f"column.{name}")) for name in ("rule", "severity", "holds")]
    rows = [
        Row([rule.code, speech.say(f"severity.{rule.severity}"), speech.say(f"{rule.code}.holds")])
        for rule in ruled.rules
    ]
    return Page(speech.say("rules.title"), speech.say("rules.count", n=len(rows)), [Grid(columns, rows)])


def _card(rule: Rule, speech: Speech) -> Page:
    """Return one rule in full, a line for each thing that there is to say of it."""
    told = {
        "holds": speech.say(f"{rule.code}.holds"),
        "why": speech.say(f"{rule.code}.why"),
        "remedy": remedy(rule, speech),
        "severity": speech.say(f"severity.{rule.severity}"),
        "stage": speech.say(f"stage.{rule.stage}"),
        "registers": ", ".join(rule.of),
        "since": rule.since,
    }
    rows = [Row([speech.say(f"column.{name}"), said]) for name, said in told.items()]
    return Page(f"{rule.code} {rule.name}", Ruled.docs(rule), [Grid([Column("", whole=True), Column("")], rows)])


def remedy(rule: Rule, speech: Speech) -> str:
    """Return what to do where a rule is broken; a value that only a finding has stands between angle marks."""
    return _VALUE.sub(lambda found: f"‹{found[1]}›", speech.texts[f"{rule.code}.fix"])


def records(result: Ruled) -> Records:
    """Return the rules as rows for machines; sentences are in English, as a machine's words are."""
    return Records([_record(rule) for rule in result.rules], _COLUMNS)


def _record(rule: Rule) -> dict[str, Any]:
    english = speech("en")
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "stage": rule.stage,
        "since": rule.since,
        "registers": list(rule.of),
        "holds": english.say(f"{rule.code}.holds"),
        "why": english.say(f"{rule.code}.why"),
        "remedy": remedy(rule, english),
        "docs": Ruled.docs(rule),
        "fixtures": Ruled.fixtures(rule),
    }

"""SARIF 2.1.0 (OASIS, 2020): what code scanning reads. What is waived is there as well, as suppressed."""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from antq_cli import __version__
from antq_cli.checks.baseline import identity
from antq_cli.core.findings import COMMAND_LINE, Rule, Shown, Withheld
from antq_cli.pages.rules import remedy
from antq_cli.render.formats import Telling
from antq_cli.render.json_text import written
from antq_cli.words.speech import Speech

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(telling: Telling) -> Iterator[str]:
    """One run of one tool; its results are written one by one, however many they are."""
    rules = _rules(telling)
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(rules, telling.speech)},
        # As places have them; SARIF may as well mean units of UTF-16.
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(telling)],
        "results": _results(telling, index),
        "properties": _properties(telling),
    }
    yield from written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _rules(telling: Telling) -> list[Rule]:
    """Return the rules that were judged, and those of which there is a result: each failed, was waived or is known."""
    steps = telling.checked.steps
    rules = {step.rule for step in steps if step.judged in ("passed", "failed") or step.waived or step.known}
    return sorted(rules if steps else {finding.rule for finding in _shown(telling)})


def _shown(telling: Telling) -> Iterator[Shown]:
    return (finding for finding in telling.shown() if finding.place.path != COMMAND_LINE)


def _results(telling: Telling, index: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    checked = telling.checked
    new = {"baselineState": "new"} if checked.baseline else {}
    for finding in _shown(telling):
        yield {**_result(telling, finding, index), **new}
    for each in checked.waived:
        yield {**_result(telling, each.finding, index), "suppressions": [_suppressed(each.reason)]}
    for finding in checked.known:
        yield {**_result(telling, finding, index), "baselineState": "unchanged"}


def _driver(rules: Iterable[Rule], speech: Speech) -> dict[str, Any]:
    return {"name": "antq", "version": __version__, "rules": [_rule(rule, speech) for rule in rules]}


def _rule(rule: Rule, speech: Speech) -> dict[str, Any]:
    """Return the description of a rule; a rule of usage has nothing to say beside its message."""
    said = {}
    if speech.knows(f"{rule.code}.holds"):
        said["shortDescription"] = speech.say(f"{rule.code}.holds")
        said["fullDescription"] = speech.say(f"{rule.code}.why")
        said["help"] = remedy(rule, speech)
    told = {name: {"text": text} for name, text in said.items()}
    level = {"defaultConfiguration": {"level": rule.severity}}
    return {"id": rule.code, "name": rule.name, **told, **level, "properties": {"stage": rule.stage}}


def _result(telling: Telling, finding: Shown, index: Mapping[str, int]) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column or 1} if place.line else None
    # As bytes: the name of a file need not be text.
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(os.fsencode(telling.path(finding)))}}
    if region is not None:
        physical["region"] = region
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": index[finding.rule.code],
        "level": finding.rule.severity,
        "message": {"text": telling.advice(finding)},
        "locations": [{"physicalLocation": physical}],
        **_fingerprint(finding),
    }


def _fingerprint(finding: Shown) -> dict[str, Any]:
    """Return what a result is known by; nothing of what is withheld: a short code is soon guessed from its hash."""
    hashed = (finding.cell, finding.key, *(() if finding.cell else (finding.excerpt,)))
    if any(isinstance(each, Withheld) for each in hashed):
        return {}
    return {"partialFingerprints": {"content/v1": "/".join(identity(finding))}}


def _suppressed(reason: str) -> dict[str, str]:
    return {"kind": "external", "justification": reason}


def _invocation(telling: Telling) -> dict[str, Any]:
    said = {"executionSuccessful": not telling.refused, "exitCode": int(telling.outcome.exit)}
    if not telling.refused:
        return said
    notes = ({"level": "error", "message": {"text": telling.line(finding)}} for finding in telling.refusing())
    return {**said, "toolExecutionNotifications": notes}


def _properties(telling: Telling) -> dict[str, Any]:
    outcome = telling.outcome
    book = {} if outcome.book is None else {"book": outcome.book.id, "data": outcome.book.data}
    found = {f"{group.rule.code} {group.register}": group.found for group in telling.checked.groups()}
    return {**book, "as_of": outcome.as_of, "today": outcome.today, "found": found}

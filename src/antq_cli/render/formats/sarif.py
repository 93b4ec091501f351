"""SARIF 2.1.0 (OASIS, 2020): what code scanning reads. What is waived is there as well, as suppressed."""

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from antq_cli import __version__
from antq_cli.checks.baseline import identity
from antq_cli.core.findings import COMMAND_LINE, Finding, Rule
from antq_cli.pages.rules import remedy
from antq_cli.render.formats import Telling
from antq_cli.render.machine import inert, plain
from antq_cli.words.speech import Speech

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(telling: Telling) -> str:
    """Return the log: one run of one tool."""
    checked = telling.checked
    shown = [finding for finding in telling.shown() if finding.place.path != COMMAND_LINE]
    told = [*shown, *(each.finding for each in checked.waived), *checked.known]
    judged = [step.rule for step in checked.steps if step.judged in ("passed", "failed")]
    rules = {rule.code: rule for rule in sorted({*judged, *(finding.rule for finding in told)})}
    index = {code: number for number, code in enumerate(rules)}
    new = {"baselineState": "new"} if checked.baseline else {}
    results = [{**_result(telling, finding, index), **new} for finding in shown]
    results += [
        {**_result(telling, each.finding, index), "suppressions": [_suppressed(each.reason)]} for each in checked.waived
    ]
    results += [{**_result(telling, finding, index), "baselineState": "unchanged"} for finding in checked.known]
    run = {
        "tool": {"driver": _driver(rules.values(), telling.speech)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(telling)],
        "results": results,
        "properties": _properties(telling),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return inert(json.dumps(log, ensure_ascii=False, sort_keys=True, indent=1, default=plain)) + "\n"


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


def _result(telling: Telling, finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column or 1} if place.line else None
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(os.fsencode(telling.path(finding)))}}
    if region is not None:
        physical["region"] = region
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": index[finding.rule.code],
        "level": finding.rule.severity,
        "message": {"text": f"{telling.what(finding)} → {telling.remedy(finding)}"},
        "locations": [{"physicalLocation": physical}],
        **_fingerprint(telling, finding),
    }


def _fingerprint(telling: Telling, finding: Finding) -> dict[str, Any]:
    """Return what a result is known by; nothing of what is withheld: a short code is soon guessed from its hash."""
    subject = finding.subject
    withheld = finding.restricted or (subject is not None and subject.restricted)
    if withheld and not telling.values:
        return {}
    return {"partialFingerprints": {"content/v1": "/".join(identity(finding))}}


def _suppressed(reason: str) -> dict[str, str]:
    return {"kind": "external", "justification": reason}


def _invocation(telling: Telling) -> dict[str, Any]:
    said = {"executionSuccessful": not telling.refused, "exitCode": int(telling.outcome.exit)}
    if not telling.refused:
        return said
    refusing = (finding for finding in telling.outcome.findings if finding.rule.refuses)
    notes = [{"level": "error", "message": {"text": telling.line(finding)}} for finding in refusing]
    return {**said, "toolExecutionNotifications": notes}


def _properties(telling: Telling) -> dict[str, Any]:
    outcome = telling.outcome
    book = {} if outcome.book is None else {"book": outcome.book.id, "data": outcome.book.data}
    found = {f"{group.rule.code} {group.register}": len(group.findings) for group in telling.checked.groups()}
    return {**book, "as_of": outcome.as_of, "today": outcome.today, "found": found}

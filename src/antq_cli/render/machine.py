"""JSON: one versioned envelope, in no language's number format."""

from collections.abc import Iterator
from typing import Any

from antq_cli import __version__
from antq_cli.core.canon import Hashes
from antq_cli.core.checked import Checked, Step
from antq_cli.core.findings import Shown, Withheld
from antq_cli.core.outcomes import Outcome
from antq_cli.pages.results import records_of
from antq_cli.render.findings import tally
from antq_cli.render.formats import Telling
from antq_cli.render.json_text import written
from antq_cli.words.speech import Speech, suggestion


def write(telling: Telling) -> Iterator[str]:
    """Yield the envelope of an outcome; it is whole and valid on failure too."""
    outcome, speech = telling.outcome, telling.speech
    envelope = {
        "schema": f"antq/{outcome.command}/1",
        "tool": {"name": "antq", "version": __version__},
        "status": outcome.exit.status,
        "exit_code": int(outcome.exit),
        "book": _book(outcome),
        "as_of": outcome.as_of,
        "basis": outcome.basis or outcome.as_of,
        "lang": speech.lang,
        "rows": [],
        "totals": [],
        "findings": tally(outcome),
    }
    if outcome.today is not None:
        envelope["today"] = outcome.today
    if outcome.period is not None:
        envelope["period"] = outcome.period._asdict()
    if outcome.fresh:
        envelope["fresh"] = True
    envelope |= _result(telling)
    return written(envelope, indent=2)


def _book(outcome: Outcome) -> dict[str, Any] | None:
    """Return what the book is; its hashes only where it was read."""
    book = outcome.book
    if book is None:
        return None
    hashes = Hashes() if outcome.result is None else book.hashes()
    return {"id": book.id, "data": book.data, **hashes._asdict(), "registers": dict(hashes.registers)}


def _result(telling: Telling) -> dict[str, Any]:
    """Return the part of the envelope that depends on the command; why there is none, where it was refused."""
    outcome = telling.outcome
    if isinstance(outcome.result, Checked):
        return checked_parts(telling)
    if outcome.result is None:
        return {"problems": [problem(finding, telling.speech) for finding in outcome.findings]}
    table = records_of(outcome.result)
    return {"rows": table.rows, "totals": table.totals, **table.more}


def checked_parts(telling: Telling) -> dict[str, Any]:
    """Return what a check came to: findings, steps, what is waived and known, and how many of what.

    The findings, and those that are waived, come one after the other.
    """
    checked, speech = telling.checked, telling.speech
    tolerated, limit = checked.tolerated, telling.examples
    return {
        "rows": (
            {**problem(finding, speech), "tolerated": (finding.rule.code, finding.register) in tolerated}
            for finding in telling.shown()
        ),
        "steps": [_step(step) for step in checked.steps],
        "waived": ({**problem(each.finding, speech), "reason": each.reason} for each in checked.waived),
        "known": len(checked.known),
        "gone": checked.gone,
        "groups": [
            {
                "code": group.rule.code,
                "register": group.register,
                "found": group.found,
                "shown": group.found if limit is None else min(group.found, limit),
            }
            for group in checked.groups()
        ],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "code": step.rule.code,
        "name": step.rule.name,
        "severity": step.rule.severity,
        "stage": step.rule.stage,
        "register": step.register,
        "rows": step.rows,
        "outcome": step.judged,
        "found": step.found,
        "waived": step.waived,
        "known": step.known,
        "tolerated": step.tolerated,
        "why": step.why,
        "other": step.other or None,
    }


def problem(finding: Shown, speech: Speech) -> dict[str, Any]:
    """Return a finding as JSON; what is withheld is null."""
    prose, subject = speech.describe(finding), finding.subject
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity,
        "path": finding.place.path,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "register": None if finding.rule.stage == "usage" else finding.register,
        "row": (subject.number or None) if subject else None,
        "key": None if subject is None or isinstance(subject.key, Withheld) else subject.key,
        "value": None if isinstance(finding.cell, Withheld) else finding.cell,
        "what": prose.what,
        "remedy": prose.remedy,
        "suggestion": suggestion(finding),
    }

"""Annotations of a workflow on GitHub: commands on stdout, under the limits of a step, and every finding in a group.

A step shows ten errors and ten warnings; what is above that is dropped without a word, so it is put together here.
"""

from collections.abc import Iterable, Iterator, Sequence

from antq_cli.core.checked import Group
from antq_cli.core.findings import COMMAND_LINE, Finding, Severity
from antq_cli.render.formats import Telling, more
from antq_cli.render.text import visible

_MOST = 10
_SEVERITIES: tuple[Severity, ...] = ("error", "warning")


def write(telling: Telling) -> str:
    """Return the commands, and between them the findings in a group that folds."""
    groups = telling.checked.groups()
    found = telling.shown()
    lines = [f"::group::{_data(telling.speech.say('check.title'))}"] if found else []
    lines += [f"- {telling.line(finding)}" for finding in found]  # no line of data begins as a command does
    lines += ["::endgroup::"] if found else []
    for severity in _SEVERITIES:
        lines += _annotations(telling, severity, [group for group in groups if group.rule.severity == severity])
    return "".join(f"{line}\n" for line in lines)


def _annotations(telling: Telling, severity: Severity, groups: Sequence[Group]) -> Iterator[str]:
    """Yield the annotations of a severity: of each finding, or where these are too many, of each rule in a register.

    Of what is not to be shown the numbers alone are told, so that they stay exact.
    """
    findings = [finding for group in groups for finding in group.findings]
    if len(findings) <= _MOST and not any(more(telling.checked, telling.examples)):
        yield from (_command(telling, severity, finding, _sentence(telling, finding)) for finding in findings)
        return
    kept = groups if len(groups) <= _MOST else groups[: _MOST - 1]
    kept = kept if telling.examples != 0 else []
    for group in kept:
        first, *others = group.findings
        said = _sentence(telling, first)
        if others:
            said += f" {telling.speech.say('check.others', n=len(others), register=group.register)}"
        yield _command(telling, severity, first, said)
    if len(kept) < len(groups):
        rest = groups[len(kept) :]
        yield f"::{severity} title=antq check::{_data(_summed(telling, rest))}"


def _summed(telling: Telling, groups: Iterable[Group]) -> str:
    counts = [f"{group.rule.code} {group.register}: {len(group.findings)}" for group in groups]
    return telling.speech.say("check.beside", counts=counts)


def _sentence(telling: Telling, finding: Finding) -> str:
    return f"{telling.what(finding)} → {telling.remedy(finding)}"


def _command(telling: Telling, severity: Severity, finding: Finding, said: str) -> str:
    place, title = finding.place, {"title": f"{finding.rule.code} {finding.rule.name}"}
    where = {"file": visible(telling.path(finding)), "line": place.line, "col": place.column}
    properties = title if place.path == COMMAND_LINE else {**where, **title}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    return f"::{severity} {given}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

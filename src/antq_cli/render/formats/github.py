"""Annotations of a workflow on GitHub: commands on stdout, under the limits of a step, and every finding in a group.

A step shows ten errors and ten warnings; what is above that is dropped without a word, so it is put together here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from antq_cli.core.checked import Group
from antq_cli.core.findings import COMMAND_LINE, Severity, Shown
from antq_cli.core.unseen import visible
from antq_cli.render.formats import Telling, more

_MOST = 10
_SEVERITIES: tuple[Severity, ...] = ("error", "warning")
First = Mapping[tuple[str, str], Sequence[Shown]]


def write(telling: Telling) -> Iterator[str]:
    """Yield the commands, and between them the findings in a group that folds."""
    first: defaultdict[tuple[str, str], list[Shown]] = defaultdict(list)
    for finding in telling.shown():
        if not first:
            yield f"::group::{_data(telling.speech.say('check.title'))}\n"
        yield f"- {telling.line(finding)}\n"  # no line of data begins as a command does
        of_group = first[finding.rule.code, finding.register]
        if len(of_group) < _MOST:
            of_group.append(finding)
    if first:
        yield "::endgroup::\n"
    groups = telling.checked.groups()
    for severity in _SEVERITIES:
        of_severity = [group for group in groups if group.rule.severity == severity]
        yield from (f"{line}\n" for line in _annotations(telling, severity, of_severity, first))


def _annotations(telling: Telling, severity: Severity, groups: Sequence[Group], first: First) -> Iterator[str]:
    """Yield the annotations of a severity: of each finding, or where these are too many, of each rule in a register.

    Of what is not to be shown the numbers alone are told, so that they stay exact.
    """
    if sum(group.found for group in groups) <= _MOST and not any(more(telling.checked, telling.examples)):
        findings = (finding for group in groups for finding in first[group.rule.code, group.register])
        yield from (_command(telling, severity, finding, telling.advice(finding)) for finding in findings)
        return
    kept = groups if len(groups) <= _MOST else groups[: _MOST - 1]
    kept = kept if telling.examples != 0 else []
    for group in kept:
        finding, others = first[group.rule.code, group.register][0], group.found - 1
        said = telling.advice(finding)
        if others:
            said += f" {telling.speech.say('check.others', n=others, register=group.register)}"
        yield _command(telling, severity, finding, said)
    if len(kept) < len(groups):
        rest = groups[len(kept) :]
        yield f"::{severity} title=antq check::{_data(_summed(telling, rest))}"


def _summed(telling: Telling, groups: Iterable[Group]) -> str:
    counts = [f"{group.rule.code} {group.register}: {group.found}" for group in groups]
    return telling.speech.say("check.beside", counts=counts)


def _command(telling: Telling, severity: Severity, finding: Shown, said: str) -> str:
    place, title = finding.place, {"title": f"{finding.rule.code} {finding.rule.name}"}
    where = {"file": visible(telling.path(finding)), "line": place.line, "col": place.column}
    properties = title if place.path == COMMAND_LINE else {**where, **title}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    return f"::{severity} {given}::{_data(said)}"


# What the runner puts back. A property ends at a comma or a colon, which are written in the same way.
def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""JUnit: a suite for each register, a test case for each rule, also for those that passed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from antq_cli.core.checked import Step
from antq_cli.core.findings import Finding
from antq_cli.render.formats import Telling
from antq_cli.render.text import visible

Found = Mapping[tuple[str, str], Sequence[Finding]]


def write(telling: Telling) -> str:
    """Return the document."""
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in telling.shown():
        found[finding.rule.code, finding.register].append(finding)
    root = Element("testsuites", name="antq check")
    steps = sorted(telling.checked.steps, key=lambda step: step.register)
    for register, several in groupby(steps, key=lambda step: step.register):
        _suite(root, telling, register, list(several), found)
    if telling.refused and not steps:
        _refusal(root, telling)
    _add_up(root)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, telling: Telling, register: str, steps: Sequence[Step], found: Found) -> None:
    suite = SubElement(root, "testsuite", name=register)
    for step in steps:
        case = SubElement(suite, "testcase", classname=register, name=f"{step.rule.code} {step.rule.name}")
        text = _listed(telling, found.get((step.rule.code, register), ()))
        if step.judged in ("skipped", "not-evaluated"):
            SubElement(case, "skipped", message=visible(telling.why(step)))
        elif telling.checked.fails(step):
            said = telling.speech.say("check.found", n=step.found, rows=step.rows)
            SubElement(case, "failure", message=said, type=step.rule.severity).text = text
        elif step.found:
            SubElement(case, "system-out").text = text
        elif step.waived or step.known:
            SubElement(case, "system-out").text = _not_told(telling, step)


def _not_told(telling: Telling, step: Step) -> str:
    counts = {"waived": step.waived, "known": step.known}
    return ", ".join(telling.speech.say(f"talk.of.{name}", n=n) for name, n in counts.items() if n)


def _listed(telling: Telling, findings: Sequence[Finding]) -> str:
    return "".join(f"{telling.line(finding)} → {telling.remedy(finding)}\n" for finding in findings)


def _refusal(root: Element, telling: Telling) -> None:
    """Add the one test case of a run that came to nothing."""
    suite = SubElement(root, "testsuite", name="antq")
    case = SubElement(suite, "testcase", classname="antq", name=telling.outcome.command)
    text = _listed(telling, telling.outcome.findings)
    error = SubElement(case, "error", message=telling.speech.say("check.refused"), type=telling.outcome.exit.name)
    error.text = text


def _add_up(root: Element) -> None:
    """Write the counts of the test cases into the suites and into the whole."""
    for element in (*root, root):
        cases = list(element.iter("testcase"))
        element.set("tests", str(len(cases)))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            element.set(name, str(sum(case.find(tag) is not None for case in cases)))

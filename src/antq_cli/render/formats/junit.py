"""JUnit: a suite for each register, a test case for each rule, also for those that passed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring
from xml.sax.saxutils import escape

from antq_cli.core.checked import Step
from antq_cli.core.findings import Shown
from antq_cli.core.spool import Spool
from antq_cli.core.unseen import visible
from antq_cli.render.formats import Telling

# Where the findings of a step come to stand; nothing that is shown holds such a character, which is nobody's.
_SLOT = "\ue000"


def write(telling: Telling) -> Iterator[str]:
    """Yield the document: it is drawn without the findings, however many these are, which are then put in."""
    steps = sorted(telling.checked.steps, key=lambda step: step.register)
    root = Element("testsuites", name="antq check")
    for register, several in groupby(steps, key=lambda step: step.register):
        _suite(root, telling, register, list(several))
    if telling.refused and not steps:
        _refusal(root, telling)
    _add_up(root)
    indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    texts = _by_step(telling, steps)
    for number, text in enumerate(tostring(root, encoding="unicode").split(_SLOT)):
        yield from next(texts) if number else ()
        yield text
    yield "\n"


def _suite(root: Element, telling: Telling, register: str, steps: Sequence[Step]) -> None:
    suite = SubElement(root, "testsuite", name=register)
    for step in steps:
        case = SubElement(suite, "testcase", classname=register, name=f"{step.rule.code} {step.rule.name}")
        text = _SLOT if step.found and telling.examples != 0 else ""
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


def _by_step(telling: Telling, steps: Sequence[Step]) -> Iterator[Iterator[str]]:
    """Yield the texts of the findings of each step that has some, in the order of the steps."""
    place = {(step.rule.code, step.register): number for number, step in enumerate(steps)}

    def of(finding: Shown) -> int:
        return place[finding.rule.code, finding.register]

    found = Spool[Shown](lambda finding: (of(finding), finding.order))
    for finding in telling.shown() if steps else ():
        found.add(finding)
    for _, several in groupby(found, key=of):
        yield (escape(line) for line in _listed(telling, several))


def _listed(telling: Telling, findings: Iterable[Shown]) -> Iterator[str]:
    return (f"{telling.whole_line(finding)}\n" for finding in findings)


def _refusal(root: Element, telling: Telling) -> None:
    """Add the one test case of a run that came to nothing."""
    suite = SubElement(root, "testsuite", name="antq")
    case = SubElement(suite, "testcase", classname="antq", name=telling.outcome.command)
    error = SubElement(case, "error", message=telling.speech.say("check.refused"), type=telling.outcome.exit.name)
    error.text = "".join(_listed(telling, telling.outcome.findings))


def _add_up(root: Element) -> None:
    """Write the counts of the test cases into the suites and into the whole."""
    for element in (*root, root):
        cases = list(element.iter("testcase"))
        element.set("tests", str(len(cases)))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            element.set(name, str(sum(case.find(tag) is not None for case in cases)))

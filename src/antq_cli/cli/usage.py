"""What is wrong with a command line, in the shape of every other finding."""

from collections.abc import Sequence

from antq_cli.core.findings import COMMAND_LINE, Finding, Place, Refused, Rule
from antq_cli.writing.rules import RULES as WRITING

RULES = {
    rule.code: rule
    for rule in (
        Rule("U001", "unknown-command"),
        Rule("U002", "unknown-option"),
        Rule("U003", "option-without-value"),
        Rule("U004", "unknown-value"),
        Rule("U005", "surplus-argument"),
        Rule("U006", "clashing-formats"),
        Rule("U007", "unknown-unit"),
        Rule("U008", "unknown-suffix"),
        Rule("U009", "not-a-day"),
        Rule("U011", "top-not-open"),
        Rule("U012", "value-of-a-flag"),
        Rule("U014", "output-into-the-book"),
        Rule("U016", "not-a-period"),
        Rule("U017", "day-outside-period"),
        Rule("U018", "not-a-basis"),
        Rule("U019", "years-only"),
        Rule("U020", "ambiguous-name"),
        Rule("U021", "not-a-target"),
        Rule("U022", "unit-of-other-days"),
        Rule("U023", "no-such-place"),
        Rule("U024", "not-a-window"),
        Rule("U025", "criteria-of-no-subject"),
        Rule("U026", "unknown-rule"),
        Rule("U027", "not-a-number"),
        Rule("U028", "baseline-unreadable"),
        Rule("U029", "not-a-baseline"),
        Rule("U030", "usage-rule"),
        Rule("U031", "part-of-a-baseline"),
        Rule("U032", "one-file-for-two"),
        Rule("U033", "day-out-of-reach"),
        Rule("U034", "said-in-two-ways"),
        Rule("U036", "no-such-day"),
        Rule("U037", "period-for-a-day"),
        Rule("U040", "excel-without-csv"),
        Rule("U045", "nothing-to-order"),
        Rule("U050", "change-since-when"),
        Rule("U051", "not-a-positive-number"),
        Rule("U052", "no-target"),
        Rule("U053", "not-together"),
        Rule("U055", "calendar-of-no-period"),
        Rule("U060", "target-twice"),
        Rule("U061", "document-on-stdout"),
        Rule("U062", "missing-extra"),
        Rule("U063", "not-ours"),
        Rule("U064", "edited-since"),
        Rule("U065", "written-in-part"),
        Rule("U066", "not-built-yet"),
    )
} | WRITING


def usage(code: str, **values: object) -> Refused:
    """The refusal by a rule; ``values`` have what was written as ``value``, by which :func:`located` finds it."""
    return Refused(Finding(RULES[code], Place(COMMAND_LINE), values))


def _joined(argv: Sequence[str], value: str) -> list[str]:
    """Return a line with a value of several words, if it was written without quotation marks, as one word."""
    length = len(value.split(" "))
    starts = (n for n in range(len(argv) - length + 1) if length > 1 and " ".join(argv[n : n + length]) == value)
    start = next(starts, None)
    return list(argv) if start is None else [*argv[:start], value, *argv[start + length :]]


def located(finding: Finding, argv: Sequence[str]) -> Finding:
    """Return a finding on a command line with the line, and a caret under the word at fault where it is in it."""
    if finding.place.path != COMMAND_LINE:
        return finding
    import shlex  # only who mistypes pays for it

    value = str(finding.values["value"])
    argv = _joined(argv, value)
    for number in reversed(range(len(argv))):
        if value in (argv[number], *argv[number].split("=", 1)):
            before = len(shlex.join(["antq", *argv[:number]])) + 1
            place = Place(COMMAND_LINE, 1, before + shlex.quote(argv[number]).find(value) + 1)
            return finding._replace(place=place, cell=value, excerpt=shlex.join(["antq", *argv]))
    return finding

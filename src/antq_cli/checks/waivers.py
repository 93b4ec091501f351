"""Waivers and tolerances of a book: what they concern, and what is wrong with them (S017–S019)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from antq_cli.checks.rules import WAIVERS
from antq_cli.core.findings import Finding, Rule, Subject
from antq_cli.core.names import register_named
from antq_cli.core.registers import REGISTERS
from antq_cli.core.settings import Waiver
from antq_cli.reading.book import Book
from antq_cli.reading.rules import RULES as READING

RULES = WAIVERS


class Waiving:
    """The waivers of a book on a day, and the numbers of those that have waived something."""

    def __init__(self, waivers: Sequence[Waiver], today: date) -> None:
        self._waivers = waivers
        self._at_work: dict[tuple[str, str], list[int]] = {}
        for number, waiver in enumerate(waivers):
            if not waiver.expired(today):
                self._at_work.setdefault((waiver.rule, waiver.register_), []).append(number)
        self.used: set[int] = set()

    def reason(self, found: Finding) -> str | None:
        """Return why a finding is waived, or None where it is not; what cannot be waived is not."""
        if not waivable(found.rule):
            return None
        numbers = self._at_work.get((found.rule.code, found.register), ())
        by = [number for number in numbers if self._waivers[number].concerns(found)]
        self.used.update(by)  # where several waive one finding none of them is idle
        return self._waivers[by[0]].reason if by else None


def waivable(rule: Rule) -> bool:
    """Return whether a rule can be waived or tolerated: not what refuses a file, nor what is about waivers."""
    return not rule.refuses and rule.code not in RULES


def misnamed(book: Book, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Find waivers and limits of rules that there are not (S004), or that refuse a file or judge waivers (S019)."""
    named = [(waiver.rule, ("waivers", number, "rule")) for number, waiver in enumerate(book.manifest.waivers)]
    settings = [(code, ("rules", code)) for code in book.manifest.rules]
    for code, path in (*named, *settings):
        if code not in rules:
            yield book.manifest_finding(READING["S004"], *path, value=code, allowed=[*rules])
        elif not waivable(rules[code]):
            yield book.manifest_finding(RULES["S019"], *path, value=code)
    for number, waiver in enumerate(book.manifest.waivers):
        registers = rules[waiver.rule].of if waiver.rule in rules else (waiver.register_,)
        if waiver.register_ not in registers:
            path = "waivers", number, "register"
            yield book.manifest_finding(READING["S004"], *path, value=waiver.register_, allowed=[*registers])


def out_of_use(
    book: Book, used: Collection[int], judged: Collection[tuple[str, str]], today: date, unwaivable: Collection[str]
) -> Iterator[Finding]:
    """Find the waivers that have expired (S017), and those of a rule that was judged and that waived nothing (S018).

    What could never be waived (S019) is not told a second time.
    """
    for number, waiver in enumerate(book.manifest.waivers):
        if waiver.expired(today):
            yield _on(book, number, "S017", until=waiver.until)
        elif number not in used and (waiver.rule, waiver.register_) in judged and waiver.rule not in unwaivable:
            yield _on(book, number, "S018", in_=register_named(waiver.register_))


def _on(book: Book, number: int, code: str, **values: object) -> Finding:
    """Return the finding on a waiver: known by what it waives, and not by how many stand before it."""
    waiver = book.manifest.waivers[number]
    found = book.manifest_finding(RULES[code], "waivers", number, value=waiver.rule, **values)
    # The line may name a household.
    hidden = waiver.register_ in REGISTERS and bool(REGISTERS[waiver.register_].model.restricted)
    subject = Subject(0, f"{waiver.rule} {waiver.register_} {waiver.key}", hidden)
    return found._replace(excerpt=None if hidden else found.excerpt, subject=subject)

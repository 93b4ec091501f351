"""Running the checks of a book: every rule that is asked for, of every register that it looks at, in one go."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from antq_cli.checks import compared, letters, plausible, privacy, references, timely, twins
from antq_cli.checks.baseline import Baseline, Comparison, Recording
from antq_cli.checks.calendars import joints_of
from antq_cli.checks.registry import of_books
from antq_cli.checks.selection import Selection, pairs
from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.checks.waivers import Waiving, misnamed, out_of_use, waivable
from antq_cli.core.checked import Checked, Step
from antq_cli.core.collector import Collector
from antq_cli.core.exits import FailOn
from antq_cli.core.findings import BOOK, Finding, Refused, Rule
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import FAMILIES
from antq_cli.core.registers import REGISTERS
from antq_cli.core.settling import Counts, Settled, Terms, settle
from antq_cli.core.shield import Shield
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of
from antq_cli.reading.book import Book
from antq_cli.reading.rules import RULES as READING

# The stages that look at rows which do not count as well.
_OF_ALL_ROWS = ("structure", "values", "privacy")
Named = tuple[str, str]  # the code of a rule, and a register
_NO_ROWS = "no-rows"


class Inquiry(NamedTuple):
    """What is asked for: the day that is counted, today, the rules, and what makes the run fail.

    Of each rule in a register only the first ``limit`` findings are kept, None for all; ``values`` says that what would
    be withheld is to be shown.
    """

    day: date
    today: date
    selection: Selection = Selection()
    fail_on: FailOn = "error"
    limit: int | None = None
    values: bool = False


class _Check(NamedTuple):
    """Rules that are judged together, and what finds what breaks them; ``mapped`` says that they need the map."""

    rules: Mapping[str, Rule]
    find: Callable[[Site], Iterable[Finding | RowsJudged | NotJudged]]
    mapped: bool = True


_CHECKS = (
    # Decisions are the earliest days: from one day to the next counting goes on, back to an earlier one it starts anew.
    _Check(compared.DECIDED, compared.decided),
    _Check(references.RULES, references.find),
    _Check(compared.PUBLISHED, compared.published),
    _Check(compared.REPORTED, compared.reported),
    _Check(timely.RULES, timely.find),
    _Check(plausible.RULES, plausible.find),
    _Check(privacy.RULES, privacy.find, mapped=False),
    _Check(letters.RULES, letters.find, mapped=False),
    _Check(twins.RULES, twins.find, mapped=False),
)


def check(book: Book, asked: Inquiry, baseline: Baseline | None = None) -> Checked:
    """Judge the rules that are asked for, and say what came of it beside what a baseline knows."""
    return Judged(book, asked).checked(baseline)


class Judged:
    """A book that was judged: what was found stands in a collector, and can be held against one baseline or another.

    Structure comes first: a register that is refused is judged no further, nor is what needs it; the others go on.
    """

    def __init__(self, book: Book, asked: Inquiry) -> None:
        self._book = book
        self._asked = asked
        self._rules = of_books()
        wanted = [(rule, register) for rule, register in pairs(self._rules) if asked.selection.wants(rule, register)]
        self._collector = Collector(book.collector)
        marks, looked = _judge(book, asked, {rule.code for rule, _ in wanted}, self._collector)
        self._steps = _Steps(book, marks, looked, {(rule.code, register) for rule, register in wanted})
        self._complete = {name for name in self._steps.wanted if self._steps.over(self._rules[name[0]], name[1])}

    def checked(self, baseline: Baseline | None) -> Checked:
        """Return what came of the check, beside what a baseline knows."""
        # Of what was not judged in full nobody can say that a finding is gone.
        known = Comparison({name: n for name, n in (baseline or {}).items() if name[:2] in self._complete})
        settled = self._settled(known.is_known, self._asked.limit)
        steps = self._steps.all(self._rules, settled.counts)
        kept = settled.told, steps, settled.waived, settled.known
        return Checked(*kept, known.gone, self._asked.fail_on, baseline is not None)

    def baseline(self) -> Baseline:
        """A baseline of all that is not waived, whether one knew it before or not, but for what refuses a file."""
        recording = Recording()
        self._settled(recording.is_known, 0)
        return recording.baseline

    def _settled(self, knows: Callable[[Finding], bool], limit: int | None) -> Settled:
        """Return what became of all findings, and of those on waivers, of which only now anything can be said."""
        book, asked = self._book, self._asked
        waiving = Waiving(book.manifest.waivers, asked.today)
        units = bulk.column(book.table("units"), "code")
        shield = Shield(units, values=asked.values, names_household=book.names_household)
        settled = settle(self._collector, Terms(shield, asked.selection.tells, waiving.reason, knows, limit))
        unwaivable = {code for code, rule in self._rules.items() if not waivable(rule)}
        unused = out_of_use(book, waiving.used, self._complete, asked.today, unwaivable)
        for found in sorted(unused, key=lambda found: found.order):
            settled.take(*shield.over([found]))
        return settled


def _judge(
    book: Book, asked: Inquiry, codes: Collection[str], collector: Collector
) -> tuple[dict[Named, NotJudged], Counter[Named]]:
    """Report what is found, of whatever rules; return which could not be judged of which registers, and rows looked at.

    Whatever is asked for, what is personal is looked for: nothing of it may be shown beside anything else.
    """
    checks = [each for each in _CHECKS if each.rules is privacy.RULES or not each.rules.keys().isdisjoint(codes)]
    site = _site(book, asked, collector, mapped=any(each.mapped for each in checks))
    for findings in (joints_of(book), misnamed(book, of_books()), book.stray_files()):
        collector.report(findings)
    marks: dict[Named, NotJudged] = {}
    looked = Counter[Named]()

    def findings_of(results: Iterable[Finding | RowsJudged | NotJudged]) -> Iterator[Finding]:
        for result in results:
            if isinstance(result, NotJudged):
                marks.setdefault((result.rule.code, result.register), result)
            elif isinstance(result, RowsJudged):
                looked[result.rule.code, result.register] += result.rows
            else:
                yield result

    for each in checks:
        collector.report(findings_of(_run(each, site)))
    return marks, looked


def _site(book: Book, asked: Inquiry, collector: Collector, *, mapped: bool) -> Site:
    """Read what is asked for: everything where rows are held against each other, else the registers alone."""
    names = [name for name in REGISTERS if mapped or name in (asked.selection.registers or REGISTERS)]
    needed = _needed(book.manifest)
    tables = {name: book.table(name, needed=name in needed) for name in names}
    dataset = mapped and not (tables["units"].refused or tables["crosswalk"].refused)
    # Many days are counted for the sake of comparing; what has no place on the day that is asked for is told.
    counted = Dataset(book, collector=collector, of_days=Collector()) if dataset else None
    return Site(book, counted, asked.day, asked.today)


def _needed(manifest: Manifest) -> set[str]:
    """Return the registers that a book must have, whatever is asked for: those from which something is counted."""
    kinds = [(family, kind) for family in FAMILIES for kind in manifest.kinds(family)]
    return {"units", *(name for family, kind in kinds for name in registers_of(manifest, family, kind))}


def _run(each: _Check, site: Site) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Yield what a check finds; what refuses to be counted leaves its rules unjudged, and the others go on."""
    if each.mapped and not site.mapped:
        yield from _unjudged(each, next(name for name in ("units", "crosswalk") if site.book.table(name).refused))
        return
    try:
        yield from each.find(site)
    except Refused as refused:
        yield from refused.findings
        yield from _unjudged(each, refused.findings[0].register)


def _unjudged(each: _Check, other: str) -> Iterator[NotJudged]:
    for rule in each.rules.values():
        yield from (NotJudged(rule, register, "not-evaluated", "needs", other) for register in rule.of)


class _Seen(NamedTuple):
    """What a run saw of a register, asked for once a rule: how many rows it has, and how many stand in its files."""

    refused: bool
    absent: bool
    broken: bool
    rows: int
    written: int


class _Steps:
    """What came of each rule in each register that it looks at."""

    def __init__(
        self, book: Book, marks: Mapping[Named, NotJudged], looked: Mapping[Named, int], wanted: Collection[Named]
    ) -> None:
        self._book = book
        self._marks = marks
        self._looked = looked
        self.wanted = wanted
        self._registers: dict[str, _Seen] = {}

    def all(self, rules: Mapping[str, Rule], counts: Mapping[tuple[Rule, str], Counts]) -> list[Step]:
        """Return a step for every rule and register, given how much is told, waived and known."""
        # No finding is without a step, or some formats would call a run clean that fails.
        steps = dict.fromkeys([*pairs(rules), *counts])
        return [self._step(rule, register, counts.get((rule, register), Counts())) for rule, register in steps]

    def _step(self, rule: Rule, register: str, counts: Counts) -> Step:
        found, waived, known = counts.told, counts.waived, counts.known
        rows = self._rows(rule, register)
        mark = None if found else self.why_not(rule, register)
        if mark is not None:
            return Step(rule, register, rows, mark.judged, 0, waived, known, why=mark.why, other=mark.other)
        setting = self._book.manifest.rules.get(rule.code)
        tolerated = bool(found and setting and not rule.refuses and not setting.limit.exceeded(found, rows))
        return Step(rule, register, rows, "failed" if found else "passed", found, waived, known, tolerated)

    def why_not(self, rule: Rule, register: str) -> NotJudged | None:
        """Return why a rule was not judged in a register, or None where it was."""
        if (rule.code, register) not in self.wanted:
            return NotJudged(rule, register, "skipped", "not-selected")
        if register != BOOK:
            seen = self._seen(register)
            if seen.refused:
                return NotJudged(rule, register, "not-evaluated", "refused")
            if seen.absent:
                return NotJudged(rule, register, "skipped", "absent")
            if not self._rows(rule, register) and not _of_files(rule):
                return NotJudged(
                    rule, register, *(("not-evaluated", "no-row") if seen.broken else ("skipped", _NO_ROWS))
                )
        return self._marks.get((rule.code, register))

    def _seen(self, register: str) -> "_Seen":
        if register not in self._registers:
            table = self._book.table(register)
            seen = _Seen(table.refused, not table.parts, bool(table.broken), bulk.size(table), table.written)
            self._registers[register] = seen
        return self._registers[register]

    def over(self, rule: Rule, register: str) -> bool:
        """Return whether a rule has told all there is of a register: it was judged, or no rows can break it."""
        why = self.why_not(rule, register)
        return why is None or why.why == _NO_ROWS

    def _rows(self, rule: Rule, register: str) -> int | None:
        """Return how many rows were looked at: as the rule says, else all, or those of which something can be read."""
        if register == BOOK or not self._book.was_read(register):
            return None
        if (rule.code, register) in self._looked:
            return self._looked[rule.code, register]
        seen = self._seen(register)
        return seen.written if rule.stage in _OF_ALL_ROWS or rule.code in READING else seen.rows


def _of_files(rule: Rule) -> bool:
    """Return whether a rule judges a file and its columns, which are there without rows as well."""
    return rule.stage == "structure" or rule.code == "P101"

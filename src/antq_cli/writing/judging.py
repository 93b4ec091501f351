"""Whether a change may be made: which errors a book would have afterwards that it does not have now.

What is judged are the rules of reading and of references, in the registers that change and in those whose rows name
what changes. Statistics and plausibility are for `check`.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from antq_cli.checks.dead_ends import dead_ends
from antq_cli.core.changes import Rewrite
from antq_cli.core.collector import Collector
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import Measure
from antq_cli.core.names import REGISTER_NAMES
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.activities import activities_of
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import source_of
from antq_cli.counting.pledges import report_unknown_kinds
from antq_cli.counting.returns import returns_of
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.counting.standards import assessments_of
from antq_cli.counting.stretches import HOUSEHOLDS, ORGANISATIONS
from antq_cli.counting.teams_models import REGISTERS as TEAMS_MODELS
from antq_cli.counting.teams_models import teams_models_of
from antq_cli.reading.book import Book, register_of
from antq_cli.reading.parts import key_of
from antq_cli.reading.rules import RULES as READING
from antq_cli.units.rules import RULES as UNITS
from antq_cli.writing.rows import Edits

_RULES = READING | UNITS | COUNTING
# The registers whose rows name what stands in others; all of them name units.
_NAMED_BY = {
    "units": REGISTER_NAMES,
    "crosswalk": REGISTER_NAMES,
    "households": ("pledges",),
    "organisations": ("pledges", "returns", "models", "assessments"),
}
_JOURNAL = "pledges"
# What lies in units, and where these go when they close.
_LYING = frozenset({"units", "crosswalk", "households", "organisations", "teams", "models"})
# A rule, a register, the key of a row: what of an error is the same before and after a change.
Identity = tuple[str, str, str]


def new_errors(book: Book, rewrites: Sequence[Rewrite], edits: Edits) -> list[Finding]:
    """Return the errors that a book would have by a change of one register, and does not have now."""
    touched = {register_of(rewrite.path) for rewrite in rewrites}
    if touched == {_JOURNAL} and not edits.altered:
        return _of_events(book, rewrites, edits)
    after = book.changed({rewrite.path: rewrite.after for rewrite in rewrites})
    concerned = touched.union(*(_NAMED_BY.get(name, ()) for name in touched))
    found = [*errors(after, concerned)]
    if not found:
        return []
    known = Counter(map(identity, errors(book, concerned)))
    return [each for each in found if _is_new(each, known)]


def _of_events(book: Book, rewrites: Sequence[Rewrite], edits: Edits) -> list[Finding]:
    """Return the errors of events that are added to the journal, which may have millions.

    Nothing names an event, and none that is there already is entered again: each is judged by itself, beside those of
    its file alone.
    """
    others = {part.path for part in book.table(_JOURNAL).parts} - {rewrite.path for rewrite in rewrites}
    after = book.changed({**dict.fromkeys(others), **{rewrite.path: rewrite.after for rewrite in rewrites}})
    keys = {key_of(REGISTERS[_JOURNAL], new.cells) for new in edits.added}
    of_journal = (each for each in errors(after, [_JOURNAL]) if each.register == _JOURNAL)
    return [each for each in of_journal if each.subject is None or each.key in keys]


def _is_new(found: Finding, known: Counter[Identity]) -> bool:
    known[identity(found)] -= 1
    return known[identity(found)] < 0


def identity(found: Finding) -> Identity:
    """Return what of an error is the same before and after a change: lines move, and so do files."""
    return found.rule.code, found.register, found.key


def errors(book: Book, registers: Collection[str]) -> Iterator[Finding]:
    """Yield the errors of reading and of references in some registers of a book; what it lacks has none."""
    collector = Collector(book.collector)
    tables = {name: book.table(name) for name in ("units", "crosswalk", *registers)}
    if not any(tables[name].refused for name in ("units", "crosswalk")):
        _refer(Dataset(book, collector=collector), [name for name in registers if tables[name].parts])
    for line in collector.lines():
        yield from (each for each in line if each.rule.severity == "error" and each.rule.code in _RULES)


def _refer(dataset: Dataset, registers: Collection[str]) -> None:
    """Have the registers report what is wrong with what their rows name."""
    if "households" in registers:
        dataset.places(dataset.book.table("households"), HOUSEHOLDS.place, HOUSEHOLDS.first)
    if "organisations" in registers:
        dataset.places(dataset.organisations(), ORGANISATIONS.place, ORGANISATIONS.first)
    if "pledges" in registers:
        report_unknown_kinds(dataset)
        for measure in journals(dataset.manifest):
            source_of(dataset.manifest, measure)(dataset, measure)
    for family in TEAMS_MODELS:
        if family in registers:
            teams_models_of(dataset, family)
    if not _LYING.isdisjoint(registers):
        dataset.report(dead_ends(dataset, ()))
    for name, of in (("activities", activities_of), ("assessments", assessments_of), ("returns", returns_of)):
        if name in registers:
            of(dataset)


def journals(manifest: Manifest) -> list[Measure]:
    """Return the pledge kinds that are counted from the journal, in the order of the manifest."""
    kinds = manifest.kinds("pledges").items()
    return [Measure("pledges", id_) for id_, kind in kinds if kind.source == "journal"]

"""Small books for tests, written from texts, and short ways to ask them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.checks.runner import Inquiry, check
from antq_cli.checks.selection import Selection
from antq_cli.core.checked import Checked
from antq_cli.core.collector import Collector
from antq_cli.core.figures import Figure, Summary
from antq_cli.core.findings import Finding, Refused, Shown
from antq_cli.core.shield import Shield
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.reading.book import Book, open_book

LEVELS = ("district", "cluster", "commune", "area")
DAY = date(2021, 8, 31)
TODAY = date(2026, 8, 1)
# The rules of reading and references: what is wrong with the rows, and not what is strange about their numbers.
READ = ("F", "S", "D", "X", "T0")


def manifest(kinds: str = "", *, top: str = "D", levels: Iterable[str] = LEVELS, campaign: str = "") -> str:
    """The text of antq.toml; ``kinds`` are its last sections, ``campaign`` more lines of the first."""
    head = f'schema = 1\n[campaign]\nid = "b"\ntitle.vi = "S"\ntitle.en = "B"\ntop = "{top}"\ndata = "synthetic"\n'
    return head + campaign + "".join(f'\n[[levels]]\nid = "{level}"\n' for level in levels) + kinds


def table(header: str, *lines: str) -> str:
    """The text of a CSV file."""
    return "\n".join([header, *lines]) + "\n"


def units(*lines: str) -> str:
    """The register of units; a line may be shorter than its header."""
    return padded("code,name,level,parent,opened,closed", *lines)


def crosswalk(*lines: str) -> str:
    """The crosswalk, from lines ``date,from,to,part``."""
    return table("event,date,from,to,part,act", *(f"e,{line},a" for line in lines))


def padded(header: str, *lines: str) -> str:
    """The text of a CSV file of lines that may leave out their last cells."""
    width = header.count(",")
    return table(header, *(line + "," * (width - line.count(",")) for line in lines))


def write_book(folder: Path, files: Mapping[str, str]) -> Path:
    """Put the files of a book into a folder; a name without a suffix is that of a CSV file."""
    for name, text in files.items():
        path = folder / (name if "." in name else f"{name}.csv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))  # so that a text may hold bytes that are none
    return folder


def open_at(folder: Path) -> Book:
    return open_book(str(folder), folder)


def dataset_of(folder: Path, files: Mapping[str, str]) -> Dataset:
    """What counting stands on, of a book that is written into a folder."""
    return Dataset(open_at(write_book(folder, files)))


def summary(
    dataset: Dataset,
    family: str = "pledges",
    day: date = DAY,
    *,
    unit: str = "",
    by: str = "",
    basis: date | None = None,
) -> Summary:
    """The summary at a unit, by default the top."""
    map_ = dataset.map(basis or day)
    number = map_.unit(unit) if unit else map_.top
    assert number is not None
    return summarise(Family(dataset, family), Query(day, number, by or None, basis=basis))


def reported(collector: Collector) -> list[Finding]:
    """All that was reported, in the order of the places, each once."""
    return [finding for line in collector.lines() for finding in line]


def findings_of(dataset: Dataset, family: str = "pledges", day: date = DAY) -> list[Finding]:
    """What the summary at the top comes upon, and what was found in the book before."""
    alone = Dataset(dataset.book)
    summary(alone, family, day)
    return reported(alone.collector)


def figure(dataset: Dataset, measure: str, unit: str = "", day: date = DAY) -> Figure:
    """One figure at a unit, by default the top."""
    found = summary(dataset, measure.partition(".")[0], day, unit=unit)
    return next(row for row in found.rows if str(row.measure) == measure)


def rows_of(found: Summary, measure: str) -> list[Figure]:
    """The rows of a summary that are of a measure."""
    return [row for row in found.rows if str(row.measure) == measure]


def codes(findings: Iterable[Finding]) -> Counter[str]:
    """How often each rule was broken."""
    return Counter(finding.rule.code for finding in findings)


def checked(book: Book, day: date = DAY, *select: str) -> Checked:
    """What a check of a book comes to, by all rules or by those whose codes begin so."""
    return check(book, Inquiry(day, TODAY, Selection(select)))


def shown(finding: Finding, *, values: bool = False) -> Shown:
    """A finding as it may be shown."""
    shield = Shield(values=values)
    (marked,) = shield.over([finding])
    return shield.shown(marked)


def found_in(folder: Path, day: date = DAY) -> list[Finding]:
    """Everything that a check finds in a book, or why it was refused."""
    try:
        return list(checked(open_at(folder), day).findings)
    except Refused as refused:
        return list(refused.findings)

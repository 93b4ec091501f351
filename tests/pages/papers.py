"""All that a report may say, of a book, a period and what it is compared with."""

from functools import cache
from pathlib import Path

from antq_cli.answers.paper import Wanted, level_of_report, paper
from antq_cli.answers.query import Query
from antq_cli.core.calendars import CIVIL, Calendar, Every, Period, parse_span
from antq_cli.core.collector import Collector
from antq_cli.core.measures import FAMILIES
from antq_cli.core.paper import Paper
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of
from antq_cli.reading.book import open_book

DATA = Path(__file__).parents[2] / "data"
SAMPLE, PUBLISHED = DATA / "cam-thuy-sample", DATA / "cam-thuy-2021"


@cache
def paper_of(folder: Path, period: str | None, before: str | None = None, every: Every | None = None) -> Paper:
    """Count all of it for a book; without a period on the day of the book."""
    book = open_book(str(folder), folder)
    manifest = book.manifest
    calendar = CIVIL if manifest.campaign.calendar is None else manifest.calendar(manifest.campaign.calendar)
    kinds = ((family, kind) for family in FAMILIES for kind in manifest.kinds(family))
    needed = list(dict.fromkeys(name for family, kind in kinds for name in registers_of(manifest, family, kind)))
    figures = Figures(Dataset(book, needed, Collector(book.collector)))
    within, then = (_period(calendar, each) for each in (period, before))
    day = manifest.campaign.as_of if within is None else within.last
    assert day is not None
    asked = Query(day, basis=day, period=within)
    asked = asked._replace(by=level_of_report(figures, asked))
    return paper(figures, Wanted(asked, then, calendar, every), {})


def _period(calendar: Calendar, name: str | None) -> Period | None:
    span = None if name is None else parse_span(name)
    return None if span is None else calendar.period(span)

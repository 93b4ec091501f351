"""The rules of calendars (T0): years that overlap, and days that belong to none."""

from collections.abc import Iterator

from antq_cli.checks.rules import CALENDARS
from antq_cli.core import called
from antq_cli.core.findings import Finding
from antq_cli.reading.book import Book

RULES = CALENDARS


def joints_of(book: Book, *only: str) -> Iterator[Finding]:
    """Find the calendars whose years overlap (T001) or leave days between them (T002); of all, or of some."""
    for id_ in only or book.manifest.calendars:
        days = book.manifest.calendar(id_).joints() if id_ in book.manifest.calendars else set()
        named = called.calendar(book.manifest, id_)
        if min(days, default=0) < 0:
            yield book.manifest_finding(RULES["T001"], "calendars", id_, calendar=named, days=-min(days))
        if max(days, default=0) > 0:
            yield book.manifest_finding(RULES["T002"], "calendars", id_, calendar=named, days=max(days))

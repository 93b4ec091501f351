"""A report as machines read it: every figure that it uses, and every number that it prints, with its figure."""

from typing import Any

from antq_cli.core.report import Number, Report
from antq_cli.pages.figures import FIGURE, STRADDLING
from antq_cli.pages.model import Records


def records(report: Report) -> Records:
    """Return the figures of a report, each once, as they are first read; its numbers, its gaps and its provenance."""
    figures = [*report.figures().values()]
    flowing = any(figure.measure.flowing for figure in figures)
    rows = [figure.record(flowing=flowing) for figure in figures]
    placed = (*report.placed(), *report.highlights.placed())
    more = {
        "title": report.title,
        "numbers": [_number(place, number) for place, number in placed],
        "gaps": [gap._asdict() for gap in report.gaps()],
        "provenance": {"source": report.provenance.source, **report.provenance.record},
    }
    return Records(rows, (*FIGURE, *(STRADDLING if flowing else ())), more=more)


def _number(place: str, number: Number) -> dict[str, Any]:
    return {"place": place, "figure": number.id, "part": number.part, "value": number.value}

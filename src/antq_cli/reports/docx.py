"""A report as a document for office programs (.docx), in the layout of NĐ 30/2020/NĐ-CP."""

from antq_cli.core.report import Report
from antq_cli.reports import docx_map
from antq_cli.reports.docx_body import Body, Edges, footer, header
from antq_cli.reports.docx_parts import Package
from antq_cli.reports.docx_reading import ReadNumber, mark_of, read_numbers, text_hash
from antq_cli.reports.docx_styles import settings, styles
from antq_cli.reports.docx_text import lines_of
from antq_cli.reports.packing import pack
from antq_cli.reports.xml_text import printable

__all__ = ["ReadNumber", "mark_of", "read_numbers", "write"]

_TEXT = "word/document.xml"


def write(report: Report) -> bytes:
    """Return the file; the same bytes for the same report.

    :class:`MissingOfficeError` where what the extra ``office`` brings is not installed.
    """
    package = Package()
    package.describe(printable(report.title), report.lang, report.provenance.day)
    headers = [header(report.head.warning, numbered=numbered) for numbered in (True, False)]
    foot = footer(report.provenance.line)
    edges = Edges(package.header(headers[0]), package.header(headers[1]), package.footer(foot))
    body = Body(report, edges)
    text = text_hash(lines_of(body.xml), [*headers, foot])
    item = docx_map.item(report.provenance, text, body.marks.numbers, body.tables)
    package.custom(item, docx_map.properties())
    package.replace(_TEXT, body.xml.encode())
    package.replace("word/styles.xml", styles(report.lang))
    package.replace("word/settings.xml", settings(report.lang))
    return pack(package.parts())

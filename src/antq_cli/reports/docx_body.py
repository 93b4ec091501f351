"""The text of a paper as WordprocessingML: head, text, signature, annexes (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from antq_cli.core.report import Annex, Block, Heading, Pieces, Report, Signature, Table, text_of
from antq_cli.reports.docx_fit import Fit, fitted, lines_of
from antq_cli.reports.docx_styles import HEADER, LANDSCAPE, LINE, LOOKS, PORTRAIT, Look, Page, twips
from antq_cli.reports.docx_tables import Sized
from antq_cli.reports.docx_xml import SPACES, Marks, paragraph, run
from antq_cli.reports.measuring import width
from antq_cli.reports.xml_text import DECLARED

_LOOKS = {look.id: look for look in LOOKS}
_SIZES = {name: look.size for name, look in _LOOKS.items()}
# Who issues the paper stands at the left, and beside it the state's name, which has need of more; beneath the text
# stand who receives it and who signs.
_HEAD, _SIGNED = (0.41, 0.59), (0.5, 0.5)
_OF_A_NAME = 0.4  # the rule is a third to a half of the line above it
_SPACE_TO_SIGN = 5  # lines
_WITH_NEXT, _WHOLE = "<w:keepNext/>", "<w:keepNext/><w:keepLines/>"
_LOWER = '<w:spacing w:before="60"/>'  # 3 points beneath what it is under
# LibreOffice takes an empty paragraph at the end of a section out; when it reads that again, it moves the bookmarks of
# the paragraph that has become the last one.
_KEPT = run("\u00a0")
# It is as low as can be, or it might stand alone on a page behind what fills the one before.
_LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_UNSURE = 300  # twips: so much more than is reckoned a page may hold, since nobody knows the reader's letters
_APART = '<w:spacing w:before="120"/>'
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


class Edges(NamedTuple):
    """The relations of what stands at the head of every page, at that of the first, and at the foot of all."""

    header: str
    first: str
    footer: str


class Body:
    """The text of a report: ``marks`` are its bookmarks, ``tables`` come with how many rows are their headers."""

    def __init__(self, report: Report, edges: Edges) -> None:
        self.marks = Marks()
        self.tables: list[tuple[int, Table]] = []
        self.xml = "".join(self._document(report, _main(edges)))

    def _document(self, report: Report, main: str) -> Iterator[str]:
        yield f"{DECLARED}<w:document {SPACES}><w:body>"
        yield from self._head(report)
        yield from self._text(report)
        yield from self._signature(report.signature)
        page = main
        for annex in report.annexes:
            yield paragraph("Rule", _KEPT, _LOW + page)
            yield from self._annex(annex)
            page = _OF_ANNEX
        yield f"{page}</w:body></w:document>"

    def _said(self, style: str, pieces: Pieces, properties: str = "") -> str:
        return paragraph(style, self.marks.runs(pieces), properties)

    def _head(self, report: Report) -> Iterator[str]:
        head, (narrow, wide) = report.head, _parted(_HEAD)
        left = [*_lines("Superior", head.superior), *(self._said("Issuer", line) for line in head.body)]
        if head.body:
            left.append(_rule(_OF_A_NAME * width(text_of(head.body[-1]).upper(), _SIZES["Issuer"]), narrow))
        right = [paragraph(style, run(line)) for style, line in zip(("National", "Motto"), head.national, strict=False)]
        if head.national:
            right.append(_rule(width(head.national[-1], _SIZES["Motto"]), wide))
        below = [[self._said("Number", head.number)], [self._said("Dated", head.dated)]]
        if left or right or head.number or head.dated:
            yield _side_by_side(_HEAD, [left, right], below)
        yield from _lines("Kind", [head.kind])
        yield from _lines("Subject", head.subject)
        if head.subject:
            longest = max(width(line, _SIZES["Subject"]) for line in head.subject)
            yield _rule(_OF_A_NAME * longest, PORTRAIT.inside)
        yield from _lines("Warning", [head.warning] if head.warning else [])
        yield self._said("To", head.to) if head.to else paragraph("Rule", "", _APART)

    def _text(self, report: Report) -> Iterator[str]:
        # Nobody signs a page without the last paragraph of the text.
        signed = _WHOLE if report.signature.signatory else ""
        for left, block in zip(range(len(report.blocks) - 1, -1, -1), report.blocks, strict=True):
            yield from self._block(block, "" if left else signed)
        for note in report.notes:
            yield self._said("Note", note.pieces, signed)

    def _block(self, block: Block, properties: str = "") -> Iterator[str]:
        if isinstance(block, Table):
            yield from self._table(block, *fitted([block], PORTRAIT.inside))
        elif isinstance(block, Heading):
            yield self._said(f"Heading{block.level}", block.pieces)
        else:
            yield self._said("Note" if block.note else "Text", block.pieces, properties)

    def _table(self, table: Table, fit: Fit) -> Iterator[str]:
        yield from _lines("Caption", [table.caption] if table.caption else [])
        sized = Sized(table, fit)
        self.tables.append((sized.headers, table))
        yield from self.marks.table([*sized.written()])
        yield paragraph("Rule", "")
        # What is said beneath a table is not parted, nor from the end of the section.
        for note in table.notes:
            yield self._said("Note", note.pieces, _WHOLE)

    def _signature(self, signature: Signature) -> Iterator[str]:
        # The one who signs is read before those who receive it, as in the model.
        right = _lines("Authority", signature.authority)
        if signature.signatory:
            # Where nobody knows by whose authority, the gap for it stands at the top, and has no room above it.
            right += [paragraph("Authority", "")] * (_SPACE_TO_SIGN if signature.authority else 0)
            right.append(self._said("Signatory", signature.signatory))
        left = _lines("ReceivedTitle", [signature.received_title] if signature.received_title else [])
        left += [self._said("Received", line) for line in signature.recipients]
        if left or right:
            yield paragraph("Rule", "", _WITH_NEXT + _APART)
            yield _side_by_side(_SIGNED, [left, right])

    def _annex(self, annex: Annex) -> Iterator[str]:
        yield paragraph("AnnexNumber", run(annex.number))
        yield paragraph("AnnexTitle", run(annex.title))
        yield self._said("Attached", annex.attached)
        fits = fitted(annex.tables, LANDSCAPE.inside, _room(annex))
        for table, fit in zip(annex.tables, fits, strict=True):
            yield from self._table(table, fit)


def _room(annex: Annex) -> int:
    """Return what is left of a page for the tables of an annex, beneath its head and between all that is said."""
    said = [("AnnexNumber", annex.number), ("AnnexTitle", annex.title.upper()), ("Attached", text_of(annex.attached))]
    for table in annex.tables:
        said += [("Rule", ""), *([("Caption", table.caption)] if table.caption else [])]
        said += [("Note", text_of(note.pieces)) for note in table.notes]
    return LANDSCAPE.deep - _UNSURE - sum(_high(_LOOKS[style], text, LANDSCAPE.inside) for style, text in said)


def _high(look: Look, text: str, inside: int) -> int:
    """Return how high a paragraph is that is ``inside`` wide, both in twips."""
    return round(20 * (look.before + look.after + LINE * look.size * lines_of(text, inside, look.size)))


def _lines(style: str, lines: Sequence[str]) -> list[str]:
    return [paragraph(style, run(line)) for line in lines]


# Layout ---------------------------------------------------------------------------------------------------------


def _rule(length: float, inside: int) -> str:
    """Return a rule of a length in the middle of what is ``inside`` wide, both in twips."""
    aside = max(0, round(inside - length) // 2)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    return paragraph("Rule", "", f'{border}{_LOWER}<w:ind w:left="{aside}" w:right="{aside}"/>')


def _parted(shares: Sequence[float]) -> list[int]:
    return [round(PORTRAIT.inside * share) for share in shares]


def _side_by_side(shares: Sequence[float], *rows: Sequence[Sequence[str]]) -> str:
    """Return a table without borders, whose cells are paragraphs; a row stays on its page."""
    widths = _parted(shares)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    about = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr>'
    written = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cells(widths, row)}</w:tr>" for row in rows)
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def _cells(widths: Sequence[int], cells: Sequence[Sequence[str]]) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{"".join(cell) or paragraph("Rule", "")}</w:tc>'
        for wide, cell in zip(widths, cells, strict=True)
    )


def _section(page: Page, headers: str = "", numbers: str = "", title: str = "") -> str:
    """Return the properties of a section, in the order of the schema."""
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    edges = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    edges |= {"header": HEADER, "footer": HEADER, "gutter": 0}
    margins = " ".join(f'w:{edge}="{twips(far)}"' for edge, far in edges.items())
    size = f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
    return f"<w:sectPr>{headers}{size}<w:pgMar {margins}/>{numbers}{title}</w:sectPr>"


def _main(edges: Edges) -> str:
    """Return the section of the text: the first page has a header of its own, without a number."""
    told = [("header", "default", edges.header), ("header", "first", edges.first)]
    told += [("footer", "default", edges.footer), ("footer", "first", edges.footer)]
    said = "".join(f'<w:{edge}Reference w:type="{kind}" r:id="{relation}"/>' for edge, kind, relation in told)
    return _section(PORTRAIT, said, title="<w:titlePg/>")


# An annex has its own numbers, from its first page on; its header and footer are those of the pages before.
_OF_ANNEX = _section(LANDSCAPE, numbers='<w:pgNumType w:start="1"/>')


def header(warning: str, *, numbered: bool) -> bytes:
    """Return the part at the head of pages: their number, if they are ``numbered``, and the warning, if any."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    said = paragraph("PageNumber", field) if numbered else ""
    said += paragraph("PageWarning", run(warning)) if warning else ""
    return f"{DECLARED}<w:hdr {SPACES}>{said or paragraph('PageNumber', '')}</w:hdr>".encode()


def footer(line: str) -> bytes:
    """Return the part at the foot of every page: what it was made from."""
    return f"{DECLARED}<w:ftr {SPACES}>{paragraph('Made', run(line) if line else '')}</w:ftr>".encode()

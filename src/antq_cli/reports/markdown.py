"""A report as Markdown: text that can be read as it is, and from which every number can be read again by its place.

Its provenance lies in one HTML comment at the end, with the hash of the text before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from antq_cli.core.marks import Mark
from antq_cli.core.report import Annex, Block, Gap, Head, Heading, Line, Paragraph, Pieces, Report, Signature, Table
from antq_cli.core.unseen import visible
from antq_cli.reports.text_marks import known, packed

_NAME = "antq:report:1"
_COMMENT = re.compile(rf"<!-- {_NAME} (\{{.*\}}) -->")
# What would be Markdown, HTML or an entity anywhere in a line; and what would be at its beginning.
_SIGNS = re.compile(r"[\\`*_<>\[\]|#~&]")
_LEADING = re.compile(r"([-+=]|[0-9]+(?=[.)](?: |$)))")
# Behind a bracket that is none: with it the two would be a link, or where one leads.
_LIKE_A_LINK = re.compile(r"(?<!\\)\]([(:])")
# What ends a comment, or begins anything, is none of JSON's own signs: it stands in texts alone.
_HIDDEN = "-<>"


def write(report: Report) -> str:
    """Return the whole report; what is italic beneath a table or at the end is a note."""
    parts = [
        *_head(report.head),
        *(part for block in report.blocks for part in _block(block)),
        *(_note(note) for note in report.notes),
        *_signature(report.signature),
        *(part for annex in report.annexes for part in _annex(annex)),
        *(["---", f"*{_text(report.provenance.line)}*"] if report.provenance.line else []),
    ]
    text = "".join(f"{part}\n\n" for part in parts if part)
    return f"{text}{_comment(report, text)}\n"


def mark_of(text: str) -> Mark | None:
    """Return what a text says of itself; None of one that antq did not write. Ends of lines make no difference."""
    return known(text, _COMMENT)


def _comment(report: Report, text: str) -> str:
    return f"<!-- {_NAME} {packed(report.provenance, text, _HIDDEN)} -->"


# Parts -----------------------------------------------------------------------------------------------------------


def _head(head: Head) -> Iterator[str]:
    """Yield what stands above the text, in the order of its numbers: who issues it, its number, where and when."""
    superior = [_text(line) for line in head.superior]
    body = [f"**{_pieces(line)}**" for line in head.body]
    yield _broken([*superior, *body])
    yield _broken([_bold(_text(line)) for line in head.national])
    yield _broken([_pieces(head.number), *([f"*{_pieces(head.dated)}*"] if head.dated else [])])
    kind, *subject = [text for text in (head.kind, *head.subject) if text] or [""]
    yield f"# {_text(kind)}" if kind else ""
    yield _broken([_bold(_text(line)) for line in subject])
    yield _bold(_text(head.warning)) if head.warning else ""
    yield _pieces(head.to)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {_pieces(block.pieces)}"
    else:
        yield _note(block) if block.note else _pieces(block.pieces, leading=True)


def _note(note: Paragraph) -> str:
    return f"*{_pieces(note.pieces)}*" if note.pieces else ""


def _signature(signature: Signature) -> Iterator[str]:
    yield _broken([_bold(_text(line)) for line in signature.authority])
    yield _pieces(signature.signatory, leading=True)
    yield _bold(_text(signature.received_title)) if signature.received_title else ""
    yield _broken([_pieces(each, leading=True) for each in signature.recipients])


def _annex(annex: Annex) -> Iterator[str]:
    yield f"## {_text(annex.number)}"
    yield _bold(_text(annex.title)) if annex.title else ""
    yield f"*{_pieces(annex.attached)}*" if annex.attached else ""
    for table in annex.tables:
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    """Yield a table with its caption, and what is said beneath it; groups and signs of columns stand in its header."""
    yield _bold(_text(table.caption)) if table.caption else ""
    header = [_joined([column.group, column.header, column.sign]) for column in table.columns]
    rule = ["---:" if column.numeric else "---" for column in table.columns]
    lines = [header, rule, *(_cells(line) for line in table.lines)]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    yield from (_note(note) for note in table.notes)


def _cells(line: Line) -> list[str]:
    cells = [_pieces(cell) for cell in line.cells]
    return [_bold(cell) if line.style == "total" and cell else cell for cell in cells]


def _joined(parts: Sequence[str]) -> str:
    *groups, header, sign = (_text(part) for part in parts)
    return " ".join([*(f"{group} –" for group in groups if group), header, *([f"({sign})"] if sign else [])])


def _broken(lines: Iterable[str]) -> str:
    """Return lines that stay lines within one paragraph."""
    return "\\\n".join(line for line in lines if line)


def _bold(text: str) -> str:
    return f"**{text}**" if text else ""


# Texts -----------------------------------------------------------------------------------------------------------


def _pieces(pieces: Pieces, *, leading: bool = False) -> str:
    """Return what pieces say; the brackets of a gap are no link, and stay as the clerk looks for them."""
    told = "".join(_gap(piece.text) if isinstance(piece, Gap) else _text(piece.text) for piece in pieces).strip(" ")
    told = _LIKE_A_LINK.sub(r"]\\\g<1>", told)
    return _LEADING.sub(_escaped, told, count=1) if leading and _LEADING.match(told) else told


def _gap(text: str) -> str:
    return _text(text).replace(r"\[", "[").replace(r"\]", "]")


def _text(text: str) -> str:
    """Return a text in which nothing is Markdown or HTML, nor anything that is obeyed unseen."""
    return _SIGNS.sub(r"\\\g<0>", visible(text))


def _escaped(found: re.Match[str]) -> str:
    sign: str = found[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"

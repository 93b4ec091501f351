"""Pages as Markdown, without bars."""

from collections.abc import Iterator

from antq_cli.core.unseen import visible
from antq_cli.pages.model import PageTable
from antq_cli.pages.results import page_of
from antq_cli.render.formats import Telling
from antq_cli.words.speech import Speech


def write(telling: Telling) -> Iterator[str]:
    """The whole page in one piece, with every column but the bars: in a file there is room for all."""
    speech = telling.speech
    page = page_of(telling.outcome, lambda _table: True)
    parts = [f"**{markdown_text(page.title.text(speech))}**\n\n{markdown_text(page.subtitle.text(speech))}\n"]
    for table in page.tables:
        if table.lines or table.instead:
            parts += [f"**{markdown_text(table.name.text(speech))}**\n"] if table.name else []
            parts.append(f"{markdown_text(table.instead.text(speech))}\n" if table.instead else markdown(table, speech))
    yield "\n".join([*parts, *(f"{markdown_text(line.text(speech))}\n" for line in page.legend)])


def markdown(table: PageTable, speech: Speech) -> str:
    """A table with its header; there are no bars in it, and totals are bold."""
    shown = [number for number, column in enumerate(table.columns) if not column.bar]
    lines = [[markdown_text(table.columns[number].header.text(speech)) for number in shown]]
    lines += [["---:" if table.columns[number].align == "right" else "---" for number in shown]]
    for line in table.lines:
        cells = [line.cells[number].text(speech) for number in shown]
        lines.append([_cell(cell, bold=line.style == "total") for cell in cells])
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _cell(text: str, *, bold: bool) -> str:
    """Return a cell; blanks that set it in would be dropped, so they are of a kind that is kept."""
    words = text.lstrip(" ")
    shown = markdown_text(words)
    return "\u00a0" * (len(text) - len(words)) + (f"**{shown}**" if bold and shown else shown)


def markdown_text(text: str) -> str:
    """A text in which nothing is Markdown or HTML, nor anything that a terminal obeys."""
    escaped = visible(text).replace("\\", "\\\\")
    for sign in "|*_`<>[]#~&":
        escaped = escaped.replace(sign, f"\\{sign}")
    return escaped

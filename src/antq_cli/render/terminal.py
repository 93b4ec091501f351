"""Pages on a terminal: titles, tables as wide as it is, what their marks mean."""

import sys
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from antq_cli.pages.model import PageTable
from antq_cli.pages.results import page_of
from antq_cli.render.console import console_for, drawn
from antq_cli.render.drawing import Drawing, Sheet, aligned
from antq_cli.render.formats import Telling
from antq_cli.render.text import visible


def write(telling: Telling) -> Iterator[str]:
    """Yield the page as the terminal shows it, or, as it is read in a file."""
    console, speech = console_for(None if telling.to_file else sys.stdout), telling.speech
    sheets: dict[int, Sheet] = {}

    def measured(table: PageTable) -> Sheet:
        if id(table) not in sheets:
            sheets[id(table)] = Sheet(table, speech)  # it holds the table, so that no other one gets its id
        return sheets[id(table)]

    page = page_of(telling.outcome, lambda table: measured(table).width <= console.width)
    parts: list[RenderableType] = [Text(visible(page.title.text(speech)), "bold")]
    parts.append(Text(visible(page.subtitle.text(speech))))
    together = (
        aligned([measured(table) for table in page.tables[: page.aligned]], console.width) if page.aligned else []
    )
    for number, table in enumerate(page.tables):
        parts.append(Text(""))
        parts += [Text(visible(table.name.text(speech)), "bold")] if table.name else []
        if table.lines:
            sheet = measured(table)
            parts.append(Drawing(sheet, together if number < page.aligned else sheet.fitted(console.width)))
    parts += [Text(""), *(Text(visible(line.text(speech))) for line in page.legend)] if page.legend else []
    yield drawn(console, *parts)

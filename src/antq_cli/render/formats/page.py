"""Markdown: how many findings of what, then the findings."""

from collections.abc import Iterator

from antq_cli.core.checked import Statistics
from antq_cli.core.findings import Shown
from antq_cli.pages.cells import Message
from antq_cli.pages.model import titled
from antq_cli.pages.statistics import table, verdict
from antq_cli.render.findings import shown_place
from antq_cli.render.formats import Telling, said_of_more
from antq_cli.render.markdown import markdown, markdown_text


def write(telling: Telling) -> Iterator[str]:
    """The title with the counts in one piece, then a line a finding."""
    speech, checked = telling.speech, telling.checked
    title, subtitle = (cell.text(speech) for cell in titled(telling.outcome, Message("check.title")))
    parts = [f"**{markdown_text(title)}**\n\n{markdown_text(subtitle)}\n"]
    counts = table(Statistics(checked))
    parts += [markdown(counts, speech)] if counts.lines else []
    if checked.groups():
        yield "\n".join([*parts, ""])
    else:
        yield "\n".join([*parts, f"{markdown_text(verdict(telling.outcome).text(speech))}\n"])
    yield from (_item(telling, finding) for finding in telling.shown())
    yield from (f"- {markdown_text(line)}\n" for line in said_of_more(telling))


def _item(telling: Telling, finding: Shown) -> str:
    severity = telling.speech.say(f"severity.{finding.rule.severity}")
    place = markdown_text(shown_place(finding, telling.prefix))
    return f"- {place} **{finding.rule.code}** {severity}: {markdown_text(telling.advice(finding))}\n"

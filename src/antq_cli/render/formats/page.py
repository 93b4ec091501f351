"""Markdown: how many findings of what, then the findings."""

from antq_cli.core.checked import Statistics
from antq_cli.core.findings import Finding
from antq_cli.pages.cells import Said
from antq_cli.pages.model import titled
from antq_cli.pages.statistics import table, verdict
from antq_cli.render.findings import shown_place
from antq_cli.render.formats import FEW, Telling, said_of_more
from antq_cli.render.markdown import markdown, markdown_text


def write(telling: Telling) -> str:
    """Return the page."""
    speech, checked = telling.speech, telling.checked
    limit = FEW if telling.examples is None else telling.examples
    title, subtitle = (cell.text(speech) for cell in titled(telling.outcome, Said("check.title")))
    parts = [f"**{markdown_text(title)}**\n\n{markdown_text(subtitle)}\n"]
    counts = table(Statistics(checked))
    parts += [markdown(counts, speech)] if counts.lines else []
    parts += [f"{markdown_text(verdict(telling.outcome).text(speech))}\n"] if not checked.findings else []
    found = [_item(telling, finding) for finding in telling._replace(examples=limit).shown()]
    found += [f"- {markdown_text(line)}\n" for line in said_of_more(checked, limit, speech)]
    parts += ["".join(found)] if found else []
    return "\n".join(parts)


def _item(telling: Telling, finding: Finding) -> str:
    severity = telling.speech.say(f"severity.{finding.rule.severity}")
    place = markdown_text(shown_place(finding, telling.prefix))
    what, remedy = markdown_text(telling.what(finding)), markdown_text(telling.remedy(finding))
    return f"- {place} **{finding.rule.code}** {severity}: {what} → {remedy}\n"

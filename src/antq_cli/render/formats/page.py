"""Markdown: how many findings of what, then the findings."""

from antq_cli.core.checked import Statistics
from antq_cli.core.findings import Finding
from antq_cli.render.findings import shown_place
from antq_cli.render.formats import FEW, Telling, said_of_more
from antq_cli.render.grid import markdown, markdown_text
from antq_cli.render.pages import titled
from antq_cli.render.statistics import grid_of, verdict


def write(telling: Telling) -> str:
    """Return the page."""
    speech, checked = telling.speech, telling.checked
    limit = FEW if telling.examples is None else telling.examples
    title, subtitle = titled(telling.outcome, speech, speech.say("check.title"))
    parts = [f"**{markdown_text(title)}**\n\n{markdown_text(subtitle)}\n"]
    counts = grid_of(Statistics(checked), speech)
    parts += [markdown(counts)] if counts.rows else []
    parts += [f"{markdown_text(verdict(telling.outcome, speech))}\n"] if not checked.findings else []
    found = [_item(telling, finding) for finding in telling._replace(examples=limit).shown()]
    found += [f"- {markdown_text(line)}\n" for line in said_of_more(checked, limit, speech)]
    parts += ["".join(found)] if found else []
    return "\n".join(parts)


def _item(telling: Telling, finding: Finding) -> str:
    severity = telling.speech.say(f"severity.{finding.rule.severity}")
    place = markdown_text(shown_place(finding, telling.prefix))
    what, remedy = markdown_text(telling.what(finding)), markdown_text(telling.remedy(finding))
    return f"- {place} **{finding.rule.code}** {severity}: {what} → {remedy}\n"

"""`antq summary`."""

from antq_cli.answers.overview import overview
from antq_cli.answers.query import Query
from antq_cli.cli.counting import below_grain, of_summaries
from antq_cli.cli.desk import sit_down, unit
from antq_cli.cli.options import Request
from antq_cli.core.measures import FAMILIES
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of

# Claims that differ or cannot be verified are on the page itself.
_ON_THE_PAGE = ("R101", "R102")


def run(request: Request) -> Outcome:
    """Show the campaign on one page."""
    desk = sit_down(request)
    manifest = desk.book.manifest
    needed = [
        name for family in FAMILIES for kind in manifest.kinds(family) for name in registers_of(manifest, family, kind)
    ]
    dataset = Dataset(desk.book, dict.fromkeys(needed), desk.collector)
    number, notes = unit(dataset, desk, request.unit)
    found = overview(Figures(dataset), Query(desk.as_of, number, basis=desk.when.basis))
    early = any(summary.before_everything for summary in found.summaries)
    below = below_grain([each for each in found.summaries if each.kinds], desk)
    said = [*notes, *below, *([Note("nothing.before", {"day": desk.as_of})] if early else [])]
    answer = of_summaries(found, found.summaries, lambda finding: finding.rule.code not in _ON_THE_PAGE)
    return desk.outcome("summary", answer, said)

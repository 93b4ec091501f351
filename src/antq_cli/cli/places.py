"""`antq units`."""

from datetime import date, timedelta

from antq_cli.cli.desk import Desk, sit_down
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import day
from antq_cli.core.exits import exit_for
from antq_cli.core.findings import Finding
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.units.atlas import Atlas
from antq_cli.units.gazetteer import Entry, Gazetteer, Lookup, Tree


def run(request: Request) -> Outcome:
    """Look a place up by its code or its name, in all of time or on a day; without one, show the tree of the day."""
    on = day(request.on) if request.on else None
    # Who is looked up in all of time is looked up on no day, not even today's.
    desk = sit_down(request._replace(as_of=request.on or (str(date.min) if request.words else None)))
    desk = desk._replace(notes=desk.notes[:1])  # nothing is counted, so there is no day of counting to tell
    atlas = Atlas(desk.book)
    findings = sorted([*desk.book.findings, *atlas.findings], key=lambda finding: finding.order)
    gazetteer = Gazetteer(atlas)
    if request.words:
        return _lookup(desk, gazetteer, " ".join(request.words), on, findings)._replace(as_of=on, basis=on)
    tree = Tree(on or desk.as_of, gazetteer.tree(on or desk.as_of))
    notes = [] if tree.roots else [Note("nothing.tree", {"day": tree.day})]
    outcome = desk.outcome("units", exit_for(findings, anything=bool(tree.roots)), tree, findings, notes)
    return outcome._replace(as_of=tree.day, basis=tree.day)


def _lookup(desk: Desk, gazetteer: Gazetteer, asked: str, on: date | None, findings: list[Finding]) -> Outcome:
    found = gazetteer.at(asked, on)
    if on is not None and found.elsewhen:
        raise usage("U022", value=asked, day=on, elsewhen=[_when(entry) for entry in found.elsewhen])
    if not found.entries:
        meant = [unit.name for unit in found.suggested]
        raise usage("U023", value=asked, meant=meant)
    read = found.normalised
    notes = [] if read is None else [Note("talk.read-as", {"value": asked, "read": read})]
    return desk.outcome("units", exit_for(findings, anything=True), Lookup(asked, on, found), findings, notes)


def _when(entry: Entry) -> str:
    """Return a unit and its days, as both languages write them."""
    unit = entry.unit
    last = unit.closed and unit.closed - timedelta(1)
    return f"{unit.name} ({unit.code}) {unit.opened or '…'}–{last or '…'}"

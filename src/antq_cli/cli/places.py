"""`antq units`. Nothing is counted, so there is no day of counting: only the day of the map, where one is asked for."""

from datetime import date

from antq_cli.cli.desk import label, opened, read_out
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import when
from antq_cli.cli.where import few
from antq_cli.core.exits import exit_for
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.patterns import ANYTHING
from antq_cli.units.atlas import Atlas
from antq_cli.units.gazetteer import Entry, Gazetteer, Lookup, Tree


def run(request: Request) -> Outcome:
    """Look a place up by its code or its name, in all of time or on a day; without one, show the tree of the day."""
    book, note = opened(request)
    atlas = Atlas(book)
    told = read_out(book.collector, book)
    if request.words:
        result, notes = _lookup(Gazetteer(atlas), " ".join(request.words), request.on)
        code = exit_for(told.rules, anything=True)
        return Outcome("units", code, result, told.findings, (note, *notes), label(book), request.on, None, request.on)
    # By the rules of the day that is counted: here nothing is, so the option has another name.
    days = when(request._replace(as_of=None if request.on is None else request.on.isoformat()), book.manifest)
    tree = Tree(days.as_of, Gazetteer(atlas).tree(days.as_of))
    code = exit_for(told.rules, anything=bool(tree.roots))
    notes = [] if tree.roots else [Note("nothing.tree", {"day": tree.day})]
    return Outcome("units", code, tree, told.findings, (note, *notes), label(book), tree.day, days.today, tree.day)


def _lookup(gazetteer: Gazetteer, asked: str, on: date | None) -> tuple[Lookup, list[Note]]:
    """Return what was found; raises :class:`Refused` (U022 on other days only, U023 never)."""
    found = gazetteer.at(asked, on)
    if on is not None and found.elsewhen and not found.parts:  # what has a part of its name is not what was asked for
        raise usage("U022", value=asked, day=on, elsewhen=few(map(_when, found.elsewhen)))
    if not found.entries:
        parts = (_when(entry) for entry in found.elsewhen)
        raise usage("U023", value=asked, meant=few([*parts, *(unit.name for unit in found.suggested)]))
    read = found.normalised
    notes = [] if read is None else [Note("talk.read-as", {"value": asked, "read": read})]
    if found.parts and ANYTHING not in asked:
        notes.append(Note("talk.parts", {"value": asked}))
    return Lookup(asked, on, found), notes


def _when(entry: Entry) -> str:
    unit = entry.unit
    last = unit.last
    return f"{unit.name} ({unit.code}) {unit.opened or '…'}–{last or '…'}"

"""What a map says that may be and hardly is: a unit that leaves its parent, one that is named as parent and empty."""

from collections.abc import Iterator

from antq_cli.core.days import earlier
from antq_cli.core.findings import Finding
from antq_cli.core.registers import Crossing
from antq_cli.units.atlas import CARRYING, Atlas
from antq_cli.units.rules import RULES


def doubts(atlas: Atlas) -> Iterator[Finding]:
    """Find crossings away from where the parent went (X112), and units that are named as parents and empty (X113)."""
    for row, crossing in enumerate(atlas.crossings):
        if crossing.part in CARRYING:
            yield from _astray(atlas, row, crossing)
    yield from _empty(atlas)


def _astray(atlas: Atlas, row: int, crossing: Crossing) -> Iterator[Finding]:
    """Find that a unit is carried into one that does not lie where its parent was carried on the same day.

    A parent that does not close on the day decides nothing: then a border was moved.
    """
    left = next((number for number in atlas.bearers(crossing.from_) if _closes(atlas, number, crossing)), None)
    to = atlas.bearer(crossing.to, crossing.date)
    gone = None if left is None else _parent_gone(atlas, left, crossing)
    if to is None or gone is None:
        return
    parent, heir = (atlas.units[number] for number in gone)
    if gone[1] not in _way_up(atlas, to, crossing) and to not in _way_up(atlas, gone[1], crossing):
        values = {"day": crossing.date, **atlas.walkers(crossing)}
        values |= {"parent": atlas.called(gone[0], parent.code), "other": atlas.called(gone[1], heir.code)}
        yield atlas.book.table("crosswalk").finding(RULES["X112"], row, "to", **values)


def _closes(atlas: Atlas, number: int, crossing: Crossing) -> bool:
    return atlas.units[number].closed == crossing.date


def _parent_gone(atlas: Atlas, number: int, crossing: Crossing) -> tuple[int, int] | None:
    """Return the lowest unit above one that is carried on as a whole on the day of a crossing, and the unit it went to.

    None where one above goes on, or nothing says where any of them went.
    """
    eve, seen = earlier(crossing.date), {number}
    above = atlas.parents[number]
    while above is not None and above not in seen:
        seen.add(above)
        parent = atlas.carry(above, eve)
        if parent is None or not _closes(atlas, parent, crossing):
            return None
        if (heir := atlas.carry(parent, crossing.date)) is not None:
            return parent, heir
        above = atlas.parents[parent]
    return None


def _way_up(atlas: Atlas, number: int, crossing: Crossing) -> list[int]:
    """Return the units from one upward, on the day of a crossing, as far as one leads to the next."""
    way = [number]
    while (parent := atlas.parents[way[-1]]) is not None:
        above = atlas.carry(parent, crossing.date)
        if above is None or above in way:
            break
        way.append(above)
    return way


def _empty(atlas: Atlas) -> Iterator[Finding]:
    """Find units that lie empty while rows without a first day name their code: it means one that bore it before."""
    named: dict[str, list[int]] = {}
    for number, unit in enumerate(atlas.units):
        if unit.parent is not None and unit.opened is None:
            named.setdefault(unit.parent, []).append(number)
    holding = _holding(atlas) if named else set()
    for number, unit in enumerate(atlas.units):
        inside = [each for each in named.get(unit.code, ()) if _together(atlas, each, number)]
        if inside and number not in holding:
            first = atlas.called(inside[0], atlas.units[inside[0]].code)
            values = {"code": atlas.called(number, unit.code), "n": len(inside), "unit": first}
            yield atlas.book.table("units").finding(RULES["X113"], number, "opened", **values)


def _holding(atlas: Atlas) -> set[int]:
    """Return the units in which another one lies at some time: as its parent, or carried there with it."""
    found: set[int] = set()
    for number, parent in enumerate(atlas.parents):
        at = parent
        while at is not None:
            if _together(atlas, number, at):
                found.add(at)
            closed = atlas.units[at].closed
            at = None if closed is None else atlas.carry(at, closed)
    return found


def _together(atlas: Atlas, one: int, other: int) -> bool:
    """Return whether there is a day on which two units are open."""
    first, second = atlas.units[one], atlas.units[other]
    ends = (first.closed, second.opened), (second.closed, first.opened)
    return all(closed is None or opened is None or opened < closed for closed, opened in ends)

"""What was signed, withdrawn and has lapsed in a span of days, as items that have a place on its last day.

Decisions where the contract is silent:

* In force on the eve means counted on the eve: a pledger that was excluded or in no stretch on that day is not
  in the denominator of `lapsed`, even if it is eligible on the last day.
* The state on the last day of a span decides about `lapsed`: who lapsed, signed again and holds on is not in it.
* An event of a unit counts from the unit that bore the code on its day, also towards another basis; so a unit
  that has closed since is found on an earlier basis without a way back from its successor.
* A row by a unit that was then of another level than the kind's is by an unknown pledger.
* What was placed on the last day, but outside the top unit, is not counted at the top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tests.independent.rows import Event, Return, Unit
from tests.independent.validity import in_force, state

if TYPE_CHECKING:
    from tests.independent.counter import Counter

Span = tuple[date, date]


class Item(NamedTuple):
    """One thing that is counted: its place on the day, the unit that its row means and from when."""

    place: Unit | None
    meant: Unit | None
    first: date | None
    counts: bool
    got: Return | None = None
    who: str = ""
    sent: bool = True  # something that is counted, and not only missed


def acts(book: Counter, kind: str, part: str, span: Span) -> Iterator[Item]:
    """Every valid row of the journal about one kind and one event that is dated in the span."""
    for event in book.events.get(kind, set()):
        if event.withdrawn == (part == "withdrawn") and span[0] <= event.day <= span[1]:
            item = act(book, kind, event, span[1])
            if item is not None:
                yield item


def act(book: Counter, kind: str, event: Event, last: date) -> Item | None:
    """One row of the journal, with its place on the last day; None if nobody may have signed it."""
    subject = book.subject(kind)
    if subject in book.registers:
        row = book.stretch(subject, event.pledger, event.day)
        return book.item(row, last) if row else None
    unit = book.places.bearer(event.pledger, event.day)
    if unit is None or unit.level != subject:
        return None
    return Item(book.map(last).place(event.pledger, event.day), unit, None, counts=True)


def lapses(book: Counter, kind: str, part: str, span: Span) -> Iterator[Item]:
    """Everyone in force on the eve and eligible on the last day; those whose pledge has lapsed count."""
    eve, last = span[0] - timedelta(days=1), span[1]
    for item, events in book.signers(kind, last):
        if was_eligible(book, kind, item, eve) and in_force(events, eve, *book.rule(kind)):
            yield item._replace(counts=state(events, last, *book.rule(kind)) == part)


def was_eligible(book: Counter, kind: str, item: Item, eve: date) -> bool:
    """Whether a pledger was in the denominator on the eve; a unit was, if it signed anything by then."""
    subject = book.subject(kind)
    if subject in book.levels:
        return True
    row = book.stretch(subject, item.who, eve)
    return row is not None and not row.excluded


PARTS: dict[str, Callable[[Counter, str, str, Span], Iterator[Item]]] = {
    "signed": acts,
    "withdrawn": acts,
    "lapsed": lapses,
}

"""What a finding names, with what people call it: measures, levels, kinds, calendars, regimes, units."""

from typing import TYPE_CHECKING

from antq_cli.core.calendars import CIVIL
from antq_cli.core.measures import parse_measure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.values import Named

if TYPE_CHECKING:  # who is refused waits for no models
    from antq_cli.core.manifest import Manifest


def measure(manifest: "Manifest", written: str) -> Named:
    """Return a measure of the book, by its id."""
    found = parse_measure(written)
    kind = None if found is None else manifest.kinds(found.family).get(found.kind or "")
    if found is None or kind is None:
        return Named(written, None, None)
    return Named(written, kind.vi, kind.en, f"kind.{found.of(None)}")


def level(manifest: "Manifest", id_: str) -> Named:
    """Return a level, or a kind of organisation, by its id."""
    names = {each.id: (each.vi, each.en) for each in manifest.levels}
    key = f"subject.{id_}" if id_ in ORGANISATION_KINDS else f"choice.{id_}"
    return Named(id_, *names.get(id_, (None, None)), key)


def calendar(manifest: "Manifest", id_: str) -> Named:
    """Return a calendar by its id."""
    return Named(id_, *manifest.names_of(id_), "calendar.civil" if id_ == CIVIL.id else "calendar")


def regime(manifest: "Manifest", id_: str) -> Named:
    """Return a regime by its id; its name is the proper one of a circular."""
    declared = manifest.regimes[id_]
    return Named(id_, declared.vi, declared.en)


def unit(code: str, name: str) -> Named:
    """Return a unit or an organisation: its name is a proper one."""
    return Named(code, name, name)

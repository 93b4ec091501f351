"""Names of units, with what they lie in where several bear the same; of many the first few."""

from collections.abc import Sequence

from antq_cli.pages.cells import Bracketed, PageCell, UnitName, Verbatim

# So many units are named in a title or beside a number.
NAMED = 3


def called(code: str, name: str, above: str | None) -> PageCell:
    """Return the name of a unit, with that of the unit above it if that has to be told."""
    unit = UnitName(code, name)
    return unit if above is None else Bracketed(unit, Verbatim(above))


def few(names: Sequence[PageCell]) -> list[PageCell]:
    """Return the first of some names, and a mark where there are more."""
    return [*names[:NAMED], *([Verbatim("…")] if len(names) > NAMED else [])]

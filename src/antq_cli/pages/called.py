"""Names of units, with what they lie in where several bear the same."""

from antq_cli.pages.cells import Bracketed, PageCell, UnitName, Verbatim


def called(code: str, name: str, above: str | None) -> PageCell:
    """Return the name of a unit, with that of the unit above it if that has to be told."""
    unit = UnitName(code, name)
    return unit if above is None else Bracketed(unit, Verbatim(above))

"""Names of units, with what they lie in where several bear the same, of many the first few; names of partners."""

from collections.abc import Sequence

from antq_cli.core.registers import Partner
from antq_cli.pages.cells import Bracketed, Message, PageCell, UnitName, Verbatim

# So many units are named in a title or beside a number.
NAMED = 3


def called(code: str, name: str, above: str | None) -> PageCell:
    """Return the name of a unit, with that of the unit above it if that has to be told."""
    unit = UnitName(code, name)
    return unit if above is None else Bracketed(unit, Verbatim(above))


def few(names: Sequence[PageCell]) -> list[PageCell]:
    """Return the first of some names, and a mark where there are more."""
    return [*names[:NAMED], *([Verbatim("…")] if len(names) > NAMED else [])]


def together_with(partners: Sequence[Partner]) -> list[PageCell]:
    """Return the line that names with whom the campaign works; none where that is nobody."""
    names: list[PageCell] = [Verbatim(row.name) for row in partners]
    return [Message("overview.partners", partners=names)] if names else []

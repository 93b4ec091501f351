"""Who issues a report: what stands at its head and its foot, from a day until another. No person is named anywhere."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, StrictStr

from antq_cli.core.cells import fault
from antq_cli.core.sections import Id, LocalDay, Section
from antq_cli.core.values import Said


def _line(value: str) -> str:
    """Refuse what is no line of a paper: blank, of several lines, with controls or marks of direction in it."""
    if not (value.strip() and value.isprintable()):
        raise fault("S002", expected=Said("expected", "line"))
    return value


Line = Annotated[StrictStr, AfterValidator(_line)]
# TOML's arrays come as lists, which pydantic takes for tuples only where it need not be strict.
Lines = Annotated[tuple[Line, ...], Field(strict=False)]


class Issuer(Section):
    """An issuer of reports of a unit (NĐ 30/2020/NĐ-CP, Phụ lục I): the body, line by line, and what is above it.

    ``name`` is what it is called within a sentence. ``until`` is the first day on which it is no longer so.
    ``symbol`` stands behind the number (``/BC-UBND``); ``authority`` are the lines above the signature. What stands in
    brackets in ``recipients`` is left for the clerk.
    """

    unit: Id
    from_: LocalDay | None = Field(None, alias="from")
    until: LocalDay | None = None
    superior: Lines = ()
    body: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
    name: Line | None = None
    place: Line
    symbol: Line
    authority: Lines = ()
    recipients: Lines = ()

    def issues(self, unit: str, day: date) -> bool:
        """Return whether it issues the reports of a unit on a day."""
        from_, until = self.from_, self.until
        return self.unit == unit and (from_ is None or from_ <= day) and (until is None or day < until)

    def meets(self, other: "Issuer") -> bool:
        """Return whether there is a day on which both issue the reports of one unit."""
        first = max(self.from_ or date.min, other.from_ or date.min)
        return self.unit == other.unit and first < min(self.until or date.max, other.until or date.max)


class Reports(Section):
    """The section ``[report]`` of the manifest."""

    issuers: Annotated[tuple[Issuer, ...], Field(strict=False)] = ()

    def issuer(self, unit: str, day: date) -> Issuer | None:
        """Return who issues the reports of a unit whose figures are of a day; None where the book names nobody."""
        return next((each for each in self.issuers if each.issues(unit, day)), None)

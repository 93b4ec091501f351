"""Who issues a report: what stands at its head and its foot, from a day until another. No person is named anywhere."""

from datetime import date
from typing import Annotated

from pydantic import Field, StrictStr

from antq_cli.core.sections import Id, LocalDay, Section

# TOML's arrays come as lists, which pydantic takes for tuples only where it need not be strict.
Lines = Annotated[tuple[StrictStr, ...], Field(strict=False)]


class Issuer(Section):
    """An issuer of reports of a unit (NĐ 30/2020/NĐ-CP, Phụ lục I): the body, line by line, and what is above it.

    ``name`` is what it is called within a sentence. ``until`` is the first day on which it is no longer so.
    ``symbol`` stands behind the number (``/BC-UBND``); ``authority`` are the lines above the signature.
    """

    unit: Id
    from_: LocalDay | None = Field(None, alias="from")
    until: LocalDay | None = None
    superior: Lines = ()
    body: Lines
    name: StrictStr | None = None
    place: StrictStr
    symbol: StrictStr
    authority: Lines = ()
    recipients: Lines = ()

    def issues(self, unit: str, day: date) -> bool:
        """Return whether it issues the reports of a unit on a day."""
        from_, until = self.from_, self.until
        return self.unit == unit and (from_ is None or from_ <= day) and (until is None or day < until)


class Reports(Section):
    """The section ``[report]`` of the manifest."""

    issuers: Annotated[tuple[Issuer, ...], Field(strict=False)] = ()

"""What a report is made with beside the figures: the language, the words of whoever asks for it, its provenance."""

from datetime import date
from typing import NamedTuple

from antq_cli.core.report import Provenance

_UNKNOWN = Provenance("", {}, "")


class Making(NamedTuple):
    """How a report is made: a ``title`` in place of the usual subject, and the day on which it is ``dated``.

    ``template`` is the name of its outline: the festival has a subject of its own.
    """

    lang: str
    title: str | None = None
    dated: date | None = None
    template: str = ""
    provenance: Provenance = _UNKNOWN

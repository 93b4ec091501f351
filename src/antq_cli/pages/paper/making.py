"""What a report is made with beside the figures: the language, and the words of whoever asks for it."""

from datetime import date
from typing import NamedTuple


class Making(NamedTuple):
    """How a report is made: a ``title`` in place of the usual subject, and the day on which it is ``dated``.

    ``template`` is the name of its outline: the festival has a subject of its own.
    """

    lang: str
    title: str | None = None
    dated: date | None = None
    template: str = ""

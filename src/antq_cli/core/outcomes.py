"""What a command returns: one frozen outcome, which one place prints in whatever format was asked for."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.canon import Hashes
from antq_cli.core.exits import Exit
from antq_cli.core.findings import Shown

if TYPE_CHECKING:
    from antq_cli.core.manifest import Level  # a model: who is refused waits for none


class BookLabel(NamedTuple):
    """What outputs say of the book: ``hashes`` are computed only where they are shown.

    ``calendars`` are the names of each in both languages, None where it has none.
    """

    id: str
    data: str
    vi: str
    en: str
    lang: str | None
    path: str
    levels: "Sequence[Level]"
    hashes: Callable[[], Hashes]
    calendars: Mapping[str, tuple[str | None, str | None]] = MappingProxyType({})

    def title(self, lang: str) -> str:
        """The campaign's title: the English one in every language but ``vi``."""
        return self.vi if lang == "vi" else self.en


class Note(NamedTuple):
    """Something to say beside the result: the key of a message and its values; ``verbose`` notes only when asked."""

    key: str
    values: Mapping[str, Any] = MappingProxyType({})
    verbose: bool = False


class Outcome(NamedTuple):
    """The end of a command: its exit code, its result (None where it was refused), and what was found on the way.

    Of a check the findings are its result.
    ``command`` names the JSON schema, ``antq/COMMAND/1``. ``today`` is set where today's date was used.
    ``basis`` is the day of the map by which figures are grouped. ``left_out`` says whether rows that could not be read
    or placed are missing from the result, ``fresh`` whether old returns are. ``document`` is the result as it is to be
    printed, where the command writes it by itself: blank where all of it went into files.
    """

    command: str
    exit: Exit
    result: object = None
    findings: Collection[Shown] = ()
    notes: Sequence[Note] = ()
    book: BookLabel | None = None
    as_of: date | None = None
    today: date | None = None
    basis: date | None = None
    period: Period | None = None
    left_out: bool = False
    fresh: bool = False
    document: str | None = None

"""The options: each is declared once, and one decorator turns them into Typer's."""

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any, NamedTuple

import typer


class Option(NamedTuple):
    """An option: its name in the request, how it is written, what its value is called (None for a flag)."""

    name: str
    flags: tuple[str, ...]
    metavar: str | None = None
    many: bool = False

    @property
    def annotation(self) -> Any:
        """Return the annotation from which Typer makes the option."""
        type_: Any = bool if self.metavar is None else list[str] | None if self.many else str | None
        return Annotated[type_, typer.Option(*self.flags, metavar=self.metavar or None, show_default=False)]


OPTIONS = {
    option.name: option
    for option in (
        Option("book", ("-b", "--book"), "DIR"),
        Option("as_of", ("--as-of",), "DATE"),
        Option("on", ("--on",), "DATE"),
        Option("period", ("--period",), "PERIOD"),
        Option("calendar", ("--calendar",), "CALENDAR"),
        Option("every", ("--every",), "EVERY"),
        Option("unit", ("--unit",), "UNIT"),
        Option("by", ("--by",), "LEVEL"),
        Option("kind", ("--kind",), "KIND", many=True),
        Option("basis", ("--basis",), "BASIS"),
        Option("vs", ("--vs",), "PERIOD"),
        Option("target", ("--target",), "PERCENT"),
        Option("window", ("--window",), "YEAR"),
        Option("criteria", ("--criteria",)),
        Option("fail_on", ("--fail-on",), "SEVERITY"),
        Option("select", ("--select",), "CODE", many=True),
        Option("ignore", ("--ignore",), "CODE", many=True),
        Option("register", ("--register",), "REGISTER", many=True),
        Option("examples", ("--examples",), "N"),
        Option("statistics", ("--statistics",)),
        Option("baseline", ("--baseline",), "FILE"),
        Option("write_baseline", ("--write-baseline",), "FILE"),
        Option("hashes", ("--hashes",)),
        Option("format", ("-f", "--format"), "FORMAT"),
        Option("output", ("-o", "--output"), "FILE"),
        Option("lang", ("--lang",), "LANG"),
        Option("values", ("--values",)),
        Option("quiet", ("-q", "--quiet")),
        Option("verbose", ("-v", "--verbose")),
        Option("debug", ("--debug",)),
        Option("version", ("--version",)),
        Option("help", ("-h", "--help")),
    )
}
COMMON = ("format", "output", "lang", "quiet", "verbose", "debug", "version", "help")
_COUNTED = ("book", "as_of", "period", "calendar", "unit", "by", "kind", "basis")
COUNTING = (*_COUNTED, "vs", *COMMON)
TREND = (*_COUNTED, "every", *COMMON)
GAPS = (*_COUNTED, "target", *COMMON)
PLACES = ("book", "on", *COMMON)
PERIODS = ("book", "period", "calendar", *COMMON)
STANDARDS = ("book", "as_of", "window", "unit", "by", "kind", "basis", "criteria", "fail_on", *COMMON)
OVERVIEW = ("book", "as_of", "unit", *COMMON)
CLAIMS = ("book", "fail_on", *COMMON)
RECONCILE = ("book", "as_of", "period", "calendar", "unit", "kind", "fail_on", *COMMON)
RETURNS = ("book", "as_of", "period", "calendar", "unit", "kind", *COMMON)
_CHOSEN = ("select", "ignore", "register", "fail_on", "baseline", "write_baseline")
CHECKING = ("book", "as_of", *_CHOSEN, "examples", "statistics", "hashes", "values", *COMMON)
RULES = COMMON


class Request(NamedTuple):
    """What was asked for, as it was written; what was not written is None, () or False.

    ``words`` are those that stand alone, without an option before them.
    """

    words: Sequence[str] = ()
    book: str | None = None
    as_of: str | None = None
    on: str | None = None
    period: str | None = None
    calendar: str | None = None
    every: str | None = None
    unit: str | None = None
    by: str | None = None
    kind: Sequence[str] = ()
    basis: str | None = None
    vs: str | None = None
    target: str | None = None
    window: str | None = None
    criteria: bool = False
    fail_on: str | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    register: Sequence[str] = ()
    examples: str | None = None
    statistics: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    hashes: bool = False
    format: str | None = None
    output: str | None = None
    lang: str | None = None
    values: bool = False
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    version: bool = False
    help: bool = False

    def given(self) -> dict[str, Any]:
        """Return what was written."""
        return {name: value for name, value in self._asdict().items() if value}


def with_options(callback: Callable[..., None]) -> Callable[..., None]:
    """Give a callback of Typer all the options."""
    kind = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter(name, kind, default=False if option.metavar is None else None, annotation=option.annotation)
        for name, option in OPTIONS.items()
    ]
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return callback

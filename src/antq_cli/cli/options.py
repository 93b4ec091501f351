"""The options: each is declared once, with what it takes. Reading, help and completion follow the declaration."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from antq_cli.cli.shells import SHELLS
from antq_cli.cli.usage import usage
from antq_cli.core.calendars import EVERY, Every
from antq_cli.core.exits import FAIL_ON, FailOn
from antq_cli.core.findings import BOOK
from antq_cli.core.names import REGISTER_NAMES
from antq_cli.core.ordering import BACK, SORTINGS, Order
from antq_cli.render.writers import FORMATS
from antq_cli.words.speech import LANGUAGES, PSEUDO, Speech

if TYPE_CHECKING:
    from antq_cli.cli.opening import Opening  # it opens books: who asks for help needs none

# The word that asks for help, of whatever follows it.
HELP = "help"
_LONGEST_NUMBER = 9  # digits


def _as_written(written: str, _flag: str) -> str:
    """Take a value whose meaning depends on the book: what it says is judged where the book is open."""
    return written


def _is_number(written: str) -> bool:
    # int() alone reads 1_000, +5, blanks at the ends and the digits of other scripts as well.
    return written.isascii() and written.isdigit() and len(written) <= _LONGEST_NUMBER


def _number(written: str, flag: str) -> int:
    if not _is_number(written):
        raise usage("U027", value=written, option=flag)
    return int(written)


def _positive(written: str, flag: str) -> int:
    if not _is_number(written) or int(written) == 0:
        raise usage("U051", value=written, option=flag)
    return int(written)


def _order(written: str, _flag: str) -> Order:
    """Read an order: a word, and a minus before it for the other way round."""
    word = written.removeprefix(BACK)
    # The word as it is declared, for the type of a text is not that of the few words.
    return Order(next(each for each in SORTINGS if each == word), written != word)


def _hundredths(written: str, _flag: str) -> int:
    """Read a percentage of at most 100 % as hundredths of a percent."""
    from antq_cli.core.ratio import hundredths_of

    value = hundredths_of(written)
    if value is None:
        share = hundredths_of(f"{written}%")  # 0.95 is nearly always the 0.95 of a spreadsheet
        raise usage("U021", value=written, meant=[] if share is None else [f"{share}%"])
    return value


def _day(written: str, _flag: str) -> date:
    from antq_cli.cli.days import day

    return day(written)


def _line(written: str, flag: str) -> str:
    """Read a text that is to be printed: what is no text of the system is written as an escape."""
    if not written.strip():
        raise usage("U003", value=flag, command="antq report")
    return written.encode("utf-8", "backslashreplace").decode()


def _cell(written: str, flag: str) -> str:
    from antq_cli.cli.entering import one_line  # only who enters something pays for it

    return one_line(written, flag)


def _file(written: str, _flag: str) -> str | None:
    """Take the name of a file; a hyphen is stdout, which is where a result goes that is asked into no file."""
    return None if written == "-" else written


def _beginning(written: str, flag: str) -> str:
    """Read what a rule's code is or begins with; of no rule it is refused."""
    from antq_cli.checks.registry import registry

    code, codes = written.strip().upper(), [*registry()]
    if not code or not any(each.startswith(code) for each in codes):
        raise usage("U026", value=code, option=flag, allowed=codes)
    return code


class Value(NamedTuple):
    """What an option takes: what help calls it, the few words that it is one of, and how it is read.

    ``hidden`` words are taken as well and told to nobody, and each with what may stand ``before`` it; of
    ``listed`` values several may stand in one word, with commas between: codes, or the levels of a tree.
    ``read`` takes the text and the option's flag, and raises :class:`Refused`.
    """

    metavar: str
    choices: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    before: str = ""
    listed: bool = False
    read: Callable[[str, str], Any] = _as_written

    def is_word(self, written: str, choices: Sequence[str]) -> bool:
        """Return whether a text is one of the choices, or of the words that are not told."""
        return written.removeprefix(self.before) in (*choices, *self.hidden)


class Option(NamedTuple):
    """An option: its name in the request, how it is written, what it takes (None for a flag).

    Written several times ``many`` take all the values, and where there are some, in the commands ``of`` alone;
    ``later`` take the last one, as an alias has it that is written on; others are refused unless they say the same.
    """

    name: str
    flags: tuple[str, ...]
    value: Value | None = None
    many: bool = False
    later: bool = False
    of: tuple[str, ...] = ()

    def takes_several(self, path: str) -> bool:
        """Return whether a command takes several values of it."""
        return self.many and (not self.of or path in self.of)

    @property
    def metavar(self) -> str | None:
        """What help calls the value; None for a flag."""
        return self.value and self.value.metavar

    @property
    def annotation(self) -> Any:
        """What Typer makes the option of: the shape alone, for the value is read here."""
        import typer  # only who reads a line with it waits for it

        # A list also of what is taken once: Typer would keep the last of several and say nothing.
        type_: Any = bool if self.value is None else list[str] | None
        return Annotated[type_, typer.Option(*self.flags, metavar=self.metavar, show_default=False)]

    def about(self, path: str, speech: Speech) -> str:
        """What help says of the option where it is one of a command; of some commands it has more to say."""
        own = f"option.{self.name}.{path}"
        return speech.say(own if speech.knows(own) else f"option.{self.name}")

    def read(self, given: Any, choices: Sequence[str]) -> Any:
        """Make the request's value of all that was written; raises :class:`Refused` where one is not a choice."""
        if self.value is None:
            return given
        if not self.many:
            return self._read(given[-1], choices)
        listed = self.value.listed
        parts: Iterable[str] = (part for each in given for part in (each.split(",") if listed else [each]))
        return tuple(self._read(part, choices) for part in parts)

    def _read(self, written: str, choices: Sequence[str]) -> Any:
        assert self.value is not None
        flag = self.flags[-1]
        if choices and not self.value.is_word(written, choices):
            raise usage("U004", value=written, option=flag, allowed=list(choices))
        return self.value.read(written, flag)


_DATE, _PERIOD, _FILE = Value("DATE"), Value("PERIOD"), Value("FILE")
_CODE = Value("CODE", listed=True, read=_beginning)
_ORDER = Value("ORDER", SORTINGS, before=BACK, read=_order)
_WHEN, _COUNT, _TEXT = Value("DATE", read=_day), Value("N", read=_number), Value("TEXT", read=_cell)
# Why a household is not counted, and that it is again.
COUNTED_AGAIN = "counted"
# The codings of a text, and what separates its cells.
ENCODINGS = ("utf-8", "utf-16", "windows-1258")
SEPARATORS = ("comma", "semicolon", "tab")
_REASONS = ("absent", "vacant", "temporary", COUNTED_AGAIN)
OPTIONS = {
    option.name: option
    for option in (
        Option("book", ("-b", "--book"), Value("DIR"), later=True),
        Option("as_of", ("--as-of",), _DATE),
        Option("on", ("--on",), _DATE._replace(read=_day)),
        Option("period", ("--period",), _PERIOD),
        Option("calendar", ("--calendar",), Value("CALENDAR")),
        Option("every", ("--every",), Value("EVERY", EVERY)),
        Option("unit", ("--unit",), Value("UNIT"), many=True),
        Option("by", ("--by",), Value("LEVEL", listed=True)),
        Option("kind", ("--kind",), Value("KIND"), many=True),
        Option("basis", ("--basis",), Value("BASIS")),
        Option("vs", ("--vs",), _PERIOD),
        Option("sort", ("--sort",), _ORDER),
        Option("top", ("--top",), Value("N", read=_positive)),
        Option("below_target", ("--below-target",)),
        Option("columns", ("--columns",)),
        Option("fresh", ("--fresh",)),
        Option("target", ("--target",), Value("PERCENT", read=_hundredths)),
        Option("window", ("--window",), Value("YEAR")),
        Option("criteria", ("--criteria",)),
        Option("fail_on", ("--fail-on",), Value("SEVERITY", FAIL_ON)),
        Option("select", ("--select",), _CODE, many=True),
        Option("ignore", ("--ignore",), _CODE, many=True),
        Option("register", ("--register",), Value("REGISTER", (BOOK, *REGISTER_NAMES)), many=True),
        Option("examples", ("--examples",), Value("N", read=_number)),
        Option("statistics", ("--statistics",)),
        Option("baseline", ("--baseline",), _FILE),
        Option("write_baseline", ("--write-baseline",), _FILE),
        Option("hashes", ("--hashes",)),
        Option("format", ("-f", "--format"), Value("FORMAT", FORMATS), later=True),
        Option("output", ("-o", "--output"), _FILE._replace(read=_file), many=True, of=("report",)),
        Option("title", ("--title",), Value("TITLE", read=_line)),
        Option("template", ("--template",), Value("TEMPLATE")),
        Option("dated", ("--dated",), _DATE._replace(read=_day)),
        Option("force", ("--force",)),
        Option("strict", ("--strict",)),
        Option("if_changed", ("--if-changed",)),
        Option("measure", ("--measure",), Value("MEASURE")),
        Option("code", ("--code",), Value("OWN-CODE", read=_cell)),
        Option("called", ("--name",), _TEXT),
        Option("amount", ("--count",), _COUNT),
        Option("total", ("--total",), _COUNT),
        Option("first", ("--first",), _WHEN),
        Option("last", ("--last",), _WHEN),
        Option("participants", ("--participants",), _COUNT),
        Option("received", ("--received",), _WHEN),
        Option("established", ("--established",), _WHEN),
        Option("dissolved", ("--dissolved",), _WHEN),
        Option("members", ("--members",), _COUNT),
        Option("opened", ("--opened",), _WHEN),
        Option("closed", ("--closed",), _WHEN),
        Option("exempt", ("--exempt",), Value("REASON", read=_cell)),
        Option("number", ("-n", "--number"), Value("N", read=_positive)),
        Option("to", ("--to",), Value("UNIT")),
        Option("reason", ("--as",), Value("REASON", _REASONS)),
        Option("sheet", ("--sheet",), _TEXT),
        Option("source", ("--source",), _TEXT),
        Option("note", ("--note",), _TEXT),
        Option("into", ("--into",), _FILE),
        Option("mapping", ("--mapping",), _FILE),
        Option("save_mapping", ("--save-mapping",), _FILE),
        Option("cells", ("--range",), Value("CELLS")),
        Option("separator", ("--separator",), Value("SEPARATOR", SEPARATORS)),
        Option("compare", ("--compare",)),
        Option("partial", ("--partial",)),
        Option("check", ("--check",)),
        Option("diff", ("--diff",)),
        Option("mend", ("--mend",)),
        Option("dates", ("--dates",), Value("ORDER-OF-DAYS", ("dmy", "mdy", "serial"))),
        Option("encoding", ("--encoding",), Value("CODING", ENCODINGS)),
        Option("write", ("--write",)),
        Option("replace", ("--replace",)),
        Option("dry_run", ("--dry-run",)),
        Option("wait", ("--wait",), Value("SECONDS", read=_number)),
        Option("pending", ("--pending",)),
        Option("finish", ("--finish",), _FILE, many=True),
        Option("forget", ("--forget",)),
        Option("before", ("--before",), _DATE._replace(read=_day)),
        Option("all", ("--all",)),
        Option("excel", ("--excel",)),
        Option("lang", ("--lang",), Value("LANG", LANGUAGES, hidden=(PSEUDO,)), later=True),
        Option("values", ("--values",)),
        Option("quiet", ("-q", "--quiet")),
        Option("verbose", ("-v", "--verbose")),
        Option("no_cache", ("--no-cache",)),
        Option("debug", ("--debug",)),
        Option("version", ("-V", "--version")),
        Option("show_completion", ("--show-completion",), Value("SHELL", SHELLS)),
        Option("help", ("-h", "--help")),
    )
}
COMMON = ("book", "format", "output", "excel", "lang", "quiet", "verbose", "no_cache", "debug", "version", "help")
# What antq itself takes where it is not asked for a command; of the options that commands take, help tells there.
ALONE = ("version", "show_completion", "help")
_COUNTED = ("as_of", "period", "calendar", "unit", "by", "kind", "basis")
_ARRANGED = ("sort", "top")
COUNTING = (*_COUNTED, "vs", *_ARRANGED, "fresh", *COMMON)
ACTIVITIES = (*_COUNTED, "vs", "every", *_ARRANGED, *COMMON)
PLEDGES = (*_COUNTED, "vs", *_ARRANGED, "below_target", "fresh", *COMMON)
TREND = (*_COUNTED, "every", "columns", "fresh", *COMMON)
GAPS = (*_COUNTED, "target", *_ARRANGED, "fresh", *COMMON)
PLACES = ("on", *COMMON)
PERIODS = ("period", "calendar", *COMMON)
STANDARDS = ("as_of", "window", "unit", "by", "kind", "basis", *_ARRANGED, "fresh", "criteria", "fail_on", *COMMON)
OVERVIEW = (*_COUNTED, "vs", *_ARRANGED, "fresh", *COMMON)
CLAIMS = ("fail_on", *COMMON)
RECONCILE = ("as_of", "period", "calendar", "unit", "kind", "fail_on", *COMMON)
RETURNS = ("as_of", "period", "calendar", "unit", "by", "kind", *COMMON)
# Commands whose --by takes a kind of organisation as well.
BODIES = ("pledges summary", "pledges gaps", "standards summary")
_CHOSEN = ("select", "ignore", "register", "fail_on", "baseline", "write_baseline")
CHECKING = ("as_of", *_CHOSEN, "examples", "statistics", "hashes", "values", *COMMON)
RULES = CACHE = COMMON
# The word that asks `antq cache` to remove all entries.
CLEAR = "clear"
REPORT = (
    *("as_of", "period", "calendar", "vs", "unit", "by", "basis"),
    *("title", "template", "dated", "force", "strict", "if_changed", *COMMON),
)
# What every command takes that changes a book.
CHANGING = ("dry_run", "wait", "values")
_ENTERING = ("into", *CHANGING, *COMMON)
FORMATTING = ("check", "diff", "mend", "dates", "encoding", "write", "wait", "values", *COMMON)
SIGNING = ("kind", "on", "sheet", "partial", *_ENTERING)
_KEEPING = ("note", "replace", *_ENTERING)
KEEPING = {
    "returns": ("unit", "measure", "amount", "total", "on", "received", "sheet", "source", *_KEEPING),
    "activities": ("unit", "kind", "first", "last", "amount", "participants", "sheet", *_KEEPING),
    "teams": ("code", "kind", "unit", "established", "dissolved", "members", *_KEEPING),
    "organisations": ("code", "called", "kind", "unit", "opened", "closed", "exempt", *_KEEPING),
}
ARRIVING = ("number", "on", *_ENTERING)
MOVING = ("to", "on", *_ENTERING)
LEAVING = ("on", *CHANGING, *COMMON)
EXCLUDING = ("reason", "on", *_ENTERING)
_SHEETS = ("sheet", "cells", "encoding", "separator", "mapping", "save_mapping")
IMPORTING = (
    *(*_SHEETS, "on", "unit", "replace", "ignore", "into", "compare", "template"),
    *("write", "partial", "wait", "values", *COMMON),
)
# Of what is done within days.
FLOWING_IN = ("period", "calendar", *IMPORTING)
LOG = ("finish", "forget", "before", "all", "wait", "values", *COMMON)
UNDO = ("pending", *CHANGING, *COMMON)


class Request(NamedTuple):
    """What was asked for; what was not written is None, () or False, but of ``fail_on``: then errors count.

    ``command`` is its path. ``words`` are those that stand alone, without an option before them. ``book`` is opened
    when it is first needed. ``output`` are files, of which None is stdout. ``tree`` are the levels above that of
    ``by``, once it is known which are meant. Days, periods and names are as they were written wherever their meaning
    depends on the book, or a sentence quotes them; ``target`` is in hundredths of a percent.
    """

    book: "Opening"
    command: str = ""
    words: Sequence[str] = ()
    as_of: str | None = None
    on: date | None = None
    period: str | None = None
    calendar: str | None = None
    every: Every | None = None
    unit: Sequence[str] = ()
    by: str | None = None
    tree: Sequence[str] = ()
    kind: Sequence[str] = ()
    basis: str | None = None
    vs: str | None = None
    sort: Order | None = None
    top: int | None = None
    below_target: bool = False
    columns: bool = False
    fresh: bool = False
    target: int | None = None
    window: str | None = None
    criteria: bool = False
    fail_on: FailOn = "error"
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    register: Sequence[str] = ()
    examples: int | None = None
    statistics: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    hashes: bool = False
    format: str | None = None
    output: Sequence[str | None] = ()
    title: str | None = None
    template: str | None = None
    dated: date | None = None
    force: bool = False
    strict: bool = False
    if_changed: bool = False
    measure: str | None = None
    code: str | None = None
    called: str | None = None
    amount: int | None = None
    total: int | None = None
    first: date | None = None
    last: date | None = None
    participants: int | None = None
    received: date | None = None
    established: date | None = None
    dissolved: date | None = None
    members: int | None = None
    opened: date | None = None
    closed: date | None = None
    exempt: str | None = None
    number: int | None = None
    to: str | None = None
    reason: str | None = None
    sheet: str | None = None
    source: str | None = None
    note: str | None = None
    into: str | None = None
    mapping: str | None = None
    save_mapping: str | None = None
    cells: str | None = None
    separator: str | None = None
    compare: bool = False
    partial: bool = False
    check: bool = False
    diff: bool = False
    mend: bool = False
    dates: Literal["dmy", "mdy", "serial"] | None = None
    encoding: Literal["utf-8", "utf-16", "windows-1258"] | None = None
    write: bool = False
    replace: bool = False
    dry_run: bool = False
    wait: int | None = None
    pending: bool = False
    finish: Sequence[str] = ()
    forget: bool = False
    before: date | None = None
    all: bool = False
    excel: bool = False
    lang: str | None = None
    values: bool = False
    quiet: bool = False
    verbose: bool = False
    no_cache: bool = False
    debug: bool = False
    version: bool = False
    show_completion: str | None = None
    help: bool = False

    @property
    def file(self) -> str | None:
        """The file into which the result is to go, of a command that writes one; None is stdout."""
        return self.output[-1] if self.output else None

    @property
    def files(self) -> list[str]:
        """The files into which the result is to go."""
        return [name for name in self.output if name is not None]


def with_option(name: str, callback: Callable[..., None]) -> Callable[..., None]:
    """Give a callback of Typer an option."""
    import inspect  # who is helped, or completes a line, does without Typer

    option = OPTIONS[name]
    default = False if option.value is None else None
    one = inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=option.annotation)
    # Typer makes options of what inspection finds, here and in the annotations.
    callback.__signature__ = inspect.Signature([one])  # type: ignore[attr-defined]
    callback.__annotations__ = {name: one.annotation}
    return callback

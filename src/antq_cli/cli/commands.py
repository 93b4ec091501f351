"""The commands: their words, the options they take, their panel in the help, and the function that runs them."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from antq_cli.cli import options
from antq_cli.cli.options import Request
from antq_cli.core.ordering import SORTINGS
from antq_cli.render.writers import OF_COUNTS, OF_FINDINGS, OF_REPORTS, OF_RESULTS

if TYPE_CHECKING:
    from antq_cli.core.outcomes import Outcome  # its parts are models, which nobody needs to know the commands


# The commands beside those that count whose answer stands on the book alone.
_OF_THE_BOOK = ("claims", "reconcile", "check")


class Command(NamedTuple):
    """A command. Its ``function`` is loaded only when it is called; formats are those it can print.

    ``words`` is what the words are called that it takes beside its options, None if it takes none. What ``changes`` a
    book has one schema; ``named`` is what another one is called that several commands share.
    """

    path: str
    panel: str
    options: tuple[str, ...]
    function: str
    formats: tuple[str, ...] = OF_RESULTS
    words: str | None = None
    changes: bool = False
    named: str = ""

    @property
    def counts(self) -> bool:
        """Return whether it asks how many there are, and never for rows one by one."""
        return self.panel in ("count", "check")

    @property
    def schema(self) -> str:
        """What its JSON schema is called, ``antq/SCHEMA/1``: the path with hyphens, or what several share."""
        return "change" if self.changes else self.named or self.path.replace(" ", "-")

    def formats_of(self, *, statistics: bool) -> tuple[str, ...]:
        """Return the formats that the command can print; of counts by rule, those that do not list findings."""
        return tuple(each for each in self.formats if each in OF_COUNTS) if statistics else self.formats

    @property
    def orders(self) -> tuple[str, ...]:
        """Return in what orders its rows can be: what is compared with nothing has not changed."""
        return tuple(each for each in SORTINGS if each != "change" or "vs" in self.options)

    def remembered(self, request: Request) -> bool:
        """Return whether an answer may be remembered: what it stands on is the book, and it is for anybody to see.

        Rules need no book, a report asks git, and who looks for a fault in antq wants to see it happen.
        """
        if self.panel != "count" and self.path not in _OF_THE_BOOK:
            return False
        return not (request.no_cache or request.values or request.debug or request.output or request.write_baseline)

    def load(self) -> "Callable[[Request], Outcome]":
        """Import the module of the command and return the function: who does not run it does not wait for it."""
        module, _, name = self.function.partition(":")
        function: Callable[[Request], Outcome] = getattr(import_module(f"antq_cli.cli.{module}"), name)
        return function


COMMANDS = {
    command.path: command
    for command in (
        Command("summary", "count", options.OVERVIEW, "overview:run"),
        Command("pledges summary", "count", options.PLEDGES, "summaries:pledges"),
        Command("pledges trend", "count", options.TREND, "trends:pledges"),
        Command("pledges gaps", "count", options.GAPS, "gaps:pledges"),
        Command("teams summary", "count", options.COUNTING, "summaries:teams"),
        Command("models summary", "count", options.COUNTING, "summaries:models"),
        Command("activities summary", "count", options.ACTIVITIES, "summaries:activities"),
        Command("standards summary", "count", options.STANDARDS, "standards:run"),
        Command("returns summary", "count", options.RETURNS, "reporting:run"),
        Command("units", "count", options.PLACES, "places:run", words="UNIT"),
        Command("periods", "count", options.PERIODS, "periods:run"),
        Command("claims", "check", options.CLAIMS, "claims:run"),
        Command("reconcile", "check", options.RECONCILE, "reconcile:run"),
        Command("check", "check", options.CHECKING, "check:run", formats=OF_FINDINGS),
        Command("rules", "check", options.RULES, "rules:run", words="CODE"),
        Command("cache", "check", options.CACHE, "cache:run", words="CLEAR"),
        Command("pledges record", "keep", options.SIGNING, "pledging:record", words="CODES", changes=True),
        Command("pledges withdraw", "keep", options.SIGNING, "pledging:withdraw", words="CODES", changes=True),
        *(
            Command(f"{register} record", "keep", taken, "keeping:run", changes=True)
            for register, taken in options.KEEPING.items()
        ),
        Command("households add", "keep", options.ARRIVING, "households:add", words="AREA", changes=True),
        Command("households move", "keep", options.MOVING, "households:move", words="HOUSEHOLD", changes=True),
        Command("households leave", "keep", options.LEAVING, "households:leave", words="HOUSEHOLD", changes=True),
        Command("households exclude", "keep", options.EXCLUDING, "households:exclude", words="HOUSEHOLD", changes=True),
        Command("import returns", "keep", options.IMPORTING, "importing:run", words="FILE", named="import"),
        Command("import activities", "keep", options.FLOWING_IN, "importing:run", words="FILE", named="import"),
        Command("fmt", "keep", options.FORMATTING, "formatting:run", words="REGISTER", changes=True),
        Command("log", "keep", options.LOG, "log:run", words="ID"),
        Command("undo", "keep", options.UNDO, "undo:run", words="ID", changes=True),
        Command("report", "publish", options.REPORT, "report:run", formats=OF_REPORTS),
    )
}
GROUPS = tuple(dict.fromkeys(path.split()[0] for path in COMMANDS if " " in path))

"""`antq rules`."""

from antq_cli.checks.registry import registry
from antq_cli.cli.options import Request
from antq_cli.cli.usage import RULES as USAGE
from antq_cli.cli.usage import usage
from antq_cli.core.exits import Exit
from antq_cli.core.findings import Rule
from antq_cli.core.outcomes import Outcome
from antq_cli.core.ruled import Ruled


def run(request: Request) -> Outcome:
    """List the rules, those whose code begins as asked, or tell one in full; raises :class:`Refused` (U026, U030)."""
    rules = registry()
    if len(request.words) > 1:
        raise usage("U005", value=request.words[1])
    asked = "".join(request.words).upper()
    if asked in USAGE:
        raise usage("U030", value=asked)
    found: list[Rule] = [rule for code, rule in rules.items() if code.startswith(asked)]
    if not found:
        raise usage("U026", value=request.words[0], option="antq rules", allowed=[*rules])
    return Outcome("rules", Exit.OK, Ruled(found, asked in rules))

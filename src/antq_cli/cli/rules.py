"""`antq rules`."""

from collections.abc import Mapping

from antq_cli.checks.registry import registry
from antq_cli.cli.beside import beside
from antq_cli.cli.environment import language
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.exits import Exit
from antq_cli.core.findings import Rule
from antq_cli.core.outcomes import Outcome
from antq_cli.core.ruled import Ruled
from antq_cli.words.rules.usage import TEXTS
from antq_cli.words.speech import closest


def run(request: Request) -> Outcome:
    """List the rules, those whose code begins as asked, or tell one in full; raises :class:`Refused` (U026, U030)."""
    rules = registry()
    if len(request.words) > 1:
        raise usage("U005", value=request.words[1])
    asked = "".join(request.words).upper()
    found = [rule for code, rule in rules.items() if code.startswith(asked)]
    if not found and _of_command_lines(asked):
        raise usage("U030", value=request.words[0])
    if not found:
        raise usage("U026", value=request.words[0], option="antq rules", meant=_meant(asked, rules))
    book, notes = beside(request)
    lang = language(request.lang, book and book.lang)
    return Outcome("rules", Exit.OK, Ruled(found, asked in rules, lang), notes=notes, book=book)


def _meant(asked: str, rules: Mapping[str, Rule]) -> list[str]:
    """Return the rule whose code was mistyped, or whose name was written; of codes a neighbour is no advice."""
    code = asked.translate(str.maketrans("OIL", "011"))  # letters that are read for digits
    if code in rules:
        return [code]
    names = {rule.name: rule.code for rule in rules.values()}
    name = closest(asked.lower(), tuple(names))
    return [] if name is None else [names[name]]


def _of_command_lines(asked: str) -> bool:
    """Return whether some usage rule has a code that begins as asked; several rooms declare such rules."""
    return asked.startswith("U") and any(key.startswith(asked) for key in TEXTS)

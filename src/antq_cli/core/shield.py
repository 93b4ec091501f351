"""What of a finding may be shown: decided here and nowhere else, before any format sees it.

A finding says itself where it names a household (``restricted``). Beside that nothing is shown that looks as if it were
about a person: not the cell, nor a key, a sentence or a suggestion, nor the line that holds it. What is withheld is
left as a :class:`Withheld` without its text.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from antq_cli.core.cells import COUNT
from antq_cli.core.findings import PERSONAL_COLUMN, Finding, Shown, Withheld
from antq_cli.core.personal import holds_number, holds_personal, may_hold_numbers, names_somebody, prefixes_of

# Where nine digits are a count, and nobody's.
_COUNTS = ("count", "total")
_GONE = Withheld()


class Shield:
    """What stands between findings and who reads them.

    ``units`` are the codes of units, with which other codes begin; None where nobody knows them. ``values`` says that
    what is withheld was asked for: then only the lines that hold somebody's name or number are left out.
    """

    def __init__(self, units: Collection[str] | None = None, *, values: bool = False) -> None:
        self._known = units is not None
        self._prefixes = prefixes_of(units or ())
        self._values = values

    def over(self, line: Sequence[Finding], *, exposed: bool = False) -> Iterator[Finding]:
        """Yield the findings on one line of a file with all marked that may not be shown.

        What a rule of privacy found on the line may stand in none of the others; ``exposed`` says that a column of the
        file is personal, so that its rows are not shown.
        """
        of_cells = (found for found in line if found.rule.stage == "privacy" and found.rule.code != PERSONAL_COLUMN)
        secrets = {found.cell for found in of_cells if found.cell}
        hidden = bool(secrets) or (exposed and line[0].place.line > 1)
        for found in line:
            marked = self._marked(found, secrets)
            yield marked._replace(excerpt=None) if hidden else marked

    def shown(self, found: Finding) -> Shown:
        """Return a finding without what is marked, or with it where that was asked for."""
        return _opened(found) if self._values else _closed(found)

    def _marked(self, found: Finding, secrets: Collection[str]) -> Finding:
        column = found.values.get("column")
        named = isinstance(column, str) and names_somebody(column)  # a header may be a row that has lost its own
        texts = [found.cell or "", found.key, *(text for value in found.values.values() for text in self._texts(value))]
        if not (named or secrets or may_hold_numbers("\n".join(texts))):
            return found  # as nearly all are
        tells = partial(self._tells, secrets)
        counted = column in _COUNTS and COUNT.fullmatch(found.cell or "") is not None
        told = found.cell is not None and not counted and tells(found.cell)
        values = {name: self._value(value, secrets) for name, value in found.values.items()}
        if counted and found.values.get("value") == found.cell:
            values["value"] = found.cell  # the cell in a sentence is no other than the cell
        values |= {"column": Withheld(column)} if named else {}
        subject = found.subject
        if subject is not None and tells(subject.key):
            subject = subject._replace(restricted=True)
        return found._replace(values=values, restricted=found.restricted or named or told, subject=subject)

    def _texts(self, value: object) -> Sequence[str]:
        """Return the texts that a value shows; of codes in a list nobody can say what they are who knows no units."""
        if isinstance(value, str):
            return (value,)
        if self._known and isinstance(value, (list, tuple)):
            return [each for each in value if isinstance(each, str)]
        return ()

    def _value(self, value: object, secrets: Collection[str]) -> object:
        """Return a value with what tells of somebody marked; the values of findings are lists of texts at most."""
        texts = self._texts(value)
        if not any(self._tells(secrets, text) for text in texts):
            return value
        marked = [Withheld(text) if self._tells(secrets, text) else text for text in texts]
        return marked[0] if isinstance(value, str) else marked

    def _tells(self, secrets: Collection[str], text: str) -> bool:
        return any(secret in text for secret in secrets) or holds_number(text, self._prefixes)


def _closed(found: Finding) -> Shown:
    """Return a finding without what is withheld."""
    values = {name: _replaced(value, lambda _: _GONE) for name, value in found.values.items()}
    if found.restricted:
        values |= dict.fromkeys(("value", "key") if "key" in values else ("value",), _GONE)
    subject, excerpt = found.subject, found.excerpt
    if subject is not None and subject.restricted:
        subject = subject._replace(key=_GONE)
    if excerpt is not None and (found.restricted or holds_personal(excerpt)):
        excerpt = _GONE
    cell = _GONE if found.restricted or isinstance(found.cell, Withheld) else found.cell
    return Shown(found._replace(values=values, cell=cell, excerpt=excerpt, subject=subject))


def _opened(found: Finding) -> Shown:
    """Return a finding with what is withheld as any other text."""
    values = {name: _replaced(value, str) for name, value in found.values.items()}
    return Shown(found._replace(values=values, cell=None if found.cell is None else str(found.cell)))


def _replaced(value: object, replace: Callable[[str], str]) -> object:
    """Return a value with another in the place of what is withheld, also in a list."""
    if isinstance(value, Withheld):
        return replace(value)
    if isinstance(value, list) and any(isinstance(each, Withheld) for each in value):
        return [_replaced(each, replace) for each in value]
    return value

"""What of a finding may be shown: decided here and nowhere else, before any format sees it.

A finding says itself where it names a household (``restricted``). Beside that nothing is shown that looks as if it were
about a person: not the cell, nor a key, a sentence or a suggestion, nor the line that holds it. What is withheld is
left as a :class:`Withheld` without its text.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from antq_cli.core.cells import COUNT
from antq_cli.core.findings import PERSONAL_COLUMN, Finding, Shown, Withheld
from antq_cli.core.personal import holds_number, holds_personal, may_hold_numbers, names_somebody, prefixes_of
from antq_cli.core.values import Named

# Where nine digits are a count, and nobody's.
_COUNTS = ("count", "total")
# Where the code of something else stands, and that of a household may stand by mistake; or in the id of a figure.
_CODES = frozenset({"code", "unit", "host", "subject", "parent", "from", "to", "id", "area"})
_WORD = re.compile(r"[A-Za-z0-9-]+")
_NUMBER = re.compile(r"[0-9]{0,4}")
_FIGURE = re.compile(r"@([A-Za-z0-9-]+)")
_GONE = Withheld()
_LISTS = 64  # are remembered at a time


class Shield:
    """What stands between findings and who reads them.

    ``units`` are the codes of units, with which other codes begin; None where nobody knows them. ``values`` says that
    what is withheld was asked for: then only the lines that hold somebody's name or number are left out.
    ``names_household`` says whether a code is that of a household and of nothing else.
    """

    def __init__(
        self,
        units: Collection[str] | None = None,
        *,
        values: bool = False,
        names_household: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._names_household = names_household
        self._known = units is not None
        self._prefixes = prefixes_of(units or ())
        self._values = values
        # Lists by their identity, which holds as long as they are here, and what became of them.
        self._seen: dict[int, tuple[Sequence[object], Sequence[object]]] = {}

    def over(self, line: Sequence[Finding], *, exposed: bool = False) -> Iterator[Finding]:
        """Yield the findings on one line of a file with all marked that may not be shown.

        What a rule of privacy found on the line may stand in none of the others; ``exposed`` says that a column of the
        file is personal, so that its rows are not shown.
        """
        of_cells = (found for found in line if found.rule.stage == "privacy" and found.rule.code != PERSONAL_COLUMN)
        secrets = {found.cell for found in of_cells if found.cell}
        # The header of such a file names columns, and nobody.
        hidden = bool(secrets) or (exposed and line[0].place.line > 1)
        for found in line:
            marked = self._misplaced(self._marked(found, secrets))
            yield marked._replace(excerpt=None) if hidden else marked

    def shown(self, found: Finding) -> Shown:
        """What may be seen of a finding; also what is marked in it, where ``values`` were asked for."""
        return _opened(found) if self._values else Shown(self._unnamed(_closed(found)))

    def _misplaced(self, found: Finding) -> Finding:
        """Return a finding with the code of a household marked that stands where that of something else should."""
        cell = found.cell or ""
        texts = (cell, *map(str, found.values.values())) if "@" in cell else ()
        codes = {code for text in texts for code in _FIGURE.findall(text)}
        codes |= {cell} if cell and found.values.get("column") in _CODES else set()
        told = {code for code in codes if self._names_household(code)}
        if not told:
            return found
        return _with_marked(found, lambda text: not told.isdisjoint(_WORD.findall(text)))._replace(restricted=True)

    def _unnamed(self, found: Finding) -> Finding:
        """Return a finding without the name of a file, and without a line of it, that tells of a household."""
        if found.excerpt is not None and any(map(self._surely_names, _WORD.findall(found.excerpt))):
            found = found._replace(excerpt=_GONE)
        path = found.place.path
        folder, _, name = path.rpartition("/")
        stem = name.partition(".")[0]
        if not self._surely_names(stem):
            return found
        place = found.place._replace(path=f"{folder}{'/' if folder else ''}…{name[len(stem) :]}")
        marked = _with_marked(found, lambda text: text == stem.lower() or text.startswith(path))
        return _closed(marked._replace(place=place))

    def _surely_names(self, word: str) -> bool:
        """Return whether a word that need not be a code names a household; a year or a count does not."""
        return not _NUMBER.fullmatch(word) and self._names_household(word)

    def _marked(self, found: Finding, secrets: Collection[str]) -> Finding:
        column = found.values.get("column")
        named = isinstance(column, str) and names_somebody(column)  # a header may be a row that has lost its own
        lists = {name: self._listed(value) for name, value in found.values.items() if isinstance(value, (list, tuple))}
        texts = _texts_of(found)
        if not (named or secrets or may_hold_numbers("\n".join((found.cell or "", found.key, *texts.values())))):
            return found._replace(values={**found.values, **lists}) if lists else found
        tells = partial(self._tells, secrets)
        counted = column in _COUNTS and COUNT.fullmatch(found.cell or "") is not None
        told = found.cell is not None and not counted and tells(found.cell)
        withheld = {name: Withheld(text) for name, text in texts.items() if tells(text)}
        if counted and found.values.get("value") == found.cell:
            withheld.pop("value", None)  # the cell in a sentence is no other than the cell
        if named:
            withheld["column"] = Withheld(column)
        subject = found.subject
        if subject is not None and tells(subject.key):
            subject = subject._replace(restricted=True)
        restricted = found.restricted or named or told
        return found._replace(values={**found.values, **lists, **withheld}, restricted=restricted, subject=subject)

    def _listed(self, several: Sequence[object]) -> Sequence[object]:
        """Return a list with what tells of somebody marked: codes of units that are none, before they are suggested.

        Who knows no units cannot say. The same list is in very many findings, so what became of it is remembered.
        """
        if not self._known:
            return several
        if id(several) not in self._seen:
            if len(self._seen) == _LISTS:
                self._seen.clear()
            marked = [Withheld(each) if isinstance(each, str) and self._tells((), each) else each for each in several]
            changed = any(isinstance(each, Withheld) for each in marked)
            self._seen[id(several)] = several, marked if changed else several
        return self._seen[id(several)][1]

    def _tells(self, secrets: Collection[str], text: str) -> bool:
        return any(secret in text for secret in secrets) or holds_number(text, self._prefixes)


def _texts_of(found: Finding) -> dict[str, str]:
    """Return the values that a finding says as they are written: texts, and what it names with its id."""
    return {
        name: f"{value.vi or value.en} ({value.id})" if isinstance(value, Named) else value
        for name, value in found.values.items()
        if isinstance(value, (str, Named))
    }


def _with_marked(found: Finding, tells: Callable[[str], bool]) -> Finding:
    """Return a finding with those of its texts marked that tell of a household, its cell apart."""
    texts = _texts_of(found)
    withheld = {name: Withheld(text) for name, text in texts.items() if tells(text)}
    subject = found.subject
    if subject is not None and tells(subject.key):
        subject = subject._replace(restricted=True)
    return found._replace(values={**found.values, **withheld}, subject=subject)


def _closed(found: Finding) -> Shown:
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
    values = {name: _replaced(value, str) for name, value in found.values.items()}
    return Shown(found._replace(values=values, cell=None if found.cell is None else str(found.cell)))


def _replaced(value: object, replace: Callable[[str], str]) -> object:
    """Return a value with another in the place of what is withheld, also in a list."""
    if isinstance(value, Withheld):
        return replace(value)
    if isinstance(value, list) and any(isinstance(each, Withheld) for each in value):
        return [_replaced(each, replace) for each in value]
    return value

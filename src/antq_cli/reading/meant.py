"""Names where codes should stand: of what unit a name is, so that its code can be told."""

import re
from collections.abc import Callable, Iterable, Iterator

from antq_cli.core.findings import Finding
from antq_cli.core.folding import as_heading
from antq_cli.reading.tables import Table

# The columns in which the code of a unit may stand.
_OF_UNITS = frozenset({"parent", "from", "to", "area", "unit", "pledger", "subject"})
# What a unit is, in front of its name, as headings are folded.
_KIND = re.compile("thitran|phuong|xa|huyen|quan|tinh|thanhpho|thon|ban|khupho|khudancu|todanpho|tieukhu")
_MOST = 3  # of the same name are told


def with_codes(findings: Iterable[Finding], units: Callable[[], Table]) -> Iterator[Finding]:
    """Yield findings; those on a cell that is no code but the name of a unit with the code that was meant."""
    names: dict[str, list[str]] | None = None
    for found in findings:
        if found.rule.code == "D101" and found.values.get("column") in _OF_UNITS:
            names = _names(units()) if names is None else names
            meant = names.get(_bare(found.cell or ""), [])[: _MOST + 1]
            yield found._replace(values={**found.values, "meant": meant if len(meant) <= _MOST else []})
        else:
            yield found


def _names(units: Table) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for code, name in units.cells("code", "name"):
        codes = names.setdefault(_bare(name), [])
        codes += [] if code in codes else [code]
    return names


def _bare(name: str) -> str:
    """Return a name without diacritics, blanks and what the unit is."""
    whole = as_heading(name)
    found = _KIND.match(whole)
    return whole[found.end() :] if found and found.end() < len(whole) else whole

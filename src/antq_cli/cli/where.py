"""Which units are counted: by code, by name or by a pattern on the basis, else the top."""

from collections.abc import Collection, Iterable, Sequence

from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import Timing
from antq_cli.core.findings import Refused
from antq_cli.core.folding import read
from antq_cli.core.outcomes import Note
from antq_cli.core.patterns import ANYTHING
from antq_cli.core.registers import Unit
from antq_cli.counting.dataset import Dataset
from antq_cli.units.daymap import DayMap
from antq_cli.words.speech import closest

_MOST_NAMED = 6  # units are named in one sentence


# How like the name of a unit another text has to be to be taken for it: nearly all names here begin alike.
_ALIKE = 0.85


def unit(dataset: Dataset, when: Timing, asked: Sequence[str]) -> tuple[int, list[Note]]:
    """Return the one unit to count, as :func:`units` does; raises :class:`Refused` where several are meant (U034)."""
    found, notes = units(dataset, when, asked)
    if len(found) == 1:
        return found[0], notes
    if len(set(asked)) == 1:
        map_ = dataset.map(when.basis)
        raise usage("U020", value=asked[0], day=map_.day, units=few(_described(map_, number) for number in found))
    first, *_, last = dict.fromkeys(asked)
    raise usage("U034", value=last, first=first, option="--unit")


def units(dataset: Dataset, when: Timing, asked: Sequence[str]) -> tuple[list[int], list[Note]]:
    """Return the units to count, by code, name or pattern on the basis, else the top; and how names were read.

    They stand in the order asked, those of a pattern by code, each once. Raises :class:`Refused` (U007 unknown,
    U011 no top, U020 several of the name).
    """
    # Of every day that comes into it, the top has to be there: it may have opened after the one to compare with.
    for each in (when.as_of, when.basis, when.vs.last if when.vs else when.as_of):
        if dataset.map(each).top is None:
            raise usage("U011", value=dataset.manifest.campaign.top, day=each)
    map_ = dataset.map(when.basis)
    if not asked:
        assert map_.top is not None
        return [map_.top], []
    found: list[int] = []
    notes: list[Note] = []
    for written in asked:
        several, said = _patterned(map_, written) if ANYTHING in written else one(map_, written)
        found, notes = [*found, *several], [*notes, *said]
    return list(dict.fromkeys(found)), notes


def units_of(dataset: Dataset, when: Timing, request: Request) -> tuple[list[int], list[Note]]:
    """Return the units to count, as :func:`units` does; one alone where organisations are listed (U034)."""
    if request.by is None or dataset.manifest.is_level(request.by):
        return units(dataset, when, request.unit)
    number, notes = unit(dataset, when, request.unit)
    return [number], notes


def one(map_: DayMap, asked: str) -> tuple[list[int], list[Note]]:
    """Return the one unit of a map that has a code or a name, and how it was read; raises :class:`Refused`."""
    found = map_.unit(asked)
    number, notes = (found, []) if found is not None else _named(map_, asked)
    return [number], notes


def _patterned(map_: DayMap, asked: str) -> tuple[list[int], list[Note]]:
    """Return the units of a pattern by code; raises :class:`Refused` where there are none (U007)."""
    from antq_cli.units.names import matching  # who asks for no pattern does not need it

    units = map_.atlas.units
    told = matching(asked, {number: units[number] for number in map_.paths})
    if not told.found:
        raise _unknown(map_, asked, told.suggested)
    seen = told.normalised
    notes = [] if seen is None else [Note("talk.read-as", {"value": asked, "read": seen})]
    return sorted(told.found, key=lambda number: units[number].code), notes


def _unknown(map_: DayMap, asked: str, suggested: Iterable[int]) -> Refused:
    """Return the refusal of what no unit is called, with what is suggested, each with its kind."""
    named = [map_.atlas.units[number] for number in suggested]
    if not named:  # a letter too many, or another one
        open_ = [map_.atlas.units[number] for number in map_.paths]
        names = {called.lower(): unit.name for unit in open_ for called in (unit.name, _with_kind(unit))}
        near = closest(asked.lower(), tuple(names), _ALIKE)
        named = [unit for unit in open_ if near is not None and unit.name == names[near]]
    meant = few(sorted({f"{_with_kind(unit)} ({unit.code})" for unit in named}))
    return usage("U007", value=asked, day=map_.day, meant=meant)


def _with_kind(unit: Unit) -> str:
    """Return the name of a unit behind its kind, unless the name begins with it."""
    kind = unit.kind or ""
    return unit.name if unit.name.casefold().startswith(kind.casefold()) else f"{kind} {unit.name}"


def nearest(map_: DayMap, asked: Collection[int]) -> list[Note]:
    """Return that rows stand under the nearer of two units, if one of those asked for lies in another one."""
    within = any(not set(asked).isdisjoint(map_.paths[unit][1:]) for unit in asked)
    return [Note("talk.nearest")] if within else []


def few(told: Iterable[str]) -> list[str]:
    """The first six of what may be many, and an ellipsis where there are more: they go into one sentence."""
    several = list(told)
    return [*several[:_MOST_NAMED], *(["…"] if several[_MOST_NAMED:] else [])]


def _named(map_: DayMap, asked: str) -> tuple[int, list[Note]]:
    from antq_cli.units.names import Ladder  # who names a unit by its code does not need it

    # A code that was pasted with something unseen in it is a code all the same.
    if (number := map_.unit(read(asked))) is not None:
        return number, []
    units = {number: map_.atlas.units[number] for number in map_.paths}
    ladder = Ladder(units)
    told = ladder.match(asked)
    if len(told.found) == 1:
        seen = told.normalised
        return told.found[0], [] if seen is None else [Note("talk.read-as", {"value": asked, "read": seen})]
    if told.found:
        raise usage("U020", value=asked, day=map_.day, units=sorted(_described(map_, number) for number in told.found))
    # A number alone is a part of far too many names: Thôn 1, Thôn 10, Thôn 11.
    raise _unknown(map_, asked, told.suggested or (ladder.parts(asked) if any(map(str.isalpha, asked)) else ()))


def _described(map_: DayMap, number: int) -> str:
    """Return the code of a unit, with its kind and what it lies in, which is what tells units of one name apart."""
    units = map_.atlas.units
    above = [units[each].name for each in map_.paths[number][1:2]]
    return f"{units[number].code} ({', '.join(filter(None, (units[number].kind, *above)))})"

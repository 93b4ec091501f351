"""What of the manifest somebody means: levels and kinds by their ids, or by their names in either language."""

from collections.abc import Callable, Iterable, Sequence

from antq_cli.cli.usage import usage
from antq_cli.core.folding import fold
from antq_cli.core.manifest import Manifest
from antq_cli.core.values import Named
from antq_cli.words.speech import LANGUAGES, speech


def level(written: str, manifest: Manifest) -> str:
    """Return the one level that is meant; raises :class:`Refused` (U004, of several U034)."""
    first, *others = levels(written, manifest)
    if others:
        raise usage("U034", value=others[-1], first=first, option="--by")
    return first


def levels(written: str, manifest: Manifest, *, bodies: bool = False) -> list[str]:
    """Return the levels that are meant, from the top down, each once, or with ``bodies`` the one kind of organisation.

    What is written is one, the names of which may have commas in them, or several levels with commas between. Raises
    :class:`Refused` (U004).
    """
    choices = [Named(each.id, each.vi, each.en) for each in manifest.levels]
    others = _kinds(manifest, "organisations") if bodies else []
    whole = _found(written, choices) or _found(written, others)
    parts = [part.strip() for part in written.split(",")]
    if whole is not None or len(parts) == 1 or not all(parts):
        return [whole or _meant(written, "--by", [*choices, *others])]
    return sorted({_meant(part, "--by", choices) for part in parts}, key=manifest.depth)


def calendar(written: str, manifest: Manifest) -> str:
    """Return the calendar that is meant; raises :class:`Refused` (U004)."""
    return _meant(written, "--calendar", [_calendar(manifest, id_) for id_ in manifest.calendar_ids])


def _calendar(manifest: Manifest, id_: str) -> Named:
    """Return a calendar with its names; that of everybody has some where the manifest does not declare it."""
    if id_ not in manifest.calendars:
        return Named(id_, *(speech(lang).say("calendar.civil") for lang in LANGUAGES))
    return Named(id_, *manifest.names_of(id_))


def kinds(written: Iterable[str], manifest: Manifest, families: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that are meant, in whichever of some families they are; raises :class:`Refused` (U004)."""
    several = list(written)
    declared = [each for family in families for each in _kinds(manifest, family)] if several else []
    return tuple(dict.fromkeys(_meant(each, "--kind", declared) for each in several))


def measures(written: Iterable[str], manifest: Manifest, families: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the kinds that are meant, by their families: of one measure, or of every family that has the kind.

    Raises :class:`Refused` (U004).
    """
    of_family = {family: _kinds(manifest, family) for family in families}
    kinds = [kind for family in families for kind in of_family[family]]
    named = [kind._replace(id=f"{family}.{kind.id}") for family in families for kind in of_family[family]]
    found: dict[str, dict[str, None]] = {}
    for each in written:
        family, dot, _ = each.partition(".")
        meant = _meant(each, "--kind", named if dot and family in of_family else kinds)
        for measure in (kind.id for kind in named):
            family, _, kind_ = measure.partition(".")
            if meant in (measure, kind_):
                found.setdefault(family, {})[kind_] = None
    return {family: tuple(ids) for family, ids in found.items()}


def _kinds(manifest: Manifest, family: str) -> list[Named]:
    """Return the kinds of a family, with the names that they have by themselves where the manifest gives none.

    A kind of subject has also those by which a regime calls it.
    """
    kinds = manifest.kinds(family).items()
    regimes = manifest.regimes.values() if family == "standards" else ()
    named = [(id_, judged.vi, judged.en) for regime in regimes for id_, judged in regime.subjects.items()]
    return [
        *(Named(id_, vi, en) for id_, vi, en in named if (vi or en) and id_ in dict(kinds)),
        *(
            Named(id_, *(speech(lang).kind(f"{family}.{id_}", kind.vi, kind.en) for lang in LANGUAGES))
            for id_, kind in kinds
        ),
    ]


def _meant(written: str, option: str, choices: Sequence[Named]) -> str:
    """Return the id of the one choice that is written: by its id, else by a name, else by a part that no other has.

    Case and the place of a tone make no difference; without its diacritics a name is only suggested.
    """
    found = _found(written, choices)
    if found is not None:
        return found
    allowed = list({each.id: each for each in choices}.values())
    raise usage("U004", value=written, option=option, allowed=allowed)


def _found(written: str, choices: Sequence[Named]) -> str | None:
    # A form in which it is several decides nothing; the next one may.
    for forms in (_id, _names, _parts):
        found = {each.id for each in choices if fold(written) in forms(each)}
        if len(found) == 1:
            return found.pop()
    return None


_Forms = Callable[[Named], set[str]]


def _id(choice: Named) -> set[str]:
    return {fold(choice.id)}


def _names(choice: Named) -> set[str]:
    return {fold(name) for name in (choice.vi, choice.en) if name}


def _parts(choice: Named) -> set[str]:
    """Return what stands between the commas of the names, without the word for a level in front."""
    parts = {part.strip() for name in _names(choice) for part in name.split(",")}
    return parts | {part.removeprefix(_LEVEL) for part in parts}


_LEVEL = "cấp "

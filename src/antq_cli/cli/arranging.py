"""Which units of a level are wanted, as a line says it: `--sort`, `--top`, `--below-target`."""

from typing import TypeVar

from antq_cli.cli.options import OPTIONS, Request
from antq_cli.cli.usage import usage
from antq_cli.core.ordering import Arrangement
from antq_cli.core.values import Said

Found = TypeVar("Found")


def arrangement(request: Request, *, rows: bool = True) -> Arrangement:
    """Return how the units are wanted.

    Raises :class:`Refused` where there are no ``rows`` of units (U045), or nobody says since when they changed (U050).
    """
    asked = Arrangement(request.sort, request.top, request.below_target)
    if asked.asked and not rows:
        raise usage("U045", value=_written(request), instead=Said("instead", "by"))
    if asked.by.by == "change" and request.vs is None:
        raise usage("U050", value=_written(request))
    return asked


def can_be_arranged(request: Request, *, several: bool) -> bool:
    """Return whether there are rows of units: of a level, or, if not the first of them alone, those asked for.

    Of two units that are asked for one may lie in the other: what the others come to could count it twice.
    """
    return request.by is not None or (several and request.top is None)


def ordered(found: Found | None, request: Request) -> Found:
    """Return what could be ordered; raises :class:`Refused` where nothing that is counted could order it (U045)."""
    if found is None:
        raise usage("U045", value=_written(request), instead=Said("instead", "rated"))
    return found


def _written(request: Request) -> str:
    """Return the flag for a refusal to quote: that which needs most comes first."""
    asked = {"top": request.top, "sort": request.sort, "below_target": request.below_target}
    return OPTIONS[next(name for name, value in asked.items() if value)].flags[-1]

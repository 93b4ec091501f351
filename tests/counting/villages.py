"""A district of two communes and three areas, whose registers the tests of counting fill in."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from tests.helpers import DAY, crosswalk, dataset_of, manifest, padded, units

UNITS = (
    "D,Huyện,district",
    "1,Xã Một,commune,D",
    "2,Xã Hai,commune,D",
    "1-1,Thôn 1,area,1",
    "1-2,Thôn 2,area,1",
    "2-1,Thôn 1,area,2",
)
HOUSEHOLD = "\n[pledges.household]\n"
RETURNED = '\n[pledges.household]\nsource = "returns"\n'
HEADERS = {
    "households": "household,area,joined,left,excluded",
    "organisations": "code,name,kind,unit,opened,closed,exempt",
    "pledges": "date,kind,pledger,event",
    "returns": "date,unit,measure,count,total,received,source",
    "teams": "code,kind,unit,established,dissolved,members",
    "models": "code,kind,unit,host,established,dissolved,members",
    "activities": "first,last,unit,kind,count,participants",
    "assessments": "date,subject,regime,window,result,decision",
    "claims": "id,figure,value,source",
    "directives": "number,date,issuer,title",
    "partners": "code,name,joined,left",
}


def village(
    kinds: str = HOUSEHOLD, *, extra: Iterable[str] = (), walk: Iterable[str] = (), **registers: Iterable[str]
) -> dict[str, str]:
    """The files of a book: its kinds, more units than the six, the crosswalk, and the lines of the registers."""
    closing = {line.partition(",")[0] for line in extra}
    kept = [line for line in UNITS if line.partition(",")[0] not in closing]
    files = {"antq.toml": manifest(kinds), "units": units(*kept, *extra)}
    if walk:
        files["crosswalk"] = crosswalk(*walk)
    return files | {name: padded(HEADERS[name], *lines) for name, lines in registers.items()}


def settled(folder: Path, kinds: str = HOUSEHOLD, **parts: Iterable[str]) -> Dataset:
    """What counting stands on, in the book of :func:`village`."""
    return dataset_of(folder, village(kinds, **parts))


def asking(folder: Path, kinds: str = HOUSEHOLD, **parts: Iterable[str]) -> Figures:
    """Any figure of the book of :func:`village`."""
    return Figures(settled(folder, kinds, **parts))


def top_of(figures: Figures, day: date = DAY) -> int:
    """The top of the map of a day."""
    top = figures.dataset.map(day).top
    assert top is not None
    return top


def pledged(*events: str, kind: str = "household") -> list[str]:
    """Lines of the journal from ``day pledger word``, where ``+`` is signed and ``-`` withdrawn."""
    words = {"+": "signed", "-": "withdrawn"}
    split = (event.split() for event in events)
    return [f"{day},{kind},{pledger},{words[word]}" for day, pledger, word in split]

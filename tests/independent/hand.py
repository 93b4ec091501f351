"""Books written by hand for the tests: a manifest of three levels, and registers given as text."""

from __future__ import annotations

from pathlib import Path

from tests.independent.books import write_book
from tests.independent.counter import Counter

HEADERS = {
    "units": "code,name,level,parent,opened,closed",
    "crosswalk": "event,date,from,to,part,act",
    "households": "household,area,joined,left,excluded",
    "organisations": "code,name,kind,unit,opened,closed,exempt",
    "pledges": "date,kind,pledger,event",
    "returns": "date,unit,measure,count,total",
    "teams": "code,kind,unit,established,dissolved,members",
    "models": "code,kind,unit,host,established,dissolved,members",
    "activities": "first,last,unit,kind,count,participants",
    "assessments": "date,subject,regime,window,result",
}
CAMPAIGN = (
    'schema = 1\n[campaign]\nid = "hand"\ntitle.vi = "Sổ"\ntitle.en = "By hand"\ntop = "39"\ndata = "synthetic"\n'
)
LEVELS = "".join(f'[[levels]]\nid = "{one}"\nvi = "-"\nen = "-"\n' for one in ("district", "commune", "area"))


def book(folder: Path, kinds: str, **registers: str) -> Counter:
    """A counter of registers given without their headers, one row after the other, parted by blanks."""
    texts = {"crosswalk": "", "households": ""} | registers
    files = {f"{name}.csv": "\n".join([HEADERS[name], *text.split(), ""]) for name, text in texts.items()}
    return Counter.open(write_book(folder, {"antq.toml": CAMPAIGN + LEVELS + kinds, **files}))

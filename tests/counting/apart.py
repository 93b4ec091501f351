"""Books whose households and pledges stand in files of every layout, with all that may be wrong with them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from hypothesis import strategies as st

from antq_cli.counting.large import heaps, workers
from antq_cli.counting.large import piecewise as counting
from antq_cli.reading import apart
from tests.cli.harness import Line, Ran, run
from tests.helpers import crosswalk, manifest, units

KINDS = """
[calendars]
year = { first = "11-01", vi = "Năm", en = "Year" }

[pledges.household]
target = "95%"

[pledges.registration]
subject = "household"
validity = { months = 2 }

[pledges.yearly]
subject = "household"
validity = { lapses = "year", calendar = "year" }

[pledges.area]

[pledges.organisation]

[teams.antt]
reach = "area"
"""
# 1-3 closes and goes into 1-2, which goes on: from then on that is another site. 2-2 closes and goes nowhere.
UNITS = units(
    "D,Huyện,district",
    "1,Xã Một,commune,D",
    "2,Xã Hai,commune,D",
    "1-1,Thôn 1,area,1",
    "1-2,Thôn 2,area,1",
    "1-3,Thôn 3,area,1,,2021-06-01",
    "2-1,Thôn 1,area,2",
    "2-2,Thôn 2,area,2,,2021-07-01",
    "2-3,Thôn 3,area,2,2021-03-01",
)
FILES = {
    "antq.toml": manifest(KINDS, campaign='as_of = 2021-08-31\nlang = "en"\n'),
    "units.csv": UNITS,
    "crosswalk.csv": crosswalk("2021-06-01,1-3,1-2,whole"),
    "organisations.csv": "code,name,kind,unit\nS1,Trường,school,1\nS2,Trường,school,2\n",
    "teams.csv": "code,kind,unit\nT1,antt,1-1\n",
    "claims.csv": "id,figure,value,source\nc,pledges.household@D:2021-08-31,5/7,x\n",
    "returns.csv": "date,unit,measure,count,total\n2021-08-31,1,pledges.household,3,4\n",
}
HEADERS = {
    "households": ["household,area,joined,left,excluded", "area,household,left,joined,note", "household,area"],
    "pledges": ["date,kind,pledger,event,sheet", "pledger,event,date,kind,note"],
}
GOOD = {
    # Those that differ in zeros and capitals; they lie between each other, however they are dealt out.
    "household": ["H-001", "H-002", "H-1", "h-002", "H-010", "H-3", "H-4", "H-5", "K-1", "K-2", "K-3", "0901234567"],
    "area": ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "1"],
    "joined": ["", "", "", "2021-02-01", "2021-06-15", "2021-05-01"],
    "left": ["", "", "", "2021-07-15", "2021-06-15"],
    "excluded": ["", "", "", "absent", "vacant"],
    "note": ["", "", "", "x", "Nguyễn Văn A", "O\u0300", "\u0430bc", " x"],
    "date": ["2021-03-01", "2021-04-10", "2021-05-31", "2021-08-31", "2021-09-01", "2030-01-01", "0001-01-01"],
    "kind": [*["household"] * 4, "registration", "yearly", "area", "organisation", "nobody"],
    "event": ["signed", "signed", "signed", "withdrawn"],
    "sheet": ["", "", "S-1"],
}
BAD = {
    "household": ["", "a b", '"q"', "é"],
    "area": ["", "9-9", "x y"],
    "joined": ["2021-1-1", "31/12/2021"],
    "left": ["2021-02-30"],
    "excluded": ["gone"],
    "note": ['"a,b"', '"a\nb"', "a\x01b"],
    "date": ["", "01/03/2021", "2021-13-01"],
    "kind": ["", "nobody", "a b"],
    "event": ["", "signs"],
    "sheet": ['"'],
}
LINES = [
    "pledges summary --by area -f json",
    "pledges summary --by commune,area --lang en",
    "pledges summary --kind registration --unit 1 -f json",
    "pledges summary --period 2021-Q2 --by commune -f csv",
    "pledges summary --period 2021-Q3 --vs 2021-Q2 -f json",
    "pledges summary --basis 2021-08-31 --as-of 2021-05-31 --by area -f json",
    "pledges summary --as-of 2021-03-01 --by school -f json",
    "pledges gaps --by area -f json",
    "pledges trend --every month --by area -f json",
    "teams summary -f json",
    "summary -f json",
    *["check -f json"] * 3,
    *["check --values --lang en"] * 2,
    "check --select D,X -f json",
    "claims -f json",
    "reconcile -f json",
]


@contextmanager
def larger_than(size: int) -> Iterator[None]:
    """Let no book be held whose bulk registers have so many bytes or more."""
    with mock.patch.object(apart, "LARGE", size):
        yield


def held(line: Line) -> Ran:
    """A run on a book that is held, however large it is."""
    with larger_than(1 << 60):
        return run(line)


def in_pairs(line: Line, *, scale: bool = False) -> Ran:
    """A run on a book that is counted pair by pair, however small it is, and however ill its files are paired."""
    few = mock.patch.object(counting, "PIECE", 1 << 60), mock.patch.object(counting, "_ALONE", 0)
    with larger_than(0), few[0], few[1], mock.patch.object(workers, "has_scale", return_value=scale):
        return run(line)


def in_heaps(line: Line, heap: int = 300) -> Ran:
    """A run on a book whose rows are dealt out in heaps of some bytes, however small it is, by the extra ``scale``."""
    few = mock.patch.object(heaps, "HEAP", heap), mock.patch.object(heaps, "SLICE", heap // 3)
    with larger_than(0), mock.patch.object(counting, "PIECE", -1), few[0], few[1]:
        return run(line)


def by_scale(line: Line) -> Ran:
    """The same as in pairs, by the extra ``scale``."""
    return in_pairs(line, scale=True)


WAYS = (in_pairs, by_scale, in_heaps)


def assert_same(folder: Path, line: str, *ways: Callable[[Line], Ran]) -> Ran:
    """See that a command says the same of a book in all ways, or in some, to the byte; return what it says."""
    line = f"-b {folder} {line}"
    one = held(line)
    for way in ways or WAYS:
        other = way(line)
        assert (one.code, one.stdout, one.stderr) == (other.code, other.stdout, other.stderr), (line, way)
    return one


# How much is wrong with a book: of nearly every second one everything can be read.
_FAULTS = st.sampled_from([0, 0, 0, 1, 4])


@st.composite
def rows(draw: st.DrawFn, name: str, faults: int) -> tuple[str, list[str]]:
    """The header and the lines of a file of a register."""
    header = draw(st.sampled_from(HEADERS[name]))
    columns = header.split(",")
    lines = []
    for _ in range(draw(st.integers(0, 9))):
        cells = [_cell(draw, column, faults) for column in columns]
        lines.append(",".join(cells))
    return header, lines


def _cell(draw: st.DrawFn, column: str, faults: int) -> str:
    cells = GOOD["household" if column == "pledger" else column]
    if column == "pledger":
        cells = [*cells, *cells, "H-404", "S1", "1-1"]
    if faults and draw(st.integers(0, 99)) < faults:
        return draw(st.sampled_from(BAD["household" if column == "pledger" else column]))
    return draw(st.sampled_from(cells))


@st.composite
def registers(draw: st.DrawFn, name: str, faults: int) -> dict[str, bytes]:
    """The files of a register: one of them, or several, of which some may have no fellow in the other register."""
    if draw(st.integers(0, 4)) == 0:
        paths = [f"{name}.csv"]
    else:
        stems = draw(st.lists(st.sampled_from(["1", "2", "3", "a (1)"]), min_size=1, max_size=3, unique=True))
        paths = [f"{name}/{stem}.csv" for stem in sorted(stems)]
    found = {}
    for path in paths:
        header, lines = draw(rows(name, faults))
        end = draw(st.sampled_from(["\n", "\n", "\n", "\r\n"]))
        raw = (draw(st.sampled_from(["", "", "", "\ufeff"])) + end.join([header, *lines, ""])).encode()
        if faults and draw(st.integers(0, 20)) == 0:
            at = draw(st.integers(0, len(raw)))
            raw = raw[:at] + draw(st.sampled_from([b"", b"\xff", b"\0", b'"', b"\r"])) + raw[at + 1 :]
        found[path] = raw
    return found


@st.composite
def books(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a book."""
    faults = draw(_FAULTS)
    files = {name: text.encode() for name, text in FILES.items()}
    for name in HEADERS:
        files |= draw(registers(name, faults))
    return files


def bytes_of(files: Mapping[str, Sequence[str]]) -> dict[str, bytes]:
    """Files, given as their lines, as bytes."""
    return {name: "\n".join([*lines, ""]).encode() for name, lines in files.items()}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """Write the files of a book into a folder."""
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder

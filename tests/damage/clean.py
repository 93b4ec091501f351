"""A small book without a fault, in which what matters stands twice: every total is a claim as well."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

from antq_cli.core.measures import parse_figure
from antq_cli.counting.asking import Figures, When
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import open_book

DAY = "2021-08-31"
AREAS = ("0101", "0102", "0201", "0202", "0301", "0302", "0401")
MANIFEST = """\
schema = 1

[campaign]
id = "damage"
title.vi = "Sổ thử để làm hỏng"
title.en = "A test book to be damaged"
top = "D"
data = "synthetic"
as_of = 2021-08-31
begins = 2021-01-01

[[levels]]
id = "district"

[[levels]]
id = "commune"

[[levels]]
id = "area"

[calendars]
calendar = "01-01"

[returns]
due = 10

[pledges.household]

[pledges.commune]

[pledges.student]
source = "returns"
grain = "commune"

[teams.antt]

[models.clan]

[activities.outreach]

[standards.area]

[regimes.tt]

[regimes.tt.subjects.area]
calendar = "calendar"
"""
UNITS = """\
code,name,level,parent,opened,closed
D,Huyện Đông Sơn,district,,,
01,Xã Đồi,commune,D,,
02,Xã Dân Lý,commune,D,,
03,Xã Quý Lộc,commune,D,,
04,Xã Định Tăng,commune,D,,2021-07-01
"""
COMMUNES = ("01", "02", "03", "04")
FIGURES = (
    *(f"pledges.household@{unit}:{DAY}" for unit in ("D", *AREAS)),
    *(f"{measure}@D:{DAY}" for measure in ("pledges.commune", "pledges.student", "teams.antt", "models.clan")),
    *(f"{measure}@{unit}:{DAY}" for measure in ("teams.antt.members", "units.area") for unit in ("D", "01", "02")),
    *(f"{measure}@{unit}:{DAY}" for measure in ("standards.area.met", "standards.area") for unit in ("D", "01", "02")),
    *(f"teams.antt@{unit}:{DAY}" for unit in AREAS),
    *(f"activities.outreach{part}@{unit}:2021-01-01..{DAY}" for part in ("", ".participants") for unit in COMMUNES[:3]),
    *(f"activities.outreach{part}@04:2021-01-01..2021-06-30" for part in ("", ".participants")),
    *(f"pledges.student@{unit}:2021-0{month}-28" for unit in ("01", "02", "03") for month in range(1, 9)),
)


@cache
def clean() -> dict[str, str]:
    """The files of the book by name."""
    files = _registers()
    files["claims.csv"] = _table("id,figure,value,source", *_claims(files))
    return files


def _table(header: str, *lines: str) -> str:
    return "\n".join([header, *lines]) + "\n"


def _registers() -> dict[str, str]:
    rng = Random(7)
    households, pledges = _households(rng)
    return {
        "antq.toml": MANIFEST,
        "units.csv": UNITS + "".join(f"{code},Thôn {code},area,{code[:2]},,\n" for code in AREAS),
        "crosswalk.csv": _table("event,date,from,to,part,act", "merger,2021-07-01,04,03,whole,12/NQ"),
        "households.csv": _table("household,area,joined,left,excluded", *households),
        "organisations.csv": _table(
            "code,name,kind,unit", *(f"S{n},Trường Tiểu học số {n},school,0{n}" for n in (1, 2, 3))
        ),
        "pledges.csv": _table("date,kind,pledger,event,sheet", *pledges),
        "returns.csv": _table("date,unit,measure,count,total,received", *_returns()),
        "teams.csv": _table("code,kind,unit,established,dissolved,members", *_teams(rng)),
        "models.csv": _table("code,kind,unit,established", *(f"M{n},clan,0{n}01,2020-03-01" for n in (1, 2, 3))),
        "assessments.csv": _table(
            "date,subject,regime,window,result",
            *(f"2021-08-1{n},{area},tt,2021,met" for n, area in enumerate(AREAS, 1)),
        ),
        "activities.csv": _table("first,last,unit,kind,count,participants", *_activities()),
        "partners.csv": _table("code,name,joined", "fatherland,Mặt trận Tổ quốc,", "women,Hội Phụ nữ,2021-01-04"),
        "directives.csv": _table("number,date,issuer,title", "10/CT,2021-01-04,UBND huyện,Chỉ thị số 10"),
    }


def _households(rng: Random) -> tuple[list[str], list[str]]:
    """Twelve households an area, with leading zeros; of three areas one moves away, one is absent, most have signed."""
    households, pledges = [], []
    for number in range(12 * len(AREAS)):
        code, area, seat = f"{number + 1:04}", AREAS[number // 12], number % 12
        if seat == 0 and area in AREAS[:3]:
            households += [f"{code},{area},,2021-06-01,", f"{code},{AREAS[(number // 12 + 1) % 7]},2021-06-01,,"]
        else:
            households.append(f"{code},{area},,,{'absent' if seat == 1 else ''}")
        if seat not in (1, 5, 9):
            day = f"2021-0{rng.randint(2, 5)}-{rng.randint(10, 28)}"
            pledges.append(f"{day},household,{code},signed,P{number // 4:02}")
    households += [f"900{number},{AREAS[number]},2021-06-15,," for number in (1, 2, 3)]
    pledges += [
        "2021-06-10,household,0003,withdrawn,P90",
        *(f"2021-03-0{n},commune,0{n},signed,P91" for n in (1, 2, 3)),
    ]
    return households, pledges


def _returns() -> list[str]:
    lines = []
    for month in range(1, 9):
        for unit, total in (("01", 214), ("02", 187), ("03", 243)):
            count = total - 60 + 5 * month
            lines.append(f"2021-0{month}-28,{unit},pledges.student,{count},{total + month % 3},2021-0{month}-30")
    return [line.replace("2021-02-30", "2021-03-01") for line in lines]


def _activities() -> list[str]:
    """What each commune did from month to month, and who came; the one that closes did it until then."""
    ends = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31}
    return [
        f"2021-0{month}-01,2021-0{month}-{last},{unit},outreach,{month + number},{40 * month + 7 * number}"
        for number, unit in enumerate(COMMUNES, 1)
        for month, last in ends.items()
        if unit != "04" or month <= 6
    ]


def _teams(rng: Random) -> list[str]:
    return [f"T{n},antt,{area},2020-0{n}-12,,{rng.randint(5, 9)}" for n, area in enumerate(AREAS, 1)]


def _claims(files: dict[str, str]) -> list[str]:
    """What antq counts in the book as it is: the tests of counting say that this is right."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        figures = Figures(Dataset(open_book(str(put(Path(folder), files)), Path(folder))))
        return [f"c{number},{figure},{_value(figures, figure)},báo" for number, figure in enumerate(FIGURES)]


def _value(figures: Figures, written: str) -> str:
    named = parse_figure(written)
    assert named is not None
    unit = figures.dataset.map(named.last).unit(named.unit)
    assert unit is not None
    figure = figures.at(named.measure, unit, When(named.last, named.first))
    return str(figure.num) if figure.den is None else f"{figure.num}/{figure.den}"


def put(folder: Path, files: "Mapping[str, str | bytes | Path]") -> Path:
    """Write the files of a book; a text may be bytes, a path is linked to."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, Path):
            path.symlink_to(text)
            continue
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape"))
    return folder

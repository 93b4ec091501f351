"""A book as large as a country: 63 provinces and 10,040 communes that become 34 and 3,321, by 10,571 conversions.

Those are the numbers of the reform of 1 July 2025; all names, codes and figures are invented. Written into a folder by
``python -m tests.national FOLDER [SEED]``.
"""

import sys
from pathlib import Path
from random import Random
from typing import NamedTuple

OLD_PROVINCES, NEW_PROVINCES = 63, 34
OLD_COMMUNES, NEW_COMMUNES = 10_040, 3_321
# Communes that were divided (a row more each), and those that left some land behind and all people went along.
DIVIDED, CEDED = 473, 58
REFORM = "2025-07-01"
MANIFEST = """\
schema = 1

[campaign]
id = "national"
title.vi = "Sổ cỡ toàn quốc (số liệu minh họa)"
title.en = "A book of national size (illustrative figures)"
top = "VN"
as_of = 2025-06-30
data = "synthetic"
lang = "vi"

[[levels]]
id = "country"
vi = "cả nước"
en = "country"

[[levels]]
id = "province"
vi = "tỉnh"
en = "province"

[[levels]]
id = "commune"
vi = "xã"
en = "commune"

[pledges.household]
source = "returns"
grain = "commune"
"""


class Commune(NamedTuple):
    """An old commune: its code, its old and its new province, its signatures, its households, and what it went into."""

    code: str
    province: str
    becomes: str
    signed: int
    households: int
    to: tuple[tuple[str, str], ...]


class National(NamedTuple):
    """The files of a book by name, and the communes of which they tell."""

    files: dict[str, str]
    communes: list[Commune]


def make(seed: int = 2025) -> National:
    """Return the book of a seed; what a divided commune becomes lies in one new province."""
    rng = Random(seed)
    joined = [f"N{1 + number % NEW_PROVINCES:02}" for number in range(OLD_PROVINCES)]
    into: dict[str, list[str]] = {f"N{number:02}": [] for number in range(1, NEW_PROVINCES + 1)}
    for number in range(NEW_COMMUNES):
        province = f"N{1 + number % NEW_PROVINCES:02}"
        into[province].append(f"{province}{len(into[province]):03}")
    odd = rng.sample(range(OLD_COMMUNES), DIVIDED + CEDED)
    parts = {**dict.fromkeys(odd[:DIVIDED], ("part", "part")), **dict.fromkeys(odd[DIVIDED:], ("whole", "land"))}
    taken: dict[str, int] = dict.fromkeys(into, 0)
    communes = []
    for number in range(OLD_COMMUNES):
        old = number % OLD_PROVINCES
        to = _into(into[joined[old]], taken, joined[old], parts.get(number, ("whole",)))
        households = rng.randint(400, 4000)
        place = (f"P{old:02}{number:05}", f"P{old:02}", joined[old])
        communes.append(Commune(*place, rng.randint(0, households), households, to))
    return National(_files(communes, joined, into), communes)


def _into(
    there: list[str], taken: dict[str, int], province: str, parts: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Return what a commune goes into: the next ones of its new province, so that each gets some."""
    first = taken[province]
    taken[province] += 1
    return tuple((there[(first + place) % len(there)], part) for place, part in enumerate(parts))


def _files(communes: list[Commune], joined: list[str], into: dict[str, list[str]]) -> dict[str, str]:
    units = ["code,name,level,parent,opened,closed", "VN,Cả nước,country,,,"]
    units += [f"P{old:02},Tỉnh cũ {old},province,VN,,{REFORM}" for old in range(OLD_PROVINCES)]
    units += [f"{code},Tỉnh mới {code[1:]},province,VN,{REFORM}," for code in into]
    units += [f"{each.code},Xã cũ {each.code[3:]},commune,{each.province},,{REFORM}" for each in communes]
    units += [f"{code},Xã mới {code[1:]},commune,{new},{REFORM}," for new, codes in into.items() for code in codes]
    crosswalk = ["event,date,from,to,part,act"]
    crosswalk += [f"tỉnh,{REFORM},P{old:02},{new},whole,minh họa" for old, new in enumerate(joined)]
    crosswalk += [f"xã,{REFORM},{each.code},{to},{part},minh họa" for each in communes for to, part in each.to]
    returns = ["date,unit,measure,count,total"]
    returns += [f"2025-06-30,{each.code},pledges.household,{each.signed},{each.households}" for each in communes]
    tables = {"units.csv": units, "crosswalk.csv": crosswalk, "returns.csv": returns}
    return {"antq.toml": MANIFEST, **{name: "\n".join([*lines, ""]) for name, lines in tables.items()}}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a book into a new folder."""
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    return folder


if __name__ == "__main__":
    write(Path(sys.argv[1]), make(*map(int, sys.argv[2:])).files)

"""Make a book of any number of households, for measuring: invented, and the same for everyone who makes it.

Run it as ``python docs/benchmarks/generate.py --households N --parts|--single FOLDER``. A part is a commune of 8,000
households in 20 areas; of a hundred households 87 have signed or signed and withdrawn. The rows of a single file are
those of the parts, one after the other.
"""

import argparse
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import IO

SEED = 20210831
OF_A_PART, AREAS = 8_000, 20  # households of a commune, and in how many areas they live
COMMUNES_OF_A_PROVINCE = 100
SIGNING, WITHDRAWING, LEAVING, EXCLUDED = 0.86, 0.008, 0.02, 0.01
DAYS = [f"2021-{month:02}-{day:02}" for month in range(3, 9) for day in range(1, 29)]
HEADERS = {"households": "household,area,joined,left,excluded", "pledges": "date,kind,pledger,event,sheet"}
MANIFEST = """\
schema = 1

[campaign]
id = "large"
title.vi = "Sổ lớn để đo tốc độ (số liệu minh họa)"
title.en = "A large book for measuring (illustrative figures)"
top = "VN"
as_of = 2021-08-31
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

[[levels]]
id = "area"
vi = "khu dân cư"
en = "residential area"

[pledges.household]
source = "journal"
validity = "until-withdrawn"
target = "95%"
"""


def communes(households: int) -> Iterator[tuple[str, int]]:
    """Yield the code of each commune, and how many households it has: the last one has what is left."""
    for number in range(-(-households // OF_A_PART)):
        yield f"{10_000 + number:05}", min(OF_A_PART, households - number * OF_A_PART)


def units(households: int) -> Iterator[str]:
    """Yield the lines of the register of units."""
    yield "code,name,level,parent"
    yield "VN,Cả nước,country,"
    for number, (commune, _) in enumerate(communes(households)):
        province = f"P{number // COMMUNES_OF_A_PROVINCE:02}"
        if number % COMMUNES_OF_A_PROVINCE == 0:
            yield f"{province},Tỉnh {province[1:]},province,VN"
        yield f"{commune},Xã {commune},commune,{province}"
        yield from (f"{commune}-{area:02},Khu {area},area,{commune}" for area in range(1, AREAS + 1))


def rows(commune: str, size: int) -> Mapping[str, str]:
    """Return the lines of a commune in each register, by a seed of its own: it is the same in every book."""
    random = Random(f"{SEED} {commune}")  # noqa: S311 - an invented book, not a secret
    households, pledges = [], []
    for number in range(size):
        area = f"{commune}-{number * AREAS // size + 1:02}"
        code, fate = f"{area}-{number:04}", random.random()
        left = "2021-06-15" if fate < LEAVING else ""
        excluded = "absent" if fate > 1 - EXCLUDED else ""
        households.append(f"{code},{area},,{left},{excluded}\n")
        if random.random() < SIGNING:
            at = random.randrange(len(DAYS) if not left else 60)
            pledges.append(f"{DAYS[at]},household,{code},signed,S-{number // 40:04}\n")
            if random.random() < WITHDRAWING and not left:
                pledges.append(f"{DAYS[-1]},household,{code},withdrawn,\n")
    return {"households": "".join(households), "pledges": "".join(pledges)}


def write(folder: Path, households: int, *, parts: bool) -> None:
    """Write a book into a new folder, commune by commune, by all processors: it may be larger than the memory."""
    folder.mkdir(parents=True)
    (folder / "antq.toml").write_text(MANIFEST, "utf-8")
    (folder / "units.csv").write_text("\n".join([*units(households), ""]), "utf-8")
    with ExitStack() as stack:
        single: dict[str, IO[str]] = {}
        for name, header in HEADERS.items():
            if parts:
                (folder / name).mkdir()
            else:
                single[name] = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8"))
                single[name].write(f"{header}\n")
        named = [*communes(households)]
        pool = stack.enter_context(ProcessPoolExecutor())
        for (commune, _), found in zip(named, pool.map(rows, *zip(*named, strict=True), chunksize=4), strict=True):
            for name, lines in found.items():
                if parts:
                    (folder / name / f"{commune}.csv").write_text(f"{HEADERS[name]}\n{lines}", "utf-8")
                else:
                    single[name].write(lines)


def main() -> None:
    """Read the command line and write the book."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--households", type=int, required=True)
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--parts", action="store_true", help="a file for each commune")
    form.add_argument("--single", action="store_true", help="a file for each register")
    asked = parser.parse_args()
    write(asked.folder, asked.households, parts=asked.parts)


if __name__ == "__main__":
    main()

"""DuckDB with the checks that antq makes of households and pledges: ``checked.py FOLDER "/*.csv"`` or ``.csv``.

Each file: UTF-8, no BOM, quote, CR or NUL, as many cells in each line as the header has. Each row: codes are codes,
days are days, words are known, nobody leaves before joining. All rows: no key twice, no stretches of one household that
overlap, no pledge of somebody who is not there on its day. It says the first thing that it finds, and ends with 1.
"""

import sys
from collections.abc import Iterator
from glob import glob
from pathlib import Path

import duckdb
from bare import counted

COLUMNS = {
    "households": ["household", "area", "joined", "left", "excluded"],
    "pledges": ["date", "kind", "pledger", "event", "sheet"],
}
_CONTENT = bytes(byte for byte in range(256) if byte not in b',"\r\n\0')
_CODE = "[A-Za-z0-9-]+"
# What has to hold of each row, and what may not be found in all: a name, and how many rows are at fault.
ROWS = {
    "households": {
        "a code": f"not regexp_full_match(household, '{_CODE}') or not regexp_full_match(area, '{_CODE}')",
        "a day": "not {joined} or not {left}",
        "a word": "excluded not in ('', 'absent', 'vacant', 'temporary')",
        "an order": "joined <> '' and \"left\" <> '' and joined >= \"left\"",
    },
    "pledges": {
        "a code": f"not regexp_full_match(pledger, '{_CODE}')",
        "a day": "date = '' or not {date}",
        "a word": "kind <> 'household' or event not in ('signed', 'withdrawn')",
    },
}
ALL = {
    "a key of households": "select household from households group by household, joined having count(*) > 1",
    "a key of pledges": "select pledger from pledges group by date, kind, pledger, event having count(*) > 1",
    "stretches that overlap": """
        select household from (
            select household, joined, lag(case "left" when '' then '9' else "left" end)
                over (partition by household order by joined) as before
            from households
        ) where joined < before""",
    "a pledge of nobody": """
        select pledger from pledges where not exists (
            select 1 from households where household = pledger
            and joined <= date and ("left" = '' or date < "left")
        )""",
}


def proven(raw: bytes, columns: list[str]) -> bool:
    """Return whether nothing is wrong with the structure of a file."""
    raw.decode("utf-8")
    separators = raw.translate(None, delete=_CONTENT) + (b"" if raw.endswith(b"\n") else b"\n")
    pattern = b"," * (len(columns) - 1) + b"\n"
    header = raw.startswith(",".join(columns).encode() + b"\n")
    return header and separators == pattern * (len(separators) // len(pattern))


def day(column: str) -> str:
    """Return what holds of a cell that is blank, or a day that the calendar has."""
    shape = f"regexp_full_match(\"{column}\", '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}')"
    return f'("{column}" = \'\' or {shape} and try_cast("{column}" as date) is not null)'


def faults(folder: str, files: str) -> Iterator[str]:
    """Yield what is wrong with a book, and load its registers on the way."""
    for name, columns in COLUMNS.items():
        paths = sorted(glob(f"{folder}/{name}{files}"))  # noqa: PTH207 - the pattern is that of DuckDB
        yield from (f"{path}: structure" for path in paths if not proven(Path(path).read_bytes(), columns))
        types = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
        duckdb.execute(
            f"create table {name} as select * from read_csv('{folder}/{name}{files}', auto_detect=false, header=true, "
            f"delim=',', quote='', nullstr='\\N', columns={{{types}}})"
        )
        days = {column: day(column) for column in columns}
        for what, wrong in ROWS[name].items():
            yield from _found(f"{name}: {what}", f"select 1 from {name} where {wrong.format(**days)}")
    for what, wrong in ALL.items():
        yield from _found(what, wrong)


def _found(what: str, query: str) -> Iterator[str]:
    ((n,),) = duckdb.sql(f"select count(*) from ({query})").fetchall()
    if n:
        yield f"{what}: {n}"


def main() -> None:
    """Check a book and count it; print the total, or what is wrong."""
    folder, files = sys.argv[1:]
    wrong = next(faults(folder, files), None)
    if wrong is not None:
        sys.exit(wrong)
    blank = "(select household, area, nullif(joined, '') as joined, nullif(\"left\", '') as \"left\", "
    households = f"{blank}nullif(excluded, '') as excluded from households)"
    _, signed, total = counted(households, "pledges")[-1]
    print(f"total {signed}/{total}")


if __name__ == "__main__":
    main()

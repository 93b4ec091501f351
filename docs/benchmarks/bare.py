"""Counted by somebody who knows DuckDB, all columns as text, nothing checked: ``bare.py FOLDER FILES``.

FILES is ``"/*.csv"`` where a folder holds the files of a register, and ``.csv`` where that is one.
"""

import sys

import duckdb

DAY = "2021-08-31"


def read(folder: str, register: str, files: str, columns: list[str]) -> str:
    """Return a reader of the files of a register whose columns are all text; ISO dates compare as text."""
    types = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
    path = f"{folder}/{register}{files}"
    return f"read_csv('{path}', auto_detect=false, header=true, delim=',', columns={{{types}}})"


def counted(households: str, pledges: str) -> list[tuple[str | None, int, int]]:
    """Return how many signed and how many are asked, by commune and, last, in all."""
    found: list[tuple[str | None, int, int]] = duckdb.sql(f"""
        with eligible as (
            select household, substring(area, 1, 5) as commune
            from {households}
            where (joined is null or joined <= '{DAY}')
              and ("left" is null or "left" > '{DAY}')
              and excluded is null
        ),
        latest as (
            select pledger, arg_max(event, (date, event)) as event  -- 'withdrawn' sorts after 'signed'
            from {pledges}
            where kind = 'household' and date <= '{DAY}'
            group by pledger
        )
        select commune, count(*) filter (latest.event = 'signed') as signed, count(*) as households
        from eligible left join latest on pledger = household
        group by rollup (commune)
        order by commune nulls last
    """).fetchall()
    return found


def main() -> None:
    """Count a book, and print each commune and the total."""
    folder, files = sys.argv[1:]
    households = read(folder, "households", files, ["household", "area", "joined", "left", "excluded"])
    pledges = read(folder, "pledges", files, ["date", "kind", "pledger", "event", "sheet"])
    for commune, signed, total in counted(households, pledges):
        print(f"{commune or 'total'} {signed}/{total}")


if __name__ == "__main__":
    main()

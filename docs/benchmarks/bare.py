"""A large book counted by DuckDB alone, all columns as text, nothing checked: ``bare.py FOLDER /*.csv`` or ``.csv``."""

import sys

import duckdb

FOLDER, FILES = sys.argv[1:]
DAY = "2021-08-31"


def read(table: str, columns: list[str]) -> str:
    """Return a reader of the files of a register whose columns are all text; ISO dates compare as text."""
    types = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
    path = f"{FOLDER}/{table}{FILES}"
    return f"read_csv('{path}', auto_detect=false, header=true, delim=',', columns={{{types}}})"


households = read("households", ["household", "area", "joined", "left", "excluded"])
pledges = read("pledges", ["date", "kind", "pledger", "event", "sheet"])

rows = duckdb.sql(f"""
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

_, signed, total = rows[-1]
print(f"total {signed}/{total}")

"""The same by somebody who knows DuckDB: every column declared as text, so that nothing is guessed."""

import duckdb

BOOK = "data/cam-thuy-sample"
DAY = "2021-08-31"


def read(table: str, columns: list[str]) -> str:
    """Return a reader of a folder of parts whose columns are all text; ISO dates compare as text."""
    types = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
    return f"read_csv('{BOOK}/{table}/*.csv', auto_detect=false, header=true, delim=',', columns={{{types}}})"


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

for commune, signed, total in rows:
    print(f"{commune or 'total'} {signed}/{total}")

"""What a competent user writes in ten minutes: DuckDB over the parts, types guessed, nothing checked."""

import duckdb

BOOK = "data/cam-thuy-sample"
DAY = "2021-08-31"

rows = duckdb.sql(f"""
    with eligible as (
        select household, substring(area, 1, 5) as commune
        from '{BOOK}/households/*.csv'
        where (joined is null or joined <= date '{DAY}')
          and ("left" is null or "left" > date '{DAY}')
          and excluded is null
    ),
    latest as (
        select pledger, arg_max(event, (date, event)) as event  -- 'withdrawn' sorts after 'signed'
        from '{BOOK}/pledges/*.csv'
        where kind = 'household' and date <= date '{DAY}'
        group by pledger
    )
    select commune, count(*) filter (latest.event = 'signed') as signed, count(*) as households
    from eligible left join latest on pledger = household
    group by rollup (commune)
    order by commune nulls last
""").fetchall()

for commune, signed, households in rows:
    print(f"{commune or 'total'} {signed}/{households}")

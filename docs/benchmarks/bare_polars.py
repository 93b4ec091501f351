"""The same as bare.py by somebody who knows polars: ``bare_polars.py FOLDER "/*.csv"`` or ``.csv``."""

import sys

import polars as pl

DAY = "2021-08-31"


def read(folder: str, register: str, files: str, columns: list[str]) -> pl.LazyFrame:
    """Return the files of a register, all columns as text; ISO dates compare as text."""
    return pl.scan_csv(f"{folder}/{register}{files}", schema=dict.fromkeys(columns, pl.String))


def main() -> None:
    """Count a book, and print the total."""
    folder, files = sys.argv[1:]
    households = read(folder, "households", files, ["household", "area", "joined", "left", "excluded"])
    pledges = read(folder, "pledges", files, ["date", "kind", "pledger", "event", "sheet"])
    blank = pl.lit("")
    there = (pl.col("joined").fill_null(blank) <= DAY) & pl.col("excluded").is_null()
    eligible = households.filter(there & (pl.col("left").is_null() | (pl.col("left") > DAY))).select("household")
    latest = (
        pledges.filter((pl.col("kind") == "household") & (pl.col("date") <= DAY))
        .group_by("pledger")
        .agg((pl.col("date") + pl.col("event")).max().alias("last"))  # 'withdrawn' sorts after 'signed'
    )
    signed = pl.col("last").str.ends_with("signed").fill_null(value=False).sum()
    found = eligible.join(latest, left_on="household", right_on="pledger", how="left").select(signed, pl.len())
    ((of, total),) = found.collect().rows()
    print(f"total {of}/{total}")


if __name__ == "__main__":
    main()

"""For every animal the ledger of its import equals the truth, and accounts for every row that the file has."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import Ran, run
from tests.zoo.animals import ANIMALS, BOOK, Animal, Told, numbers

# What the truth calls it, and the ledger.
CLASSES = {"repeated": "repeated-header", "outside": "unread"}
REASONS = {
    "error": "I202",
    "year": "I205",
    "changed": "I303",
    "twice": "I305",
    "uncalculated": "I203",
    "decimals": "I201",
    "several": "I207",
    "unknown": "I206",
    "lines": "I204",
}
# Whose a row is can be told on its day alone.
OF_NO_DAY = "I205"


def put(animal: Animal, folder: Path) -> list[str]:
    """Write an animal beside a copy of its book; return the words of its import."""
    shutil.copytree(BOOK, folder / "book")
    (folder / animal.file).write_bytes(animal.made.data)
    words = ["-b", "book", "import", "returns", animal.file, *animal.truth["options"]]
    if animal.mapping is not None:
        (folder / "mapping.toml").write_text(animal.mapping, "utf-8")
        words += ["--mapping", "mapping.toml"]
    return words


def imported(animal: Animal, folder: Path, *more: str) -> Ran:
    return run([*put(animal, folder), "-f", "json", *more], cwd=folder, ANTQ_LANG="en")


@pytest.mark.parametrize("name", ANIMALS)
def test_the_ledger_is_the_truth(name: str, tmp_path: Path) -> None:
    animal = ANIMALS[name]
    ran = imported(animal, tmp_path)
    if animal.truth.get("refused"):
        assert ran.code == 2
        return
    found = ran.json
    for truth in animal.sheets:
        ledger = next(each for each in found["sheets"] if each["sheet"] == truth["name"])
        rows = [row for row in found["rows"] if row["sheet"] == truth["name"]]
        classes = {row: name for name, ranges in ledger["rows"].items() for row in numbers(" ".join(ranges))}
        assert classes == {row: CLASSES.get(class_, class_) for row, class_ in animal.classes(truth).items()}
        if "new" in animal.truth:
            assert sum(row["outcome"] == "new" for row in rows) == animal.truth["new"]
        else:
            assert [*map(register_row, rows)] == [*map(register_truth, animal.returns(truth))]
        assert totals(ledger) == truth.get("totals", "").split("\n")[:-1]


def register_row(row: Mapping[str, Any]) -> tuple[str, ...]:
    who = (str(row["row"]), row["unit"] or "?", row["subject"], row["day"])
    if row["outcome"] == "refused":
        return _without_day(*who, "refused", row["findings"][0]["code"])
    total = "" if row["total"] is None else f"/{row['total']}"
    return (*who, f"{row['count']}{total}", row["outcome"])


def register_truth(told: Told) -> tuple[str, ...]:
    who = (str(told.row), told.unit, told.measure, told.day)
    if told.rest[0] == "refused":
        return _without_day(*who, "refused", REASONS[told.rest[2]])
    return (*who, *told.rest)


def _without_day(*told: str) -> tuple[str, ...]:
    row, _, measure, *_ = told
    return (row, measure, "refused", OF_NO_DAY) if told[-1] == OF_NO_DAY else told


def totals(ledger: Mapping[str, Any]) -> list[str]:
    found = []
    for each in ledger["totals"]:
        column = each["address"].rstrip("0123456789")
        if each["kind"] != "rate":
            differs = f" {each['summed']}" if each["agreement"] == "differs" else ""
            stated = (
                "unread" if each["agreement"] == "not-compared" else f"{each['stated']} {each['agreement']}{differs}"
            )
            found.append(f"{each['row']} {column} {stated}")
    return found

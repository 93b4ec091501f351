"""The sample as others would keep it: a data package for frictionless, and a ledger for bean-check.

``equivalents.py FOLDER`` writes both. The package holds the files of households and of what they signed, with the type
of each column, its key and the reference from a pledge to its household. In the ledger every household is an account,
which is opened before anything is booked on it; a signature books one, a withdrawal takes it back, and the sum of all
is asserted at the end.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

BOOK = Path(__file__).resolve().parents[2] / "data" / "cam-thuy-sample"
CODE = {"pattern": "[A-Za-z0-9-]+"}
FIELDS: dict[str, list[dict[str, Any]]] = {
    "households": [
        {"name": "household", "type": "string", "constraints": {"required": True, **CODE}},
        {"name": "area", "type": "string", "constraints": {"required": True, **CODE}},
        {"name": "joined", "type": "date"},
        {"name": "left", "type": "date"},
        {"name": "excluded", "type": "string", "constraints": {"enum": ["absent", "vacant", "temporary"]}},
    ],
    "pledges": [
        {"name": "date", "type": "date", "constraints": {"required": True}},
        {"name": "kind", "type": "string", "constraints": {"required": True, **CODE}},
        {"name": "pledger", "type": "string", "constraints": {"required": True, **CODE}},
        {"name": "event", "type": "string", "constraints": {"required": True, "enum": ["signed", "withdrawn"]}},
        {"name": "sheet", "type": "string"},
    ],
}
KEY = ["date", "kind", "pledger", "event"]


def communes() -> list[str]:
    """Return the names of the files that are paired."""
    return sorted(file.stem for file in (BOOK / "households").iterdir())


def package(folder: Path) -> Path:
    """Write the data package, and return its file."""
    resources = []
    for commune in communes():
        for name, fields in FIELDS.items():
            file = folder / f"{name}-{commune}.csv"
            write(file, [each["name"] for each in fields], rows(name, [commune]))
            schema: dict[str, object] = {"fields": fields}
            if name == "pledges":
                to = {"resource": f"households-{commune}", "fields": ["household"]}
                schema |= {"primaryKey": KEY, "foreignKeys": [{"fields": ["pledger"], "reference": to}]}
            resources.append({"name": file.stem, "path": file.name, "schema": schema})
    path = folder / "datapackage.json"
    path.write_text(json.dumps({"name": "sample", "resources": resources}), "utf-8")
    return path


def write(file: Path, names: Sequence[object], rows: Iterable[dict[str, str]]) -> None:
    """Write rows into a file."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(row.values() for row in rows)


def rows(name: str, some: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a register in the files of some communes, but for what organisations and areas have signed."""
    for commune in some:
        with (BOOK / name / f"{commune}.csv").open(encoding="utf-8", newline="") as file:
            found = csv.DictReader(file)
            yield from (row for row in found if row.get("kind", "household") in ("household", "registration"))


def account(code: str) -> str:
    """Return the account of a household."""
    return f"Assets:Pledged:H{code}"


def ledger(folder: Path) -> Path:
    """Write the ledger, and return its file."""
    codes = dict.fromkeys(row["household"] for row in rows("households", communes()))
    lines = ["2000-01-01 open Equity:Campaign", *(f"2000-01-01 open {account(code)}" for code in codes)]
    total = 0
    for row in rows("pledges", communes()):
        if row["kind"] == "household":
            n = 1 if row["event"] == "signed" else -1
            total += n
            lines += [f'{row["date"]} * "{row["event"]}" "{row["sheet"]}"', f"  {account(row['pledger'])}  {n} PLEDGE"]
            lines.append("  Equity:Campaign")
    lines.append(f"2100-01-01 balance Equity:Campaign  {-total} PLEDGE")
    path = folder / "ledger.beancount"
    path.write_text("\n".join([*lines, ""]), "utf-8")
    return path


if __name__ == "__main__":
    print(package(Path(sys.argv[1])), ledger(Path(sys.argv[1])), sep="\n")

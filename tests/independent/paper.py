"""The many ways in which one register may lie on paper: CSV or TOML, one file or a folder, LF or CRLF."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

Row = dict[str, str]
Files = dict[str, str]

COLUMNS = {
    "units": "code name level kind? parent? opened? closed? act? note?",
    "crosswalk": "event date from to part act note?",
    "households": "household area joined? left? excluded? note?",
    "organisations": "code name kind unit opened? closed? exempt? note?",
    "pledges": "date kind pledger event sheet? note?",
    "returns": "date unit measure count total? received? sheet? source? note?",
    "teams": "code kind unit established? dissolved? members? note?",
    "models": "code kind unit host? established? dissolved? members? note?",
    "assessments": "date subject regime window result decision? note?",
    "activities": "first last unit kind count participants? sheet? note?",
}
BARE = {"date", "opened", "closed", "joined", "left", "established", "dissolved", "received", "first", "last"}
BARE |= {"count", "total", "members", "participants"}
REMARKS = {
    "act": "1686/NQ-UBTVQH15, Điều 1",
    "sheet": "S-118",
    "source": 'Báo cáo "quý", bản 2',
    "note": "đã soát, xem sổ",
    "kind": "xã",
}


class Paper:
    """Writes registers, each time another way."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def register(self, name: str, rows: list[Row], *, plain: bool = False) -> Files:
        """The files of a register; a plain one is a single CSV file."""
        rows = self._remark(name, self.rng.sample(rows, len(rows)))
        form = "csv" if plain or len(rows) < 3 else self.rng.choice(["csv", "csv", "toml", "folder"])
        if form != "folder":
            return {f"{name}.{form}": self._file(name, rows, form)}
        cut = self.rng.randint(1, len(rows) - 1)
        parts = {"2021": rows[:cut], "phan-2": rows[cut:]}
        forms = {part: self.rng.choice(["csv", "csv", "toml"]) for part in parts}
        return {f"{name}/{part}.{forms[part]}": self._file(name, parts[part], forms[part]) for part in parts}

    def _remark(self, name: str, rows: list[Row]) -> list[Row]:
        """Fill optional columns that change no figure, here and there."""
        free = [column for column in REMARKS if f"{column}?" in COLUMNS[name].split()]
        chosen = [column for column in free if self.rng.random() < 0.3]
        return [{column: REMARKS[column] for column in chosen if self.rng.random() < 0.5} | row for row in rows]

    def _file(self, name: str, rows: list[Row], form: str) -> str:
        lines = self._toml(name, rows) if form == "toml" else self._csv(name, rows)
        end = self.rng.choice(["\n", "\n", "\r\n"])
        text = end.join(lines) + (end if self.rng.random() < 0.85 else "")
        return ("\ufeff" if self.rng.random() < 0.2 else "") + text

    def _columns(self, name: str, rows: list[Row]) -> list[str]:
        """The columns of a file: optional ones often only where a row needs them."""
        columns = []
        for word in COLUMNS[name].split():
            column = word.removesuffix("?")
            if column == word or any(row.get(column) for row in rows) or self.rng.random() < 0.3:
                columns.append(column)
        if self.rng.random() < 0.3:
            self.rng.shuffle(columns)
        return columns

    def _csv(self, name: str, rows: list[Row]) -> list[str]:
        columns = self._columns(name, rows)
        quotes = self.rng.choice([0.0, 0.0, 0.2, 1.0])
        table = [columns, *([row.get(column, "") for column in columns] for row in rows)]
        return [",".join(self._cell(value, quotes) for value in line) for line in table]

    def _cell(self, value: str, quotes: float) -> str:
        if "," in value or '"' in value or self.rng.random() < quotes:
            return '"' + value.replace('"', '""') + '"'
        return value

    def _toml(self, name: str, rows: list[Row]) -> list[str]:
        lines = []
        for row in rows:
            lines += [f"[[{name}]]", *(self._pair(key, value) for key, value in row.items() if value), ""]
        return lines

    def _pair(self, key: str, value: str) -> str:
        return f"{key} = {value if key in BARE else json.dumps(value, ensure_ascii=False)}"

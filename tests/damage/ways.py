"""The ways in which books are damaged, and what must come of each: found, or without effect on any figure.

They are those of the lists of bad input: what offices send, what editors and spreadsheets do, what hands mistype.
"""

import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.damage.clean import AREAS
from tests.damage.making import (
    REGISTERS,
    Damage,
    Files,
    Way,
    cell,
    done_until,
    manifest,
    overlapping,
    rows_of,
    swapped,
    table,
    text_of,
    to,
    whole,
    without,
)

COUNTS = (
    *(("returns", "count"), ("returns", "total"), ("teams", "members")),
    *(("activities", "count"), ("activities", "participants")),
)
DAYS = (
    *(("pledges", "date"), ("returns", "date"), ("returns", "received"), ("teams", "established")),
    *(("models", "established"), ("assessments", "date"), ("crosswalk", "date"), ("directives", "date")),
    *(("activities", "first"), ("activities", "last"), ("partners", "joined")),
)
STARS = f"""
[[waivers]]
rule = "D105"
register = "returns"
key = "{"*0" * 40}*b"
reason = "x"
"""
HAPPENED = (("pledges", "date"), ("returns", "date"), ("assessments", "date"), ("activities", "first"))
CODES = (
    *(("pledges", "pledger"), ("households", "area"), ("returns", "unit"), ("teams", "unit"), ("models", "unit")),
    *(("assessments", "subject"), ("crosswalk", "from"), ("organisations", "unit"), ("units", "parent")),
    ("activities", "unit"),
)
WORDS = (
    *(("pledges", "kind"), ("pledges", "event"), ("returns", "measure"), ("teams", "kind"), ("models", "kind")),
    *(("assessments", "regime"), ("assessments", "result"), ("crosswalk", "part"), ("units", "level")),
    *(("organisations", "kind"), ("claims", "figure"), ("activities", "kind")),
)


def _middle(rng: Random, text: str) -> int:
    return rng.randrange(text.index("\n") + 2, len(text) - 1)


def _inside_a_row(rng: Random, text: str) -> int:
    """A place after the first comma of a row that has a comma after it."""
    spots = [found.end() for found in re.finditer(",", text) if "," in text[found.end() :].partition("\n")[0]]
    return rng.choice([spot for spot in spots if spot > text.index("\n")])


def _put_in(text: str) -> Callable[[Random, str], str]:
    """Put a text somewhere in the middle of a file."""

    def change(rng: Random, was: str) -> str:
        at = _middle(rng, was)
        return f"{was[:at]}{text}{was[at:]}"

    return change


def _opened(rng: Random, was: str) -> str:
    at = _inside_a_row(rng, was)
    return f'{was[:at]}"{was[at:]}'


def _some_row(rng: Random, rows: list[list[str]]) -> int:
    return rng.randrange(1, len(rows))


def _insert(text: str) -> Callable[[Random, list[list[str]]], list[list[str]]]:
    def change(rng: Random, rows: list[list[str]]) -> list[list[str]]:
        at = _some_row(rng, rows)
        return [*rows[:at], text.split("|"), *rows[at:]]

    return change


def _drop_cell(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    row = rows[_some_row(rng, rows)]
    del row[rng.randrange(len(row))]
    return rows


def _split_cell(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    """A thousand with a comma in it: 25,915."""
    row = rows[_some_row(rng, rows)]
    row.insert(rng.randrange(len(row)), "915")
    return rows


def _in_vietnamese(_: Random, rows: list[list[str]]) -> list[list[str]]:
    words = {"date": "Ngày", "unit": "Đơn vị", "measure": "Chỉ tiêu", "count": "Số", "total": "Tổng số", "code": "Mã"}
    return [[words.get(name, name.title()) for name in rows[0]], *rows[1:]]


def _unmerged(_: Random, text: str) -> str:
    header, first, *rest = text.splitlines(keepends=True)
    return "".join([header, "<<<<<<< HEAD\n", first, "=======\n", first, ">>>>>>> other\n", *rest])


def _renamed(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    at = rng.randrange(len(rows[0]))
    return [[*rows[0][:at], f"{rows[0][at]}s_", *rows[0][at + 1 :]], *rows[1:]]


def _twice(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    at = rng.randrange(len(rows[0]))
    return [[*row, row[at]] for row in rows]


def _with_column(name: str, text: str) -> Callable[[Random, list[list[str]]], list[list[str]]]:
    return lambda _, rows: [[*rows[0], name], *([*row, text] for row in rows[1:])]


def _row_twice(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    row = rows[_some_row(rng, rows)]
    return [*rows, row]


def _row_gone(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    at = _some_row(rng, rows)
    return rows[:at] + rows[at + 1 :]


def _contradicted(column: str, *others: str) -> Callable[[Random, list[list[str]]], list[list[str]]]:
    def change(rng: Random, rows: list[list[str]]) -> list[list[str]]:
        at = rows[0].index(column)
        row = list(rows[_some_row(rng, rows)])
        row[at] = rng.choice([other for other in others if other != row[at]])
        return [*rows, row]

    return change


def _shuffled(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    body = rows[1:]
    rng.shuffle(body)
    return [rows[0], *body]


def _reordered(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    order = list(range(len(rows[0])))
    rng.shuffle(order)
    return [[row[at] for at in order] for row in rows]


def _quoted(_: Random, rows: list[list[str]]) -> list[list[str]]:
    return [[f'"{each}"' for each in row] for row in rows]


def _in_parts(rng: Random, files: dict[str, str]) -> Files | None:
    name = rng.choice([each for each in REGISTERS if len(rows_of(files[f"{each}.csv"])) > 2])
    header, *rows = rows_of(files[f"{name}.csv"])
    at = rng.randrange(1, len(rows))
    parts: Files = {f"{name}/{n}.csv": text_of([header, *part]) for n, part in enumerate((rows[:at], rows[at:]))}
    return {**{each: text for each, text in files.items() if each != f"{name}.csv"}, **parts}


def _moved(target: str) -> Damage:
    def damage(rng: Random, files: dict[str, str]) -> Files | None:
        name = rng.choice(["units", "households", "pledges", "returns", "teams", "models", "assessments"])
        kept: Files = {each: text for each, text in files.items() if each != f"{name}.csv"}
        return {**kept, target.format(name): files[f"{name}.csv"]}

    return damage


def _moved_into_a_capital(rng: Random, files: dict[str, str]) -> Files | None:
    """A folder Claims is none of the register claims, neither here nor where capitals are not told apart."""
    name = rng.choice(["returns", "teams", "models", "claims", "directives"])
    kept: Files = {each: text for each, text in files.items() if each != f"{name}.csv"}
    return {**kept, f"{name.title()}/1.csv": files[f"{name}.csv"]}


def _device(rng: Random, files: dict[str, str]) -> Files | None:
    return {**files, f"{rng.choice(REGISTERS)}.csv": Path(os.devnull)}


def _beside(target: str) -> Damage:
    def damage(rng: Random, files: dict[str, str]) -> Files | None:
        name = rng.choice(REGISTERS)
        return {**files, target.format(name): ""}

    return damage


def _digits_swapped(rng: Random, was: str) -> str:
    """Two neighbouring digits change places, as hands do it: 147 and 174."""
    places = [at for at in range(len(was) - 1) if was[at] != was[at + 1] and (at or was[at + 1] != "0")]
    at = rng.choice(places) if places else 0
    return was[:at] + was[at + 1] + was[at] + was[at + 2 :] if places else was


def _misspelt(rng: Random, was: str) -> str:
    at = rng.randrange(len(was) + 1)
    return f"{was[:at]}z{was[at:]}"


def _another_area(rng: Random, was: str) -> str:
    return rng.choice([area for area in AREAS if area != was])


def _moved_next_door(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    """A household that is counted today is put into another area."""
    row = rng.choice([row for row in rows[1:] if row[3:] == ["", ""]])
    row[1] = _another_area(rng, row[1])
    return rows


def _letter_lost(rng: Random, was: str) -> str:
    """What a program leaves of a letter that it could not read."""
    at = rng.randrange(len(was))
    return f"{was[:at]}\ufffd{was[at + 1 :]}"


def _full_width(_: Random, was: str) -> str:
    return was.translate({ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"})


def _on_paper(_: Random, was: str) -> str:
    year, month, day = was.split("-")
    return f"{day}/{month}/{year}"


def _column_on_paper(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    at = rows[0].index("date")
    return [rows[0], *([*row[:at], _on_paper(rng, row[at]), *row[at + 1 :]] for row in rows[1:])]


def _without_zeros(code: str) -> str:
    return code.lstrip("0")


def _twin(change: Callable[[str], str]) -> Callable[[Random, list[list[str]]], list[list[str]]]:
    """Somebody is entered a second time, with the code in another writing."""

    def twin(rng: Random, rows: list[list[str]]) -> list[list[str]]:
        row = list(rows[_some_row(rng, rows)])
        row[0] = change(row[0])
        return [*rows, row]

    return twin


def _ended_early(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    row = rng.choice([row for row in rows[1:] if row[3]])
    row[2] = "2021-07-01"
    return rows


def _signed_early(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    """Somebody signs who came in June and was not there before."""
    return [*rows, ["2021-05-01", "household", rng.choice(("9001", "9002", "9003")), "signed", ""]]


def _opened_later(rng: Random, files: dict[str, str]) -> Files | None:
    area = rng.choice(AREAS)
    units = files["units.csv"].replace(
        f"{area},Thôn {area},area,{area[:2]},,", f"{area},Thôn {area},area,{area[:2]},2020-12-01,"
    )
    return {**files, "units.csv": units}


def _carried_elsewhere(rng: Random, files: dict[str, str]) -> Files | None:
    """An area of the commune that merged is carried to one of another commune than that which its own became."""
    was, area = "0401,Thôn 0401,area,04,,", rng.choice([area for area in AREAS if area[:2] in ("01", "02")])
    units = files["units.csv"].replace(was, f"{was}2021-07-01")
    return {
        **files,
        "units.csv": units,
        "crosswalk.csv": f"{files['crosswalk.csv']}merger,2021-07-01,0401,{area},whole,12/NQ\n",
    }


def _opened_again(rng: Random, files: dict[str, str]) -> Files | None:
    """The commune that merged is entered anew, and its area, which has no first day, stays where it was carried."""
    day = f"2021-{rng.choice(('07', '08'))}-{rng.randint(2, 28):02}"
    return {**files, "units.csv": f"{files['units.csv']}04,Xã Định Tăng,commune,D,{day},\n"}


def _orphaned(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    rng.choice([row for row in rows[1:] if row[2] == "area"])[3] = ""
    return rows


def _late(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    rng.choice([row for row in rows[1:] if row[0] == "2021-08-28"])[5] = "2021-09-20"
    return rows


def _sent_by(who: str) -> Callable[[Random, list[list[str]]], list[list[str]]]:
    """A count is entered under somebody by whom the kind is not counted, beside those that are."""

    def change(rng: Random, rows: list[list[str]]) -> list[list[str]]:
        row = list(rows[_some_row(rng, rows)])
        return [*rows, [row[0], who, *row[2:]]]

    return change


def _last_return_gone(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    gone = rng.choice([row for row in rows[1:] if row[0] == "2021-08-28"])
    return [row for row in rows if row is not gone]


NAMES = (("units", "name"), ("organisations", "name"))
NOTED = (("teams", "note"), ("returns", "note"), ("households", "note"))


def noted(text: str) -> Damage:
    return table(_with_column("note", text), "teams", "returns", "models", "households", "pledges", "units")


STRUCTURE = [
    Way("saved as UTF-16", "flagged", whole(lambda _, text: text.encode("utf-16"))),
    Way("saved as windows-1258", "flagged", whole(lambda _, text: text.encode("cp1258", "replace"), "organisations")),
    Way("bytes of TCVN3 or VNI", "flagged", whole(lambda _, text: text.encode().replace(b"X", b"\xcb"), "units")),
    Way("a NUL", "flagged", whole(_put_in("\0"))),
    Way("a lone carriage return", "flagged", whole(_put_in("\rx"))),
    Way("a byte order mark inside", "flagged", whole(_put_in("\ufeff"))),
    Way("cut off in the middle of a row", "flagged", whole(lambda rng, text: text[: _inside_a_row(rng, text)])),
    Way("two files joined", "flagged", whole(lambda _, text: text + text)),
    Way("separated by semicolons", "flagged", whole(lambda _, text: text.replace(",", ";"))),
    Way("separated by tabs", "flagged", whole(lambda _, text: text.replace(",", "\t"))),
    Way("an open quotation mark", "flagged", whole(_opened)),
    Way("emptied", "flagged", whole(lambda *_: "")),
    Way("a title above the header", "flagged", whole(lambda _, text: f"SỔ THEO DÕI NĂM 2021\n{text}")),
    Way("headings in Vietnamese", "flagged", table(_in_vietnamese, "returns", "teams"), "F022"),
    Way("two versions side by side", "flagged", whole(_unmerged), "F023"),
    Way("without a header", "flagged", whole(lambda _, text: text.partition("\n")[2])),
    Way("a footer with a total", "flagged", table(_insert("Tổng cộng|84"))),
    Way("a blank row", "flagged", table(_insert(""))),
    Way("a cell lost in a row", "flagged", table(_drop_cell)),
    Way("a comma in a number", "flagged", table(_split_cell)),
    Way("a column renamed", "flagged", table(_renamed)),
    Way("a column twice", "flagged", table(_twice)),
    Way("a column of rates typed beside", "flagged", table(_with_column("ty_le", "86.5%"), "returns")),
    Way("a column of names", "flagged", table(_with_column("ho_ten", "x"), "households", "teams", "pledges")),
    Way("a needed column lost", "flagged", table(without("unit"), "returns", "teams", "models", "organisations")),
    Way("a file renamed", "flagged", _moved("{}_2021.csv")),
    Way("a file moved into a folder of another name", "flagged", _moved("cu/{}.csv")),
    Way("a file moved into a folder with a capital", "flagged", _moved_into_a_capital, "F018"),
    Way("a second form beside", "flagged", _beside("{}.toml")),
    Way("the manifest cut off", "flagged", manifest(r"\]$", "")),
    Way("a device in the place of a file", "flagged", _device, "F002"),
    Way("a key of the manifest with thousands of names", "flagged", manifest(r"\Z", f"{'a.' * 16_000}b = 1\n"), "F016"),
    Way("a waiver with very many stars", "flagged", manifest(r"\Z", STARS), "S018"),
    Way("a key of the manifest misspelt", "flagged", manifest(r"^(source|grain|due|id|as_of|top) =", r"\1x =")),
    Way("a reference of the manifest misspelt", "flagged", manifest(r'"(commune|calendar|D)"$', r'"\1x"')),
]
VALUES = [
    *(
        Way(f"a count as {written.replace('{}', 'n')!r}", "flagged", to(written, *COUNTS))
        for written in ("{}.000", "{}.5", "+{}", "{}e5", "-{}", "0{}", "{}_000", " {}", "\u00a0{}", "{} hộ", "hai")
    ),
    Way("a count in full-width digits", "flagged", cell(_full_width, *COUNTS)),
    Way("a count left blank", "flagged", to("", ("returns", "count"), ("teams", "members"), ("activities", "count"))),
    Way("two digits of a count changed places", "flagged", cell(_digits_swapped, ("returns", "count"))),
    Way("a digit too many", "flagged", to("{}0", ("returns", "count"), ("teams", "members"), ("activities", "count"))),
    Way("a total with a digit too many", "flagged", to("{}0", ("returns", "total"))),
    Way("a count above its total", "flagged", to("999", ("returns", "count"))),
    Way("a day as on paper", "flagged", cell(_on_paper, *DAYS)),
    *(
        Way(f"a day as {written}", "flagged", to(written, *DAYS))
        for written in (
            "44439",
            "5-1-2021",
            "2021-13-05",
            "2021-02-30",
            "{}T00:00:00",
            "21-08-31",
            "20210831",
            "2o21-08-31",
        )
    ),
    Way("a day in full-width digits", "flagged", cell(_full_width, *DAYS)),
    Way("a needed day left blank", "flagged", to("", *HAPPENED, ("activities", "last"))),
    Way(
        "a day in the future",
        "flagged",
        to("2031-01-01", ("pledges", "date"), ("returns", "received"), ("directives", "date"), ("activities", "last")),
    ),
    Way("a year that has lost a digit", "flagged", cell(lambda _, was: f"0{was[:1]}{was[2:]}", *HAPPENED), "T003"),
    Way("a day before the campaign", "flagged", to("2012-05-01", *HAPPENED), "T003"),
    Way("a column of days as on paper", "flagged", table(_column_on_paper, "pledges", "returns"), "D115"),
    Way("a code with a blank", "flagged", to("{} ", *CODES)),
    Way("a code with a zero-width space", "flagged", to("{}\u200b", *CODES)),
    Way("a code with a look-alike letter", "flagged", to("Đ{}", *CODES)),
    Way("a code left blank", "flagged", to("", *(pair for pair in CODES if pair != ("units", "parent")))),
    Way("a word misspelt", "flagged", cell(_misspelt, *WORDS)),
    Way("a last day before the first", "flagged", table(_ended_early, "households"), "D201"),
    Way("a measure that there is not", "flagged", to("pledge.student", ("returns", "measure")), "D108"),
    Way("a figure without a day", "flagged", cell(lambda _, was: was.partition(":")[0], ("claims", "figure")), "D110"),
    Way("a claim in words", "flagged", to("about {}", ("claims", "value")), "D111"),
    Way("a window with two digits", "flagged", to("21", ("assessments", "window")), "D112"),
    Way("names in decomposed letters", "flagged", cell(lambda _, was: unicodedata.normalize("NFD", was), *NAMES)),
    Way("a look-alike of Đ in a name", "flagged", cell(lambda _, was: f"Ð{was[1:]}", *NAMES)),
    Way("a Cyrillic letter in a name", "flagged", cell(lambda _, was: f"{was[:1]}\u0430{was[1:]}", *NAMES), "D113"),
    Way("a letter of a name lost", "flagged", cell(_letter_lost, *NAMES), "D114"),
    Way("a tab in a name", "flagged", cell(lambda _, was: was.replace(" ", "\t"), *NAMES), "D114"),
    Way("a blank after a name", "flagged", to("{} ", *NAMES), "D114"),
    Way("a no-break space in a name", "flagged", cell(lambda _, was: was.replace(" ", "\u00a0"), *NAMES)),
    Way("an identity number in a remark", "flagged", noted("CCCD 038095001234")),
    Way("a telephone number in a remark", "flagged", noted("gọi 0912 345 678")),
    Way("a name in a remark", "flagged", noted("báo ông Nguyễn Văn Ba")),
]
REFERENCES = [
    Way("a code misspelt", "flagged", cell(_misspelt, *CODES)),
    Way(
        "leading zeros lost",
        "flagged",
        cell(lambda _, was: was.lstrip("0"), ("pledges", "pledger"), ("households", "area")),
    ),
    Way("a school twice, with a code in another case", "flagged", table(_twin(str.lower), "organisations"), "D117"),
    Way(
        "a household twice, without its zeros",
        "flagged",
        table(_twin(lambda code: code.lstrip("0")), "households"),
        "D117",
    ),
    Way("a household in the neighbouring area", "flagged", table(_moved_next_door, "households")),
    Way("a team in the neighbouring area", "flagged", cell(_another_area, ("teams", "unit"))),
    Way(
        "a row deleted",
        "flagged",
        table(
            _row_gone, "households", "pledges", "teams", "models", "returns", "crosswalk", "assessments", "activities"
        ),
    ),
    Way("a row twice", "flagged", table(_row_twice)),
    Way("a household contradicted", "flagged", table(_contradicted("area", *AREAS), "households")),
    Way("a return contradicted", "flagged", table(_contradicted("count", "11", "12"), "returns")),
    Way("a team contradicted", "flagged", table(_contradicted("unit", *AREAS), "teams")),
    Way("two columns of households changed places", "flagged", table(swapped("household", "area"), "households")),
    Way("first and last day changed places", "flagged", table(swapped("joined", "left"), "households")),
    Way("count and total changed places", "flagged", table(swapped("count", "total"), "returns")),
    Way("day and receipt changed places", "flagged", table(swapped("date", "received"), "returns")),
    Way("first and last day of what was done changed places", "flagged", table(swapped("first", "last"), "activities")),
    Way(
        "what was done by a unit after it closed",
        "flagged",
        table(done_until("2021-07-04", "04"), "activities"),
        "X210",
    ),
    Way(
        "what was done entered again with the next month",
        "flagged",
        table(done_until("2021-08-31"), "activities"),
        "X211",
    ),
    Way("stretches that overlap", "flagged", table(overlapping, "households"), "D303"),
    Way("a pledge before its household came", "flagged", table(_signed_early, "pledges"), "X203"),
    Way("an organisation with the code of a unit", "flagged", to("0102", ("organisations", "code")), "X204"),
    Way("a team in a unit that opened later", "flagged", _opened_later, "X102"),
    Way("an area carried where its commune did not go", "flagged", _carried_elsewhere, "X112"),
    Way("a commune opened again, and nothing in it", "flagged", _opened_again, "X113"),
    Way("a level that the book has not", "flagged", to("thon", ("units", "level")), "X103"),
    Way("an area without a way up", "flagged", table(_orphaned, "units"), "X107"),
    Way("a return by a school of what communes report", "flagged", table(_sent_by("S1"), "returns"), "X209"),
    Way("a return by one of a commune's areas", "flagged", table(_sent_by("0101"), "returns"), "X209"),
    Way("a return that came late", "flagged", table(_late, "returns"), "T103"),
    Way("a return that did not come", "flagged", table(_last_return_gone, "returns"), "T104"),
    Way("a return received before its day", "flagged", to("2020-12-31", ("returns", "received")), "T102"),
    Way("a unit in itself", "flagged", cell(lambda *_: "0101", ("units", "parent"))),
    Way("a unit that closes with something in it", "flagged", to("part", ("crosswalk", "part"))),
    Way("a published number mistyped", "flagged", cell(_misspelt, ("claims", "value"))),
    Way("another number was published", "flagged", to("3", ("claims", "value"))),
]
HARMLESS = [
    Way("a byte order mark at the beginning", "harmless", whole(lambda _, text: text.encode("utf-8-sig"))),
    Way("CRLF line ends", "harmless", whole(lambda _, text: text.replace("\n", "\r\n"))),
    Way("no line end at the end", "harmless", whole(lambda _, text: text[:-1])),
    Way("rows in another order", "harmless", table(_shuffled, "units", "households", "pledges", "returns", "claims")),
    Way("columns in another order", "harmless", table(_reordered)),
    Way("all cells quoted", "harmless", table(_quoted)),
    Way("split into a folder of parts", "harmless", _in_parts),
    Way("a plain remark", "harmless", noted("đã đối chiếu khớp")),
]
WAYS = [*STRUCTURE, *VALUES, *REFERENCES, *HARMLESS]

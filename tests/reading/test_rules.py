"""Each rule of reading has a book that breaks it and one, as like it as can be, that does not."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from antq_cli.core.findings import Refused
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import open_book
from antq_cli.reading.rules import KEPT, RULES
from tests.reading.books import MANIFEST, all_findings, write
from tests.reading.helpers import BOM, NFD

UNITS = "code,name,level\nT,Top,district\n"
TEAMS = "code,kind,unit\n"
RETURNS = "date,unit,measure,count,total\n"
ISSUER = "[[report.issuers]]\nunit = 'T'\nbody = ['UBND']\nplace = 'T'\nsymbol = '/BC'\n"


def units(text: str | bytes) -> dict[str, str | bytes]:
    return {"units.csv": text}


def manifest(old: str, new: str) -> dict[str, str | bytes]:
    assert old in MANIFEST
    return {"antq.toml": MANIFEST.replace(old, new)}


def rest(text: str) -> dict[str, str | bytes]:
    return {"antq.toml": MANIFEST + text}


def team(row: str) -> dict[str, str | bytes]:
    return {"teams.csv": f"{TEAMS.strip()},established,dissolved,members\n{row}\n"}


def done(row: str) -> dict[str, str | bytes]:
    return {"activities.csv": f"first,last,unit,kind,count\n{row}\n"}


def returned(row: str) -> dict[str, str | bytes]:
    return {"returns.csv": f"{RETURNS}{row}\n"}


Files = dict[str, str | bytes]


def regime(criterion: str, *, year: str = '"11-01"') -> Files:
    """A regime of the areas with one criterion."""
    judged = "[regimes.r.subjects.area]\ncalendar = 'y'\n"
    return rest(f"[calendars]\ny = {year}\n{judged}[[regimes.r.subjects.area.criteria]]\n{criterion}\n")


def two_regimes(closed: str) -> Files:
    judged = "[regimes.{0}.subjects.area]\ncalendar = 'y'\n"
    old, new = f"[regimes.a]\nclosed = {closed}\n", "[regimes.b]\nopened = 2022-02-10\n"
    return rest(f"[calendars]\ny = '11-01'\n{old}{judged.format('a')}{new}{judged.format('b')}")


def assessed(window: str) -> Files:
    return {"assessments.csv": f"date,subject,regime,window,result\n2021-09-01,T,r,{window},met\n"}


def claimed(figure: str, value: str = "5") -> Files:
    return {"claims.csv": f"id,figure,value,source\nc1,{figure},{value},x\n"}


def begun(schema: int = 1) -> str:
    """The record of a change that puts one unit at the end of the register, and did not come to its end."""
    row = "V,b,area\n"
    before, after = (f"sha256:{sha256(text.encode()).hexdigest()}" for text in (UNITS, UNITS + row))
    return f"""schema = {schema}
id = 1
command = "edit"
at = 2021-08-02T06:00:00Z
tool = "0.1.0"
rows = {{ added = 1, changed = 0, removed = 0 }}
[[files]]
path = "units.csv"
before = "{before}"
after = "{after}"
[[files.splices]]
at = {len(UNITS)}
old = ""
new = {json.dumps(row)}
"""


OF_ALL = "measures = ['pledges.household']\nat_least = '100%'"
# For each rule the files that break it and files that do not; what they leave out are MANIFEST and UNITS.
EXAMPLES: dict[str, tuple[Files, Files]] = {
    "F001": ({"antq.toml": ""}, {}),  # an empty name: see below
    "F002": ({"units.csv/x": ""}, {}),
    "F003": ({"units.toml": ""}, {"units.txt": ""}),
    "F004": (units(UNITS.encode() + b"U,\xd5,area\n"), units(UNITS + "U,Õ,area\n")),
    "F005": (units(UNITS + "U,a\0,area\n"), units(UNITS + "U,a\x01,area\n")),
    "F006": (units(UNITS + "U,a,area\rV,b,area\n"), units(UNITS + "U,a,area\r\nV,b,area\r\n")),
    "F007": (units(UNITS + BOM + "U,a,area\n"), units(BOM + UNITS + "U,a,area\n")),
    "F008": (units(UNITS + 'U,a "b",area\n'), units(UNITS + 'U,"a ""b""",area\n')),
    "F009": (units(UNITS + 'U,"a,area\n'), units(UNITS + 'U,"a",area\n')),
    "F010": (units("T,Top,district\n"), units(UNITS)),
    "F011": (units(UNITS + "U,a\n"), units(UNITS + 'U,"a\n",area\n')),
    "F012": (units(UNITS + "U,a,b,area\n"), units(UNITS + 'U,"a,b",area\n')),
    "F013": (units("code,name,level,phone\nT,Top,district,1\n"), units("code,name,level,note\nT,Top,district,1\n")),
    "F014": (units("code,name\nT,Top\n"), units("level,name,code\ndistrict,Top,T\n")),
    "F015": (units("code,name,level,name\nT,Top,district,x\n"), units("code,name,level,act\nT,Top,district,x\n")),
    "F016": (rest("x = \n"), rest("# x = \n")),
    "F017": ({"teams.toml": "[teams]\n"}, {"teams.toml": "[[teams]]\ncode = '1'\nkind = 'a'\nunit = 'T'\n"}),
    "F018": ({"claim.csv": ""}, {"claims.csv": "id,figure,value,source\n"}),
    "F019": ({"units.txt": UNITS}, {}),
    "F020": (units(UNITS.replace(",", ";")), units(UNITS.replace("Top", "Top;"))),
    "F021": (units("DANH SÁCH;,,\n\n" + UNITS), units(UNITS + 'U,"code\nname",area\n')),
    "F022": (units(UNITS.replace("code,name,level", "Mã,Tên,Cấp")), units(UNITS + "U,Tên,area\n")),
    "F023": (
        units(f"{UNITS}<<<<<<< HEAD\nU,a,area\n=======\nU,b,area\n>>>>>>> other\n"),
        units(f'{UNITS}U,"a\n=======\nb",area\n'),
    ),
    "F024": (returned("2021-01-01,T,households,25,915,29,853"), returned('2021-01-01,T,households,"25915",29853')),
    "F025": (
        {**units(UNITS + "U,a,area\n"), ".antq/pending.toml": begun()},
        {**units(UNITS), ".antq/pending.toml": begun()},
    ),
    "F026": ({**units(UNITS), ".antq/pending.toml": begun(2)}, {**units(UNITS), ".antq/pending.toml": begun()}),
    "S001": (rest("[team.antt]\n"), rest("[teams.antt]\n")),
    "S002": (manifest('"synthetic"', '"invented"'), manifest('"synthetic"', '"published"')),
    "S003": (manifest('top = "T"\n', ""), {}),
    "S004": (rest("grain = 'village'\n"), rest("grain = 'area'\n")),
    "S005": (manifest("schema = 1", "schema = 2"), {}),
    "S006": (
        manifest('"synthetic"', '"real"\nas_of = "2021-08-31"'),
        manifest('"synthetic"', '"real"\nas_of = 2021-08-31'),
    ),
    "S007": (manifest('"T"', '"T 1"'), manifest('"T"', '"T-1"')),
    "S008": (manifest('"district"', '"area"'), {}),
    "S009": (rest("[pledges.student]\n"), rest("[pledges.student]\nsource = 'returns'\n")),
    "S011": (rest("source = 'returns'\nvalidity = { months = 12 }\n"), rest("validity = { months = 12 }\n")),
    "S012": (two_regimes("2022-02-11"), two_regimes("2022-02-10")),
    "S013": (
        regime(f"{OF_ALL}\nby = 'Q1'\ncalendar = 'y'", year="{first = '10-31', last = '10-31'}"),
        regime(f"{OF_ALL}\nby = 'Q1'", year="{first = '10-31', last = '10-31'}"),
    ),
    "S014": (regime(OF_ALL.replace("pledges.household", "households")), regime(OF_ALL)),
    "S015": (
        rest("[teams.a]\nopened = 2021-07-01\nclosed = 2021-07-01\n"),
        rest("[teams.a]\nopened = 2021-07-01\nclosed = 2021-07-02\n"),
    ),
    "S016": (
        regime("measures = ['pledges.household', 'pledges.household']\nat_least = '100%'"),
        regime("measures = ['pledges.household']\nat_least = '100%'"),
    ),
    "S022": (
        regime(f"{OF_ALL}\nby = 'Q3'", year="{first = '01-01', last = '09-29'}"),
        regime(f"{OF_ALL}\nby = 'Q3'", year="{first = '01-01', last = '09-30'}"),
    ),
    "S023": (
        rest(f"{ISSUER}until = 2021-07-02\n{ISSUER}from = 2021-07-01\n"),
        rest(f"{ISSUER}until = 2021-07-01\n{ISSUER}from = 2021-07-01\n"),
    ),
    "D101": (units(UNITS + "U 1,a,area\n"), units(UNITS + "U-1,a,area\n")),
    "D102": (team("1,a,T,31/08/2021,,"), team("1,a,T,2021-08-31,,")),
    "D103": (team("1,a,T,2021-02-29,,"), team("1,a,T,2024-02-29,,")),
    "D104": (team("1,a,T,,,25.000"), team("1,a,T,,,25000")),
    "D105": (units(UNITS + "U,,area\n"), units(UNITS + "U,0,area\n")),
    "D106": (
        {"households.csv": "household,area,excluded\nH,T,Absent\n"},
        {"households.csv": "household,area,excluded\nH,T,absent\nI,T,\n"},
    ),
    "D107": (units(f"{UNITS}U,{NFD},area\n"), units(UNITS + "U,Cẩm Thủy,area\n")),
    "D108": (returned("2021-01-01,T,pledges,1,"), returned("2021-01-01,T,pledges.household,1,")),
    "D109": (
        {"teams.toml": "[[teams]]\ncode = '1'\nkind = 'a'\nunit = 390\n"},
        {"teams.toml": "[[teams]]\ncode = '1'\nkind = 'a'\nunit = '390'\nmembers = 3\nestablished = 2021-01-01\n"},
    ),
    "D110": (claimed("households@T"), claimed("households@T:2021-08-31")),
    "D111": (claimed("households@T:2021-08-31", "hơn 90%"), claimed("households@T:2021-08-31", '"104,5%"')),
    "D112": (assessed("21"), assessed("2021")),
    "D115": (
        {"teams.csv": f"{TEAMS.strip()},established\n1,a,T,31/08/2021\n2,a,T,03/08/2021\n"},
        {"teams.csv": f"{TEAMS.strip()},established\n1,a,T,2021-08-31\n2,a,T,2021-08-03\n"},
    ),
    "D116": ({"returns.csv": f"{RETURNS}Tổng cộng,,,84,\n"}, returned("2021-01-01,T,households,84,")),
    "D201": (team("1,a,T,2021-01-01,2021-01-01,"), team("1,a,T,2021-01-01,2021-01-02,")),
    "D202": (returned("2021-01-01,T,households,6,5"), returned("2021-01-01,T,households,5,5")),
    "D203": (done("2021-01-02,2021-01-01,T,a,1"), done("2021-01-01,2021-01-01,T,a,1")),
    "D301": ({"teams.csv": TEAMS + "1,a,T\n1,a,T\n"}, {"teams.csv": TEAMS + "1,a,T\n2,a,T\n"}),
    "D302": ({"teams.csv": TEAMS + "1,a,T\n1,b,T\n"}, {"teams.csv": TEAMS + "1,a,T\n2,b,T\n"}),
    "D303": (
        {"households.csv": "household,area,joined,left\nH,T,,2021-02-01\nH,U,2021-01-31,\n"},
        {"households.csv": "household,area,joined,left\nH,T,,2021-02-01\nH,U,2021-02-01,\n"},
    ),
    "T003": (returned("0021-01-01,T,households,5,5"), returned("1900-01-01,T,households,5,5")),
}  # fmt: skip


def broken_in(folder: Path, files: Files) -> list[str]:
    has_units = any(name.startswith("units") for name in files)
    write(folder, {"antq.toml": MANIFEST, **({} if has_units else units(UNITS)), **files})
    return [finding.rule.code for finding in all_findings(folder)]


@pytest.mark.parametrize("code", [code for code in RULES if code not in ("F001", "F003")])
def test_a_rule_is_broken_by_what_breaks_it_and_by_nothing_like_it(tmp_path: Path, code: str) -> None:
    bad, good = EXAMPLES[code]
    assert broken_in(tmp_path / "bad", bad) == [code]
    assert broken_in(tmp_path / "good", good) == []


def test_two_forms(tmp_path: Path) -> None:
    bad, good = EXAMPLES["F003"]
    assert broken_in(tmp_path / "bad", {**units(UNITS), **bad}) == ["F003"]
    assert broken_in(tmp_path / "good", {**units(UNITS), **good}) == []


def test_no_book(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        open_book(str(tmp_path), tmp_path)
    assert [finding.rule.code for finding in caught.value.findings] == ["F001"]
    assert broken_in(tmp_path, {}) == []


def test_a_count_above_its_total_is_shown_as_it_is(tmp_path: Path) -> None:
    assert {"D202"} == KEPT
    write(tmp_path, {"antq.toml": MANIFEST, "returns.csv": f"{RETURNS}2021-01-01,T,households,6,5\n"})
    table = open_book(str(tmp_path), tmp_path).table("returns")
    assert (table.columns["count"], table.columns["total"], table.broken) == (["6"], ["5"], [])


def test_every_rule_has_an_example() -> None:
    assert [*EXAMPLES] == [*RULES]


def test_only_a_stray_file_is_a_warning() -> None:
    assert [rule.code for rule in RULES.values() if rule.severity == "warning"] == ["F018"]


def test_rules_are_of_the_registers_whose_rows_have_what_they_judge() -> None:
    models = {name: register.model for name, register in REGISTERS.items()}
    assert RULES["F001"].of != RULES["F003"].of == tuple(REGISTERS)
    assert RULES["T003"].of == tuple(name for name, model in models.items() if model.happened is not None)
    assert RULES["D303"].of == tuple(name for name, model in models.items() if model.stretch is not None)

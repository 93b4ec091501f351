"""The manifest: every S rule at its place, and what it means where nothing is wrong."""

import re
from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.calendars import CIVIL, Calendar
from antq_cli.core.findings import Finding, Refused
from antq_cli.core.manifest import Manifest, YearWindow
from antq_cli.core.values import Said
from antq_cli.reading.manifest import read_manifest
from antq_cli.words.speech import speech, suggestion
from tests.helpers import shown
from tests.reading.books import MANIFEST
from tests.reading.helpers import BOM, marked

DATA = Path(__file__).parents[2] / "data"
# A manifest with a place for more in the campaign and at the end.
BASE = MANIFEST.replace('data = "synthetic"\n', 'data = "synthetic"\n{campaign}\n') + "\n{rest}\n"


def manifest(campaign: str = "", rest: str = "") -> str:
    return BASE.format(campaign=campaign, rest=rest)


LEVELS = '[[levels]]\nid = "district"\n[[levels]]\nid = "area"\n'


def found(text: str | bytes) -> list[Finding]:
    with pytest.raises(Refused) as caught:
        read_manifest(text if isinstance(text, bytes) else text.encode())
    return list(caught.value.findings)


YEARS = '[calendars]\ny = "11-01"\n'
WINDOWS = '[calendars]\ny = {first = "10-31", last = "10-31"}\n'
AREAS = '[regimes.r.subjects.area]\ncalendar = "y"\n'
CRITERION = f"{YEARS}{AREAS}[[regimes.r.subjects.area.criteria]]\n"
ALL = 'at_least = "100%"\nmeasures = '
FROM = "opened = 2021-07-01\n"
ISSUER = '[[report.issuers]]\nunit = "T"\nbody = ["UBND"]\nplace = "T"\nsymbol = "/BC"\n'
ANOTHER = ISSUER.replace('unit = "', 'unit = "¦')
BODIES = ("agency", "enterprise", "school", "armed-forces")
SECTIONS = {
    *("schema", "campaign", "levels", "calendars", "pledges", "teams", "models", "standards", "regimes"),
    "activities",
    *("households", "returns", "report", "rules", "waivers"),
}
WRONG = {
    "unknown key": ("S001", manifest('¦colour = "red"')),
    "unknown section": ("S001", manifest(rest="[¦team.antt]")),
    "unknown key of a section of a kind": ("S001", manifest(rest="[teams.antt]\n¦members = 3")),
    "unknown key of a title": ("S001", manifest('title.¦fr = "Campagne"')),
    "unknown key of a window": ("S001", manifest(rest='[calendars]\nx = {first = "10-31", last = "10-31", ¦mid = 1}')),
    "unknown key in quotes": ("S001", manifest('"¦a b" = 1')),
    "unknown key of a regime": ("S001", manifest(rest="[regimes.r]\n¦years = 1")),
    "unknown key of a criterion": ("S001", manifest(rest=f'{CRITERION}{ALL}["pledges.household"]\n¦until = "Q1"')),
    "unknown key of the returns": ("S001", manifest(rest="[returns]\n¦late = 5")),
    "unknown key of a report": ("S001", manifest(rest='[report]\n¦issuer = "x"')),
    "unknown key of an issuer": ("S001", manifest(rest=f'{ISSUER}¦signed = "x"')),
    "bool for schema": ("S002", manifest().replace("schema = 1", "schema = ¦true")),
    "string for schema": ("S002", manifest().replace("schema = 1", 'schema = "¦1"')),
    "float for schema": ("S002", manifest().replace("schema = 1", "schema = ¦1.0")),
    "number for a name": ("S002", manifest(rest="[teams.antt]\nvi = ¦3")),
    "number for an id": ("S002", manifest().replace('top = "T"', "top = ¦390")),
    "unknown word": ("S002", manifest().replace('"synthetic"', '"¦invented"')),
    "register as the source of pledges": ("S002", manifest(rest='[pledges.area]\nsource = "¦register"')),
    "no percentage": ("S002", manifest(rest='[pledges.area]\ntarget = "¦101%"')),
    "no such month": ("S002", manifest(rest='[calendars]\nx = "¦13-01"')),
    "a day that some years lack": ("S002", manifest(rest='[calendars]\nx = "¦02-29"')),
    "no day of a window": ("S002", manifest(rest='[calendars]\nx = {first = "10-31", last = "¦11-31"}')),
    "a week": ("S002", manifest(rest='[calendars]\nx = "¦W01-1"')),
    "number for a calendar": ("S002", manifest(rest="[calendars]\nx = ¦1")),
    "array for a calendar": ("S002", manifest(rest='[calendars]\nx = ¦["01-01"]')),
    "key for a section": ("S002", manifest(rest="[pledges]\narea = ¦1")),
    "array for a section": ("S002", manifest(rest="[[¦teams]]").replace("[[¦", "¦[[")),
    "table for an array": ("S002", manifest().replace('[[levels]]\nid = "district"\n[[levels]]', "¦[levels]")),
    "no level": ("S002", "levels = ¦[]\n" + manifest().replace(LEVELS, "")),
    "source of a standard": ("S002", manifest(rest='[standards.area]\nsource = "¦journal"')),
    "source of households": ("S002", manifest(rest='[households]\nsource = "¦journal"')),
    "no such span": ("S002", manifest(rest='[returns]\nevery = "¦week"')),
    "no such span of a kind": ("S002", manifest(rest='[teams.antt]\nevery = "¦day"')),
    "days as text": ("S002", manifest(rest='[returns]\ndue = "¦5"')),
    "days before the last": ("S002", manifest(rest="[returns]\ndue = ¦-1")),
    "more days than anybody waits": ("S002", manifest(rest="[returns]\nstale = ¦3661")),
    "no month": ("S002", manifest(rest="[pledges.area]\nvalidity = {months = ¦0}")),
    "more months than anybody lives": ("S002", manifest(rest="[pledges.area]\nvalidity = {months = ¦1201}")),
    "no such part of a window": ("S002", manifest(rest=f'{CRITERION}{ALL}["pledges.household"]\nby = "¦Q5"')),
    "threshold of nothing": ("S002", manifest(rest=f'{CRITERION}measures = ["pledges.household"]\nat_least = ¦0')),
    "threshold of 0 %": ("S002", manifest(rest=f'{CRITERION}measures = ["pledges.household"]\nat_least = "¦0%"')),
    "threshold over 100 %": ("S002", manifest(rest=f'{CRITERION}measures = ["pledges.household"]\nat_least = "¦101%"')),
    "number as text": ("S002", manifest(rest=f'{CRITERION}measures = ["pledges.household"]\nat_least = "¦18"')),
    "no measure": ("S002", manifest(rest=f"{CRITERION}{ALL}¦[]")),
    "exempt by a word": ("S002", manifest(rest='[regimes.r]\nexempt = "¦small"')),
    "issuer without a name": ("S002", manifest(rest=ISSUER.replace('["UBND"]', "¦[]"))),
    "control in a line of an issuer": ("S002", manifest(rest=f'{ISSUER}authority = ["TM.", "¦A\\u0007"]')),
    "several lines as one": ("S002", manifest(rest=f'{ISSUER}superior = ["¦A\\nB"]')),
    "mark of direction in a line": ("S002", manifest(rest=f'{ISSUER}recipients = ["¦A\\u202eB"]')),
    "blank symbol of an issuer": ("S002", manifest(rest=ISSUER.replace('"/BC"', '"¦ "'))),
    "text for lines": ("S002", manifest(rest=f'{ISSUER}authority = "¦TM."')),
    "missing place of an issuer": ("S003", manifest(rest="¦" + ISSUER.replace('place = "T"\n', ""))),
    "missing calendar of a regime": ("S003", manifest(rest="¦[regimes.r.subjects.area]")),
    "missing threshold": ("S003", manifest(rest=f'{CRITERION}measures = ["pledges.household"]').replace("[[r", "¦[[r")),
    "missing key": ("S003", manifest().replace("[campaign]", "¦[campaign]").replace('top = "T"\n', "")),
    "missing part of a title": ("S003", manifest().replace('title.vi = "Chiến dịch"\ntitle.en', "¦title.en")),
    "missing beginning of a window": ("S003", manifest(rest='[calendars]\nx = ¦{last = "10-31"}')),
    "missing id of a level": ("S003", manifest(rest='¦[[levels]]\nvi = "xã"')),
    "missing section": ("S003", '¦schema = 1\n[[levels]]\nid = "a"\n'),
    "empty manifest": ("S003", "¦"),
    "unknown calendar": ("S004", manifest('calendar = "¦report"', '[calendars]\nreports = "12-15"')),
    "unknown grain": ("S004", manifest(rest='[teams.antt]\ngrain = "¦village"')),
    "unknown subject": ("S004", manifest(rest='[pledges.x]\nsubject = "¦houshold"')),
    "unknown subject by its id": ("S004", manifest(rest="[pledges.¦houshold]")),
    "unknown grain of households": ("S004", manifest(rest='[households]\ngrain = "¦village"')),
    "unknown reach of teams": ("S004", manifest(rest='[teams.antt]\nreach = "¦school"')),
    "unknown reach of models": ("S004", manifest(rest='[models.clan]\nreach = "¦schools"')),
    "unknown subject of the standard": ("S004", manifest(rest="[standards.¦commune]")),
    "unknown subject of a regime": ("S004", manifest(rest=f'{YEARS}[regimes.r.subjects.¦commune]\ncalendar = "y"')),
    "unknown calendar of a regime": ("S004", manifest(rest=f"{YEARS}{AREAS}".replace('= "y"', '= "¦z"'))),
    "unknown calendar of the returns": ("S004", manifest(rest=f'{YEARS}[returns]\ncalendar = "¦z"')),
    "unknown measure of a criterion": ("S004", manifest(rest=f'{CRITERION}{ALL}["pledges.household", "¦teams.antt"]')),
    "flow for a criterion": ("S004", manifest(rest=f'{CRITERION}{ALL}["¦pledges.household.signed"]')),
    "no measure at all": ("S004", manifest(rest=f'{CRITERION}{ALL}["¦households.x"]')),
    "later schema": ("S005", manifest().replace("schema = 1", "schema = ¦2") + "new = 1\n"),
    "schema 0": ("S005", manifest().replace("schema = 1", "schema = ¦0")),
    "day as a string": ("S006", manifest('as_of = "¦2021-08-31"')),
    "day of an issuer as a string": ("S006", manifest(rest=f'{ISSUER}from = "¦2021-08-31"')),
    "moment for a day": ("S006", manifest("as_of = ¦2021-08-31T00:00:00")),
    "number for a day": ("S006", manifest("as_of = ¦20210831")),
    "time for a day": ("S006", manifest(rest="[teams.antt]\nclosed = ¦07:30:00")),
    "no code": ("S007", manifest().replace('top = "T"', 'top = "¦T 1"')),
    "blank code": ("S007", manifest().replace('top = "T"', 'top = "¦"')),
    "no code for a kind": ("S007", manifest(rest='[pledges."¦hộ dân"]\nsubject = "household"')),
    "no code for a calendar": ("S007", manifest(rest="[calendars]\n'¦a b' = \"01-01\"")),
    "repeated level": ("S008", manifest(rest='[[levels]]\nid = "¦area"')),
    "journal of students": ("S009", manifest(rest="[pledges.¦student]")),
    "journal of students by its subject": ("S009", manifest(rest='[pledges.¦pupils]\nsubject = "student"')),
    "two regimes of one subject": (
        "S012",
        manifest(rest=f"{YEARS}{AREAS}{AREAS.replace('.r.', '.s.').replace('.area', '.¦area')}"),
    ),
    "part of a window": (
        "S013",
        manifest(rest=f'{CRITERION}{ALL}["pledges.household"]\nby = "¦Q1"\ncalendar = "y"').replace(YEARS, WINDOWS),
    ),
    "windows for the returns": ("S013", manifest(rest=f'{WINDOWS}[returns]\ncalendar = "¦y"')),
    "share of units": ("S014", manifest(rest=f'{CRITERION}{ALL}["pledges.household", "¦units.area"]')),
    "team that ends before it begins": ("S015", manifest(rest=f"[teams.a]\n{FROM}closed = ¦2021-06-30")),
    "team that ends as it begins": ("S015", manifest(rest=f"[teams.a]\n{FROM}closed = ¦2021-07-01")),
    "model that ends as it begins": ("S015", manifest(rest=f"[models.a]\n{FROM}closed = ¦2021-07-01")),
    "regime that ends as it begins": ("S015", manifest(rest=f"[regimes.a]\n{FROM}closed = ¦2021-07-01")),
    "issuer that ends as it begins": ("S015", manifest(rest=f"{ISSUER}from = 2021-07-01\nuntil = ¦2021-07-01")),
    "two issuers": ("S023", manifest(rest=f"{ISSUER}until = 2021-07-02\n{ANOTHER}from = 2021-07-01")),
    "measure twice": ("S016", manifest(rest=f'{CRITERION}{ALL}["pledges.household", "¦pledges.household"]')),
    "no such day": ("F016", manifest("as_of = 2021¦-13-45")),
    "two dots": ("F016", manifest("title.¦.vi = 1")),
    "unclosed": ("F016", manifest(rest='x = "abc¦')),
    "tab and wide characters before": ("F016", '\ufefftitle = "👩‍🌾\u2028é"\t¦= 1\n'),
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("dress", ["plain", "bom", "crlf"])
def test_a_wrong_manifest_says_where(code: str, text: str, dress: str) -> None:
    text = {"plain": text, "bom": BOM + text.removeprefix(BOM), "crlf": text.replace("\n", "\r\n")}[dress]
    text, place = marked(text)
    findings = found(text)
    first = findings[0]
    assert (first.rule.code, first.place.path, first.place[1:]) == (code, "antq.toml", place)
    assert len(findings) == 1 or code == "S003"
    if first.cell is not None:
        after = text.removeprefix(BOM).split("\n")[place[0] - 1][place[1] - 1 :]
        assert first.cell.startswith(after) or after.startswith(first.cell)


def test_a_threshold_that_is_neither_a_number_nor_a_text_is_found_once() -> None:
    text = manifest(rest=f'{CRITERION}measures = ["pledges.household"]\nat_least = 0.7')
    assert [finding.rule.code for finding in found(text)] == ["S002"]


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("unknown key", {"id", "title", "top", "data", "as_of", "begins", "calendar", "lang"}),
        ("unknown section", SECTIONS),
        (
            "unknown key of a section of a kind",
            {"source", "grain", "every", "reach", "opened", "closed", "law", "vi", "en"},
        ),
        ("unknown key of a regime", {"vi", "en", "law", "opened", "closed", "exempt", "subjects"}),
        ("unknown key of a criterion", {"vi", "en", "measures", "at_least", "by", "calendar"}),
        ("unknown key of the returns", {"every", "calendar", "due", "stale"}),
        ("unknown key of a report", {"issuers"}),
        (
            "unknown key of an issuer",
            {*("unit", "from", "until", "superior", "body", "name", "place", "symbol", "authority", "recipients")},
        ),
        ("unknown key of a title", {"vi", "en"}),
        ("unknown key of a window", {"first", "last", "vi", "en"}),
        ("unknown calendar", {"reports", "calendar"}),
        ("unknown grain", {"district", "area", *BODIES}),
        ("unknown grain of households", {"district", "area", *BODIES}),
        ("unknown reach of teams", {"district", "area"}),
        ("unknown reach of models", {"district", "area", *BODIES}),
        ("unknown subject of the standard", {"district", "area", *BODIES}),
        ("unknown subject of a regime", {"district", "area", *BODIES}),
        ("unknown calendar of a regime", {"y", "calendar"}),
        ("unknown calendar of the returns", {"y", "calendar"}),
        ("unknown subject", {"household", "student", "organisation", "district", "area", *BODIES}),
    ],
)
def test_what_could_have_been_meant_is_offered(name: str, allowed: set[str]) -> None:
    (finding,) = found(marked(WRONG[name][1])[0])
    assert set(finding.values["allowed"]) == allowed


@pytest.mark.parametrize(
    "rest",
    [
        '[returns]\ncalendar = "calendar"',
        f'{YEARS}[returns]\ncalendar = "y"',
        '[regimes.r.subjects.area]\ncalendar = "calendar"',
        '[pledges.area]\nvalidity = {lapses = "year", calendar = "calendar"}',
        *(f"[{kind}]\n{FROM}closed = 2021-07-02" for kind in ("teams.a", "models.a", "regimes.a")),
        "[teams.a]\nclosed = 2021-07-01",
        *(f"[pledges.area]\nvalidity = {{months = {months}}}" for months in (1, 1200)),
        "[returns]\nstale = 3660",
        f'{CRITERION}{ALL}["pledges.household"]\n[[regimes.r.subjects.area.criteria]]\n{ALL}["pledges.household"]',
    ],
)
def test_what_is_nearly_wrong_is_right(rest: str) -> None:
    """The civil calendar need not be declared; a measure may be in two criteria; a kind may last a day."""
    assert read_manifest(manifest('calendar = "calendar"', rest).encode())[0].calendar("calendar") == CIVIL


def test_a_calendar_of_that_name_may_be_declared() -> None:
    declared = read(manifest(rest='[calendars]\ncalendar = "11-16"'))
    assert declared.calendar("calendar").year(2021).first == date(2020, 11, 16)
    assert declared.calendar_ids == ["calendar"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("no month", "months"),
        ("more months than anybody lives", "months"),
        ("more days than anybody waits", "days"),
        ("no percentage", "percentage"),
        ("no such month", "month-day"),
        ("control in a line of an issuer", "line"),
    ],
)
def test_what_was_expected_is_said(name: str, expected: str) -> None:
    (finding,) = found(marked(WRONG[name][1])[0])
    assert finding.values["expected"] == Said("expected", expected)


def test_all_faults_come_out_in_one_run_in_their_order() -> None:
    text = manifest("as_of = 1\ncolour = 2", '[calendars]\nx = 3\n[teams.antt]\nopened = "x"').replace(
        'top = "T"\n', ""
    )
    assert [(finding.rule.code, finding.place.line) for finding in found(text)] == [
        ("S003", 2),
        ("S006", 7),
        ("S001", 8),
        ("S002", 16),
        ("S006", 18),
    ]


@pytest.mark.parametrize("raw", [b"\xff\xfes\0", "schema = 1 # đê".encode("cp1258")])
def test_a_manifest_is_utf_8(raw: bytes) -> None:
    assert [finding.rule.code for finding in found(raw)] == ["F004"]


def test_a_long_value_is_shown_in_part() -> None:
    (finding,) = found(manifest(f'as_of = "{"x" * 100}"'))
    assert finding.values["value"] == "x" * 60 + "…"


def read(text: str) -> Manifest:
    return read_manifest(text.encode())[0]


def test_what_is_left_out_has_its_meaning() -> None:
    book = read(manifest(rest="[pledges.area]\n[teams.antt]\n[models.clan]"))
    assert (book.campaign.as_of, book.campaign.calendar, book.campaign.lang) == (None, None, None)
    assert (book.subject("area"), book.pledges["area"].source, book.grain(book.pledges["area"])) == (
        "area",
        "journal",
        "area",
    )
    assert (book.teams["antt"].source, book.models["clan"].name("vi")) == ("register", None)
    assert (book.depth("district"), book.depth("area"), book.level("area").id) == (0, 1, "area")


def test_what_is_written_has_its_meaning() -> None:
    rest = (
        '[calendars]\nyear = "01-01"\nfire = {first = "10-31", last = "10-31"}\n'
        'work = {first = "12-15", vi = "kỳ báo cáo"}\n'
        '[pledges.pupils]\nsubject = "student"\nsource = "returns"\ngrain = "district"\ntarget = "100%"\n'
        'vi = "học sinh"\n'
        "[teams.antt]\nopened = 2015-01-01\nclosed = 2024-07-01\n"
    )
    book = read(manifest('as_of = 2021-08-31\ncalendar = "fire"\nlang = "en"', rest))
    assert (book.campaign.as_of, book.teams["antt"].closed) == (date(2021, 8, 31), date(2024, 7, 1))
    work = YearWindow(first="12-15", vi="kỳ báo cáo")
    assert book.calendars == {"year": "01-01", "fire": YearWindow(first="10-31", last="10-31"), "work": work}
    assert (book.calendar("work").windows, book.calendar("fire").windows) == (False, True)
    assert (book.names_of("work"), book.names_of("year")) == (("kỳ báo cáo", None), (None, None))
    assert (book.subject("pupils"), book.grain(book.pledges["pupils"])) == ("student", "district")
    assert book.pledges["pupils"].name("en") == "học sinh"  # the other language rather than none


def test_a_regime_and_its_criteria_have_their_meaning() -> None:
    more = (
        '[standards.area]\n[regimes.r]\nclosed = 2022-02-10\nexempt = ["small"]\n'
        f'{CRITERION}measures = ["pledges.household", "standards.area.met"]\nat_least = "97.5%"\nby = "H1"\n'
        '[[regimes.r.subjects.area.criteria]]\nmeasures = ["units.area"]\nat_least = 3\n'
    )
    regime = read(manifest(rest=more)).regimes["r"]
    share, number = regime.subjects["area"].criteria
    window = Calendar("y", "11-01").year(2021)
    due = [criterion.due(window, CIVIL) for criterion in (share, number)]
    assert (share.share, number.share, due) == (9750, None, [date(2021, 6, 30), None])
    assert [regime.in_force(day) for day in (date.min, date(2022, 2, 9), date(2022, 2, 10))] == [True, True, False]
    assert regime.exempt == ("small",)


def test_what_is_said_of_returns_has_its_meaning() -> None:
    said = read(manifest(rest='[returns]\nevery = "quarter"\ndue = 0\n[households]\ngrain = "district"\n'))
    assert (said.returns.every, said.returns.due, said.returns.stale) == ("quarter", 0, None)
    assert (said.kinds("households")[""].grain, said.households.source) == ("district", "register")
    assert read(manifest()).returns.every == "month"


def test_flows_alone_are_of_the_year_up_to_the_day() -> None:
    day = date(2021, 8, 31)
    held = read(manifest('calendar = "police"', '[calendars]\npolice = "11-01"\n'))
    assert held.within("pledges", day) is None
    assert held.within("activities", day) == (date(2020, 11, 1), day, "2021", "police", True)
    assert held.within("activities", day, CIVIL) == (date(2021, 1, 1), day, "2021", CIVIL.id, True)


def test_whom_a_kind_is_to_reach_is_the_lowest_level_unless_it_says_so() -> None:
    book = read(manifest(rest='[teams.antt]\n[teams.anxh]\nreach = "district"\n[models.gate]\nreach = "school"\n'))
    assert [book.reach(kind) for kind in (*book.teams.values(), *book.models.values())] == [
        "area",
        "district",
        "school",
    ]


def test_a_name_is_that_of_the_language() -> None:
    book = read(manifest(rest='[models.clan]\nvi = "dòng họ"\nen = "clan"'))
    assert [book.models["clan"].name(lang) for lang in ("vi", "en")] == ["dòng họ", "clan"]


def test_one_level_is_enough() -> None:
    assert len(read(manifest().replace(LEVELS, '[[levels]]\nid = "area"\n')).levels) == 1


@pytest.mark.parametrize("path", sorted(DATA.glob("*/antq.toml")), ids=lambda path: path.parent.name)
def test_the_books_of_the_project_are_right(path: Path) -> None:
    assert read_manifest(path.read_bytes())[0].schema_ == 1


# ------------------------------------------------------------------------------------------------- as it should stand


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        (manifest().replace('top = "T"', 'top = "T'), "F016", 'top = "T"'),
        (manifest().replace('top = "T"', "top = “T”"), "F016", 'top = "T"'),
        (manifest().replace('top = "T"', "top = Cẩm Thủy # huyện"), "F016", 'top = "Cẩm Thủy"'),
        (manifest("as_of = 31/08/2021"), "F016", "as_of = 2021-08-31"),
        (manifest("as_of = 2021-13-45"), "F016", None),
        (manifest(rest="[pledges.giao-thông]"), "F016", "[pledges.giao-thong]"),
        (manifest(rest='[teams.antt]\nlaw = "a" b'), "F016", None),
        (manifest(rest="[teams.antt]\n[teams.antt]"), "F016", None),
        (manifest(rest="[pledges.area]\ntarget = 95"), "S002", '"95%"'),
        (manifest(rest="[pledges.area]\ntarget = 0.955"), "S002", '"95.5%"'),
        (manifest(rest="[pledges.area]\ntarget = -1"), "S002", None),
        (manifest(rest=f"{CRITERION}measures = ['pledges.household']\nat_least = 0.7"), "S002", '"70%"'),
        (manifest().replace('top = "T"', "top = 0390"), "F016", 'top = "0390"'),
        (manifest().replace('top = "T"', "top = 390"), "S002", '"390"'),
        (manifest(rest='[returns]\ndue = "10"'), "S002", "10"),
        (
            manifest(rest=f"{CRITERION}measures = 'pledges.household'\nat_least = '70%'"),
            "S002",
            '["pledges.household"]',
        ),
        (manifest(rest="[pledges.area]\nsource = 'return'"), "S002", "returns"),
        (manifest('as_of = "2021-08-31"'), "S006", "2021-08-31"),
        (manifest('as_of = "31/08/2021"'), "S006", "2021-08-31"),
        (manifest('as_of = "03/08/2021"'), "S006", None),
    ],
)
def test_a_value_is_told_as_it_should_stand(text: str, code: str, meant: str | None) -> None:
    (finding,) = found(text)
    assert (finding.rule.code, suggestion(shown(finding))) == (code, meant)


def test_one_title_for_two_languages_is_told_as_two() -> None:
    title = 'title = "Cuộc vận động"'
    (finding,) = found(re.sub(r"title\.vi = .*\ntitle\.en = .*", title, manifest()))
    assert suggestion(shown(finding)) == '{ vi = "Cuộc vận động", en = "…" }'


def test_what_the_parser_finds_is_told_in_the_language() -> None:
    (finding,) = found(manifest().replace('top = "T"', 'top = "T'))
    assert speech("vi").describe(shown(finding)).what == "Sai cú pháp TOML: thiếu dấu ngoặc kép đóng."


# ----------------------------------------------------------------------------------------------------- what is too deep


@pytest.mark.parametrize(
    "text",
    [
        "a." * 16_000 + "b = 1\n",
        "[" + "a." * 50_000 + "a]\n",
        "[[ " + '"a" . ' * 70 + "a]]\n",
        "x = { " + "a." * 70 + "b = 1 }\n",
        "x = " + "[" * 300 + "]" * 300,
        "x = " + "{ a = " * 100 + "1" + " }" * 100,
        "x = " + "[" * 50_000,
    ],
    ids=["key", "table", "quoted", "braces", "arrays", "tables", "open"],
)
def test_what_is_too_deep_is_refused_before_it_takes_time(text: str) -> None:
    (finding,) = found(manifest(rest=text))
    assert (finding.rule.code, str(finding.values["what"])) == ("F016", "deep")


def test_points_in_texts_are_no_names() -> None:
    text = ". ".join(["mục"] * 200)
    assert read_manifest(manifest(rest=f'[teams.antt]\nlaw = "{text}"\n# {"a." * 200}').encode())

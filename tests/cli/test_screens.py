"""What people see: every command in both languages, on narrow and on wide screens.

The pictures are in __snapshots__, one file a command; whoever changes one reads it before accepting it
(pytest --snapshot-update).
"""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.bringing import BROUGHT, NOT_BROUGHT
from tests.cli.entering import ENTERING, NOT_ENTERED
from tests.cli.harness import run
from tests.cli.pictures import OneFileACommand, drawn

LANGUAGES = ("vi", "en")
TABLES = [
    "-b data/cam-thuy-2021 pledges summary",
    "-b data/cam-thuy-2021 pledges summary --by commune",
    "-b data/cam-thuy-2021 pledges summary --unit 15127",
    "-b data/cam-thuy-2021 teams summary",
    "-b data/cam-thuy-sample pledges summary",
    "-b data/cam-thuy-sample pledges summary --by commune",
    "-b data/cam-thuy-sample teams summary",
    "-b tests/books/areas pledges summary",
    "-b tests/books/areas pledges summary --by commune",
    "-b tests/books/areas pledges summary --by area --kind household",
    "-b tests/books/areas pledges summary --unit 102 --by area",
    "-b tests/books/areas teams summary",
    "-b tests/books/areas teams summary --by area",
    "-b tests/books/journal pledges summary --by area",
    "-b tests/books/journal pledges summary --by commune --as-of 2022-12-31",
    "-b tests/books/journal teams summary --by commune --as-of 31/12/2021",
    "-b tests/books/odd pledges summary",
    "-b tests/books/odd pledges summary --by commune --kind household",
    "-b tests/books/odd teams summary --by commune",
    "-b tests/books/bad pledges summary --by commune",
    # On the map of another day, over a period, compared with another day.
    "-b data/cam-thuy-2021 pledges summary --basis 2025-07-01",
    "-b data/cam-thuy-2021 pledges summary --period 2021-Q3",
    "-b data/cam-thuy-2021 pledges summary --vs 2021-06-30",
    "-b data/cam-thuy-sample pledges summary --basis 2025-07-01",
    "-b data/cam-thuy-sample pledges summary --basis 2025-07-01 --by commune",
    "-b data/cam-thuy-sample pledges summary --period 2021-12 --kind household --kind registration",
    "-b data/cam-thuy-sample pledges summary --period 2021-12 --by commune --kind registration",
    "-b data/cam-thuy-sample pledges summary --vs 2021-Q2",
    "-b data/cam-thuy-sample pledges summary --vs 2021-Q2 --by commune --kind household",
    "-b data/cam-thuy-sample pledges summary --period 2021-Q3 --vs 2021-Q2",
    "-b data/cam-thuy-sample teams summary --basis 2025-07-01 --by commune",
    "-b tests/books/journal pledges summary --basis 2022-12-31 --by commune --kind household",
    "-b tests/books/journal pledges summary --period 2022 --by area --kind household",
    "-b tests/books/journal teams summary --vs 2021 --by area",
    # Several units, and levels with subtotals.
    "-b tests/books/areas pledges summary --by commune,area",
    "-b tests/books/areas pledges summary --unit 1 --unit 101 --by area",
    "-b tests/books/areas pledges summary --unit 10*",
    "-b data/cam-thuy-sample pledges summary --unit 'Cẩm T*' --kind household --kind registration",
    "-b data/cam-thuy-sample pledges summary --unit 15127 --unit 15133 --by commune,area --kind household",
    "-b tests/books/journal pledges summary --vs 2021 --as-of 2022-12-31 --unit 10 --unit 20 --by area",
    "-b tests/books/areas teams summary --by commune,area",
    "-b tests/books/areas pledges trend --every quarter --by commune,area --kind household",
    "-b tests/books/areas pledges trend --every quarter --unit 102 --unit 101 --kind household",
    "-b tests/books/areas pledges gaps --unit 101 --unit 102",
    # Over time.
    "-b data/cam-thuy-2021 pledges trend",
    "-b data/cam-thuy-2021 pledges trend --by commune --every year",
    "-b data/cam-thuy-sample pledges trend --every quarter",
    "-b data/cam-thuy-sample pledges trend --kind household --by commune",
    "-b data/cam-thuy-sample pledges trend --kind registration --basis 2025-07-01 --by commune",
    "-b tests/books/areas pledges trend --every quarter",
    "-b tests/books/areas pledges trend --every quarter --by area",
    "-b tests/books/journal pledges trend --every year",
    "-b tests/books/journal pledges trend --every quarter --by commune --kind household --kind student",
    # What is missing.
    "-b data/cam-thuy-2021 pledges gaps",
    "-b data/cam-thuy-sample pledges gaps",
    "-b data/cam-thuy-sample pledges gaps --kind household --basis 2025-07-01 --target 87,5%",
    "-b data/cam-thuy-sample pledges summary --by school --unit 15127 --kind student --kind organisation",
    "-b tests/books/areas pledges gaps",
    "-b tests/books/areas pledges gaps --by area --target 80%",
    "-b tests/books/journal pledges gaps",
    "-b tests/books/journal pledges gaps --by area --kind household --kind organisation",
]
# The whole campaign: models, the standard, returns in time, claims, two sources, and all of it on one page.
CAMPAIGN = [
    "-b data/cam-thuy-2021 summary",
    "-b data/cam-thuy-sample summary",
    "-b data/cam-thuy-sample summary --unit 15127 --as-of 2024-07-01",
    "-b tests/books/areas summary",
    "-b tests/books/odd summary",
    "-b tests/books/bad summary",
    "-b data/cam-thuy-2021 models summary",
    "-b data/cam-thuy-sample models summary",
    "-b data/cam-thuy-sample activities summary",
    "-b data/cam-thuy-sample activities summary --vs 2020 --by commune --kind outreach --top 4",
    "-b data/cam-thuy-sample activities summary --every month --kind outreach",
    "-b data/cam-thuy-sample activities summary --every quarter --by commune --kind awards",
    "-b data/cam-thuy-sample models summary --by commune --kind school-gate --kind veterans",
    "-b tests/books/journal models summary --vs 2021 --by area --kind veterans",
    "-b tests/books/areas models summary --unit 1 --unit 102 --by area --kind veterans",
    "-b tests/books/areas standards summary --unit 101 --unit 102",
    "-b tests/books/areas standards summary --by commune,area --kind area",
    "-b tests/books/areas returns summary --unit 101 --unit 102 --kind household",
    "-b data/cam-thuy-2021 standards summary",
    "-b data/cam-thuy-sample standards summary --window 2021",
    "-b data/cam-thuy-sample standards summary --window 2023 --unit 15127",
    "-b data/cam-thuy-sample standards summary --window 2021 --unit 15127 --by agency",
    "-b tests/books/areas standards summary --by commune",
    "-b data/cam-thuy-sample standards summary --window 2021 --unit 15127 --criteria",
    "-b data/cam-thuy-sample standards summary --window 2023 --unit 15127 --criteria",
    "-b tests/books/standard standards summary --window 2021 --by commune --kind commune --criteria",
    "-b data/cam-thuy-2021 returns summary",
    "-b data/cam-thuy-sample returns summary --period 2021-Q3",
    "-b tests/books/areas returns summary --unit 101",
    "-b tests/books/areas returns summary --by commune",
    "-b data/cam-thuy-2021 claims",
    "-b data/cam-thuy-sample claims",
    "-b data/cam-thuy-2021 reconcile",
    "-b data/cam-thuy-sample reconcile --period 2021-08 --unit 15136",
    "-b data/cam-thuy-sample reconcile --kind antt",
    "-b tests/books/areas reconcile",
]
# The month's page, which a superior reads, and the annex, which has all columns where there is room.
MONTH = [
    "-b data/cam-thuy-sample summary --period 2021-08",
    "-b data/cam-thuy-2021 summary --period 2021-08",
    "-b tests/books/journal summary --period 2022 --kind area --kind pledges.student --kind teams.antt",
]
ANNEX = [
    "-b data/cam-thuy-sample summary --by commune",
    "-b data/cam-thuy-sample summary --by commune --sort rate --vs 2021-07 --kind household --kind area",
]
# Rows in an order, the first ones, those below a target.
ARRANGED = [
    "-b data/cam-thuy-sample pledges summary --by commune --kind household --sort missing --top 5",
    "-b data/cam-thuy-sample pledges summary --by commune --vs 2021-07 --kind area --sort=-change",
    "-b data/cam-thuy-sample pledges summary --unit 15154 --by area --below-target --sort name",
    "-b data/cam-thuy-sample pledges gaps --kind household --sort=-rate --top 3",
    "-b data/cam-thuy-sample teams summary --by commune --sort rate --top 2",
    "-b data/cam-thuy-sample models summary --by commune --kind veterans --sort rate --top 3",
    "-b data/cam-thuy-sample standards summary --by commune --sort rate --top 2",
    "-b data/cam-thuy-sample summary --by commune --sort=-rate --top 3",
]
# The periods as columns: of the kinds, of units, on another map.
GRIDS = [
    "-b data/cam-thuy-sample pledges trend --columns",
    "-b data/cam-thuy-sample pledges trend --columns --by commune --kind student",
    "-b tests/books/journal pledges trend --columns --by commune --every year --kind household",
]
TEXTS = [
    "-b data/cam-thuy-2021 check",
    "-b data/cam-thuy-2021 pledges summary --as-of 2000-01-01",
    "-b data/cam-thuy-2021 pledges summary -v",
    "-b data/cam-thuy-sample pledges summary --basis now -v",
    "-b data/cam-thuy-2021 units",
    "-b data/cam-thuy-2021 units --on 2025-07-01",
    "-b data/cam-thuy-2021 units 15148 --on 2021-08-31",
    "-b data/cam-thuy-2021 units 15148 --on 2025-07-01",
    "-b data/cam-thuy-2021 units Cẩm Tú",
    "-b data/cam-thuy-2021 units Cẩm Thủy --on 2025-07-01",
    "-b data/cam-thuy-2021 units Sơn",
    "-b data/cam-thuy-2021 units 'Cẩm T*' --on 2025-07-01",
    "-b tests/books/areas pledges summary --by commune,area --kind household -f md",
    "-b data/cam-thuy-sample units 15148 --on 2021-08-31",
    "-b data/cam-thuy-sample units 15148 --on 2025-07-01",
    "-b data/cam-thuy-sample units Cẩm Tú",
    "-b tests/books/journal units",
    "-b tests/books/journal units 10-02 -f md",
    "-b tests/books/bad units",
    "-b data/cam-thuy-2021 periods",
    "-b data/cam-thuy-2021 periods --calendar report --period 2026",
    "-b data/cam-thuy-2021 periods --calendar tt23-area",
    "-b tests/books/journal pledges trend --by area --every year --kind household -f md",
    "-b tests/books/journal pledges gaps --by area --kind household -f md",
    "-b data/cam-thuy-2021 pledges summary -f md",
    "-b tests/books/journal pledges summary --by area -f md",
    "-b tests/books/odd pledges summary --by commune -f md",
    "-b tests/books/journal models summary -f md",
    "-b tests/books/areas standards summary -f md",
    "-b tests/books/standard standards summary --unit 10 --window 2021 --criteria -f md",
    "-b tests/books/areas returns summary --kind student -f md",
    "-b data/cam-thuy-2021 claims -f md",
    "-b tests/books/areas reconcile -f md",
    "-b data/cam-thuy-2021 summary -f md",
    "-b tests/books/journal summary --by area -f md",
    "-b tests/books/bad claims",
    "-b tests/books/bad standards summary",
    "-b tests/books/refused reconcile",
    "-b data/cam-thuy-2021 check --fail-on warning",
    "-b data/cam-thuy-2021 claims --fail-on warning -q",
    "-b tests/books/bad check",
    "-b tests/books/bad check --values",
    "-b tests/books/bad check --examples 1",
    "-b tests/books/bad check --statistics",
    "-b tests/books/bad check --select X2 -f md",
    "-b tests/books/bad check --select X2 -f github",
    "-b data/cam-thuy-sample check",
    "-b data/cam-thuy-sample check -f md",
    "-b tests/books/bad check -q",
    "-b tests/books/bad teams summary",
    "-b tests/books/bad teams summary -q",
    "-b tests/books/bad check -f concise",
    "-b tests/books/refused check",
    "-b tests/books/refused pledges summary",
    "-b tests/books/refused pledges summary -f json",
    "-b tests/books/kept log",
    "-b tests/books/kept log 5",
    "-b tests/books/kept log 6 --values",
    "-b tests/books/kept log -f md",
    "-b tests/books/kept undo --dry-run",
    "-b tests/books/kept undo 8 --dry-run --values",
    "-b tests/books/kept undo --pending",
    "-b tests/books/areas log",
    "-b tests/books/areas undo",
    "rules r",
    "rules X202",
    "rules R1 -f md",
    "rules D104 -f json",
    "cache",
    "cache clear -f json",
]
NEUTRAL = [
    "-b data/cam-thuy-2021 pledges summary -f csv",
    "-b tests/books/areas pledges summary --by commune -f csv",
    "-b tests/books/odd pledges summary --by commune --kind household -f csv",
    "-b tests/books/odd pledges summary --unit c04 -f json",
    "-b data/cam-thuy-2021 check -f csv",
    "-b tests/books/journal pledges summary --by commune --basis 2022-12-31 --kind household -f csv",
    "-b tests/books/journal pledges summary --period 2022 --vs 2021 --kind household -f json",
    "-b tests/books/journal pledges trend --every year --kind household -f csv",
    "-b tests/books/journal pledges trend --every year --kind household -f json",
    "-b tests/books/areas pledges gaps --by area -f csv",
    "-b tests/books/areas pledges gaps --kind household -f json",
    "-b tests/books/journal units 30 -f csv",
    "-b tests/books/journal units 10-02 --on 2022-01-01 -f json",
    "-b data/cam-thuy-2021 periods --calendar report -f csv",
    "-b data/cam-thuy-2021 summary -f csv",
    "-b tests/books/journal summary --by area -f csv",
    "-b tests/books/areas summary --period 2024-12 --kind student -f json",
    "-b tests/books/journal models summary --kind school-gate -f json",
    "-b tests/books/journal models summary --by area -f csv",
    "-b tests/books/areas standards summary --kind commune -f json",
    "-b tests/books/areas standards summary --by commune -f csv",
    "-b tests/books/standard standards summary --unit 10 --criteria -f json",
    "-b tests/books/standard standards summary --unit 10 --criteria -f csv",
    "-b tests/books/journal returns summary --period 2022-11 -f json",
    "-b tests/books/areas returns summary -f csv",
    "-b tests/books/areas returns summary --by commune --kind student -f json",
    "-b tests/books/areas returns summary --by commune -f csv",
    "-b tests/books/journal claims -f json",
    "-b data/cam-thuy-2021 claims -f csv",
    "-b tests/books/standard reconcile -f json",
    "-b tests/books/journal reconcile -f csv",
    "-b tests/books/kept log -f csv",
    "-b tests/books/kept log 6 --values -f json",
    "-b tests/books/kept undo --dry-run -f json",
    "rules P -f csv",
]
HELP = [
    *("", "-h", "pledges", "pledges summary -h", "pledges trend -h", "pledges gaps -h"),
    *("teams -h", "teams summary -h", "units -h", "periods -h", "check -h"),
    *("activities -h", "activities summary -h"),
    *("summary -h", "models -h", "models summary -h", "standards -h", "standards summary -h"),
    *("pledges record -h", "returns record -h", "organisations record -h", "households -h", "households exclude -h"),
    *(
        "returns -h",
        "returns summary -h",
        "claims -h",
        "reconcile -h",
        "rules -h",
        "cache -h",
        "log -h",
        "undo -h",
        "report -h",
    ),
]
USAGE = [
    "pledge",
    "pledges sumary",
    "pledges summary now",
    "pledges summary --bye commune",
    "--nothing pledges summary",
    "check --by area",
    "--by area check",
    "pledges summary -b",
    "pledges summary --unit=",
    "pledges summary --quiet=1",
    "pledges summary --lang fr",
    "pledges summary -f xml",
    "check -f table",
    "pledges summary -o coverage.pdf",
    "pledges summary -o coverage.csv -f json",
    "pledges summary -b data/nothing-here",
    "-b data/cam-thuy-2021 pledges summary -o no/such/folder/coverage.csv",
    "-b data/cam-thuy-2021 pledges summary --as-of 31/02/2021",
    "-b data/cam-thuy-2021 pledges summary --by comune",
    "-b data/cam-thuy-2021 pledges summary --kind=houshold",
    "-b data/cam-thuy-2021 pledges summary --unit 15130",
    "-b data/cam-thuy-2021 pledges summary --unit 'Phong Son'",
    "-b data/cam-thuy-sample pledges summary --basis 2019-01-01 --kind area",
    "-b data/cam-thuy-2021 pledges summary --period 2021-Q5",
    "-b data/cam-thuy-2021 pledges summary --vs 'last year'",
    "-b data/cam-thuy-2021 pledges gaps --period 2021-Q3 --as-of 2021-10-01",
    "-b data/cam-thuy-2021 pledges summary --basis today",
    "-b data/cam-thuy-2021 pledges summary --period 2021-Q3 --calendar tt23-area",
    "-b data/cam-thuy-2021 pledges trend --every quarter --calendar tt23-area",
    "-b data/cam-thuy-2021 pledges trend --every week",
    "-b data/cam-thuy-2021 periods --calendar raport",
    "-b data/cam-thuy-sample pledges summary --unit 'Thôn 1'",
    "-b data/cam-thuy-2021 pledges summary --unit 'Cẩm Giang' --basis 2025-07-01",
    "-b data/cam-thuy-2021 pledges gaps --target 101%",
    "-b data/cam-thuy-2021 units 'Cẩm Giang' --on 2025-07-01",
    "-b data/cam-thuy-2021 units Cẩm Giang --on 2025-07-01",
    "-b data/cam-thuy-2021 units 'Cam Tu'",
    "-b data/cam-thuy-2021 units 99999",
    "-b data/cam-thuy-2021 units --on 31/02/2021",
    "-b tests/books/standard standards summary --window 1999",
    "-b data/cam-thuy-2021 standards summary --window 2021-Q1",
    "-b data/cam-thuy-2021 standards summary --window 2021 --as-of 2022-01-01",
    "-b data/cam-thuy-2021 standards summary --criteria",
    "-b data/cam-thuy-sample standards summary --criteria --unit 15127 --kind school",
    "-b data/cam-thuy-sample standards summary --kind areas",
    "-b data/cam-thuy-2021 claims --fail-on warnings",
    "-b data/cam-thuy-sample reconcile --kind houshold",
    "claim",
    "-b tests/books/kept undo 1",
    "-b tests/books/kept undo 3",
    "-b tests/books/kept undo 2021",
    "-b tests/books/kept undo last",
    "-b tests/books/kept undo --pending 3",
    "-b tests/books/kept log --forget",
    "-b tests/books/kept log --all",
    "rules D1O4",
    "rules U004",
    "cache again",
]


def page(line: str, columns: int) -> bool:
    """Whether a line is shown at a width: the page of the campaign at one more."""
    return columns != 120 or line.split()[2] == "summary"


def test_a_line_can_be_the_name_of_a_test() -> None:
    """Some versions of pytest have a number in place of more than a hundred signs, others have all."""
    asked = (TABLES, CAMPAIGN, MONTH, ANNEX, ARRANGED, GRIDS, TEXTS, NEUTRAL, HELP, USAGE)
    lists = (ENTERING, NOT_ENTERED, BROUGHT, NOT_BROUGHT, *asked)
    assert [line for lines in lists for line in lines if len(line) > 100] == []


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(OneFileACommand)


# Where there is room, one language tells what the other would.
ROOMS = [(80, "vi"), (80, "en"), (200, "en")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line", ENTERING + NOT_ENTERED + BROUGHT + NOT_BROUGHT)
def test_entering(line: str, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, ANTQ_LANG=lang)
    assert ran.screen == snapshot
    assert max(map(len, f"{ran.stdout}{ran.err.decode()}".split("\n"))) <= 80


@pytest.mark.parametrize(
    ("line", "columns", "lang"),
    # The sample's tables are those of the small books with more rows.
    [(line, *room) for line in TABLES for room in ROOMS if room[0] <= 80 or "sample" not in line],
)
def test_table(line: str, columns: int, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = drawn(line, columns, lang)
    assert ran.screen == snapshot
    assert max(map(len, ran.stdout.split("\n"))) <= columns


@pytest.mark.parametrize(
    ("line", "columns", "lang"),
    [(line, *room) for line in CAMPAIGN for room in (*ROOMS, (120, "en")) if page(line, room[0])],
)
def test_campaign(line: str, columns: int, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = drawn(line, columns, lang)
    assert ran.screen == snapshot
    assert max(map(len, ran.stdout.split("\n"))) <= columns


@pytest.mark.parametrize(
    ("line", "columns", "lang"),
    [
        (line, columns, lang)
        for lines, columns in ((MONTH, 80), (ANNEX, 200), (ARRANGED, 80), (GRIDS, 80))
        for line in lines
        for lang in LANGUAGES
    ],
)
def test_month(line: str, columns: int, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = drawn(line, columns, lang)
    assert ran.screen == snapshot
    assert max(map(len, ran.stdout.split("\n"))) <= columns


@pytest.mark.parametrize(("line", "lang"), [(line, lang) for line in TEXTS for lang in LANGUAGES])
def test_text(line: str, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, ANTQ_LANG=lang) if "json" in line else drawn(line, 80, lang)  # JSON says which language it was
    assert ran.screen == snapshot


@pytest.mark.parametrize("line", NEUTRAL)
def test_machine(line: str, snapshot: SnapshotAssertion) -> None:
    assert run(line, ANTQ_LANG="vi").screen == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line", HELP)
def test_help(line: str, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, ANTQ_LANG=lang)
    assert ran.screen == snapshot
    assert max(map(len, ran.stdout.split("\n"))) <= 80


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line", USAGE)
def test_usage_error(line: str, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, ANTQ_LANG=lang)
    assert ran.screen == snapshot
    assert (ran.code, ran.stdout) == (2, "" if "json" not in line else ran.stdout)


@pytest.mark.parametrize(
    "line",
    [
        "-b data/cam-thuy-sample pledges summary --basis 2025-07-01 --by commune",
        "-b data/cam-thuy-sample pledges summary --basis 2025-07-01",
        "-b tests/books/journal pledges trend --by commune --every year",
        "-b tests/books/journal pledges trend --every year --basis 2022-12-31",
        "-b data/cam-thuy-sample pledges gaps --basis 2025-07-01",
        "-b data/cam-thuy-2021 pledges gaps --basis 2025-07-01",
    ],
)
def test_a_mark_is_explained_where_it_stands_and_nowhere_else(line: str) -> None:
    tables, _, legend = run(line, ANTQ_LANG="en").stdout.partition("\n* ")
    assert (" * " in tables or " *\n" in tables) == bool(legend)


# Terminals ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["-b tests/books/areas pledges summary --by area --kind household", "check -h"])
def test_terminal_has_colours(line: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, ANTQ_LANG="en", TERM="xterm-256color", terminal=True)
    assert ran.screen.replace("\x1b", "␛") == snapshot


def test_terminal_has_colours_for_findings(snapshot: SnapshotAssertion) -> None:
    ran = run("-b tests/books/bad teams summary", ANTQ_LANG="en", TERM="xterm-256color", terminal=True)
    assert ran.screen.replace("\x1b", "␛") == snapshot


@pytest.mark.parametrize("said", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
@pytest.mark.parametrize("line", ["-b tests/books/areas pledges summary", "-b tests/books/bad check", "-h"])
def test_terminal_that_wants_no_colours_gets_the_text_alone(line: str, said: dict[str, str]) -> None:
    plain, shown = run(line, ANTQ_LANG="en"), run(line, terminal=True, ANTQ_LANG="en", env=said)
    assert "\x1b[3" not in shown.stdout + shown.stderr
    if said["TERM"] == "dumb":
        assert (shown.stdout, shown.stderr) == (plain.stdout, plain.stderr)


@pytest.mark.parametrize(
    "line", ["-b data/cam-thuy-2021 pledges summary", "-b tests/books/odd pledges summary --by commune"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_is_ever_cut(line: str, lang: str) -> None:
    """On a screen that is too narrow the lines go over its edge."""
    narrow, wide = run(line, 40, ANTQ_LANG=lang), run(line, 400, ANTQ_LANG=lang)
    shown, numbers = ([word.rstrip(";,") for word in ran.stdout.split() if "/" in word] for ran in (narrow, wide))
    numbers = [word for word in numbers if any(sign.isdigit() for sign in word)]
    assert len(numbers) > 3
    assert set(numbers) <= set(shown)


@pytest.mark.parametrize(
    "line",
    [
        *("-b data/cam-thuy-2021 summary", "-b data/cam-thuy-sample teams summary", "-b tests/books/bad teams summary"),
        *("-b data/cam-thuy-2021 returns summary", "-b data/cam-thuy-sample standards summary"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_ever_broken(line: str, lang: str) -> None:
    """It goes to the next line whole, or from one of its hyphens on."""
    narrow, wide = (run(line, columns, ANTQ_LANG=lang).stdout.replace("-", " ").split() for columns in (80, 400))
    assert len(wide) > 30
    assert [word for word in narrow if word[0].isalpha() and word not in wide] == []

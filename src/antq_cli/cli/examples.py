"""What help shows beside the options: lines that somebody may try on the sample, where to read on, how to begin."""

from typing import NamedTuple

from antq_cli.cli.commands import COMMANDS

# The book of which the lines are; a test runs them. What each is for stands in `words`.
BOOK = "data/cam-thuy-sample"
# What makes all of them run, by the shell.
FIRST = {"sh": f"export ANTQ_BOOK={BOOK}", "powershell": f'$env:ANTQ_BOOK = "{BOOK}"'}
EXAMPLES = {
    "": (f"antq -b {BOOK} summary", "antq pledges summary --by commune", "antq check"),
    "summary": ("antq summary", 'antq summary --unit "Cẩm Tú"', "antq summary --as-of 30/06/2021"),
    "pledges summary": (
        "antq pledges summary --by commune",
        'antq pledges summary --period "Quý III/2021" --vs "Quý II/2021"',
        "antq pledges summary --by commune --basis 2025-07-01 -f csv",
    ),
    "pledges trend": (
        "antq pledges trend --kind household",
        "antq pledges trend --every quarter --unit 15154",
        "antq pledges trend --columns --by commune --kind household",
    ),
    "pledges gaps": (
        "antq pledges gaps --kind household --target 95%",
        'antq pledges gaps --unit "Cẩm Tú" --by "khu dân cư"',
        "antq pledges gaps --kind household --sort -rate --top 5",
    ),
    "teams summary": (
        "antq teams summary --by commune",
        "antq teams summary --as-of 31/08/2025 -f json",
        'antq teams summary --unit "Cẩm Tú" --unit "Cẩm Tâm" --by commune,area',
    ),
    "models summary": (
        "antq models summary --by commune",
        'antq models summary --unit "Cẩm Tú"',
        'antq models summary --unit "Cẩm T*"',
    ),
    "activities summary": (
        "antq activities summary",
        'antq activities summary --period "Quý II/2021" --by commune',
        "antq activities summary --every month",
    ),
    "standards summary": (
        "antq standards summary --window 2021",
        "antq standards summary --criteria --unit 15148-01 --as-of 2022-09-30",
    ),
    "returns summary": ("antq returns summary", "antq returns summary --kind student --period 2021-08"),
    "units": ('antq units "Cẩm Giang"', "antq units 15148 --on 01/07/2025", "antq units"),
    "periods": ("antq periods", "antq periods --period 2026 --calendar report"),
    "claims": ("antq claims", "antq claims --fail-on never -f csv"),
    "reconcile": ("antq reconcile", 'antq reconcile --kind household --unit "Cẩm Tú"'),
    "check": ("antq check", "antq check --select D,X -o findings.csv", "antq check --register returns --examples 3"),
    "rules": ("antq rules D104", "antq rules X2"),
    "cache": ("antq cache", "antq cache clear"),
    "pledges record": (
        "antq pledges record 15127-07-0031 --on 02/08/2021 --sheet S-12 --dry-run",
        "antq pledges record 15127-07-0031 15127-07-0032 --kind registration --dry-run --values",
    ),
    "pledges withdraw": (
        "antq pledges withdraw 15127-07-0031 --on 02/08/2021 --dry-run",
        "antq pledges withdraw 390-A02 --dry-run",
    ),
    "returns record": (
        "antq returns record --unit 15127 --measure pledges.household --count 4400 --on 2021-09-30 --dry-run",
        "antq returns record --unit 15127 --measure pledges.household --count 4400 --on 31/8/2021 --replace --dry-run",
    ),
    "activities record": (
        'antq activities record --unit "Cẩm Tú" --kind outreach --count 3 --first 1/7/2026 --last 31/7/2026 --dry-run',
        "antq activities record --unit 15127 --kind awards --count 1 --first 2026-07-19 --last 2026-07-19 --dry-run",
    ),
    "teams record": (
        "antq teams record --code anxh-1 --kind anxh --unit 15148-01 --established 1/7/2026 --dry-run",
        "antq teams record --code antt-15127-01 --members 9 --replace --dry-run",
    ),
    "organisations record": (
        'antq organisations record --code 15148-S09 --name "Trường Cẩm Tú" --kind school --unit 15148 --dry-run',
        "antq organisations record --code 15127-E01 --closed 2026-09-01 --replace --dry-run",
    ),
    "households add": (
        "antq households add 15148-01 -n 3 --dry-run --values",
        "antq households add 15127-08 --on 01/07/2026 --into households/15127.csv --dry-run",
    ),
    "households move": (
        "antq households move 15127-07-0031 --to 15127-08 --dry-run",
        "antq households move 15127-07-0031 --to 15148-01 --on 01/07/2026 --dry-run",
    ),
    "households leave": (
        "antq households leave 15127-07-0031 --dry-run",
        "antq households leave 15127-07-0031 --on 01/07/2026 --dry-run -f json",
    ),
    "households exclude": (
        "antq households exclude 15127-07-0031 --as vacant --dry-run",
        "antq households exclude 15127-07-0031 --as temporary --on 01/07/2026 --dry-run",
    ),
    "import returns": (
        "antq import returns data/sheets/bieu-01.csv",
        "antq import returns data/sheets/bieu-01.csv --save-mapping bieu-01.toml --compare",
        "antq import returns --template -o bieu.xlsx --on 31/08/2021",
    ),
    "import activities": (
        "antq import activities data/sheets/hoat-dong.csv --period 2022-01",
        "antq import activities --template -o hoat-dong.xlsx",
    ),
    "fmt": ("antq fmt --check", "antq fmt --diff returns", "antq fmt --mend returns.csv"),
    "log": ("antq log", "antq log 2", "antq log -f json"),
    "undo": ("antq undo --dry-run", "antq undo"),
    "report": (
        "antq report --period 2021-08",
        "antq report --period 2021-08 -o bao-cao-2021-08.md -o bao-cao-2021-08.json",
        'antq report --unit "Cẩm Tú"',
    ),
}
READ_ON = {
    "": ("README.md", "docs/registers.md", "docs/output.md"),
    "summary": ("docs/campaign.md",),
    "pledges summary": ("docs/counting.md", "docs/time-and-place.md"),
    "pledges trend": ("docs/time-and-place.md",),
    "pledges gaps": ("docs/time-and-place.md",),
    "teams summary": ("docs/campaign.md",),
    "models summary": ("docs/campaign.md",),
    "activities summary": ("docs/campaign.md",),
    "standards summary": ("docs/campaign.md",),
    "returns summary": ("docs/campaign.md",),
    "units": ("docs/time-and-place.md",),
    "periods": ("docs/time-and-place.md",),
    "claims": ("docs/campaign.md",),
    "reconcile": ("docs/campaign.md",),
    "check": ("docs/checking.md", "docs/rules.md"),
    "rules": ("docs/rules.md",),
    "cache": ("docs/remembering.md",),
    **dict.fromkeys(
        (
            *("pledges record", "pledges withdraw", "returns record", "activities record", "teams record"),
            *("organisations record", "households add", "households move", "households leave", "households exclude"),
        ),
        ("docs/recording.md",),
    ),
    "import returns": ("docs/import.md",),
    "import activities": ("docs/import.md",),
    "fmt": ("docs/writing.md",),
    "log": ("docs/writing.md",),
    "undo": ("docs/writing.md",),
    "report": ("docs/reports.md", "docs/automation.md"),
}
# The pages that are there in Vietnamese as well.
IN_VIETNAMESE = {
    "README.md": "docs/vi/README.md",
    "docs/checking.md": "docs/vi/phat-hien.md",
    "docs/recording.md": "docs/vi/nhap-so.md",
    "docs/import.md": "docs/vi/nhap-bieu.md",
    "docs/registers.md": "docs/vi/so-dang-ky.md",
    "docs/reports.md": "docs/vi/bao-cao.md",
    "docs/rules.md": "docs/vi/quy-tac.md",
    "docs/time-and-place.md": "docs/vi/sap-nhap.md",
    "docs/writing.md": "docs/vi/ghi-so.md",
}
_SHOWN = 3
# The smallest book: who has none begins with these files.
BEGINNING = {
    "antq.toml": """\
schema = 1

[campaign]
id = "my-commune"
title = { vi = "Xã Bình Minh", en = "Bình Minh" }
top = "1"
data = "real"

[[levels]]
id = "commune"

[[levels]]
id = "area"

[pledges.household]
source = "returns"
""",
    "units.csv": """\
code,name,level,parent
1,Bình Minh,commune,
1-01,Thôn Thượng,area,1
1-02,Thôn Hạ,area,1
""",
    "returns.csv": """\
date,unit,measure,count,total
2025-08-31,1-01,pledges.household,95,120
2025-08-31,1-02,pledges.household,80,84
""",
}


class Example(NamedTuple):
    """A line, of which command it is (``antq`` for the first page) and which of its lines, from 1."""

    line: str
    of: str
    number: int


def examples(path: str) -> list[Example]:
    """Return the lines for a page of help; of a group some of those of its commands."""
    if path in EXAMPLES:
        return _numbered(path)
    several = [_numbered(each) for each in COMMANDS if each.startswith(f"{path} ")]
    return [each[n] for n in range(_SHOWN) for each in several if n < len(each)][:_SHOWN]


def _numbered(path: str) -> list[Example]:
    return [Example(line, path or "antq", n) for n, line in enumerate(EXAMPLES[path], 1)]


def read_on(path: str, lang: str) -> list[str]:
    """Return the pages that tell more, in the language where there are any in it; of a group those of its commands."""
    paths = [path] if path in READ_ON else [each for each in COMMANDS if each.startswith(f"{path} ")]
    pages = dict.fromkeys(page for each in paths for page in READ_ON[each])
    return [IN_VIETNAMESE.get(page, page) if lang == "vi" else page for page in pages]

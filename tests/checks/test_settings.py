"""What a book, a command line and a baseline say of the rules: chosen, tolerated, waived, known."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.checks.baseline import Baseline, Comparison, Identity, Recording, identity, read
from antq_cli.checks.registry import of_books, registry
from antq_cli.checks.runner import Inquiry, check
from antq_cli.checks.selection import Selection, pairs
from antq_cli.core.checked import Checked
from antq_cli.core.exits import Exit
from antq_cli.core.findings import BOOK, Finding, Place, Rule, Subject
from antq_cli.core.settings import Limit, Waiver, limit_of
from antq_cli.core.values import Said, Share
from antq_cli.writing.baseline import write_baseline
from tests.helpers import DAY, TODAY, codes, found_in, manifest, open_at, padded, units, write_book

KINDS = """
[pledges.household]
source = "returns"
grain = "area"
"""
# Ten returns, of which three are no counts; the key of the second is its day, unit and measure.
RETURNS = padded(
    "date,unit,measure,count,total",
    *(f"2021-08-{day:02},A,pledges.household,{'x' if day > 7 else day},9" for day in range(1, 11)),
)


def book(folder: Path, more: str = "", returns: str = RETURNS) -> Path:
    files = {
        "antq.toml": manifest(KINDS + more),
        "units": units("D,Huyện,district", "A,Thôn,area,D"),
        "returns": returns,
    }
    return write_book(folder, files)


def baseline_of(findings: Iterable[Finding]) -> Counter[Identity]:
    """The baseline that knows some findings."""
    recording = Recording()
    assert not any(map(recording.is_known, findings))
    return recording.baseline


def split(baseline: Baseline, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding], int]:
    """What is new and what is known, and how many of the baseline are there no more."""
    comparison = Comparison(baseline)
    known: dict[bool, list[Finding]] = {False: [], True: []}
    for finding in findings:
        known[comparison.is_known(finding)].append(finding)
    return known[False], known[True], comparison.gone


def checked(folder: Path, *select: str, today: date = TODAY) -> Checked:
    return check(open_at(folder), Inquiry(DAY, today, Selection(select or ("F", "S", "D", "X"))))


# Choosing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(), True),
        (Selection(("D",)), True),
        (Selection(("D104",)), True),
        (Selection(("D105", "X")), False),
        (Selection(ignore=("D",)), False),
        (Selection(("D104",), ("D",)), True),  # the longer beginning wins
        (Selection(("D",), ("D104",)), False),
        (Selection(("D1",), ("D1",)), False),
        (Selection(registers=("teams",)), True),
        (Selection(registers=("units",)), False),
    ],
)
def test_of_two_beginnings_the_longer_one_wins(selection: Selection, wanted: bool) -> None:
    assert selection.wants(registry()["D104"], "teams") is wanted


def test_what_refuses_a_file_is_told_whatever_is_asked_for(tmp_path: Path) -> None:
    folder = book(tmp_path, returns="date,unit\n")
    found = check(open_at(folder), Inquiry(DAY, TODAY, Selection(("D104",), ("F",))))
    assert codes(found.findings) == {"F014": 2}
    assert found.exit() is Exit.REFUSED


def test_each_rule_has_a_step_for_each_register_that_it_looks_at(tmp_path: Path) -> None:
    steps = checked(book(tmp_path)).steps
    assert [(step.rule, step.register) for step in steps] == pairs(of_books())
    by_name = {(step.rule.code, step.register): step for step in steps}
    assert by_name["D104", "returns"][2:5] == (10, "failed", 3)
    assert by_name["D105", "returns"][2:5] == (10, "passed", 0)
    assert by_name["X101", "returns"][2:5] == (7, "passed", 0)
    assert by_name["D104", "teams"].why == "absent"
    assert by_name["R101", "claims"].why == "not-selected"
    assert by_name["S001", BOOK].rows is None


def test_where_nothing_that_was_asked_for_could_be_judged_there_is_nothing(tmp_path: Path) -> None:
    assert checked(book(tmp_path), "R301").exit() is Exit.NOTHING


# Tolerating -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("> 5", Limit(5)),
        (">0", Limit(0)),
        ("> 0.1%", Limit(1, 1000)),
        ("> 100%", Limit(100, 100)),
        ("> 2.50%", Limit(250, 10_000)),
        ("> 101%", None),
        ("> 100.1%", None),
        ("5", None),
        (">= 5", None),
        ("> -1", None),
        ("> 05", None),
        ("> 0,1 %", Limit(1, 1000)),
        ("> 1.5", None),
        ("", None),
    ],
)
def test_a_limit_is_a_number_or_a_share(written: str, limit: Limit | None) -> None:
    assert limit_of(written) == limit


@pytest.mark.parametrize(
    ("limit", "tolerated"),
    [("> 3", True), ("> 2", False), ("> 30%", True), ("> 29.9999%", False), ("> 0", False), ("> 100%", True)],
)
def test_so_few_as_the_book_says_do_not_fail(limit: str, tolerated: bool, tmp_path: Path) -> None:
    found = checked(book(tmp_path, f'[rules.D104]\nfail_if = "{limit}"\n'))
    assert codes(found.findings) == {"D104": 3}  # they are told all the same
    assert found.tolerated == ({("D104", "returns")} if tolerated else set())
    assert found.exit() is (Exit.OK if tolerated else Exit.FINDINGS)


@given(found=st.integers(1, 10**6), rows=st.integers(1, 10**6), number=st.integers(0, 10**4))
def test_a_share_is_held_to_without_rounding(found: int, rows: int, number: int) -> None:
    assert Limit(number, 10**4).exceeded(found, rows) is (Fraction(found, rows) > Fraction(number, 10**4))
    assert Limit(number).exceeded(found, rows) is (found > number)


@pytest.mark.parametrize("section", ['[rules.F011]\nfail_if = "> 1"\n', '[rules.D999]\nfail_if = "> 1"\n'])
def test_a_rule_that_cannot_be_tolerated_or_is_not_there_is_an_error_of_the_manifest(
    section: str, tmp_path: Path
) -> None:
    found = checked(book(tmp_path, section), "S")
    assert codes(found.findings) == {"S019" if "F011" in section else "S004": 1}
    assert found.exit() is Exit.REFUSED


# Waiving --------------------------------------------------------------------------------------------


def waiver(key: str, rule: str = "D104", register: str = "returns", until: str = "") -> str:
    last = f"until = {until}\n" if until else ""
    return f'[[waivers]]\nrule = "{rule}"\nregister = "{register}"\nkey = "{key}"\n{last}reason = "scanned"\n'


@pytest.mark.parametrize(
    ("key", "waived"),
    [
        ("*", 3),
        ("2021-08-08 A pledges.household", 1),
        ("2021-08-* A *", 3),
        ("* A pledges.household", 3),
        ("2021-08-0* A *", 2),
        ("2021-08-08 A", 0),
        ("2021-08-0. A *", 0),  # only the star means anything
    ],
)
def test_a_waiver_concerns_rows_by_their_key(key: str, waived: int, tmp_path: Path) -> None:
    found = checked(book(tmp_path, waiver(key)))
    assert len(found.waived) == waived
    assert codes(found.findings) == {code: n for code, n in (("D104", 3 - waived), ("S018", 0 if waived else 1)) if n}
    assert {each.reason for each in found.waived} <= {"scanned"}
    assert found.exit() is (Exit.OK if waived == 3 else Exit.FINDINGS)


def test_what_is_waived_everywhere_is_passed_and_counted(tmp_path: Path) -> None:
    step = next(step for step in checked(book(tmp_path, waiver("*"))).steps if step.waived)
    assert (step.rule.code, step.judged, step.found, step.waived) == ("D104", "passed", 0, 3)


@pytest.mark.parametrize(("today", "found"), [("2025-12-31", {}), ("2026-01-01", {"D104": 3, "S017": 1})])
def test_a_waiver_ends_on_its_day(today: str, found: dict[str, int], tmp_path: Path) -> None:
    folder = book(tmp_path, waiver("*", until="2026-01-01"))
    assert codes(checked(folder, today=date.fromisoformat(today)).findings) == found


def test_a_waiver_of_a_rule_that_was_not_judged_is_not_called_unused(tmp_path: Path) -> None:
    folder = book(tmp_path, waiver("*", "R101", "claims") + waiver("*", "D104", "teams") + waiver("*", "X101"))
    found = checked(folder)
    assert codes(found.findings) == {"D104": 3, "S018": 1}
    assert next(iter(found.findings)).values["value"] == "X101"


def test_what_refuses_a_file_cannot_be_waived(tmp_path: Path) -> None:
    folder = book(tmp_path, waiver("*", "F014"), returns="date,unit\n")
    assert codes(checked(folder).findings) == {"F014": 2, "S019": 1}  # and no S018 beside it
    assert list(checked(folder).waived) == []


@pytest.mark.parametrize(
    ("rule", "register", "known"),
    [
        *(("D104", "returns", True), ("T001", BOOK, True), ("D104", "return", False)),
        *(("D104", "claims", False), ("R201", "claims", False)),  # a rule that never looks there
    ],
)
def test_the_register_of_a_waiver_is_one_that_its_rule_looks_at(
    rule: str, register: str, known: bool, tmp_path: Path
) -> None:
    found = found_in(book(tmp_path, waiver("*", rule, register)))
    assert ("S004" in codes(found)) is not known


def test_the_manifest_is_waived_by_the_path_of_the_value(tmp_path: Path) -> None:
    calendar = '[calendars]\nx = { first = "10-31", last = "10-31" }\n'
    found = checked(book(tmp_path, calendar + waiver("calendars x", "T001", BOOK)), "T0")
    assert (codes(found.findings), [each.finding.rule.code for each in found.waived]) == ({}, ["T001"])


@given(key=st.text("ab. ", max_size=6), pattern=st.text("ab.* ", max_size=5))
def test_a_star_stands_for_anything(key: str, pattern: str) -> None:
    found = Finding(Rule("D104", "count"), Place("x"), {"register": "returns"}, subject=Subject(1, key))
    one = Waiver.model_validate({"rule": "D104", "register": "returns", "key": pattern, "reason": "r"})
    assert one.concerns(found) is matches(pattern, key)


def matches(pattern: str, key: str) -> bool:
    """By the definition of the star: it takes up any beginning of what is left."""
    if not pattern:
        return not key
    if pattern[0] == "*":
        return any(matches(pattern[1:], key[start:]) for start in range(len(key) + 1))
    return bool(key) and pattern[0] == key[0] and matches(pattern[1:], key[1:])


# Knowing --------------------------------------------------------------------------------------------


def test_a_baseline_knows_findings_wherever_they_stand(tmp_path: Path) -> None:
    before = checked(book(tmp_path / "before"))
    known = baseline_of(before.findings)
    header, *rows = RETURNS.splitlines()
    moved = "\n".join([header, "2021-07-01,A,pledges.household,y,9", *reversed(rows)]) + "\n"
    after = check(open_at(book(tmp_path / "after", returns=moved)), Inquiry(DAY, TODAY, Selection(("D",))), known)
    assert [(found.rule.code, found.cell) for found in after.findings] == [("D104", "y")]
    assert (codes(after.known), after.gone) == ({"D104": 3}, 0)
    assert after.exit() is Exit.FINDINGS


def test_a_baseline_says_what_is_there_no_more(tmp_path: Path) -> None:
    known = baseline_of(checked(book(tmp_path / "before")).findings)
    mended = RETURNS.replace("2021-08-08,A,pledges.household,x", "2021-08-08,A,pledges.household,8")
    after = check(open_at(book(tmp_path / "x", returns=mended)), Inquiry(DAY, TODAY, Selection(("D",))), known)
    assert (codes(after.known), after.gone, after.exit()) == ({"D104": 2}, 1, Exit.OK)


def test_of_rules_that_were_not_judged_nothing_is_gone(tmp_path: Path) -> None:
    folder = book(tmp_path)
    known = baseline_of(checked(folder).findings)
    assert check(open_at(folder), Inquiry(DAY, TODAY, Selection(("X",))), known).gone == 0


def test_a_baseline_tells_periods_and_numbers_apart() -> None:
    """The same unit without a return in another month, the same claim beside another figure: those are new."""

    def found(**values: object) -> Finding:
        return Finding(
            registry()["T104"], Place("units.csv", 2), {"register": "units", "column": "code", **values}, "1"
        )

    august, may = (found(measure="pledges.household", first=date(2021, month, 1)) for month in (8, 5))
    assert identity(august) != identity(may)
    assert identity(found(has=Share(1, 3))) != identity(found(has=Share(0, 3)))
    assert identity(found(first="units.csv:3")) == identity(found(first="units.csv:4"))  # a place is no content


@pytest.mark.parametrize(
    ("code", "said", "content"),
    [
        (
            "R101",
            {"column": "value", "value": "90%", "has": Share(25915, 29853, "86.81")},
            "6bd0e54bc8e3eafed50524049b07d2a5",
        ),
        ("R201", {"column": "count", "has": Share(2, None), "reported": 3}, "77b5af2bdc241ceeaf4590224d6154fd"),
        (
            "R301",
            {"column": "result", "recorded": Said("result", "met"), "computed": Said("result", "not-met")},
            "46bd8205a65b37f7ed4dfa2dcb4804ef",
        ),
    ],
)
def test_a_baseline_that_was_written_long_ago_still_knows_its_findings(
    code: str, said: dict[str, object], content: str
) -> None:
    rule = registry()[code]
    finding = Finding(rule, Place("a.csv"), {"register": rule.of[0], **said}, subject=Subject(1, "k"))
    assert identity(finding) == (code, rule.of[0], content)


def test_of_what_is_withheld_a_baseline_holds_a_few_bits() -> None:
    hidden = Finding(registry()["X202"], Place("p"), {"register": "pledges"}, "h1", restricted=True)
    keyed = hidden._replace(restricted=False, subject=Subject(1, "h1", restricted=True))
    assert {len(identity(each)[2]) for each in (hidden, keyed)} == {3}
    # One that is told from another, and two of ten thousand that are not.
    assert identity(hidden) != identity(hidden._replace(cell="h2"))
    assert len({identity(hidden._replace(cell=f"h{n}")) for n in range(10_000)}) <= 16**3


def test_another_fault_of_what_is_withheld_is_new(tmp_path: Path) -> None:
    found = [Finding(registry()["X202"], Place("p"), {"register": "pledges"}, f"h{n}", restricted=True) for n in (1, 2)]
    assert split(baseline_of(found[:1]), found[1:]) == (found[1:], [], 1)


def test_what_is_waived_in_a_register_that_was_not_judged_is_not_passed(tmp_path: Path) -> None:
    folder = book(tmp_path, waiver("*"), returns="")
    (folder / "returns.csv").unlink()
    for name, text in {"a": RETURNS, "b": "date,unit,measure,count,total\n2021-09-01,A\n"}.items():
        write_book(folder, {f"returns/{name}.csv": text})
    step = next(step for step in checked(folder).steps if step.waived)
    assert (step.judged, step.waived, step.why) == ("not-evaluated", 3, "refused")


def test_a_baseline_never_knows_what_refuses_a_file(tmp_path: Path) -> None:
    folder = book(tmp_path, returns="date,unit\n")
    found = checked(folder)
    assert baseline_of(found.findings) == {}
    forged = {identity(each): 1 for each in found.findings}
    assert check(open_at(folder), Inquiry(DAY, TODAY), forged).exit() is Exit.REFUSED


FINDINGS = st.builds(
    lambda code, key, cell, line: Finding(
        Rule(code, "n"), Place("f", line), {"register": "returns", "column": "count"}, cell, subject=Subject(line, key)
    ),
    st.sampled_from(("D104", "X101")),
    st.sampled_from("ab"),
    st.sampled_from("xy"),
    st.integers(1, 9),
)


@given(st.lists(FINDINGS), st.lists(FINDINGS))
def test_new_and_known_are_all_and_of_alike_ones_as_many_are_known_as_there_were(
    before: list[Finding], after: list[Finding]
) -> None:
    baseline = baseline_of(before)
    new, known, gone = split(baseline, after)
    assert sorted([*new, *known], key=str) == sorted(after, key=str)
    assert baseline_of(known) == baseline & baseline_of(after)
    assert gone == sum(baseline.values()) - len(known)


@given(found=st.lists(FINDINGS))
def test_a_baseline_is_read_as_it_was_written(found: list[Finding], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("baseline") / "known.toml"
    write_baseline(path, baseline_of(found))
    assert read(path.read_bytes()) == baseline_of(found)


@pytest.mark.parametrize(
    "raw",
    [b"", b"x", b"\xff", b"schema = 2\nknown = []", b"schema = 1\nknown = [1]", b'schema = 1\n[[known]]\nrule = "D104"']
    + [f'schema = 1\n[[known]]\nrule="D"\nregister="r"\ncontent="c"\ncount={n}'.encode() for n in ("0", "true", '"1"')],
)
def test_what_is_no_baseline_is_not_read_as_one(raw: bytes) -> None:
    assert read(raw) is None


@pytest.mark.parametrize("rule", ["S017", "S018", "S019"])
def test_what_is_wrong_with_waivers_cannot_be_waived(rule: str, tmp_path: Path) -> None:
    assert codes(checked(book(tmp_path, waiver("*") + waiver("*", rule, BOOK))).findings) == {"S019": 1}


def test_an_unused_waiver_is_known_by_what_it_waives(tmp_path: Path) -> None:
    """Another waiver in front of it makes no other finding of it."""
    before = checked(book(tmp_path / "before", waiver("*", "D202"))).findings
    after = checked(book(tmp_path / "after", waiver("*") + waiver("*", "D202"))).findings
    assert (codes(before), codes(after)) == ({"D104": 3, "S018": 1}, {"S018": 1})
    assert {identity(finding) for finding in after} < {identity(finding) for finding in before}


def test_a_waiver_that_names_a_household_is_not_shown(tmp_path: Path) -> None:
    written = 'waivers = [{ rule = "D303", register = "households", key = "HK1", reason = "x" }]\n'
    folder = book(tmp_path, "")
    (folder / "antq.toml").write_text(written + (folder / "antq.toml").read_text("utf-8"), "utf-8")
    (folder / "households.csv").write_text("household,area\nHK1,A\n", "utf-8")
    found = checked(folder)
    assert codes(found.findings) == {"D104": 3, "S018": 1}
    unused = next(each for each in found.findings if each.rule.code == "S018")
    assert unused.excerpt is None
    assert unused.subject is not None
    assert unused.subject.restricted


# ------------------------------------------------------------------------------------------------------- globs of keys


def test_many_stars_take_no_time() -> None:
    """It took minutes: every star could end at every letter."""
    row = {"rule": "D101", "register": "units", "key": "*a" * 40 + "*b", "reason": "x"}
    waiver = Waiver.model_validate(row)
    key = Subject(1, "a" * 100_000)
    found = Finding(Rule("D101", ""), Place("units.csv", 1, 1), {"register": "units"}, subject=key)
    assert not waiver.concerns(found)

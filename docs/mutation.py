"""Try the suite: change one thing in a room, run the tests that go over it, see whether one fails.

`python docs/mutation.py WORK` prints the score and what survived, and keeps it in the folder WORK; what is committed is
tried, in clones. What is drawn and why, and what came of it: docs/mutation.md.
"""

import argparse
import ast
import difflib
import json
import os
import queue
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import cache_from_source
from itertools import accumulate, chain, islice, tee, zip_longest
from pathlib import Path

import libcst as cst
from coverage import CoverageData
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("core", "counting", "pages")
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
MYPY = (sys.executable, "-m", "mypy", "--no-pretty")
# What mypy says of how a mutant is written, which always goes one way, and not of a type.
OF_FORM = ("[redundant-expr]", "[unreachable]")
CANNOT_START = (2, 4)  # how pytest ends where what is changed cannot be imported
ALIVE = ("survived", "no test")


@dataclass(frozen=True)
class Mutant:
    """One change: its file, the lines of the statement it stands in, and the old and the new node."""

    name: str
    path: Path
    operator: str
    lines: range
    tree: cst.Module
    old: cst.CSTNode
    new: cst.CSTNode

    def texts(self) -> tuple[str, str]:
        """The file without the change and with it."""
        return self.tree.code, self.tree.deep_replace(self.old, self.new).code

    def diff(self) -> str:
        """What is changed."""
        before, after = (text.splitlines() for text in self.texts())
        return "\n".join([*difflib.unified_diff(before, after, n=0, lineterm="")][2:])

    def is_one(self) -> bool:
        """Whether this is Python, and other Python than before."""
        try:
            before, after = (ast.dump(ast.parse(text)) for text in self.texts())
        except SyntaxError:
            return False
        return before != after


class Finder(cst.CSTVisitor):  # type: ignore[misc] # known only where libcst is installed
    """Every change that mutmut's operators know of; annotations, decorators, imports and assertions are left alone."""

    METADATA_DEPENDENCIES = (PositionProvider,)
    LEFT_ALONE = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom, cst.Assert)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, range, cst.CSTNode, cst.CSTNode]] = []
        self.statement = range(0)

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Note the changes of a node, with the lines of its statement or, in the head of a block, its own."""
        if isinstance(node, self.LEFT_ALONE):
            return False
        place = self.get_metadata(PositionProvider, node, None)
        lines = range(place.start.line, place.end.line + 1) if place else self.statement
        if isinstance(node, cst.SimpleStatementLine):
            self.statement = lines
        if {*lines} <= {*self.statement}:
            lines = self.statement
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                name = operator.__name__.removeprefix("operator_")
                self.found += [(name, lines, node, new) for new in operator(node)]
        return True


def mutants(room: str) -> Iterator[Mutant]:
    """Every change in a room."""
    for path in sorted((ROOT / "src" / "antq_cli" / room).glob("*.py")):
        finder, wrapper = Finder(), MetadataWrapper(cst.parse_module(path.read_text("utf-8")))
        wrapper.visit(finder)
        for number, (operator, lines, *nodes) in enumerate(finder.found):
            name = f"{room}/{path.name}#{number}"
            yield Mutant(name, path.relative_to(ROOT), operator, lines, wrapper.module, *nodes)


def drawn(room: str, number: int, seed: int) -> Iterator[Mutant]:
    """As many of a room, operator by operator in turn."""
    of: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants(room):
        of[mutant.operator].append(mutant)
    dice = random.Random(f"{seed} {room}")  # noqa: S311 - a seeded draw, no secret
    in_turn = chain.from_iterable(zip_longest(*(dice.sample(of[each], len(of[each])) for each in sorted(of))))
    return islice((each for each in in_turn if each and each.is_one()), number)


def run(where: Path, *command: str, seconds: int = 0) -> subprocess.CompletedProcess[str]:
    """Run it in a clone, on the program of the clone, for as many seconds of the processor, however busy it is."""
    env = {**os.environ, "PYTHONPATH": str(where / "src"), "COVERAGE_FILE": str(where / ".coverage")}
    limited = ("sh", "-c", f'ulimit -t {seconds or "unlimited"}; exec "$@"', "sh", *command)
    return subprocess.run(limited, cwd=where, env=env, text=True, capture_output=True, check=False)


class Trial:
    """Clones to try mutants in, and which tests go over which lines."""

    def __init__(self, work: Path, clones: int, seconds: float) -> None:
        self.seconds = seconds
        self.clones: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(clones):
            where = work / f"clone{number}"
            if not where.exists():
                subprocess.run(["git", "clone", "-q", str(ROOT), str(where)], check=True)
            self.clones.put(where)
        where = work / "clone0"
        if not (where / "tests.xml").exists():
            rooms = ",".join(f"src/antq_cli/{room}" for room in ROOMS)
            (where / "rooms.ini").write_text(f"[run]\nrelative_files = true\nsource = {rooms}\n", "utf-8")
            coverage = ("--cov", "--cov-config=rooms.ini", "--cov-context=test", "--cov-report=")
            run(where, *PYTEST, *coverage, "--junitxml=tests.xml")
        self.data = CoverageData(str(where / ".coverage"))
        self.data.read()
        there = {*run(where, *PYTEST, "--collect-only", "-n", "0").stdout.splitlines()}  # clones may be older or newer
        report = ET.parse(where / "tests.xml")  # noqa: S314 - pytest wrote it
        cases = (case for case in report.iter("testcase") if not [*case])  # that passed
        times = {
            f"{case.attrib['classname'].replace('.', '/')}.py::{case.attrib['name']}": float(case.attrib["time"])
            for case in cases
        }
        self.times = {test: seconds for test, seconds in times.items() if test in there}

    def tests(self, mutant: Mutant) -> list[list[str]]:
        """Those that go over its lines: of the room, of others, and what is left.

        The first are one of each function, then another, until the time is up. What is left, every test of the room and
        all over anything in the file are for as long again, the short ones first: what is made once, while a module is
        imported or where it is kept, is gone over by the first that asks, and noticed by others.
        """
        lines, room = self.data.contexts_by_lineno(mutant.path.as_posix()), f"tests/{mutant.path.parent.name}/"
        over = {each for line in mutant.lines for each in lines.get(line, ())}
        if not over:
            return []
        file = self.named(chain.from_iterable(lines.values())) | {test for test in self.times if test.startswith(room)}
        found = self.named(over) or file
        seen: Counter[str] = Counter()
        turn = {}
        for test in sorted(found, key=self.by_time):
            turn[test] = seen[function := test.partition("[")[0]]
            seen[function] += 1
        first = self.within(sorted(turn, key=turn.__getitem__))
        here = [test for test in first if test.startswith(room)]
        left = self.within(sorted(file - {*first}, key=lambda test: (test not in found, *self.by_time(test))))
        return [part for part in (here, [test for test in first if test not in here], left) if part]

    def named(self, contexts: Iterable[str]) -> set[str]:
        """The tests of some contexts of coverage, such as ``tests/x.py::test_y|run``; "" is the import of a module."""
        return {context.rpartition("|")[0] for context in contexts} & {*self.times}

    def by_time(self, test: str) -> tuple[float, str]:
        """What tests are sorted by."""
        return self.times[test], test

    def within(self, tests: Iterable[str]) -> list[str]:
        """As many of them as there is time for."""
        one, other = tee(tests)
        so_far = accumulate(self.times[test] for test in one)
        return [test for test, seconds in zip(other, so_far, strict=True) if seconds <= self.seconds]

    def __call__(self, mutant: Mutant) -> dict[str, str]:
        """Try it; only what no test notices is shown to the type checker."""
        where, tests = self.clones.get(), self.tests(mutant)
        file = where / mutant.path
        before, after = mutant.texts()
        try:
            write(file, after)
            came, by = self.outcome(where, tests)
            said = run(where, *MYPY, str(mutant.path)).stdout.splitlines() if came in ALIVE else []
            if any(": error: " in line and not line.endswith(OF_FORM) for line in said):
                came = "refused by mypy"
        finally:
            write(file, before)
            self.clones.put(where)
        print(f"{came:>15}  {mutant.name}  {by}", flush=True)
        place = f"{mutant.path.as_posix()}:{mutant.lines.start}"
        return {"came": came, "by": by, "room": mutant.path.parent.name, "name": mutant.name, "place": place} | {
            "operator": mutant.operator,
            "tests": str(sum(map(len, tests))),
            "diff": mutant.diff(),
        }

    def outcome(self, where: Path, tests: list[list[str]]) -> tuple[str, str]:
        """What came of it in a clone, and the test that failed, as soon as one does."""
        came = ("no test", "")
        for part in tests:
            came = self.failed(where, part)
            if came[0] not in ALIVE:
                break
        return came

    def failed(self, where: Path, tests: list[str]) -> tuple[str, str]:
        """The same of some tests."""
        (where / "tests.txt").write_text("\n".join(tests), "utf-8")
        limit = 30 + 5 * int(sum(self.times[test] for test in tests))
        ended = run(where, *PYTEST, "-x", "-n", "0", "--hypothesis-profile=ci", "@tests.txt", seconds=limit)
        if ended.returncode < 0:
            return "timeout", ""
        failed = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", ended.stdout, re.MULTILINE)
        if ended.returncode in CANNOT_START:
            return "killed", "when it is imported"
        return ("killed", failed[1] if failed else "") if ended.returncode else ("survived", "")


def write(file: Path, text: str) -> None:
    """Write a module, and forget what was compiled: two changes within a second may have one size."""
    file.write_text(text, "utf-8")
    Path(cache_from_source(str(file))).unlink(missing_ok=True)


def asked() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path, help="folder for clones and results; what is there of clones is used")
    parser.add_argument("--number", type=int, default=60, help="of mutants a room")
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--seconds", type=float, default=60, help="of tests a mutant, as long as they took unchanged")
    parser.add_argument("--clones", type=int, default=os.cpu_count(), help="to try as many mutants at a time")
    parser.add_argument("--room", choices=ROOMS, action="append", help="only this room")
    parser.add_argument("--only", nargs="*", help="only these of the drawn ones, by name")
    return parser.parse_args()


def main() -> None:
    """Draw, try, tell."""
    line = asked()
    all_drawn = [mutant for room in line.room or ROOMS for mutant in drawn(room, line.number, line.seed)]
    trial = Trial(line.work, line.clones, line.seconds)
    with ThreadPoolExecutor(line.clones) as pool:
        came = [*pool.map(trial, (mutant for mutant in all_drawn if not line.only or mutant.name in line.only))]
    by = {each["by"] for each in came} & {*trial.times}
    unchanged, _ = trial.failed(line.work / "clone0", sorted(by))
    (line.work / "mutation.json").write_text(json.dumps(came, indent=1), "utf-8")
    for each in came:
        if each["came"] in ALIVE:
            print("", each["name"], each["place"], each["came"], each["diff"], sep="\n")
    print("Of the tests that failed, on the unchanged program:", "none fails" if unchanged == "survived" else unchanged)
    for room, count in sorted(Counter((each["room"], each["came"]) for each in came).items()):
        print(*room, count, sep="\t")


if __name__ == "__main__":
    main()

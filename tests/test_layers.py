"""The floor plan holds, and the code keeps to its measures."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest
from importlinter.cli import lint_imports

from tests.cli.harness import ROOT
from tests.conftest import BUT, COUNTED, PURE

MODULES = sorted((ROOT / "src").rglob("*.py"))


@cache
def nodes(file: Path) -> list[ast.AST]:
    return [*ast.walk(ast.parse(file.read_text("utf-8")))]


def test_the_contracts_of_the_floor_plan_hold(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    told = capsys.readouterr().out
    assert status == 0, told
    assert " kept, 0 broken" in told


LIBRARIES = {"docx", "jinja2", "markupsafe", "pydantic", "pydantic_core", "rich", "tomli_w", "typer", "xlsxwriter"}


def imported(file: Path) -> Iterator[str]:
    """The names of what a module imports, as far as the first dot."""
    for node in nodes(file):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name.partition(".")[0] for name in names)


def test_what_is_not_tested_on_the_oldest_libraries_knows_none() -> None:
    """And the tests of the one module that does are not left out there, nor the books of all rules."""
    package = ROOT / "src" / "antq_cli"
    knowing = {file.relative_to(package) for file in MODULES if LIBRARIES & {*imported(file)}}
    assert {file.parts[0] for file in knowing} > {"core", "reading", "render", "cli", "writing"}
    assert [file.as_posix() for file in knowing if file.parts[0] in (*PURE, "answers")] == ["counting/unread_rows.py"]
    assert all((ROOT / "tests" / file).is_file() for file in (*BUT, *COUNTED))


def functions() -> Iterator[tuple[str, int]]:
    """Every function with its length in lines."""
    for file in MODULES:
        for node in nodes(file):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield f"{file.name}:{node.name}", node.end_lineno - node.lineno + 1


def test_functions_are_short() -> None:
    lengths = dict(functions())
    assert len(lengths) > 200
    assert {name: length for name, length in lengths.items() if length > 80} == {}
    assert median(lengths.values()) <= 10


@pytest.mark.parametrize("folder", ["src", "tests", "data"])
def test_files_are_short(folder: str) -> None:
    lengths = {file: len(file.read_bytes().splitlines()) for file in sorted((ROOT / folder).rglob("*.py"))}
    assert lengths
    assert {file.name: length for file, length in lengths.items() if length > 500} == {}


@cache
def called() -> list[tuple[str, str]]:
    """Every function that is called by a plain or a dotted name: the file, and the name."""
    calls = ((file, node) for file in MODULES for node in nodes(file) if isinstance(node, ast.Call))
    return [(file.name, ast.unparse(node.func)) for file, node in calls]


def test_only_the_edge_exits() -> None:
    ends = {file for file, name in called() if name in {"sys.exit", "os._exit", "exit", "quit", "SystemExit"}}
    assert ends == {"__main__.py"}


def test_nothing_prints_but_render() -> None:
    writers = ("print", "sys.stdout.write", "sys.stderr.write", "sys.stdout.buffer.write", "stream.buffer.write")
    assert {file for file, name in called() if name in writers} == {"main.py", "streams.py"}


def test_the_environment_is_read_in_one_place() -> None:
    """Beside it only render, which heeds what every terminal program does, and memory, which holds all against it.

    What is said to a library that hears nothing else is said where it is known how much the system has.
    """
    readers = {file.name for file in MODULES if "environ" in file.read_text("utf-8").replace("environment", "")}
    assert readers == {"environment.py", "console.py", "streams.py", "surroundings.py", "resources.py"}


def test_only_reading_and_one_door_take_columns_of_a_table() -> None:
    """So that another engine can stand behind the door; who draws, a sheet, a slice, how a file was, have others."""
    own = ("register", "REGISTERS[name]", "request", "how", "sheet", "head", "form", "mapping", "some", "self")
    rooms = ("units", "counting", "answers", "checks", "writing", "cli")
    takers = set()
    for file in (file for file in MODULES if file.parts[len(ROOT.parts) + 2] in rooms):
        for node in nodes(file):
            if isinstance(node, ast.Attribute) and node.attr == "columns":
                takers |= set() if ast.unparse(node.value).endswith(own) else {file.name}
    assert takers == {"bulk.py"}

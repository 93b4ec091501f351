"""What holds in every run of the suite."""

import os
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from unittest import mock

import pytest

from antq_cli.core.registers import REGISTERS, Register
from antq_cli.reading import files, limits
from antq_cli.reading.columns import Columns
from antq_cli.reading.parts import Part
from tests import thinned
from tests.reading.helpers import said

Read = tuple[list[Part], Columns]
Sources = tuple[tuple[str, bytes], ...]
HERE = Path(__file__).parent
# What these folders test knows no library that antq stands on; `test_layers.py` holds that. But for two modules: of
# `counting/unread_rows`, and of the books in which each rule finds what reading has made of them.
PURE = ("checks", "counting", "damage", "independent", "pages", "units", "words")
BUT = {"counting/test_left_out.py", "checks/test_gallery.py"}
# And these ask through the command line what is counted; the libraries are asked the same by many others there.
COUNTED = {
    f"cli/test_{name}.py"
    for name in ("called", "campaign", "figures", "hashes", "month", "several", "time_and_place", "two_days", "words")
}


COLLECTED = pytest.StashKey[dict[Path, set[str]]]()


def pytest_configure(config: pytest.Config) -> None:
    os.environ["ANTQ_CACHE"] = "off"  # what a test is told is to be found out now; but for those of the memory itself
    os.environ["TZ"] = "ICT-7"  # where the clocks of a log are those of Vietnam, whatever this machine has
    if sys.platform != "win32":
        time.tzset()
    thinned.load(whole=is_long(config))
    # Each process would hold each file of snapshots against each test, for five seconds: `test_snapshots.py` looks for
    # those without a test in a hundredth of that. `--snapshot-update` still removes them.
    config.option.disable_unused_snapshots = not config.option.update_snapshots


def is_long(config: pytest.Config) -> bool:
    """Whether a run is one of `-m long`."""
    asked = str(config.getoption("markexpr"))
    return "long" in asked and "not long" not in asked


@pytest.hookimpl(tryfirst=True)  # before the tests that this run leaves out are gone
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is pure; in the long run all is long that by default tries a part of what it could."""
    names = config.stash.setdefault(COLLECTED, {})
    for item in items:
        names.setdefault(item.path, set()).add(item.name)
        path = item.path.relative_to(HERE)
        if (path.parts[0] in PURE and path.as_posix() not in BUT) or path.as_posix() in COUNTED:
            item.add_marker(pytest.mark.pure)
        tries = getattr(getattr(item, "obj", None), "is_hypothesis_test", False) or item.get_closest_marker("spread")
        if is_long(config) and tries:
            item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session", autouse=True)
def registers_are_read_twice_at_most() -> Iterator[None]:
    """Thousands of tests ask the same few books; what reading makes of the same bytes is the same.

    At the end what was kept is held against what is read anew: nobody has changed it.
    """
    read = files._read
    seen: set[int] = set()
    known: dict[tuple[str, bool, Sources], Read] = {}

    def remembered(register: Register, sources: Mapping[str, bytes], *, fast: bool) -> Read:
        key = (register.name, fast, (*sources.items(),))
        if key not in known:
            found = read(register, sources, fast=fast)
            if hash(key) not in seen:  # most files of random books are read once
                seen.add(hash(key))
                return found
            known[key] = found
        parts, columns = known[key]
        return [*parts], columns

    with mock.patch.object(files, "_read", remembered):
        yield
    for (name, fast, sources), (parts, columns) in known.items():
        anew, all_columns = read(REGISTERS[name], dict(sources), fast=fast)
        assert ([*map(said, parts)], columns) == ([*map(said, anew)], all_columns)


@pytest.fixture(scope="session", autouse=True)
def a_manifest_is_parsed_once() -> Iterator[None]:
    """A tenth of a run of a small book is what tomllib makes of its manifest: a copy of that is as good."""
    parsed = lru_cache(maxsize=100)(tomllib.loads)
    with mock.patch.object(limits, "tomllib", mock.Mock(wraps=tomllib, loads=lambda text: deepcopy(parsed(text)))):
        yield

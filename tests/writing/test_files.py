"""Writing a file: whole or not at all."""

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from antq_cli.memory.witness import NoRegularFileError
from antq_cli.writing.files import UnwrittenError, write_all, write_whole
from tests.permissions import HELD

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions, links and pipes of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_and_an_old_one_get_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.csv"
    for data in (b"one\r\n\x00", b"", b"\xff" * 100_000):
        write_whole(path, [data])
        assert path.read_bytes() == data
        assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
def test_what_fails_midway_leaves_the_old_content_and_nothing_else(
    step: str, failure: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def fail(*_args: object, **_kwargs: object) -> None:
        raise failure

    monkeypatch.setattr(step, fail)
    with pytest.raises(failure):
        write_whole(path, [b"new"])
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert [*tmp_path.iterdir()] == [path]


@POSIX
@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o664, 0o755])
def test_permissions_are_kept(permissions: int, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    path.chmod(permissions)
    write_whole(path, [b"new"])
    assert mode(path) == permissions


@POSIX
@pytest.mark.parametrize(("mask", "permissions"), [(0o022, 0o644), (0o077, 0o600), (0o000, 0o666)])
def test_a_new_file_has_the_permissions_that_the_umask_leaves(mask: int, permissions: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "a.csv", [b"new"])
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.csv") == permissions


@POSIX
@pytest.mark.parametrize("there", [True, False])
def test_behind_a_link_the_target_is_replaced_and_not_the_link(there: bool, tmp_path: Path) -> None:
    target, link = tmp_path / "far" / "a.csv", tmp_path / "link.csv"
    target.parent.mkdir()
    if there:
        target.write_text("old")
    link.symlink_to(target)
    write_whole(link, [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [*target.parent.iterdir()] == [target]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="a"):
        write_whole(tmp_path, [b"new"])
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("below", ["missing", "file"])
def test_where_there_is_no_folder_nothing_is_written(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(OSError, match=below):
        write_whole(tmp_path / below / "a.csv", [b"new"])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "old"


@POSIX
@HELD
@pytest.mark.parametrize("locked", ["folder", "file"])
def test_what_may_not_be_written_is_not_replaced(locked: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    (tmp_path if locked == "folder" else path).chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            write_whole(path, [b"new"])
    finally:
        tmp_path.chmod(0o700)
    assert path.read_text() == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_that_is_said_to_be_locked_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write_whole(path, [b"new"])
    assert path.read_text() == "old"


@POSIX
def test_a_device_is_written_to(tmp_path: Path) -> None:
    write_whole(Path(os.devnull), [b"new"])
    assert Path(os.devnull).is_char_device()


if os.name == "posix":

    def test_a_pipe_is_written_to_where_somebody_reads_it(tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(NoRegularFileError):
            write_whole(pipe, [b"new"])
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        write_whole(pipe, [b"new", b"er"])
        assert os.read(reader, 10) == b"newer"
        os.close(reader)

    def test_a_pipe_of_the_shell_is_written_to() -> None:
        """What a shell makes of >(sort) is the name of an open end of a pipe."""
        reader, writer = os.pipe()
        write_whole(Path(f"/dev/fd/{writer}"), [b"new"])
        os.close(writer)
        with os.fdopen(reader, "rb") as file:
            assert file.read() == b"new"

    def test_a_socket_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # its name has to be short
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("s")
            with pytest.raises(NoRegularFileError):
                write_whole(Path("s"), [b"new"])


def test_a_name_of_any_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".csv")
    write_whole(path, [b"new"])
    assert path.read_bytes() == b"new"


# Several at once -----------------------------------------------------------------------------------------------


def several(folder: Path) -> list[Path]:
    """Three names, under the first and the last of which something stands."""
    paths = [folder / name for name in ("a.md", "b.json", "c.csv")]
    for path in (paths[0], paths[2]):
        path.write_text("old")
    return paths


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_several_files_get_their_bytes(tmp_path: Path) -> None:
    write_all([(path, [path.name.encode(), b"!"]) for path in several(tmp_path)])
    assert texts(tmp_path) == {"a.md": "a.md!", "b.json": "b.json!", "c.csv": "c.csv!"}


def test_where_one_cannot_be_made_none_is_written(tmp_path: Path) -> None:
    """Also where the blocks of the last one fail, as all others stand beside their names."""
    paths = several(tmp_path)

    def broken() -> Iterator[bytes]:
        assert len([*tmp_path.glob(".antq-*")]) == 3  # its own has been opened
        yield b"half"
        raise OSError(28, "No space left on device")

    with pytest.raises(UnwrittenError) as raised:
        write_all([(paths[0], [b"new"]), (paths[1], [b"new"]), (paths[2], broken())])
    assert (raised.value.path, raised.value.error.errno, raised.value.done) == (paths[2], 28, ())
    assert texts(tmp_path) == {"a.md": "old", "c.csv": "old"}
    with pytest.raises(UnwrittenError):
        write_all([(paths[0], [b"new"]), (tmp_path / "no" / "such.md", [b"new"])])
    assert texts(tmp_path) == {"a.md": "old", "c.csv": "old"}


def test_where_a_name_may_not_be_taken_those_that_are_taken_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, replace = several(tmp_path), Path.replace

    def refuse(beside: Path, target: Path) -> Path:
        if target.name == "c.csv":
            raise PermissionError(13, "Permission denied")
        return replace(beside, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UnwrittenError) as raised:
        write_all([(path, [b"new"]) for path in paths])
    assert (raised.value.path, raised.value.done) == (paths[2], paths[:2])
    assert texts(tmp_path) == {"a.md": "new", "b.json": "new", "c.csv": "old"}

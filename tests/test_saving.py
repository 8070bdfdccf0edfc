"""A file is the old one or the new one; what is refused says what to do; nothing piles up."""

from __future__ import annotations

import errno
import os
import stat
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from modeller.base import saving
from modeller.base.errors import ModellerError, Problem
from modeller.base.saving import (
    ABANDONED_SECONDS,
    is_temporary,
    make_private,
    remedy_for,
    replacing,
    write_atomically,
)
from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario, read_scenario, write_scenario
from modeller.scenario.sharing import open_shared
from modeller.sweep.output import check_output
from tests.met import MET, read_design, read_given_record, read_user_record


def temporaries(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if is_temporary(path.name)]


def test_that_what_is_private_is_private_while_it_is_being_written(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o600)
    with replacing(path) as file:
        (half,) = temporaries(tmp_path)
        assert stat.S_IMODE(half.stat().st_mode) == 0o600
        file.write(b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_that_the_owner_is_kept_and_nobody_else_may_read_before(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    given = []

    def give(half, *owner):
        given.append((stat.S_IMODE(Path(half).stat().st_mode), *owner))

    monkeypatch.setattr(os, "chown", give, raising=False)
    write_atomically(path, b"new")
    known = path.stat()
    assert given == [(0o600, known.st_uid, known.st_gid)]


def test_that_a_link_laid_in_the_way_is_not_written_through(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "urandom", lambda _: b"\x01\x23")
    other = tmp_path / "other"
    other.write_bytes(b"theirs")
    (tmp_path / ".modeller-0123.tmp").symlink_to(other)
    with pytest.raises(ModellerError):
        write_atomically(tmp_path / "a", b"new")
    assert other.read_bytes() == b"theirs"


def test_that_lists_of_who_may_read_a_file_go_with_it(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.colleagues", b"ann, ben")
    except (AttributeError, OSError):
        pytest.skip("this file system keeps no attributes")
    write_atomically(path, b"new")
    assert os.getxattr(path, "user.colleagues") == b"ann, ben"


def test_that_a_block_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def half() -> None:
        with replacing(path) as file:
            file.write(b"new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert path.read_bytes() == b"old"
    assert temporaries(tmp_path) == []


def test_that_what_killed_processes_left_is_cleared_away_and_nobody_elses(tmp_path):
    old, young = tmp_path / ".modeller-0123456789abcdef.tmp", tmp_path / ".modeller-1.tmp"
    other = tmp_path / ".0123456789abcdef.tmp"
    for path in (old, young, other):
        path.write_bytes(b"half")
    past = young.stat().st_mtime - ABANDONED_SECONDS - 60
    for path in (old, other):
        os.utime(path, (past, past))
    write_atomically(tmp_path / "a", b"whole")
    assert not old.exists()
    assert young.exists()
    assert other.exists()


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "make room"),
        (errno.ENAMETOOLONG, "shorter name"),
        (errno.EROFS, "in which you may write"),
        (errno.EACCES, "in which you may write"),
        (errno.ENOENT, "that is there"),
        (errno.ESTALE, "connect its folder again"),
        (errno.EHOSTDOWN, "connect its folder again"),
        (errno.EIO, "in another folder"),
    ],
)
def test_that_each_refusal_says_what_to_do(tmp_path, monkeypatch, number, remedy):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ModellerError) as raised:
        write_atomically(path, b"new")
    (problem,) = raised.value.problems
    assert remedy in problem.remedy
    assert "nothing was changed" in problem.remedy
    assert path.read_bytes() == b"old"
    assert temporaries(tmp_path) == []


NO_PATHS = [
    "x" * 300,
    "x" * 300 + ".json",
    "x" * 5000,
    "a\0b",
    "a\0b.json",
    "a/\0/b.csv",
    "\udcff\0",
]


@pytest.mark.parametrize("name", NO_PATHS)
@pytest.mark.parametrize(
    "take",
    [
        partial(load_scenario, profile=MET),
        partial(read_scenario, profile=MET),
        partial(open_shared, profile=MET),
        read_user_record,
        read_given_record,
        read_design,
        lambda name: write_scenario(name, Scenario()),
        lambda name: check_output(Path(name)),
    ],
)
def test_that_what_cannot_be_a_path_is_a_problem_and_no_traceback(take, name):
    with pytest.raises(ModellerError):
        take(name)


def test_that_a_circle_of_links_is_a_problem(tmp_path):
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.symlink_to(other)
    other.symlink_to(one)
    for take in (
        partial(load_scenario, profile=MET),
        lambda path: write_scenario(path, Scenario()),
    ):
        with pytest.raises(ModellerError):
            take(str(one))


def test_that_what_its_reader_refuses_is_not_written(tmp_path):
    def refuse(content):
        raise ModellerError(Problem("line 3", f"is {content.decode()}", "give a number"))

    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(ModellerError) as caught:
        write_atomically(path, b"words", read_back=refuse)
    assert str(caught.value) == (
        f"{path} could not be opened again: line 3 is words; give a number; nothing was written"
    )
    assert path.read_bytes() == b"old"
    read: list[bytes] = []
    write_atomically(path, b"new", read_back=read.append)
    assert read == [b"new"]
    assert path.read_bytes() == b"new"


def test_that_what_is_no_ordinary_file_or_protected_is_not_replaced(tmp_path):
    with pytest.raises(ModellerError, match="it is not an ordinary file"):
        write_atomically(tmp_path, b"new")
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(ModellerError, match="it is write-protected"):
        write_atomically(path, b"new")
    path.chmod(0o200)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o200


def test_that_the_remedy_is_the_callers_own_where_there_is_one(tmp_path):
    (tmp_path / "there").write_bytes(b"")

    def write(name, *words, **how):
        with pytest.raises(ModellerError) as caught, replacing(tmp_path / name, *words, **how):
            raise AssertionError
        return str(caught.value)

    missing = write("none/a")
    assert missing.endswith("nothing was changed")
    assert write("none/a", "sing a song").endswith("(No such file or directory); sing a song")
    assert write("there", over=False).endswith(
        "is there already; move it away, or write to another file; it was left alone"
    )
    assert write("there", "say --force", over=False).endswith("is there already; say --force")


def test_that_an_unknown_fault_has_a_remedy_too(tmp_path, monkeypatch):
    def refuse(*_args):
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ModellerError) as caught:
        write_atomically(tmp_path / "a", b"new")
    assert str(caught.value) == (
        f"{tmp_path / 'a'} cannot be written (input/output error); "
        f"{remedy_for(OSError())}; nothing was changed"
    )
    assert remedy_for(OSError()) == "save under another name or in another folder"
    assert remedy_for(ValueError("no number")) == remedy_for(OSError())
    assert temporaries(tmp_path) == []


def test_that_a_new_file_is_for_whom_the_umask_says_or_for_the_user_alone(tmp_path):
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "shared", b"")
        write_atomically(tmp_path / "own", b"", private=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("mode", "writable"),
    [(0o401, False), (0o455, False), (0o402, True), (0o420, True), (0o600, True)],
)
def test_that_a_file_is_write_protected_that_nobody_may_write(
    mode, writable, tmp_path, monkeypatch
):
    monkeypatch.setattr(os, "access", lambda *_: True)  # as it is for an administrator
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    if writable:
        write_atomically(path, b"new")
    else:
        with pytest.raises(ModellerError, match="write-protected"):
            write_atomically(path, b"new")
    path.chmod(0o600)
    assert path.read_bytes() == (b"new" if writable else b"old")


def test_that_a_new_link_to_an_old_file_was_not_left_behind(tmp_path):
    old = tmp_path / "old"
    old.write_bytes(b"theirs")
    os.utime(old, (0, 0))
    link = tmp_path / ".modeller-0123.tmp"
    link.symlink_to(old)
    write_atomically(tmp_path / "a", b"new")
    assert link.is_symlink()


def test_that_a_refusal_of_the_reader_is_told_with_its_first_reason(tmp_path):
    faults = [Problem(place, f"is wrong {place}", f"mend {place}") for place in ("a", "b", "c")]

    def refuse(_content):
        raise ModellerError(faults)

    with pytest.raises(ModellerError, match="could not be opened again: a is wrong a; mend a"):
        write_atomically(tmp_path / "a", b"words", read_back=refuse)


def test_that_what_is_made_private_keeps_what_stands_in_it(tmp_path):
    path = tmp_path / "lock"
    make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_bytes(b"mine")
    path.chmod(0o755)
    make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert path.read_bytes() == b"mine"


def test_that_a_folder_is_flushed_where_the_system_knows_how(tmp_path, monkeypatch):
    flushed = []
    monkeypatch.setattr(os, "fsync", lambda number: flushed.append(os.fstat(number).st_ino))
    write_atomically(tmp_path / "a", b"new")
    assert flushed == [(tmp_path / "a").stat().st_ino, tmp_path.stat().st_ino]
    monkeypatch.delattr(os, "O_DIRECTORY")
    write_atomically(tmp_path / "b", b"new")
    assert len(flushed) == 3


def test_that_a_system_that_knows_neither_owners_nor_attributes_is_written_to(
    tmp_path, monkeypatch
):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.delattr(os, "chown")
    monkeypatch.delattr(os, "listxattr")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_that_windows_gives_a_file_its_name_by_renaming(tmp_path, monkeypatch):
    renamed = []

    def rename(old, new):
        renamed.append(Path(new).name)
        Path(old).replace(new)

    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"new")
    monkeypatch.setattr(saving, "os", SimpleNamespace(name="nt", rename=rename))
    saving._name_unless_taken(one, other)
    assert renamed == ["other"]
    assert other.read_bytes() == b"new"


def test_that_a_name_that_was_claimed_is_given_back_when_the_file_cannot_take_it(
    tmp_path, monkeypatch
):
    def refuse(*_args):
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ModellerError, match="no links here"):
        write_atomically(tmp_path / "a", b"new", over=False)
    assert list(tmp_path.iterdir()) == []


def test_that_a_new_file_has_all_that_the_umask_leaves(tmp_path):
    before = os.umask(0)
    try:
        with replacing(tmp_path / "a") as file:
            file.write(b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o666


def test_that_of_a_readers_reasons_the_first_is_told(tmp_path):
    def refuse(_content):
        raise ModellerError([Problem("one", "is wrong", "mend it"), Problem("two", "is", "not")])

    with pytest.raises(ModellerError, match="could not be opened again: one is wrong"):
        write_atomically(tmp_path / "a", b"", read_back=refuse)


def test_that_what_is_half_written_is_left_alone_for_ten_minutes():
    assert ABANDONED_SECONDS == 600

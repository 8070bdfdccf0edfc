"""A file is the old one or the new one; what is refused says what to do; nothing piles up."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from pathlib import Path

import pytest

from modeller.base.errors import ModellerError
from modeller.base.saving import ABANDONED_SECONDS, is_temporary, replacing, write_atomically
from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario, read_scenario, write_scenario
from modeller.scenario.sharing import open_shared
from modeller.sweep.output import check_output
from tests.met import read_design, read_given_record, read_user_record


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
    monkeypatch.setattr(secrets, "token_hex", lambda _: "0123")
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
        load_scenario,
        read_scenario,
        open_shared,
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
    for take in (load_scenario, lambda path: write_scenario(path, Scenario())):
        with pytest.raises(ModellerError):
            take(str(one))

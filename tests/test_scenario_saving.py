"""A scenario on the disk: written whole or not at all, read if it can be."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from modeller.base import bounded_reading
from modeller.base.bounded_reading import read_start
from modeller.scenario import Scenario
from modeller.scenario import file as scenario_file
from modeller.scenario.file import (
    load_scenario,
    read_scenario,
    write_scenario,
)
from tests.met import MET
from tests.scenario_documents import (
    complaints,
)


def test_that_a_scenario_is_saved_and_opened_again(tmp_path):
    path = tmp_path / "mine.scenario.json"
    scenario = Scenario(title="Mine", changes={"officer_losses": 1400})
    write_scenario(path, scenario, results={"arrests": 1}, results_digest="cd" * 32)
    loaded = read_scenario(path, profile=MET)
    assert loaded.scenario == scenario
    assert loaded.results == {"arrests": 1}
    assert load_scenario(str(path), profile=MET).scenario == scenario
    assert [file.name for file in tmp_path.iterdir()] == ["mine.scenario.json"]


def test_that_a_new_file_has_the_permissions_that_the_user_wants_for_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        write_scenario(tmp_path / "a.scenario.json", Scenario())
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.scenario.json").stat().st_mode) == 0o640


def test_that_the_permissions_of_a_file_outlive_saving(tmp_path):
    path = tmp_path / "a.scenario.json"
    write_scenario(path, Scenario())
    path.chmod(0o604)
    write_scenario(path, Scenario(weeks=10))
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert read_scenario(path, profile=MET).scenario.weeks == 10


def test_that_saving_through_a_link_writes_the_file_it_points_to(tmp_path):
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "real.json").write_text("old")
    link = tmp_path / "link.scenario.json"
    link.symlink_to(Path("shared") / "real.json")
    write_scenario(link, Scenario(weeks=10))
    assert link.is_symlink()
    assert read_scenario(folder / "real.json", profile=MET).scenario.weeks == 10
    assert sorted(file.name for file in tmp_path.iterdir()) == ["link.scenario.json", "shared"]


def test_that_a_write_protected_file_is_not_replaced(tmp_path):
    path = tmp_path / "a.scenario.json"
    path.write_text("precious")
    path.chmod(0o444)
    assert complaints(write_scenario, path, Scenario()) == [
        (
            f"{path} cannot be written (it is write-protected); "
            "save under another name or in another folder; nothing was changed"
        )
    ]
    assert path.read_text() == "precious"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_that_a_failure_while_saving_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, failing
):
    path = tmp_path / "a.scenario.json"
    path.write_text("precious")

    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if failing == "fsync" else (Path, "replace")), fail)
    assert complaints(write_scenario, path, Scenario()) == [
        (
            f"{path} cannot be written (No space left on device); "
            "make room on that disk, or save in another folder; nothing was changed"
        )
    ]
    assert path.read_text() == "precious"
    assert [file.name for file in tmp_path.iterdir()] == ["a.scenario.json"]


def test_that_content_and_folder_are_on_the_disk_before_saving_is_over(tmp_path, monkeypatch):
    synced = []
    really = os.fsync

    def watch(descriptor):
        status = os.fstat(descriptor)
        empty = stat.S_ISREG(status.st_mode) and status.st_size == 0
        synced.append("folder" if stat.S_ISDIR(status.st_mode) else "nothing" if empty else "file")
        really(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    write_scenario(tmp_path / "a.scenario.json", Scenario())
    assert synced == ["file", "folder"]


def test_that_a_folder_or_a_missing_folder_cannot_be_written(tmp_path):
    remedy = "save under another name or in another folder; nothing was changed"
    assert complaints(write_scenario, tmp_path, Scenario()) == [
        f"{tmp_path} cannot be written (it is not an ordinary file); {remedy}"
    ]
    path = tmp_path / "none" / "a.scenario.json"
    assert complaints(write_scenario, path, Scenario()) == [
        (
            f"{path} cannot be written (No such file or directory); "
            "save in a folder that is there; nothing was changed"
        )
    ]


def test_that_what_would_be_too_large_to_open_is_not_saved(tmp_path):
    path = tmp_path / "a.scenario.json"
    results = {"weekly": ["x" * 1000] * 1000}
    (line,) = complaints(lambda: write_scenario(path, Scenario(), results=results))
    assert line.startswith(f"{path} would take 1,0")
    assert line.endswith(
        "bytes, more than a scenario file may have; save it without results or with fewer"
    )
    assert not path.exists()


def test_that_a_file_that_cannot_be_read_is_named(tmp_path):
    missing = tmp_path / "missing.scenario.json"
    assert complaints(read_scenario, missing, profile=MET) == [
        f"{missing} cannot be read (No such file or directory); choose a scenario file that can be"
    ]
    assert complaints(read_scenario, tmp_path, profile=MET) == [
        f"{tmp_path} is not a file; choose a scenario file"
    ]
    assert complaints(read_scenario, "a\0b", profile=MET) == [
        "a\0b cannot be read (embedded null byte); choose a scenario file that can be"
    ]


def test_that_a_large_file_is_refused_by_its_size_and_only_its_start_is_read(tmp_path, monkeypatch):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.write(b'{"format": 1}')
        file.truncate(10**12)  # takes no room on the disk
    asked = []

    def watched(place, most):
        asked.append(most)
        return read_start(place, most)

    monkeypatch.setattr(scenario_file, "read_start", watched)  # to tell what it is
    monkeypatch.setattr(bounded_reading, "read_start", lambda *_: pytest.fail("it was read"))
    assert complaints(read_scenario, path, profile=MET) == [
        f"{path} is larger than 1,000,000 bytes; a scenario file is far smaller than that"
    ]
    assert asked == [1_000_000]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_that_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert complaints(read_scenario, path, profile=MET) == [
        f"{path} is not a file; choose a scenario file"
    ]

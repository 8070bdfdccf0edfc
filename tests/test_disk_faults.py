"""A disk that fails at any call leaves everything whole, and the user knows what to do."""

from __future__ import annotations

import errno
import os
import sqlite3

import pytest

from benchmarks.soak import faults, kills, vanishing
from modeller.base.errors import ModellerError
from modeller.scenario import Scenario
from modeller.sweep.output import Journal
from tests.met import MET, parse_measures
from ui.desk.history import History


@pytest.mark.parametrize("what", list(faults.WORKS))
def test_that_a_disk_failing_at_any_call_loses_nothing(what, qapp, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "")  # the work sets its own
    found = faults.run(what)
    assert found.faults == []
    assert found.calls >= 6
    # what was said of columns and places may be forgotten, and the record is kept
    assert found.refused >= found.runs // (3 if what == "imported table" else 2)


def test_that_records_on_a_folder_that_comes_and_goes_are_kept_or_refused(monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "")  # the run sets its own
    found = vanishing.run(4.0)
    assert found.faults == []
    assert found.times_away > 0
    assert min(found.done, found.refused, found.kept) > 0


def test_that_the_look_at_a_failing_disk_can_fail():
    """The same, of a way to write that is not whole."""

    def careless(folder):
        path = folder / "a"
        path.write_bytes(b"old")

        def write():
            descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)
            with os.fdopen(descriptor, "wb") as file:
                file.write(b"new")

        return write, path.read_bytes

    disk = faults.Disk(2, errno.ENOSPC, for_ever=True)
    fault, _ = faults._one(faults.Work(careless), disk)
    assert "No space left" in fault


def test_that_a_full_disk_under_a_sweep_keeps_what_was_finished(tmp_path):
    journal = Journal(tmp_path / "sweep.csv", parse_measures(["arrests.p50"]))
    journal.keep([("a" * 64, [1.0])])
    pages = journal._database.execute("PRAGMA page_count").fetchone()[0]
    journal._database.execute(f"PRAGMA max_page_count = {pages}")
    many = [(f"{number:064x}", [1.0]) for number in range(500)]
    for _ in range(2):  # and says the same the next time
        with pytest.raises(ModellerError, match="full") as raised:
            journal.keep(many)
        assert "make room" in str(raised.value)
    assert journal.holds("a" * 64)
    assert not journal.holds(many[0][0])
    journal.close()


def test_that_a_journal_that_cannot_be_read_says_so(tmp_path):
    journal = Journal(tmp_path / "sweep.csv", parse_measures(["arrests.p50"]))
    journal._database.execute("DROP TABLE results")
    with pytest.raises(ModellerError, match="cannot be read"):
        journal.holds("a" * 64)
    journal.close()


def test_that_a_full_disk_under_the_history_is_said_once_and_stops_nothing(tmp_path):
    said: list[ModellerError] = []
    history = History(MET, tmp_path / "history.sqlite", failed=said.append)
    history.record("plan", Scenario(title="first"))
    pages = history._connection.execute("PRAGMA page_count").fetchone()[0]
    history._connection.execute(f"PRAGMA max_page_count = {pages}")
    for number in range(20):
        history.record("plan", Scenario(title=f"{number}", notes="x" * 5_000))
    assert len(said) == 1
    assert "full" in str(said[0])
    history.close()
    again = History(MET, tmp_path / "history.sqlite")
    assert again.versions("plan")[-1].scenario.title == "first"
    again.close()
    with sqlite3.connect(tmp_path / "history.sqlite") as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()


def test_that_every_writer_that_is_killed_has_a_name():
    assert {"save", "autosave", "desk", "ledger", "record", "history", "journal"} == set(
        kills.WRITERS
    )

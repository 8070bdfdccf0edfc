"""A ledger that was named has to be there; only locking begins one."""

from __future__ import annotations

from pathlib import Path

import pytest

from modeller.scenario import Scenario
from tests.command_line import run, saved
from tests.met import stored_records

READING = ["verify", "list", "score"]


@pytest.mark.parametrize("action", READING)
def test_that_a_ledger_that_is_not_there_is_said(action, tmp_path, capsys):
    for missing in (tmp_path / "nosuch.jsonl", tmp_path / "no folder" / "ledger.jsonl"):
        code, printed, said = run(capsys, "ledger", action, "--ledger", str(missing))
        assert (code, printed) == (2, "")
        assert said.startswith(f"{missing} is not there; check its name and place")


@pytest.mark.parametrize("action", [*READING, "lock"])
@pytest.mark.parametrize("named", ["", "-"])
def test_that_what_is_no_file_is_no_ledger(action, named, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["baseline"] if action == "lock" else []
    code, printed, said = run(capsys, "ledger", action, *words, f"--ledger={named}")
    assert (code, printed) == (2, "")
    assert said.startswith("--ledger ")
    assert "name the file of a ledger" in said
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no devices")
@pytest.mark.parametrize("action", [*READING, "lock"])
def test_that_a_device_is_no_ledger(action, capsys):
    words = ["baseline"] if action == "lock" else []
    code, printed, said = run(capsys, "ledger", action, *words, "--ledger=/dev/null")
    assert (code, printed) == (2, "")
    assert said.startswith("--ledger is /dev/null, which is no file; name the file of a ledger")
    assert not Path("/dev/null.head").exists()


@pytest.mark.parametrize("named", ["no-such.jsonl", "", "-"])
def test_that_a_record_is_not_kept_with_a_ledger_that_is_not_there(
    named, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.csv").write_text(
        "date,faces,alerts,false_alerts,arrests\n2026-05-04,9000,7,0,3\n2026-05-05,8000,6,0,2\n"
    )
    asked = ("evidence", "import", "own.csv", "--alone")
    code, _, said = run(capsys, *asked, f"--ledger={named}", "--accept", "future-dates")
    assert code == 2, said
    assert (f"{named} is not there" if named.endswith("jsonl") else "--ledger ") in said
    assert not stored_records()


def test_that_locking_begins_a_ledger_and_one_that_was_deleted_is_damaged(tmp_path, capsys):
    ledger = tmp_path / "new" / "ledger.jsonl"
    mine = saved(tmp_path, Scenario(title="Mine", weeks=4, draws=100))
    assert run(capsys, "ledger", "lock", str(mine), "--ledger", str(ledger))[0] == 0
    assert run(capsys, "ledger", "verify", "--ledger", str(ledger))[0] == 0
    ledger.unlink()  # its end beside it is still there, and knows better
    code, printed, _ = run(capsys, "ledger", "verify", "--ledger", str(ledger))
    assert code == 1
    assert "the ledger was cut short" in printed


def test_that_your_own_may_not_have_been_begun(user_folders, capsys):
    assert run(capsys, "ledger", "list") == (0, "Nothing has been locked yet.\n", "")
    assert run(capsys, "ledger", "verify")[0] == 0

"""A ledger that was named has to be there; only locking begins one."""

from __future__ import annotations

import pytest

from modeller.scenario import Scenario
from tests.command_line import run, saved

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

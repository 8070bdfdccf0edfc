"""Exit codes: each is reached, each is in the manual, and a fault of ours is none of theirs."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from modeller.cli import exit_codes, main, project
from modeller.cli.exit_codes import EXIT_CODES
from modeller.scenario import Scenario
from tests.command_line import QUICK, ROOT, run, saved

CODES = {
    name: value
    for name, value in vars(exit_codes).items()
    if name.isupper() and isinstance(value, int)
}


def test_that_the_codes_are_the_ones_that_scripts_rely_on():
    assert CODES == {
        "DONE": 0,
        "ANSWERED_NO": 1,
        "WRONG_INPUT": 2,
        "FAULT": 70,
        "INTERRUPTED": 130,
    }
    assert list(EXIT_CODES) == sorted(CODES.values())


def test_that_the_manual_has_the_table_of_the_program():
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8").split("## Exit codes")[1]
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", page, re.MULTILINE)
    assert {int(code): meaning for code, meaning in rows} == dict(EXIT_CODES)


def altered(tmp_path):
    path = saved(tmp_path, Scenario(title="Mine", weeks=4, draws=100))
    path.write_text(path.read_text("utf-8").replace('"seed": 2', '"seed": 7'), "utf-8")
    return path


NO = "deployments.p50 >= 99999"


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["project", "baseline", *QUICK]),
        (0, ["list"]),
        (1, ["verify", "ALTERED"]),
        (1, ["open", "ALTERED"]),
        (1, ["seek", "baseline", *QUICK, "--target", NO, "--vary", "deployments_per_week"]),
        (2, ["project", "no-such-file"]),
        (2, ["project", "baseline", "--weeks", "1"]),
        (2, ["check", "no-such-file"]),
        (2, ["project", "baseline", "--format", "xml"]),
        (2, ["nothing-of-the-sort"]),
        (2, ["evidence", "show", "nobody"]),
    ],
    ids=lambda value: value if isinstance(value, int) else " ".join(value[:2]),
)
def test_that_a_command_leaves_the_code_that_is_documented(capsys, tmp_path, code, arguments):
    changed = str(altered(tmp_path))
    found = run(capsys, *(changed if word == "ALTERED" else word for word in arguments))
    assert found[0] == code, found


def test_that_a_damaged_ledger_is_answered_with_no(capsys, tmp_path):
    ledger = tmp_path / "ledger.jsonl"
    mine = str(saved(tmp_path, Scenario(title="Mine", weeks=4, draws=100)))
    code, _, complained = run(capsys, "ledger", "lock", mine, "--ledger", str(ledger))
    assert code == 0, complained
    assert run(capsys, "ledger", "verify", "--ledger", str(ledger))[0] == 0
    ledger.write_text(ledger.read_text("utf-8").replace('"weeks":4', '"weeks":5'), "utf-8")
    assert run(capsys, "ledger", "verify", "--ledger", str(ledger))[0] == 1


def test_that_a_fault_of_ours_has_a_code_of_its_own_and_is_told(capsys, monkeypatch):
    def faulty(options):
        raise ZeroDivisionError("by nobody")

    monkeypatch.setattr(project, "run", faulty)
    code, printed, complained = run(capsys, "project", "baseline")
    assert (code, printed) == (70, "")
    assert "ZeroDivisionError: by nobody" in complained
    assert complained.splitlines()[-1].startswith("the modeller has a fault; please report")


def test_that_an_interrupted_command_says_so_by_its_code(capsys, monkeypatch):
    def interrupted(options):
        raise KeyboardInterrupt

    monkeypatch.setattr(project, "run", interrupted)
    assert run(capsys, "project", "baseline") == (130, "", "")


def test_that_the_program_gives_its_code_to_the_shell():
    asked = [sys.executable, "-m", "modeller", "check", "no-such-file"]
    assert subprocess.run(asked, capture_output=True, check=False).returncode == 2
    assert main(["list"]) == 0

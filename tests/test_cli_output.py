"""Verifying files, and where the command line puts what it finds."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import jsonschema
import pytest

from modeller import cli
from modeller.cli import main, output, progress
from modeller.projection import project
from modeller.scenario import Scenario, canonical_digest
from modeller.scenario.file import read_scenario
from tests.command_line import QUICK, run, saved
from tests.met import MET, projection_schema

pytestmark = pytest.mark.usefixtures("wide_terminal")


# ---------------------------------------------------------------- verify


SCENARIO = Scenario(title="Mine", changes={"officer_losses": 700.0}, weeks=4, draws=100)


def verified(capsys, path):
    code = main(["verify", str(path), "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_that_a_file_as_it_was_saved_reproduces(capsys, tmp_path):
    path = saved(tmp_path, SCENARIO, results_digest=project(SCENARIO).results_digest)
    assert verified(capsys, path)[0] == 0
    code, printed, _ = run(capsys, "verify", str(path))
    assert code == 0
    assert ": reproduces. " in " ".join(printed.split())


def rewritten(path, change):
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        (lambda file: file["about"].update(title="Another"), "reproduces"),
        (lambda file: file["changes"].update(officer_losses=800), "edited after saving"),
        (lambda file: file["resolved"].update(officer_losses=800), "edited after saving"),
        (lambda file: file.update(seed=5), "edited after saving"),
        (
            lambda file: (
                file["changes"].update(officer_losses=800),
                file["resolved"].update(officer_losses=800),
            ),
            "edited after saving",
        ),
        (lambda file: file["fingerprints"].update(results="0" * 64), "results differ"),
        (lambda file: file["fingerprints"].pop("results"), "cannot be checked here"),
        (lambda file: file.pop("fingerprints"), "cannot be checked here"),
    ],
)
def test_that_verify_knows_what_happened_to_a_file(capsys, tmp_path, change, answer):
    path = saved(tmp_path, SCENARIO, results_digest=project(SCENARIO).results_digest)
    rewritten(path, change)
    code, found = verified(capsys, path)
    assert found["answer"] == answer
    assert code == (0 if answer == "reproduces" else 1)


def test_that_verify_says_which_version_moved(capsys, tmp_path):
    path = saved(tmp_path, SCENARIO, results_digest="0" * 64)

    def older(file):
        file["model"]["streams"] = "streams-0"
        decisive = {
            # the days follow the deployments and are in the digest as following
            "resolved": {**file["resolved"], "days_per_week": None},
            **{name: file[name] for name in ("weeks", "draws", "seed")},
            "model": file["model"]["version"],
            "streams": "streams-0",
            "record": file["record"]["digest"],
        }
        file["fingerprints"]["inputs"] = canonical_digest(decisive)

    rewritten(path, older)
    assert read_scenario(path, profile=MET).edited is False
    code, found = verified(capsys, path)
    assert (code, found["answer"]) == (1, "results differ")
    assert found["moved"] == ["the random streams went from streams-0 to streams-1"]


def test_that_a_file_that_cannot_be_read_is_wrong_input_for_verify(capsys, tmp_path):
    path = tmp_path / "x.json"
    path.write_text("{", encoding="utf-8")
    assert run(capsys, "verify", str(path))[0] == 2


# ---------------------------------------------------------------- where it goes


def test_that_out_writes_the_file_and_prints_nothing(capsys, tmp_path):
    path = tmp_path / "plan.json"
    code, printed, complained = run(
        capsys, "project", "baseline", *QUICK, "--format", "json", "--out", str(path)
    )
    assert (code, printed, complained) == (0, "", f"Written to {path}\n")
    jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), projection_schema())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["", "missing/plan.json"])
def test_that_out_refuses_what_cannot_be_a_file_before_any_work(
    capsys, tmp_path, place, monkeypatch
):
    monkeypatch.setattr(cli, "import_module", lambda name: pytest.importorskip(name))
    code, _, complained = run(capsys, "project", "met-plan-2025", "--out", str(tmp_path / place))
    assert code == 2
    assert complained.startswith("--out ")
    assert "folder" in complained


def test_that_a_terminal_without_the_letters_gets_plain_ones(monkeypatch):
    plain = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", plain)
    assert main(["project", "met-plan-2025", *QUICK]) == 0
    text = plain.buffer.getvalue().decode("ascii")
    assert "?" not in text.replace("go?", "").replace("lost?", "")
    assert "GBP " in text
    latin = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", latin)
    output.print_text("£5 − 3\u202fm 漢")
    latin.flush()
    assert latin.buffer.getvalue().decode("latin-1") == "£5 - 3 m ?"


def test_that_a_closed_pipe_is_no_complaint():
    command = (
        f"{sys.executable} -m modeller project met-plan-2025 --weeks 4 --draws 100 --format json"
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -n 1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("{\n", "", 0)


def test_that_an_interruption_is_quiet(capsys, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("modeller.cli.project.projected", interrupted)
    assert run(capsys, "project", "baseline", *QUICK) == (130, "", "")


class Terminal(io.StringIO):
    """A stand-in that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_that_long_work_is_reported_on_a_terminal_and_wiped_off(monkeypatch):
    clock = iter([0.0, 0.5, 1.5, 1.55, 2.0])
    monkeypatch.setattr("modeller.cli.progress.time.monotonic", lambda: next(clock))
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.Progress("Met plan 2025") as report:
        for share in (0.1, 0.4, 0.45, 0.9):
            report(share)
    written = terminal.getvalue()
    assert "10%" not in written
    assert "45%" not in written
    assert "\rMet plan 2025: 40%\rMet plan 2025: 90%" in written
    assert written.endswith(" \r")


def test_that_nothing_is_reported_where_nobody_watches(monkeypatch):
    clock = iter(range(100))
    monkeypatch.setattr("modeller.cli.progress.time.monotonic", lambda: next(clock))
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)
    with progress.Progress("Met plan 2025") as report:
        report(0.5)
    assert quiet.getvalue() == ""


def test_that_what_a_file_says_of_its_versions_is_told(capsys, tmp_path):
    path = saved(tmp_path, SCENARIO)
    rewritten(path, lambda file: file["model"].update(version="0.9.0"))
    assert read_scenario(path, profile=MET).notes
    _, _, complained = run(capsys, "project", str(path))
    assert "0.9.0" in complained

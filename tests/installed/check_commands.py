"""Every command of an installed modeller, and every form of a briefing: ``make test-bundle``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from modeller.base.version import VERSION
from modeller.briefing import FORMS
from modeller.cli import COMMANDS
from tests.installed.programs import BUNDLE, PROGRAMS, QUICK, ROOT, modeller

PLAN = "met-plan-2025"
TARGET = ("--target", "arrests.p20 >= 1500")
ZIPPED = b"PK"
BEGINNINGS = {"html": b"<!doctype html>", "pdf": b"%PDF-"} | dict.fromkeys(
    ("docx", "pptx", "xlsx", "zip"), ZIPPED
)

# Those that print their answer and need nothing before them.
USES: dict[str, list[tuple[str, ...]]] = {
    "list": [("scenarios",), ("evidence", "--by", "borough"), ("parameters", "--format", "json")],
    "check": [(PLAN,)],
    "project": [(PLAN, *QUICK), (PLAN, *QUICK, "--format", "csv")],
    "compare": [("baseline", PLAN, *QUICK)],
    "sensitivity": [(PLAN, *QUICK)],
    "explain": [("deployments_per_week",)],
    "what-changed": [("baseline", PLAN, *QUICK)],
    "what-must-be-true": [(PLAN, *TARGET, *QUICK)],
    "trade-off": [(PLAN, "--points", "3x3", *QUICK)],
    "value-of-knowing": [("baseline", PLAN, *TARGET, *QUICK)],
    "workshop": [("baseline", PLAN, "six-zones")],
    "robustness": [(PLAN, *TARGET, "--cases", "256", *QUICK)],
    "share": [(PLAN,)],
    "backtest": [("--from", "2025-09-30", "--to", "2025-10-31", "--draws", "200")],
    "quality": [("--format", form) for form in ("html", "json")],
    "schema": [(), ("projection",)],
    "completion": [(shell,) for shell in ("bash", "zsh", "tcsh")],
}
ELSEWHERE = {"seek", "sweep", "brief", "open", "evidence", "ledger", "verify", "versions"}


def test_that_every_command_is_tried_here():
    assert set(USES) | ELSEWHERE == {command.name for command in COMMANDS}
    assert not set(USES) & ELSEWHERE


@pytest.mark.parametrize("name", USES)
def test_that_a_command_prints_its_answer(name, tmp_path):
    for arguments in USES[name]:
        assert modeller(tmp_path, name, *arguments).strip()


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_that_a_command_says_what_it_takes(name, tmp_path):
    assert f"modeller {name}" in modeller(tmp_path, name, "--help")


@pytest.mark.skipif(BUNDLE.absolute() != PROGRAMS, reason="a bundle keeps it for its user")
def test_that_what_python_compiles_at_every_start_is_kept_for_the_next(tmp_path):
    first = modeller(tmp_path, "project", PLAN, *QUICK)
    (kept,) = (tmp_path / "home").rglob("*.kept")
    made = kept.stat().st_mtime_ns
    assert modeller(tmp_path, "project", PLAN, *QUICK) == first
    assert kept.stat().st_mtime_ns == made


def test_that_it_says_its_version_and_runs_on_the_code_that_comes_with_it(tmp_path):
    said = modeller(tmp_path, "--version")
    assert said.startswith(f"modeller {VERSION}, ")
    assert "runs on machine code that was compiled in advance" in said


@pytest.mark.parametrize("form", FORMS)
def test_that_a_briefing_is_written_in_each_form(form, tmp_path):
    modeller(tmp_path, "brief", PLAN, "--to", f"plan.{form}", *QUICK)
    written = (tmp_path / f"plan.{form}").read_bytes()
    assert written[:15].lower().startswith(BEGINNINGS[form].lower())
    if BEGINNINGS[form] == ZIPPED:
        with zipfile.ZipFile(tmp_path / f"plan.{form}") as archive:
            assert archive.testzip() is None


def test_that_a_briefing_with_every_analysis_opens_again(tmp_path):
    modeller(tmp_path, "brief", PLAN, "--to", "plan.pdf", "--analyses", "all", *TARGET, *QUICK)
    modeller(tmp_path, "open", "plan.pdf", "--save", "again.scenario.json")
    saved = sorted(tmp_path.glob("again*.scenario.json"))
    assert saved
    modeller(tmp_path, "check", *(path.name for path in saved))


def test_that_a_share_code_opens_as_a_file_that_is_in_order(tmp_path):
    code = modeller(tmp_path, "share", PLAN).strip()
    modeller(tmp_path, "open", code, "--save", "mine.scenario.json")
    modeller(tmp_path, "project", "mine.scenario.json", *QUICK)
    modeller(tmp_path, "check", "mine.scenario.json")
    # only a file that the window saved knows its results
    assert "unaltered" in modeller(tmp_path, "verify", "mine.scenario.json", code=1)


def test_that_a_lever_is_sought(tmp_path):
    said = modeller(
        tmp_path, "seek", PLAN, "--target", "arrests.p50 >= 10", "--vary", "deployments_per_week",
        *QUICK,
    )  # fmt: skip
    assert "deployments" in said.lower()


def test_that_a_sweep_runs_in_processes_of_its_own(tmp_path):
    design = "weeks = 8\ndraws = 400\n\n[grid]\ndeployments_per_week = [4, 6]\n"
    (tmp_path / "design.toml").write_text(design, "utf-8")
    for executor in ("local", "processes"):
        modeller(
            tmp_path, "sweep", "design.toml", "--out", f"{executor}.csv", "--executor", executor
        )
    assert (tmp_path / "local.csv").read_bytes() == (tmp_path / "processes.csv").read_bytes()


def test_that_a_record_is_kept_exported_and_forgotten(tmp_path):
    shipped = (ROOT / "tests" / "met-lfr-weekly-to-april-2026.csv").read_text("utf-8")
    (tmp_path / "mine.csv").write_text("".join(shipped.splitlines(True)[:-4]), "utf-8")
    modeller(tmp_path, "evidence", "import", "mine.csv", "--name", "To April")
    assert "To April" in modeller(tmp_path, "evidence", "list")
    assert modeller(tmp_path, "evidence", "show", "To April")
    modeller(tmp_path, "evidence", "export", "To April", "--out", "again.csv")
    modeller(tmp_path, "evidence", "remove", "To April")
    assert "To April" not in modeller(tmp_path, "evidence", "list")


def test_that_a_projection_is_locked_and_the_ledger_is_sound(tmp_path):
    modeller(tmp_path, "ledger", "lock", PLAN)
    assert modeller(tmp_path, "ledger", "list").strip()
    modeller(tmp_path, "ledger", "verify")


def test_that_the_quality_log_is_written_as_a_word_document(tmp_path):
    modeller(tmp_path, "quality", "--format", "docx", "--out", "log.docx")
    assert (tmp_path / "log.docx").read_bytes().startswith(ZIPPED)


@pytest.mark.parametrize("engine", ["library", "numba", "numpy"])
def test_that_the_numbers_are_those_of_the_sources_to_the_last_bit(engine, tmp_path):
    arguments = ("project", PLAN, "--weeks", "26", "--format", "json")
    source = subprocess.run(
        [sys.executable, "-m", "modeller", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "MODELLER_ENGINE": engine},
        capture_output=True,
        text=True,
        check=True,
    )
    # an installation has no numba: asked for it, it runs on arrays
    assert modeller(tmp_path, *arguments) == source.stdout
    assert modeller(tmp_path, *arguments, environment={"MODELLER_ENGINE": engine}) == source.stdout
    assert json.loads(source.stdout)


def test_that_two_versions_are_compared(tmp_path):
    now = modeller(tmp_path, "versions", "now")
    (tmp_path / "before.json").write_text(now, "utf-8")
    assert modeller(tmp_path, "versions", "before.json", "now").strip()


def test_that_wrong_input_is_told_without_a_crash(tmp_path):
    modeller(tmp_path, "project", PLAN, "--set", "deployments_per_week=90", code=2)


def test_that_nothing_is_written_beside_the_programs(tmp_path):
    def listing() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in PROGRAMS.rglob("*")}

    before = listing()
    modeller(tmp_path, "project", PLAN, *QUICK)
    assert listing() == before

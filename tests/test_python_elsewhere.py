"""The numbers of Python are those of the window, and another force's profile works in all of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest

import modeller
from modeller.projection.live import Live
from tests.command_line import QUICK, document, run
from tests.windows import small, small_desk
from ui.desk.runner import Runner
from ui.desk.session import Session

FOLDER = Path(__file__).parent / "profiles" / "avon"
AVON = modeller.load_profile(FOLDER)
PLAN = AVON.scenario_names[-1]
TARGET = "arrests.p50 >= 1"


def test_that_a_projection_has_the_numbers_of_the_window(qapp, qtbot):
    live = Live()
    session = Session(small_desk())
    runner = Runner(
        session, lambda each, _moving: live.project(each, ("arrests",), ("total",)), session
    )
    try:
        session.set_value("deployments_per_week", 9.0)
        qtbot.waitUntil(lambda: runner.is_settled, timeout=60_000)
        shown = session.results["A"]
        assert isinstance(shown, modeller.Projection)
    finally:
        runner.stop()
    ours = modeller.project(small("met-plan-2025").with_value("deployments_per_week", 9))
    assert shown.fingerprint == ours.fingerprint
    for key in ours.catalogue.outcomes:
        for view in ("total", "cumulative"):
            assert np.array_equal(shown.summary(key, view), ours.summary(key, view))
    assert shown.results_digest == ours.results_digest


def quick(name=PLAN):
    return modeller.load_scenario(name, AVON).replace(weeks=4, draws=100)


@pytest.mark.parametrize("by", ["week", "total", "place"])
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
def test_that_another_force_is_projected_in_every_format(capsys, by, form):
    asked = ["--profile", str(FOLDER), "project", PLAN, *QUICK, "--by", by, "--format", form]
    code, printed, complained = run(capsys, *asked)
    assert (code, complained) == (0, "")
    assert quick().fingerprint in printed or (by, form) == ("place", "text")
    assert AVON.names.place in printed
    assert "London" not in printed


def test_that_another_forces_numbers_are_those_of_the_command_line(capsys, tmp_path):
    plan = quick()
    named = ["project", PLAN, *QUICK, "--profile", str(FOLDER)]
    said = document(capsys, *named)["scenarios"][0]
    ours = modeller.project(plan)
    assert said["results_digest"] == ours.results_digest
    tornado = modeller.sensitivity(plan)
    assert AVON.names.place in " ".join(text.get_text() for text in tornado.plot().texts)
    design = tmp_path / "design.toml"
    design.write_text(
        f'scenario = "{PLAN}"\nmeasures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n'
        "[grid]\ndeployments_per_week = [2, 5]\n",
        "utf-8",
    )
    done = modeller.run_sweep(
        modeller.read_design(design, AVON), tmp_path / "python.csv", targets=[TARGET]
    )
    asked = ["--out", str(tmp_path / "command.csv"), "--target", TARGET, "--plot"]
    drawn = str(tmp_path / "drawn.svg")
    code, _, complained = run(capsys, "sweep", str(design), *asked, drawn, "--profile", str(FOLDER))
    assert code == 0, complained
    assert (tmp_path / "python.csv").read_bytes() == (tmp_path / "command.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "python.csv").read_text("utf-8"))))
    assert {row["profile"] for row in rows} == {AVON.key}
    described = (tmp_path / "python.csv.datapackage.json").read_text("utf-8")
    assert AVON.names.place in json.loads(described)["description"]
    figure = done.plot()
    assert AVON.names.place in " ".join(text.get_text() for text in figure.texts)


def test_that_a_key_of_another_force_is_explained_with_its_numbers(capsys):
    belief = next(iter(AVON.catalogue.beliefs.values()))
    said = document(capsys, "explain", belief.key, "--profile", str(FOLDER))
    assert said["baseline"] == belief.baseline

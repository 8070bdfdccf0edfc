"""Levers set on the command line."""

from __future__ import annotations

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller import cli
from modeller.cli import inputs
from modeller.scenario import Scenario
from modeller.scenario.file import scenario_document
from tests.command_line import run, saved
from tests.met import MET, catalogue

pytestmark = pytest.mark.usefixtures("wide_terminal")


# ---------------------------------------------------------------- setting levers


def set_on(*settings, files=("baseline",)):
    options = cli._Parser()
    inputs.add_scenario_arguments(options)
    options.set_defaults(profile=MET)
    words = [word for setting in settings for word in ("--set", setting)]
    return [item.scenario for item in inputs.read_scenarios(options.parse_args([*files, *words]))]


def test_that_levers_are_set_with_their_units():
    (scenario,) = set_on(
        "officer_losses=1,400 posts",
        "budget_shortfall = £260m",
        "true_match_rate=50%,0",
        "setup_hours.spread=2",
        'deployments_per_week=[{"from_week": 1, "value": 4}, {"from_week": 27, "value": 10}]',
    )
    resolved = scenario.resolved()
    assert resolved["officer_losses"] == 1400
    assert resolved["budget_shortfall"] == 260
    assert resolved["true_match_rate"] == {"central": 0.5, "spread": 0}
    assert resolved["setup_hours"]["spread"] == 2
    assert resolved["deployments_per_week"][1] == {"from_week": 27, "value": 10}


@pytest.mark.parametrize("again", ["officer_losses=2", "officer_losses = 1"])
def test_that_a_lever_set_twice_is_refused(again, capsys):
    code, printed, said = run(capsys, "project", "baseline", "--set", "officer_losses=1",
                              "--set", again)  # fmt: skip
    assert (code, printed) == (2, "")
    assert said == "--set officer_losses is given more than once; keep one\n"
    (scenario,) = set_on("true_match_rate=50%", "true_match_rate.spread=2")
    assert scenario.resolved()["true_match_rate"] == {"central": 0.5, "spread": 2}


def test_that_a_number_leaves_a_belief_its_spread():
    key = "false_alerts_per_million_faces"
    (scenario,) = set_on(f"{key}=1 in 10,000", files=["plan-older-threshold"])
    assert scenario.setting(key).central == pytest.approx(100)
    shipped = inputs.read_file("plan-older-threshold", MET).scenario.resolved()[key]["spread"]
    assert scenario.resolved()[key]["spread"] == shipped != 1
    (scenario,) = set_on(f"{key}=100", f"{key}.spread=exactly known", files=["baseline"])
    assert scenario.resolved()[key] == {"central": 100, "spread": 0}


def test_that_every_problem_is_told_at_once(capsys):
    code, printed, complained = run(
        capsys, "project", "baseline", "no-such-name", "--weeks", "1", "--seed", "x",
        "--set", "deployments_per_week=90", "--set", "officer_loses=1", "--set", "staff_losses",
        "--set", "draws=100", "--set", "officer_losses.spread=1",
        "--set", "setup_hours.spread=-1", "--set", 'phase_in_weeks=[{"from_week": 2}]',
    )  # fmt: skip
    assert code == 2
    assert printed == ""
    for words in (
        "no-such-name",
        "weeks is 1;",
        '--seed is "x"',
        "deployments_per_week is 90; it must lie between 0 and 14",
        "did you mean officer_losses?",
        "has no =",
        "use --draws 100",
        "officer_losses.spread is not known",
        "setup_hours.spread",
        "phase_in_weeks[0].from_week is 2",
    ):
        assert words in complained, words
    assert all("; " in line for line in complained.splitlines())


@given(st.sampled_from(list(catalogue().sliders)), st.text(max_size=40))
def test_that_any_setting_is_taken_or_refused_with_its_place(key, text):
    from modeller.base.errors import ModellerError

    try:
        (scenario,) = set_on(f"{key}={text}")
    except ModellerError as error:
        places = [problem.where for problem in error.problems]
    else:
        places = []
        assert set(scenario.changes) <= {key}
    assert all(place.startswith((key, "line ")) for place in places)


@given(st.sampled_from(list(catalogue().sliders.values())), st.floats(0, 1))
def test_that_a_value_set_is_the_value_projected(slider, share):
    value = round(slider.minimum + share * (slider.maximum - slider.minimum), 6)
    (scenario,) = set_on(f"{slider.key}={value:.6f}")  # 34.125 could be 34,125
    assert scenario.value(slider.key) == pytest.approx(value, abs=1e-12)


def test_that_a_scenario_is_read_from_standard_input(capsys, monkeypatch):
    content = json.dumps(scenario_document(Scenario(title="Piped", weeks=4, draws=100)))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    code, printed, _ = run(capsys, "project", "-")
    assert code == 0
    assert printed.splitlines()[1].startswith("Piped")


def test_that_a_record_that_is_not_here_is_a_problem(capsys, tmp_path):
    path = saved(tmp_path, Scenario(record="a" * 64))
    code, _, complained = run(capsys, "project", str(path))
    assert code == 2
    assert "record aaaaaaaaaaaa" in complained
    assert "import the file it was made from" in complained


def test_that_what_was_written_about_a_scenario_is_not_said_of_one_that_is_changed(capsys):
    as_it_is = run(capsys, "project", "met-plan-2025", "--draws", "100")[1]
    assert "Met plan 2025 " in as_it_is
    assert "What do ten deployments a week yield" in as_it_is
    moved = ("--set", "deployments_per_week=6")
    changed = run(capsys, "project", "met-plan-2025", "--draws", "100", *moved)[1]
    assert "Met plan 2025, changed" in changed
    assert "ten deployments" not in changed.lower()
    same = run(
        capsys, "project", "met-plan-2025", "--draws", "100", "--set", "watchlist_size=16000"
    )
    assert same[1] == as_it_is

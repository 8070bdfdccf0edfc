"""The analyses from the command line: the same numbers as from Python, in text, JSON and CSV."""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
from importlib import import_module

import pytest

from modeller.analysis.robustness import robustness
from modeller.analysis.seek import seek
from modeller.analysis.sensitivity import sobol_shares, tornado
from modeller.analysis.targets import Measure
from modeller.analysis.what_changed import Result, attribute
from modeller.analysis.what_must_be_true import switching_values
from modeller.base.errors import ModellerError
from modeller.cli import COMMANDS
from modeller.scenario.file import load_scenario
from modeller.wording import subject_line
from tests.met import MET, parse_goal

MODULES = {command.name: command.module for command in COMMANDS}
SMALL = ["--weeks", "5", "--draws", "100"]
PLAN = load_scenario("met-plan-2025", profile=MET).scenario.replace(weeks=5, draws=100)
TARGET = "arrests.p20 >= 150"


@pytest.fixture
def command(capsys):
    """Runs a command's module and gives exit code and what it printed."""

    def run(name, *arguments):
        module = import_module(f"modeller.cli.{MODULES[name]}")
        parser = argparse.ArgumentParser()
        module.add_arguments(parser)
        options = parser.parse_args([*map(str, arguments)])
        options.profile = MET
        code = module.run(options)
        return code, capsys.readouterr().out.replace("\u202f", " ").replace("\xa0", " ")

    return run


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_that_sensitivity_gives_the_tornado_and_the_shares(command):
    arguments = ("sensitivity", "met-plan-2025", *SMALL, "--of", "arrests.p20", "--shares")
    _, text = command(*arguments, "--format", "json")
    document = json.loads(text)
    found = tornado(PLAN, Measure("arrests", "p20"))
    assert document["scenario"]["fingerprint"] == PLAN.fingerprint
    assert [bar["belief"] for bar in document["bars"]] == [bar.key for bar in found.bars]
    assert document["bars"][0]["measures"] == pytest.approx(found.bars[0].measures, rel=1e-8)
    shares = {share["factor"]: share["total"] for share in document["sobol"]["shares"]}
    truth = {share.key: share.total for share in sobol_shares(PLAN, "arrests").shares}
    assert shares == pytest.approx(truth, rel=1e-7, abs=1e-12)
    _, text = command(*arguments, "--format", "csv")
    rows = {row["belief"]: row for row in rows_of(text)}
    assert float(rows["luck"]["total"]) == pytest.approx(truth["luck"])
    _, text = command(*arguments)
    assert PLAN.fingerprint in text
    assert found.bars[0].label in text
    assert "Luck" in text


def test_that_what_changed_gives_parts_that_add_up(command):
    arguments = ("what-changed", "baseline", "met-plan-2025", *SMALL, "--of", "arrests.mean")
    _, text = command(*arguments, "--format", "json")
    document = json.loads(text)
    parts = [part["contribution"] for part in document["parts"]]
    assert math.fsum(parts) == document["difference"]
    _, text = command(*arguments, "--format", "csv")
    assert [float(row["contribution"]) for row in rows_of(text)] == parts
    _, text = command(*arguments)
    assert "Deployments per week" in text
    start = load_scenario("baseline", profile=MET).scenario.replace(weeks=5, draws=100)
    found = attribute(Result(start), Result(PLAN), Measure("arrests", "mean"))
    assert [part.contribution for part in found.parts] == parts


def test_that_what_changed_wants_two(command):
    with pytest.raises(ModellerError, match="name two"):
        command("what-changed", "baseline", *SMALL)


def test_that_seek_says_where_and_that_it_can_be_no_where(command):
    arguments = ("seek", "met-plan-2025", *SMALL, "--vary", "deployments_per_week", "--target")
    code, text = command(*arguments, TARGET, "--format", "json")
    document = json.loads(text)
    found = seek(PLAN, parse_goal(TARGET), ["deployments_per_week"])
    assert code == 0
    assert found.answer is not None
    assert document["values"] == {"deployments_per_week": found.values[0]}
    assert document["fingerprint"] == found.answer.fingerprint
    code, text = command(*arguments, "arrests.p20 >= 9,999")
    assert code == 1
    assert "not reachable within 4–10 a week" in text
    code, text = command(*arguments, TARGET, "--format", "csv")
    assert float(rows_of(text)[0]["measured"]) == found.measured


def test_that_what_must_be_true_gives_the_switching_values(command):
    vary = ("--vary", "true_match_rate", "--vary", "crews_per_day", "--vary", "charge_share")
    arguments = ("what-must-be-true", "met-plan-2025", *SMALL, "--target", TARGET, *vary)
    _, text = command(*arguments, "--format", "json")
    document = json.loads(text)
    found = switching_values(
        PLAN, parse_goal(TARGET), keys=["true_match_rate", "crews_per_day", "charge_share"]
    )
    assert [value["value"] for value in document["values"]] == [
        None if value.value is None else pytest.approx(value.value) for value in found.values
    ]
    assert found.officers_lost is not None
    assert document["officers_lost"]["officers"] == pytest.approx(found.officers_lost.officers)
    _, text = command(*arguments)
    assert "True match rate" in text
    assert "Charged or cautioned" not in text  # arrests do not depend on it
    assert "officers" in text
    _, text = command(*arguments, "--format", "csv")
    assert [row["key"] for row in rows_of(text)] == [value.key for value in found.values]


def test_that_robustness_gives_the_regions(command):
    arguments = (
        "robustness", "met-plan-2025", *SMALL, "--target", "deployments.p20 >= 50",
        "--between", "officer_losses=0..1,400", "--cases", "2048",
    )  # fmt: skip
    _, text = command(*arguments, "--format", "json")
    document = json.loads(text)
    found = robustness(
        PLAN,
        parse_goal("deployments.p20 >= 50"),
        ranges={"officer_losses": (0, 1400)},
        cases=2048,
    )
    assert document["failing"] == pytest.approx(found.failing)
    assert [region["density"] for region in document["regions"]] == pytest.approx(
        [box.density for box in found.boxes]
    )
    _, text = command(*arguments)
    assert "deployments the crews can run in a day is" in text
    assert "not a forecast" in text
    _, text = command(*arguments, "--format", "csv")
    assert rows_of(text)[0]["region"] == "0"
    with pytest.raises(ModellerError, match=r"KEY=LOW\.\.HIGH"):
        command(*arguments, "--between", "officer_losses")


def test_that_trade_off_gives_the_grid_the_frontier_and_the_record(command):
    arguments = ("trade-off", "met-plan-2025", *SMALL, "--points", "3x2")
    _, text = command(*arguments, "--format", "json")
    document = json.loads(text)
    assert len(document["surfaces"][0]["values"]) == len(document["y"]["values"]) == 3
    assert [year["year"] for year in document["record_years"]] == [2023, 2024, 2025, 2026]
    assert document["now"]["settings"]["deployments_per_week"] == 10
    _, text = command(*arguments, "--format", "csv")
    assert len(rows_of(text)) == 9
    _, text = command(*arguments)
    assert "The record, scaled to 5 weeks" in text
    two = ("--over", "deployments_per_week", "officers_per_deployment")
    _, text = command(*arguments, *two, "--cost", "officer_hours.mean")
    assert "Efficient settings" in text
    with pytest.raises(ModellerError, match="write it as 7x5"):
        command("trade-off", "met-plan-2025", *SMALL, "--points", "three")


def test_that_a_sweep_is_run_and_resumed(command, tmp_path):
    design = tmp_path / "design.toml"
    design.write_text(
        'measures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n[grid]\nofficer_losses = [0, 700]\n'
    )
    out = tmp_path / "out.csv"
    code, text = command("sweep", design, "--out", out, "--base", "met-plan-2025")
    assert (code, text) == (0, "")
    assert [row["officer_losses"] for row in rows_of(out.read_text())] == ["0", "700"]
    with pytest.raises(ModellerError, match="there already"):
        command("sweep", design, "--out", out)
    with pytest.raises(ModellerError, match="whole number"):
        command("sweep", design, "--out", tmp_path / "b.csv", "--workers", "0")


@pytest.mark.parametrize(
    "arguments",
    [
        ("project", "met-plan-2025"),
        ("compare", "baseline", "met-plan-2025"),
        ("sensitivity", "met-plan-2025"),
        ("what-changed", "baseline", "met-plan-2025"),
        ("what-must-be-true", "met-plan-2025", "--target", TARGET, "--vary", "true_match_rate"),
        ("seek", "met-plan-2025", "--vary", "deployments_per_week", "--target", TARGET),
        ("trade-off", "met-plan-2025", "--points", "3x2"),
        ("robustness", "met-plan-2025", "--target", TARGET, "--cases", "256"),
        ("value-of-knowing", "baseline", "met-plan-2025", "--target", TARGET),
    ],
    ids=lambda arguments: arguments[0],
)
def test_that_a_command_begins_with_what_its_figures_are_of(command, arguments):
    _, text = command(*arguments, *SMALL)
    assert text.splitlines()[0] == subject_line(MET)
    assert text.count(subject_line(MET)) == 1
    _, text = command(*arguments, *SMALL, "--format", "json")
    assert json.loads(text)["subject"] == subject_line(MET)


def test_that_an_analysis_takes_one_scenario(command):
    with pytest.raises(ModellerError, match="one at a time"):
        command("sensitivity", "baseline", "met-plan-2025", *SMALL)

"""`import modeller` has what the command line has, typed, short to show, and with its numbers."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest
from mypy import api

import modeller
from modeller.cli import main
from tests.command_line import QUICK, document, saved

TARGET = "arrests.p20 >= 100"

SCRIPT = """
import modeller

plan = modeller.load_scenario("met-plan-2025")
projection = modeller.project(plan)
reveal_type(projection)
reveal_type(modeller.compare([projection]).table())
reveal_type(modeller.sensitivity(plan, "arrests.p50"))
reveal_type(modeller.seek(plan, "arrests.p20 >= 1500", ["deployments_per_week"]))
reveal_type(modeller.what_changed(plan, plan).difference)
reveal_type(modeller.trade_off(plan).frontier)
reveal_type(modeller.ledger.read_ledger())
reveal_type(modeller.run_backtest())
reveal_type(modeller.open_("x").scenarios)
reveal_type(projection.plot())
reveal_type(modeller.sensitivity(plan).table())
reveal_type(modeller.sensitivity(plan).plot())
"""
TYPES = (
    "projection.Projection",
    "DataFrame",
    "sensitivity.Tornado",
    "seek.Sought",
    "float",
    "trade_off.Frontier",
    "entries.Entry",
    "results.Backtest",
    "reading.LoadedScenario",
    "figure.Figure",
    "DataFrame",
    "figure.Figure",
)


def quick(name="met-plan-2025", **changed):
    return modeller.load_scenario(name).replace(weeks=4, draws=100, **changed)


@pytest.fixture(scope="module")
def plan():
    return quick()


def test_that_a_type_checker_finds_real_types_in_a_users_script(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    printed, complained, code = api.run(
        [
            "--strict",
            "--config-file",
            "",
            "--cache-dir",
            str(tmp_path / "kept"),
            "--follow-imports",
            "silent",
            str(script),
        ]
    )
    assert code == 0, printed + complained
    found = [line for line in printed.splitlines() if "Revealed type" in line]
    assert len(found) == len(TYPES)
    for line, kind in zip(found, TYPES, strict=True):
        assert kind in line
        assert "Any" not in line


def test_that_every_name_is_there_and_dir_is_clean():
    assert dir(modeller) == sorted(modeller.__all__)
    for name in modeller.__all__:
        found = getattr(modeller, name)
        assert found.__doc__


def test_that_naming_the_package_loads_nothing_slow():
    script = "import sys, modeller; dir(modeller); sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def figures(found):
    """Every number of a document, in its order."""
    if isinstance(found, dict):
        return [each for value in found.values() for each in figures(value)]
    if isinstance(found, list):
        return [each for value in found for each in figures(value)]
    return [found] if isinstance(found, float) else []


def printed_in(said, values):
    """Whether a document has every one of the values, to the nine digits it is printed with."""
    printed = set(figures(said))
    return bool(values) and all(float(f"{value:.9g}") + 0.0 in printed for value in values)


def near(value):
    return pytest.approx(value, rel=1e-8, abs=1e-9)


def test_that_a_projection_has_the_numbers_of_the_command_line(capsys, plan):
    printed = document(capsys, "project", "met-plan-2025", *QUICK)["scenarios"][0]["outcomes"]
    table = modeller.project(plan).table()
    compared = 0
    for key, outcome in printed.items():
        for view in ("weekly", "cumulative", "total"):
            if not outcome.get(view):
                continue
            rows = table[(table["outcome"] == key) & (table["view"] == view)]
            for name in modeller.SUMMARY:
                said = outcome[view][name]
                ours = rows[name].tolist() if isinstance(said, list) else rows[name].item()
                if said is None or (isinstance(said, list) and None in said):
                    continue
                assert ours == near(said)
                compared += 1
    assert compared > 100


def test_that_a_comparison_has_the_numbers_of_the_command_line(capsys, plan):
    printed = document(capsys, "compare", "baseline", "met-plan-2025", *QUICK)
    both = modeller.compare([modeller.project(quick("baseline")), modeller.project(plan)])
    said = json.dumps(printed)
    for row in both.table().to_dict("records"):
        if abs(row["p50"]) < 1e300:
            assert json.dumps(float(f"{row['p50']:.9g}") + 0.0) in said
    assert both.table()["outcome"].nunique() == len(plan.catalogue.outcomes)


def test_that_each_analysis_has_the_numbers_of_the_command_line(capsys, plan):
    base, named = quick("baseline"), ["met-plan-2025", *QUICK]
    said = document(capsys, "sensitivity", *named)
    found = modeller.sensitivity(plan)
    assert printed_in(said, [found.now])
    assert printed_in(said, [end for bar in found.bars for end in (bar.at_low, bar.at_high)])

    said = document(capsys, "what-changed", "baseline", *named)
    parts = modeller.what_changed(base, plan).parts
    assert [each["contribution"] for each in said["parts"]] == [part.contribution for part in parts]

    said = document(capsys, "what-must-be-true", *named, "--target", TARGET)
    values = modeller.what_must_be_true(plan, TARGET).values
    assert printed_in(said, [value.now for value in values])

    said = document(capsys, "seek", *named, "--target", TARGET, "--vary", "deployments_per_week")
    sought = modeller.seek(plan, TARGET, ["deployments_per_week"])
    assert said["measured"] == near(sought.measured)
    assert list(said["values"].values()) == near(list(sought.values))

    said = document(capsys, "trade-off", *named, "--points", "3x2")
    points = modeller.trade_off(plan, points=(3, 2)).frontier.points
    assert printed_in(said, [point.gain for point in points])

    said = document(capsys, "value-of-knowing", "baseline", *named, "--target", TARGET)
    knowing = modeller.value_of_knowing([base, plan], TARGET)
    known = knowing.beliefs
    assert [each["chance"] for each in said["scenarios"]] == near(knowing.chances.tolist())
    assert [each["belief"] for each in said["beliefs"]] == [each.key for each in known]
    assert [each["gain"] for each in said["beliefs"]] == near([each.gain for each in known])


def test_that_robustness_backtest_and_workshop_have_the_numbers_of_the_command_line(
    capsys, tmp_path, plan
):
    said = document(
        capsys, "robustness", "met-plan-2025", *QUICK, "--target", TARGET, "--cases=1000"
    )
    found = modeller.robustness(plan, TARGET, cases=1000)
    assert (said["cases"], said["failing"]) == (found.cases, near(found.failing))

    several = (plan, plan.with_value("officer_losses", 700))
    given = [str(saved(tmp_path, one, f"{n}.scenario.json")) for n, one in enumerate(several)]
    said, shown = document(capsys, "workshop", *given), modeller.workshop(given)
    middles = [entry.median(key) for entry in shown.entries for key in ("arrests", "false_alerts")]
    assert printed_in(said, middles)

    said, past = document(capsys, "backtest"), modeller.run_backtest()
    assert len(said["origins"]) == len(past.origins)


def test_that_a_code_opens_again_and_a_saved_file_is_verified(tmp_path, plan):
    opened = modeller.open_(modeller.share(plan))
    assert opened.intact
    assert opened.scenarios[0].scenario.fingerprint == plan.fingerprint
    path = tmp_path / "plan.scenario.json"
    modeller.write_scenario(path, plan, results_digest=modeller.project(plan).results_digest)
    assert modeller.verify(path).answer == "reproduces"


def test_that_a_wrong_target_gets_the_complaint_of_the_command_line(capsys, plan):
    with pytest.raises(modeller.ModellerError) as told:
        modeller.seek(plan, "arests.p20 >= 1", ["deployments_per_week"])
    code = main(["seek", "met-plan-2025", "--target", "arests.p20 >= 1", "--vary", "x"])
    assert code == 2
    assert told.value.problems[0].what in capsys.readouterr().err


def test_that_a_sweep_is_run_and_drawn_from_python(tmp_path):
    text = 'measures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n[grid]\n'
    design = tmp_path / "design.toml"
    design.write_text(f"{text}deployments_per_week = [4, 10]\n", "utf-8")
    told: list[tuple[int, int]] = []
    done = modeller.run_sweep(
        modeller.read_design(design), tmp_path / "out.csv", progress=lambda *a: told.append(a)
    )
    assert told == [(1, 2), (2, 2)]
    (axes,) = done.plot().axes
    assert list(np.asarray(axes.lines[0].get_xdata())) == [4, 10]
    assert repr(done).startswith("<Swept: output ")

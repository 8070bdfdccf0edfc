"""What was saved under an outcome's former key opens, gives its results, and is verified.

``former/outcome-renamed.desk.json`` was saved by the version before.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import modeller
from modeller.analysis.model_versions import FORMAT, parse_results
from modeller.base.bounded_json import plain
from modeller.base.errors import ModellerError
from modeller.scenario.desk_file import parse_desk
from tests.command_line import document, run
from tests.met import MET
from ui.stage.plan import SavedView, StagePlan, stage_plan, with_stage_plan

HERE = Path(__file__).parent
DESK = HERE / "former" / "outcome-renamed.desk.json"
FORMER, TODAY = "false_alerts_on_black_londoners", "false_alerts_on_black_people"


def test_that_a_desk_with_a_target_on_the_former_key_opens_and_gives_the_same_results():
    desk = parse_desk(DESK.read_bytes(), profile=MET)
    baseline, plan = desk.scenarios
    assert (desk.frame.selected, desk.frame.baseline) == ("B", "A")
    assert plan.scenario.targets == (modeller.Target(TODAY, "p80", at_most=20.0),)
    for loaded in (baseline, plan):
        assert loaded.edited is False
        assert (loaded.moved, loaded.notes) == ((), ())
        assert loaded.results is not None
        assert TODAY in loaded.results
        assert FORMER not in loaded.results
        projection = modeller.project(loaded.scenario)
        assert loaded.results_digest == projection.results_digest
        assert loaded.inputs_digest == loaded.scenario.inputs_digest


def test_that_a_scenario_of_it_is_verified(tmp_path):
    path = tmp_path / "plan.scenario.json"
    path.write_text(json.dumps(json.loads(DESK.read_text("utf-8"))["scenarios"][1]["scenario"]))
    assert modeller.verify(path).answer == "reproduces"


def test_that_a_view_saved_for_the_stage_shows_it():
    scenario = modeller.load_scenario("baseline")
    view = SavedView("Who is flagged", (TODAY, "arrests"), "weekly", "A", ("A",))
    kept = with_stage_plan(scenario, StagePlan(views=(view,)))
    saved = json.loads(json.dumps(plain(kept.view)).replace(TODAY, FORMER))
    assert stage_plan(kept.replace(view=saved)).views == (view,)


def test_that_a_target_of_the_former_key_can_be_asked_for(capsys):
    asked = f"{FORMER}.p80 <= 20"
    quick = ("--weeks=4", "--draws=100", "--vary", "deployments_per_week")
    said = document(capsys, "seek", "met-plan-2025", *quick, "--target", asked)
    assert said["target"]["outcome"] == TODAY
    code, printed, _ = run(capsys, "explain", FORMER)
    assert (code, TODAY in printed) == (0, True)


def test_that_a_sweep_of_the_former_key_runs_and_its_table_is_drawn(tmp_path):
    design = tmp_path / "design.toml"
    design.write_text(
        f'measures = ["{FORMER}.p50"]\nweeks = 4\ndraws = 100\n[grid]\nofficer_losses = [0, 700]\n'
        "deployments_per_week = [4, 10]\n",
        "utf-8",
    )
    done = modeller.run_sweep(design, tmp_path / "out.csv")
    assert f"{TODAY}.p50" in done.table()
    text = done.output.read_text("utf-8").replace(f"{TODAY}.p50", f"{FORMER}.p50")
    done.output.write_text(text, "utf-8")
    label = MET.catalogue.outcomes[TODAY].label
    titles = [axes.get_title(loc="left") for axes in done.plot().axes]
    assert any(label in title for title in titles)


def renamed_back(folder):
    place = folder / "avon"
    shutil.copytree(HERE / "profiles" / "avon", place)
    catalogue = place / "catalogue.toml"
    text = catalogue.read_text("utf-8")
    assert f"[outcomes.{TODAY}]" in text
    catalogue.write_text(text.replace(f"[outcomes.{TODAY}]", f"[outcomes.{FORMER}]"), "utf-8")
    return place, catalogue


def test_that_a_profile_with_the_former_key_is_the_same_force(tmp_path):
    place, _ = renamed_back(tmp_path)
    today = modeller.load_profile(HERE / "profiles" / "avon")
    before = modeller.load_profile(place)
    assert before.digest == today.digest
    assert before.catalogue.outcomes == today.catalogue.outcomes


def test_that_a_profile_with_both_keys_is_refused(tmp_path):
    place, catalogue = renamed_back(tmp_path)
    text = catalogue.read_text("utf-8")
    table = text[text.index(f"[outcomes.{FORMER}]") :].split("\n\n")[0]
    catalogue.write_text(f"{text}\n{table.replace(FORMER, TODAY)}\n", "utf-8")
    with pytest.raises(ModellerError, match="is given twice"):
        modeller.load_profile(place)


def test_that_results_of_an_earlier_version_are_compared_under_todays_key():
    row = [1, 1, 1, 1, 1, 1, 1, 1]
    given = {
        "format": FORMAT,
        "model": "1",
        "profile": "met",
        "record": "r",
        "summary": list(modeller.SUMMARY),
    }
    text = json.dumps({**given, "results": {"Plan": {FORMER: row}}})
    assert set(parse_results(text.encode(), "old").results["Plan"]) == {TODAY}


def test_that_the_schema_takes_the_former_key():
    schema = json.loads((HERE.parent / "scenarios" / "scenario-1.schema.json").read_text("utf-8"))
    assert {FORMER, TODAY} <= set(
        schema["properties"]["targets"]["items"]["properties"]["outcome"]["enum"]
    )

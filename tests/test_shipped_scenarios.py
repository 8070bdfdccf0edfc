"""The shipped scenarios, and the schema of their files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

import scenarios
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.file import (
    load_scenario,
    parse_document,
)
from scenarios.write import shipped_files, shipped_scenarios
from tests.met import MET, catalogue, scenario_schema, sources
from tests.scenario_documents import (
    complaints,
    saved,
)

REWRITE = "run `make docs`"
SCHEMA = jsonschema.Draft202012Validator(scenario_schema())


def test_that_the_shipped_files_are_what_their_script_writes():
    folder = Path(scenarios.__file__).parent
    written = shipped_files()
    assert {file.name for file in folder.glob("*.json")} == set(written), REWRITE
    for name, content in written.items():
        assert (folder / name).read_bytes() == content.encode(), f"{name} is stale: {REWRITE}"


@pytest.mark.parametrize("name", MET.scenario_names)
def test_that_a_shipped_scenario_opens_by_its_name(name):
    loaded = load_scenario(name, profile=MET)
    assert loaded.scenario == shipped_scenarios()[name]
    assert (loaded.moved, loaded.notes, loaded.edited) == ((), (), False)


def test_that_ten_scenarios_are_shipped_with_words_and_known_sources():
    assert MET.scenario_names == (
        "baseline",
        "fixed-cameras",
        "losses-without-plan",
        "met-plan-2025",
        "plan-half-match-rate",
        "plan-older-threshold",
        "plan-without-losses",
        "recent-rate",
        "six-zones",
        "suspended",
    )
    known = set(sources())
    shipped = shipped_scenarios().values()
    assert len({scenario.title for scenario in shipped}) == 10
    for scenario in shipped:
        assert len(scenario.title) <= 24
        assert scenario.question.endswith("?")
        assert scenario.author
        assert scenario.sources
        assert set(scenario.sources) <= known


def test_that_the_met_plan_is_what_was_announced():
    assert dict(load_scenario("met-plan-2025", profile=MET).scenario.changes) == {
        "deployments_per_week": 10.0,
        "officer_losses": 1400.0,
        "staff_losses": 300.0,
        "budget_shortfall": 260.0,
        "savings_from_posts": 185.0,
        "additional_funding": 32.0,
    }
    assert dict(load_scenario("baseline", profile=MET).scenario.changes) == {}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("plan-older-threshold", "false_alerts_per_million_faces"),
        ("plan-half-match-rate", "true_match_rate"),
    ],
)
def test_that_a_variant_of_the_plan_differs_from_it_in_one_thing(name, key):
    plan, variant = (
        load_scenario(which, profile=MET).scenario for which in ("met-plan-2025", name)
    )
    assert {*variant.changes} - {*plan.changes} == {key}
    assert variant.without(key).changes == plan.changes


def test_that_the_spread_of_the_older_threshold_takes_in_what_its_notes_say():
    scenario = shipped_scenarios()["plan-older-threshold"]
    belief = catalogue().beliefs["false_alerts_per_million_faces"]
    setting = scenario.changes[belief.key]
    assert isinstance(setting, BeliefSetting)
    low, high = (
        setting.central
        * (float(belief.distribution.quantile(u)) / belief.baseline) ** setting.spread
        for u in (0.05, 0.95)
    )
    # the record's rate at that threshold and the test's, both for a list of 16,000
    assert low < 67 < 167 * 1.6 < high
    assert "a 90 % range of about 50 to 500" in scenario.notes
    assert (round(low, -1), round(high, -2)) == (50, 500)


def test_that_a_name_that_is_neither_shipped_nor_a_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ", ".join(MET.scenario_names)
    assert complaints(load_scenario, "met-plan", profile=MET) == [
        f'"met-plan" is not a shipped scenario; use {names}, or the path of a file'
    ]
    with pytest.raises(KeyError):
        MET.scenario_text("../scenarios/baseline")


def test_that_a_file_called_like_a_shipped_scenario_opens_by_its_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("baseline").write_bytes(saved(Scenario(title="Mine")))
    assert load_scenario("baseline", profile=MET).scenario.title == "Baseline"
    assert load_scenario("./baseline", profile=MET).scenario.title == "Mine"
    assert load_scenario(Path("baseline"), profile=MET).scenario.title == "Mine"


def test_that_the_schema_is_one_and_refuses_what_the_modeller_refuses():
    jsonschema.Draft202012Validator.check_schema(scenario_schema())
    faulty: list[dict[str, Any]] = [
        {"changez": {}},
        {"format": 2},
        {"weeks": 3},
        {"weeks": True},
        {"seed": 1.5},
        {"changes": {"officer_loses": 1}},
        {"changes": {"officer_losses": "1"}},
        {"changes": {"officer_losses": 3001}},
        {"changes": {"officer_losses": []}},
        {"changes": {"officer_losses": [{"from_week": 2, "value": 1}]}},
        {"changes": {"officer_losses": [{"from_week": 1, "value": -1}]}},
        {"changes": {"true_match_rate": {"central": 0.2}}},
        {"changes": {"true_match_rate": {"central": 0.5, "spread": 6}}},
        {"changes": {"true_match_rate": {"spread": 1}}},
        {"targets": [{"outcome": "arrest", "at_least": 1}]},
        {"about": {"title": "x" * 201}},
        {"record": {"digest": "abc"}},
    ]
    for sections in faulty:
        document = {"format": 1, "changes": {}, **sections}
        assert complaints(parse_document, document, profile=MET)
        assert not SCHEMA.is_valid(document), sections

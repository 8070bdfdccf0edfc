"""Files of version 1 of the model open, and say what moved and what is gone."""

from typing import Any

import pytest

from modeller.base.errors import ModellerError
from modeller.scenario import Scenario
from modeller.scenario.document import scenario_document
from modeller.scenario.reading import parse_document
from modeller.wording.caveat import lever_caveat
from tests.met import MET, catalogue


def file_of_model_1() -> dict[str, Any]:
    document = scenario_document(Scenario(changes={"watchlist_size": 5000.0}))
    document["model"]["version"] = "1.0.0"
    del document["places"], document["fingerprints"]
    gone = {"crew_capacity": {"central": 12, "spread": 1}, "hours_per_arrest": {"central": 3}}
    document["changes"] |= gone
    document["resolved"] |= gone
    del document["resolved"]["days_per_week"], document["resolved"]["savings_from_posts"]
    return document


def test_that_a_file_of_model_1_opens_and_names_what_is_gone_and_what_moved():
    loaded = parse_document(file_of_model_1(), profile=MET)
    assert set(loaded.scenario.changes) == {"watchlist_size"}
    notes = " ".join(loaded.notes)
    assert "Crew capacity today is no longer part of the model" in notes
    assert "Hours an arrest takes is no longer part of the model" in notes
    moved = {one.key for one in loaded.moved}
    assert {"crew_capacity", "hours_per_arrest", "days_per_week", "savings_from_posts"} <= moved


def test_that_a_list_shorter_than_the_slider_opens_marked_as_beyond_the_evidence():
    scenario = parse_document(file_of_model_1(), profile=MET).scenario
    assert scenario.value("watchlist_size") == 5000.0
    assert lever_caveat(catalogue().levers["watchlist_size"], scenario) is not None


def test_that_what_is_gone_is_refused_in_a_file_of_todays_model():
    document = file_of_model_1()
    document["model"]["version"] = catalogue().version
    with pytest.raises(ModellerError, match="crew_capacity"):
        parse_document(document, profile=MET)


def test_that_no_dimension_of_a_belief_is_used_twice():
    used = [belief.dimension for belief in catalogue().beliefs.values()]
    gone = [one.dimension for one in catalogue().gone.values()]
    used += [dimension for dimension in gone if dimension is not None]
    assert len(set(used)) == len(used)

"""What moved the number: parts that add up exactly, whatever moved."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.analysis.evaluation import Sums
from modeller.analysis.targets import Measure
from modeller.analysis.what_changed import Attribution, Part, Result, attribute, shapley
from modeller.base.errors import ModellerError
from modeller.projection import project
from modeller.scenario import BeliefSetting, Scenario
from tests.met import calibrate, catalogue, shipped_record

SMALL = Scenario(weeks=6, draws=200)
PLAN = SMALL.replace(
    changes={
        "deployments_per_week": 10,
        "budget_shortfall": 260,
        "true_match_rate": BeliefSetting(0.7, 0.5),
    }
)
MEAN = Measure("arrests", "mean")


def total(found: Attribution) -> float:
    return math.fsum(part.contribution for part in found.parts)


def test_that_places_are_a_part_like_any_other_choice():
    elsewhere = PLAN.replace(places="plan-zones")
    found = attribute(Result(SMALL), Result(elsewhere), MEAN)
    (places,) = (part for part in found.parts if part.keys == ("places",))
    assert places.group == "choices"
    assert places.contribution != 0.0
    assert total(found) == found.difference
    only = attribute(Result(PLAN), Result(elsewhere), MEAN)
    assert [part.keys for part in only.parts] == [("places",)]


def test_that_the_parts_add_up_to_the_difference_exactly():
    found = attribute(Result(SMALL), Result(PLAN), MEAN)
    assert {part.keys for part in found.parts} == {(key,) for key in PLAN.changes}
    assert total(found) == found.difference == found.second - found.first
    assert found.first == MEAN.of(project(SMALL).totals("arrests"))
    assert found.second == MEAN.of(project(PLAN).totals("arrests"))


@given(st.lists(st.floats(-1e6, 1e6), min_size=8, max_size=8))
def test_that_parts_of_any_game_add_up_and_are_averages_over_orders(values):
    def value(coalition):
        return values[sum(1 << player for player in coalition)]

    parts, _ = shapley(3, value)
    assert float(sum(parts)) == pytest.approx(values[7] - values[0], rel=1e-9, abs=1e-9)
    for player in range(3):
        gains = []
        for order in permutations(range(3)):
            before = frozenset(order[: order.index(player)])
            gains.append(value(before | {player}) - value(before))
        assert float(parts[player]) == pytest.approx(np.mean(gains), rel=1e-6, abs=1e-6)


def test_that_a_change_that_does_nothing_has_no_part_and_equal_changes_equal_parts():
    parts, _ = shapley(3, lambda coalition: float(len(coalition - {2}) ** 2))
    assert parts[2] == 0
    assert parts[0] == parts[1] == 2


def test_that_parts_are_turned_round_with_the_results():
    there = attribute(Result(SMALL), Result(PLAN), MEAN)
    back = attribute(Result(PLAN), Result(SMALL), MEAN)
    assert [part.contribution for part in back.parts] == pytest.approx(
        [-part.contribution for part in there.parts]
    )


def test_that_the_interaction_is_named():
    def evaluate(declared):
        def run(scenario):
            more = scenario.value("deployments_per_week") - 4
            short = scenario.value("budget_shortfall")
            return Sums({"arrests": np.full(100, 100.0 + more - more * short / 100)})

        return run

    second = SMALL.replace(changes={"deployments_per_week": 10, "budget_shortfall": 50})
    found = attribute(Result(SMALL), Result(second), MEAN, evaluate=evaluate)
    by_key = {part.keys[0]: part for part in found.parts}
    assert by_key["deployments_per_week"].alone == 6.0
    assert by_key["budget_shortfall"].alone == 0.0
    assert by_key["budget_shortfall"].last == -3.0
    assert found.interaction == -3.0
    (pair,) = found.interactions
    assert pair.size == -3.0
    assert set(pair.labels) == {"Deployments per week", "Budget shortfall"}
    assert by_key["deployments_per_week"].contribution == 4.5


def test_that_many_changes_are_grouped_and_still_add_up():
    second = SMALL.replace(
        changes={
            "deployments_per_week": 9,
            "hours_per_deployment": 6,
            "officer_losses": 700,
            "staff_losses": 100,
            "budget_shortfall": 100,
            "true_match_rate": 0.8,
            "crews_per_day": 3,
            "setup_hours": 2,
            "arrests_per_true_alert": 0.5,
        },
        seed=3,
        draws=150,
        weeks=5,
    )
    found = attribute(Result(SMALL), Result(second), MEAN)
    groups = [part.group for part in found.parts]
    assert groups == ["choices", "circumstances", "beliefs", "horizon", "luck"]
    assert found.parts[-1].keys == ("draws", "seed")
    assert total(found) == found.difference
    single = attribute(Result(SMALL), Result(second), MEAN, most_parts=0)
    assert single == found


def test_that_a_record_of_ones_own_is_a_part():
    record = shipped_record().since("2025-01-01")
    declared = catalogue_of(record)
    second = PLAN.replace(record=record.digest)
    found = attribute(Result(SMALL), Result(second, declared), MEAN)
    part = next(part for part in found.parts if part.group == "record")
    assert part.keys == ("record",)
    assert part.contribution != 0.0
    assert total(found) == found.difference
    assert found.second == MEAN.of(project(second, catalogue=declared).totals("arrests"))


def catalogue_of(record):
    calibration = calibrate(record)
    return catalogue().recalibrated(calibration.beliefs, calibration.constants)


def test_that_two_calibrations_of_one_record_are_refused():
    other = catalogue().recalibrated({}, {"officers": 30000})
    with pytest.raises(ModellerError, match="calibrated differently"):
        attribute(Result(SMALL), Result(PLAN, other), MEAN)


def test_that_the_models_version_is_a_part_when_a_number_was_stated_by_another():
    found = attribute(Result(SMALL, stated=100.25, model_version="0.9.0"), Result(PLAN), MEAN)
    model = found.parts[-1]
    assert (model.keys, model.group) == (("model",), "model")
    assert "0.9.0" in model.label
    assert found.first == 100.25
    assert model.contribution == pytest.approx(MEAN.of(project(SMALL).totals("arrests")) - 100.25)
    assert total(found) == found.difference


def test_that_equal_results_have_no_parts():
    found = attribute(Result(PLAN), Result(PLAN), MEAN)
    assert (found.parts, found.interactions, found.difference) == ((), (), 0.0)


def test_that_a_number_that_is_not_defined_is_refused():
    nothing = SMALL.replace(changes={"arrests_per_true_alert": BeliefSetting(0.1, 0)}, weeks=4)

    def evaluate(declared):
        return lambda scenario: Sums({"cost_per_arrest": np.full(100, np.inf)})

    with pytest.raises(ModellerError, match="divides by a count"):
        attribute(Result(SMALL), Result(nothing), Measure("cost_per_arrest"), evaluate=evaluate)


@given(
    st.floats(-1e4, 1e4),
    st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=8),
    st.sampled_from([1.0, 10.0, 100.0, 0.1]),
)
def test_that_rounded_parts_add_up_to_the_rounded_ends(first, contributions, step):
    parts = tuple(Part((str(i),), str(i), "choices", c, c, c) for i, c in enumerate(contributions))
    second = first + math.fsum(contributions)
    found = Attribution(MEAN, first, second, parts, 0.0, (), (Scenario(), Scenario()))
    shown = found.rounded(step)
    ends = round(second / step) - round(first / step)
    assert round(math.fsum(shown) / step) == ends
    assert all(
        abs(part - exact) <= 2.01 * step for part, exact in zip(shown, contributions, strict=True)
    )


def test_that_the_work_can_be_stopped():
    class StoppedError(Exception):
        pass

    def stop(share):
        raise StoppedError

    with pytest.raises(StoppedError):
        attribute(Result(SMALL), Result(PLAN), MEAN, progress=stop)
    assert replace(Result(SMALL), stated=1.0).stated == 1.0

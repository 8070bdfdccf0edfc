"""Robustness: planted regions are found, chance is not taken for one."""

from __future__ import annotations

import numpy as np
import pytest

from modeller.analysis.answers import robustness_sentence
from modeller.analysis.boxes import Box, Limit, find_boxes, inside, measured_box
from modeller.analysis.phrases import region_words
from modeller.analysis.robustness import circumstance_ranges, joint_cases, robustness
from modeller.base.errors import ModellerError
from modeller.scenario import BeliefSetting, Scenario, Schedule, Step
from tests.met import MET, catalogue, parse_goal

PLAN = Scenario(changes={"deployments_per_week": 10, "days_per_week": 4}, weeks=5, draws=100)
GOAL = parse_goal("deployments.p20 >= 45")


def columns(cases=6000, names="abcdefgh", seed=1):
    generator = np.random.default_rng(seed)
    return {name: generator.random(cases) for name in names}


def limits_of(box):
    return {limit.key: (limit.low, limit.high) for limit in box.limits}


def test_that_a_planted_box_is_found():
    data = columns()
    (box,) = find_boxes(data, (data["a"] < 0.35) & (data["c"] > 0.6))
    found = limits_of(box)
    assert set(found) == {"a", "c"}
    assert found["a"][0] is None
    assert found["a"][1] == pytest.approx(0.35, abs=0.03)
    assert found["c"] == (pytest.approx(0.6, abs=0.03), None)
    assert box.coverage > 0.9
    assert box.density > 0.9


def test_that_a_planted_box_is_found_under_noise():
    data = columns()
    noise = np.random.default_rng(2).random(6000) < 0.05
    fails = ((data["b"] > 0.25) & (data["b"] < 0.6) & (data["d"] < 0.5)) ^ noise
    box = find_boxes(data, fails)[0]
    found = limits_of(box)
    assert set(found) == {"b", "d"}
    assert found["b"] == (pytest.approx(0.25, abs=0.06), pytest.approx(0.6, abs=0.06))
    assert found["d"][1] == pytest.approx(0.5, abs=0.06)
    assert box.density > 0.85


def test_that_two_regions_are_two_boxes():
    data = columns(8000)
    first = (data["a"] < 0.3) & (data["c"] > 0.6)
    second = (data["e"] > 0.8) & (data["f"] > 0.7)
    boxes = find_boxes(data, first | second)
    assert [set(limits_of(box)) for box in boxes] == [{"a", "c"}, {"e", "f"}]
    assert sum(box.coverage for box in boxes) > 0.9


@pytest.mark.parametrize("seed", range(8))
def test_that_chance_alone_makes_no_region(seed):
    fails = np.random.default_rng(seed + 100).random(6000) < 0.3
    assert find_boxes(columns(seed=seed), fails) == ()


def test_that_where_all_fail_or_none_there_is_no_region():
    data = columns(1000)
    assert find_boxes(data, np.ones(1000, dtype=bool)) == ()
    assert find_boxes(data, np.zeros(1000, dtype=bool)) == ()


def test_that_a_quantity_with_few_values_can_bound_a_box():
    data = columns(4000)
    data["few"] = np.random.default_rng(5).integers(0, 4, 4000).astype(float)
    (box,) = find_boxes(data, data["few"] == 3)
    assert limits_of(box) == {"few": (3.0, None)}
    assert (box.coverage, box.density) == (1.0, 1.0)


def test_that_coverage_density_and_mass_are_what_they_say():
    data = {"a": np.array([1.0, 2.0, 3.0, 4.0])}
    fails = np.array([True, True, True, False])
    box = measured_box((Limit("a", high=2.0),), data, fails)
    assert (box.coverage, box.density, box.mass) == (2 / 3, 1.0, 0.5)
    assert box.contrast == pytest.approx(2 / 3)
    assert inside((Limit("a", 2.0, 3.0),), data).tolist() == [False, True, True, False]


def test_that_limits_are_stated_where_sliders_can_stand_and_measured_as_stated():
    found = robustness(PLAN, GOAL, cases=4096)
    box = found.boxes[0]
    limits = limits_of(box)
    assert "crews_per_day" in limits
    high = limits["crews_per_day"][1]
    assert high * 10 == pytest.approx(round(high * 10))
    cases = joint_cases(PLAN, GOAL, cases=4096)
    assert found.failing == cases.fails.mean()
    check = {key: values[1::2] for key, values in cases.columns.items()}
    again = measured_box(box.limits, check, cases.fails[1::2])
    assert (box.coverage, box.density, box.mass) == pytest.approx(
        (again.coverage, again.density, again.mass)
    )
    assert box.density > 2 * found.failing


def test_that_beliefs_come_from_their_evidence_and_circumstances_from_their_ranges():
    cases = joint_cases(PLAN, GOAL, ranges={"officer_losses": (0, 1400)}, cases=2048)
    assert cases.fails.shape == (2048,)
    losses = cases.columns["officer_losses"]
    assert set(losses) <= set(np.arange(0, 1450, 50.0))
    assert losses.min() < 300
    assert losses.max() > 1100
    assert "budget_shortfall" not in cases.columns
    hours = cases.columns["setup_hours"]
    low, high = catalogue().beliefs["setup_hours"].evidence
    assert np.mean((hours > low) & (hours < high)) == pytest.approx(0.9, abs=0.03)
    assert "charge_share" not in cases.columns  # deployments do not depend on it


def test_that_a_known_belief_and_a_schedule_are_not_varied():
    scenario = PLAN.with_setting("crews_per_day", BeliefSetting(2.4, 0)).with_setting(
        "officer_losses", Schedule((Step(1, 100.0),))
    )
    cases = joint_cases(scenario, GOAL, cases=512)
    assert "crews_per_day" not in cases.columns
    assert "officer_losses" not in cases.columns
    assert "budget_shortfall" in cases.columns


def test_that_ranges_are_checked_all_at_once():
    ranges = {"officer_losses": (100, 9000), "watchlist_size": (1, 2), "staff_losses": (50, 10)}
    with pytest.raises(ModellerError) as caught:
        circumstance_ranges(PLAN, catalogue(), ranges)
    assert len(caught.value.problems) == 3


def test_that_the_answer_is_the_same_each_time_and_can_be_stopped():
    assert robustness(PLAN, GOAL, cases=1024) == robustness(PLAN, GOAL, cases=1024)

    class StoppedError(Exception):
        pass

    def stop(share):
        raise StoppedError

    with pytest.raises(StoppedError):
        robustness(PLAN, GOAL, cases=1024, progress=stop)


def test_that_a_box_is_said_in_words():
    box = Box((Limit("crews_per_day", high=2.3), Limit("budget_shortfall", 200.0, 300.0)), 1, 1, 1)
    assert region_words(box, MET.catalogue).replace("\u202f", " ").replace("\xa0", " ") == (
        "deployments the crews can run in a day is 2.3 deployments a day or less and "
        "budget shortfall is between £200m a year and £300m a year"
    )


def test_that_the_sentence_follows_the_numbers():
    found = robustness(PLAN, GOAL, cases=2048)
    sentence = robustness_sentence(found, MET.catalogue).replace("\u202f", " ").replace("\xa0", " ")
    assert sentence.startswith("At least 45 deployments")
    assert f"missed in {round(100 * found.failing)} of 100 cases" in sentence
    assert "deployments the crews can run in a day is" in sentence
    never = robustness(PLAN, parse_goal("deployments.p20 >= 0"), cases=256)
    assert robustness_sentence(never, MET.catalogue).endswith("met in every case.")
    always = robustness(PLAN, parse_goal("deployments.p20 >= 9999"), cases=256)
    assert robustness_sentence(always, MET.catalogue).endswith("missed in every case.")

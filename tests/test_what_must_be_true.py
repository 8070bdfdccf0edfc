"""What would have to be true: switching values, what cannot be reached, and the break-even."""

from __future__ import annotations

import numpy as np
import pytest

from modeller.analysis.answers import officers_lost_sentence
from modeller.analysis.evaluation import Sums
from modeller.analysis.what_must_be_true import officers_lost, switching_values
from modeller.base.errors import ModellerError
from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario
from tests.met import MET, catalogue, parse_goal

PLAN = Scenario(
    changes={"deployments_per_week": 10, "officer_losses": 1400, "budget_shortfall": 260},
    weeks=6,
    draws=200,
)


def values_of(goal, scenario=PLAN, **options):
    found = switching_values(scenario, parse_goal(goal), **options)
    return found, {value.key: value for value in found.values}


def test_that_setting_the_switching_value_by_hand_meets_the_target_and_a_bit_less_does_not():
    goal = parse_goal("arrests.p20 >= 234")
    found, by_key = values_of("arrests.p20 >= 234", keys=["true_match_rate", "diminishing_returns"])
    assert not found.met_now
    for key, away in (("true_match_rate", -0.001), ("diminishing_returns", 0.001)):
        value = by_key[key].value
        met = PLAN.with_value(key, value)
        missed = PLAN.with_value(key, value + away)
        assert goal.met(goal.measure.of(project(met).totals("arrests")))
        assert not goal.met(goal.measure.of(project(missed).totals("arrests")))
        assert by_key[key].measured == goal.measure.of(project(met).totals("arrests"))
    assert by_key["true_match_rate"].side == "above"
    assert by_key["diminishing_returns"].side == "below"


def test_that_every_belief_and_circumstance_is_answered():
    _, by_key = values_of("arrests.p20 >= 234")
    asked = [slider.key for slider in catalogue().sliders.values() if slider.kind != "choice"]
    assert list(by_key) == asked
    for key, value in by_key.items():
        assert (value.value is None) == (value.holds != "switches")
        assert value.bears == (key in catalogue().outcomes["arrests"].depends_on)
        assert value.evidence == catalogue().sliders[key].evidence
    assert by_key["additional_funding"].holds == "never"  # no money gives crews beyond today's
    assert by_key["charge_share"].holds == "never"
    assert not by_key["charge_share"].bears


def test_that_a_target_already_met_is_answered_by_what_would_undo_it():
    found, by_key = values_of(
        "arrests.p20 >= 120", keys=["true_match_rate", "watchlist_elasticity"]
    )
    assert found.met_now
    assert by_key["true_match_rate"].holds == "switches"
    assert by_key["true_match_rate"].value < PLAN.value("true_match_rate")
    assert by_key["watchlist_elasticity"].holds == "always"


def test_that_the_published_range_says_whether_the_value_lies_within():
    _, by_key = values_of("arrests.p20 >= 234", keys=["true_match_rate", "officer_losses"])
    match = by_key["true_match_rate"]
    low, high = match.evidence
    assert match.within_evidence == (low <= match.value <= high)
    assert by_key["officer_losses"].within_evidence is None


def test_that_a_target_met_between_two_values_is_marked():
    def evaluate(scenario):
        away = scenario.value("true_match_rate") - 0.7
        return Sums({"arrests": np.full(100, 100.0 - 1000.0 * away**2)})

    _, by_key = values_of("arrests.p50 >= 95", keys=["true_match_rate"], evaluate=evaluate)
    found = by_key["true_match_rate"]
    assert found.turns
    assert found.side == "below"  # the change nearest to where it stands, at 0.89
    assert found.value == pytest.approx(0.7 + np.sqrt(0.005), abs=0.001)


def test_that_unknown_names_are_all_named():
    with pytest.raises(ModellerError) as caught:
        values_of("arrests.p20 >= 234", keys=["nothing", "true_match_rate", "neither"])
    assert [problem.where for problem in caught.value.problems] == ["nothing", "neither"]


def test_that_the_break_even_is_the_projections():
    found = officers_lost(PLAN)
    truth = project(PLAN).break_even
    assert found is not None
    assert truth is not None
    assert found.officers == truth.officers
    assert found.officer_years == pytest.approx(truth.officer_years)
    assert np.allclose(found.per_officer_year, truth.per_officer_year)
    assert found.evidence == catalogue().beliefs["arrests_per_officer_year"].evidence
    assert 0.0 <= found.covered_in <= 1.0
    assert "(a judgement: 1–5 arrests an officer a year)" in officers_lost_sentence(found, PLAN)
    own = officers_lost(PLAN.with_value("arrests_per_officer_year", 2.0))
    assert own is not None
    assert "set by the user: 2" in officers_lost_sentence(own, PLAN)


def test_that_the_loss_is_covered_where_an_officer_makes_fewer_arrests_than_the_break_even():
    half_a_year = PLAN.replace(weeks=26)
    few = half_a_year.with_value("arrests_per_officer_year", 0.2)
    many = half_a_year.with_value("arrests_per_officer_year", 15)
    covered = [found.covered_in for found in map(officers_lost, (few, many)) if found]
    assert covered[0] == 1.0
    assert covered[1] < 0.5


def test_that_without_losses_there_is_no_break_even():
    assert officers_lost(PLAN.without("officer_losses")) is None


def test_that_it_tells_how_far_it_is_and_can_be_stopped():
    told: list[float] = []
    values_of("arrests.p20 >= 234", keys=["true_match_rate"], progress=told.append)
    assert told == sorted(told)
    assert told[-1] <= 1.0

    class StoppedError(Exception):
        pass

    def stop(share):
        raise StoppedError

    with pytest.raises(StoppedError):
        values_of("arrests.p20 >= 234", progress=stop)


def test_that_the_break_even_of_other_places_is_the_headlines():
    plan = load_scenario("six-zones", profile=MET).scenario.replace(draws=500)
    found, truth = officers_lost(plan), project(plan)
    assert found is not None
    assert truth.break_even is not None
    assert found.covered_in == truth.break_even.makes_up
    assert found.against_recent == (6.5, truth.makes_up_against(6.5))

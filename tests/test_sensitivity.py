"""What drives a number: bars over the evidence, and shares that add up as theory says."""

from __future__ import annotations

import numpy as np
import pytest

from modeller.analysis.evaluation import Sums, evaluator
from modeller.analysis.sensitivity import (
    LUCK,
    changes_direction,
    pick_freeze,
    sobol_shares,
    tornado,
)
from modeller.analysis.targets import Measure
from modeller.base.errors import ModellerError
from modeller.model.sampling import uniforms
from modeller.projection import project
from modeller.scenario import BeliefSetting, Scenario
from tests.met import catalogue

SMALL = Scenario(changes={"deployments_per_week": 10, "budget_shortfall": 260}, weeks=6, draws=200)
ARRESTS = Measure("arrests")


def sample(factors, draws, name):
    return {key: uniforms(7, f"{name} {key}", 0, draws) for key in factors}


def crossed(function, first, second):
    return lambda chosen: function(
        {key: (second if key in chosen else first)[key] for key in first}
    )


def sided(function, factors, draws):
    return crossed(function, sample(factors, draws, "first"), sample(factors, draws, "second"))


def ishigami(u, a=7.0, b=0.1):
    x = {key: np.pi * (2.0 * value - 1.0) for key, value in u.items()}
    return np.sin(x["x1"]) + a * np.sin(x["x2"]) ** 2 + b * x["x3"] ** 4 * np.sin(x["x1"])


def test_that_the_shares_of_the_ishigami_function_are_those_of_its_closed_form():
    a, b = 7.0, 0.1
    alone = [0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8, 0.0]
    together = 8 * b**2 * np.pi**8 / 225
    total = sum(alone) + together
    factors = ["x1", "x2", "x3"]
    variance, shares, left_out = pick_freeze(factors, sided(ishigami, factors, 16_384), seed=1)
    assert left_out == 0.0
    assert variance == pytest.approx(total, rel=0.03)
    for share, first, last in zip(
        shares, alone, [alone[0] + together, alone[1], together], strict=True
    ):
        assert share.first == pytest.approx(first / total, abs=4 * share.first_error)
        assert share.total == pytest.approx(last / total, abs=4 * share.total_error)
        assert max(share.first_error, share.total_error) < 0.015


def test_that_the_bootstrap_error_is_the_spread_over_repetitions():
    factors, draws = ["x1", "x2", "x3"], 1024
    found = []
    for repetition in range(40):
        first = {key: uniforms(repetition, f"a {key}", 0, draws) for key in factors}
        second = {key: uniforms(repetition, f"b {key}", 0, draws) for key in factors}
        _, shares, _ = pick_freeze(
            factors,
            crossed(ishigami, first, second),
            seed=repetition,
        )
        found.append((shares[0].first, shares[0].first_error))
    spread = np.std([first for first, _ in found])
    assert np.median([error for _, error in found]) == pytest.approx(spread, rel=0.4)


def test_that_a_dead_input_has_exactly_no_share():
    factors = ["x1", "x2", "x3", "dead"]
    _, shares, _ = pick_freeze(factors, sided(ishigami, factors, 256), seed=1)
    dead = shares[-1]
    assert (dead.first, dead.total, dead.first_error, dead.total_error) == (0.0, 0.0, 0.0, 0.0)


def test_that_shares_of_a_sum_add_up_to_one():
    factors = ["a", "b", "c"]
    _, shares, _ = pick_freeze(
        factors, sided(lambda u: u["a"] + 2 * u["b"] + 3 * u["c"], factors, 4096), seed=1
    )
    assert sum(share.first for share in shares) == pytest.approx(1.0, abs=0.02)
    assert [share.total for share in shares] == pytest.approx([1 / 14, 4 / 14, 9 / 14], abs=0.02)


def test_that_an_outcome_without_a_spread_is_refused():
    with pytest.raises(ModellerError, match="same in every future"):
        pick_freeze(["a"], lambda chosen: np.ones(100), seed=1)


def test_that_an_outcome_often_undefined_is_refused_and_one_seldom_undefined_is_not():
    factors = ["a"]
    often = sided(lambda u: np.where(u["a"] < 0.2, np.inf, u["a"]), factors, 500)
    with pytest.raises(ModellerError, match="not defined"):
        pick_freeze(factors, often, seed=1)
    seldom = sided(lambda u: np.where(u["a"] < 0.002, np.inf, u["a"]), factors, 2000)
    _, _, left_out = pick_freeze(factors, seldom, seed=1)
    assert 0.0 < left_out < 0.01


def test_that_luck_and_beliefs_share_the_spread_of_the_model():
    found = sobol_shares(SMALL, "arrests")
    by_key = {share.key: share for share in found.shares}
    assert set(by_key) == {LUCK} | set(catalogue().outcomes["arrests"].depends_on) & set(
        catalogue().beliefs
    )
    assert by_key[LUCK].total > 0.3
    assert by_key["true_alerts_per_deployment"].total > by_key["setup_hours"].total
    assert by_key["watchlist_elasticity"].total == 0.0  # at the list at which it was measured
    assert found.interactions == pytest.approx(0.0, abs=0.15)
    assert list(found.shares) == sorted(found.shares, key=lambda share: -share.total)


def test_that_without_beliefs_all_is_luck_and_that_a_known_belief_has_no_share():
    known = {
        key: BeliefSetting(belief.baseline, 0.0) for key, belief in catalogue().beliefs.items()
    }
    found = sobol_shares(Scenario(changes=known, weeks=4, draws=200), "arrests")
    assert [share.key for share in found.shares] == [LUCK]
    assert found.shares[0].total == pytest.approx(1.0, abs=0.2)


def test_that_the_first_sample_is_the_projection_itself():
    seen = []
    truth = project(SMALL).totals("arrests")

    def run(inputs):
        from tests.met import runner

        totals = runner(["arrests"])(inputs)
        seen.append(totals.totals("arrests"))
        return totals

    sobol_shares(SMALL, "arrests", run=run)
    assert np.array_equal(seen[0], truth)
    assert abs(np.corrcoef(seen[0], seen[1])[0, 1]) < 0.25


def test_that_the_shares_are_the_same_each_time():
    assert sobol_shares(SMALL, "false_alerts") == sobol_shares(SMALL, "false_alerts")


def test_that_a_tornado_spans_the_evidence_with_the_longest_bar_first():
    found = tornado(SMALL, ARRESTS)
    assert [bar.length for bar in found.bars] == sorted(
        (bar.length for bar in found.bars), reverse=True
    )
    for bar in found.bars:
        belief = catalogue().beliefs[bar.key]
        assert (bar.values[0], bar.values[-1]) == pytest.approx(belief.evidence, rel=1e-9)
        assert bar.values[2] == pytest.approx(belief.baseline, rel=1e-6, abs=1e-9)
        assert list(bar.values) == sorted(bar.values)
    by_key = {bar.key: bar for bar in found.bars}
    assert by_key["true_match_rate"].at_high > by_key["true_match_rate"].at_low
    assert by_key["diminishing_returns"].at_high < by_key["diminishing_returns"].at_low
    assert by_key["watchlist_elasticity"].length == 0.0
    assert found.now == ARRESTS.of(project(SMALL).totals("arrests"))


def test_that_a_bar_is_what_setting_the_belief_by_hand_gives():
    found = tornado(SMALL, Measure("arrests", "p20"), interior=False)
    bar = next(bar for bar in found.bars if bar.key == "true_match_rate")
    by_hand = SMALL.with_setting("true_match_rate", BeliefSetting(bar.values[0], 0.0))
    assert bar.at_low == project(by_hand).quantiles("arrests", (0.2,))[0]


def test_that_a_belief_that_moves_nothing_is_not_looked_into_and_still_tells_the_truth():
    """Nothing of a longer watchlist's yield matters where the list is as long as it was."""
    scenario, measure = Scenario(weeks=8, draws=200), Measure("arrests")
    asked = []
    plain = evaluator([measure.outcome])

    def evaluate(one):
        asked.append(one)
        return plain(one)

    found = tornado(scenario, measure, evaluate=evaluate)
    idle = [bar for bar in found.bars if bar.length == 0.0]
    assert "watchlist_elasticity" in {bar.key for bar in idle}
    for bar in idle:
        for value, measured in zip(bar.values, bar.measures, strict=True):
            point = scenario.with_setting(bar.key, BeliefSetting(value, 0.0))
            assert measure.of(plain(point).totals("arrests")) == measured == found.now
    assert len(asked) <= 1 + 5 * len(found.bars) - 3 * len(idle)


def test_that_a_moved_belief_is_marked_and_still_spans_the_evidence():
    moved = SMALL.with_value("true_match_rate", 0.5)
    bar = next(bar for bar in tornado(moved, ARRESTS, interior=False).bars if bar.moved)
    assert bar.key == "true_match_rate"
    assert bar.values[0] > 0.8


def test_that_a_bar_that_turns_is_marked():
    belief = catalogue().beliefs["true_match_rate"]

    def evaluate(scenario):
        away = scenario.value("true_match_rate") - belief.baseline
        return Sums({"arrests": np.full(100, 5.0 - away**2)})

    bars = {bar.key: bar for bar in tornado(SMALL, ARRESTS, evaluate=evaluate).bars}
    assert bars["true_match_rate"].non_monotone
    assert not bars["crews_per_day"].non_monotone


@pytest.mark.parametrize(
    ("measures", "answer"),
    [
        ([1, 2, 3, 4, 5], False),
        ([5, 4, 4, 4, 1], False),
        ([1, 2, 3, 2, 1], True),
        ([3, 2, 1, 2, 3], True),
        ([1, 50, 49.9, 100], False),
        ([2, 2], False),
        ([1, 2, np.inf], False),
        ([1, 5, 2, 9], True),
    ],
)
def test_that_a_turn_is_told_from_rounding(measures, answer):
    assert changes_direction(measures) is answer


def test_that_a_tornado_tells_how_far_it_is_and_can_be_stopped():
    told: list[float] = []
    tornado(SMALL, ARRESTS, interior=False, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0

    class StoppedError(Exception):
        pass

    def stop(share):
        if share > 0.2:
            raise StoppedError

    with pytest.raises(StoppedError):
        tornado(SMALL, ARRESTS, progress=stop)
    with pytest.raises(StoppedError):
        sobol_shares(SMALL, "arrests", progress=stop)


def test_that_totals_alone_are_those_of_the_projection():
    found = evaluator(["arrests", "faces_per_arrest"])(SMALL)
    projection = project(SMALL)
    for outcome in ("arrests", "faces_per_arrest"):
        assert np.array_equal(found.totals(outcome), projection.totals(outcome))

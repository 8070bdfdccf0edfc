"""Curves of counts are smooth, lie beside the true quantiles, and are so live and settled."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller import kernel
from modeller.projection import SUMMARY, mid_quantiles, project, quantiles
from modeller.projection.live import Live
from modeller.scenario.file import load_scenario
from tests.met import MET

PROBABILITIES = (0.1, 0.25, 0.5, 0.75, 0.9)


@given(st.lists(st.integers(0, 9), min_size=5, max_size=60))
def test_that_a_smooth_quantile_lies_within_one_step_of_the_true_one(counts):
    ordered = np.sort(np.array(counts, dtype=float))
    known = np.unique(ordered)
    smooth = mid_quantiles(ordered, PROBABILITIES)
    assert np.all(np.diff(smooth) >= 0)
    for share, value in zip(PROBABILITIES, smooth, strict=True):
        exact = ordered[min(int(share * ordered.size), ordered.size - 1)]
        place = int(np.searchsorted(known, exact))
        assert known[max(place - 1, 0)] <= value <= known[min(place + 1, known.size - 1)]


def test_that_each_value_stands_at_the_middle_of_its_step():
    # six of ten are 0, three are 1, one is 2: the middles of the steps are 0.3, 0.75 and 0.95
    ordered = np.array([0.0] * 6 + [1.0] * 3 + [2.0])
    found = mid_quantiles(ordered, (0.05, 0.3, 0.525, 0.75, 0.85, 0.95, 0.99))
    assert found == pytest.approx([0.0, 0.0, 0.5, 1.0, 1.5, 2.0, 2.0])


def test_that_without_ties_they_are_the_ordinary_quantiles_but_for_half_a_rank():
    ordered = np.sort(np.random.default_rng(3).normal(size=20_000))
    difference = mid_quantiles(ordered, PROBABILITIES) - quantiles(ordered, PROBABILITIES)
    assert np.abs(difference).max() < 1e-3


@given(st.floats(0.2, 6.0))
def test_that_a_rate_that_moves_a_little_moves_the_curve_a_little(rate):
    def poisson(mean):
        ks = np.arange(40)
        mass = np.exp(ks * math.log(mean) - mean - np.array([math.lgamma(k + 1) for k in ks]))
        return np.repeat(ks, np.round(mass * 200_000).astype(int)).astype(float)

    before, after = (mid_quantiles(poisson(mean), PROBABILITIES) for mean in (rate, rate * 1.01))
    assert np.all(after >= before - 1e-3)
    assert np.abs(after - before).max() < 0.05 * max(1.0, math.sqrt(rate))


@pytest.fixture(scope="module")
def plan():
    return load_scenario("met-plan-2025", profile=MET).scenario.replace(draws=2048)


@pytest.mark.parametrize("view", ["weekly", "cumulative"])
def test_that_only_counts_have_curves_of_their_own(plan, view):
    projection = project(plan)
    for key, outcome in projection.catalogue.outcomes.items():
        if outcome.kind == "ratio" and view == "weekly":
            continue
        summary, smooth = projection.summary(key, view), projection.smooth(key, view)
        if not outcome.whole:
            assert np.array_equal(summary, smooth)
        assert np.array_equal(projection.smooth(key, view, "underlying"),
                              projection.summary(key, view, "underlying"))  # fmt: skip
        assert np.array_equal(summary[:, 0], smooth[:, 0])
        width = np.maximum(summary[:, -1] - summary[:, 1], 1.0)[:, None]
        assert np.all(np.abs(summary - smooth)[:, 1:] <= np.maximum(1.0, 0.05 * width))


def test_that_a_weekly_count_has_no_battlements(plan):
    """Its curve takes many values and small steps, where the true quantile jumps by ones."""
    # of 2,001 draws one is the ninth tenth itself: nothing is taken between two counts
    often = plan.replace(draws=2001, changes={**plan.changes, "deployments_per_week": 14.0})
    projection = project(often)
    column = SUMMARY.index("p90")
    true = projection.summary("false_alerts", "weekly")[:, column]
    smooth = projection.smooth("false_alerts", "weekly")[:, column]
    assert set(true % 1) == {0.0}
    assert np.abs(np.diff(smooth)).max() < 0.35 <= 1.0 <= np.abs(np.diff(true)).max()
    assert len(set(smooth)) > 40


def test_that_live_and_settled_curves_agree(plan):
    kernel.compile_now()
    settled, live = project(plan), Live().project(plan)
    for key in ("arrests", "true_alerts", "false_alerts"):
        for view in ("weekly", "cumulative"):
            expected, found = settled.smooth(key, view), live.smooth(key, view)
            room = 0.02 * (expected[:, -1] - expected[:, 1]).max() + 0.05
            columns = slice(SUMMARY.index("p10"), SUMMARY.index("p90") + 1)
            assert np.abs(expected - found)[:, columns].max() <= room, (key, view)

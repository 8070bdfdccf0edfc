"""Live projections: the same draws as the settled ones, read in the same way."""

from datetime import date

import numpy as np
import pytest

from modeller import kernel
from modeller.base.errors import ModellerError
from modeller.projection import View, project
from modeller.projection.live import FALLBACK_DRAWS, Live
from modeller.scenario import BeliefSetting, Scenario, Schedule, Setting, Step
from tests.extremes import PLAN, extremes
from tests.met import calibrate, catalogue, shipped_record

FLOWS = [key for key, outcome in catalogue().outcomes.items() if outcome.kind == "flow"]
VIEWS: list[tuple[str, View]] = [(key, "weekly") for key in FLOWS]
VIEWS += [(key, "cumulative") for key in catalogue().outcomes]


@pytest.fixture(scope="module")
def live():
    kernel.compile_now()
    return Live()


def assert_close(live_one, settled, share=0.01):
    """Within a share of the band's width, or, for counts, where the next whole number is."""
    for key, view in VIEWS:
        ours, theirs = live_one.summary(key, view), settled.summary(key, view)
        outcome = catalogue().outcomes[key]
        infinite = ~np.isfinite(theirs)
        assert np.array_equal(ours[infinite], theirs[infinite]), (key, view)
        ours, theirs = np.where(infinite, 0, ours), np.where(infinite, 0, theirs)
        width = (theirs[:, 7] - theirs[:, 1])[:, None]
        tolerance = share * width + 2e-4 * np.abs(theirs)
        assert np.all(np.abs(ours - theirs)[:, 0] <= tolerance[:, 0] + 1e-9), (key, view)
        if outcome.whole or key in ("charged_or_cautioned", "false_alerts_on_black_people"):
            tolerance = tolerance + 1.0
        elif outcome.kind == "ratio":  # counts of a few cases make steps in their ratios too
            tolerance = tolerance + 0.03 * np.abs(theirs)
        assert np.all(np.abs(ours - theirs) <= tolerance + 1e-9), (key, view)


@pytest.mark.parametrize("changes", list(extremes()))
def test_that_live_bands_are_the_settled_ones_at_every_extreme(changes, live):
    scenario = Scenario(changes=changes, weeks=6, draws=1500)
    assert_close(live.project(scenario), project(scenario))


@pytest.mark.parametrize(("weeks", "draws"), [(4, 100), (60, 3000), (12, 5000)])
def test_that_live_bands_are_the_settled_ones_for_any_size(weeks, draws, live):
    scenario = Scenario(changes=PLAN, weeks=weeks, draws=draws, seed=11)
    assert_close(live.project(scenario), project(scenario))


def test_that_live_bands_follow_schedules_and_spreads(live):
    changes: dict[str, Setting] = {
        "deployments_per_week": Schedule((Step(1, 4), Step(3, 10), Step(6, 5.5))),
        "watchlist_size": Schedule((Step(1, 16000), Step(4, 3000))),
        "officers_per_deployment": Schedule((Step(1, 20), Step(5, 9))),
        "true_alerts_per_deployment": BeliefSetting(12, 0),
        "faces_per_deployment": BeliefSetting(20000, 2),
    }
    scenario = Scenario(changes=changes, weeks=8, draws=1500)
    assert_close(live.project(scenario), project(scenario))


def test_that_the_underlying_band_is_live_too(live):
    scenario = Scenario(changes=PLAN, weeks=6, draws=2000)
    ours, settled = live.project(scenario), project(scenario)
    for key in ("faces_scanned", "true_alerts", "false_alerts", "arrests", "cost_per_arrest"):
        band = settled.summary(key, "cumulative", "underlying")
        width = (band[:, 7] - band[:, 1])[:, None]
        gap = np.abs(ours.summary(key, "cumulative", "underlying") - band)
        assert np.all(gap <= 0.01 * width), key


@pytest.mark.parametrize("draws", [100, 2000, 3333])
def test_that_the_bits_do_not_depend_on_the_number_of_threads(draws, live):
    scenario = Scenario(changes=PLAN, weeks=9, draws=draws)
    one, two, four = (Live(threads=n).project(scenario) for n in (1, 2, 4))
    for key, view in VIEWS:
        assert np.array_equal(one.summary(key, view), two.summary(key, view))
        assert np.array_equal(one.summary(key, view), four.summary(key, view))
    assert np.array_equal(one.binding.weekly, four.binding.weekly)


def test_that_the_bits_do_not_depend_on_what_came_before(live):
    scenario = Scenario(changes=PLAN, weeks=9, draws=1500)
    fresh = Live().project(scenario)
    used = Live()
    for number in (0.5, 0.7, 0.6):
        used.project(scenario.with_value("true_match_rate", number).replace(weeks=20))
    after = used.project(scenario)
    for key, view in VIEWS:
        assert np.array_equal(fresh.summary(key, view), after.summary(key, view))


def test_that_weekly_means_add_up_to_the_totals(live):
    projection = live.project(Scenario(changes=PLAN, weeks=20, draws=2000))
    for key in FLOWS:
        assert projection.summary(key, "weekly")[:, 0].sum() == pytest.approx(
            projection.totals(key).mean(), rel=1e-5
        )
        assert projection.summary(key, "cumulative")[-1] == pytest.approx(
            projection.summary(key, "total"), rel=1e-5
        )


def test_that_a_longer_horizon_leaves_the_weeks_before_it_alone(live):
    short = live.project(Scenario(changes=PLAN, weeks=8, draws=1500))
    long = live.project(Scenario(changes=PLAN, weeks=70, draws=1500))
    for key, view in VIEWS:
        last = 7 if view == "cumulative" else 8  # the last cumulative week is read from ranks
        assert np.array_equal(short.summary(key, view)[:last], long.summary(key, view)[:last])


def test_that_more_draws_leave_the_first_ones_alone(live):
    few = live.project(Scenario(changes=PLAN, weeks=8, draws=700))
    many = live.project(Scenario(changes=PLAN, weeks=8, draws=3000))
    prefix = live.project(Scenario(changes=PLAN, weeks=8, draws=3000), draws=700)
    assert prefix.draws_used == 700
    for key in FLOWS:
        assert np.array_equal(few.totals(key), many.totals(key)[:700])
        assert np.array_equal(few.totals(key), prefix.totals(key))


def test_that_memory_bounds_the_draws_and_says_so(live, monkeypatch):
    from modeller.kernel import ensemble

    monkeypatch.setattr(ensemble, "_KEPT_BYTES", 2_000_000)
    scenario = Scenario(changes=PLAN, weeks=8, draws=5000)
    projection = Live().project(scenario)
    assert projection.draws_used == 2_000_000 // (40 * 52) // 512 * 512
    assert np.array_equal(
        projection.totals("arrests"),
        live.project(scenario).totals("arrests")[: projection.draws_used],
    )


def test_that_equal_scenarios_differ_by_nothing_and_a_neutral_lever_moves_nothing(live):
    base = live.project(Scenario(weeks=8, draws=1500))
    again = live.project(Scenario(changes={"loss_phase_weeks": 13}, weeks=8, draws=1500))
    for key in catalogue().outcomes:
        assert np.array_equal(base.totals(key), again.totals(key))


@pytest.mark.parametrize(
    ("lever", "value", "still"),
    [
        ("arrests_per_true_alert", 0.6, ["true_alerts", "faces_scanned", "false_alerts"]),
        ("false_alerts_per_million_faces", 100, ["true_alerts", "arrests", "faces_scanned"]),
        ("true_match_rate", 0.5, ["deployments", "faces_scanned", "false_alerts"]),
        ("watchlist_size", 4000, ["deployments", "faces_scanned"]),
    ],
)
def test_that_a_lever_moves_only_what_lies_downstream(lever, value, still, live):
    scenario = Scenario(changes=PLAN, weeks=8, draws=1500)
    base, moved = live.project(scenario), live.project(scenario.with_value(lever, value))
    for key in still:
        assert np.array_equal(base.totals(key), moved.totals(key)), key


def test_that_what_was_not_asked_for_comes_when_it_is_read(live):
    scenario = Scenario(changes=PLAN, weeks=8, draws=1500)
    everything = live.project(scenario)
    little = live.project(scenario, ["arrests"], ["weekly"])
    for key, view in VIEWS:
        assert np.array_equal(everything.summary(key, view), little.summary(key, view)), key


def test_that_binding_and_break_even_are_live(live):
    scenario = Scenario(changes=PLAN, weeks=30, draws=3000)
    ours, settled = live.project(scenario), project(scenario)
    for cause, share in settled.binding.ever.items():
        assert ours.binding.ever[cause] == pytest.approx(share, abs=0.001)
    assert np.max(np.abs(ours.binding.weekly - settled.binding.weekly)) < 0.001
    assert ours.binding.first_week == settled.binding.first_week
    assert ours.break_even is not None
    assert settled.break_even is not None
    assert ours.break_even.officers == settled.break_even.officers
    per_year = settled.break_even.per_officer_year
    gap = np.abs(ours.break_even.per_officer_year - per_year)
    assert np.all(gap < 0.02 * (per_year[7] - per_year[1]))
    assert live.project(Scenario(weeks=8, draws=500)).break_even is None
    assert ours.makes_up_against(4.0) == ours.break_even.makes_up
    for rate in (4.0, 6.5):
        assert abs(ours.makes_up_against(rate) - settled.makes_up_against(rate)) <= 0.01
    assert ours.makes_up_against(6.5) < ours.makes_up_against(4.0)


def test_that_paired_differences_are_those_of_the_settled_projections(live):
    before, after = (
        Scenario(changes={**PLAN, "deployments_per_week": n}, weeks=10, draws=3000) for n in (5, 8)
    )
    ours = live.project(after).totals("arrests") - live.project(before).totals("arrests")
    settled = project(after).totals("arrests") - project(before).totals("arrests")
    assert ours.mean() == pytest.approx(settled.mean(), rel=0.005)
    assert (ours > 0).mean() == pytest.approx((settled > 0).mean(), abs=0.01)


def test_that_an_evaluator_gives_the_totals_alone(live):
    scenario = Scenario(changes=PLAN, weeks=8, draws=900)
    evaluate = live.evaluator(["arrests", "cost_per_arrest"])
    for key in ("arrests", "cost_per_arrest"):
        assert np.array_equal(evaluate(scenario).totals(key), live.project(scenario).totals(key))


def test_that_a_recalibrated_catalogue_is_projected_live_too():
    earlier = calibrate(shipped_record(), until=date(2025, 6, 30))
    declared = catalogue().recalibrated(earlier.beliefs, earlier.constants, earlier.fit)
    scenario = Scenario(changes=PLAN, weeks=8, draws=1500)
    ours, settled = Live(declared).project(scenario), project(scenario, catalogue=declared)
    assert_close(ours, settled)
    middle = project(scenario).summary("faces_scanned")[4]
    assert abs(ours.summary("faces_scanned")[4] / middle - 1.0) > 0.05


def test_that_chance_and_quantiles_are_read_from_the_draws(live):
    projection = live.project(Scenario(changes=PLAN, weeks=8, draws=1500))
    totals = projection.totals("arrests")
    median = np.median(totals)
    assert projection.chance("arrests", above=median) == (totals > median).mean()
    assert projection.quantiles("arrests", [0.5])[0] == median
    assert not projection.settled
    assert projection.fingerprint == projection.scenario.fingerprint


def test_that_before_the_kernel_is_there_the_engine_stands_in_on_a_prefix(live, monkeypatch):
    monkeypatch.setattr(kernel, "ready", lambda: False)
    scenario = Scenario(changes=PLAN, weeks=5, draws=3000)
    early = Live().project(scenario, ["arrests"])
    assert early.draws_used == FALLBACK_DRAWS
    assert early.fingerprint == scenario.fingerprint
    few = project(scenario.replace(draws=FALLBACK_DRAWS))
    for key, view in VIEWS:
        assert np.array_equal(early.summary(key, view), few.summary(key, view))
    assert early.binding.ever == few.binding.ever
    assert early.break_even is not None
    assert few.break_even is not None
    assert np.array_equal(early.break_even.extra_arrests, few.break_even.extra_arrests)
    assert np.array_equal(few.totals("arrests"), project(scenario).totals("arrests")[:1024])


def test_that_wrong_questions_get_the_same_answer_as_from_a_settled_projection(live):
    projection = live.project(Scenario(weeks=5, draws=300))
    with pytest.raises(ModellerError, match="not an outcome"):
        projection.summary("arrets")
    with pytest.raises(ModellerError, match="no weekly view"):
        projection.summary("cost_per_arrest", "weekly")
    with pytest.raises(ModellerError, match="not an outcome"):
        live.project(Scenario(weeks=5, draws=300), ["arrets"])

"""The equations: signs over the whole lever grid, extremes, conservation, shared luck."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import scipy.stats

from modeller.model.catalogue import Belief, estimated_beliefs
from modeller.model.engine import CAUSES, ramp, simulate
from modeller.model.fitted import FITTED, FITTED_BELIEFS, PLACE, FitDraws
from modeller.projection import BANDS, project
from modeller.scenario import Scenario
from modeller.scenario.inputs import inputs_of
from modeller.scenario.setting import BeliefSetting, Schedule, Step
from tests.met import catalogue

CATALOGUE = catalogue()
PLAN = {
    "deployments_per_week": 10.0,
    "officer_losses": 1400.0,
    "staff_losses": 300.0,
    "budget_shortfall": 260.0,
    "additional_funding": 32.0,
    "savings_from_posts": 185.0,
}
CHECKED = ("deployments", "faces_scanned", "true_alerts", "false_alerts", "arrests")

# model.md's table of signs: rows are levers raised, columns are CHECKED
SIGNS = {
    "deployments_per_week": ">>>>>",
    "days_per_week": ">>>>>",
    "phase_in_weeks": "<<<<<",
    "officer_losses": "<<<<<",
    "staff_losses": "<<<<<",
    "budget_shortfall": "<<<<<",
    "additional_funding": ">>>>>",
    "savings_from_posts": ">>>>>",
    "loss_phase_weeks": ">>>>>",
    "hours_per_deployment": "<????",
    "officers_per_deployment": "<<<<?",
    "watchlist_size": "==>>>",
    "true_match_rate": "==>=>",
    "false_alerts_per_million_faces": "===>=",
    "arrests_per_true_alert": "====>",
}


def scenario(changes=None, **fields) -> Scenario:
    return Scenario(
        title="test", changes=changes or {}, **{"weeks": 8, "draws": 400, "seed": 7} | fields
    )


def weeks(changes=None, **fields):
    """Every flow of every week and draw: key → (weeks, draws)."""
    run = list(simulate(inputs_of(scenario(changes, **fields), CATALOGUE)))
    return {key: np.stack([week.seen[key] for week in run]) for key in run[0].seen}


def setting(key, value):
    return BeliefSetting(value) if key in CATALOGUE.beliefs else value


def grid(key):
    entry = CATALOGUE.sliders[key]
    if entry.scale == "log":
        return np.geomspace(entry.minimum, entry.maximum, 7)
    return np.linspace(entry.minimum, entry.maximum, 7)


SURROUNDINGS = {
    "baseline": {},
    "plan": PLAN,
    "stretched": PLAN
    | {"hours_per_deployment": 8.0, "officers_per_deployment": 30.0, "days_per_week": 4.0},
    "small crews": PLAN | {"officers_per_deployment": 8.0, "watchlist_size": 20000.0},
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
@pytest.mark.parametrize("key", SIGNS)
def test_that_a_lever_moves_every_draw_the_right_way(key, surroundings):
    base = {k: v for k, v in SURROUNDINGS[surroundings].items() if k != key}
    runs = [weeks(base | {key: setting(key, float(value))}) for value in grid(key)]
    for outcome, sign in zip(CHECKED, SIGNS[key], strict=True):
        for before, after in pairwise(runs):
            change = after[outcome] - before[outcome]
            if sign == "=":
                assert not change.any(), (outcome, "moved")
            elif sign != "?":
                against = change < -1e-9 if sign == ">" else change > 1e-9
                # the more alerts a deployment has, the more its arrests scatter: a rare draw
                # may lose one arrest to an alert more, and no total may
                if outcome == "arrests":
                    assert against.mean() <= 3e-3
                    totals = change.sum(axis=0)
                    wrong = totals < 0 if sign == ">" else totals > 0
                    assert wrong.mean() <= 5e-3
                else:
                    assert not against.any(), (outcome, sign)
        if sign in "<>":
            ends = runs[-1][outcome].sum(axis=0), runs[0][outcome].sum(axis=0)
            shares = (0.05, 0.25, 0.5, 0.75, 0.95)
            moved = np.quantile(ends[0], shares) - np.quantile(ends[1], shares)
            assert np.all(moved >= -1e-9 if sign == ">" else moved <= 1e-9)


@pytest.mark.parametrize("key", list(CATALOGUE.sliders))
def test_that_extremes_stay_finite_and_within_bounds(key):
    entry = CATALOGUE.sliders[key]
    ends: tuple[float, ...] = (entry.minimum, entry.maximum)
    if isinstance(entry, Belief):
        ends = (*ends, *entry.evidence)
    for end in ends:
        projection = project(scenario(PLAN | {key: setting(key, float(end))}, draws=200))
        for outcome in CATALOGUE.outcomes.values():
            low, high = outcome.range
            totals = projection.totals(outcome.key)
            assert not np.isnan(totals).any()
            assert np.all(totals >= low)
            assert np.all(totals <= high)
            if outcome.kind == "flow":
                assert np.isfinite(projection.summary(outcome.key, "weekly")).all()


def test_that_everything_at_its_worst_at_once_stays_defined():
    worst = {k: setting(k, e.maximum) for k, e in CATALOGUE.sliders.items()}
    least = {k: setting(k, e.minimum) for k, e in CATALOGUE.sliders.items()}
    for changes in (worst, least):
        projection = project(scenario(changes, draws=200))
        for key in CATALOGUE.outcomes:
            assert not np.isnan(projection.totals(key)).any()


@pytest.mark.parametrize("key", list(CATALOGUE.sliders))
def test_that_a_lever_moves_only_what_is_said_to_depend_on_it(key):
    entry = CATALOGUE.sliders[key]
    far = (
        entry.maximum
        if abs(entry.maximum - entry.baseline) > abs(entry.minimum - entry.baseline)
        else entry.minimum
    )
    base = {k: v for k, v in PLAN.items() if k != key} | {"officers_per_deployment": 15.0}
    base |= {"hours_per_deployment": 7.5, "days_per_week": 3.0, "watchlist_size": 12000.0}
    base |= {"loss_phase_weeks": 4.0, "phase_in_weeks": 2.0}
    before = project(scenario({k: v for k, v in base.items() if k != key}, draws=300))
    after = project(scenario(base | {key: setting(key, float(far))}, draws=300))
    for outcome in CATALOGUE.outcomes.values():
        moved = any(
            not np.array_equal(before.totals(outcome.key, band), after.totals(outcome.key, band))
            for band in BANDS
        )
        assert moved == (key in outcome.depends_on), outcome.key


def test_that_two_equal_scenarios_differ_by_exactly_zero():
    first, second = weeks(PLAN), weeks(dict(PLAN))
    for key in first:
        assert np.array_equal(first[key], second[key])


@pytest.mark.parametrize("key", list(CATALOGUE.sliders))
def test_that_a_lever_at_its_neutral_value_changes_nothing(key):
    base = {k: v for k, v in PLAN.items() if k != key}
    same = weeks(base | {key: scenario(base).setting(key)})
    for outcome, values in weeks(base).items():
        assert np.array_equal(values, same[outcome])


def test_that_a_longer_horizon_leaves_the_first_weeks_where_they_were():
    short, long = weeks(PLAN, weeks=6), weeks(PLAN, weeks=20)
    for key in short:
        assert np.array_equal(short[key], long[key][:6])


def test_that_more_draws_leave_the_first_ones_where_they_were():
    few, many = weeks(PLAN, draws=300), weeks(PLAN, draws=301)
    for key in few:
        assert np.array_equal(few[key], many[key][:, :300])


def test_that_one_more_belief_leaves_every_other_draw_where_it_was():
    extra = replace(CATALOGUE.beliefs["charge_share"], key="new_belief", dimension=25)
    larger = replace(CATALOGUE, beliefs={"new_belief": extra, **CATALOGUE.beliefs})
    before, after = inputs_of(scenario(), CATALOGUE), inputs_of(scenario(), larger)
    assert "new_belief" in after.beliefs
    for key in before.beliefs:
        assert np.array_equal(before.beliefs[key], after.beliefs[key])
    for first, second in zip(simulate(before), simulate(after), strict=True):
        for key, values in first.seen.items():
            assert np.array_equal(values, second.seen[key])


def test_that_counts_are_conserved():
    run = weeks(PLAN)
    assert np.array_equal(run["true_alerts"] + run["false_alerts"], run["alerts"])
    assert np.all(run["arrests"] <= run["true_alerts"])
    for key in ("faces_scanned", "true_alerts", "false_alerts", "arrests"):
        assert np.array_equal(run[key], np.rint(run[key]))


def test_that_weekly_sums_are_the_totals_and_the_last_cumulative_week():
    projection = project(scenario(PLAN))
    for key, outcome in CATALOGUE.outcomes.items():
        if outcome.kind == "flow":
            assert projection.draws(key).sum(axis=1) == pytest.approx(
                projection.totals(key), rel=1e-12
            )
        assert np.array_equal(
            projection.summary(key, "cumulative")[-1], projection.summary(key, "total")
        )


def test_that_a_phase_goes_in_a_straight_line_and_none_is_a_jump():
    assert ramp(5, 4).tolist() == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert ramp(3, 0).tolist() == [1.0, 1.0, 1.0]
    inputs = inputs_of(scenario({"deployments_per_week": 10.0, "phase_in_weeks": 6.0}), CATALOGUE)
    assert inputs.levers["deployments_per_week"].tolist() == [4, 5, 6, 7, 8, 9, 10, 10]


def test_that_a_schedule_is_taken_as_it_stands():
    steps = Schedule((Step(1, 4.0), Step(5, 10.0)))
    inputs = inputs_of(scenario({"deployments_per_week": steps, "phase_in_weeks": 6.0}), CATALOGUE)
    assert inputs.levers["deployments_per_week"].tolist() == [4, 4, 4, 4, 10, 10, 10, 10]


def test_that_each_draw_knows_what_bound_it():
    run = list(simulate(inputs_of(scenario(PLAN | {"loss_phase_weeks": 0.0}), CATALOGUE)))
    last = run[-1]
    achieved = last.seen["deployments"]
    assert np.array_equal(last.cause == CAUSES.index("plan"), achieved == 10.0)
    assert set(np.unique(last.cause)) <= set(range(len(CAUSES)))
    too_few_days = {"deployments_per_week": 10.0, "days_per_week": 4.0}
    nothing_lost = list(simulate(inputs_of(scenario(too_few_days), CATALOGUE)))
    assert set(np.unique(nothing_lost[-1].cause)) == {0, 1}


def test_that_with_no_exposure_losses_do_not_bind():
    spared = {k: BeliefSetting(0.0, 0.0) for k in CATALOGUE.beliefs if k.endswith("_exposure")}
    lost = weeks(PLAN | {"days_per_week": 4.0} | spared)
    kept = weeks({"deployments_per_week": 10.0, "days_per_week": 4.0} | spared)
    assert np.array_equal(lost["deployments"], kept["deployments"])


def test_that_an_exactly_known_belief_is_the_same_in_every_draw():
    known = inputs_of(scenario({"true_match_rate": BeliefSetting(0.7, 0.0)}), CATALOGUE)
    assert known.beliefs["true_match_rate"] == pytest.approx(np.full(400, 0.7), rel=1e-12)


# ---------------------------------------------------------------- against closed forms

KNOWN = {key: BeliefSetting(belief.baseline, 0.0) for key, belief in CATALOGUE.beliefs.items()}
FACES_SHAPE, ALERTS_SIZE, CORRELATION = 3.5, 7.0, 0.04


class Still:
    """A fit in which nothing drifts, no place differs and nothing is uncertain."""

    def placed(self, seed, draws, mix=None):
        return self.drawn(seed, draws, mix).place

    def free_memory(self, seed=None):
        """Nothing is kept."""

    def drawn(self, seed, draws, mix=None):
        del seed, mix
        values = dict.fromkeys(FITTED, 0.0) | {"one": 1.0, "false_alerts_shape": 1e20}
        place = {
            **dict.fromkeys(PLACE, 1.0),
            "faces_shape": FACES_SHAPE,
            "alerts_size": ALERTS_SIZE,
            "arrests_correlation": CORRELATION,
        }
        beliefs = {
            name: CATALOGUE.beliefs[estimated_beliefs()[name]].baseline for name in FITTED_BELIEFS
        }
        return FitDraws(
            *(
                {key: np.full(draws, value) for key, value in part.items()}
                for part in (values, place, beliefs)
            )
        )


STILL = CATALOGUE.recalibrated({}, {}, Still())


@pytest.fixture(scope="module")
def one_week():
    """One week of 200,000 draws with every belief known and no drift."""
    changes = KNOWN | {"deployments_per_week": 4.4}
    known = scenario(changes, weeks=4, draws=200_000)
    return next(iter(simulate(inputs_of(known, STILL))))


def close(values, mean, variance):
    error = np.sqrt(variance / values.size)
    assert values.mean() == pytest.approx(mean, abs=5 * error)
    kurtosis = scipy.stats.kurtosis(values, fisher=False)
    spread = variance * np.sqrt(max(kurtosis - 1, 0.1) / values.size)
    assert values.var() == pytest.approx(variance, abs=6 * spread + 0.01 * variance)


def central(key):
    return CATALOGUE.beliefs[key].baseline


def test_that_deployments_hours_and_cost_are_the_arithmetic(one_week):
    assert np.all(one_week.seen["deployments"] == 4.4)
    hours = 4.4 * 20 * (5.6 + central("setup_hours"))
    assert one_week.seen["officer_hours"] == pytest.approx(np.full(200_000, hours))
    cost = hours * central("cost_per_officer_year") / 1600
    cost += 4.4 * central("equipment_cost_per_deployment")
    assert one_week.seen["cost"] == pytest.approx(np.full(200_000, cost))


def test_that_faces_are_a_sum_of_gammas(one_week):
    mean = 4.4 * central("faces_per_deployment")
    close(
        one_week.seen["faces_scanned"],
        mean,
        mean**2 / (FACES_SHAPE * 4.4),
    )


def test_that_true_alerts_are_negative_binomial(one_week):
    reference = CATALOGUE.figures["reference_deployments"]
    mean = 4.4 * central("true_alerts_per_deployment")
    mean *= (4.4 / reference) ** -central("diminishing_returns")
    size = ALERTS_SIZE * 4.4
    law = scipy.stats.nbinom(size, size / (size + mean))
    close(one_week.seen["true_alerts"], law.mean(), law.var())


def test_that_false_alerts_are_poisson_over_gamma_faces(one_week):
    rate = central("false_alerts_per_million_faces") * 1e-6
    mean = 4.4 * central("faces_per_deployment") * rate
    size = FACES_SHAPE * 4.4
    close(one_week.seen["false_alerts"], mean, mean + mean**2 / size)


def test_that_arrests_have_the_share_and_the_correlation_of_the_record(one_week):
    alerts, arrests = one_week.seen["true_alerts"], one_week.seen["arrests"]
    share = central("arrests_per_true_alert")
    many = alerts > 12
    expected = alerts[many] * share
    dispersion = 1.0 + (alerts[many] / 4.4 - 1.0) * CORRELATION
    variance = dispersion * share * (1 - share) * alerts[many]
    scaled = (arrests[many] - expected) / np.sqrt(variance)
    assert scaled.mean() == pytest.approx(0.0, abs=0.02)
    assert scaled.var() == pytest.approx(1.0, abs=0.03)


def test_that_the_underlying_rate_has_the_mean_of_what_is_seen(one_week):
    for key in ("faces_scanned", "true_alerts", "false_alerts", "arrests"):
        seen, underlying = one_week.seen[key], one_week.underlying[key]
        error = seen.std() / np.sqrt(seen.size)
        assert seen.mean() == pytest.approx(underlying.mean(), abs=5 * error)
        assert underlying.std() < 1e-9 * underlying.mean() + 1e-12


def test_that_the_projection_at_the_rate_of_2025_covers_the_totals_of_2025():
    published = {
        "faces_scanned": 4_220_097,
        "true_alerts": 2_393,
        "false_alerts": 12,
        "arrests": 1_132,
    }
    year = project(scenario({"deployments_per_week": 4.4}, weeks=52, draws=4096))
    for key, total in published.items():
        low, high = year.quantiles(key, (0.10, 0.90))
        assert low <= total <= high, key
    assert year.totals("deployments") == pytest.approx(np.full(4096, 231), abs=3)


def test_that_deployments_alone_move_arrests_over_the_whole_range():
    totals = [
        project(scenario({"deployments_per_week": float(rate)}, weeks=26)).totals("arrests")
        for rate in np.arange(0.0, 14.5, 2.0)
    ]
    for less, more in pairwise(totals):
        assert np.all(more >= less)
        assert np.median(more) > np.median(less)


def test_that_days_follow_the_deployments_week_by_week_until_they_are_set():
    steps = Schedule((Step(1, 1.0), Step(3, 10.0)))
    following = inputs_of(scenario({"deployments_per_week": steps}), CATALOGUE)
    assert following.levers["days_per_week"].tolist() == [1, 1, 5, 5, 5, 5, 5, 5]
    held = inputs_of(scenario({"deployments_per_week": steps, "days_per_week": 2.0}), CATALOGUE)
    assert held.levers["days_per_week"].tolist() == [2] * 8


def test_that_the_announced_plan_is_delivered_but_for_a_few_futures():
    share = project(scenario(PLAN, weeks=52, draws=8_000)).totals("share_of_plan_delivered")
    assert np.median(share) == pytest.approx(1.0, abs=1e-9)
    assert 0.95 <= np.quantile(share, 0.1) <= 0.99
    assert 0.005 <= np.mean(share < 0.95) <= 0.03
    assert np.all(share > 0.9)
    fewer = project(scenario(PLAN | {"days_per_week": 4.0}, weeks=52, draws=8_000))
    assert np.quantile(fewer.totals("share_of_plan_delivered"), (0.1, 0.5, 0.9)) == pytest.approx(
        [0.78, 0.92, 1.0], abs=0.015
    )

"""Every equation against one written by hand, in plain floats, at points and at its edges.

It imports little and takes a moment, so that `make mutants` can run it for each fault that it puts
into the equations.
"""

from __future__ import annotations

import inspect
import math
import random
from statistics import NormalDist
from types import SimpleNamespace
from typing import Any

import numpy as np

from modeller.model import equations as eq
from modeller.model.equations import Cause


def exp_of(x):
    return math.exp(x)


def stream(share):
    """A stream of luck at one share, as counts take it: arrays of one draw."""
    return SimpleNamespace(share=np.array([share]), normal=np.array([NormalDist().inv_cdf(share)]))


def only(values):
    (value,) = np.broadcast_to(values, (1,)).tolist()
    return value


def array(*values):
    return [np.array([float(value)]) for value in values]


def wilson_hilferty(normal, shape):
    side = max(1 - 1 / (9 * shape) + normal * math.sqrt(1 / (9 * shape)), 0)
    return side**3


BY_HAND = {
    "lost_to_officers": lambda v: v.officer_exposure * v.officer_losses / v.officers,
    "lost_to_staff": lambda v: v.staff_exposure * v.staff_losses / v.staff,
    "lost_to_budget": lambda v: (
        v.budget_exposure
        * max(0, v.budget_shortfall - v.additional_funding - v.savings_from_posts)
        / v.total_budget
    ),
    "crews_without_losses": lambda v: (
        v.days_per_week
        * v.crews_per_day
        * v.reference_officers
        * (v.reference_hours + v.setup_hours)
        / (v.officers_per_deployment * (v.hours_per_deployment + v.setup_hours))
    ),
    "crews": lambda v: (
        v.crews_without_losses
        * max(0, 1 - v.lost_to_officers)
        * max(0, 1 - v.lost_to_staff)
        * max(0, 1 - v.lost_to_budget)
    ),
    "deployments": lambda v: min(v.crews, v.deployments_per_week),
    "deployments_planned": lambda v: v.deployments_per_week * v.fitted_one,
    "held": lambda v: max(v.deployments, v.fewest_deployments),
    "hours_ratio": lambda v: v.hours_per_deployment / v.reference_hours,
    "list_ratio": lambda v: v.watchlist_size / v.reference_watchlist,
    "drift_weeks_left": lambda v: v.before_drift_weeks_left - 1,
    "first_drift_weeks_left": lambda v: v.weeks_of_full_drift,
    "fading": lambda v: 0.5 ** (max(-v.drift_weeks_left, 0) / v.weeks_to_half_drift),
    "log_level_faces": lambda v: (
        v.before_log_level_faces + v.fading * v.fitted_drift_faces * v.luck_level_faces.normal
    ),
    "first_log_level_faces": lambda v: v.fitted_departure_faces,
    "level_faces": lambda v: exp_of(v.log_level_faces),
    "log_level_alerts": lambda v: (
        v.before_log_level_alerts + v.fading * v.fitted_drift_alerts * v.luck_level_alerts.normal
    ),
    "first_log_level_alerts": lambda v: v.fitted_departure_alerts,
    "level_alerts": lambda v: exp_of(v.log_level_alerts),
    "log_level_arrests": lambda v: (
        v.before_log_level_arrests
        + v.fading
        * v.fitted_drift_arrests
        * (
            v.alerts_and_arrests_together * v.luck_level_alerts.normal
            + math.sqrt(1 - v.alerts_and_arrests_together**2) * v.luck_level_arrests.normal
        )
    ),
    "first_log_level_arrests": lambda v: v.fitted_departure_arrests,
    "level_share": lambda v: exp_of(v.log_level_arrests) / exp_of(v.log_level_alerts),
    "first_false_alert_weeks_left": lambda v: v.weeks_of_false_alert_level,
    "first_false_alert_luck": lambda v: v.luck_level_false_alerts.normal,
    "level_false_alerts": lambda v: wilson_hilferty(
        v.false_alert_luck, v.fitted_false_alerts_shape
    ),
    "true_alerts_expected": lambda v: (
        v.deployments
        * v.true_alerts_per_deployment
        * v.place_alerts
        * v.hours_ratio**v.hours_elasticity_alerts
        * v.true_match_rate
        / v.reference_true_match_rate
        * v.list_ratio**v.watchlist_elasticity
        * (v.held / v.reference_deployments) ** -v.diminishing_returns
        * v.level_alerts
    ),
    "alerts": lambda v: v.true_alerts + v.false_alerts,
    "acted_on": lambda v: (
        min(v.officers_per_deployment / v.reference_officers, 1) ** v.crew_size_elasticity
    ),
    "arrest_share": lambda v: min(
        v.arrests_per_true_alert
        * v.place_share
        * v.level_share
        * v.acted_on
        * v.hours_ratio**v.hours_elasticity_arrests
        / v.hours_ratio**v.hours_elasticity_alerts,
        v.highest_arrest_share,
    ),
    "charged_or_cautioned": lambda v: v.arrests * v.charge_share,
    "officer_hours": lambda v: (
        v.deployments * v.officers_per_deployment * (v.hours_per_deployment + v.setup_hours)
    ),
    "cost": lambda v: (
        v.officer_hours * v.cost_per_officer_year / v.hours_per_officer_year
        + v.deployments * v.equipment_cost_per_deployment
    ),
    "arrests_forgone": lambda v: v.arrests_per_officer_year * v.officer_losses / v.weeks_per_year,
    "false_alerts_on_black_people": lambda v: v.false_alerts * v.black_share_of_false_alerts,
}
"""By what each gives; those that draw, and those that only choose, have tests of their own."""
OF_THEIR_OWN = {
    "cause", "false_alert_weeks_left", "false_alert_luck", "faces_scanned", "true_alerts",
    "false_alerts", "arrests",
}  # fmt: skip

SMALL = {"share", "losses", "lost_to", "together", "exposure"}


def equations():
    return {
        name: function
        for name, function in vars(eq).items()
        if inspect.isfunction(function) and function.__module__ == eq.__name__
    }


def arguments(name, seed):
    """A value for each parameter, none of them nought or one."""
    luck = random.Random(f"{name} {seed}")
    given: dict[str, Any] = {}
    for parameter in inspect.signature(equations()[name]).parameters:
        if parameter.startswith("luck_"):
            given[parameter] = SimpleNamespace(share=luck.random(), normal=luck.gauss(0, 1))
        elif any(word in parameter for word in SMALL):
            given[parameter] = luck.uniform(0.05, 0.95)
        else:
            given[parameter] = luck.uniform(0.3, 3.5)
    return given


def close(one, other):
    return math.isclose(one, other, rel_tol=1e-11, abs_tol=1e-13)


def test_that_every_equation_is_written_by_hand():
    assert {*BY_HAND, *OF_THEIR_OWN} == {*equations()}


def test_that_every_equation_gives_what_one_by_hand_gives():
    for name, by_hand in BY_HAND.items():
        for seed in range(12):
            given = arguments(name, seed)
            found = float(equations()[name](**given))
            assert close(found, by_hand(SimpleNamespace(**given))), (name, given)


def test_that_what_is_lost_altogether_is_not_lost_twice():
    crews = eq.crews
    assert crews(7.0, 1.5, 0.1, 0.1) == crews(7.0, 0.1, 1.5, 0.1) == crews(7.0, 0.1, 0.1, 1.5) == 0
    assert crews(7.0, 1.5, 1.5, 0.1) == 0
    assert crews(7.0, 0.0, 0.0, 0.0) == 7
    assert eq.lost_to_budget(1.0, 100.0, 30.0, 80.0, 1000.0) == 0
    assert close(eq.lost_to_budget(2.0, 100.0, 30.0, 60.0, 1000.0), 0.02)


def test_that_the_cause_is_what_binds_first():
    def cause(crews, without, planned, officers=0.0, staff=0.0, budget=0.0):
        return Cause(int(eq.cause(crews, without, planned, officers, staff, budget)))

    assert [(one.name, one.value) for one in Cause] == [
        ("plan", 0), ("crews", 1), ("officers", 2), ("staff", 3), ("budget", 4),
    ]  # fmt: skip
    assert cause(10.0, 10.0, 10.0, 0.1) is Cause.plan  # just enough
    assert cause(11.0, 12.0, 10.0, 0.1) is Cause.plan
    assert cause(9.0, 9.5, 10.0, 0.1) is Cause.crews
    assert cause(9.0, 10.0, 10.0, 0.3, 0.2, 0.1) is Cause.officers  # today's would suffice
    assert cause(9.0, 11.0, 10.0, 0.3, 0.2, 0.1) is Cause.officers
    assert cause(9.0, 11.0, 10.0, 0.2, 0.3, 0.1) is Cause.staff
    assert cause(9.0, 11.0, 10.0, 0.1, 0.2, 0.3) is Cause.budget
    assert cause(9.0, 11.0, 10.0, 0.2, 0.1, 0.3) is Cause.budget
    # of equal losses the officers' comes first, then the staff's
    assert cause(9.0, 11.0, 10.0, 0.2, 0.2, 0.2) is Cause.officers
    assert cause(9.0, 11.0, 10.0, 0.2, 0.1, 0.2) is Cause.officers
    assert cause(9.0, 11.0, 10.0, 0.1, 0.2, 0.2) is Cause.staff


def test_that_drift_fades_after_its_full_weeks_only():
    assert [float(eq.fading(float(left), 104.0)) for left in (52, 1, 0)] == [1, 1, 1]
    assert close(eq.fading(-104.0, 104.0), 0.5)
    assert close(eq.fading(-52.0, 104.0), 0.5**0.5)
    assert close(eq.fading(-208.0, 104.0), 0.25)


def test_that_a_level_of_false_alerts_stays_for_its_weeks_and_is_then_another():
    left, luck, seen, weeks = eq.first_false_alert_weeks_left(3.0), 0.0, [], []
    for week in range(1, 8):
        stream = SimpleNamespace(share=0.5, normal=float(week))
        before = left
        left = eq.false_alert_weeks_left(before, 3.0)
        luck = eq.false_alert_luck(luck, before, stream) if week > 1 else stream.normal
        seen.append(float(luck))
        weeks.append(float(left))
    assert weeks == [2, 1, 0, 2, 1, 0, 2]
    assert seen == [1, 1, 1, 4, 4, 4, 7]
    stream = SimpleNamespace(share=0.5, normal=9.0)
    assert eq.false_alert_luck(5.0, 1.0, stream) == 5
    assert eq.false_alert_luck(5.0, 0.0, stream) == 9
    assert eq.false_alert_weeks_left(0.5, 3.0) == 2


FACES = {
    "deployments": 4.0, "held": 5.0, "hours_ratio": 1.3, "faces_per_deployment": 900.0,
    "hours_elasticity_faces": 0.7, "level_faces": 1.1, "place_faces": 0.9,
    "place_faces_shape": 6.0,
}  # fmt: skip


def test_that_faces_are_gamma_about_their_rate_and_whole():
    mean = 4 * 900 * 0.9 * 1.3**0.7 * 1.1
    assert close(eq.faces_scanned(None, **FACES), mean)
    for normal in (-1.2, 0.0, 0.7):
        luck = SimpleNamespace(share=0.5, normal=normal)
        assert eq.faces_scanned(luck, **FACES) == round(mean * wilson_hilferty(normal, 30.0))


def poisson_quantile(share, mean):
    count, total = 0, math.exp(-mean)
    while total < share:
        count += 1
        total += math.exp(-mean) * mean**count / math.factorial(count)
    return count


def test_that_true_alerts_are_a_poisson_count_of_a_gamma_rate():
    assert eq.true_alerts(None, None, 12.5, 5.0, 6.0) == 12.5
    rate_luck = SimpleNamespace(share=None, normal=np.array([0.8]))
    rate = 12.5 * wilson_hilferty(0.8, 5.0 * 6.0)
    for share in (0.02, 0.4, 0.97):
        found = only(eq.true_alerts(stream(share), rate_luck, *array(12.5, 5.0, 6.0)))
        assert found == poisson_quantile(share, rate)


def test_that_false_alerts_are_a_poisson_count_of_the_faces():
    given = (60_000.0, 40.0, 1e-6, 1.25, 0.8)
    mean = 60_000 * 40 / 1e6 * 1.25 * 0.8
    assert close(eq.false_alerts(None, *given), mean)
    for share in (0.02, 0.4, 0.97):
        found = only(eq.false_alerts(stream(share), *array(*given)))
        assert found == poisson_quantile(share, mean)


def test_that_arrests_scatter_more_where_the_alerts_of_one_deployment_go_together():
    assert eq.arrests(None, 10.0, 0.4, 2.0, 0.3) == 4

    def none_at_all(alerts, held, correlation):
        """The chance of no arrest, from the share of luck at which there is one."""
        low, high = 1e-9, 1.0 - 1e-9
        for _ in range(36):
            middle = (low + high) / 2
            given = array(alerts, 0.4, held, correlation)
            low, high = (
                (low, middle) if only(eq.arrests(stream(middle), *given)) > 0 else (middle, high)
            )
        return high

    def by_hand(alerts, dispersion):
        both = (alerts - dispersion) / (dispersion - 1)  # a + b of the beta-binomial
        return math.prod((0.6 * both + i) / (both + i) for i in range(alerts))

    for held, correlation in ((2.0, 0.3), (3.0, 0.2), (4.0, 0.5)):
        dispersion = 1 + (6 / held - 1) * correlation
        found = none_at_all(6.0, held, correlation)
        assert math.isclose(found, by_hand(6, dispersion), rel_tol=1e-6), (held, found)
    # no more alerts than deployments: none go together
    for alerts, held in ((3.0, 5.0), (3.0, 3.0)):
        assert math.isclose(none_at_all(alerts, held, 0.4), 0.6**3, rel_tol=1e-5)

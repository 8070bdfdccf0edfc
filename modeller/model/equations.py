"""The model's equations, each written once, numbered as in `docs/model.md`.

An equation is a function, named after the quantity that it gives. Each parameter is named after
what it takes:

- a lever, a belief or a fixed figure of the catalogue, or another equation;
- `luck_…`: the random numbers of the stream of that name;
- `before_…`: what an equation gave in the week before; the equation `first_…` gives its value
  before the first week;
- `departure_…`: how far a belief's draw lies from its centre, on its link's scale;
- `fitted_…`: what the fit to the record gives in each draw (`modeller.model.fitted` has the names);
- `place_…`: the same for the mix of places; the recorded mix changes nothing.

The order of functions and of parameters does not matter. Equations may use only `+ - * /` and
`modeller.model.operations`, because they are run in three ways: as they stand, on arrays
(`modeller.model.engine`), and compiled (`modeller.kernel.loops`), in double precision with the same
bits and in single precision for the live figures. `choose` takes the place of `if`. A function
whose name begins with an underscore is not an equation but a part of several.

Without luck, an operation that draws gives the expected value: that is the underlying rate.
"""

from enum import IntEnum

from modeller.model.operations import (
    beta_binomial,
    choose,
    exponential,
    gamma,
    gamma_quantile,
    least,
    most,
    poisson,
    power,
    root,
    small_poisson,
    whole_gamma,
)


class Cause(IntEnum):
    """What can bind deployments: the plan itself, today's crews even without losses, or losses."""

    plan = 0
    crews = 1
    officers = 2
    staff = 3
    budget = 4


# 2. Capacity: deployments the force can crew.


def lost_to_officers(officer_exposure, officer_losses, officers):
    return officer_exposure * (officer_losses / officers)


def lost_to_staff(staff_exposure, staff_losses, staff):
    return staff_exposure * (staff_losses / staff)


def lost_to_budget(
    budget_exposure, budget_shortfall, additional_funding, savings_from_posts, total_budget
):
    # the posts that go save money, which closes part of the shortfall; counting it here too would
    # lose it twice
    uncovered = most(0.0, budget_shortfall - additional_funding - savings_from_posts)
    return budget_exposure * (uncovered / total_budget)


def crews_without_losses(
    days_per_week, crews_per_day, reference_officers, reference_hours, setup_hours,
    officers_per_deployment, hours_per_deployment,
):  # fmt: skip
    crew_hours = reference_officers * (reference_hours + setup_hours)
    needed = officers_per_deployment * (hours_per_deployment + setup_hours)
    return crews_per_day * days_per_week * crew_hours / needed


def crews(crews_without_losses, lost_to_officers, lost_to_staff, lost_to_budget):
    kept = crews_without_losses * most(1.0 - lost_to_officers, 0.0)
    kept = kept * most(1.0 - lost_to_staff, 0.0)
    return kept * most(1.0 - lost_to_budget, 0.0)


# 3. Achieved deployments, and which `Cause` bound them.


def deployments(crews, deployments_per_week):
    return least(crews, deployments_per_week)


def deployments_planned(deployments_per_week, fitted_one):
    return fitted_one * deployments_per_week


def cause(
    crews, crews_without_losses, deployments_per_week, lost_to_officers, lost_to_staff,
    lost_to_budget,
):  # fmt: skip
    largest_loss = choose(
        most(lost_to_officers, lost_to_staff) >= lost_to_budget,
        choose(lost_to_officers >= lost_to_staff, Cause.officers, Cause.staff),
        Cause.budget,
    )
    bound = choose(crews_without_losses < deployments_per_week, Cause.crews, largest_loss)
    return choose(crews < deployments_per_week, bound, Cause.plan)


def held(deployments, fewest_deployments):
    # keeps rates per deployment defined in a week without any; counts are made from `deployments`
    # itself, and are zero in such a week
    return most(deployments, fewest_deployments)


def hours_ratio(hours_per_deployment, reference_hours):
    return hours_per_deployment / reference_hours


def list_ratio(watchlist_size, reference_watchlist):
    return watchlist_size / reference_watchlist


# Levels of the rates: random walks from where the record ends, with no pull to a long-run mean.
# After a year their steps fade, or ranges over five years would be wider than anybody believes.


def drift_weeks_left(before_drift_weeks_left):
    return before_drift_weeks_left - 1.0


def first_drift_weeks_left(weeks_of_full_drift):
    return weeks_of_full_drift


def fading(drift_weeks_left, weeks_to_half_drift):
    return power(0.5, most(-drift_weeks_left, 0.0) / weeks_to_half_drift)


def log_level_faces(before_log_level_faces, luck_level_faces, fading, fitted_drift_faces):
    return before_log_level_faces + fading * fitted_drift_faces * luck_level_faces.normal


def first_log_level_faces(fitted_departure_faces):
    return fitted_departure_faces


def level_faces(log_level_faces):
    return exponential(log_level_faces)


def log_level_alerts(before_log_level_alerts, luck_level_alerts, fading, fitted_drift_alerts):
    return before_log_level_alerts + fading * fitted_drift_alerts * luck_level_alerts.normal


def first_log_level_alerts(fitted_departure_alerts):
    return fitted_departure_alerts


def level_alerts(log_level_alerts):
    return exponential(log_level_alerts)


def log_level_arrests(
    before_log_level_arrests, luck_level_alerts, luck_level_arrests, alerts_and_arrests_together,
    fading, fitted_drift_arrests,
):  # fmt: skip
    # the level of arrests has its own steps, which are correlated with those of alerts
    own = root(1.0 - alerts_and_arrests_together * alerts_and_arrests_together)
    shared = alerts_and_arrests_together * luck_level_alerts.normal
    step = shared + own * luck_level_arrests.normal
    return before_log_level_arrests + fading * fitted_drift_arrests * step


def first_log_level_arrests(fitted_departure_arrests):
    return fitted_departure_arrests


def level_share(log_level_arrests, log_level_alerts):
    return exponential(log_level_arrests - log_level_alerts)


# False alerts come in clusters: a level of mean one that is drawn anew every thirteen weeks.


def false_alert_weeks_left(before_false_alert_weeks_left, weeks_of_false_alert_level):
    left = before_false_alert_weeks_left - 1.0
    return choose(left < 0.0, weeks_of_false_alert_level - 1.0, left)


def first_false_alert_weeks_left(weeks_of_false_alert_level):
    return weeks_of_false_alert_level


def false_alert_luck(
    before_false_alert_luck, before_false_alert_weeks_left, luck_level_false_alerts
):
    return choose(
        before_false_alert_weeks_left < 1.0, luck_level_false_alerts.normal, before_false_alert_luck
    )


def first_false_alert_luck(luck_level_false_alerts):
    return luck_level_false_alerts.normal


def level_false_alerts(false_alert_luck, fitted_false_alerts_shape):
    return gamma_quantile(false_alert_luck, 1.0, fitted_false_alerts_shape)


# 4. Faces scanned.


def faces_scanned(
    luck_faces, deployments, held, hours_ratio, faces_per_deployment, hours_elasticity_faces,
    level_faces, place_faces, place_faces_shape,
):  # fmt: skip
    rate = faces_per_deployment * place_faces * power(hours_ratio, hours_elasticity_faces)
    return whole_gamma(luck_faces, deployments * rate * level_faces, held * place_faces_shape)


# 5. True alerts.


def true_alerts_expected(
    deployments, held, hours_ratio, hours_elasticity_alerts, list_ratio,
    true_alerts_per_deployment, true_match_rate, reference_true_match_rate, watchlist_elasticity,
    reference_deployments, diminishing_returns, level_alerts, place_alerts,
):  # fmt: skip
    return (
        deployments
        * true_alerts_per_deployment
        * place_alerts
        * power(hours_ratio, hours_elasticity_alerts)
        * (true_match_rate / reference_true_match_rate)
        * power(list_ratio, watchlist_elasticity)
        * power(held / reference_deployments, -diminishing_returns)
        * level_alerts
    )


def true_alerts(luck_alerts, luck_alerts_rate, true_alerts_expected, held, place_alerts_size):
    shape = held * place_alerts_size
    return poisson(luck_alerts, gamma(luck_alerts_rate, true_alerts_expected, shape))


# 6. False alerts.


def false_alerts(
    luck_false_alerts, faces_scanned, false_alerts_per_million_faces, one_in_a_million, list_ratio,
    level_false_alerts,
):  # fmt: skip
    rate = false_alerts_per_million_faces * level_false_alerts * one_in_a_million * list_ratio
    return small_poisson(luck_false_alerts, faces_scanned * rate)


def alerts(true_alerts, false_alerts):
    return true_alerts + false_alerts


# 7. Acted on: fewer officers than today's crew turn fewer alerts into arrests.


def acted_on(officers_per_deployment, reference_officers, crew_size_elasticity):
    return power(least(officers_per_deployment / reference_officers, 1.0), crew_size_elasticity)


# 8, 9. Arrests, and what came of them.


def arrest_share(
    arrests_per_true_alert, place_share, level_share, acted_on, hours_ratio,
    hours_elasticity_arrests, hours_elasticity_alerts, highest_arrest_share,
):  # fmt: skip
    hours = power(hours_ratio, hours_elasticity_arrests - hours_elasticity_alerts)
    share = arrests_per_true_alert * place_share * level_share * acted_on * hours
    return least(share, highest_arrest_share)


def arrests(luck_arrests, true_alerts, arrest_share, held, place_arrests_correlation):
    # the alerts of one deployment are correlated, those of different ones are not
    together = most(true_alerts / held - 1.0, 0.0) * place_arrests_correlation
    return beta_binomial(luck_arrests, true_alerts, arrest_share, 1.0 + together)


def charged_or_cautioned(arrests, charge_share):
    return arrests * charge_share


# 10. Officer hours and cost.


def officer_hours(deployments, officers_per_deployment, hours_per_deployment, setup_hours):
    return deployments * officers_per_deployment * (hours_per_deployment + setup_hours)


def cost(
    officer_hours, cost_per_officer_year, hours_per_officer_year, deployments,
    equipment_cost_per_deployment,
):  # fmt: skip
    officer_hour = cost_per_officer_year / hours_per_officer_year
    return officer_hours * officer_hour + deployments * equipment_cost_per_deployment


# 11, 12. Does it cover the losses? Who is wrongly flagged.


def arrests_forgone(arrests_per_officer_year, officer_losses, weeks_per_year):
    return arrests_per_officer_year * (officer_losses / weeks_per_year)


def false_alerts_on_black_people(false_alerts, black_share_of_false_alerts):
    return false_alerts * black_share_of_false_alerts

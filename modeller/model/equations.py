"""The model's equations, each written once: what `docs/model.md` says, with its numbers.

An equation is a function of the name of what it gives. Its parameters are names too:

- of a lever, a belief or a fixed figure of the catalogue, or of another equation;
- `luck_…`, the random numbers of a stream of that name;
- `before_…`, what an equation gave the week before; `first_…` is the equation that says what it
  was before the first week;
- `departure_…`, how far a belief's draw lies from its centre, on its natural scale.

The order of the functions does not matter, and neither does that of their parameters. `+ - * /` and
`modeller.model.operations` are all they may use, for they are run three ways: on arrays, as they
stand (`modeller.model.engine`); and written out as machine code (`modeller.kernel.loops`), in
double precision with the same bits and in single precision for the live figures. There is no `if`:
`choose` takes its place. A function whose name begins with an underscore is no equation but a part
of several.

Without luck, an operation that draws gives what is expected: that is the underlying rate.
"""

from enum import IntEnum

from modeller.model.operations import (
    beta_binomial,
    choose,
    exponential,
    gamma,
    least,
    most,
    poisson,
    power,
    share_finding_a_team,
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


def lost_to_budget(budget_exposure, budget_shortfall, additional_funding, total_budget):
    shortfall = most(0.0, budget_shortfall - additional_funding)
    return budget_exposure * (shortfall / total_budget)


def crews_without_losses(
    crew_capacity, reference_officers, reference_hours, setup_hours, officers_per_deployment,
    hours_per_deployment,
):  # fmt: skip
    crew_hours = reference_officers * (reference_hours + setup_hours)
    needed = officers_per_deployment * (hours_per_deployment + setup_hours)
    return crew_capacity * crew_hours / needed


def crews(crews_without_losses, lost_to_officers, lost_to_staff, lost_to_budget):
    kept = crews_without_losses * most(1.0 - lost_to_officers, 0.0)
    kept = kept * most(1.0 - lost_to_staff, 0.0)
    return kept * most(1.0 - lost_to_budget, 0.0)


# 3. Achieved deployments, and which `Cause` bound them.


def deployments(crews, deployments_per_week):
    return least(crews, deployments_per_week)


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
    # keeps rates per deployment defined when no crew is left
    return most(deployments, fewest_deployments)


def exposure(held, hours_per_deployment, reference_hours):
    # noise goes with the hours the cameras run, not only with their number, so that
    # longer deployments never lower a count in any draw
    return held * (hours_per_deployment / reference_hours)


def list_ratio(watchlist_size, reference_watchlist):
    return watchlist_size / reference_watchlist


# Levels of the rates, which drift from week to week: exp of a first-order autoregression.


def _first_of_level(luck, start, start_slope, departure, start_sd):
    # The record knows the sum of long-run rate and level better than either: where the rate is
    # drawn higher, the level was lower. A centre that the user has moved is no news about the
    # record, and does not enter.
    return start + start_slope * departure + start_sd * luck.normal


def _next_of_level(before, luck, persistence, sd):
    return persistence * before + sd * luck.normal


def level_faces(log_level_faces):
    return exponential(log_level_faces)


def log_level_faces(
    before_log_level_faces, luck_level_faces, level_faces_persistence, level_faces_sd
):
    return _next_of_level(
        before_log_level_faces, luck_level_faces, level_faces_persistence, level_faces_sd
    )


def first_log_level_faces(
    luck_level_faces, level_faces_start, level_faces_start_slope,
    departure_faces_per_deployment, level_faces_start_sd,
):  # fmt: skip
    return _first_of_level(
        luck_level_faces, level_faces_start, level_faces_start_slope,
        departure_faces_per_deployment, level_faces_start_sd,
    )  # fmt: skip


def level_alerts(log_level_alerts):
    return exponential(log_level_alerts)


def log_level_alerts(
    before_log_level_alerts, luck_level_alerts, level_alerts_persistence, level_alerts_sd
):
    return _next_of_level(
        before_log_level_alerts, luck_level_alerts, level_alerts_persistence, level_alerts_sd
    )


def first_log_level_alerts(
    luck_level_alerts, level_alerts_start, level_alerts_start_slope,
    departure_true_alerts_per_deployment, level_alerts_start_sd,
):  # fmt: skip
    return _first_of_level(
        luck_level_alerts, level_alerts_start, level_alerts_start_slope,
        departure_true_alerts_per_deployment, level_alerts_start_sd,
    )  # fmt: skip


def level_arrests(log_level_arrests):
    return exponential(log_level_arrests)


def log_level_arrests(
    before_log_level_arrests, luck_level_arrests, level_arrests_persistence, level_arrests_sd
):
    return _next_of_level(
        before_log_level_arrests, luck_level_arrests, level_arrests_persistence, level_arrests_sd
    )


def first_log_level_arrests(
    luck_level_arrests, level_arrests_start, level_arrests_start_slope,
    departure_arrests_per_true_alert, level_arrests_start_sd,
):  # fmt: skip
    return _first_of_level(
        luck_level_arrests, level_arrests_start, level_arrests_start_slope,
        departure_arrests_per_true_alert, level_arrests_start_sd,
    )  # fmt: skip


# 4. Faces scanned.


def faces_scanned(
    luck_faces, exposure, faces_per_deployment, level_faces, faces_shape_per_deployment
):
    expected = exposure * faces_per_deployment * level_faces
    return whole_gamma(luck_faces, expected, faces_shape_per_deployment * exposure)


# 5. True alerts.


def true_alerts_expected(
    exposure, held, list_ratio, true_alerts_per_deployment, true_match_rate,
    reference_true_match_rate, watchlist_elasticity, reference_deployments, diminishing_returns,
    level_alerts,
):  # fmt: skip
    return (
        exposure
        * true_alerts_per_deployment
        * (true_match_rate / reference_true_match_rate)
        * power(list_ratio, watchlist_elasticity)
        * power(held / reference_deployments, -diminishing_returns)
        * level_alerts
    )


def true_alerts(
    luck_alerts, luck_alerts_rate, true_alerts_expected, exposure, true_alerts_size_per_deployment
):
    shape = true_alerts_size_per_deployment * exposure
    return poisson(luck_alerts, gamma(luck_alerts_rate, true_alerts_expected, shape))


# 6. False alerts.


def false_alerts(
    luck_false_alerts, faces_scanned, false_alerts_per_million_faces, one_in_a_million, list_ratio
):
    rate = false_alerts_per_million_faces * one_in_a_million * list_ratio
    return small_poisson(luck_false_alerts, faces_scanned * rate)


def alerts(true_alerts, false_alerts):
    return true_alerts + false_alerts


# 7. Acted on: the share of alerts that find a free team, over the same today.


def followed_up_today(
    true_alerts_per_deployment, reference_hours, arrests_per_true_alert, hours_per_arrest,
    reference_officers, officers_per_arrest_team,
):  # fmt: skip
    load = true_alerts_per_deployment / reference_hours * arrests_per_true_alert * hours_per_arrest
    return share_finding_a_team(reference_officers // officers_per_arrest_team, load)


def followed_up(
    true_alerts, arrests_per_true_alert, hours_per_arrest, held, hours_per_deployment,
    officers_per_deployment, officers_per_arrest_team, followed_up_today,
):  # fmt: skip
    load = true_alerts * (arrests_per_true_alert * hours_per_arrest / (held * hours_per_deployment))
    teams = officers_per_deployment // officers_per_arrest_team
    return share_finding_a_team(teams, load) / followed_up_today


# 8, 9. Arrests, and what came of them.


def arrests(
    luck_arrests, true_alerts, arrests_per_true_alert, level_arrests, followed_up,
    highest_arrest_share, arrests_dispersion,
):  # fmt: skip
    share = arrests_per_true_alert * level_arrests * followed_up
    return beta_binomial(
        luck_arrests, true_alerts, least(share, highest_arrest_share), arrests_dispersion
    )


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


def false_alerts_on_black_londoners(false_alerts, black_share_of_false_alerts):
    return false_alerts * black_share_of_false_alerts

"""The reference: the same model as ordinary vectorised numpy.

What a careful analyst would write: double precision, arrays of draws × weeks, numpy's own
generators with fresh random numbers for every run, `np.quantile` for the bands. Same
equations, same distributions, same outcomes as `modeller.model.engine`.
"""

from __future__ import annotations

import numpy as np

from modeller.model.catalogue import Catalogue, catalogue
from modeller.model.distributions import Beta, Gamma, LinkedNormal
from modeller.projection import PROBABILITIES
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.inputs import weekly_levers

Array = np.ndarray

LEVELS = {
    "faces_per_deployment": "faces",
    "true_alerts_per_deployment": "alerts",
    "arrests_per_true_alert": "arrests",
}
"""The beliefs whose rates drift, with the name of the level."""


def level_start(name: str, departure: Array, figures) -> Array:
    """Where a level stands when the record ends, given its long-run rate's departure, (draws,)."""
    return figures[f"level_{name}_start"] + figures[f"level_{name}_start_slope"] * departure


def draw_beliefs(
    scenario: Scenario, declared: Catalogue, random: np.random.Generator, draws: int
) -> tuple[dict[str, Array], dict[str, Array]]:
    """Every belief and where every level starts, shape (draws,)."""
    beliefs, starts = {}, {}
    for key, belief in declared.beliefs.items():
        setting, law, link = scenario.setting(key, declared), belief.distribution, belief.link
        assert isinstance(setting, BeliefSetting)
        if isinstance(law, Gamma):
            departure = np.log(random.gamma(law.shape, 1 / law.rate, draws) / belief.baseline)
        elif isinstance(law, Beta):
            share = random.beta(law.a, law.b, draws)
            median = belief.baseline
            departure = np.log(share / (1 - share)) - np.log(median / (1 - median))
        else:
            assert isinstance(law, LinkedNormal)
            departure = random.normal(0.0, law.sd, draws)
        departure = setting.spread * departure
        place = float(link.forward(setting.central)) + departure
        if link.name == "log":
            value = np.exp(place)
        elif link.name == "logit":
            value = 1 / (1 + np.exp(-place))
        else:
            value = place
        beliefs[key] = np.clip(value, *belief.limits)
        if key in LEVELS:
            starts[LEVELS[key]] = level_start(LEVELS[key], departure, declared.figures)
    return beliefs, starts


def _levels(
    starts: dict[str, Array], figures, random: np.random.Generator, weeks: int
) -> dict[str, Array]:
    """The levels' factors, shape (draws, weeks)."""
    levels = {}
    for name, start in starts.items():
        steps = random.normal(0.0, figures[f"level_{name}_sd"], (start.size, weeks))
        state = start + random.normal(0.0, figures[f"level_{name}_start_sd"], start.size)
        path = np.empty((start.size, weeks))
        for week in range(weeks):
            state = figures[f"level_{name}_persistence"] * state + steps[:, week]
            path[:, week] = state
        levels[name] = np.exp(path)
    return levels


def _loss(servers: Array, load: Array) -> Array:
    """Erlang's loss formula, shape (draws, weeks)."""
    with np.errstate(divide="ignore"):
        per_load = 1.0 / load
    inverse = np.ones_like(load)
    for server in range(1, int(servers.max()) + 1):
        inverse = np.where(server <= servers, 1.0 + server * per_load * inverse, inverse)
    return 1.0 / inverse


def flows(
    levers: dict[str, Array],
    beliefs: dict[str, Array],
    starts: dict[str, Array],
    figures,
    random: np.random.Generator,
    draws: int,
) -> dict[str, Array]:
    """Every flow, shape (draws, weeks); levers have shape (weeks,), beliefs (draws, 1)."""
    weeks = levers["deployments_per_week"].size
    level = _levels(starts, figures, random, weeks)
    officers, hours = levers["officers_per_deployment"], levers["hours_per_deployment"]
    shortfall = np.maximum(levers["budget_shortfall"] - levers["additional_funding"], 0.0)
    capacity = (
        beliefs["crew_capacity"]
        * figures["reference_officers"]
        * (figures["reference_hours"] + beliefs["setup_hours"])
        / (officers * (hours + beliefs["setup_hours"]))
        * np.maximum(
            1 - beliefs["officer_exposure"] * levers["officer_losses"] / figures["officers"], 0
        )
        * np.maximum(1 - beliefs["staff_exposure"] * levers["staff_losses"] / figures["staff"], 0)
        * np.maximum(1 - beliefs["budget_exposure"] * shortfall / figures["total_budget"], 0)
    )
    deployments = np.minimum(levers["deployments_per_week"], capacity)
    exposure = np.maximum(deployments, 1e-9) * hours / figures["reference_hours"]
    listed = levers["watchlist_size"] / figures["reference_watchlist"]
    faces_mean = exposure * beliefs["faces_per_deployment"] * level["faces"]
    shape = figures["faces_shape_per_deployment"] * exposure
    faces = np.rint(faces_mean * random.gamma(shape) / shape)
    true_mean = (
        exposure
        * beliefs["true_alerts_per_deployment"]
        * beliefs["true_match_rate"]
        / figures["reference_true_match_rate"]
        * listed ** beliefs["watchlist_elasticity"]
        * (np.maximum(deployments, 1e-9) / figures["reference_deployments"])
        ** -beliefs["diminishing_returns"]
        * level["alerts"]
    )
    size = figures["true_alerts_size_per_deployment"] * exposure
    true_alerts = random.poisson(true_mean * random.gamma(size) / size)
    false_alerts = random.poisson(faces * beliefs["false_alerts_per_million_faces"] * 1e-6 * listed)
    teams = officers // figures["officers_per_arrest_team"]
    per_alert = beliefs["arrests_per_true_alert"] * beliefs["hours_per_arrest"]
    today = beliefs["true_alerts_per_deployment"] / figures["reference_hours"] * per_alert
    teams_today = np.array([figures["reference_officers"] // figures["officers_per_arrest_team"]])
    follow_up = (
        1
        - _loss(
            np.broadcast_to(teams, true_mean.shape),
            true_alerts * per_alert / (np.maximum(deployments, 1e-9) * hours),
        )
    ) / (1 - _loss(teams_today, today))
    share = np.minimum(beliefs["arrests_per_true_alert"] * level["arrests"] * follow_up, 0.98)
    precision = np.maximum(
        (true_alerts - figures["arrests_dispersion"]) / (figures["arrests_dispersion"] - 1), 0.05
    )
    arrests = random.binomial(true_alerts, random.beta(share * precision, (1 - share) * precision))
    officer_hours = deployments * officers * (hours + beliefs["setup_hours"])
    cost = (
        officer_hours * beliefs["cost_per_officer_year"] / figures["hours_per_officer_year"]
        + deployments * beliefs["equipment_cost_per_deployment"]
    )
    return {
        "deployments": deployments,
        "faces_scanned": faces,
        "true_alerts": true_alerts,
        "false_alerts": false_alerts,
        "alerts": true_alerts + false_alerts,
        "arrests": arrests,
        "charged_or_cautioned": arrests * beliefs["charge_share"],
        "officer_hours": officer_hours,
        "cost": cost,
        "false_alerts_on_black_londoners": false_alerts * beliefs["black_share_of_false_alerts"],
        "arrests_forgone": beliefs["arrests_per_officer_year"]
        * levers["officer_losses"]
        / figures["weeks_per_year"]
        + np.zeros((draws, 1)),
    }


def summaries(values: dict[str, Array], declared: Catalogue) -> dict[tuple[str, str], Array]:
    """Mean and quantiles of every fan, shape (weeks, 8), by outcome and view."""
    fans, sums = {}, {}
    for key, weekly in values.items():
        sums[key] = np.cumsum(weekly, axis=1)
        fans[key, "weekly"] = _bands(weekly)
        fans[key, "cumulative"] = _bands(sums[key])
    for key, outcome in declared.outcomes.items():
        if outcome.kind == "ratio":
            with np.errstate(divide="ignore", invalid="ignore"):
                value = outcome.factor * sums[outcome.numerator] / sums[outcome.denominator]
            value = np.where(sums[outcome.denominator] > 0, value, np.inf)
            fans[key, "cumulative"] = _bands(value)
    return fans


def _bands(values: Array) -> Array:
    with np.errstate(invalid="ignore"):
        return np.vstack([values.mean(axis=0), np.quantile(values, PROBABILITIES, axis=0)]).T


def project(
    scenario: Scenario, random: np.random.Generator, fans: list[tuple[str, str]] | None = None
) -> dict[tuple[str, str], Array]:
    """A scenario's fans: all of them, or those on the screen."""
    declared = catalogue()
    beliefs, starts = draw_beliefs(scenario, declared, random, scenario.draws)
    columns = {key: values[:, None] for key, values in beliefs.items()}
    levers = weekly_levers(scenario, declared)
    values = flows(levers, columns, starts, declared.figures, random, scenario.draws)
    if fans is None:
        return summaries(values, declared)
    return {
        (key, view): _bands(values[key] if view == "weekly" else np.cumsum(values[key], axis=1))
        for key, view in fans
    }

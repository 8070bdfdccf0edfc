"""The reference: the same model as ordinary vectorised numpy.

It is what a careful analyst would write: double precision, arrays of draws × weeks, numpy's own
generators with fresh random numbers for every run, and `np.quantile` for the bands. Equations,
distributions and outcomes are those of `modeller.model.engine`, written out by hand as an
independent check.
"""

from __future__ import annotations

import numpy as np

from modeller.model.catalogue import Catalogue
from modeller.model.distributions import Beta, Gamma, LinkedNormal
from modeller.projection import PROBABILITIES
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.inputs import fit_draws, weekly_levers
from tests.met import catalogue

Array = np.ndarray

POOL_SEED, POOL = 987_654_321, 16_384
"""Draws of the fit, from a seed that no projection uses; every run takes random rows of them."""


def draw_beliefs(
    scenario: Scenario, declared: Catalogue, random: np.random.Generator, draws: int
) -> tuple[dict[str, Array], dict[str, Array]]:
    """Every belief, and the draws of the fit, shape (draws,)."""
    pool = fit_draws(declared, POOL_SEED, POOL, scenario.mix)
    rows = random.integers(0, POOL, draws)
    fitted = {name: values[rows] for name, values in pool.by_name().items()}
    beliefs = {}
    for key, belief in declared.beliefs.items():
        setting, law, link = scenario.setting(key, declared), belief.distribution, belief.link
        assert isinstance(setting, BeliefSetting)
        if key in pool.beliefs:
            departure = link.forward(pool.beliefs[key][rows]) - link.forward(belief.baseline)
        elif isinstance(law, Gamma):
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
    return beliefs, fitted


def _levels(
    fitted: dict[str, Array], figures, random: np.random.Generator, draws: int, weeks: int
) -> dict[str, Array]:
    """The levels, shape (draws, weeks)."""
    together = figures["alerts_and_arrests_together"]
    z = {name: random.standard_normal((draws, weeks)) for name in ("faces", "alerts", "arrests")}
    z["arrests"] = together * z["alerts"] + np.sqrt(1 - together**2) * z["arrests"]
    beyond = np.maximum(np.arange(1, weeks + 1) - figures["weeks_of_full_drift"], 0)
    fading = 0.5 ** (beyond / figures["weeks_to_half_drift"])
    logs = {
        name: fitted[f"fitted_departure_{name}"]
        + np.cumsum(fading * fitted[f"fitted_drift_{name}"] * normals, axis=1)
        for name, normals in z.items()
    }
    blocks = -(-weeks // int(figures["weeks_of_false_alert_level"]))
    shape = np.broadcast_to(fitted["fitted_false_alerts_shape"], (draws, blocks))
    clusters = random.gamma(shape) / shape
    return {
        "faces": np.exp(logs["faces"]),
        "alerts": np.exp(logs["alerts"]),
        "share": np.exp(logs["arrests"] - logs["alerts"]),
        "false_alerts": np.repeat(clusters, figures["weeks_of_false_alert_level"], axis=1)[
            :, :weeks
        ],
    }


def flows(
    levers: dict[str, Array],
    beliefs: dict[str, Array],
    fitted: dict[str, Array],
    figures,
    random: np.random.Generator,
    draws: int,
) -> dict[str, Array]:
    """Every flow, shape (draws, weeks), from levers of shape (weeks,) and all else (draws, 1)."""
    planned = levers["deployments_per_week"]
    level = _levels(fitted, figures, random, draws, planned.size)
    officers, hours = levers["officers_per_deployment"], levers["hours_per_deployment"]
    uncovered = np.maximum(
        levers["budget_shortfall"] - levers["additional_funding"] - levers["savings_from_posts"], 0
    )
    capacity = (
        levers["days_per_week"]
        * beliefs["crews_per_day"]
        * figures["reference_officers"]
        * (figures["reference_hours"] + beliefs["setup_hours"])
        / (officers * (hours + beliefs["setup_hours"]))
        * np.maximum(
            1 - beliefs["officer_exposure"] * levers["officer_losses"] / figures["officers"], 0
        )
        * np.maximum(1 - beliefs["staff_exposure"] * levers["staff_losses"] / figures["staff"], 0)
        * np.maximum(1 - beliefs["budget_exposure"] * uncovered / figures["total_budget"], 0)
    )
    deployments = np.minimum(planned, capacity)
    held = np.maximum(deployments, 1e-9)
    longer = hours / figures["reference_hours"]
    listed = levers["watchlist_size"] / figures["reference_watchlist"]
    faces_mean = (
        deployments
        * beliefs["faces_per_deployment"]
        * fitted["place_faces"]
        * longer ** beliefs["hours_elasticity_faces"]
        * level["faces"]
    )
    shape = fitted["place_faces_shape"] * held
    faces = np.rint(faces_mean * random.gamma(shape) / shape)
    true_mean = (
        deployments
        * beliefs["true_alerts_per_deployment"]
        * fitted["place_alerts"]
        * longer ** beliefs["hours_elasticity_alerts"]
        * beliefs["true_match_rate"]
        / figures["reference_true_match_rate"]
        * listed ** beliefs["watchlist_elasticity"]
        * (held / figures["reference_deployments"]) ** -beliefs["diminishing_returns"]
        * level["alerts"]
    )
    size = fitted["place_alerts_size"] * held
    true_alerts = random.poisson(true_mean * random.gamma(size) / size)
    per_face = beliefs["false_alerts_per_million_faces"] * 1e-6 * listed
    false_alerts = random.poisson(faces * per_face * level["false_alerts"])
    share = np.minimum(
        beliefs["arrests_per_true_alert"]
        * fitted["place_share"]
        * level["share"]
        * np.minimum(officers / figures["reference_officers"], 1) ** beliefs["crew_size_elasticity"]
        * longer ** (beliefs["hours_elasticity_arrests"] - beliefs["hours_elasticity_alerts"]),
        figures["highest_arrest_share"],
    )
    over = np.maximum(true_alerts / held - 1, 0) * fitted["place_arrests_correlation"]
    precision = np.maximum((true_alerts - 1 - over) / np.maximum(over, 1e-9), 0.05)
    chance = np.where(over > 1e-6, random.beta(share * precision, (1 - share) * precision), share)
    arrests = random.binomial(true_alerts, chance)
    officer_hours = deployments * officers * (hours + beliefs["setup_hours"])
    cost = (
        officer_hours * beliefs["cost_per_officer_year"] / figures["hours_per_officer_year"]
        + deployments * beliefs["equipment_cost_per_deployment"]
    )
    return {
        "deployments": deployments,
        "deployments_planned": np.broadcast_to(planned, deployments.shape),
        "faces_scanned": faces,
        "true_alerts": true_alerts,
        "false_alerts": false_alerts,
        "alerts": true_alerts + false_alerts,
        "arrests": arrests,
        "charged_or_cautioned": arrests * beliefs["charge_share"],
        "officer_hours": officer_hours,
        "cost": cost,
        "false_alerts_on_black_people": false_alerts * beliefs["black_share_of_false_alerts"],
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
    """The fans of a scenario: all of them, or those on the screen."""
    declared = catalogue()
    beliefs, fitted = (
        {key: values[:, None] for key, values in part.items()}
        for part in draw_beliefs(scenario, declared, random, scenario.draws)
    )
    levers = weekly_levers(scenario, declared)
    values = flows(levers, beliefs, fitted, declared.figures, random, scenario.draws)
    if fans is None:
        return summaries(values, declared)
    return {
        (key, view): _bands(values[key] if view == "weekly" else np.cumsum(values[key], axis=1))
        for key, view in fans
    }

"""The same ensemble with other modelling tools, each used as its documentation recommends."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from benchmarks import reference
from modeller.projection import PROBABILITIES
from modeller.scenario import Scenario
from modeller.scenario.inputs import fit_draws, weekly_levers
from tests.met import catalogue


def salib(scenario: Scenario, seed: int) -> object:
    """SALib: a Latin hypercube over the beliefs' ranges, a vectorised model, numpy's quantiles."""
    from SALib.sample import latin

    declared = catalogue()
    keys = list(declared.beliefs)
    problem = {
        "num_vars": len(keys),
        "names": keys,
        "bounds": [list(declared.beliefs[key].evidence) for key in keys],
    }
    table = latin.sample(problem, scenario.draws, seed=seed)
    beliefs = {key: table[:, index : index + 1] for index, key in enumerate(keys)}
    fitted = _fitted(scenario, seed)
    values = reference.flows(
        weekly_levers(scenario, declared), beliefs, fitted, declared.figures,
        np.random.default_rng(seed), scenario.draws,
    )  # fmt: skip
    return reference.summaries(values, declared)


def _fitted(scenario: Scenario, seed: int) -> dict[str, np.ndarray]:
    """The draws of the fit, shape (draws, 1)."""
    drawn = fit_draws(catalogue(), seed, scenario.draws, scenario.mix).by_name()
    return {name: values[:, None] for name, values in drawn.items()}


class Workbench:
    """EMA workbench: the model as a function of one scenario, run once for each draw."""

    def __init__(self, scenario: Scenario) -> None:
        from ema_workbench import ArrayOutcome, Model, RealParameter

        declared = catalogue()
        self._scenario = scenario
        self._random = np.random.default_rng(1)
        self._fitted = _fitted(scenario, 1)
        self._model = Model("deployments", function=self._one)
        self._model.uncertainties = [
            RealParameter(key, *belief.evidence) for key, belief in declared.beliefs.items()
        ]
        keys = [key for key, outcome in declared.outcomes.items() if outcome.kind == "flow"]
        self._model.outcomes = [
            ArrayOutcome(key, shape=(scenario.weeks,), dtype=float) for key in keys
        ]
        self.levers = weekly_levers(scenario, declared)

    def _one(self, **beliefs: float) -> dict[str, np.ndarray]:
        declared = catalogue()
        columns = {key: np.array([[value]]) for key, value in beliefs.items()}
        row = self._random.integers(0, self._scenario.draws, 1)
        fitted = {name: values[row] for name, values in self._fitted.items()}
        values = reference.flows(self.levers, columns, fitted, declared.figures, self._random, 1)
        return {key: value[0] for key, value in values.items()}

    def run(self) -> object:
        """Run all draws and find the bands of every outcome."""
        import logging

        from ema_workbench import SequentialEvaluator

        logging.getLogger("EMA").setLevel(logging.ERROR)
        with warnings.catch_warnings(), SequentialEvaluator(self._model) as evaluator:
            warnings.simplefilter("ignore")
            _, outcomes = evaluator.perform_experiments(scenarios=self._scenario.draws)
        return reference.summaries(dict(outcomes), catalogue())


class NumPyro:
    """NumPyro: the model as sample statements, `Predictive` over a batch, compiled by JAX."""

    def __init__(self, scenario: Scenario) -> None:
        import jax
        import jax.numpy as jnp
        import numpyro
        import numpyro.distributions as dist
        from numpyro.infer import Predictive

        declared = catalogue()
        figures = declared.figures
        weeks = scenario.weeks
        probabilities = jnp.array(PROBABILITIES)
        drawn = fit_draws(declared, 1, scenario.draws, scenario.mix).by_name()
        pool = {name: jnp.asarray(values) for name, values in drawn.items()}

        def model(levers: dict[str, Any]) -> None:
            b = {
                key: numpyro.sample(key, dist.Uniform(*belief.evidence))
                for key, belief in declared.beliefs.items()
            }
            # one joint draw of the fit
            row = numpyro.sample("row", dist.DiscreteUniform(0, scenario.draws - 1))
            f = {name: values[row] for name, values in pool.items()}
            together = figures["alerts_and_arrests_together"]
            ahead = jnp.arange(1, weeks + 1)
            beyond = jnp.maximum(ahead - figures["weeks_of_full_drift"], 0)
            fading = 0.5 ** (beyond / figures["weeks_to_half_drift"])
            level, steps = {}, {}
            for name in ("faces", "alerts", "arrests"):
                with numpyro.plate(f"{name}_weeks", weeks):
                    steps[name] = numpyro.sample(f"{name}_steps", dist.Normal(0.0, 1.0))
            steps["arrests"] = (
                together * steps["alerts"] + jnp.sqrt(1 - together**2) * steps["arrests"]
            )
            for name, step in steps.items():
                walk = jnp.cumsum(fading * f[f"fitted_drift_{name}"] * step)
                level[name] = jnp.exp(f[f"fitted_departure_{name}"] + walk)
            blocks = -(-weeks // int(figures["weeks_of_false_alert_level"]))
            with numpyro.plate("blocks", blocks):
                cluster = numpyro.sample(
                    "cluster",
                    dist.Gamma(f["fitted_false_alerts_shape"], f["fitted_false_alerts_shape"]),
                )
            clusters = jnp.repeat(cluster, int(figures["weeks_of_false_alert_level"]))[:weeks]
            officers, hours = levers["officers_per_deployment"], levers["hours_per_deployment"]
            uncovered = jnp.maximum(
                levers["budget_shortfall"]
                - levers["additional_funding"]
                - levers["savings_from_posts"],
                0.0,
            )
            lost_officers = levers["officer_losses"] / figures["officers"]
            lost_staff = levers["staff_losses"] / figures["staff"]
            capacity = (
                levers["days_per_week"]
                * b["crews_per_day"]
                * figures["reference_officers"]
                * (figures["reference_hours"] + b["setup_hours"])
                / (officers * (hours + b["setup_hours"]))
                * jnp.maximum(1 - b["officer_exposure"] * lost_officers, 0)
                * jnp.maximum(1 - b["staff_exposure"] * lost_staff, 0)
                * jnp.maximum(1 - b["budget_exposure"] * uncovered / figures["total_budget"], 0)
            )
            planned = levers["deployments_per_week"]
            d = jnp.minimum(planned, capacity)
            held = jnp.maximum(d, 1e-9)
            longer = hours / figures["reference_hours"]
            listed = levers["watchlist_size"] / figures["reference_watchlist"]
            faces_mean = (
                d
                * b["faces_per_deployment"]
                * f["place_faces"]
                * longer ** b["hours_elasticity_faces"]
                * level["faces"]
            )
            true_mean = (
                d
                * b["true_alerts_per_deployment"]
                * f["place_alerts"]
                * longer ** b["hours_elasticity_alerts"]
                * (b["true_match_rate"] / figures["reference_true_match_rate"])
                * listed ** b["watchlist_elasticity"]
                * (held / figures["reference_deployments"]) ** -b["diminishing_returns"]
                * level["alerts"]
            )
            shape, size = f["place_faces_shape"] * held, f["place_alerts_size"] * held
            with numpyro.plate("weeks", weeks):
                faces = numpyro.sample("faces_scanned", dist.Gamma(shape, shape / faces_mean))
                true_alerts = numpyro.sample(
                    "true_alerts", dist.GammaPoisson(size, size / true_mean)
                )
                false_alerts = numpyro.sample(
                    "false_alerts",
                    dist.Poisson(
                        faces * b["false_alerts_per_million_faces"] * 1e-6 * listed * clusters
                    ),
                )
                crew = jnp.minimum(officers / figures["reference_officers"], 1.0)
                share = jnp.minimum(
                    b["arrests_per_true_alert"]
                    * f["place_share"]
                    * level["arrests"]
                    / level["alerts"]
                    * crew ** b["crew_size_elasticity"]
                    * longer ** (b["hours_elasticity_arrests"] - b["hours_elasticity_alerts"]),
                    figures["highest_arrest_share"],
                )
                over = jnp.maximum(true_alerts / held - 1, 0) * f["place_arrests_correlation"]
                precision = jnp.clip((true_alerts - 1 - over) / jnp.maximum(over, 1e-6), 0.05, 1e6)
                arrests = numpyro.sample(
                    "arrests",
                    dist.BetaBinomial(share * precision, (1 - share) * precision, true_alerts),
                )
            officer_hours = d * officers * (hours + b["setup_hours"])
            numpyro.deterministic("deployments", d)
            numpyro.deterministic("deployments_planned", planned)
            numpyro.deterministic("alerts", true_alerts + false_alerts)
            numpyro.deterministic("charged_or_cautioned", arrests * b["charge_share"])
            numpyro.deterministic("officer_hours", officer_hours)
            numpyro.deterministic(
                "cost",
                officer_hours * b["cost_per_officer_year"] / figures["hours_per_officer_year"]
                + d * b["equipment_cost_per_deployment"],
            )
            numpyro.deterministic(
                "false_alerts_on_black_people", false_alerts * b["black_share_of_false_alerts"]
            )
            numpyro.deterministic(
                "arrests_forgone",
                b["arrests_per_officer_year"]
                * levers["officer_losses"]
                / figures["weeks_per_year"],
            )

        predictive = Predictive(model, num_samples=scenario.draws, parallel=True)
        keys = [key for key, outcome in declared.outcomes.items() if outcome.kind == "flow"]
        ratios = [outcome for outcome in declared.outcomes.values() if outcome.kind == "ratio"]

        def bands(key, levers):
            values = predictive(key, levers)
            fans = {}
            sums = {}
            for name in keys:
                sums[name] = jnp.cumsum(values[name], axis=1)
                fans[name] = jnp.quantile(values[name], probabilities, axis=0)
                fans[name + " so far"] = jnp.quantile(sums[name], probabilities, axis=0)
            for outcome in ratios:
                value = outcome.factor * sums[outcome.numerator] / sums[outcome.denominator]
                fans[outcome.key] = jnp.quantile(value, probabilities, axis=0)
            return fans

        self._run = jax.jit(bands)
        self._key = jax.random.PRNGKey
        self._levers = lambda moved: {
            key: jnp.asarray(value) for key, value in weekly_levers(moved, declared).items()
        }
        self._ready = jax.block_until_ready

    def run(self, scenario: Scenario, seed: int) -> object:
        """Run all draws and find the bands of every outcome; compiled at the first call."""
        return self._ready(self._run(self._key(seed), self._levers(scenario)))

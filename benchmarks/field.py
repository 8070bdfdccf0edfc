"""The same ensemble with the tools of the field, each as its documentation recommends."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from benchmarks import reference
from benchmarks.reference import LEVELS, level_start
from modeller.model.catalogue import catalogue
from modeller.projection import PROBABILITIES
from modeller.scenario import Scenario
from modeller.scenario.inputs import weekly_levers


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
    starts = {
        name: level_start(
            name,
            np.log(beliefs[key][:, 0] / declared.beliefs[key].baseline),
            declared.figures,
        )
        for key, name in LEVELS.items()
    }
    values = reference.flows(
        weekly_levers(scenario, declared), beliefs, starts, declared.figures,
        np.random.default_rng(seed), scenario.draws,
    )  # fmt: skip
    return reference.summaries(values, declared)


class Workbench:
    """EMA workbench: a model as a function of one scenario, run for each of the draws."""

    def __init__(self, scenario: Scenario) -> None:
        from ema_workbench import ArrayOutcome, Model, RealParameter

        declared = catalogue()
        self._scenario = scenario
        self._random = np.random.default_rng(1)
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
        starts = {
            name: level_start(
                name,
                np.log(columns[key][:, 0] / declared.beliefs[key].baseline),
                declared.figures,
            )
            for key, name in LEVELS.items()
        }
        values = reference.flows(self.levers, columns, starts, declared.figures, self._random, 1)
        return {key: value[0] for key, value in values.items()}

    def run(self) -> object:
        """All draws, and the bands of every outcome."""
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

        def model(levers: dict[str, Any]) -> None:
            b = {
                key: numpyro.sample(key, dist.Uniform(*belief.evidence))
                for key, belief in declared.beliefs.items()
            }
            level = {}
            for key, name in LEVELS.items():
                start = level_start(name, jnp.log(b[key] / declared.beliefs[key].baseline), figures)
                first = numpyro.sample(
                    f"{name}_start", dist.Normal(start, figures[f"level_{name}_start_sd"])
                )
                with numpyro.plate(f"{name}_weeks", weeks):
                    steps = numpyro.sample(
                        f"{name}_steps", dist.Normal(0.0, figures[f"level_{name}_sd"])
                    )
                persistence = figures[f"level_{name}_persistence"]

                def walk(state, step, persistence=persistence):
                    state = persistence * state + step
                    return state, state

                level[name] = jnp.exp(jax.lax.scan(walk, first, steps)[1])
            officers, hours = levers["officers_per_deployment"], levers["hours_per_deployment"]
            shortfall = jnp.maximum(levers["budget_shortfall"] - levers["additional_funding"], 0.0)
            lost_officers = levers["officer_losses"] / figures["officers"]
            lost_staff = levers["staff_losses"] / figures["staff"]
            capacity = (
                b["crew_capacity"]
                * figures["reference_officers"]
                * (figures["reference_hours"] + b["setup_hours"])
                / (officers * (hours + b["setup_hours"]))
                * jnp.maximum(1 - b["officer_exposure"] * lost_officers, 0)
                * jnp.maximum(1 - b["staff_exposure"] * lost_staff, 0)
                * jnp.maximum(1 - b["budget_exposure"] * shortfall / figures["total_budget"], 0)
            )
            d = jnp.minimum(levers["deployments_per_week"], capacity)
            exposure = d * hours / figures["reference_hours"]
            listed = levers["watchlist_size"] / figures["reference_watchlist"]
            faces_mean = exposure * b["faces_per_deployment"] * level["faces"]
            true_mean = (
                exposure
                * b["true_alerts_per_deployment"]
                * (b["true_match_rate"] / figures["reference_true_match_rate"])
                * listed ** b["watchlist_elasticity"]
                * (d / figures["reference_deployments"]) ** -b["diminishing_returns"]
                * level["alerts"]
            )
            shape = figures["faces_shape_per_deployment"] * exposure
            size = figures["true_alerts_size_per_deployment"] * exposure
            with numpyro.plate("weeks", weeks):
                faces = numpyro.sample("faces_scanned", dist.Gamma(shape, shape / faces_mean))
                true_alerts = numpyro.sample(
                    "true_alerts", dist.GammaPoisson(size, size / true_mean)
                )
                false_alerts = numpyro.sample(
                    "false_alerts",
                    dist.Poisson(faces * b["false_alerts_per_million_faces"] * 1e-6 * listed),
                )
                per_alert = b["arrests_per_true_alert"] * b["hours_per_arrest"]
                today = b["true_alerts_per_deployment"] / figures["reference_hours"] * per_alert

                def free(load):
                    inverse = jnp.ones_like(load)
                    for server in range(1, 11):
                        inverse = 1 + server / load * inverse
                    return 1 - 1 / inverse

                follow_up = free(jnp.maximum(true_alerts, 1e-3) * per_alert / (d * hours)) / free(
                    today
                )
                share = jnp.minimum(
                    b["arrests_per_true_alert"] * level["arrests"] * follow_up, 0.98
                )
                precision = jnp.maximum((true_alerts - 1.3) / 0.3, 0.05)
                arrests = numpyro.sample(
                    "arrests",
                    dist.BetaBinomial(share * precision, (1 - share) * precision, true_alerts),
                )
            officer_hours = d * officers * (hours + b["setup_hours"])
            numpyro.deterministic("deployments", d)
            numpyro.deterministic("alerts", true_alerts + false_alerts)
            numpyro.deterministic("charged_or_cautioned", arrests * b["charge_share"])
            numpyro.deterministic("officer_hours", officer_hours)
            numpyro.deterministic(
                "cost",
                officer_hours * b["cost_per_officer_year"] / figures["hours_per_officer_year"]
                + d * b["equipment_cost_per_deployment"],
            )
            numpyro.deterministic(
                "false_alerts_on_black_londoners", false_alerts * b["black_share_of_false_alerts"]
            )
            numpyro.deterministic(
                "arrests_forgone",
                b["arrests_per_officer_year"] * levers["officer_losses"] / 52.18,
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
        """All draws and the bands of every outcome; compiled at the first call."""
        return self._ready(self._run(self._key(seed), self._levers(scenario)))

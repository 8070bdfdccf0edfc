"""Makes the inputs of the equations from a scenario: levers by week, and beliefs by draw."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats
from modeller.model.catalogue import Belief, Catalogue
from modeller.model.distributions import Distribution, Link
from modeller.model.engine import Inputs, ramp
from modeller.model.fitted import FitDraws, Mix
from modeller.model.sampling import belief_uniforms
from modeller.scenario.scenario import Scenario
from modeller.scenario.setting import BeliefSetting, Schedule


def weekly_levers(scenario: Scenario, catalogue: Catalogue) -> dict[str, Floats]:
    """Every choice and circumstance week by week, with phase-in applied (equation 1)."""
    levers = {key: scenario.weekly(key) for key in catalogue.levers}
    for key, lever in catalogue.levers.items():
        if lever.phased_by and not isinstance(scenario.setting(key), Schedule):
            way = ramp(scenario.weeks, scenario.value(lever.phased_by))
            levers[key] = lever.baseline + (levers[key] - lever.baseline) * way
    for key, lever in catalogue.levers.items():
        if lever.follows and key not in scenario.changes:
            followed = lever.follow_share * levers[lever.follows]
            levers[key] = np.maximum(lever.follow_least, followed)
    return levers


def fit_draws(catalogue: Catalogue, seed: int, draws: int, mix: Mix | None) -> FitDraws:
    """The draws of the catalogue's fit for a seed and a mix of places."""
    if catalogue.fit is None:
        raise ValueError("a catalogue without a fit cannot be projected")
    return catalogue.fit.drawn(seed, draws, mix)


def departures(belief: Belief, seed: int, draws: int, fitted: FitDraws) -> Floats:
    """How far draws of a belief lie from its centre, on its link's scale; (draws,).

    For a belief that the record decides they come from the fit, jointly with levels and places; for
    any other they are quantiles of its own distribution.
    """
    values = fitted.beliefs.get(belief.estimated_as)
    if values is not None:
        return belief.link.forward(values) - belief.link.forward(belief.baseline)
    own = _own_departures if draws <= _MOST_DRAWS_KEPT else _own_departures.__wrapped__
    return own(belief.distribution, belief.key, belief.dimension, belief.baseline, seed, draws)


_MOST_DRAWS_KEPT = 16_384


@lru_cache(maxsize=64)
def _own_departures(
    law: Distribution, key: str, dimension: int, baseline: float, seed: int, draws: int
) -> Floats:
    """Departures from a belief's own distribution, cached because analyses repeat them."""
    values = law.quantile(belief_uniforms(seed, key, dimension, draws))
    found = law.link.forward(values) - law.link.forward(baseline)
    found.flags.writeable = False
    return found


@lru_cache(maxsize=64)
def _own_values(
    law: Distribution, key: str, dimension: int, baseline: float,
    limits: tuple[float, float], setting: BeliefSetting, seed: int, draws: int,
) -> Floats:  # fmt: skip
    """A belief in each draw, from its own distribution and its setting."""
    departure = _own_departures(law, key, dimension, baseline, seed, draws)
    found = _at(law.link, setting, setting.spread * departure, limits)
    found.flags.writeable = False
    return found


def _at(
    link: Link, setting: BeliefSetting, departure: Floats, limits: tuple[float, float]
) -> Floats:
    return np.clip(link.back(link.forward(setting.central) + departure), *limits)


def inputs_of(scenario: Scenario, catalogue: Catalogue) -> Inputs:
    """The inputs of the equations for a scenario."""
    model = catalogue.model
    seed, draws = scenario.seed, scenario.draws
    fitted = fit_draws(catalogue, seed, draws, scenario.mix)
    beliefs, asked = {}, {}
    for key, belief in catalogue.beliefs.items():
        setting = scenario.setting(key, catalogue)
        assert isinstance(setting, BeliefSetting)
        asks = f"departure_{key}" in model.kinds
        if not asks and belief.estimated_as not in fitted.beliefs and draws <= _MOST_DRAWS_KEPT:
            beliefs[key] = _own_values(
                belief.distribution, key, belief.dimension, belief.baseline,
                belief.limits, setting, seed, draws,
            )  # fmt: skip
            continue
        departure = setting.spread * departures(belief, seed, draws, fitted)
        beliefs[key] = _at(belief.link, setting, departure, belief.limits)
        if asks:
            asked[key] = departure
    return Inputs(
        weeks=scenario.weeks,
        draws=scenario.draws,
        seed=scenario.seed,
        levers=MappingProxyType(weekly_levers(scenario, catalogue)),
        beliefs=MappingProxyType(beliefs),
        departures=MappingProxyType(asked),
        fitted=MappingProxyType(fitted.by_name()),
        figures=catalogue.figures,
        model=model,
    )

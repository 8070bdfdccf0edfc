"""What the equations read, for a scenario: its levers week by week and its beliefs draw by draw."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats
from modeller.model.catalogue import Belief, Catalogue
from modeller.model.engine import Inputs, ramp
from modeller.model.fitted import FitDraws, Mix
from modeller.model.sampling import belief_uniforms
from modeller.scenario.scenario import Scenario
from modeller.scenario.setting import BeliefSetting, Schedule


def weekly_levers(scenario: Scenario, catalogue: Catalogue) -> dict[str, Floats]:
    """Every choice and circumstance week by week, phases applied (equation 1)."""
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
    """What the fit of the catalogue's record gives in the draws of a seed, under a mix."""
    if catalogue.fit is None:
        raise ValueError("a catalogue without a fit cannot be projected")
    return catalogue.fit.drawn(seed, draws, mix)


def departures(belief: Belief, seed: int, draws: int, fitted: FitDraws) -> Floats:
    """How far the evidence's draws lie from its centre, on the belief's natural scale; (draws,).

    Those that the record decides come of its fit, joint with levels and places; all others are
    the quantiles of the belief's own distribution.
    """
    link = belief.link
    values = fitted.beliefs.get(belief.estimated_as)
    if values is None:
        shares = belief_uniforms(seed, belief.key, belief.dimension, draws)
        values = belief.distribution.quantile(shares)
    return link.forward(values) - link.forward(belief.baseline)


def inputs_of(scenario: Scenario, catalogue: Catalogue) -> Inputs:
    """What the equations read, for a scenario."""
    model = catalogue.model
    fitted = fit_draws(catalogue, scenario.seed, scenario.draws, scenario.mix)
    beliefs, asked = {}, {}
    for key, belief in catalogue.beliefs.items():
        setting = scenario.setting(key, catalogue)
        assert isinstance(setting, BeliefSetting)
        departure = setting.spread * departures(belief, scenario.seed, scenario.draws, fitted)
        centre = belief.link.forward(setting.central)
        beliefs[key] = np.clip(belief.link.back(centre + departure), *belief.limits)
        if f"departure_{key}" in model.kinds:
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

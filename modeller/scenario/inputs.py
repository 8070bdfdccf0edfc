"""What the equations read, for a scenario: its levers week by week and its beliefs draw by draw."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats
from modeller.model.catalogue import Catalogue
from modeller.model.engine import Inputs, departures, ramp
from modeller.scenario.scenario import Scenario
from modeller.scenario.setting import BeliefSetting, Schedule


def weekly_levers(scenario: Scenario, catalogue: Catalogue) -> dict[str, Floats]:
    """Every choice and circumstance week by week, phases applied (equation 1)."""
    levers = {key: scenario.weekly(key) for key in catalogue.levers}
    for key, lever in catalogue.levers.items():
        if lever.phased_by and not isinstance(scenario.setting(key), Schedule):
            way = ramp(scenario.weeks, scenario.value(lever.phased_by))
            levers[key] = lever.baseline + (levers[key] - lever.baseline) * way
    return levers


def inputs_of(scenario: Scenario, catalogue: Catalogue) -> Inputs:
    """What the equations read, for a scenario."""
    model = catalogue.model
    beliefs, asked = {}, {}
    for key, belief in catalogue.beliefs.items():
        setting = scenario.setting(key, catalogue)
        assert isinstance(setting, BeliefSetting)
        departure = setting.spread * departures(belief, scenario.seed, scenario.draws)
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
        figures=catalogue.figures,
        model=model,
    )

"""The model run week by week on arrays: `modeller.model.equations` as they stand.

Arrays have shape (draws,) unless said otherwise; weeks count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modeller.base import elementary
from modeller.base.elementary import Floats
from modeller.model.catalogue import Belief, Catalogue
from modeller.model.equations import CAUSES
from modeller.model.graph import EQUATIONS, LEVELS, PARAMETERS, Model, model
from modeller.model.sampling import Noise, belief_uniforms, noise
from modeller.scenario import BeliefSetting, Scenario, Schedule


@dataclass(frozen=True)
class Inputs:
    """All that the equations read.

    Attributes
    ----------
    levers
        Each choice and circumstance week by week, shape (weeks,), with phase-in and the
        losses' phase applied, in the catalogue's units.
    beliefs
        Each belief in each draw, shape (draws,), in the catalogue's units.
    level_starts
        Where each drifting level stands when the record ends, before its own uncertainty,
        on the log scale, shape (draws,).
    figures
        The catalogue's fixed figures.
    """

    weeks: int
    draws: int
    seed: int
    levers: Mapping[str, Floats]
    beliefs: Mapping[str, Floats]
    level_starts: Mapping[str, Floats]
    figures: Mapping[str, float]
    model: Model

    @cached_property
    def noise(self) -> Noise:
        """The seed's random numbers."""
        return noise(self.seed, self.draws)


def ramp(weeks: int, phase_weeks: float) -> Floats:
    """Share of the way gone by the start of each week when it takes `phase_weeks`; (weeks,)."""
    elapsed = np.arange(weeks, dtype=np.float64)
    return np.ones(weeks) if phase_weeks <= 0 else np.minimum(elapsed, phase_weeks) / phase_weeks


def departures(belief: Belief, seed: int, draws: int) -> Floats:
    """How far the evidence's draws lie from its centre, on the belief's natural scale; (draws,).

    No lever moves them, so those of a few beliefs' worth of draws are kept: an analysis
    projects the same draws hundreds of times.
    """
    find = _departures if draws <= _KEPT_DRAWS else _departures.__wrapped__
    return find(belief, seed, draws)


_KEPT_DRAWS = 20_000
"""With more, keeping sixty-four beliefs' departures would take too much memory."""


@lru_cache(maxsize=64)
def _departures(belief: Belief, seed: int, draws: int) -> Floats:
    link = belief.link
    shares = belief_uniforms(seed, belief.key, belief.dimension, draws)
    found = link.forward(belief.distribution.quantile(shares)) - link.forward(belief.baseline)
    found.flags.writeable = False
    return found


def level_start(name: str, departure: Floats, figures: Mapping[str, float]) -> Floats:
    """Where a level stands when the record ends, given its long-run rate's departure.

    The record knows the sum of the two better than either: where the long-run rate is drawn
    higher, the last departure from it was lower. A central value that the user has moved is
    no news about the record and does not enter.
    """
    return figures[f"level_{name}_start"] + figures[f"level_{name}_start_slope"] * departure


def weekly_levers(scenario: Scenario, catalogue: Catalogue) -> dict[str, Floats]:
    """Every choice and circumstance week by week, phases applied (equation 1)."""
    levers = {key: scenario.weekly(key) for key in catalogue.levers}
    deployments = "deployments_per_week"
    if not isinstance(scenario.setting(deployments), Schedule):
        today = catalogue.levers[deployments].baseline
        way = ramp(scenario.weeks, scenario.value("phase_in_weeks"))
        levers[deployments] = today + (levers[deployments] - today) * way
    for losses in ("officer_losses", "staff_losses"):
        if not isinstance(scenario.setting(losses), Schedule):
            levers[losses] = levers[losses] * ramp(
                scenario.weeks, scenario.value("loss_phase_weeks")
            )
    return levers


def inputs_of(scenario: Scenario, catalogue: Catalogue) -> Inputs:
    """What the equations read, for a scenario."""
    beliefs, starts = {}, {}
    for key, belief in catalogue.beliefs.items():
        setting = scenario.setting(key, catalogue)
        assert isinstance(setting, BeliefSetting)
        departure = setting.spread * departures(belief, scenario.seed, scenario.draws)
        centre = belief.link.forward(setting.central)
        beliefs[key] = np.clip(belief.link.back(centre + departure), *belief.limits)
        if key in LEVELS:
            starts[LEVELS[key]] = level_start(LEVELS[key], departure, catalogue.figures)
    return Inputs(
        weeks=scenario.weeks,
        draws=scenario.draws,
        seed=scenario.seed,
        levers=MappingProxyType(weekly_levers(scenario, catalogue)),
        beliefs=MappingProxyType(beliefs),
        level_starts=MappingProxyType(starts),
        figures=catalogue.figures,
        model=model(catalogue),
    )


@dataclass(frozen=True)
class Week:
    """One week of every flow, as it would be seen and as an underlying rate, and its cause."""

    seen: Mapping[str, Floats]
    underlying: Mapping[str, Floats]
    cause: NDArray[np.int8]


class Levels:
    """The drifting levels: exp of a first-order autoregression."""

    def __init__(self, inputs: Inputs) -> None:
        self._noise = inputs.noise
        self._figures = inputs.figures
        self._states = {
            name: inputs.level_starts[name]
            + inputs.figures[f"level_{name}_start_sd"] * self._noise.normals(f"level_{name}", 0)
            for name in LEVELS.values()
        }

    def step(self, week: int) -> dict[str, Floats]:
        """Factors of the next week."""
        for name in LEVELS.values():
            persistence = self._figures[f"level_{name}_persistence"]
            sd = self._figures[f"level_{name}_sd"]
            step = self._noise.normals(f"level_{name}", week)
            self._states[name] = persistence * self._states[name] + sd * step
        return {f"level_{name}": elementary.exp(state) for name, state in self._states.items()}


@dataclass(frozen=True)
class _Luck:
    """A stream's random numbers in a week, made when they are read."""

    noise: Noise
    name: str
    week: int

    @property
    def share(self) -> Floats:
        """Uniform on (0, 1)."""
        return self.noise.shares(self.name, self.week)

    @property
    def normal(self) -> Floats:
        """Their normal quantiles."""
        return self.noise.normals(self.name, self.week)


def simulate(inputs: Inputs) -> Iterator[Week]:
    """Run the model week by week (equations 1 to 12)."""
    found = inputs.model
    behind = {name: found.kinds_behind(name) for name in found.order}
    weekly = {"lever", "level", "luck"}
    once = [name for name in found.order if not behind[name] & weekly]
    steady = [name for name in found.order if behind[name] & weekly and "luck" not in behind[name]]
    lucky = [name for name in found.order if "luck" in behind[name]]

    def work_out(names: list[str], values: dict[str, Any]) -> dict[str, Any]:
        for name in names:
            values[name] = EQUATIONS[name](*(values[parameter] for parameter in PARAMETERS[name]))
        return values

    fixed = work_out(once, {**inputs.figures, **inputs.beliefs})
    levels = Levels(inputs)
    for week in range(1, inputs.weeks + 1):
        levers = {key: float(values[week - 1]) for key, values in inputs.levers.items()}
        plain = work_out(steady, fixed | levers | levels.step(week))
        luck = {
            name: _Luck(inputs.noise, name.removeprefix("luck_"), week)
            for name in found.names("luck")
        }
        seen = work_out(lucky, plain | luck)
        underlying = work_out(lucky, plain | dict.fromkeys(luck))
        yield Week(
            seen={flow: seen[flow] for flow in found.flows},
            underlying={flow: underlying[flow] for flow in found.flows},
            cause=plain["cause"].astype(np.int8),
        )


__all__ = ["CAUSES", "LEVELS", "Inputs", "Week", "inputs_of", "simulate"]

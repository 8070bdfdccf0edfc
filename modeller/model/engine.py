"""Runs the equations of `modeller.model.equations` week by week on arrays.

Arrays have shape (draws,) unless said otherwise; weeks count from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats
from modeller.model.equation_graph import BINDING, Model
from modeller.model.equations import Cause
from modeller.model.sampling import Noise, noise

CAUSES = tuple(cause.name for cause in Cause)


@dataclass(frozen=True)
class Inputs:
    """Everything that the equations read.

    Attributes
    ----------
    levers
        Each choice and circumstance week by week, shape (weeks,), in the catalogue's units, with
        phase-in already applied.
    beliefs
        Each belief in each draw, shape (draws,), in the catalogue's units.
    departures
        How far each draw of a belief lies from its centre, on its link's scale, shape (draws,);
        for the beliefs of which an equation reads it.
    fitted
        What the fit to the record gives in each draw, shape (draws,), by names with their prefix
        ``fitted_`` or ``place_``.
    figures
        The catalogue's fixed figures.
    model
        The equations for the names of the catalogue.
    known
        Values that are given and not computed, by the name of their equation, shape (draws,).
    """

    weeks: int
    draws: int
    seed: int
    levers: Mapping[str, Floats]
    beliefs: Mapping[str, Floats]
    departures: Mapping[str, Floats]
    fitted: Mapping[str, Floats]
    figures: Mapping[str, float]
    model: Model
    known: Mapping[str, Floats] = field(default_factory=dict)

    def drawn(self, kind: str, name: str) -> Floats:
        """A belief, a departure, or what the fit gives, in each draw; (draws,)."""
        if kind in ("fitted", "place"):
            return self.fitted[f"{kind}_{name}"]
        return (self.beliefs if kind == "belief" else self.departures)[name]

    @cached_property
    def noise(self) -> Noise:
        """The seed's random numbers."""
        return noise(self.seed, self.draws)


def ramp(weeks: int, phase_weeks: float) -> Floats:
    """How far a change over `phase_weeks` has gone by the start of each week, 0 to 1; (weeks,)."""
    elapsed = np.arange(weeks, dtype=np.float64)
    return np.ones(weeks) if phase_weeks <= 0 else np.minimum(elapsed, phase_weeks) / phase_weeks


@dataclass(frozen=True)
class Week:
    """One week of every flow, as counted and as the underlying rate, and what bound deployments."""

    seen: Mapping[str, Floats]
    underlying: Mapping[str, Floats]
    cause: NDArray[np.int8]


@dataclass(frozen=True)
class _Luck:
    """The random numbers of a stream in a week, drawn when they are read."""

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
    model = inputs.model
    once: list[str] = []
    drifting: list[str] = []
    steady: list[str] = []
    lucky: list[str] = []
    carried = [name.removeprefix("before_") for name in model.of_kind("before")]
    by_week = {"lever", "before", "luck"}
    for name in model.equations:
        if name in inputs.known:
            continue
        if name in model.drifting:
            if not name.startswith("first_"):
                drifting.append(name)
            continue
        behind = {model.kinds[one] for one in model.reach[name]}
        if any(one in lucky or model.kinds[one] == "luck" for one in model.parameters[name]):
            lucky.append(name)
        else:
            (steady if behind & by_week else once).append(name)

    def compute(names: Iterable[str], given: Mapping[str, Any]) -> dict[str, Any]:
        values = dict(given)
        for name in names:
            values[name] = model.equations[name](*(values[one] for one in model.parameters[name]))
        return values

    def luck(week: int) -> dict[str, Any]:
        names = model.of_kind("luck")
        return {n: _Luck(inputs.noise, n.removeprefix("luck_"), week) for n in names}

    departures = {f"departure_{key}": values for key, values in inputs.departures.items()}
    drawn = {**inputs.beliefs, **departures, **inputs.fitted}
    fixed = compute(once, {**inputs.figures, **drawn, **inputs.known})
    values = compute([f"first_{name}" for name in carried], fixed | luck(0))
    last = {name: values[f"first_{name}"] for name in carried}
    for week in range(1, inputs.weeks + 1):
        levers = {key: float(weekly[week - 1]) for key, weekly in inputs.levers.items()}
        before = {f"before_{name}": value for name, value in last.items()}
        drifted = compute(drifting, fixed | before | luck(week))
        last = {name: drifted[name] for name in carried}
        plain = compute(steady, drifted | levers)
        seen = compute(lucky, plain)
        underlying = compute(lucky, plain | dict.fromkeys(model.of_kind("luck")))
        yield Week(
            seen={flow: seen[flow] for flow in model.names.flows},
            underlying={flow: underlying[flow] for flow in model.names.flows},
            cause=plain[BINDING].astype(np.int8),
        )


__all__ = ["CAUSES", "Inputs", "Week", "simulate"]

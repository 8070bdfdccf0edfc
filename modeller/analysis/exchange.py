"""What is exchanged for what along one lever of a trade-off, in all and from step to step."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np

from modeller.analysis.targets import Measure
from modeller.analysis.trade_off import Grid
from modeller.base.elementary import Floats

_WORTH_SAYING = 10.0  # a rate is stated for so much gain that it has two digits


@dataclass(frozen=True)
class Step:
    """The change from one value of a lever to the next.

    Attributes
    ----------
    low, high
        The two values of the lever, in its unit.
    gain, cost
        The increase of each measure, in its outcome's unit.
    """

    low: float
    high: float
    gain: float
    cost: float


@dataclass(frozen=True)
class Exchange:
    """Two measures along a lever from its lowest to its highest value, all else unchanged.

    Attributes
    ----------
    key
        The lever.
    steps
        The steps from each value of the grid to the next.
    """

    key: str
    gain: Measure
    cost: Measure
    steps: tuple[Step, ...]

    @property
    def whole(self) -> Step:
        """All steps as a single one."""
        first, last = self.steps[0], self.steps[-1]
        return Step(
            first.low,
            last.high,
            math.fsum(step.gain for step in self.steps),
            math.fsum(step.cost for step in self.steps),
        )


def rate(step: Step) -> tuple[float, float] | None:
    """The increase of the cost that comes with an increase of the gain by a power of ten; and that.

    None if nothing is exchanged: unless both rise or both fall, and both are defined.
    """
    if not (math.isfinite(step.gain) and math.isfinite(step.cost)) or step.gain * step.cost <= 0.0:
        return None
    each = step.cost / step.gain
    gain = 10.0 ** max(math.ceil(math.log10(_WORTH_SAYING / each) - 1e-9), 0)
    return each * gain, gain


def exchanges(surface: Grid, gain: Measure, cost: Measure) -> tuple[Exchange, Exchange]:
    """The exchange along each of the two levers, through the scenario's own values.

    Parameters
    ----------
    surface
        A grid that includes the scenario's own values (`through_here`).
    """
    column = int(np.argmin(np.abs(surface.x - surface.here[0])))
    row = int(np.argmin(np.abs(surface.y - surface.here[1])))
    across = {key: values[row, :] for key, values in surface.values.items()}
    up = {key: values[:, column] for key, values in surface.values.items()}
    return (
        Exchange(surface.x_key, gain, cost, _steps(surface.x, across[gain], across[cost])),
        Exchange(surface.y_key, gain, cost, _steps(surface.y, up[gain], up[cost])),
    )


def _steps(places: Floats, gains: Floats, costs: Floats) -> tuple[Step, ...]:
    pairs = itertools.pairwise(zip(places.tolist(), gains.tolist(), costs.tolist(), strict=True))
    return tuple(
        Step(low, high, more - less, dearer - cheaper)
        for (low, less, cheaper), (high, more, dearer) in pairs
    )

"""The noise of one deployment about the rate of its place: two kinds, each with its likelihood.

`at` is the log of the rate, shape (rows, points); `size` is the noise parameter at each point of
the spreads, shape (points,). Slope and curvature are the score and the expected information, so
that every Newton step goes uphill whatever the counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from modeller.base.elementary import Floats, exp, log, log_gamma


class Noise(Protocol):
    """The counts of one outcome and the distribution of their noise."""

    @property
    def crude(self) -> float:
        """The plain rate of all rows on the log scale, whatever their place or time."""

    def slope(self, at: Floats, size: Floats) -> tuple[Floats, Floats]:
        """Slope of the log-likelihood in `at`, and minus its expected curvature."""

    def log_likelihood(self, at: Floats, size: Floats) -> Floats:
        """Sum over the rows, shape (points,)."""


@dataclass(frozen=True, eq=False)
class GammaNoise:
    """A positive quantity: gamma of shape `size` about its rate. `count` has shape (rows, 1).

    A row may stand for several deployments, `exposure` of them, (rows, 1), each with that noise.
    """

    count: Floats
    exposure: Floats | float = 1.0

    @property
    def crude(self) -> float:
        """As the protocol."""
        return float(log(self.count.sum() / _all(self.exposure, self.count)))

    def slope(self, at: Floats, size: Floats) -> tuple[Floats, Floats]:
        """As the protocol."""
        scaled = size * self.count * exp(-at)
        shape = size * self.exposure
        return scaled - shape, np.broadcast_to(shape, scaled.shape)

    def log_likelihood(self, at: Floats, size: Floats) -> Floats:
        """As the protocol."""
        scaled = size * self.count * exp(-at)
        shape = size * self.exposure
        each = shape * log(scaled) - scaled - log(self.count) - log_gamma(shape)
        return in_order(each)


@dataclass(frozen=True, eq=False)
class CountNoise:
    """A count: negative binomial of size `size`. `count` has shape (rows, 1).

    A row may stand for several deployments, `exposure` of them, (rows, 1), each with that noise.
    """

    count: Floats
    exposure: Floats | float = 1.0

    @property
    def crude(self) -> float:
        """As the protocol; half a count is added, so that it is finite without any counts."""
        return float(log((self.count.sum() + 0.5) / _all(self.exposure, self.count)))

    def slope(self, at: Floats, size: Floats) -> tuple[Floats, Floats]:
        """As the protocol."""
        mean = exp(at)
        part = size / (size + mean)
        mean = mean * self.exposure
        return (self.count - mean) * part, mean * part

    def log_likelihood(self, at: Floats, size: Floats) -> Floats:
        """As the protocol."""
        mean = exp(at)
        total = log(size + mean)
        whole = size * self.exposure
        each = (
            log_gamma(self.count + whole)
            - log_gamma(whole)
            - log_gamma(self.count + 1.0)
            + whole * (log(size) - total)
            + self.count * (at - total)
        )
        return in_order(each)


def _all(exposure: Floats | float, count: Floats) -> float:
    """The number of deployments in all rows."""
    return float(np.broadcast_to(exposure, count.shape).sum())


def in_order(values: Floats) -> Floats:
    """Sum over the first axis, row by row, so that every machine gives the same bits."""
    total: Floats = np.add.accumulate(values, axis=0)[-1]
    return total

"""How likely a week's count is, given its rate: the noise of faces, true alerts and arrests."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from modeller.base.elementary import Floats

_NOISE_PER_DEPLOYMENT = 8.0
_EXTRA_DISPERSION = 0.2
# On the log scale, or the logit scale for arrests. Faces depend most on where the cameras stand:
# within a year, on either basis of counting, faces an hour varied by a factor of more than two.
_SPREAD_OF_FACES = 0.5
_SPREAD_OF_ALERTS = 0.3
_SPREAD_OF_ARRESTS = 0.15


class Likelihood(Protocol):
    """A week's count given the logarithm (or logit) of its rate.

    Arrays are (weeks, points of the grid); a week that says nothing is in neither.
    """

    @property
    def noise_median(self) -> float:
        """Median of the prior of the noise parameter."""

    @property
    def spread_median(self) -> float:
        """Median of the prior of the level's stationary standard deviation."""

    def normalisation(self, noise: Floats) -> Floats:
        """Terms of the log-likelihood that do not depend on the rate, by noise, shape (grid,)."""

    def start(self) -> Floats:
        """Rate at which each week's likelihood is greatest, about, shape (weeks, 1)."""

    def at(self, eta: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
        """Log-likelihood without `normalisation`, its slope, its curvature with sign turned."""


def _log_gamma(x: Floats) -> Floats:
    # math.lgamma, because scipy is not needed to run the modeller
    return np.array([math.lgamma(value) for value in x.ravel().tolist()]).reshape(x.shape)


@dataclass(frozen=True)
class GammaNoise:
    """Faces: gamma with shape `noise` a deployment."""

    count: Floats
    deployments: Floats
    noise_median: float = _NOISE_PER_DEPLOYMENT
    spread_median: float = _SPREAD_OF_FACES

    def normalisation(self, noise: Floats) -> Floats:
        """Terms that do not depend on the rate."""
        shape = self.deployments * noise
        terms = shape * np.log(shape) + (shape - 1.0) * np.log(self.count) - _log_gamma(shape)
        return np.asarray(terms.sum(axis=0))

    def start(self) -> Floats:
        """Where Newton's steps begin."""
        return np.log(self.count)

    def at(self, eta: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, slope and curvature."""
        shape = self.deployments * noise
        share = shape * self.count * np.exp(-eta)
        return -shape * eta - share, share - shape, share


@dataclass(frozen=True)
class NegativeBinomial:
    """True alerts: negative binomial with size `noise` a deployment."""

    count: Floats
    deployments: Floats
    noise_median: float = _NOISE_PER_DEPLOYMENT
    spread_median: float = _SPREAD_OF_ALERTS

    def normalisation(self, noise: Floats) -> Floats:
        """Terms that do not depend on the rate."""
        size = self.deployments * noise
        terms = (
            _log_gamma(self.count + size)
            - _log_gamma(size)
            - _log_gamma(self.count + 1.0)
            + size * np.log(size)
        )
        return np.asarray(terms.sum(axis=0))

    def start(self) -> Floats:
        """Where Newton's steps begin."""
        return np.log(self.count + 0.5)

    def at(self, eta: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, slope and curvature."""
        size = self.deployments * noise
        mean = np.exp(eta)
        share = mean / (size + mean)
        both = self.count + size
        value = self.count * eta - both * np.log(size + mean)
        return value, self.count - both * share, both * share * (1.0 - share)


@dataclass(frozen=True)
class OverdispersedBinomial:
    """Arrests among true alerts: binomial, with 1 + `noise` times its variance."""

    count: Floats
    trials: Floats
    noise_median: float = _EXTRA_DISPERSION
    spread_median: float = _SPREAD_OF_ARRESTS

    def normalisation(self, noise: Floats) -> Floats:
        """Terms that do not depend on the rate."""
        share = self.count / self.trials
        best = self.count * np.log(np.where(share > 0.0, share, 1.0)) + (
            self.trials - self.count
        ) * np.log(np.where(share < 1.0, 1.0 - share, 1.0))
        dispersion = 1.0 + noise
        terms = -best.sum() / dispersion - 0.5 * self.count.size * np.log(dispersion)
        return np.asarray(terms)

    def start(self) -> Floats:
        """Where Newton's steps begin."""
        return np.log((self.count + 0.5) / (self.trials - self.count + 0.5))

    def at(self, eta: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, slope and curvature."""
        share = 1.0 / (1.0 + np.exp(-eta))
        dispersion = 1.0 + noise
        value = self.count * eta - self.trials * np.logaddexp(0.0, eta)
        slope = self.count - self.trials * share
        curvature = self.trials * share * (1.0 - share)
        return value / dispersion, slope / dispersion, curvature / dispersion

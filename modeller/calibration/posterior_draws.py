"""Draws from the posterior itself, with all that the figures handed to the model leave out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.levels import fit_arrests, fit_faces, fit_true_alerts
from modeller.calibration.posteriors import (
    FIRST_COMPARABLE_WEEK,
    reference_deployments,
    weeks_between,
)
from modeller.calibration.state_space import Posterior
from modeller.evidence import Record


@dataclass(frozen=True)
class LevelDraws:
    """One level's posterior, on the scale of its fit (log, or logit for arrests); all (draws,).

    `rate` is that of the long run, `start` the departure from it in the last week.
    """

    rate: Floats
    start: Floats
    persistence: Floats
    sd: Floats
    noise: Floats


def posterior_draws(
    record: Record, draws: int, generator: np.random.Generator
) -> Mapping[str, LevelDraws]:
    """Draws by level: ``faces``, ``alerts``, ``arrests``; for checking the calibration itself.

    Raises
    ------
    ModellerError
        As `modeller.calibration.calibrate`.
    """
    weeks = weeks_between(record, FIRST_COMPARABLE_WEEK, None)
    fits = {
        "faces": fit_faces(weeks),
        "alerts": fit_true_alerts(weeks, reference_deployments(weeks)),
        "arrests": fit_arrests(weeks),
    }
    return MappingProxyType(
        {name: _drawn(fitted.posterior, draws, generator) for name, fitted in fits.items()}
    )


def _drawn(posterior: Posterior, draws: int, generator: np.random.Generator) -> LevelDraws:
    inner = posterior.inner
    point = generator.choice(posterior.weights.size, draws, p=posterior.weights)
    # anywhere in the cell about its point: the grid is coarse
    half_life, spread, noise = (
        points[point] + (axis[1] - axis[0]) * (generator.random(draws) - 0.5)
        for points, axis in zip(posterior.grid.points, posterior.grid.axes, strict=True)
    )
    persistence = np.exp2(-np.exp(-half_life))
    off = np.sqrt(inner.rate_variance[point]) * generator.standard_normal(draws)
    left = np.sqrt(inner.last_variance[point]) * generator.standard_normal(draws)
    return LevelDraws(
        rate=inner.rate[point] + off,
        start=inner.last[point] + inner.slope[point] * off + left,
        persistence=persistence,
        sd=np.exp(spread) * np.sqrt(1.0 - persistence**2),
        noise=np.exp(noise),
    )

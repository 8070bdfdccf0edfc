"""Scores ranges against what happened: coverage, CRPS, skill, ranks."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from modeller.base.elementary import Floats
from modeller.projection.summaries import quantiles

Booleans = NDArray[np.bool_]


def band(draws: Floats, share: float) -> tuple[Floats, Floats]:
    """Ends of the central band that holds `share` of the draws.

    Parameters
    ----------
    draws
        Shape (cases, draws).

    Returns
    -------
    tuple
        Lower and upper ends, each of shape (cases,).
    """
    ends = [
        quantiles(row, ((1.0 - share) / 2.0, (1.0 + share) / 2.0)) for row in np.sort(draws, axis=1)
    ]
    both = np.array(ends).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def inside(draws: Floats, observed: ArrayLike, share: float) -> Booleans:
    """Whether each observation lies in its band, ends included; (cases,)."""
    low, high = band(draws, share)
    happened = np.asarray(observed, dtype=np.float64)
    return (low <= happened) & (happened <= high)


def ranks(draws: Floats, observed: ArrayLike) -> tuple[Floats, Floats]:
    """The lowest and highest rank of each observation among its draws, 0 to 1; each (cases,).

    The observation itself is counted, so that the two are never equal. With a perfect model, a
    number drawn evenly between them is uniform, also for whole numbers.
    """
    happened = np.asarray(observed, dtype=np.float64)[:, None]
    places = draws.shape[1] + 1
    below = (draws < happened).sum(axis=1) / places
    up_to = ((draws <= happened).sum(axis=1) + 1) / places
    return below, up_to


def fair_inside(low: Floats, high: Floats, share: float) -> Floats:
    """How much of each observation counts as inside its band, 0 to 1; shape (cases,).

    A band of small whole numbers always holds more than its share: nine weeks in ten may have no
    false alert at all. Here an observation at the end of the band counts in part, so that a perfect
    model scores exactly `share` on average, also for whole numbers.

    Parameters
    ----------
    low, high
        The ranks from `ranks`.
    """
    overlap = np.minimum(high, (1.0 + share) / 2.0) - np.maximum(low, (1.0 - share) / 2.0)
    part: Floats = np.clip(overlap, 0.0, None) / (high - low)
    return part


def crps(draws: Floats, observed: ArrayLike) -> Floats:
    """Continuous ranked probability score in the outcome's own unit, lower is better; (cases,).

    This is the estimator that is unbiased for any number of draws (Ferro 2014): the mean distance
    from the observation, less half the mean distance between two different draws.
    """
    happened = np.asarray(observed, dtype=np.float64)[:, None]
    number = draws.shape[1]
    ordered = np.sort(draws, axis=1)
    weights = 2.0 * np.arange(1, number + 1) - number - 1.0
    between = (ordered * weights).sum(axis=1) * 2.0 / (number * max(number - 1, 1))
    distance: Floats = np.abs(draws - happened).mean(axis=1) - between / 2.0
    return distance


def skill(score: float, reference: float) -> float:
    """How far `score` is below that of a reference: 1 is perfect, 0 no better; NaN for 0 / 0."""
    if reference == 0.0:
        return math.nan if score == 0.0 else -math.inf
    return 1.0 - score / reference

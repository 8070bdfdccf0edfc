"""`modeller.model.counts` for single numbers, with the same operations and so the same bits."""

from __future__ import annotations

import math

import numpy as np

from modeller.kernel.compiling import compiled
from modeller.kernel.elementary64 import exp
from modeller.model import counts

_SERIES_FROM, _MEANS_SUMMED = counts._SERIES_FROM, counts._MEANS_SUMMED
_FEW_TRIALS, _TRIALS_SUMMED = counts._FEW_TRIALS, counts._TRIALS_SUMMED
_MOST_DISPERSED = counts._MOST_DISPERSED


@compiled
def _poisson_by_sum(u: float, mean: float) -> float:
    probability = exp(-mean)
    cumulative = probability
    k = 0.0
    if not u > cumulative:
        return k
    while True:
        k += 1.0
        probability *= mean / k
        cumulative += probability
        if not (u > cumulative and (probability > 1e-18 or k < mean)):
            return k


@compiled
def poisson(u: float, z: float, mean: float) -> float:
    """Poisson quantile of the share `u`, whose normal quantile is `z`."""
    if mean < _SERIES_FROM:
        return _poisson_by_sum(u, mean)
    root = math.sqrt(max(mean, 1.0))
    square = z * z
    series = (
        mean
        + root * z
        + (2.0 + square) / 6.0
        - z * (2.0 + square) / (72.0 * root)
        + (square * (3.0 * square + 7.0) - 16.0) / (810.0 * root * root)
    )
    whole: float = np.floor(series)
    fraction = series - whole
    if mean < _MEANS_SUMMED:
        error = 0.01 * (1.0 + square * square * abs(z)) / (root * root * root)
        if fraction < error or fraction > 1.0 - error:
            return _poisson_by_sum(u, mean)
    return max(whole, 0.0)


@compiled
def beta_binomial_by_sum(u: float, trials: float, a: float, b: float) -> float:
    """Smallest k whose cumulative probability reaches `u`, summing from the more likely end."""
    flipped = a > b
    p, q = (b, a) if flipped else (a, b)
    target = 1.0 - u if flipped else u
    probability = 1.0
    for j in range(int(trials)):
        probability *= (q + j) / (p + q + j)
    cumulative = probability
    k = 0.0
    if trials > 0.0:
        while not (cumulative > target if flipped else cumulative >= target):
            left = trials - k
            probability *= left * (p + k) / ((k + 1.0) * (q + left - 1.0))
            k += 1.0
            cumulative += probability
            if not k < trials:
                break
    return trials - k if flipped else k


@compiled
def beta_binomial(u: float, z: float, trials: float, share: float, dispersion: float) -> float:
    """Beta-binomial quantile: successes among whole `trials`, mean trials × `share`."""
    if dispersion <= 1.0:
        total = 1e9
    else:
        total = min(max((trials - dispersion) / (dispersion - 1.0), 0.05), 1e9)
    a, b = share * total, (1.0 - share) * total
    n = max(trials, 1.0)
    far = total + n > _MOST_DISPERSED * (total + 1.0) and trials <= _TRIALS_SUMMED
    if trials <= _FEW_TRIALS or far:
        return beta_binomial_by_sum(u, trials, a, b)
    variance = n * share * (1.0 - share) * (total + n) / (total + 1.0)
    sd = math.sqrt(variance)
    skew = (b - a) / total * (total + 2.0 * n) / ((total + 2.0) * sd)
    smooth = math.sqrt(max(variance - 1.0 / 12.0, 1e-12))
    square = z * z
    series = n * share + smooth * (
        z + skew * (square - 1.0) / 6.0 - skew * skew * z * (2.0 * square - 5.0) / 36.0
    )
    shifted = series + 0.5
    whole: float = np.floor(shifted)
    fraction = shifted - whole
    if trials <= _TRIALS_SUMMED:
        error = 0.25 * (1.0 + square * abs(z)) / variance + 0.03
        if fraction < error or fraction > 1.0 - error:
            return beta_binomial_by_sum(u, trials, a, b)
    return min(max(whole, 0.0), trials)

"""Counts by inverse transform: each is a function of one fixed random number and its rate.

In any draw a count never falls when its rate rises, and two scenarios share their luck. Large
counts come from a series whose error is known; where the series is within that error of the next
whole number, the distribution function decides. The counts are therefore exact, at the price of a
few exact evaluations in a hundred.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modeller.base import elementary
from modeller.base.elementary import Floats

_SERIES_FROM = 10.0  # below this Poisson mean every count is found by summing probabilities
_MEANS_SUMMED = 400.0  # above it the first probabilities vanish in double precision
_MOST_DISPERSED = 1.5  # above this multiple of the binomial's variance the beta-binomial is summed
_FEW_TRIALS = 12.0  # up to this many trials the beta-binomial is always summed
_TRIALS_SUMMED = 1000.0  # above it the first probabilities vanish in double precision


def _poisson_by_sum(u: Floats, mean: Floats) -> Floats:
    """Smallest k whose cumulative probability reaches `u`, by summing from zero."""
    count = np.zeros_like(mean)
    probability = elementary.exp(-mean)
    cumulative = probability.copy()
    open_ = np.flatnonzero(u > cumulative)
    k = 0.0
    while open_.size:
        k += 1.0
        probability[open_] *= mean[open_] / k
        cumulative[open_] += probability[open_]
        count[open_] = k
        # further probabilities are too small to change the sum, so the count stays where it is
        still = (u[open_] > cumulative[open_]) & ((probability[open_] > 1e-18) | (k < mean[open_]))
        open_ = open_[still]
    return count


def poisson(u: Floats, z: Floats, mean: Floats) -> Floats:
    """Poisson quantile of the share `u`, whose normal quantile is `z`; whole float64.

    The series is Giles's expansion of the inverse (Algorithm 955, ACM TOMS 42, 2016).
    """
    small = mean < _SERIES_FROM
    root = np.sqrt(np.maximum(mean, 1.0))
    square = z * z
    series = (
        mean
        + root * z
        + (2.0 + square) / 6.0
        - z * (2.0 + square) / (72.0 * root)
        + (square * (3.0 * square + 7.0) - 16.0) / (810.0 * root * root)
    )
    count = np.maximum(np.floor(series), 0.0)
    fraction = series - np.floor(series)
    # well above the first neglected term, which grows with z
    error = 0.01 * (1.0 + square * square * np.abs(z)) / (root * root * root)
    close = (fraction < error) | (fraction > 1.0 - error)
    exact = np.flatnonzero(small | (close & (mean < _MEANS_SUMMED)))
    if exact.size:
        count[exact] = _poisson_by_sum(u[exact], mean[exact])
    return count


def _beta_binomial_by_sum(u: Floats, trials: Floats, a: Floats, b: Floats) -> Floats:
    """Smallest k whose cumulative probability reaches `u`, summing from the more likely end."""
    # counting the rarer of success and failure keeps the first probability representable
    flipped = a > b
    p, q = np.where(flipped, b, a), np.where(flipped, a, b)
    target = np.where(flipped, 1.0 - u, u)
    probability = np.ones_like(trials)
    most = int(trials.max(initial=0.0))
    for j in range(most):
        probability *= np.where(j < trials, (q + j) / (p + q + j), 1.0)
    cumulative = probability.copy()
    k = np.zeros_like(trials)

    def reached(index: NDArray[np.intp]) -> NDArray[np.bool_]:
        # successes: stop when F(k) ≥ u; failures counted instead: stop when F(k) > 1 − u
        return np.where(
            flipped[index],
            cumulative[index] > target[index],
            cumulative[index] >= target[index],
        )

    everything = np.arange(trials.size)
    open_ = everything[~reached(everything) & (trials > 0)]
    step = 0.0
    while open_.size:
        left = trials[open_] - step
        probability[open_] *= left * (p[open_] + step) / ((step + 1.0) * (q[open_] + left - 1.0))
        step += 1.0
        cumulative[open_] += probability[open_]
        k[open_] = step
        open_ = open_[~reached(open_) & (step < trials[open_])]
    return np.where(flipped, trials - k, k)


def beta_binomial_precision(trials: Floats, dispersion: Floats) -> Floats:
    """a + b of the beta-binomial whose variance is `dispersion` times the binomial's."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.maximum((trials - dispersion) / (dispersion - 1.0), 0.05)
    return np.where(dispersion <= 1.0, 1e9, np.minimum(found, 1e9))


def beta_binomial(
    u: Floats, z: Floats, trials: Floats, share: Floats, dispersion: Floats
) -> Floats:
    """Beta-binomial quantile: successes among whole `trials`, mean trials × `share`.

    Its variance is `dispersion` times the binomial's.
    """
    return beta_binomial_of(u, z, trials, share, beta_binomial_precision(trials, dispersion))


def beta_binomial_of(
    u: Floats, z: Floats, trials: Floats, share: Floats, precision: Floats
) -> Floats:
    """Beta-binomial quantile for a given a + b, the `precision`; all arrays of one shape.

    The series is Cornish and Fisher's with the beta-binomial's own skewness and kurtosis.
    """
    total = precision
    a, b = share * total, (1.0 - share) * total
    n = np.maximum(trials, 1.0)
    variance = n * share * (1.0 - share) * (total + n) / (total + 1.0)
    sd = np.sqrt(variance)
    skew = (b - a) / total * (total + 2.0 * n) / ((total + 2.0) * sd)
    # Sheppard's correction: a continuous curve through a lattice has 1/12 less variance
    smooth = np.sqrt(np.maximum(variance - 1.0 / 12.0, 1e-12))
    square = z * z
    series = n * share + smooth * (
        z + skew * (square - 1.0) / 6.0 - skew * skew * z * (2.0 * square - 5.0) / 36.0
    )
    shifted = series + 0.5
    count = np.clip(np.floor(shifted), 0.0, trials)
    fraction = shifted - np.floor(shifted)
    error = 0.25 * (1.0 + square * np.abs(z)) / variance + 0.03
    close = (fraction < error) | (fraction > 1.0 - error)
    # where the distribution is far from a binomial, the series cannot be trusted at all
    close |= total + n > _MOST_DISPERSED * (total + 1.0)
    exact = np.flatnonzero(((trials <= _FEW_TRIALS) | close) & (trials <= _TRIALS_SUMMED))
    if exact.size:
        count[exact] = _beta_binomial_by_sum(u[exact], trials[exact], a[exact], b[exact])
    return count

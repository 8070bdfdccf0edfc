"""A drifting level, its rate and its noise found together: Laplace's method over a grid."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats, normal_quantile
from modeller.calibration.likelihoods import Likelihood
from modeller.model.distributions import Z95

Booleans = NDArray[np.bool_]

_HALF_LIFE_WEEKS = 13.0
_HALF_LIFE_FACTOR = math.log(8.0) / Z95  # 90 % range from an eighth to eight times
_SPREAD_FACTOR = math.log(4.0) / Z95
_NOISE_FACTOR = math.log(4.0) / Z95
_MATCHED_WEEKS = 26  # half a year
_GRID_STEPS = 9
_PRIOR_WIDTH = 2.5  # half-width of the first grid, in standard deviations of the prior
_POSTERIOR_WIDTH = 3.0
_NEWTON_STEPS = 50
_REFINEMENTS = 3


@dataclass(frozen=True)
class Grid:
    """Points of (half-life, stationary standard deviation, noise), as logarithms, (points,)."""

    axes: tuple[Floats, Floats, Floats]

    @property
    def points(self) -> tuple[Floats, Floats, Floats]:
        """Every point, one array for each axis."""
        half_life, spread, noise = np.meshgrid(*self.axes, indexing="ij")
        return half_life.ravel(), spread.ravel(), noise.ravel()

    @classmethod
    def around(cls, middles: Sequence[float], half_widths: Sequence[float]) -> Grid:
        """The grid of evenly spaced points about `middles`."""
        half_life, spread, noise = (
            np.linspace(middle - half_width, middle + half_width, _GRID_STEPS)
            for middle, half_width in zip(middles, half_widths, strict=True)
        )
        return cls((half_life, spread, noise))

    def fits(self, weights: Floats) -> bool:
        """Whether the posterior is wider than the spacing and lies within the ends."""
        return all(
            sd > 0.6 * (axis[1] - axis[0]) and share[0] + share[-1] < 0.02
            for axis, share, (_, sd) in zip(
                self.axes, self.marginals(weights), self.moments(weights), strict=True
            )
        )

    def refined(self, weights: Floats) -> Grid:
        """A grid about the posterior, not narrower than one can tell from this one."""
        moments = self.moments(weights)
        return Grid.around(
            [mean for mean, _ in moments],
            [
                _POSTERIOR_WIDTH * max(sd, 0.5 * float(axis[1] - axis[0]))
                for axis, (_, sd) in zip(self.axes, moments, strict=True)
            ],
        )

    def moments(self, weights: Floats) -> list[tuple[float, float]]:
        """Mean and standard deviation along each axis."""
        pairs = []
        for axis, share in zip(self.axes, self.marginals(weights), strict=True):
            mean = float((share * axis).sum())
            pairs.append((mean, math.sqrt(float((share * (axis - mean) ** 2).sum()))))
        return pairs

    def marginals(self, weights: Floats) -> tuple[Floats, ...]:
        """Weights summed over the other two axes, for each axis."""
        block = weights.reshape([axis.size for axis in self.axes])
        return block.sum(axis=(1, 2)), block.sum(axis=(0, 2)), block.sum(axis=(0, 1))


@dataclass(frozen=True)
class Inner:
    """Laplace's answer at each point of a grid, arrays (points,).

    `rate` is the long-run rate on its natural scale; `last` the level in the last week when
    the rate is at its mean, `slope` its change with the rate, `last_variance` what is left.
    """

    evidence: Floats
    rate: Floats
    rate_variance: Floats
    last: Floats
    slope: Floats
    last_variance: Floats


@dataclass(frozen=True)
class Posterior:
    """The posterior of a level: what was found at each point of the grid, and its weight."""

    grid: Grid
    inner: Inner
    weights: Floats

    @property
    def drift(self) -> tuple[Floats, Floats]:
        """Persistence and weekly step at each point, each (points,)."""
        log_half_life, log_spread, _ = self.grid.points
        persistence = np.exp2(-np.exp(-log_half_life))
        return persistence, np.exp(log_spread) * np.sqrt(1.0 - persistence**2)


@dataclass(frozen=True)
class Level:
    """A fitted level, on the scale of its fit.

    Triples are the 5, 50 and 95 % quantiles; but the middle of `sd` is the one that gives the
    spread to be expected (see `_matched_sd`).
    """

    rate: float
    rate_sd: float
    persistence: tuple[float, float, float]
    sd: tuple[float, float, float]
    noise: tuple[float, float, float]
    start: float
    start_sd: float
    start_slope: float
    weeks: int


def integrate(
    likelihood: Likelihood,
    seen: Booleans,
    offset: Floats,
    prior: tuple[float, float],
    grid: Grid,
) -> Inner:
    """Integrate the levels and the rate out at each point of the grid (Laplace).

    With W the curvatures, Q the tridiagonal precision of the levels x and μ the rate, each
    Newton step solves (Q + W) x + W1 μ = b together with the rate's own equation.
    """
    log_half_life, log_spread, log_noise = grid.points
    persistence = np.exp2(-np.exp(-log_half_life))
    spread, noise = np.exp(log_spread), np.exp(log_noise)
    variance = spread**2 * (1.0 - persistence**2)
    weeks, points = seen.size, persistence.size
    rows = np.flatnonzero(seen)
    shift = offset[rows, None]
    diagonal = np.empty((weeks, points))
    diagonal[:] = (1.0 + persistence**2) / variance
    diagonal[0] = diagonal[-1] = 1.0 / variance if weeks > 1 else 1.0 / spread**2
    beside = -persistence / variance
    prior_mean, prior_variance = prior[0], prior[1] ** 2

    def step(eta: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        """Level, rate, and what they were solved with: pivots, W1 solved, the rate's precision."""
        _, slope, curved = likelihood.at(eta, noise)
        curvature = np.zeros((weeks, points))
        curvature[rows] = curved
        target = np.zeros((weeks, points))
        target[rows] = curved * (eta - shift) + slope
        pivot = diagonal + curvature
        free, tied = target.copy(), curvature.copy()  # right-hand sides b and W1
        for week in range(1, weeks):
            factor = beside / pivot[week - 1]
            pivot[week] -= factor * beside
            free[week] -= factor * free[week - 1]
            tied[week] -= factor * tied[week - 1]
        free[-1] /= pivot[-1]
        tied[-1] /= pivot[-1]
        for week in range(weeks - 2, -1, -1):
            free[week] = (free[week] - beside * free[week + 1]) / pivot[week]
            tied[week] = (tied[week] - beside * tied[week + 1]) / pivot[week]
        precision = (curvature * (1.0 - tied)).sum(axis=0) + 1.0 / prior_variance
        pulled = (target - curvature * free).sum(axis=0) + prior_mean / prior_variance
        rate = pulled / precision
        return free - tied * rate, rate, pivot, tied, precision

    eta = np.repeat(likelihood.start(), points, axis=1)
    level, rate, pivot, tied, precision = step(eta)
    for _ in range(_NEWTON_STEPS):
        change = rate + level[rows] + shift - eta
        # a bound on the step keeps extreme counts from overshooting
        eta = eta + np.clip(change, -2.0, 2.0)
        if not change.size or np.abs(change).max() < 1e-6:
            break
        level, rate, pivot, tied, precision = step(eta)

    moves = (level[1:] - persistence * level[:-1]) ** 2
    quadratic = level[0] ** 2 / spread**2 + moves.sum(axis=0) / variance
    evidence = (
        likelihood.at(eta, noise)[0].sum(axis=0)
        + _spread_over(grid, likelihood)
        - 0.5 * (quadratic + (rate - prior_mean) ** 2 / prior_variance)
        - 0.5 * ((weeks - 1) * np.log(variance) + np.log(spread**2))
        - 0.5 * (np.log(pivot).sum(axis=0) + np.log(precision))
    )
    return Inner(evidence, rate, 1.0 / precision, level[-1], -tied[-1], 1.0 / pivot[-1])


def _spread_over(grid: Grid, likelihood: Likelihood) -> Floats:
    """The likelihood's normalisation at each point; it depends on the noise alone."""
    half_life, spread, noise = grid.axes
    return np.tile(likelihood.normalisation(np.exp(noise)), half_life.size * spread.size)


def fit_level(
    likelihood: Likelihood, seen: Booleans, offset: Floats, prior: tuple[float, float]
) -> Posterior:
    """Fit one level.

    Parameters
    ----------
    likelihood
        Of the seen weeks.
    seen
        Which weeks say something, shape (weeks,).
    offset
        What is added to rate and level before the likelihood, shape (weeks,).
    prior
        Mean and standard deviation of the rate on its natural scale.
    """
    centres = (
        math.log(_HALF_LIFE_WEEKS),
        math.log(likelihood.spread_median),
        math.log(likelihood.noise_median),
    )
    factors = (_HALF_LIFE_FACTOR, _SPREAD_FACTOR, _NOISE_FACTOR)

    def weigh(grid: Grid) -> tuple[Inner, Floats]:
        inner = integrate(likelihood, seen, offset, prior, grid)
        density = inner.evidence.copy()
        for points, centre, factor in zip(grid.points, centres, factors, strict=True):
            density -= 0.5 * ((points - centre) / factor) ** 2
        weights = np.exp(density - density.max())
        return inner, weights / weights.sum()

    grid = Grid.around(centres, [_PRIOR_WIDTH * factor for factor in factors])
    inner, weights = weigh(grid)
    for _ in range(_REFINEMENTS):
        if grid.fits(weights):
            break
        grid = grid.refined(weights)
        inner, weights = weigh(grid)
    return Posterior(grid, inner, weights)


def summarised(posterior: Posterior, weeks: int) -> Level:
    """The posterior in the figures that the model takes; `weeks` had something to say."""
    grid, inner, weights = posterior.grid, posterior.inner, posterior.weights
    persistence, sd = posterior.drift
    half_life = _cell_quantiles(grid.axes[0], grid.marginals(weights)[0])
    noise = _cell_quantiles(grid.axes[2], grid.marginals(weights)[2])

    # the rate's posterior is a mixture of normals: quantiles from points spread over each
    z = normal_quantile((np.arange(15) + 0.5) / 15)
    spread_out = inner.rate[:, None] + np.sqrt(inner.rate_variance)[:, None] * z
    low, rate, high = _quantiles(spread_out.ravel(), np.repeat(weights, z.size) / z.size)

    def mean(values: Floats) -> float:
        return float((weights * values).sum())

    rate_mean, last_mean = mean(inner.rate), mean(inner.last)
    rate_variance = mean(inner.rate_variance + (inner.rate - rate_mean) ** 2)
    shared = mean(
        inner.slope * inner.rate_variance + (inner.rate - rate_mean) * (inner.last - last_mean)
    )
    last_variance = mean(
        inner.last_variance + inner.slope**2 * inner.rate_variance + (inner.last - last_mean) ** 2
    )
    slope = shared / rate_variance
    persistences = each(lambda value: math.pow(2.0, -math.exp(-value)), half_life)
    low_sd, _, high_sd = _quantiles(sd, weights)
    return Level(
        rate=rate,
        rate_sd=(high - low) / (2.0 * Z95),
        persistence=persistences,
        sd=(low_sd, _matched_sd(persistences[1], persistence, sd, weights), high_sd),
        noise=each(math.exp, noise),
        start=last_mean + slope * (rate - rate_mean),
        start_sd=math.sqrt(max(last_variance - slope**2 * rate_variance, 0.0)),
        start_slope=slope,
        weeks=weeks,
    )


def _drift_variance(persistence: Floats) -> Floats:
    """Variance of the sum of the next weeks' levels, for a weekly step of one; (points,)."""
    weeks = np.arange(1, _MATCHED_WEEKS + 1)[:, None]
    kept = (1.0 - persistence**weeks) / (1.0 - persistence)
    return np.asarray((kept**2).sum(axis=0))


def _matched_sd(middle: float, persistence: Floats, sd: Floats, weights: Floats) -> float:
    """The weekly step that spreads half a year as it is to be expected.

    The model takes one step and one persistence where there is a posterior of them. With the
    middle of each, its bands would be narrower than the posterior says, because strong drift
    widens them more than weak drift narrows them.
    """
    expected = float((weights * sd**2 * _drift_variance(persistence)).sum())
    return math.sqrt(expected / float(_drift_variance(np.array([middle]))[0]))


def each(
    function: Callable[[float], float], triple: tuple[float, float, float]
) -> tuple[float, float, float]:
    """The function of each of three quantiles; it must rise."""
    low, middle, high = triple
    return function(low), function(middle), function(high)


def _cell_quantiles(axis: Floats, share: Floats) -> tuple[float, float, float]:
    """5, 50 and 95 % quantiles when each point's share lies evenly over its cell."""
    half = (axis[1] - axis[0]) / 2
    edges = np.append(axis - half, axis[-1] + half)
    cumulative = np.append(0.0, np.cumsum(share))
    low, middle, high = np.interp([0.05, 0.5, 0.95], cumulative, edges).tolist()
    return low, middle, high


def _quantiles(values: Floats, weights: Floats) -> tuple[float, float, float]:
    """5, 50 and 95 % quantiles of weighted values."""
    order = np.argsort(values, kind="stable")
    cumulative = np.cumsum(weights[order]) - weights[order] / 2
    low, middle, high = np.interp([0.05, 0.5, 0.95], cumulative, values[order]).tolist()
    return low, middle, high

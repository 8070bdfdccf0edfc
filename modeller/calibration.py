"""What the record says of the model's numbers: posteriors, drifting levels, 90 % ranges.

Three rates of the model drift from week to week: faces a deployment, true alerts a
deployment, arrests a true alert. Each week's rate is ``rate · exp(x)``, and x follows
``x_w = φ x_{w−1} + σ ε_w``. For each of the three, this module finds together the rate at
x = 0 (the median of the long run), φ, σ, the noise of the week's count about its rate, and x
in the last week. It works so:

* The count's likelihood is that of the model's own noise: gamma for faces, negative binomial
  for true alerts, and for arrests a binomial whose deviance is divided by the dispersion
  (extended quasi-likelihood; Nelder and Pregibon 1987). Weeks without deployments say
  nothing about the rate, but the level moves on through them.
* For given φ, σ and noise, the weeks' levels and the rate are integrated out by Laplace's
  method: Newton steps on a tridiagonal system, one elimination for the whole record
  (Rue, Martino and Chopin 2009 do the same).
* φ, σ and the noise are integrated over a grid that is moved and narrowed to where the
  posterior lies. So the range of the rate allows for the drift, and for not knowing how
  strong the drift is; treating the weeks as independent would make it far too narrow.

The grid carries weak priors, which matter when weeks are few and fade as they become many.
Each is a lognormal whose 90 % range goes from a quarter to four times its median: the level's
half-life 8 weeks (φ about 0.92), its stationary standard deviation 0.15 (on the log scale, or
the logit scale for arrests), the noise shape or size 8 a deployment, the dispersion above one
0.2. The rate's own prior is flat for faces and alerts and covers 8 to 92 % for the share of
arrests. One week with deployments is enough to calculate; ten or more are needed before the
ranges say more than the priors.

The level of arrests is fitted on the logit scale, where a share stays a share, and handed
over on the log scale (times one minus the share), where the model applies it.

How far the last level lies above the long-run rate depends on what that rate is: their sum is
known far better than either. ``level_<x>_start_slope`` says by how much the start falls for a
rate one unit higher on its natural scale (log, or logit for arrests), and
``level_<x>_start_sd`` is what is then left unknown.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from modeller.distributions import Z95, from_table
from modeller.elementary import normal_quantile
from modeller.errors import ModellerError, Problem
from modeller.evidence import Record, figure

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]
Table = Mapping[str, float | str]

FIRST_COMPARABLE_WEEK = date(2024, 9, 16)
"""From this week on the threshold and the basis of the face count are today's."""

USEFUL_WEEKS = 10
"""With fewer weeks of deployments the ranges are mostly the priors'."""

LONGEST_DRIFT = 520
"""Levels are fitted to this many weeks at most: what was ten years ago says nothing of today."""

DIMINISHING_RETURNS_RANGE = (0.0, 0.35)
"""Stated 90 % range of the exponent; see `_diminishing_returns` for how it is supported."""

_FACTOR_SD = math.log(4.0) / Z95  # a lognormal whose 90 % range is a quarter to four times
_HALF_LIFE_WEEKS = 8.0
_STATIONARY_SD = 0.15
_NOISE_PER_DEPLOYMENT = 8.0
_EXTRA_DISPERSION = 0.2
_GRID_STEPS = 9
_PRIOR_WIDTH = 2.5  # half-width of the first grid, in standard deviations of the prior
_POSTERIOR_WIDTH = 3.0
_REFERENCE_WEEKS = 52
_NEWTON_STEPS = 50
_REFINEMENTS = 3


@dataclass(frozen=True)
class Estimate:
    """One calibrated number with its 90 % range.

    Attributes
    ----------
    value
        Median of the posterior, or the figure itself where there is no posterior.
    p05, p95
        Ends of the 90 % range; equal to `value` for a plain count or mean.
    method
        How it was found, in one sentence.
    weeks
        Weeks with something to say about it.
    grade
        ``derived`` or ``judgement``.
    """

    key: str
    value: float
    p05: float
    p95: float
    unit: str
    method: str
    weeks: int
    grade: str = "derived"


@dataclass(frozen=True)
class Calibration:
    """What one record gives: tables for the catalogue's beliefs, numbers for its constants.

    Attributes
    ----------
    record_digest, first_day, last_day
        The weeks used, and the record they come from.
    beliefs
        By key, tables that `modeller.distributions.from_table` takes.
    constants
        By key.
    estimates
        Every number with its 90 % range, for printing and for tests.
    """

    record_digest: str
    first_day: date
    last_day: date
    beliefs: Mapping[str, Table]
    constants: Mapping[str, float]
    estimates: tuple[Estimate, ...]

    def estimate(self, key: str) -> Estimate:
        """The estimate called `key`; KeyError when there is none."""
        for candidate in self.estimates:
            if candidate.key == key:
                return candidate
        raise KeyError(key)

    def table(self) -> pd.DataFrame:
        """The estimates as a table, one row each, by key."""
        import pandas as pd

        return pd.DataFrame([vars(estimate) for estimate in self.estimates]).set_index("key")


def calibrate(
    record: Record, *, since: date = FIRST_COMPARABLE_WEEK, until: date | None = None
) -> Calibration:
    """Posteriors and levels from a record (equations 4, 5, 6, 8 and 12 of the model).

    Parameters
    ----------
    record
        Weekly counts.
    since
        Only weeks that begin on or after this day.
    until
        Only weeks that are over before this day; all if not given. Weeks of the record's
        own span without a row count as weeks without deployments, up to this day too.

    Raises
    ------
    ModellerError
        When no week is left, or none with deployments or with faces on the current basis.
    """
    weeks = _window(record, since, until)
    reference = _reference_deployments(weeks)
    gathered = _Gathered()
    _false_alerts(weeks, gathered)
    _faces(weeks, gathered)
    _true_alerts(weeks, reference, gathered)
    _arrests(weeks, gathered)
    _diminishing_returns(weeks, gathered)
    _black_share(gathered)
    gathered.constant(
        "reference_deployments",
        reference,
        (reference, reference),
        "deployments a week",
        f"Mean of the last {_REFERENCE_WEEKS} calendar weeks, those without deployments included.",
        min(len(weeks), _REFERENCE_WEEKS),
    )
    _hours(weeks, gathered)
    return Calibration(
        record_digest=record.digest,
        first_day=weeks.first_day,
        last_day=weeks.last_day,
        beliefs=MappingProxyType(gathered.beliefs),
        constants=MappingProxyType(gathered.constants),
        estimates=tuple(gathered.estimates),
    )


class _Gathered:
    """Results on their way into a `Calibration`."""

    def __init__(self) -> None:
        self.beliefs: dict[str, Table] = {}
        self.constants: dict[str, float] = {}
        self.estimates: list[Estimate] = []

    def belief(
        self, key: str, table: Table, unit: str, method: str, weeks: int, grade: str = "derived"
    ) -> None:
        """Add a belief; its median and range are those of its own distribution."""
        p05, median, p95 = from_table(table).quantile([0.05, 0.5, 0.95]).tolist()
        # a stated range is given back as it was stated, without the last bit of a quantile
        p05, p95 = float(table.get("p05", p05)), float(table.get("p95", p95))
        self.beliefs[key] = MappingProxyType(dict(table))
        self.estimates.append(Estimate(key, median, p05, p95, unit, method, weeks, grade))

    def constant(
        self,
        key: str,
        value: float,
        ends: tuple[float, float],
        unit: str,
        method: str,
        weeks: int,
    ) -> None:
        """Add a constant with the ends of its 90 % range."""
        self.constants[key] = value
        self.estimates.append(Estimate(key, value, *ends, unit, method, weeks))


# --- Which weeks ---------------------------------------------------------------------------


def _window(record: Record, since: date, until: date | None) -> Record:
    """Every calendar week between the two days that lies within the record."""
    whole = record.by_week().since(since)
    weeks = whole if until is None else whole.until(until)
    if not weeks.deployments.any():
        raise ModellerError(
            Problem(
                record.name,
                f"has no deployments from {weeks.first_day} to {weeks.last_day}",
                f"calibration needs one week with deployments, and {USEFUL_WEEKS} or more "
                "before its ranges say much",
            )
        )
    comparable = (weeks.face_count_basis == "current") & (weeks.faces_scanned > 0)
    if not comparable.any():
        raise ModellerError(
            Problem(
                record.name,
                f"has no faces on the current basis from {weeks.first_day} to {weeks.last_day}",
                "rates per face need one week or more whose face_count_basis is current; the "
                f"first comparable week is that of {FIRST_COMPARABLE_WEEK}",
            )
        )
    return weeks


def _reference_deployments(weeks: Record) -> float:
    recent = float(weeks.deployments[-_REFERENCE_WEEKS:].mean())
    return recent if recent > 0.0 else float(weeks.deployments.mean())


# --- Conjugate posteriors and plain figures ----------------------------------------------------


def _false_alerts(weeks: Record, gathered: _Gathered) -> None:
    """Gamma posterior under Jeffreys' prior; thresholds are not pooled (equation 6)."""
    known = weeks.threshold[np.isfinite(weeks.threshold)]
    same = np.isnan(weeks.threshold) | (weeks.threshold == known[-1] if known.size else True)
    used = same & (weeks.face_count_basis == "current") & (weeks.faces_scanned > 0)
    alerts = int(weeks.false_alerts[used].sum())
    faces = int(weeks.faces_scanned[used].sum())
    gathered.belief(
        "false_alerts_per_million_faces",
        {"family": "gamma", "shape": alerts + 0.5, "rate": faces / 1e6},
        "false alerts per million faces",
        f"Gamma posterior under Jeffreys' prior from {alerts:,} false alerts in {faces:,} faces, "
        "in weeks on the current face-count basis and at the last week's threshold.",
        int(used.sum()),
    )


def _black_share(gathered: _Gathered) -> None:
    """Beta posterior under Jeffreys' prior from the Met's own report (equation 12)."""
    black, all_false = (
        figure(key).number for key in ("false-alerts-black", "annual-report-false-alerts")
    )
    if black is None or all_false is None:
        raise ValueError("the two figures of the annual report have lost their numbers")
    gathered.belief(
        "black_share_of_false_alerts",
        {"family": "beta", "a": black + 0.5, "b": all_false - black + 0.5},
        "share",
        f"Beta posterior under Jeffreys' prior from {black:g} of {all_false:g} false alerts in "
        "the Met's annual report to September 2025; not from the weekly record.",
        0,
    )


def _hours(weeks: Record, gathered: _Gathered) -> None:
    """Mean hours of a deployment, where the record has any."""
    used = np.isfinite(weeks.hours) & (weeks.deployments > 0)
    if not used.any():
        return
    deployments = weeks.deployments[used]
    mean = float(weeks.hours[used].sum() / deployments.sum())
    # of a ratio of sums, by linearisation
    residuals = weeks.hours[used] - mean * deployments
    error = float(np.sqrt((residuals**2).sum()) / deployments.sum())
    gathered.constant(
        "hours_per_deployment",
        mean,
        (mean - Z95 * error, mean + Z95 * error),
        "hours",
        f"Hours over deployments, {int(deployments.sum()):,} deployments whose hours are known.",
        int(used.sum()),
    )


def _diminishing_returns(weeks: Record, gathered: _Gathered) -> None:
    """The stated range, and beside it what a regression says (equation 5).

    The regression is of a week's true alerts on the logarithm of its deployments and a straight
    time trend, negative binomial with a size in proportion to deployments, chosen so that
    Pearson's statistic equals its degrees of freedom.

    The stated range has the regression's middle, but it does not follow from the
    regression: the standard error alone would make it nearly twice as wide and let returns
    increase. It is the part of that range in which returns neither increase nor fall off
    faster than the record's busiest weeks allow one to think, and so it is a judgement.
    """
    low, high = DIMINISHING_RETURNS_RANGE
    slope = _slope_of_alerts(weeks)
    if slope is None:
        finding = "too few weeks, or deployments that hardly vary, for a regression to check it"
    else:
        value, error = slope
        ends = (-value - Z95 * error, -value + Z95 * error)
        gathered.estimates.append(
            Estimate(
                "diminishing_returns_regression",
                -value,
                *ends,
                "exponent",
                "Negative binomial regression of true alerts a deployment on deployments with a "
                f"straight time trend: slope {value:.2f} ± {error:.2f}.",
                int((weeks.deployments > 0).sum()),
            )
        )
        finding = f"the regression alone gives {ends[0]:.2f} to {ends[1]:.2f}"
    gathered.belief(
        "diminishing_returns",
        {"family": "normal", "p05": low, "p95": high},
        "exponent",
        f"Stated range of the exponent from none to {high:g}, a judgement; {finding}.",
        int((weeks.deployments > 0).sum()) if slope else 0,
        grade="judgement",
    )


def _slope_of_alerts(weeks: Record) -> tuple[float, float] | None:
    """Slope on log deployments and its standard error; None where it cannot be estimated."""
    used = weeks.deployments > 0
    deployments = weeks.deployments[used].astype(np.float64)
    alerts = weeks.true_alerts[used].astype(np.float64)
    if used.sum() < USEFUL_WEEKS or np.unique(deployments).size < 3 or not alerts.any():
        return None
    time = np.flatnonzero(used).astype(np.float64)
    logs = np.log(deployments)
    design = np.column_stack((np.ones_like(logs), logs - logs.mean(), time - time.mean()))

    def fit(size: float) -> tuple[Floats, Floats, float]:
        coefficients = np.array([math.log(alerts.sum() / deployments.sum()), 0.0, 0.0])
        information = np.eye(3)
        mean = weight = np.ones_like(alerts)
        for _ in range(25):
            mean = deployments * np.exp(np.clip(design @ coefficients, -30.0, 30.0))
            weight = mean / (1.0 + mean / (size * deployments))
            information = design.T @ (design * weight[:, None])
            step = np.linalg.solve(information, design.T @ (weight * (alerts - mean) / mean))
            coefficients = coefficients + np.clip(step, -2.0, 2.0)
            if np.abs(step).max() < 1e-9:
                break
        return coefficients, information, float((weight * (alerts / mean - 1.0) ** 2).sum())

    free = alerts.size - 3
    low, high = math.log(0.1), math.log(1e4)
    try:
        # Pearson's statistic grows with the size; where even the ends do not reach it, an end
        for _ in range(25):
            middle = (low + high) / 2
            low, high = (middle, high) if fit(math.exp(middle))[2] < free else (low, middle)
        coefficients, information, _ = fit(math.exp(high))
        error = math.sqrt(float(np.linalg.inv(information)[1, 1]))
    except (np.linalg.LinAlgError, ValueError):
        return None
    return float(coefficients[1]), error


# --- Drifting levels ---------------------------------------------------------------------------


class _Likelihood(Protocol):
    """A week's count given the logarithm (or logit) of its rate.

    Arrays are (weeks, points of the grid); a week that says nothing is in neither.
    """

    @property
    def noise_median(self) -> float:
        """Median of the prior of the noise parameter."""

    def normalisation(self, noise: Floats) -> Floats:
        """Terms of the log-likelihood that do not depend on the rate, by noise, shape (grid,)."""

    def start(self) -> Floats:
        """Rate at which each week's likelihood is greatest, about, shape (weeks, 1)."""

    def at(self, eta: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
        """Log-likelihood without `normalisation`, its slope, its curvature with sign turned."""


def _log_gamma(x: Floats) -> Floats:
    # math.lgamma, because scipy is slow to import
    return np.array([math.lgamma(value) for value in x.ravel().tolist()]).reshape(x.shape)


@dataclass(frozen=True)
class _GammaNoise:
    """Faces: gamma with shape `noise` a deployment."""

    count: Floats
    deployments: Floats
    noise_median: float = _NOISE_PER_DEPLOYMENT

    def normalisation(self, noise: Floats) -> Floats:
        shape = self.deployments * noise
        terms = shape * np.log(shape) + (shape - 1.0) * np.log(self.count) - _log_gamma(shape)
        return np.asarray(terms.sum(axis=0))

    def start(self) -> Floats:
        return np.log(self.count)

    def at(self, eta: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
        shape = self.deployments * noise
        share = shape * self.count * np.exp(-eta)
        return -shape * eta - share, share - shape, share


@dataclass(frozen=True)
class _NegativeBinomial:
    """True alerts: negative binomial with size `noise` a deployment."""

    count: Floats
    deployments: Floats
    noise_median: float = _NOISE_PER_DEPLOYMENT

    def normalisation(self, noise: Floats) -> Floats:
        size = self.deployments * noise
        terms = (
            _log_gamma(self.count + size)
            - _log_gamma(size)
            - _log_gamma(self.count + 1.0)
            + size * np.log(size)
        )
        return np.asarray(terms.sum(axis=0))

    def start(self) -> Floats:
        return np.log(self.count + 0.5)

    def at(self, eta: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
        size = self.deployments * noise
        mean = np.exp(eta)
        share = mean / (size + mean)
        both = self.count + size
        value = self.count * eta - both * np.log(size + mean)
        return value, self.count - both * share, both * share * (1.0 - share)


@dataclass(frozen=True)
class _OverdispersedBinomial:
    """Arrests among true alerts: binomial, with 1 + `noise` times its variance."""

    count: Floats
    trials: Floats
    noise_median: float = _EXTRA_DISPERSION

    def normalisation(self, noise: Floats) -> Floats:
        share = self.count / self.trials
        best = self.count * np.log(np.where(share > 0.0, share, 1.0)) + (
            self.trials - self.count
        ) * np.log(np.where(share < 1.0, 1.0 - share, 1.0))
        dispersion = 1.0 + noise
        terms = -best.sum() / dispersion - 0.5 * self.count.size * np.log(dispersion)
        return np.asarray(terms)

    def start(self) -> Floats:
        return np.log((self.count + 0.5) / (self.trials - self.count + 0.5))

    def at(self, eta: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
        share = 1.0 / (1.0 + np.exp(-eta))
        dispersion = 1.0 + noise
        value = self.count * eta - self.trials * np.logaddexp(0.0, eta)
        slope = self.count - self.trials * share
        curvature = self.trials * share * (1.0 - share)
        return value / dispersion, slope / dispersion, curvature / dispersion


@dataclass(frozen=True)
class _Grid:
    """Points of (half-life, stationary standard deviation, noise), as logarithms, (points,)."""

    axes: tuple[Floats, Floats, Floats]

    @property
    def points(self) -> tuple[Floats, Floats, Floats]:
        half_life, spread, noise = np.meshgrid(*self.axes, indexing="ij")
        return half_life.ravel(), spread.ravel(), noise.ravel()

    @classmethod
    def around(cls, middles: Sequence[float], half_widths: Sequence[float]) -> _Grid:
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

    def refined(self, weights: Floats) -> _Grid:
        """A grid about the posterior, not narrower than one can tell from this one."""
        moments = self.moments(weights)
        return _Grid.around(
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
class _Inner:
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
class _Level:
    """A fitted level, on the scale of its fit. Triples are the 5, 50 and 95 % quantiles."""

    rate: float
    rate_sd: float
    persistence: tuple[float, float, float]
    sd: tuple[float, float, float]
    noise: tuple[float, float, float]
    start: float
    start_sd: float
    start_slope: float
    weeks: int


def _integrate(
    likelihood: _Likelihood,
    seen: Booleans,
    offset: Floats,
    prior: tuple[float, float],
    grid: _Grid,
) -> _Inner:
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
    return _Inner(evidence, rate, 1.0 / precision, level[-1], -tied[-1], 1.0 / pivot[-1])


def _spread_over(grid: _Grid, likelihood: _Likelihood) -> Floats:
    """The likelihood's normalisation at each point; it depends on the noise alone."""
    half_life, spread, noise = grid.axes
    return np.tile(likelihood.normalisation(np.exp(noise)), half_life.size * spread.size)


def _fit_level(
    likelihood: _Likelihood, seen: Booleans, offset: Floats, prior: tuple[float, float]
) -> _Level:
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
        math.log(_STATIONARY_SD),
        math.log(likelihood.noise_median),
    )

    def weigh(grid: _Grid) -> tuple[_Inner, Floats]:
        inner = _integrate(likelihood, seen, offset, prior, grid)
        density = inner.evidence.copy()
        for points, centre in zip(grid.points, centres, strict=True):
            density -= 0.5 * ((points - centre) / _FACTOR_SD) ** 2
        weights = np.exp(density - density.max())
        return inner, weights / weights.sum()

    grid = _Grid.around(centres, (_PRIOR_WIDTH * _FACTOR_SD,) * 3)
    inner, weights = weigh(grid)
    for _ in range(_REFINEMENTS):
        if grid.fits(weights):
            break
        grid = grid.refined(weights)
        inner, weights = weigh(grid)
    return _summary(grid, inner, weights, int(seen.sum()))


def _summary(grid: _Grid, inner: _Inner, weights: Floats, weeks: int) -> _Level:
    log_half_life, log_spread, _ = grid.points
    persistence = np.exp2(-np.exp(-log_half_life))
    sd = np.exp(log_spread) * np.sqrt(1.0 - persistence**2)
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
    return _Level(
        rate=rate,
        rate_sd=(high - low) / (2.0 * Z95),
        persistence=_each(lambda value: math.pow(2.0, -math.exp(-value)), half_life),
        sd=_quantiles(sd, weights),
        noise=_each(math.exp, noise),
        start=last_mean + slope * (rate - rate_mean),
        start_sd=math.sqrt(max(last_variance - slope**2 * rate_variance, 0.0)),
        start_slope=slope,
        weeks=weeks,
    )


def _each(
    function: Callable[[float], float], triple: tuple[float, float, float]
) -> tuple[float, float, float]:
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


def _recent(weeks: Record) -> Record:
    if len(weeks) <= LONGEST_DRIFT:
        return weeks
    recent = weeks.since(weeks.week_starting[-LONGEST_DRIFT])
    return recent if recent.deployments.any() else weeks


def _column(values: NDArray[np.int64], seen: Booleans) -> Floats:
    return values[seen].astype(np.float64)[:, None]


def _faces(weeks: Record, gathered: _Gathered) -> None:
    """Faces a deployment, their noise and their level (equation 4)."""
    weeks = _recent(weeks)
    # a week in which nothing was counted says nothing of a camera that works
    seen = (
        (weeks.deployments > 0) & (weeks.faces_scanned > 0) & (weeks.face_count_basis == "current")
    )
    crude = _crude_rate(weeks.faces_scanned, weeks.deployments, seen)
    offset = np.log(np.maximum(weeks.deployments, 1))
    likelihood = _GammaNoise(_column(weeks.faces_scanned, seen), _column(weeks.deployments, seen))
    level = _fit_level(likelihood, seen, offset, (crude, _FLAT_SD))
    gathered.belief(
        "faces_per_deployment",
        {"family": "lognormal", "median": math.exp(level.rate), "sd": level.rate_sd},
        "faces",
        "Median of the long run under a drifting level and gamma noise, Laplace's method over a "
        f"grid; plain mean of the same weeks {math.exp(crude):,.0f}.",
        level.weeks,
    )
    _noise(
        "faces_shape_per_deployment",
        level.noise,
        "gamma shape a deployment",
        "Shape of the week's noise about its drifting level, fitted with it.",
        level.weeks,
        gathered,
    )
    _level_constants("faces", level, 1.0, gathered)


def _true_alerts(weeks: Record, reference: float, gathered: _Gathered) -> None:
    """True alerts a deployment, their noise and their level (equation 5)."""
    weeks = _recent(weeks)
    seen = weeks.deployments > 0
    crude = _crude_rate(weeks.true_alerts, weeks.deployments, seen)
    deployments = np.maximum(weeks.deployments, 1).astype(np.float64)
    exponent = sum(DIMINISHING_RETURNS_RANGE) / 2
    offset = np.log(deployments) - exponent * np.log(deployments / reference)
    likelihood = _NegativeBinomial(
        _column(weeks.true_alerts, seen), _column(weeks.deployments, seen)
    )
    level = _fit_level(likelihood, seen, offset, (crude, _FLAT_SD))
    gathered.belief(
        "true_alerts_per_deployment",
        {"family": "lognormal", "median": math.exp(level.rate), "sd": level.rate_sd},
        "true alerts",
        "Median of the long run at the reference deployments a week, under a drifting level and "
        "negative binomial noise, Laplace's method over a grid; plain mean of the same weeks "
        f"{math.exp(crude):.1f}.",
        level.weeks,
    )
    _noise(
        "true_alerts_size_per_deployment",
        level.noise,
        "negative binomial size a deployment",
        "Size of the week's noise about its drifting level, fitted with it.",
        level.weeks,
        gathered,
    )
    _level_constants("alerts", level, 1.0, gathered)


def _arrests(weeks: Record, gathered: _Gathered) -> None:
    """Arrests a true alert, their dispersion and their level (equation 8)."""
    weeks = _recent(weeks)
    seen = weeks.true_alerts > 0
    likelihood = _OverdispersedBinomial(
        _column(weeks.arrests, seen), _column(weeks.true_alerts, seen)
    )
    level = _fit_level(likelihood, seen, np.zeros(len(weeks)), (0.0, _SHARE_PRIOR_SD))
    share = 1.0 / (1.0 + math.exp(-level.rate))
    alerts = int(weeks.true_alerts.sum())
    plain = f"{weeks.arrests.sum() / alerts:.3f}" if alerts else "not defined"
    gathered.belief(
        "arrests_per_true_alert",
        {"family": "logit-normal", "median": share, "sd": level.rate_sd},
        "share",
        "Median of the long run under a drifting level and an over-dispersed binomial, Laplace's "
        f"method over a grid; plain share of the same weeks {plain}.",
        level.weeks,
    )
    _noise(
        "arrests_dispersion",
        _each(lambda extra: 1.0 + extra, level.noise),
        "times binomial variance",
        "Variance of a week's arrests given its true alerts and the drifting level, over the "
        "binomial's, by extended quasi-likelihood.",
        level.weeks,
        gathered,
    )
    _level_constants("arrests", level, 1.0 - share, gathered)


_FLAT_SD = 3.0  # of a log rate about the plain mean: twenty times lower or higher at 1 sd
_SHARE_PRIOR_SD = 1.5


def _crude_rate(counts: NDArray[np.int64], deployments: NDArray[np.int64], seen: Booleans) -> float:
    """Logarithm of the plain mean a deployment; half a count keeps it finite."""
    if not seen.any():
        return 0.0
    total = max(float(counts[seen].sum()), 0.5)
    return math.log(total / float(deployments[seen].sum()))


def _noise(
    key: str,
    quantiles: tuple[float, float, float],
    unit: str,
    method: str,
    weeks: int,
    gathered: _Gathered,
) -> None:
    low, middle, high = quantiles
    gathered.constant(key, middle, (low, high), unit, method, weeks)


def _level_constants(name: str, level: _Level, scale: float, gathered: _Gathered) -> None:
    """The level's constants; `scale` brings steps of the fit's scale to the log scale."""
    key = f"level_{name}"
    start, start_sd = scale * level.start, scale * level.start_sd
    slope = scale * level.start_slope
    low, middle, high = level.persistence
    fitted = "median of the posterior over the grid"
    gathered.constant(
        f"{key}_persistence",
        middle,
        (low, high),
        "a week",
        f"Share of this week's departure left next week, {fitted}.",
        level.weeks,
    )
    low, middle, high = (scale * value for value in level.sd)
    gathered.constant(
        f"{key}_sd",
        middle,
        (low, high),
        "log",
        f"Standard deviation of the week's new departure, {fitted}.",
        level.weeks,
    )
    gathered.constant(
        f"{key}_start",
        start,
        (start - Z95 * start_sd, start + Z95 * start_sd),
        "log",
        "Filtered departure in the last week from the long-run rate's median.",
        level.weeks,
    )
    gathered.constant(
        f"{key}_start_sd",
        start_sd,
        (start_sd, start_sd),
        "log",
        "Standard deviation of that departure once the long-run rate is given.",
        level.weeks,
    )
    gathered.constant(
        f"{key}_start_slope",
        slope,
        (slope, slope),
        "log for one unit of the rate's natural scale",
        "Change of that departure with the long-run rate: their sum is known better than either.",
        level.weeks,
    )

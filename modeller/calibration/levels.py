"""The three rates that drift: faces, true alerts, arrests per true alert (equations 4, 5, 8)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats
from modeller.base.language import numeral, translate
from modeller.calibration.diminishing_returns import DIMINISHING_RETURNS_RANGE
from modeller.calibration.estimates import Gathered
from modeller.calibration.likelihoods import GammaNoise, NegativeBinomial, OverdispersedBinomial
from modeller.calibration.state_space import (
    Booleans,
    Level,
    Posterior,
    each,
    fit_level,
    summarised,
)
from modeller.evidence import Record
from modeller.model.distributions import Z95

LONGEST_DRIFT = 520
"""Levels are fitted to this many weeks at most: what was ten years ago says nothing of today."""
_FLAT_SD = 3.0  # of a log rate about the plain mean: twenty times lower or higher at 1 sd
_SHARE_PRIOR_SD = 1.5


def _recent(weeks: Record) -> Record:
    if len(weeks) <= LONGEST_DRIFT:
        return weeks
    recent = weeks.since(weeks.week_starting[-LONGEST_DRIFT])
    return recent if recent.deployments.any() else weeks


def _column(values: NDArray[np.int64], seen: Booleans) -> Floats:
    return values[seen].astype(np.float64)[:, None]


@dataclass(frozen=True)
class Fitted:
    """A level's posterior, the plain rate on its natural scale, and how many weeks were seen."""

    posterior: Posterior
    crude: float
    weeks: int

    @property
    def level(self) -> Level:
        """In the figures that the model takes."""
        return summarised(self.posterior, self.weeks)


def fit_faces(weeks: Record) -> Fitted:
    """Faces a deployment, on the log scale (equation 4)."""
    weeks = _recent(weeks)
    # a week in which nothing was counted says nothing of a camera that works
    seen = (
        (weeks.deployments > 0) & (weeks.faces_scanned > 0) & (weeks.face_count_basis == "current")
    )
    crude = _crude_rate(weeks.faces_scanned, weeks.deployments, seen)
    offset = np.log(np.maximum(weeks.deployments, 1))
    likelihood = GammaNoise(_column(weeks.faces_scanned, seen), _column(weeks.deployments, seen))
    return Fitted(fit_level(likelihood, seen, offset, (crude, _FLAT_SD)), crude, int(seen.sum()))


def fit_true_alerts(weeks: Record, reference: float) -> Fitted:
    """True alerts a deployment at `reference` deployments a week, on the log scale (equation 5)."""
    weeks = _recent(weeks)
    seen = weeks.deployments > 0
    crude = _crude_rate(weeks.true_alerts, weeks.deployments, seen)
    deployments = np.maximum(weeks.deployments, 1).astype(np.float64)
    exponent = sum(DIMINISHING_RETURNS_RANGE) / 2
    offset = np.log(deployments) - exponent * np.log(deployments / reference)
    likelihood = NegativeBinomial(
        _column(weeks.true_alerts, seen), _column(weeks.deployments, seen)
    )
    return Fitted(fit_level(likelihood, seen, offset, (crude, _FLAT_SD)), crude, int(seen.sum()))


def fit_arrests(weeks: Record) -> Fitted:
    """Arrests a true alert, on the logit scale (equation 8)."""
    weeks = _recent(weeks)
    seen = weeks.true_alerts > 0
    likelihood = OverdispersedBinomial(
        _column(weeks.arrests, seen), _column(weeks.true_alerts, seen)
    )
    posterior = fit_level(likelihood, seen, np.zeros(len(weeks)), (0.0, _SHARE_PRIOR_SD))
    return Fitted(posterior, 0.0, int(seen.sum()))


def add_faces(weeks: Record, gathered: Gathered) -> None:
    """Faces a deployment, their noise and their level (equation 4)."""
    fitted = fit_faces(weeks)
    level = fitted.level
    gathered.belief(
        "faces_per_deployment",
        {"family": "lognormal", "median": math.exp(level.rate), "sd": level.rate_sd},
        "faces",
        translate(
            "Calibration",
            "Median of the long run under a drifting level and gamma noise, Laplace's method over "
            "a grid; plain mean of the same weeks {mean}.",
            mean=numeral(math.exp(fitted.crude), ",.0f"),
        ),
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


def add_true_alerts(weeks: Record, reference: float, gathered: Gathered) -> None:
    """True alerts a deployment, their noise and their level (equation 5)."""
    fitted = fit_true_alerts(weeks, reference)
    level = fitted.level
    gathered.belief(
        "true_alerts_per_deployment",
        {"family": "lognormal", "median": math.exp(level.rate), "sd": level.rate_sd},
        "true alerts",
        translate(
            "Calibration",
            "Median of the long run at the reference deployments a week, under a drifting level "
            "and negative binomial noise, Laplace's method over a grid; plain mean of the same "
            "weeks {mean}.",
            mean=numeral(math.exp(fitted.crude), ".1f"),
        ),
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


def add_arrests(weeks: Record, gathered: Gathered) -> None:
    """Arrests a true alert, their dispersion and their level (equation 8)."""
    level = fit_arrests(weeks).level
    share = 1.0 / (1.0 + math.exp(-level.rate))
    recent = _recent(weeks)
    alerts = int(recent.true_alerts.sum())
    if alerts:
        plain = numeral(recent.arrests.sum() / alerts, ".3f")
    else:
        plain = translate("Calibration", "not defined")
    gathered.belief(
        "arrests_per_true_alert",
        {"family": "logit-normal", "median": share, "sd": level.rate_sd},
        "share",
        translate(
            "Calibration",
            "Median of the long run under a drifting level and an over-dispersed binomial, "
            "Laplace's method over a grid; plain share of the same weeks {plain}.",
            plain=plain,
        ),
        level.weeks,
    )
    _noise(
        "arrests_dispersion",
        each(lambda extra: 1.0 + extra, level.noise),
        "times binomial variance",
        "Variance of a week's arrests given its true alerts and the drifting level, over the "
        "binomial's, by extended quasi-likelihood.",
        level.weeks,
        gathered,
    )
    _level_constants("arrests", level, 1.0 - share, gathered)


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
    gathered: Gathered,
) -> None:
    low, middle, high = quantiles
    gathered.constant(key, middle, (low, high), unit, method, weeks)


def _level_constants(name: str, level: Level, scale: float, gathered: Gathered) -> None:
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

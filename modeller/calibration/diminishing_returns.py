"""How yield falls with deployments: the stated range, and a regression beside it (equation 5)."""

from __future__ import annotations

import math

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.language import numeral, translate
from modeller.calibration.estimates import Estimate, Gathered
from modeller.calibration.posteriors import USEFUL_WEEKS
from modeller.evidence import Record
from modeller.model.distributions import Z95

DIMINISHING_RETURNS_RANGE = (0.0, 0.35)
"""Stated 90 % range of the exponent; see `_diminishing_returns` for how it is supported."""


def add_diminishing_returns(weeks: Record, gathered: Gathered) -> None:
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
        finding = translate(
            "Calibration",
            "too few weeks, or deployments that hardly vary, for a regression to check it",
        )
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
        finding = translate(
            "Calibration",
            "the regression alone gives {low} to {high}",
            low=numeral(ends[0], ".2f"),
            high=numeral(ends[1], ".2f"),
        )
    gathered.belief(
        "diminishing_returns",
        {"family": "normal", "p05": low, "p95": high},
        "exponent",
        translate(
            "Calibration",
            "Stated range of the exponent from none to {high}, a judgement; {finding}.",
            high=numeral(high, "g"),
            finding=finding,
        ),
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

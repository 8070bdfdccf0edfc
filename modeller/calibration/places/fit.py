"""The model of places fitted to a record: faces, true alerts and arrests, and where they come from.

Three outcomes are fitted apart, each with its own level, boroughs, sites and noise: faces
(gamma), true alerts (negative binomial), and what leads from alerts to arrests, in two ways:
arrests themselves (negative binomial) or the share of true alerts that ends in one
(beta-binomial). Events are left out; ordinary yields are what a mix over places is made of.

Two terms are known of each deployment. Its hours, where published: the logarithm over their
mean, nought elsewhere. For alerts and arrests the deployments of its week: the more there
are, the less each yields (`diminishing_returns`). The level is referred to the rate of
deployments at which it and that coefficient are uncorrelated, so that a belief about
diminishing returns, drawn apart, does not move what the record knows of today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from modeller.calibration.places.effects import Layout, Term
from modeller.calibration.places.noise import CountNoise, GammaNoise, Noise, ShareNoise
from modeller.calibration.places.rows import FIRST_COMPARABLE_DAY, Deployments
from modeller.calibration.places.spreads import POINTS, Posterior, Prior, find_spreads
from modeller.elementary import Floats, exp, log

Outcome = Literal["faces", "alerts", "arrests", "share"]
OUTCOMES: tuple[Outcome, ...] = ("faces", "alerts", "arrests", "share")
REFERENCE_HOURS = 5.6
"""Hours about which their effect is measured where none are known."""

# Medians of noise size, site sd, borough sd and weekly drift; each within a factor of four.
PRIORS: Mapping[Outcome, Prior] = MappingProxyType(
    {
        "faces": Prior((8.0, 0.3, 0.15, 0.025)),
        "alerts": Prior((8.0, 0.3, 0.15, 0.025)),
        "arrests": Prior((8.0, 0.3, 0.15, 0.025)),
        "share": Prior((50.0, 0.15, 0.05, 0.025)),
    }
)
# Of the elasticity in hours: weak, so that the record speaks. A share has none by default.
_HOURS_PRIOR: Mapping[Outcome, tuple[float, float]] = MappingProxyType(
    {"faces": (0.7, 1.0), "alerts": (0.7, 1.0), "arrests": (0.7, 1.0), "share": (0.0, 0.5)}
)
RETURNS_PRIOR = (0.15, 0.10)
"""Mean and sd of `diminishing_returns`: the catalogue's belief, a judgement that the record backs."""


@dataclass(frozen=True, eq=False)
class OutcomeFit:
    """One outcome's posterior.

    Attributes
    ----------
    base
        Plain rate on the log (share: logit) scale, to which all effects are added.
    reference_log
        Logarithm of the deployments a week that the level is referred to, less the mean about
        which the term was taken; nought without the term.
    reference_deployments
        The same as a rate a week; NaN without the term.
    """

    outcome: Outcome
    layout: Layout
    posterior: Posterior
    base: float
    rows: int
    reference_log: float = 0.0
    reference_deployments: float = float("nan")

    def term(self, name: str) -> int | None:
        """Where a term's coefficient stands among the others; None when it was not fitted."""
        for index, term in enumerate(self.layout.terms):
            if term.name == name:
                return self.layout.first_term + index
        return None

    def coefficient(self, name: str) -> tuple[float, float]:
        """Mean and standard deviation of a term's coefficient over the whole posterior."""
        at = self.term(name)
        if at is None:
            raise KeyError(name)
        weights, effects = self.posterior.weights, self.posterior.effects
        mean = float((weights * effects.others[at]).sum())
        variance = effects.covariance(at)[at] + (effects.others[at] - mean) ** 2
        return mean, float(np.sqrt((weights * variance).sum()))


@dataclass(frozen=True, eq=False)
class PlacesFit:
    """What one record says of places, levels and noise.

    Attributes
    ----------
    outcomes
        By name.
    ordinary
        The deployments used, without events.
    end
        Monday after the last week used.
    """

    outcomes: Mapping[Outcome, OutcomeFit]
    ordinary: Deployments
    end: np.datetime64


def fit(
    rows: Deployments,
    *,
    since: np.datetime64 = FIRST_COMPARABLE_DAY,
    until: np.datetime64 | None = None,
    priors: Mapping[Outcome, Prior] = PRIORS,
    returns_prior: tuple[float, float] | None = RETURNS_PRIOR,
    points: int = POINTS,
    wanted: tuple[Outcome, ...] = OUTCOMES,
) -> PlacesFit:
    """Fit the model of places.

    Parameters
    ----------
    since
        A Monday; only deployments from it on.
    until
        A Monday; only deployments before it, and the levels are carried up to the week before.
        When None, up to the week of the last deployment.
    returns_prior
        Mean and sd of the diminishing returns; None leaves the term out.

    Raises
    ------
    ValueError
        When nothing is left to fit to.
    """
    used = rows.between(since, until)
    ordinary = used.ordinary
    if not len(ordinary):
        raise ValueError("there are no ordinary deployments to fit the model of places to")
    week = ordinary.weeks_since(since)
    weeks = (
        int(used.weeks_since(since).max()) + 1
        if until is None
        else int((until - since) // np.timedelta64(7, "D"))
    )
    in_week = np.bincount(used.weeks_since(since), minlength=weeks).astype(np.float64)
    logs = log(in_week[week])
    middle = float(logs.sum() / logs.size)
    hours = log_hours(ordinary.hours)
    found: dict[Outcome, OutcomeFit] = {}
    for outcome in wanted:
        kept, noise = _noise(outcome, ordinary)
        terms = [Term("hours", hours[kept], *_HOURS_PRIOR[outcome])]
        if returns_prior is not None and outcome in ("alerts", "arrests"):
            mean, sd = returns_prior
            terms.append(Term("returns", middle - logs[kept], mean, sd))
        layout = Layout.of(
            week[kept],
            weeks,
            ordinary.site[kept].tolist(),
            ordinary.borough[kept].tolist(),
            tuple(terms),
        )
        posterior = find_spreads(layout, noise, priors[outcome], points)
        fitted = OutcomeFit(outcome, layout, posterior, noise.crude, int(kept.sum()))
        found[outcome] = _referred(fitted, middle)
    return PlacesFit(MappingProxyType(found), ordinary, since + weeks * np.timedelta64(7, "D"))


def _noise(outcome: Outcome, rows: Deployments) -> tuple[NDArray[np.bool_], Noise]:
    """Rows that say something of an outcome, and the noise of their counts."""
    kept = np.ones(len(rows), dtype=np.bool_)
    if outcome == "faces":
        kept = rows.faces > 0  # a deployment in which nothing was counted says nothing of a rate
        return kept, GammaNoise(rows.faces[kept].astype(np.float64)[:, None])
    if outcome == "share":
        kept = rows.true_alerts > 0
        # a row may have more arrests than true alerts: arrests for other reasons, or a misprint
        arrests = np.minimum(rows.arrests, rows.true_alerts)[kept].astype(np.float64)
        return kept, ShareNoise(arrests[:, None], rows.true_alerts[kept].astype(np.float64)[:, None])
    counts = rows.true_alerts if outcome == "alerts" else rows.arrests
    return kept, CountNoise(counts.astype(np.float64)[:, None])


def log_hours(hours: Floats) -> Floats:
    """Logarithm of the hours where they are published, about its own mean; nought elsewhere."""
    known = np.isfinite(hours) & (hours > 0.0)
    if not known.any():
        return np.zeros(hours.shape)
    logs = log(np.where(known, hours, REFERENCE_HOURS) / REFERENCE_HOURS)
    return np.where(known, logs - float(logs[known].sum() / known.sum()), 0.0)


def _referred(fitted: OutcomeFit, middle: float) -> OutcomeFit:
    """The fit with the rate of deployments at which level and diminishing returns part company."""
    at = fitted.term("returns")
    if at is None:
        return fitted
    weights, effects = fitted.posterior.weights, fitted.posterior.effects
    level = effects.others[fitted.layout.last_week]
    slope = effects.others[at]
    covariance = effects.covariance(at)
    shared = covariance[fitted.layout.last_week] + (level - (weights * level).sum()) * (
        slope - (weights * slope).sum()
    )
    own = covariance[at] + (slope - (weights * slope).sum()) ** 2
    # level − slope · (log rate − middle) is free of the slope at this rate
    away = float((weights * shared).sum() / (weights * own).sum())
    return OutcomeFit(
        fitted.outcome,
        fitted.layout,
        fitted.posterior,
        fitted.base,
        fitted.rows,
        away,
        float(exp(middle + away)),
    )

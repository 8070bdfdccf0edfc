"""Fits the model of places to a record: faces, true alerts and arrests, by place and over time.

Three outcomes are fitted separately, each with its own level, boroughs, sites and noise: faces
(gamma), true alerts and arrests (both negative binomial). Events are left out, because a mix of
places is made of ordinary deployments.

Two covariates are known of each deployment: the logarithm of its hours about their mean, or zero
where they were not published; and, for alerts and arrests, the deployments of its week, because the
more there are, the less each yields (diminishing returns). The level is stated at the rate of
deployments at which the errors of the level of alerts and of that coefficient are uncorrelated, so
that drawing a belief about diminishing returns separately does not move today's level.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats, exp, log
from modeller.calibration.places.effects import Layout, Term
from modeller.calibration.places.false_alerts import FalseAlerts, find_false_alerts
from modeller.calibration.places.noise import CountNoise, GammaNoise, Noise, in_order
from modeller.calibration.places.premises import (
    FITTED,
    HOURS_PRIOR,
    POINTS,
    PRIORS,
    RETURNS_PRIOR,
    Outcome,
    Prior,
)
from modeller.calibration.places.rows import WEEK, between, weeks_since
from modeller.calibration.places.spreads import Posterior, find_spreads
from modeller.evidence import Deployments

_ANYWHERE = "anywhere"
REFERENCE_HOURS = 5.6
"""The hours at which their effect is zero where no hours are known."""


@dataclass(frozen=True, eq=False)
class OutcomeFit:
    """The posterior of one outcome.

    Attributes
    ----------
    base
        Plain rate on the log scale, to which all effects are added.
    reference_log
        Logarithm of the deployments a week at which the level is stated, less the mean of the
        covariate; zero where that covariate is not used.
    reference_deployments
        The deployments a week at which the level is stated; NaN without the covariate.
    """

    outcome: Outcome
    layout: Layout
    posterior: Posterior
    base: float
    rows: int
    reference_log: float = 0.0
    reference_deployments: float = float("nan")

    def term(self, name: str) -> int | None:
        """The index of a term's coefficient among the others; None when it was not fitted."""
        for index, term in enumerate(self.layout.terms):
            if term.name == name:
                return self.layout.first_term + index
        return None

    def coefficient(self, name: str) -> tuple[float, float]:
        """Mean and standard deviation of a term's coefficient, over all points of the spreads."""
        at = self.term(name)
        if at is None:
            raise KeyError(name)
        weights, effects = self.posterior.weights, self.posterior.effects
        mean = float(in_order(weights * effects.others[at]))
        variance = effects.covariance(at)[at] + (effects.others[at] - mean) ** 2
        return mean, float(np.sqrt(in_order(weights * variance)))

    def residuals(self, counts: Floats, exposure: Floats | float = 1.0) -> Floats:
        """Pearson residuals of negative binomial counts at the likeliest spreads, (rows,)."""
        best = int(np.argmax(self.posterior.weights))
        effects, layout = self.posterior.effects, self.layout
        others, sites = effects.others[:, best], effects.sites[:, best]
        at = self.base + sites[layout.site]
        for places, by in layout.entries:
            at = at + (others[places] if by is None else by[:, 0] * others[places])
        mean = exp(at)
        size = self.posterior.spreads.size[best]
        spread = np.sqrt(exposure * (mean + mean * mean / size))
        found: Floats = (counts - exposure * mean) / spread
        return found


@dataclass(frozen=True, eq=False)
class PlacesFit:
    """The fit to one record: places, levels and noise.

    Attributes
    ----------
    outcomes
        The posteriors by outcome.
    false_alerts
        Their rate and how they cluster, from all deployments used, events included.
    together
        Correlation of a deployment's true alerts and arrests about their own rates, from 0 to 1.
        The draws of both share it.
    ordinary
        The deployments used, without events.
    end
        Monday after the last week used.
    """

    outcomes: Mapping[Outcome, OutcomeFit]
    false_alerts: FalseAlerts
    together: float
    ordinary: Deployments
    end: date


@dataclass(frozen=True, eq=False)
class Prepared:
    """One outcome before it is fitted: the effects that its rows touch, and its noise.

    `middle` is the mean, over the rows, of the logarithm of the deployments in their weeks.
    """

    outcome: Outcome
    layout: Layout
    noise: Noise
    rows: int
    middle: float

    def fitted(self, posterior: Posterior) -> OutcomeFit:
        """The posterior of the outcome."""
        found = OutcomeFit(self.outcome, self.layout, posterior, self.noise.crude, self.rows)
        return _at_reference_rate(found, self.middle)


@dataclass(frozen=True, eq=False)
class Basis:
    """The part of a record that a fit uses: so many weeks from a Monday on."""

    used: Deployments
    since: date
    weeks: int

    @classmethod
    def of(cls, rows: Deployments, since: date, until: date | None) -> Basis:
        """The rows from `since` on and before `until`.

        Raises
        ------
        ValueError
            When no ordinary deployment is left.
        """
        used = between(rows, since, until)
        if used is None or used.event.all():
            raise ValueError("there are no ordinary deployments to fit the model of places to")
        weeks = (
            int(weeks_since(used, since).max()) + 1 if until is None else (until - since) // WEEK
        )
        return cls(used, since, weeks)

    def prepared(
        self,
        outcome: Outcome,
        *,
        placed: bool = True,
    ) -> Prepared:
        """One outcome before it is fitted; unless `placed`, all rows count as one place."""
        ordinary = self.used.ordinary()
        week = weeks_since(ordinary, self.since)
        in_week = np.bincount(weeks_since(self.used, self.since), minlength=self.weeks)
        logs = log(in_week[week].astype(np.float64))
        middle = float(in_order(logs) / logs.size)
        kept, noise = _noise(outcome, ordinary)
        terms = [Term("hours", log_hours(ordinary.hours)[kept], *HOURS_PRIOR[outcome])]
        if outcome in ("alerts", "arrests"):
            terms.append(Term("returns", middle - logs[kept], *RETURNS_PRIOR))
        rows = [ordinary.rows[index] for index in np.flatnonzero(kept).tolist()]
        layout = Layout.of(
            week[kept],
            self.weeks,
            [row.site if placed else _ANYWHERE for row in rows],
            [row.borough if placed else _ANYWHERE for row in rows],
            tuple(terms),
        )
        return Prepared(outcome, layout, noise, len(rows), middle)

    def together(self, outcomes: Mapping[Outcome, OutcomeFit]) -> PlacesFit:
        """The fit of all outcomes; arrests are stated at the same rate of deployments as alerts."""
        ordinary = self.used.ordinary()
        found = dict(outcomes)
        if "alerts" in found and "arrests" in found:
            found["arrests"] = replace(
                found["arrests"],
                reference_log=found["alerts"].reference_log,
                reference_deployments=found["alerts"].reference_deployments,
            )
        return PlacesFit(
            outcomes=MappingProxyType(found),
            false_alerts=find_false_alerts(self.used, self.since, self.weeks),
            together=_together(outcomes, ordinary),
            ordinary=ordinary,
            end=self.since + self.weeks * WEEK,
        )


def fit(
    rows: Deployments,
    *,
    since: date,
    until: date | None = None,
    priors: Mapping[Outcome, Prior] = PRIORS,
    points: int = POINTS,
    wanted: tuple[Outcome, ...] = FITTED,
    placed: bool = True,
) -> PlacesFit:
    """Fit the model of places.

    Parameters
    ----------
    since
        A Monday; only deployments from it on.
    until
        A Monday; only deployments before it, and levels are carried on to the week before. When
        None, up to the week of the last deployment.
    placed
        False for the same model in which all places are alike, for comparison.

    Raises
    ------
    ValueError
        When no ordinary deployment is left to fit to.
    """
    if not placed:
        priors = {key: priors[key].without_places() for key in wanted}
    basis = Basis.of(rows, since, until)
    found: dict[Outcome, OutcomeFit] = {}
    for outcome in wanted:
        ready = basis.prepared(outcome, placed=placed)
        found[outcome] = ready.fitted(
            find_spreads(ready.layout, ready.noise, priors[outcome], points)
        )
    return basis.together(found)


def _together(found: Mapping[Outcome, OutcomeFit], rows: Deployments) -> float:
    """Correlation of the residuals of alerts and arrests, each at its likeliest spreads."""
    if "alerts" not in found or "arrests" not in found:
        return 0.0
    alerts = found["alerts"].residuals(rows.true_alerts.astype(np.float64))
    arrests = found["arrests"].residuals(rows.arrests.astype(np.float64))

    return correlation_of(alerts, arrests)


def correlation_of(one: Floats, other: Floats) -> float:
    """Correlation of residuals, from 0 to 1."""

    def product(first: Floats, second: Floats) -> float:
        return float(in_order(first * second))

    both = product(one, one) * product(other, other)
    return min(max(product(one, other) / math.sqrt(both), 0.0), 1.0) if both > 0.0 else 0.0


def _noise(outcome: Outcome, rows: Deployments) -> tuple[NDArray[np.bool_], Noise]:
    """The rows that tell something about an outcome, and the noise of their counts."""
    kept = np.ones(len(rows), dtype=np.bool_)
    if outcome == "faces":
        kept = (  # no rate can be told from a deployment in which no face was counted
            rows.faces_scanned > 0
        )
        return kept, GammaNoise(rows.faces_scanned[kept].astype(np.float64)[:, None])
    counts = rows.true_alerts if outcome == "alerts" else rows.arrests
    return kept, CountNoise(counts.astype(np.float64)[:, None])


def log_hours(hours: Floats) -> Floats:
    """Logarithm of the hours less its mean; zero where the hours were not published."""
    known = np.isfinite(hours) & (hours > 0.0)
    if not known.any():
        return np.zeros(hours.shape)
    logs = log(np.where(known, hours, REFERENCE_HOURS) / REFERENCE_HOURS)
    return np.where(known, logs - float(in_order(logs[known]) / known.sum()), 0.0)


def _at_reference_rate(fitted: OutcomeFit, middle: float) -> OutcomeFit:
    """The fit, stated at the deployments a week where level and slope are uncorrelated."""
    at = fitted.term("returns")
    if at is None:
        return fitted
    weights, effects = fitted.posterior.weights, fitted.posterior.effects
    level = effects.others[fitted.layout.last_week]
    slope = effects.others[at]
    covariance = effects.covariance(at)
    shared = covariance[fitted.layout.last_week] + (level - in_order(weights * level)) * (
        slope - in_order(weights * slope)
    )
    own = covariance[at] + (slope - in_order(weights * slope)) ** 2
    # at this rate level − slope · (log rate − middle) is uncorrelated with the slope
    away = float(in_order(weights * shared) / in_order(weights * own))
    return replace(fitted, reference_log=away, reference_deployments=float(exp(middle + away)))

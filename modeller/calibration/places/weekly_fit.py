"""Fits the model to weekly sums: the same levels and noise, without places.

A week of several deployments is one row with the noise of as many deployments. Such a record cannot
tell what a place yields, so that differences between sites are part of the noise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import log
from modeller.calibration.places.effects import Layout, Term
from modeller.calibration.places.false_alerts import FalseAlerts, false_alerts_of_weeks
from modeller.calibration.places.fit import OutcomeFit, Prepared, correlation_of
from modeller.calibration.places.noise import CountNoise, GammaNoise, Noise, in_order
from modeller.calibration.places.premises import POINTS, PRIORS, RETURNS_PRIOR, Outcome
from modeller.calibration.places.spreads import find_spreads
from modeller.calibration.posteriors import weeks_between
from modeller.evidence import Record

LONGEST_DRIFT = 520
"""Levels are fitted to this many weeks at most; older ones say nothing about today."""
_NOWHERE = "anywhere"


@dataclass(frozen=True, eq=False)
class WeeklyFit:
    """The fit to a weekly record: levels and noise, with the attributes of `PlacesFit`."""

    outcomes: Mapping[Outcome, OutcomeFit]
    false_alerts: FalseAlerts
    together: float
    first_day: date
    last_day: date


def weekly_fit(
    record: Record,
    *,
    since: date,
    until: date | None = None,
    points: int = POINTS,
) -> WeeklyFit:
    """Fit the model without places to the weeks of a record from `since` on and before `until`.

    Raises
    ------
    ModellerError
        When no week is left, or none with deployments or with faces on the current basis.
    """
    weeks = _recent(weeks_between(record, since, until))
    current = (weeks.face_count_basis == "current") & (weeks.faces_scanned > 0)
    held = weeks.deployments > 0
    alerts = _outcome("alerts", weeks, weeks.true_alerts, held, points)
    arrests = replace(
        _outcome("arrests", weeks, weeks.arrests, held, points),
        reference_log=alerts.reference_log,
        reference_deployments=alerts.reference_deployments,
    )
    faces = _outcome("faces", weeks, weeks.faces_scanned, held & current, points)
    deployments = weeks.deployments[held].astype(np.float64)
    return WeeklyFit(
        MappingProxyType({"faces": faces, "alerts": alerts, "arrests": arrests}),
        false_alerts_of_weeks(weeks.false_alerts * current, weeks.faces_scanned * current),
        correlation_of(
            alerts.residuals(weeks.true_alerts[held].astype(np.float64), deployments),
            arrests.residuals(weeks.arrests[held].astype(np.float64), deployments),
        ),
        weeks.first_day,
        weeks.last_day,
    )


def _recent(weeks: Record) -> Record:
    if len(weeks) <= LONGEST_DRIFT:
        return weeks
    recent = weeks.since(weeks.week_starting[-LONGEST_DRIFT])
    return recent if recent.deployments.any() else weeks


def _outcome(
    outcome: Outcome, weeks: Record, counts: np.ndarray, kept: np.ndarray, points: int
) -> OutcomeFit:
    at = np.flatnonzero(kept)
    deployments = weeks.deployments[kept].astype(np.float64)
    logs = log(deployments)
    middle = float(in_order(logs) / logs.size)
    count, exposure = counts[kept].astype(np.float64)[:, None], deployments[:, None]
    noise: Noise = CountNoise(count, exposure)
    terms: tuple[Term, ...] = (Term("returns", middle - logs, *RETURNS_PRIOR),)
    if outcome == "faces":
        noise, terms = GammaNoise(count, exposure), ()
    nowhere = [_NOWHERE] * at.size
    layout = Layout.of(at, len(weeks), nowhere, nowhere, terms)
    prior = PRIORS[outcome].without_places()
    ready = Prepared(outcome, layout, noise, at.size, middle)
    return ready.fitted(find_spreads(layout, noise, prior, points))

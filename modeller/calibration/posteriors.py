"""Which weeks are used, conjugate posteriors and plain figures (equations 6, 10 and 12)."""

from __future__ import annotations

from datetime import date

import numpy as np

from modeller.base.errors import ModellerError, problem
from modeller.base.language import numeral, translate
from modeller.calibration.estimates import Gathered
from modeller.evidence import Record, figure
from modeller.model.distributions import Z95

FIRST_COMPARABLE_WEEK = date(2024, 9, 16)
"""From this week on the threshold and the basis of the face count are today's."""

USEFUL_WEEKS = 10
"""With fewer weeks of deployments the ranges are mostly the priors'."""

REFERENCE_WEEKS = 52


def weeks_between(record: Record, since: date, until: date | None) -> Record:
    """Every calendar week between the two days that lies within the record."""
    whole = record.by_week().since(since)
    weeks = whole if until is None else whole.until(until)
    if not weeks.deployments.any():
        raise ModellerError(
            problem(
                record.name,
                "has no deployments from {first} to {last}",
                "calibration needs one week with deployments, and {weeks} or more before its "
                "ranges say much",
                first=weeks.first_day,
                last=weeks.last_day,
                weeks=USEFUL_WEEKS,
            )
        )
    comparable = (weeks.face_count_basis == "current") & (weeks.faces_scanned > 0)
    if not comparable.any():
        raise ModellerError(
            problem(
                record.name,
                "has no faces on the current basis from {first} to {last}",
                "rates per face need one week or more whose face_count_basis is current; the "
                "first comparable week is that of {week}",
                first=weeks.first_day,
                last=weeks.last_day,
                week=FIRST_COMPARABLE_WEEK,
            )
        )
    return weeks


def reference_deployments(weeks: Record) -> float:
    """Deployments a week of late; of the whole span where there were none of late."""
    recent = float(weeks.deployments[-REFERENCE_WEEKS:].mean())
    return recent if recent > 0.0 else float(weeks.deployments.mean())


def add_false_alerts(weeks: Record, gathered: Gathered) -> None:
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
        translate(
            "Calibration",
            "Gamma posterior under Jeffreys' prior from {alerts} false alerts in {faces} faces, in "
            "weeks on the current face-count basis and at the last week's threshold.",
            alerts=numeral(alerts),
            faces=numeral(faces),
        ),
        int(used.sum()),
    )


def add_black_share(gathered: Gathered) -> None:
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
        translate(
            "Calibration",
            "Beta posterior under Jeffreys' prior from {black} of {all} false alerts in the Met's "
            "annual report to September 2025; not from the weekly record.",
            black=numeral(black, "g"),
            all=numeral(all_false, "g"),
        ),
        0,
    )


def add_hours(weeks: Record, gathered: Gathered) -> None:
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

"""Calibrates on a record: medians and ranges of four rates and two fixed figures, and the fit.

A projection draws the four from the fit; their distributions in the catalogue are for the reader
and the slider.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats, log, logit
from modeller.base.errors import refusal
from modeller.base.language import translate
from modeller.calibration.estimates import Calibration, Gathered, Table
from modeller.calibration.places.drawn_fit import draws_of_rows
from modeller.calibration.places.drawn_weeks import draws_of_weeks
from modeller.calibration.places.fit import OutcomeFit
from modeller.calibration.places.premises import Outcome
from modeller.calibration.posteriors import Grounds, add_black_share
from modeller.evidence import Deployments, Record
from modeller.model.catalogue import estimated_beliefs
from modeller.model.distributions import Z95
from modeller.model.fitted import FITTED_BELIEFS, Fit, FitDraws

DRAWS, SEED = 4_096, 1
"""How many draws medians and ranges are taken from."""
_UNITS = dict(
    zip(
        FITTED_BELIEFS,
        ("faces a deployment", "true alerts a deployment", "share", "per million faces"),
        strict=True,
    )
)


def calibrate(
    record: Record,
    grounds: Grounds,
    *,
    until: date | None = None,
    rows: Deployments | None = None,
) -> Calibration:
    """Today's rates from a record (equations 4, 5, 6, 8 and 12 of the model).

    Parameters
    ----------
    record
        Weekly counts.
    grounds
        From what day on weeks are comparable, and what comes from elsewhere than the record.
    until
        Only weeks that end before this day; all when None.
    rows
        The single deployments that the weeks are the sums of, where they are known; the record's
        own when None. With `until` they are not used.

    Raises
    ------
    ModellerError
        When no week is left, none with deployments or with faces on the current basis, or
        none but of events where deployments are known one by one.
    """
    gathered = Gathered()
    fit: Fit
    homes: tuple[tuple[str, str], ...] = ()
    if rows is None and until is None:
        rows, homes = record.rows, tuple(sorted(grounds.homes.items()))
    if rows is not None:
        _check_ordinary(rows, record.name, grounds.since)
        placed = draws_of_rows(rows, grounds.since, homes)
        drawn, alerts = placed.drawn(SEED, DRAWS), placed.fit.outcomes["alerts"]
        if rows is record.rows:
            placed.free_memory()  # sixty megabytes for each record looked at
        outcomes, together = placed.fit.outcomes, placed.fit.together
        first, last = grounds.since, placed.fit.end - timedelta(days=1)
        fit = placed
        how = translate(
            "Calibration", "Model of places, at the recorded mix where the record ends."
        )
    else:
        weekly = draws_of_weeks(record, grounds.since, until)
        drawn, alerts = weekly.drawn(SEED, DRAWS), weekly.fit.outcomes["alerts"]
        outcomes, together = weekly.fit.outcomes, weekly.fit.together
        first, last = weekly.fit.first_day, weekly.fit.last_day
        fit = weekly
        how = translate("Calibration", "Model without places, by week, where the record ends.")
    _add_beliefs(gathered, drawn, outcomes, how)
    _add_constants(gathered, alerts, together)
    add_black_share(grounds, gathered)
    return Calibration(
        record_digest=record.digest,
        first_day=first,
        last_day=last,
        beliefs=MappingProxyType(gathered.beliefs),
        constants=MappingProxyType(gathered.constants),
        estimates=tuple(gathered.estimates),
        fit=fit,
    )


def _weeks(outcome: OutcomeFit) -> int:
    return len(set(outcome.layout.week.tolist()))


def _check_ordinary(rows: Deployments, name: str, since: date) -> None:
    if not any(row.date >= since and not row.event for row in rows.rows):
        raise refusal(
            name,
            "has no deployments from {first} on but those at events",
            "calibration needs some that are not at an event",
            first=since,
        )


def _add_beliefs(
    gathered: Gathered, drawn: FitDraws, outcomes: Mapping[Outcome, OutcomeFit], how: str
) -> None:
    of_weeks: tuple[Outcome, ...] = ("faces", "alerts", "arrests", "faces")
    for name, counted in zip(FITTED_BELIEFS, of_weeks, strict=True):
        family, link = ("logit-normal", logit) if name == "share" else ("lognormal", log)
        low, median, high = _quantiles(drawn.beliefs[name])
        sd = float(link(high) - link(low)) / (2.0 * Z95)
        table: Table = {"family": family, "median": _rounded(median), "sd": _rounded(sd)}
        key = estimated_beliefs()[name]
        gathered.belief(key, table, _UNITS[name], how, _weeks(outcomes[counted]))


def _add_constants(gathered: Gathered, alerts: OutcomeFit, together: float) -> None:
    reference = _rounded(alerts.reference_deployments)
    gathered.constant(
        "reference_deployments",
        reference,
        (reference, reference),
        "deployments a week",
        "The rate at which level and diminishing returns of true alerts are uncorrelated.",
        _weeks(alerts),
    )
    correlation = _rounded(together)
    gathered.constant(
        "alerts_and_arrests_together",
        correlation,
        (correlation, correlation),
        "correlation",
        "Of the residuals of true alerts and arrests about their own rates.",
        _weeks(alerts),
    )


def _quantiles(values: Floats) -> tuple[float, float, float]:
    low, median, high = np.quantile(values, (0.05, 0.5, 0.95)).tolist()
    return low, median, high


def _rounded(value: float) -> float:
    """To seven significant digits, as the catalogue has them."""
    return float(f"{value:.7g}")

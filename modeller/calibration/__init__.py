"""What a record says of the model's numbers: today's rates, with 90 % ranges, and what is drawn.

The shipped record is one of single deployments, and the model of places is fitted to it
(`modeller.calibration.places`). A record of the user's own is weekly: the same model without
places is fitted to its weeks. Both give medians and ranges of the four rates that the record
decides, two fixed figures, and the fit, which the projection draws from: the catalogue's
distributions of those four are for the reader and for the slider.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats, log, logit
from modeller.base.language import translate
from modeller.calibration.estimates import Calibration, Estimate, Gathered
from modeller.calibration.places.drawn_fit import WeeklyDraws, draws_of_weeks, shipped_draws
from modeller.calibration.places.fit import Outcome, OutcomeFit
from modeller.calibration.posteriors import FIRST_COMPARABLE_WEEK, USEFUL_WEEKS, add_black_share
from modeller.evidence import Record, shipped_record
from modeller.model.distributions import Z95
from modeller.model.fitted import FITTED_BELIEFS, FitDraws

__all__ = [
    "FIRST_COMPARABLE_WEEK",
    "USEFUL_WEEKS",
    "Calibration",
    "Estimate",
    "calibrate",
]

DRAWS, SEED = 4_096, 1
"""Draws from which medians and ranges are taken."""
_UNITS = dict(
    zip(
        FITTED_BELIEFS,
        ("faces a deployment", "true alerts a deployment", "share", "per million faces"),
        strict=True,
    )
)


def calibrate(
    record: Record, *, since: date = FIRST_COMPARABLE_WEEK, until: date | None = None
) -> Calibration:
    """Today's rates from a record (equations 4, 5, 6, 8 and 12 of the model).

    Parameters
    ----------
    record
        Weekly counts; the shipped one stands for its single deployments, when none is left out.
    since
        Only weeks that begin on or after this day.
    until
        Only weeks that are over before this day; all if not given.

    Raises
    ------
    ModellerError
        When no week is left, or none with deployments or with faces on the current basis.
    """
    gathered = Gathered()
    whole = since == FIRST_COMPARABLE_WEEK and until is None
    if whole and record.digest == shipped_record().digest:
        placed = shipped_draws()
        drawn, alerts = placed.drawn(SEED, DRAWS), placed.fit.outcomes["alerts"]
        outcomes, together = placed.fit.outcomes, placed.fit.together
        first, last = since, placed.fit.end - timedelta(days=1)
        calibration_fit: object = placed
        how = translate(
            "Calibration", "Model of places, at the recorded mix where the record ends."
        )
    else:
        weekly: WeeklyDraws = draws_of_weeks(record, since, until)
        drawn, alerts = weekly.drawn(SEED, DRAWS), weekly.fit.outcomes["alerts"]
        outcomes, together = weekly.fit.outcomes, weekly.fit.together
        first, last = weekly.fit.first_day, weekly.fit.last_day
        calibration_fit = weekly
        how = translate("Calibration", "Model without places, by week, where the record ends.")
    _add_beliefs(gathered, drawn, outcomes, how)
    _add_constants(gathered, alerts, together)
    add_black_share(gathered)
    return Calibration(
        record_digest=record.digest,
        first_day=first,
        last_day=last,
        beliefs=MappingProxyType(gathered.beliefs),
        constants=MappingProxyType(gathered.constants),
        estimates=tuple(gathered.estimates),
        fit=calibration_fit,  # type: ignore[arg-type]
    )


def _weeks(outcome: OutcomeFit) -> int:
    return int(np.unique(outcome.layout.week).size)


def _add_beliefs(
    gathered: Gathered, drawn: FitDraws, outcomes: Mapping[Outcome, OutcomeFit], how: str
) -> None:
    whose: tuple[Outcome, ...] = ("faces", "alerts", "arrests", "faces")
    weeks = dict(zip(FITTED_BELIEFS, whose, strict=True))
    for key in FITTED_BELIEFS:
        family, link = ("logit-normal", logit) if key == "arrests_per_true_alert" else (
            "lognormal", log
        )  # fmt: skip
        low, median, high = _quantiles(drawn.beliefs[key])
        sd = float(link(high) - link(low)) / (2.0 * Z95)
        table: dict[str, float | str] = {
            "family": family,
            "median": _rounded(median),
            "sd": _rounded(sd),
        }
        gathered.belief(key, table, _UNITS[key], how, _weeks(outcomes[weeks[key]]))


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
    """To seven digits, as the catalogue has them."""
    return float(f"{value:.7g}")

"""What a backtest found: frozen values for the table, the chart and the worst miss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from modeller.base.dates import month
from modeller.base.elementary import Floats
from modeller.base.language import translate
from modeller.model.catalogue import catalogue
from modeller.projection import SUMMARY
from modeller.wording import number, style_for

OUTCOMES = ("faces_scanned", "true_alerts", "false_alerts", "arrests")
"""The outcomes that the record can judge."""
HORIZONS = (4, 13, 26)
VIEWS: tuple[BacktestView, ...] = ("weekly", "cumulative")
BacktestView = Literal["weekly", "cumulative"]


@dataclass(frozen=True, eq=False)
class Series:
    """One outcome from one origin: what would have been said, and what happened.

    Attributes
    ----------
    weekly, cumulative
        Mean and quantiles in the order of `modeller.projection.SUMMARY`, shape (weeks, 8).
    observed_weekly, observed_cumulative
        What the record then showed, shape (weeks,).
    """

    outcome: str
    weekly: Floats
    cumulative: Floats
    observed_weekly: NDArray[np.int64]
    observed_cumulative: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Origin:
    """One standpoint in the past.

    Attributes
    ----------
    day
        The month-end; nothing after it was used.
    calibrated_from, calibrated_to
        First and last day of the weeks that were used.
    week_starting
        Mondays of the projected weeks, datetime64[D], shape (weeks,).
    deployments
        Those that really took place, shape (weeks,).
    series
        By outcome.
    """

    day: date
    calibrated_from: date
    calibrated_to: date
    week_starting: NDArray[np.datetime64]
    deployments: NDArray[np.int64]
    series: Mapping[str, Series]


@dataclass(frozen=True)
class Coverage:
    """One line of the table: an outcome, one view, one horizon.

    Attributes
    ----------
    view
        ``weekly``: every week up to the horizon; ``cumulative``: the sum at the horizon.
    origins, cases
        How many standpoints, and how many comparisons.
    inside_50, inside_80
        Share of the comparisons inside the band, ends included.
    fair_50, fair_80
        The same with whole numbers allowed for: a perfect model scores 0.5 and 0.8.
    crps
        Mean score, in the outcome's unit.
    skill_last_weeks, skill_poisson
        Against “the last 13 weeks again” and a plain Poisson model: above 0 is better.
    """

    outcome: str
    view: BacktestView
    horizon: int
    origins: int
    cases: int
    inside_50: float
    inside_80: float
    fair_50: float
    fair_80: float
    crps: float
    skill_last_weeks: float
    skill_poisson: float


@dataclass(frozen=True)
class Miss:
    """A running total that left its 80 % band.

    `distance` is how far, in widths of that band; `above` whether it lay above.
    """

    outcome: str
    origin: date
    horizon: int
    observed: int
    low: float
    median: float
    high: float
    distance: float

    @property
    def above(self) -> bool:
        """Whether more happened than the band allowed."""
        return self.observed > self.high

    @property
    def sentence(self) -> str:
        """The miss in plain words."""
        entry = catalogue().outcomes[self.outcome]
        style = style_for("", self.low, self.high, whole=True)
        words: dict[str, Any] = {
            "outcome": entry.label,
            "weeks": self.horizon,
            "day": f"{self.origin.day} {month(self.origin)} {self.origin.year}",
            "observed": number(float(self.observed)),
            "range": style.range(self.low, self.high),
        }
        if self.above:
            return translate(
                "Backtest",
                "{outcome} in the {weeks} weeks after {day}: {observed} happened, above the 80 % "
                "band of {range}.",
                **words,
            )
        return translate(
            "Backtest",
            "{outcome} in the {weeks} weeks after {day}: {observed} happened, below the 80 % band "
            "of {range}.",
            **words,
        )


@dataclass(frozen=True, eq=False)
class Backtest:
    """Everything a backtest found.

    Attributes
    ----------
    record_label, record_digest
        The record it was run on.
    origins
        In the order of time.
    coverage
        One line for each outcome, view and horizon that had cases.
    misses
        Every running total outside its 80 % band, the worst first.
    skipped
        Month-ends that could not be used, with the reason.
    """

    record_label: str
    record_digest: str
    draws: int
    seed: int
    origins: tuple[Origin, ...]
    coverage: tuple[Coverage, ...]
    misses: tuple[Miss, ...]
    skipped: tuple[tuple[date, str], ...]

    @property
    def worst(self) -> Miss | None:
        """The running total that lay furthest outside its band; None when none did."""
        return self.misses[0] if self.misses else None

    def line(self, outcome: str, view: BacktestView, horizon: int) -> Coverage:
        """One line of the table; KeyError when there is none."""
        for found in self.coverage:
            if (found.outcome, found.view, found.horizon) == (outcome, view, horizon):
                return found
        raise KeyError((outcome, view, horizon))

    def origin(self, day: date) -> Origin:
        """The standpoint on `day`; KeyError when there is none."""
        for found in self.origins:
            if found.day == day:
                return found
        raise KeyError(day)


P10, P90, P50 = (SUMMARY.index(name) for name in ("p10", "p90", "p50"))

"""The results of a backtest, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats
from modeller.base.results import DrawnResult, looks
from modeller.profiles import Profile

if TYPE_CHECKING:
    from matplotlib.figure import Figure

OUTCOMES = ("faces_scanned", "true_alerts", "false_alerts", "arrests")
"""The outcomes that the record can judge."""
HORIZONS = (4, 13, 26)
BacktestView = Literal["weekly", "cumulative"]
VIEWS: tuple[BacktestView, ...] = ("weekly", "cumulative")
Telling = Literal["where", "how many"]
TELLINGS: tuple[Telling, ...] = ("where", "how many")
"""What a forecast is told about the deployments ahead: where each is, or only how many."""
BANDS = ("p10", "p25", "p50", "p75", "p90")
"""The quantiles that a series keeps, in order."""
SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)
P10, P50, P90 = 0, 2, 4
FORTNIGHT_WEEKS = 2
"""Origins are this many weeks apart."""


@dataclass(frozen=True)
class Range:
    """A score with its 80 % range from resampling blocks of origins."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Line:
    """One line of the table of scores.

    Attributes
    ----------
    telling, outcome, view, horizon
        What is scored: every week with deployments up to the horizon, or the running total at the
        horizon.
    origins, cases
        The number of origins and of comparisons.
    inside_50, inside_80
        Share of observations inside the bands, corrected for whole numbers: a perfect model scores
        0.5 and 0.8.
    plainly_80
        Share inside the 80 % band as a chart shows it, uncorrected.
    crps
        Mean score in the outcome's own unit.
    last_weeks, poisson
        Skill against “the last 13 weeks again” and against a simple Poisson model; above 0 is
        better.
    """

    telling: Telling
    outcome: str
    view: BacktestView
    horizon: int
    origins: int
    cases: int
    inside_50: float
    inside_80: float
    plainly_80: float
    crps: float
    last_weeks: Range
    poisson: Range


@dataclass(frozen=True)
class DeploymentLine:
    """Scores of single deployments within a fortnight, against the same model without places.

    `gain` is by what share the CRPS is smaller if told where.
    """

    outcome: str
    origins: int
    cases: int
    inside_80: float
    gain: Range


def flat(line: Line | DeploymentLine) -> dict[str, str | int | float]:
    """The line for files, with a range as columns ``gain``, ``gain_low`` and ``gain_high``."""
    row: dict[str, str | int | float] = {}
    for each in fields(line):
        value = getattr(line, each.name)
        if isinstance(value, Range):
            name = each.name if each.name == "gain" else f"skill_{each.name}"
            row |= {name: value.value, f"{name}_low": value.low, f"{name}_high": value.high}
        else:
            row[each.name] = value
    return row


@dataclass(frozen=True, eq=False)
class Series:
    """One outcome from one origin: the forecast, and what happened.

    Attributes
    ----------
    weekly, cumulative
        Quantiles in the order of `BANDS`, to a tenth, shape (weeks, 5).
    observed_weekly
        The counts of the record, shape (weeks,).
    """

    outcome: str
    weekly: Floats
    cumulative: Floats
    observed_weekly: NDArray[np.int64]

    @property
    def observed_cumulative(self) -> NDArray[np.int64]:
        """The counts of the record up to each week, shape (weeks,)."""
        return np.add.accumulate(self.observed_weekly)


@dataclass(frozen=True, eq=False)
class Origin:
    """One origin in the past.

    Attributes
    ----------
    day
        The Monday of the first week ahead; nothing from this day on was used.
    deployments
        The deployments that took place in each week ahead, shape (weeks,).
    told
        The series, by what the forecast was told and by outcome.
    """

    day: date
    deployments: NDArray[np.int64]
    told: Mapping[Telling, Mapping[str, Series]]

    @property
    def week_starting(self) -> NDArray[np.datetime64]:
        """Mondays of the weeks ahead, datetime64[D], shape (weeks,)."""
        return np.datetime64(self.day.isoformat(), "D") + 7 * np.arange(self.deployments.size)


@dataclass(frozen=True)
class Miss:
    """A running total outside its 80 % band.

    `distance` says how far outside, in widths of the band.
    """

    telling: Telling
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
        """Whether it lay above the band."""
        return self.observed > self.high


@dataclass(frozen=True)
class Held:
    """How many weeks, or totals, lay inside the 80 % band as a chart shows it, and of how many."""

    inside: int
    cases: int


@dataclass(frozen=True, eq=False)
class Backtest(DrawnResult):
    """All results of a backtest.

    Attributes
    ----------
    profile
        The force.
    record_label, record_digest
        The record that it was run on.
    origins
        In the order of time.
    lines
        In order of what was told, outcome, view and horizon.
    deployments
        One for each outcome; none for a record without places.
    skipped
        Origins that could not be used, with the reason.
    """

    profile: Profile
    record_label: str
    record_digest: str
    draws: int
    seed: int
    origins: tuple[Origin, ...]
    lines: tuple[Line, ...]
    deployments: tuple[DeploymentLine, ...] = ()
    skipped: tuple[tuple[date, str], ...] = ()

    def plot(
        self,
        outcome: str = "arrests",
        view: BacktestView = "cumulative",
        day: date | None = None,
        telling: Telling | None = None,
    ) -> Figure:
        """Draw what would have been said on one day, and over it what happened.

        Parameters
        ----------
        outcome
            One of `OUTCOMES`.
        view
            ``weekly`` or ``cumulative``.
        day
            The Monday of an origin; the latest of those with the most known weeks when None.
        telling
            What the forecast was told: ``where`` or ``how many``; the first of `tellings` when
            None.

        Returns
        -------
        Figure
            A matplotlib figure in the outcome's unit.

        Raises
        ------
        ModellerError
            When there is no such outcome, view, origin or telling.
        """
        return looks().figure(self, outcome, view, day, telling)

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """What the forecasts were told; for a record without places only how many."""
        return tuple(key for key in TELLINGS if key in self.origins[0].told)

    def line(self, telling: Telling, outcome: str, view: str, horizon: int) -> Line:
        """One line of the table; KeyError when there is none."""
        for found in self.lines:
            if (found.telling, found.outcome, found.view, found.horizon) == (
                telling,
                outcome,
                view,
                horizon,
            ):
                return found
        raise KeyError((telling, outcome, view, horizon))

    def origin(self, day: date) -> Origin:
        """The origin on `day`; KeyError when there is none."""
        for found in self.origins:
            if found.day == day:
                return found
        raise KeyError(day)

    def weeks_held(self, telling: Telling, outcome: str, year: int | None = None) -> Held:
        """Weeks inside their band, each forecast from the last origin before it.

        So no week counts twice. Weeks without deployments do not count; if `year` is given, only
        weeks that begin in it do.
        """
        inside = cases = 0
        for origin in self.origins:
            series = origin.told[telling][outcome]
            for week in range(min(FORTNIGHT_WEEKS, origin.deployments.size)):
                monday: date = origin.week_starting[week].astype(object)
                if origin.deployments[week] and year in (None, monday.year):
                    low, high = series.weekly[week, [P10, P90]].tolist()
                    inside += low <= series.observed_weekly[week] <= high
                    cases += 1
        return Held(inside, cases)

    def totals_held(self, telling: Telling, outcome: str, horizon: int) -> Held:
        """Running totals at a horizon that lie inside their band; their periods overlap."""
        cases = sum(horizon <= origin.deployments.size for origin in self.origins)
        missed = sum(
            (miss.telling, miss.outcome, miss.horizon) == (telling, outcome, horizon)
            for miss in self.misses
        )
        return Held(cases - missed, cases)

    @property
    def misses(self) -> tuple[Miss, ...]:
        """All running totals outside their 80 % bands, the furthest first."""
        found = [
            miss
            for origin in self.origins
            for telling, told in origin.told.items()
            for series in told.values()
            for horizon in HORIZONS
            if horizon <= origin.deployments.size
            for miss in [_miss(origin.day, telling, series, horizon)]
            if miss is not None
        ]
        return tuple(sorted(found, key=lambda miss: -miss.distance))

    @property
    def worst(self) -> tuple[Miss, ...]:
        """The furthest miss of each outcome: misses at neighbouring origins share their weeks."""
        found: dict[str, Miss] = {}
        for miss in self.misses:
            found.setdefault(miss.outcome, miss)
        return tuple(found.values())


def _miss(day: date, telling: Telling, series: Series, horizon: int) -> Miss | None:
    bands = series.cumulative[horizon - 1].tolist()
    low, median, high = bands[P10], bands[P50], bands[P90]
    observed = int(series.observed_cumulative[horizon - 1])
    beyond = max(low - observed, observed - high)
    if beyond <= 0.0:
        return None
    width = max(high - low, 1.0)  # the width of a band of counts is at least one
    outcome = series.outcome
    return Miss(telling, outcome, day, horizon, observed, low, median, high, beyond / width)

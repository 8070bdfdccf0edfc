"""Rolling origins: calibrate on what was known, project, compare, score."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np

from modeller.backtest.driven import (
    driven_inputs,
    last_weeks_again,
    plain_poisson,
    simulated,
)
from modeller.backtest.results import (
    HORIZONS,
    OUTCOMES,
    P10,
    P50,
    P90,
    VIEWS,
    Backtest,
    BacktestView,
    Coverage,
    Miss,
    Origin,
    Series,
)
from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, problem
from modeller.base.language import translatable
from modeller.calibration import FIRST_COMPARABLE_WEEK, calibrate
from modeller.evidence import Record, shipped_record
from modeller.model.catalogue import BASELINE_SEED, Catalogue, catalogue
from modeller.projection import Progress, scores, summarise

BACKTEST_DRAWS = 4_000
FEWEST_WEEKS = 13
"""Unless asked otherwise, an origin has as many comparable weeks before it, and after it."""
MOST_ORIGINS = 24
"""Unless asked otherwise, only so many origins, the latest ones: within a minute for any record."""
_SHORTEST = min(HORIZONS)


def month_ends(first: date, last: date) -> tuple[date, ...]:
    """The last day of every month from `first` to `last`, both included."""
    found = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        end = date(year, month, 1) - timedelta(days=1)
        if first <= end <= last:
            found.append(end)
    return tuple(found)


def backtest(
    record: Record | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    draws: int = BACKTEST_DRAWS,
    seed: int = BASELINE_SEED,
    declared: Catalogue | None = None,
    progress: Progress | None = None,
) -> Backtest:
    """Run the model from month-ends of the past.

    Parameters
    ----------
    record
        The shipped one when None.
    first, last
        Origins are the month-ends between them. If not given, those with 13 comparable weeks
        before and 13 weeks after them: for the shipped record December 2024 to September 2025,
        for a long one the latest 24.
    declared
        The catalogue whose numbers that no record decides are used; the shipped one when None.
    progress
        Called with the share done after each origin; an exception it raises stops the work.

    Raises
    ------
    ModellerError
        When no month-end has weeks before it to calibrate on and four weeks after it.
    """
    known = (shipped_record() if record is None else record).by_week()
    label = known.label
    base = catalogue() if declared is None else declared
    days = _origins(known, first, last)
    found: list[Origin] = []
    skipped: list[tuple[date, str]] = []
    tally = _Tally()
    for index, day in enumerate(days):
        try:
            found.append(_from(known, day, base, draws, seed, tally))
        except ModellerError as error:
            skipped.append((day, "; ".join(str(problem) for problem in error.problems)))
        if progress is not None:
            progress((index + 1) / len(days))
    if not found:
        raise ModellerError(
            problem(
                day.isoformat(),
                "cannot be an origin: {reason}",
                "choose other month-ends",
                reason=reason,
            )
            for day, reason in skipped
        )
    return Backtest(
        record_label=label,
        record_digest=(shipped_record() if record is None else record).digest,
        draws=draws,
        seed=seed,
        origins=tuple(found),
        coverage=tally.coverage(),
        misses=_misses(found),
        skipped=tuple(skipped),
    )


def _origins(record: Record, first: date | None, last: date | None) -> tuple[date, ...]:
    """The month-ends asked for, or those with weeks enough on both sides."""
    if first is not None and last is not None and first > last:
        raise ModellerError(
            problem(
                "--from",
                "is {first}, after {last}",
                "give the earlier day first",
                first=first,
                last=last,
            )
        )
    weeks = timedelta(weeks=FEWEST_WEEKS)
    begins = max(record.first_day, FIRST_COMPARABLE_WEEK)
    earliest = first or begins + weeks - timedelta(days=1)
    # a month may end in the middle of a week: the first projected week is then the running one
    latest = last or record.last_day - weeks + timedelta(days=6)
    days = month_ends(earliest, latest)
    if first is None:
        days = days[-MOST_ORIGINS:]
    if not days:
        if first is None and last is None:
            remedy = translatable(
                "Problem",
                "a backtest needs {needed} comparable weeks before a month-end and {needed} after "
                "it",
            )
        else:
            remedy = translatable("Problem", "choose days between which a month ends")
        raise ModellerError(
            problem(
                record.name,
                "has no origin in its weeks from {first} to {last}",
                remedy,
                first=begins,
                last=record.last_day,
                needed=FEWEST_WEEKS,
            )
        )
    return days


def _from(
    record: Record, day: date, base: Catalogue, draws: int, seed: int, tally: _Tally
) -> Origin:
    """What the model would have said on `day`, compared with what happened."""
    # the day after: a week that ends on the month's last day is known by then
    calibration = calibrate(record, until=day + timedelta(days=1))
    then = record.until(day + timedelta(days=1)).since(calibration.first_day)
    after = _after(record, calibration.last_day, day)
    weeks = min(len(after), max(HORIZONS))
    deployments = after.deployments[:weeks]
    declared = base.recalibrated(calibration.beliefs, calibration.constants, calibration.fit)
    model = simulated(driven_inputs(declared, deployments, draws, seed), OUTCOMES)
    naive = last_weeks_again(then, deployments, OUTCOMES, draws, seed)
    counted = plain_poisson(then, deployments, OUTCOMES, draws, seed)
    series = {}
    for outcome in OUTCOMES:
        observed = getattr(after, outcome)[:weeks]
        running = model[outcome].cumsum(axis=0)
        tally.add(outcome, observed, model[outcome], naive[outcome], counted[outcome])
        series[outcome] = Series(
            outcome=outcome,
            weekly=np.stack([summarise(row) for row in model[outcome]]),
            cumulative=np.stack([summarise(row) for row in running]),
            observed_weekly=observed,
            observed_cumulative=observed.cumsum(),
        )
    return Origin(
        day=day,
        calibrated_from=calibration.first_day,
        calibrated_to=calibration.last_day,
        week_starting=after.week_starting[:weeks],
        deployments=deployments,
        series=MappingProxyType(series),
    )


def _after(record: Record, last_known: date, day: date) -> Record:
    """The weeks that followed, on today's basis of the face count."""
    after = record.since(last_known)
    if len(after) < _SHORTEST:
        raise ModellerError(
            problem(
                record.name,
                "has only {count} weeks after {day}",
                "an origin needs {needed}",
                count=len(after),
                day=day,
                needed=_SHORTEST,
            )
        )
    return after


@dataclass
class _Cases:
    """Scores of one outcome, view and horizon, gathered over the origins."""

    origins: int = 0
    inside_50: list[float] = field(default_factory=list)
    inside_80: list[float] = field(default_factory=list)
    fair_50: list[float] = field(default_factory=list)
    fair_80: list[float] = field(default_factory=list)
    model: list[float] = field(default_factory=list)
    naive: list[float] = field(default_factory=list)
    poisson: list[float] = field(default_factory=list)


class _Tally:
    """Cases by outcome, view and horizon."""

    def __init__(self) -> None:
        self._cases: dict[tuple[str, BacktestView, int], _Cases] = {
            (outcome, view, horizon): _Cases()
            for outcome in OUTCOMES
            for view in VIEWS
            for horizon in HORIZONS
        }

    def add(
        self, outcome: str, observed: Floats, model: Floats, naive: Floats, poisson: Floats
    ) -> None:
        """Score one outcome from one origin; draws have shape (weeks, draws)."""
        weekly = _scores(model, naive, poisson, observed)
        ends = [horizon - 1 for horizon in HORIZONS if horizon <= observed.size]
        model_sum, naive_sum, poisson_sum = (
            draws.cumsum(axis=0)[ends] for draws in (model, naive, poisson)
        )
        cumulative = _scores(model_sum, naive_sum, poisson_sum, observed.cumsum()[ends])
        for index, end in enumerate(ends):
            self._extend((outcome, "weekly", end + 1), weekly, slice(0, end + 1))
            self._extend((outcome, "cumulative", end + 1), cumulative, slice(index, index + 1))

    def _extend(
        self, key: tuple[str, BacktestView, int], found: Mapping[str, Floats], part: slice
    ) -> None:
        cases = self._cases[key]
        cases.origins += 1
        for name, values in found.items():
            getattr(cases, name).extend(values[part].tolist())

    def coverage(self) -> tuple[Coverage, ...]:
        """The table; lines without a case are left out."""
        return tuple(
            Coverage(
                outcome=outcome,
                view=view,
                horizon=horizon,
                origins=cases.origins,
                cases=len(cases.model),
                inside_50=_mean(cases.inside_50),
                inside_80=_mean(cases.inside_80),
                fair_50=_mean(cases.fair_50),
                fair_80=_mean(cases.fair_80),
                crps=_mean(cases.model),
                skill_last_weeks=scores.skill(_mean(cases.model), _mean(cases.naive)),
                skill_poisson=scores.skill(_mean(cases.model), _mean(cases.poisson)),
            )
            for (outcome, view, horizon), cases in self._cases.items()
            if cases.origins
        )


def _scores(model: Floats, naive: Floats, poisson: Floats, observed: Floats) -> dict[str, Floats]:
    below, up_to = scores.ranks(model, observed)
    return {
        "inside_50": scores.inside(model, observed, 0.5).astype(np.float64),
        "inside_80": scores.inside(model, observed, 0.8).astype(np.float64),
        "fair_50": scores.fair_inside(below, up_to, 0.5),
        "fair_80": scores.fair_inside(below, up_to, 0.8),
        "model": scores.crps(model, observed),
        "naive": scores.crps(naive, observed),
        "poisson": scores.crps(poisson, observed),
    }


def _mean(values: Iterable[float]) -> float:
    gathered = list(values)
    return math.fsum(gathered) / len(gathered)


def _misses(origins: Iterable[Origin]) -> tuple[Miss, ...]:
    """Every running total outside its 80 % band, the furthest first."""
    found = []
    for origin in origins:
        for outcome, series in origin.series.items():
            for horizon in HORIZONS:
                if horizon > len(series.cumulative):
                    continue
                summary = series.cumulative[horizon - 1]
                low, high = float(summary[P10]), float(summary[P90])
                observed = int(series.observed_cumulative[horizon - 1])
                beyond = max(low - observed, observed - high)
                if beyond > 0.0:
                    # counts have no width below one
                    width = max(high - low, 1.0)
                    median = float(summary[P50])
                    found.append(
                        Miss(
                            outcome,
                            origin.day,
                            horizon,
                            observed,
                            low,
                            median,
                            high,
                            beyond / width,
                        )
                    )
    return tuple(sorted(found, key=lambda miss: -miss.distance))

"""Every fortnight of the past: fit the model of places on what was known, forecast, score."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from modeller.backtest.driven import last_weeks_again, plain_poisson
from modeller.backtest.places.forecast import FORECAST, Ahead
from modeller.backtest.places.results import (
    TELLINGS,
    DeploymentLine,
    Line,
    PlacesBacktest,
    Tally,
    Telling,
)
from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, problem
from modeller.base.language import translate
from modeller.calibration.places.fit import fit
from modeller.calibration.places.mixes import Places
from modeller.calibration.places.rows import WEEK, between, weeks_since
from modeller.calibration.places.spreads import POINTS
from modeller.evidence import Deployments
from modeller.evidence.weekly_sums import weekly_record
from modeller.projection import scores
from modeller.projection.projection import Progress

HORIZONS = (4, 13, 26)
VIEWS = ("weekly", "cumulative")
DRAWS = 2_000
FORTNIGHT = timedelta(days=14)
FEWEST_WEEKS = 13
_SHORTEST = min(HORIZONS)


def fortnights(rows: Deployments, since: date) -> tuple[date, ...]:
    """Mondays a fortnight apart with 13 weeks before them and four weeks of the record after."""
    last_monday = rows.last_day - timedelta(days=rows.last_day.weekday())
    found, day = [], since + FEWEST_WEEKS * WEEK
    while day + (_SHORTEST - 1) * WEEK <= last_monday:
        found.append(day)
        day += FORTNIGHT
    return tuple(found)


def backtest_places(
    rows: Deployments,
    *,
    origins: tuple[date, ...] | None = None,
    since: date,
    current_basis_from: date,
    draws: int = DRAWS,
    points: int = POINTS,
    seed: int = 1,
    progress: Progress | None = None,
) -> PlacesBacktest:
    """Run the model of places from fortnights of the past.

    Parameters
    ----------
    origins
        Mondays; `fortnights` when None.
    since, current_basis_from
        Mondays from which on the record is comparable, and counts faces as today.
    draws, points
        Futures of each forecast, and points of the spreads in each fit.
    progress
        Called with the share done after each origin; an exception it raises stops the work.

    Raises
    ------
    ModellerError
        When the record has no fortnight with 13 comparable weeks before and four after it.
    """
    days = fortnights(rows, since) if origins is None else origins
    if not days:
        raise ModellerError(
            problem(
                translate("Problem", "record"),
                "is too short for a backtest of places",
                "it takes 13 weeks of deployments before a standpoint and 4 after it",
            )
        )
    tallies: dict[tuple[Telling, str, str, int], Tally] = {}
    single: dict[str, Tally] = {}
    for index, day in enumerate(days):
        _Standpoint(rows, since, current_basis_from, day, draws, points, seed).score(
            tallies, single
        )
        if progress is not None:
            progress((index + 1) / len(days))
    return PlacesBacktest(
        record_digest=weekly_record(
            rows, name="record", current_basis_from=current_basis_from
        ).digest,
        draws=draws,
        seed=seed,
        origins=days,
        lines=tuple(_line(*key, tally, seed) for key, tally in tallies.items()),
        deployments=tuple(
            DeploymentLine(
                outcome=key,
                origins=len(tally),
                cases=int(tally.column("cases").sum()),
                inside_80=tally.mean("inside_80"),
                gain=tally.skill("crps", "without", 2, seed),
            )
            for key, tally in single.items()
        ),
    )


def _line(telling: Telling, outcome: str, view: str, horizon: int, tally: Tally, seed: int) -> Line:
    return Line(
        telling=telling,
        outcome=outcome,
        view=view,
        horizon=horizon,
        origins=len(tally),
        cases=int(tally.column("cases").sum()),
        inside_50=tally.mean("inside_50"),
        inside_80=tally.mean("inside_80"),
        plainly_80=tally.mean("plainly_80"),
        crps=tally.mean("crps"),
        last_weeks=tally.skill("crps", "last_weeks", horizon, seed),
        poisson=tally.skill("crps", "poisson", horizon, seed),
    )


class _Standpoint:
    """One day of the past: what was known, what was then forecast, and what happened."""

    def __init__(
        self,
        rows: Deployments,
        since: date,
        current_basis_from: date,
        day: date,
        draws: int,
        points: int,
        seed: int,
    ) -> None:
        past = between(rows, since, day)
        left = (rows.last_day - day).days // 7 + 1
        self.weeks = min(max(HORIZONS), left)
        future = between(rows, day, day + self.weeks * WEEK)
        if past is None or future is None:
            raise ModellerError(
                problem(
                    day.isoformat(),
                    "has no deployments before it or none after it",
                    "choose a day within the record",
                )
            )
        self.rows, self.since, self.day = rows, since, day
        self.basis_from = current_basis_from
        self.draws, self.points, self.seed = draws, points, seed
        self.past, self.future = past, future
        self.week = weeks_since(future, day)
        self.counts = np.bincount(self.week, minlength=self.weeks).astype(np.int64)

    def score(
        self,
        tallies: dict[tuple[Telling, str, str, int], Tally],
        single: dict[str, Tally],
    ) -> None:
        """Add this standpoint's scores."""
        ahead = self._ahead()
        told: dict[Telling, Mapping[str, Floats]] = {
            "where": ahead.told_where(self.future, self.week),
            "how many": ahead.told_how_many(self.counts),
        }
        past = weekly_record(self.past, name="past", current_basis_from=self.basis_from)
        last, poisson = (
            rule(past, self.counts, FORECAST, self.draws, self.seed)
            for rule in (last_weeks_again, plain_poisson)
        )
        for outcome in FORECAST:
            happened = np.bincount(
                self.week, self.future.counts(outcome), minlength=self.weeks
            ).astype(np.float64)
            for telling in TELLINGS:
                for horizon in HORIZONS:
                    for view in VIEWS:
                        cases = self._cases(view, horizon)
                        if not cases.size:
                            continue
                        values, first, second = (
                            _seen(each[outcome], view)[cases]
                            for each in (told[telling], last, poisson)
                        )
                        tallies.setdefault((telling, outcome, view, horizon), Tally()).add(
                            cases=float(cases.size),
                            last_weeks=_sum(first, _seen(happened, view)[cases]),
                            poisson=_sum(second, _seen(happened, view)[cases]),
                            **_scored(values, _seen(happened, view)[cases]),
                        )
        self._score_single(ahead, single)

    def _cases(self, view: str, horizon: int) -> NDArray[np.intp]:
        """Weeks that a line compares: those with deployments, or the last one of the horizon."""
        if view == "weekly":
            return np.flatnonzero(self.counts[:horizon] > 0)
        return np.array([horizon - 1] if horizon <= self.weeks else [], dtype=np.intp)

    def _score_single(self, ahead: Ahead, single: dict[str, Tally]) -> None:
        near = np.flatnonzero(self.week < FORTNIGHT.days // 7).tolist()
        if not near:
            return
        plain = self._ahead(placed=False)
        with_places, without = (
            [
                each.deployment(self.future, index, int(self.week[index]), int(number))
                for index in near
                for number in [self.counts[self.week[index]]]
            ]
            for each in (ahead, plain)
        )
        for outcome in with_places[0]:
            happened = self.future.counts(outcome)[near].astype(np.float64)
            values, others = (
                np.stack([one[outcome] for one in each]) for each in (with_places, without)
            )
            single.setdefault(outcome, Tally()).add(
                cases=float(len(near)),
                without=_sum(others, happened),
                **_scored(values, happened),
            )

    def _ahead(self, *, placed: bool = True) -> Ahead:
        fitted = fit(self.rows, since=self.since, until=self.day, points=self.points, placed=placed)
        return Ahead(Places(fitted, self.draws, self.seed), self.weeks, self.seed)


def _seen(weekly: Floats, view: str) -> Floats:
    return weekly if view == "weekly" else np.add.accumulate(weekly, axis=0)


def _sum(values: Floats, happened: Floats) -> float:
    return float(scores.crps(values, happened).sum())


def _scored(values: Floats, happened: Floats) -> dict[str, float]:
    low, high = scores.ranks(values, happened)
    return {
        "crps": _sum(values, happened),
        "inside_50": float(scores.fair_inside(low, high, 0.5).sum()),
        "inside_80": float(scores.fair_inside(low, high, 0.8).sum()),
        "plainly_80": float(scores.inside(values, happened, 0.8).sum()),
    }

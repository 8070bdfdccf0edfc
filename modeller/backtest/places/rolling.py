"""Fits the model of places at every origin on what was known then, forecasts and scores."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from modeller.backtest.driven import last_weeks_again, plain_poisson
from modeller.backtest.fortnights import FORTNIGHT, MOST_WEEKS, fortnights
from modeller.backtest.places.forecast import FORECAST, Ahead
from modeller.backtest.results import Backtest, Telling
from modeller.backtest.scoring import Scoring
from modeller.base.elementary import Floats
from modeller.base.errors import refusal
from modeller.base.language import translate
from modeller.calibration.places.fit import fit
from modeller.calibration.places.mixes import Places
from modeller.calibration.places.premises import POINTS
from modeller.calibration.places.rows import WEEK, between, weeks_since
from modeller.evidence import Deployments
from modeller.evidence.weekly_sums import weekly_record
from modeller.profiles import Profile
from modeller.projection.band import Progress

DRAWS = 1_000
"""Futures of each forecast, so that shares inside bands are accurate to a percentage point."""


def backtest_places(
    rows: Deployments,
    *,
    origins: tuple[date, ...] | None = None,
    since: date,
    current_basis_from: date,
    profile: Profile,
    draws: int = DRAWS,
    points: int = POINTS,
    seed: int = 1,
    progress: Progress | None = None,
) -> Backtest:
    """Run the model of places from origins in the past.

    Parameters
    ----------
    origins
        Mondays; `fortnights` when None.
    since, current_basis_from
        Mondays from which on the record is comparable, and counts faces as today.
    profile
        The force, which results name.
    draws, points
        The futures of each forecast, and the points of the spreads in each fit.
    progress
        Called with the share done after each origin; an exception it raises stops the work.

    Raises
    ------
    ModellerError
        When the record has no fortnight with 13 comparable weeks before and four after it.
    """
    days = fortnights(since, rows.last_day) if origins is None else origins
    if not days:
        raise refusal(
            translate("Problem", "record"),
            "is too short for a backtest of places",
            "it takes 13 weeks of deployments before a standpoint and 4 after it",
        )
    scoring = Scoring(seed)
    for index, day in enumerate(days):
        _Standpoint(rows, since, current_basis_from, day, draws, points, seed).score(scoring)
        if progress is not None:
            progress((index + 1) / len(days))
    record = weekly_record(rows, name="shipped", current_basis_from=current_basis_from)
    return scoring.backtest(profile, record, draws)


class _Standpoint:
    """An origin: what was known, what was forecast, and what happened."""

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
        self.weeks = min(MOST_WEEKS, left)
        future = between(rows, day, day + self.weeks * WEEK)
        if past is None or future is None:
            raise refusal(
                day.isoformat(),
                "has no deployments before it or none after it",
                "choose a day within the record",
            )
        self.rows, self.since, self.day = rows, since, day
        self.basis_from = current_basis_from
        self.draws, self.points, self.seed = draws, points, seed
        self.past, self.future = past, future
        self.week = weeks_since(future, day)
        self.counts = np.bincount(self.week, minlength=self.weeks).astype(np.int64)

    def score(self, scoring: Scoring) -> None:
        """Add the scores of this origin."""
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
        happened = {
            key: np.bincount(self.week, self.future.counts(key), minlength=self.weeks).astype(
                np.int64
            )
            for key in FORECAST
        }
        scoring.add(self.day, self.counts, happened, told, last, poisson)
        self._score_single(ahead, scoring)

    def _score_single(self, ahead: Ahead, scoring: Scoring) -> None:
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
            scoring.add_single(outcome, happened, values, others)

    def _ahead(self, *, placed: bool = True) -> Ahead:
        fitted = fit(self.rows, since=self.since, until=self.day, points=self.points, placed=placed)
        places = Places(fitted, self.draws, self.seed, again=lambda: fitted)
        return Ahead(fitted, places, self.weeks, self.seed)

"""The backtest of a record without places: forecasts from weekly sums, told how many."""

from __future__ import annotations

from datetime import date

from modeller.backtest.driven import driven_inputs, last_weeks_again, plain_poisson, simulated
from modeller.backtest.fortnights import FEWEST_AHEAD, MOST_WEEKS, fortnights
from modeller.backtest.results import OUTCOMES, Backtest
from modeller.backtest.scoring import Scoring
from modeller.base.errors import ModellerError, problem, refusal
from modeller.evidence import Record
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile
from modeller.projection import Progress

MOST_ORIGINS = 40
"""The most origins, the latest of a long record, so that it takes a minute at most."""


def standpoints_of(record: Record, since: date) -> tuple[date, ...]:
    """The latest Mondays a fortnight apart that have enough weeks on both sides."""
    first = record.week_starting[0].astype("datetime64[D]").astype(object)
    days = fortnights(max(first, since), record.last_day)
    return days[-MOST_ORIGINS:]


def backtest_weekly(
    profile: Profile,
    record: Record,
    declared: Catalogue,
    *,
    origins: tuple[date, ...],
    draws: int,
    seed: int,
    progress: Progress | None = None,
) -> Backtest:
    """Run the model from past Mondays, calibrated on weekly sums.

    Parameters
    ----------
    profile
        The force.
    declared
        The catalogue for the numbers that no record decides.
    origins
        Mondays.
    progress
        Called with the share done after each origin; an exception it raises stops the work.

    Raises
    ------
    ModellerError
        When no Monday has weeks before it to calibrate on and four weeks after it.
    """
    known = record.by_week()
    scoring, skipped = Scoring(seed), []
    for index, day in enumerate(origins):
        try:
            _score(profile, known, day, declared, draws, seed, scoring)
        except ModellerError as error:
            skipped.append((day, "; ".join(str(problem) for problem in error.problems)))
        if progress is not None:
            progress((index + 1) / len(origins))
    if not len(scoring):
        raise ModellerError(
            problem(
                day.isoformat(),
                "cannot be an origin: {reason}",
                "choose other Mondays",
                reason=reason,
            )
            for day, reason in skipped
        )
    return scoring.backtest(profile, record, draws, tuple(skipped))


def _score(
    profile: Profile,
    record: Record,
    day: date,
    base: Catalogue,
    draws: int,
    seed: int,
    scoring: Scoring,
) -> None:
    """Score the forecast of the model on `day`."""
    calibration = profile.calibrate(record, until=day)
    past = record.until(day).since(calibration.first_day)
    after = record.since(day)
    if len(after) < FEWEST_AHEAD:
        raise refusal(
            record.name,
            "has only {count} weeks after {day}",
            "an origin needs {needed}",
            count=len(after),
            day=day,
            needed=FEWEST_AHEAD,
        )
    deployments = after.deployments[:MOST_WEEKS]
    declared = base.recalibrated(calibration.beliefs, calibration.constants, calibration.fit)
    scoring.add(
        day,
        deployments,
        {key: getattr(after, key)[:MOST_WEEKS] for key in OUTCOMES},
        {
            "how many": simulated(
                driven_inputs(declared, deployments, draws, seed, profile), OUTCOMES
            )
        },
        last_weeks_again(past, deployments, OUTCOMES, draws, seed),
        plain_poisson(past, deployments, OUTCOMES, draws, seed),
    )

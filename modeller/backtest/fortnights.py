"""Chooses the origins of a backtest: Mondays a fortnight apart."""

from __future__ import annotations

from datetime import date, timedelta

from modeller.backtest.results import FORTNIGHT_WEEKS, HORIZONS
from modeller.base.dates import monday_of

_WEEK = timedelta(weeks=1)
FORTNIGHT = FORTNIGHT_WEEKS * _WEEK
FEWEST_WEEKS = 13
"""Comparable weeks that an origin needs before it."""
FEWEST_AHEAD, MOST_WEEKS = min(HORIZONS), max(HORIZONS)
"""Weeks that the record must have after an origin, and the most that are forecast."""


def fortnights(since: date, last_day: date) -> tuple[date, ...]:
    """Mondays a fortnight apart with 13 weeks before them and four weeks of the record after.

    Parameters
    ----------
    since
        Monday of the first comparable week.
    last_day
        The last day of the record; its week counts as complete.
    """
    last_monday = monday_of(last_day)
    found, day = [], since + FEWEST_WEEKS * _WEEK
    while day + (FEWEST_AHEAD - 1) * _WEEK <= last_monday:
        found.append(day)
        day += FORTNIGHT
    return tuple(found)

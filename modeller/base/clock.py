"""What time it is: the one place that asks the machine, whose clock can be wrong.

Whoever needs the time asks here, so that a test can say what time it is, and so that a day is
always the user's and a moment always UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

BRITISH_TIME = "Europe/London"
"""Where the deployments are: the record's weeks begin on Mondays there."""


def _machine() -> datetime:
    return datetime.now(UTC)


_asked: list[Callable[[], datetime]] = [_machine]


def now() -> datetime:
    """This moment, UTC."""
    return _asked[0]()


def seconds() -> float:
    """This moment in seconds since 1970."""
    return now().timestamp()


def today() -> date:
    """The day where the user is."""
    moment = now()
    try:
        return moment.astimezone().date()
    except (OverflowError, ValueError, OSError):  # at either end of the calendar
        return moment.date()


def british_day(moment: datetime) -> date:
    """The day it was in Britain."""
    from zoneinfo import ZoneInfo  # the tables of time zones, which little needs

    try:
        return moment.astimezone(ZoneInfo(BRITISH_TIME)).date()
    except (OverflowError, ValueError):
        return moment.date()


@contextmanager
def standing_still(at: datetime) -> Iterator[None]:
    """The clock says `at` for as long as this lasts, in every thread: for tests."""
    before = _asked[0]
    _asked[0] = lambda: at
    try:
        yield
    finally:
        _asked[0] = before

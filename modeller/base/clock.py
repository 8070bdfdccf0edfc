"""The one place that asks the machine for the time.

Whoever needs the time asks here, so that a test can say what time it is, and so that a day is
always the user's and a moment always UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

BRITISH_TIME = "Europe/London"
"""The deployments are in Britain, and the record's weeks begin on Mondays there."""


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
    except (OverflowError, ValueError, OSError):  # so early or late that no time zone applies
        return moment.date()


def british_day(moment: datetime) -> date:
    """The day it was in Britain at that moment."""
    from zoneinfo import ZoneInfo  # its tables are read from files, and little needs them

    try:
        return moment.astimezone(ZoneInfo(BRITISH_TIME)).date()
    except (OverflowError, ValueError):
        return moment.date()


@contextmanager
def standing_still(at: datetime) -> Iterator[None]:
    """For tests: the clock stands at `at` inside this block, in every thread."""
    before = _asked[0]
    _asked[0] = lambda: at
    try:
        yield
    finally:
        _asked[0] = before

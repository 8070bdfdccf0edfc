"""What projections stand beside: a record's last full year, and its recent rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from modeller.evidence.record import COUNT_COLUMNS, Record

RECENT_WEEKS = 13
_WEEK = np.timedelta64(7, "D")


@dataclass(frozen=True)
class PastYear:
    """Counts of one calendar year: the sums over the weeks that begin in it.

    Attributes
    ----------
    counts
        By the record's column.
    """

    year: int
    counts: Mapping[str, int]


def last_full_year(record: Record) -> PastYear | None:
    """The last year that the record covers, from the year's first Monday to its last week.

    None where it covers no such year. The week that runs into the next year may be missing: the
    shipped record ends three days before its year does.
    """
    mondays = record.week_starting
    years = mondays.astype("datetime64[Y]")
    for year in sorted(set(years), reverse=True):
        first, next_first = year.astype("datetime64[D]"), (year + 1).astype("datetime64[D]")
        begins, ends = mondays[0] < first + _WEEK, mondays[-1] + 2 * _WEEK > next_first
        if begins and ends:
            inside = years == year
            counts = {name: int(getattr(record, name)[inside].sum()) for name in COUNT_COLUMNS}
            return PastYear(int(str(year)), MappingProxyType(counts))
    return None


def recent_rate(record: Record) -> float | None:
    """Deployments a week over the record's last 13 weeks, to a tenth; None where it is shorter."""
    held = record.by_week().deployments
    if len(held) < RECENT_WEEKS:
        return None
    return round(float(held[-RECENT_WEEKS:].mean()), 1)

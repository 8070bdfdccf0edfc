"""The record by place: counts of any period, and raw yields beside those of the fit.

A raw yield of few deployments is mostly luck; the fit shrinks it towards those of the borough and
the whole area, the more the fewer there are. Both are shown, so that readers can compare them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.places.drawn_fit import PlacedDraws
from modeller.calibration.places.shares import Place, Yield, place
from modeller.evidence.deployments import Deployment
from modeller.profiles import Profile

FIT_DRAWS = 2_048
"""How many draws the yields of the fit are taken from; more would move quantiles by about 1 %."""
_SEED = 20_260_417
_90 = 1.6448536269514722
"""Standard deviations on either side of the mean that hold 90 % of a normal distribution."""
OF_ROWS: Mapping[Yield, str] = MappingProxyType(
    {"faces": "faces_scanned", "alerts": "true_alerts", "arrests": "arrests"}
)


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included; `quarter` is 1 to 4 if they are a quarter."""

    first: date
    last: date
    quarter: int = 0


@dataclass(frozen=True)
class Counted:
    """The counts of a period's deployments at one place or site."""

    key: str
    deployments: int = 0
    events: int = 0
    faces_scanned: int = 0
    true_alerts: int = 0
    false_alerts: int = 0
    arrests: int = 0

    def per_deployment(self, outcome: str) -> float:
        """One of the counts divided by the deployments; NaN if there are none."""
        return getattr(self, outcome) / self.deployments if self.deployments else math.nan


def quarters(profile: Profile) -> tuple[Period, ...]:
    """The quarters of the record by place; the first and last may be incomplete."""
    rows = profile.deployments
    if rows is None:
        return ()
    found = []
    year, quarter = rows.first_day.year, (rows.first_day.month - 1) // 3
    while date(year, 3 * quarter + 1, 1) <= rows.last_day:
        first = date(year, 3 * quarter + 1, 1)
        after = (year + (quarter + 1) // 4, (quarter + 1) % 4)
        ends = date.fromordinal(date(after[0], 3 * after[1] + 1, 1).toordinal() - 1)
        found.append(Period(first, ends, quarter + 1))
        year, quarter = after
    return tuple(found)


def whole_record(profile: Profile) -> Period:
    """The whole record by place; AssertionError where there is none."""
    rows = profile.deployments
    assert rows is not None
    return Period(rows.first_day, rows.last_day)


def fitted_period(profile: Profile) -> Period:
    """The part of the record that the fit uses, apart from events."""
    rows = profile.deployments
    assert rows is not None
    return Period(profile.about.record.comparable_from, rows.last_day)


@lru_cache(maxsize=32)
def counted_by_tile(
    profile: Profile, period: Period, *, ordinary: bool = False
) -> Mapping[str, Counted]:
    """Counts of a period for every tile of the map.

    Parameters
    ----------
    ordinary
        Whether to leave out deployments at events, as the fit does.
    """
    found: dict[str, list[Deployment]] = {key: [] for key in profile.tiles}
    for row in _rows(profile, period, ordinary=ordinary):
        key = f"fixed cameras: {row.site}" if row.fixed_cameras else f"borough: {row.borough}"
        found[key].append(row)
    return MappingProxyType({key: _counted(key, rows) for key, rows in found.items()})


@lru_cache(maxsize=32)
def counted_by_site(
    profile: Profile, period: Period, *, ordinary: bool = False
) -> Mapping[str, Counted]:
    """Counts of a period by site, as a mix names it: ``site: name``, ``fixed cameras: name``."""
    found: dict[str, list[Deployment]] = {}
    for row in _rows(profile, period, ordinary=ordinary):
        kind = "fixed cameras" if row.fixed_cameras else "site"
        found.setdefault(f"{kind}: {row.site}", []).append(row)
    return MappingProxyType({key: _counted(key, found[key]) for key in sorted(found)})


def _rows(profile: Profile, period: Period, *, ordinary: bool) -> Iterable[Deployment]:
    rows = () if profile.deployments is None else profile.deployments.rows
    return (
        row
        for row in rows
        if period.first <= row.date <= period.last and not (ordinary and row.event)
    )


def _counted(key: str, rows: list[Deployment]) -> Counted:
    names = ("faces_scanned", "true_alerts", "false_alerts", "arrests")
    return Counted(
        key,
        len(rows),
        sum(row.event for row in rows),
        **{name: sum(getattr(row, name) for row in rows) for name in names},
    )


@lru_cache(maxsize=8)
def fitted_yields(profile: Profile, yields: Yield) -> Mapping[str, Floats]:
    """What a deployment gives today at each tile and site by the fit, by key, (draws,).

    It is stated for the record's end and the reference rate of deployments, and empty where the
    profile's record is weekly.
    """
    if not isinstance(profile.fit, PlacedDraws):
        return MappingProxyType({})
    places = profile.fit.places(_SEED, FIT_DRAWS)
    keys = [*profile.tiles, *(key for key in profile.place_names if key.startswith("site: "))]
    found = {}
    for key in keys:
        there: Place = place(key)
        found[key] = places.today(yields, {there: 1.0})[:FIT_DRAWS]
    return MappingProxyType(found)


@dataclass(frozen=True)
class AgainstVans:
    """A deployment of fixed cameras compared with one of vans on the same street, as counted.

    Attributes
    ----------
    site, area
        The street and its borough.
    fixed, vans
        Deployments of each since the record is comparable, without events.
    ratios
        For each yield, the ratio of the means with its 90 % range, which takes every deployment as
        one draw. It is not corrected for anything, such as the season or the size of the list.
    """

    site: str
    area: str
    fixed: int
    vans: int
    ratios: Mapping[Yield, tuple[float, float, float]]

    @property
    def differs(self) -> tuple[Yield, ...]:
        """The yields whose range does not contain one."""
        return tuple(key for key, (_, low, high) in self.ratios.items() if not low <= 1.0 <= high)


def against_vans(profile: Profile) -> tuple[AgainstVans, ...]:
    """The comparison for each site with fixed cameras and at least two deployments of each kind."""
    found = []
    rows = list(_rows(profile, fitted_period(profile), ordinary=True)) if profile.tiles else []
    for tile in profile.tiles.values():
        if not tile.fixed_cameras:
            continue
        site = tile.key.removeprefix("fixed cameras: ")
        fixed, vans = (
            [row for row in rows if row.site == site and row.fixed_cameras is kind]
            for kind in (True, False)
        )
        if min(len(fixed), len(vans)) < 2:
            continue
        ratios = {
            key: ratio
            for key, column in OF_ROWS.items()
            if (ratio := _ratio(_counts(fixed, column), _counts(vans, column))) is not None
        }
        found.append(AgainstVans(site, tile.area, len(fixed), len(vans), MappingProxyType(ratios)))
    return tuple(found)


def _counts(rows: list[Deployment], column: str) -> Floats:
    return np.array([getattr(row, column) for row in rows], np.float64)


def _ratio(ours: Floats, theirs: Floats) -> tuple[float, float, float] | None:
    """Ratio of two means and its 90 % range, by the delta method on the log scale."""
    if not (ours.mean() > 0.0 and theirs.mean() > 0.0):
        return None
    ratio = float(ours.mean() / theirs.mean())
    spread = math.sqrt(
        sum(each.var(ddof=1) / (each.mean() ** 2 * each.size) for each in (ours, theirs))
    )
    return ratio, ratio * math.exp(-_90 * spread), ratio * math.exp(_90 * spread)


def poisson_range(count: int, confidence: float = 0.9) -> tuple[float, float]:
    """The exact two-sided confidence interval of an expected count (Garwood 1936).

    Returns
    -------
    low, high
        For a count of zero ``(0, 3.0)`` at 90 %.
    """
    tail = (1.0 - confidence) / 2.0

    def at_most(number: int, mean: float) -> float:
        term = total = math.exp(-mean)
        for k in range(1, number + 1):
            term *= mean / k
            total += term
        return total

    def where(number: int, share: float) -> float:
        low, high = 0.0, 2.0 * count + 20.0
        for _ in range(60):
            middle = (low + high) / 2.0
            low, high = (middle, high) if at_most(number, middle) > share else (low, middle)
        return (low + high) / 2.0

    return (where(count - 1, 1.0 - tail) if count else 0.0), where(count, tail)

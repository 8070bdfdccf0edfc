"""The record itself by place: counts of any period, and raw yields beside those of the fit.

A raw yield of few deployments is mostly luck; the fit's draws it towards the borough's and
the whole area's, the more the fewer there are. Both stand side by side, so that nobody has to
take one on trust.
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
from modeller.calibration.places.mixes import Place, Yield, place
from modeller.evidence.deployments import Deployment
from modeller.profiles import Profile

FIT_DRAWS = 2_048
"""Draws that the fit's yields are read from: their quantiles move by a percent or so with more."""
_SEED = 20_260_417
_90 = 1.6448536269514722
"""Standard deviations either side of the middle that hold 90 % of a normal distribution."""
OF_ROWS: Mapping[Yield, str] = MappingProxyType(
    {"faces": "faces_scanned", "alerts": "true_alerts", "arrests": "arrests"}
)


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last`, both in it; `quarter` is 1 to 4 where they are one."""

    first: date
    last: date
    quarter: int = 0


@dataclass(frozen=True)
class Counted:
    """What a period's deployments at one place, or at one site, came to."""

    key: str
    deployments: int = 0
    events: int = 0
    faces_scanned: int = 0
    true_alerts: int = 0
    false_alerts: int = 0
    arrests: int = 0

    def per_deployment(self, outcome: str) -> float:
        """One of the counts over the deployments; NaN without any."""
        return getattr(self, outcome) / self.deployments if self.deployments else math.nan


def quarters(profile: Profile) -> tuple[Period, ...]:
    """The quarters of the record by place, the first and the last perhaps in part."""
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
    """All of the record by place; AssertionError where there is none."""
    rows = profile.deployments
    assert rows is not None
    return Period(rows.first_day, rows.last_day)


def fitted_period(profile: Profile) -> Period:
    """The part of the record that the fit is made of, events apart."""
    rows = profile.deployments
    assert rows is not None
    return Period(profile.about.record.comparable_from, rows.last_day)


@lru_cache(maxsize=32)
def counted_by_tile(
    profile: Profile, period: Period, *, ordinary: bool = False
) -> Mapping[str, Counted]:
    """Counts of a period by tile, every tile of the map among them.

    Parameters
    ----------
    ordinary
        Without the deployments at events, as the fit takes them.
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
    """Counts of a period by site: of vans ``site: name``, of fixed cameras as a mix spells them."""
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
    """What the fit says a deployment gives today at each tile and site, by key, (draws,).

    At the record's end and the reference rate of deployments; empty where the profile's record is
    by week.
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
    """What fixed cameras gave a deployment against vans on the same street, as counted.

    Attributes
    ----------
    site, area
        Which street, and in what borough.
    fixed, vans
        Deployments of each since the record is comparable, without events.
    ratios
        By yield: the ratio of the means with its 90 % range, each deployment taken as one draw.
        Nothing is allowed for: neither the season nor how the list grew between them.
    """

    site: str
    area: str
    fixed: int
    vans: int
    ratios: Mapping[Yield, tuple[float, float, float]]

    @property
    def differs(self) -> tuple[Yield, ...]:
        """The yields whose range leaves out one."""
        return tuple(key for key, (_, low, high) in self.ratios.items() if not low <= 1.0 <= high)


def against_vans(profile: Profile) -> tuple[AgainstVans, ...]:
    """For each site with fixed cameras and at least two deployments of either kind."""
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
    """Expected counts between which a count leaves the truth (Garwood 1936): exact, both ends.

    Returns
    -------
    low, high
        ``(0, 3.0)`` for none counted at 90 %.
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

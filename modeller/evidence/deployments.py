"""The record by deployment: day, place, borough and counts of each, also as arrays.

What each column means, and the known faults of the published figures, are declared in
``sources.toml``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from modeller.base.errors import refusal
from modeller.base.language import translate

COUNTS = ("faces_scanned", "alerts", "true_alerts", "false_alerts", "arrests")
MEASURES = ("hours", "watchlist", "threshold")
MARKS = ("fixed_cameras", "event")

_Kind = TypeVar("_Kind", bound=np.generic)


def _spelt(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True, slots=True)
class Deployment:
    """One deployment.

    Attributes
    ----------
    place
        As published.
    site
        Our own name for a place, which is published in several spellings and addresses. A site
        lies in one borough.
    fixed_cameras
        Whether the cameras were on street furniture instead of a van.
    event
        Whether it was at a carnival, a match or an airport, whose crowds differ from a street's.
    hours, watchlist, threshold
        None where not published.
    true_alerts
        As published: true and false alerts add up to all alerts, except for declared blemishes.
    source
        The source that the row was read from, as that source's ``in_rows`` names it.
    """

    date: date
    place: str
    site: str
    borough: str
    fixed_cameras: bool
    event: bool
    hours: float | None
    watchlist: float | None
    threshold: float | None
    faces_scanned: int
    alerts: int
    true_alerts: int
    false_alerts: int
    arrests: int
    source: str


@dataclass(frozen=True, slots=True)
class Visited:
    """A site or borough that was visited: how often, when first and last, and what was counted.

    Attributes
    ----------
    borough
        The borough that a site lies in, or the borough's own name.
    sites
        The number of sites.
    fixed_cameras, events
        How many of the deployments were of fixed cameras, and how many at events.
    faces_scanned, alerts, true_alerts, false_alerts, arrests
        Sums over the deployments.
    """

    name: str
    borough: str
    sites: int
    deployments: int
    fixed_cameras: int
    events: int
    first: date
    last: date
    faces_scanned: int
    alerts: int
    true_alerts: int
    false_alerts: int
    arrests: int


class Deployments:
    """Deployments in order of day and place, also as read-only arrays of equal length.

    Two of these are equal when they hold the same rows.

    Attributes
    ----------
    rows
        The deployments one by one.
    """

    def __init__(self, rows: Iterable[Deployment]) -> None:
        self.rows = tuple(sorted(rows, key=lambda row: (row.date, row.place)))
        if not self.rows:
            raise ValueError("a record has at least one deployment")

    def __len__(self) -> int:
        return len(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Deployments) and self.rows == other.rows

    def __hash__(self) -> int:
        return hash(self.rows)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of every row in a canonical form, leaving out the source it was read from."""
        of = [field.name for field in fields(Deployment) if field.name != "source"]
        rows = [[_spelt(getattr(row, name)) for name in of] for row in self.rows]
        text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    # ------------------------------------------------------------ when

    @cached_property
    def dates(self) -> NDArray[np.datetime64]:
        """Day of each, datetime64[D], in order of time."""
        return _kept(np.array([row.date for row in self.rows], dtype="datetime64[D]"))

    @cached_property
    def week_starting(self) -> NDArray[np.datetime64]:
        """Monday of each one's week, datetime64[D]."""
        # numpy counts days from a Thursday, 1 January 1970
        weekday = (self.dates.astype(np.int64) + 3) % 7
        return _kept(self.dates - weekday.astype("timedelta64[D]"))

    @property
    def first_day(self) -> date:
        """Day of the first."""
        return self.rows[0].date

    @property
    def last_day(self) -> date:
        """Day of the last."""
        return self.rows[-1].date

    # ------------------------------------------------------------ where

    @cached_property
    def sites(self) -> tuple[Visited, ...]:
        """Every site that was visited, in alphabetical order."""
        return self._visited("site")

    @cached_property
    def visited_boroughs(self) -> tuple[Visited, ...]:
        """Every borough that was visited, in alphabetical order."""
        return self._visited("borough")

    @cached_property
    def boroughs(self) -> tuple[str, ...]:
        """Names of `visited_boroughs`."""
        return tuple(borough.name for borough in self.visited_boroughs)

    def _visited(self, kind: str) -> tuple[Visited, ...]:
        visits: dict[str, list[Deployment]] = {}
        for row in self.rows:
            visits.setdefault(getattr(row, kind), []).append(row)
        return tuple(
            Visited(
                name=name,
                borough=rows[0].borough,
                sites=len({row.site for row in rows}),
                deployments=len(rows),
                fixed_cameras=sum(row.fixed_cameras for row in rows),
                events=sum(row.event for row in rows),
                first=rows[0].date,
                last=rows[-1].date,
                **{column: sum(getattr(row, column) for row in rows) for column in COUNTS},
            )
            for name, rows in sorted(visits.items())
        )

    @cached_property
    def site(self) -> NDArray[np.int64]:
        """Each one's site, as its place in `sites`."""
        index = {site.name: place for place, site in enumerate(self.sites)}
        return _kept(np.array([index[row.site] for row in self.rows], dtype=np.int64))

    @cached_property
    def borough(self) -> NDArray[np.int64]:
        """Each one's borough, as its place in `boroughs`."""
        index = {name: place for place, name in enumerate(self.boroughs)}
        return _kept(np.array([index[row.borough] for row in self.rows], dtype=np.int64))

    @cached_property
    def fixed_cameras(self) -> NDArray[np.bool_]:
        """Whether each was with fixed cameras."""
        return _kept(np.array([row.fixed_cameras for row in self.rows], dtype=np.bool_))

    @cached_property
    def event(self) -> NDArray[np.bool_]:
        """Whether each was at an event."""
        return _kept(np.array([row.event for row in self.rows], dtype=np.bool_))

    # ------------------------------------------------------------ what

    @cached_property
    def faces_scanned(self) -> NDArray[np.int64]:
        """Faces counted at each."""
        return self.counts("faces_scanned")

    @cached_property
    def alerts(self) -> NDArray[np.int64]:
        """Alerts at each, true and false."""
        return self.counts("alerts")

    @cached_property
    def true_alerts(self) -> NDArray[np.int64]:
        """True alerts at each."""
        return self.counts("true_alerts")

    @cached_property
    def false_alerts(self) -> NDArray[np.int64]:
        """False alerts at each."""
        return self.counts("false_alerts")

    @cached_property
    def arrests(self) -> NDArray[np.int64]:
        """Arrests at each."""
        return self.counts("arrests")

    @cached_property
    def hours(self) -> NDArray[np.float64]:
        """Hours each took; NaN where not published."""
        return self.measures("hours")

    @cached_property
    def watchlist(self) -> NDArray[np.float64]:
        """People on the watchlist of each; NaN where not published."""
        return self.measures("watchlist")

    @cached_property
    def threshold(self) -> NDArray[np.float64]:
        """Similarity score above which a match raised an alert; NaN where not known."""
        return self.measures("threshold")

    def counts(self, column: str) -> NDArray[np.int64]:
        """One of `COUNTS` by name, read-only."""
        return _kept(np.array([getattr(row, column) for row in self.rows], dtype=np.int64))

    def measures(self, column: str) -> NDArray[np.float64]:
        """One of `MEASURES` by name, read-only."""
        values = (getattr(row, column) for row in self.rows)
        known = [np.nan if value is None else value for value in values]
        return _kept(np.array(known, dtype=np.float64))

    def totals(self) -> dict[str, int]:
        """How many deployments, and the sum of each count over them."""
        sums = {column: sum(getattr(row, column) for row in self.rows) for column in COUNTS}
        return {"deployments": len(self), **sums}

    # ------------------------------------------------------------ cutting

    def since(self, day: date) -> Deployments:
        """The deployments on `day` or later.

        Raises
        ------
        ModellerError
            When no week is left.
        """
        return self._cut(row for row in self.rows if row.date >= day)

    def until(self, day: date) -> Deployments:
        """The deployments before `day`.

        Raises
        ------
        ModellerError
            When no week is left.
        """
        return self._cut(row for row in self.rows if row.date < day)

    def ordinary(self) -> Deployments:
        """The deployments that were not at an event.

        Raises
        ------
        ModellerError
            When no week is left.
        """
        return self._cut(row for row in self.rows if not row.event)

    def _cut(self, rows: Iterable[Deployment]) -> Deployments:
        kept = tuple(rows)
        if not kept:
            raise refusal(
                translate("Problem", "record"),
                "has no such deployment",
                "it holds those from {first} to {last}",
                first=self.first_day,
                last=self.last_day,
            )
        return self if len(kept) == len(self) else Deployments(kept)


def _kept(values: NDArray[_Kind]) -> NDArray[_Kind]:
    values.flags.writeable = False
    return values

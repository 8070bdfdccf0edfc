"""The deployments that the model of places is fitted to: one row each, as plain arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from modeller.elementary import Floats

Days = NDArray[np.datetime64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

FIRST_COMPARABLE_DAY = np.datetime64("2024-09-16", "D")
"""Monday from which faces are counted on the present basis and the threshold stood at 0.64."""
FIXED_CAMERAS = "fixed cameras"
"""The place of the deployments by fixed cameras; in the Met's record those in Croydon."""
_WEEK = np.timedelta64(7, "D")


class PublishedRows(Protocol):
    """What a record by deployment must offer: sequences of one length, a row each."""

    date: object
    site: object
    borough: object
    fixed_cameras: object
    event: object
    hours: object
    faces_scanned: object
    alerts: object
    false_alerts: object
    arrests: object


@dataclass(frozen=True, eq=False)
class Deployments:
    """Deployments in the order of time; arrays of one length.

    Attributes
    ----------
    date
        Day of each, datetime64[D].
    site, borough
        Where; a site belongs to one borough.
    fixed
        Whether by fixed cameras.
    event
        Whether at an event (carnival, football, airport): kept out of ordinary yields.
    hours
        NaN where not published.
    faces, true_alerts, false_alerts, arrests
        Counts.
    """

    date: Days
    site: NDArray[np.str_]
    borough: NDArray[np.str_]
    fixed: Flags
    event: Flags
    hours: Floats
    faces: Counts
    true_alerts: Counts
    false_alerts: Counts
    arrests: Counts

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name).shape != self.date.shape:
                raise ValueError(f"{field.name} is not of the length of date")
        homes: dict[str, str] = {}
        for site, borough in zip(self.site.tolist(), self.borough.tolist(), strict=True):
            if homes.setdefault(site, borough) != borough:
                raise ValueError(f"{site} lies in {homes[site]} and in {borough}")

    def __len__(self) -> int:
        return len(self.date)

    def where(self, kept: Flags) -> Deployments:
        """The rows that are `kept`."""
        return replace(self, **{name.name: getattr(self, name.name)[kept] for name in fields(self)})

    def between(self, first: np.datetime64, end: np.datetime64 | None = None) -> Deployments:
        """Those on or after `first` and, if given, before `end`."""
        kept = self.date >= first
        return self.where(kept if end is None else kept & (self.date < end))

    @property
    def ordinary(self) -> Deployments:
        """Those not at events."""
        return self.where(~self.event)

    @property
    def monday(self) -> Days:
        """The Monday of each one's week."""
        # day 4 of the calendar's count, 5 January 1970, was a Monday
        days = self.date.astype(np.int64) - 4
        return (self.date - (days % 7).astype("timedelta64[D]")).astype("datetime64[D]")

    def weeks_since(self, monday: np.datetime64) -> NDArray[np.intp]:
        """Whole weeks from `monday` to each one's week."""
        return ((self.monday - monday) // _WEEK).astype(np.intp)

    @property
    def homes(self) -> Mapping[str, str]:
        """The borough of each site."""
        return dict(zip(self.site.tolist(), self.borough.tolist(), strict=True))

    @property
    def places(self) -> NDArray[np.str_]:
        """Each one's place in a mix: its borough, or the fixed cameras."""
        return np.where(self.fixed, FIXED_CAMERAS, self.borough)


def deployments_of(published: PublishedRows) -> Deployments:
    """The rows of a record by deployment as arrays; true alerts are alerts less false ones.

    Figures are those of the record; nothing is left out here.
    """
    alerts, false = (
        np.asarray(values, dtype=np.int64) for values in (published.alerts, published.false_alerts)
    )
    return Deployments(
        date=np.asarray(published.date, dtype="datetime64[D]"),
        site=np.asarray(published.site, dtype=np.str_),
        borough=np.asarray(published.borough, dtype=np.str_),
        fixed=np.asarray(published.fixed_cameras, dtype=np.bool_),
        event=np.asarray(published.event, dtype=np.bool_),
        hours=np.asarray(published.hours, dtype=np.float64),
        faces=np.asarray(published.faces_scanned, dtype=np.int64),
        true_alerts=alerts - false,
        false_alerts=false,
        arrests=np.asarray(published.arrests, dtype=np.int64),
    )

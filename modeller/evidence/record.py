"""A record of weekly deployments: its content, cutting it, and writing it.

What each column means, and the known faults of the published figures, are declared in the
``sources.toml`` of a profile and given by `modeller.evidence.Published`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from modeller.base.dates import short_date
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translate
from modeller.base.results import DrawnResult, looks
from modeller.evidence.deployments import Deployments

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Day = date | np.datetime64 | str
"""A calendar day; if text, as 2025-12-31."""

Texts: TypeAlias = NDArray[np.str_]

COUNT_COLUMNS = (
    "deployments",
    "faces_scanned",
    "alerts",
    "true_alerts",
    "false_alerts",
    "arrests",
)
MEASURE_COLUMNS = ("hours", "threshold", "watchlist")
COLUMNS = ("week_starting", *COUNT_COLUMNS, *MEASURE_COLUMNS, "face_count_basis")
_WEEK = np.timedelta64(7, "D")


def _day(value: Day) -> np.datetime64:
    # through text, because date, datetime64 and str all give a day as 2025-12-31
    return np.datetime64(str(value), "D")


@dataclass(frozen=True, eq=False)
class Record(DrawnResult):
    """Weeks of live facial recognition in order of time, as read-only arrays of equal length.

    Two records are equal when their contents are, whatever their names.

    Attributes
    ----------
    week_starting
        Mondays, datetime64[D], strictly increasing.
    deployments, faces_scanned, alerts, true_alerts, false_alerts, arrests
        Counts in the week, int64.
    hours
        Hours of all deployments of the week together; NaN where not published.
    threshold
        Similarity score above which a match raises an alert; NaN where not known.
    watchlist
        Mean number of people on the list; NaN where not published.
    face_count_basis
        ``earlier`` or ``current``: how faces were counted. Rates per face are only comparable
        between weeks of the same basis.
    rows
        The single deployments that the weeks were added up from, with their places, where the
        model of places is fitted to them; None where only weeks are used. They are part of the
        digest.
    shipped
        Whether it is the record of the force's profile, or some weeks of that. A label of any
        other record also gives its name.
    last_deployment
        Day of the last deployment, where the weeks were added up from deployments with known
        days; None where only weeks are known. It is not part of the digest.
    """

    name: str
    week_starting: NDArray[np.datetime64]
    deployments: NDArray[np.int64]
    faces_scanned: NDArray[np.int64]
    alerts: NDArray[np.int64]
    true_alerts: NDArray[np.int64]
    false_alerts: NDArray[np.int64]
    arrests: NDArray[np.int64]
    hours: NDArray[np.float64]
    threshold: NDArray[np.float64]
    watchlist: NDArray[np.float64]
    face_count_basis: Texts
    shipped: bool = False
    rows: Deployments | None = None
    last_deployment: date | None = None

    def __post_init__(self) -> None:
        weeks = len(self.week_starting)
        if weeks == 0:
            raise ValueError("a record has at least one week")
        for column in COLUMNS:
            values = getattr(self, column)
            if values.shape != (weeks,):
                raise ValueError(f"{column} has shape {values.shape}, not ({weeks},)")
            if values.flags.writeable:
                values = values.copy()
                values.flags.writeable = False
                object.__setattr__(self, column, values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __len__(self) -> int:
        return len(self.week_starting)

    def plot(self, outcome: str = "arrests") -> Figure:
        """Draw one of the counts week by week.

        Parameters
        ----------
        outcome
            One of `COUNT_COLUMNS`, such as ``arrests``.

        Returns
        -------
        Figure
            A matplotlib figure in the outcome's unit.

        Raises
        ------
        ModellerError
            When there is no such outcome.
        """
        return looks().figure(self, outcome)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content in a canonical form, so that line ends do not matter."""
        if self.rows is None:
            return self.digest_of_weeks
        return hashlib.sha256(f"{self.digest_of_weeks} {self.rows.digest}".encode()).hexdigest()

    @cached_property
    def digest_of_weeks(self) -> str:
        """SHA-256 of the weeks alone, without the single deployments."""
        return hashlib.sha256(self.to_csv().encode()).hexdigest()

    @property
    def first_day(self) -> date:
        """Monday of the first week."""
        day: date = self.week_starting[0].astype(object)
        return day

    @property
    def last_day(self) -> date:
        """Sunday of the last week."""
        day: date = (self.week_starting[-1] + np.timedelta64(6, "D")).astype(object)
        return day

    @property
    def last_known_day(self) -> date:
        """The day up to which deployments are known, for texts.

        It is the day of the last deployment where deployments have days, otherwise `last_day`.
        """
        day = self.last_deployment if self.rows is None else self.rows.last_day
        # later weeks may have been added, or its own cut off
        return day if day is not None and self._in_last_week(day) else self.last_day

    def _in_last_week(self, day: date) -> bool:
        monday: date = self.week_starting[-1].astype(object)
        return monday <= day <= self.last_day

    @property
    def label(self) -> str:
        """How a chart or a briefing names the record: ``record to 26 Dec 2031``.

        A record of the user's own is also given its name.
        """
        day = short_date(self.last_known_day)
        if self.shipped:
            return translate("Record", "record to {day}", day=day)
        return translate("Record", "record “{name}” to {day}", name=self.name, day=day)

    def totals(self) -> dict[str, int]:
        """Sum of each count over all weeks.

        Returns
        -------
        dict
            The counts by column.
        """
        return {column: int(getattr(self, column).sum()) for column in COUNT_COLUMNS}

    def since(self, day: Day) -> Record:
        """The weeks that begin on or after `day`.

        Parameters
        ----------
        day
            A date.

        Returns
        -------
        Record
            This record itself if nothing is cut off.

        Raises
        ------
        ModellerError
            When no week is left.
        """
        later = self.week_starting >= _day(day)
        return self._cut(
            later, translate("Problem", "has no weeks beginning on or after {day}", day=day)
        )

    def until(self, day: Day) -> Record:
        """The weeks that end before `day`.

        Parameters
        ----------
        day
            A date.

        Returns
        -------
        Record
            This record itself if nothing is cut off.

        Raises
        ------
        ModellerError
            When no week is left.
        """
        over = self.week_starting + _WEEK <= _day(day)
        return self._cut(over, translate("Problem", "has no weeks over before {day}", day=day))

    def by_week(self) -> Record:
        """The record with a row for every week from its first to its last.

        Weeks without a row had no deployments: their counts and hours are zero, their threshold
        and watchlist unknown, and their basis of counting faces is that of the week before.

        Returns
        -------
        Record
            The same counts, without the deployments.
        """
        steps = ((self.week_starting - self.week_starting[0]) // _WEEK).astype(np.int64)
        weeks = int(steps[-1]) + 1
        if weeks == len(self):
            return self
        values: dict[str, NDArray[np.generic]] = {
            "week_starting": self.week_starting[0] + np.arange(weeks) * _WEEK,
            "face_count_basis": self.face_count_basis[
                np.searchsorted(steps, np.arange(weeks), side="right") - 1
            ],
        }
        for column in (*COUNT_COLUMNS, *MEASURE_COLUMNS):
            known = getattr(self, column)
            absent = 0 if column in (*COUNT_COLUMNS, "hours") else np.nan
            spread = np.full(weeks, absent, dtype=known.dtype)
            spread[steps] = known
            values[column] = spread
        return replace(self, **values)  # type: ignore[arg-type]

    def to_csv(self) -> str:
        """The record as canonical CSV text, which `parse_record` reads back.

        Returns
        -------
        str
            Text that `modeller.read_record` reads.
        """
        rows = zip(*(getattr(self, column).tolist() for column in COLUMNS), strict=True)
        lines = (",".join(_cell(value) for value in row) for row in rows)
        return "\n".join((",".join(COLUMNS), *lines, ""))

    def _cut(self, kept: NDArray[np.bool_], none: str) -> Record:
        if not kept.any():
            remedy = translate(
                "Problem",
                "it holds weeks from {first} to {last}",
                first=short_date(self.first_day),
                last=short_date(self.last_known_day),
            )
            raise ModellerError(Problem(self.name, none, remedy))
        if kept.all():
            return self
        columns = {column: getattr(self, column)[kept] for column in COLUMNS}
        return replace(self, rows=None, **columns)


def _cell(value: object) -> str:
    """A value in the form that the reader accepts: without exponent, NaN as an empty cell."""
    if isinstance(value, float):
        return "" if np.isnan(value) else np.format_float_positional(value, trim="0")
    return str(value)

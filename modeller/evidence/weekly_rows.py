"""Reads and checks a record of weekly rows.

A record is a CSV file with one row for each week, Monday to Sunday; a week without deployments
may be left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from modeller.base.dates import iso_day, monday_of, weekday
from modeller.base.errors import at_line, refusal
from modeller.base.language import cropped, numeral
from modeller.evidence.csv_rows import Reading, Row
from modeller.evidence.record import COLUMNS, COUNT_COLUMNS, MEASURE_COLUMNS, Record
from modeller.evidence.sources import Blemish

BASES = ("earlier", "current")

MAX_BYTES = 1_000_000
MAX_WEEKS = 10_000

# far above anything plausible: these keep sums within 64 bits and catch shifted columns
_COUNT_LIMITS = {"deployments": 1_000, "faces_scanned": 1_000_000_000}
_OTHER_COUNT_LIMIT = 10_000_000
_MEASURE_LIMITS = {"hours": 100_000.0, "threshold": 1.0, "watchlist": 100_000_000.0}
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def parse_record(content: bytes, *, name: str, known: Sequence[Blemish] = ()) -> Record:
    """The record in the bytes of a CSV file.

    Parameters
    ----------
    known
        Declared faults; a week that has one need not have alerts that add up.

    Raises
    ------
    ModellerError
        With every problem of the file, each with its line and column.
    """
    if len(content) > MAX_BYTES:
        raise refusal(
            name,
            "is larger than {most} bytes",
            "a weekly record is far smaller",
            most=numeral(MAX_BYTES),
        )
    reading = Reading(name, COLUMNS)
    return _Weeks(reading, known).record(reading.rows(content))


def record_of_rows(
    rows: Sequence[tuple[int, Mapping[str, str]]], name: str, *, known: Sequence[Blemish] = ()
) -> Record:
    """The record of weekly rows, each with its line and a cell for every column.

    Parameters
    ----------
    known
        As for `parse_record`.

    Raises
    ------
    ModellerError
        With every problem of every row.
    """
    return _Weeks(Reading(name, COLUMNS), known).record([Row(*row) for row in rows])


def excused(week: date, counts: Mapping[str, int], known: Sequence[Blemish]) -> bool:
    """Whether alerts that do not add up are a known fault of the published record."""
    return any(
        fault.values
        and fault.week_starting == week
        and all(counts.get(column) == value for column, value in fault.values.items())
        for fault in known
    )


def check_sums(
    reading: Reading,
    row: Row,
    day: date | None,
    counts: Mapping[str, int],
    known: Sequence[Blemish],
) -> None:
    """Add a problem where the alerts of a row do not add up, or its arrests exceed the true ones.

    Parameters
    ----------
    day
        Any day of the row's week, if that could be read.
    known
        Declared faults; a row of a week that has one need not have alerts that add up.
    """
    true = counts["true_alerts"]
    both = true + counts["false_alerts"]
    if counts["alerts"] != both and not (day and excused(monday_of(day), counts, known)):
        reading.fault(
            at_line(row.line, "alerts"),
            "is {alerts}, but true and false alerts make {sum}",
            "they must add up; a fault of the published figures is declared as a blemish",
            alerts=counts["alerts"],
            sum=both,
        )
    if counts["arrests"] > true:
        reading.fault(
            at_line(row.line, "arrests"),
            "is {arrests}, more than the {true} true alerts",
            "only arrests that followed a true alert are counted",
            arrests=counts["arrests"],
            true=true,
        )


class _Weeks:
    """The weeks found so far, and the faults that are known."""

    def __init__(self, reading: Reading, known: Sequence[Blemish]) -> None:
        self._reading = reading
        self._known = known
        self._weeks: list[date] = []
        self._columns: dict[str, list[int | float | str]] = {name: [] for name in COLUMNS[1:]}

    def record(self, rows: Sequence[Row]) -> Record:
        """The record of the rows, unless one is wrong or there is none."""
        if len(rows) > MAX_WEEKS:
            self._reading.fault(
                at_line(rows[MAX_WEEKS].line),
                "begins week {week}",
                "a record holds at most {most}",
                week=numeral(MAX_WEEKS + 1),
                most=numeral(MAX_WEEKS),
            )
            rows = ()
        for row in rows:
            self._read(row)
        self._reading.stop_if_wrong()
        if not self._weeks:
            raise refusal(self._reading.name, "has no weeks", "give at least one row")
        values = self._columns
        return Record(
            name=self._reading.name,
            week_starting=np.array(self._weeks, dtype="datetime64[D]"),
            deployments=np.array(values["deployments"], dtype=np.int64),
            faces_scanned=np.array(values["faces_scanned"], dtype=np.int64),
            alerts=np.array(values["alerts"], dtype=np.int64),
            true_alerts=np.array(values["true_alerts"], dtype=np.int64),
            false_alerts=np.array(values["false_alerts"], dtype=np.int64),
            arrests=np.array(values["arrests"], dtype=np.int64),
            hours=np.array(values["hours"], dtype=np.float64),
            threshold=np.array(values["threshold"], dtype=np.float64),
            watchlist=np.array(values["watchlist"], dtype=np.float64),
            face_count_basis=np.array(values["face_count_basis"], dtype=np.str_),
        )

    def _read(self, row: Row) -> None:
        reading, before = self._reading, len(self._reading.problems)
        week = self._week(row)
        counts = {
            column: reading.count(row, column, _COUNT_LIMITS.get(column, _OTHER_COUNT_LIMIT))
            for column in COUNT_COLUMNS
        }
        measures = {
            column: reading.measure(row, column, _MEASURE_LIMITS[column])
            for column in MEASURE_COLUMNS
        }
        basis = row.cells["face_count_basis"]
        if basis not in BASES:
            reading.fault(
                at_line(row.line, "face_count_basis"),
                "is “{text}”",
                "it must be {one} or {other}",
                text=cropped(basis, 40),
                one=BASES[0],
                other=BASES[1],
            )
        known = {column: count for column, count in counts.items() if count is not None}
        if len(known) == len(counts):
            check_sums(self._reading, row, week, known, self._known)
            self._check_closed(row, known)
            self._check_hours(row, known["deployments"], measures["hours"])
        if week is not None:
            # kept even if other cells are wrong, so that the next row can be checked against it
            self._weeks.append(week)
        if len(reading.problems) > before:
            return
        for column, count in known.items():
            self._columns[column].append(count)
        for column, measure in measures.items():
            self._columns[column].append(float("nan") if measure is None else measure)
        self._columns["face_count_basis"].append(basis)

    def _week(self, row: Row) -> date | None:
        text, where = row.cells["week_starting"], at_line(row.line, "week_starting")
        week = iso_day(text)
        if week is None:
            self._reading.fault(
                where, "is “{text}”", "write a Monday as 2025-01-06", text=cropped(text, 40)
            )
        elif not _FIRST_YEAR <= week.year <= _LAST_YEAR:
            self._reading.fault(
                where,
                "is {value}",
                "the year lies in {first} to {last}",
                value=week,
                first=_FIRST_YEAR,
                last=_LAST_YEAR,
            )
            return None
        elif week.weekday() != 0:
            self._reading.fault(
                where,
                "is {day}, a {weekday}",
                "weeks begin on Monday: {monday}",
                day=week,
                weekday=weekday(week),
                monday=monday_of(week),
            )
        elif self._weeks and week <= self._weeks[-1]:
            self._reading.fault(
                where,
                "is {week}, not after {earlier} before it",
                "give every week once, in the order of time",
                week=week,
                earlier=self._weeks[-1],
            )
        return week

    def _check_closed(self, row: Row, counts: Mapping[str, int]) -> None:
        if counts["deployments"] == 0:
            for column in COUNT_COLUMNS[1:]:
                if counts[column]:
                    self._reading.fault(
                        at_line(row.line, column),
                        "is {count} in a week without deployments",
                        "it must be 0 there",
                        count=counts[column],
                    )

    def _check_hours(self, row: Row, deployments: int, hours: float | None) -> None:
        limit = 24.0 * deployments
        if hours is not None and hours > limit:
            self._reading.fault(
                at_line(row.line, "hours"),
                "is {hours} for {deployments} deployments",
                "it is the sum over the week's deployments, at most {most}",
                hours=numeral(hours, "g"),
                deployments=deployments,
                most=numeral(limit, "g"),
            )

"""Checks rows of single deployments and adds them up to weeks."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

import numpy as np

from modeller.base.dates import iso_day, monday_of
from modeller.base.errors import Problem, at_line, problem
from modeller.base.language import cropped, numeral, translatable
from modeller.base.toml_tables import FIRST_YEAR, LAST_YEAR
from modeller.evidence import Blemish, Record, excused
from modeller.evidence.csv_rows import AS_DECIMAL, Reading, Row

REQUIRED = ("date", "faces", "alerts", "false_alerts", "arrests")
OPTIONAL = ("true_alerts", "hours", "threshold", "watchlist")
MOST_ROWS = 100_000

_COUNTS = ("faces", "alerts", "false_alerts", "arrests", "true_alerts")
_MOST = {"faces": 10_000_000}
_MOST_OTHERS = 100_000
_AS_LENGTH = translatable(
    "Problem", "write a length as 4.78, 4h 47m or 04:47, or leave the cell empty"
)
_MEASURES = {
    "hours": (24.0, _AS_LENGTH),
    "threshold": (1.0, AS_DECIMAL),
    "watchlist": (100_000_000.0, AS_DECIMAL),
}
"""The largest value of each, and what is written instead of a text that is no number."""
_WHOLE = re.compile(r"[0-9]{1,12}", re.ASCII)


@dataclass(frozen=True)
class DeploymentRow:
    """One deployment; measures that are not given are NaN, and places empty."""

    line: int
    day: date
    counts: Mapping[str, int]
    measures: Mapping[str, float]
    place: str = ""
    borough: str = ""
    marks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def week(self) -> date:
        """Monday of its week."""
        return monday_of(self.day)


@dataclass(frozen=True)
class ReadRows:
    """The deployments of a table, and its problems.

    Attributes
    ----------
    changed_thresholds
        Weeks in which the threshold changed. It counts as unknown there, because false alerts at
        two thresholds are not pooled.
    """

    deployments: tuple[DeploymentRow, ...]
    problems: tuple[Problem, ...]
    changed_thresholds: tuple[date, ...]


def read_deployments(
    rows: Sequence[tuple[int, Mapping[str, str]]],
    name: str,
    faults: Mapping[int, Problem],
    known: Sequence[Blemish] = (),
) -> ReadRows:
    """Check rows of single deployments, each with its line and its cells by column.

    A day must be written as 2025-01-31, a number with digits and a point only. Every problem gives
    the line, the column, what is wrong, and what would be right.

    Parameters
    ----------
    faults
        By line, why a row could not be divided into cells.
    known
        Declared faults; a week that has one need not have alerts that add up.
    """
    reading = Reading(name, REQUIRED, OPTIONAL)
    checks = _Checks(reading, known)
    found = []
    for line, cells in rows:
        if line in faults:
            reading.problems.append(faults[line])
        else:
            found.append(checks.row(line, cells))
    deployments = tuple(deployment for deployment in found if deployment is not None)
    checks.check_excused(deployments)
    if not rows:
        reading.fault(name, "has no rows", "give one row for each deployment")
    return ReadRows(deployments, reading.listed, _changed(deployments))


def more_alerts(line: int, alerts: int, faces: int) -> Problem:
    """The problem of a row with more alerts than faces."""
    return problem(
        at_line(line, "alerts"),
        "is {alerts}, more than the {faces} faces",
        "every alert is about a face that was scanned",
        alerts=alerts,
        faces=faces,
    )


class _Checks:
    """What the rows read so far have wrong, and those that a known fault excuses."""

    def __init__(self, reading: Reading, known: Sequence[Blemish]) -> None:
        self._reading = reading
        self._known = known
        self._excused: list[tuple[int, date]] = []

    def row(self, line: int, row: Mapping[str, str]) -> DeploymentRow | None:
        """One deployment; None if it has problems, which are added."""
        before = len(self._reading.problems)
        day = self._day(line, row.get("date", ""))
        counts = {
            column: self._count(line, column, row.get(column, ""))
            for column in _COUNTS
            if column in REQUIRED or row.get(column)
        }
        spelt = Row(line, {column: row.get(column, "") for column in _MEASURES})
        measures = {
            column: self._reading.measure(spelt, column, *limits)
            for column, limits in _MEASURES.items()
        }
        known = {column: count for column, count in counts.items() if count is not None}
        if len(known) == len(counts):
            self._check_sums(line, day, known)
        if day is None or len(self._reading.problems) > before:
            return None
        known.setdefault("true_alerts", known["alerts"] - known["false_alerts"])
        return DeploymentRow(
            line,
            day,
            known,
            {column: math.nan if it is None else it for column, it in measures.items()},
            row.get("place") or row.get("site", ""),
            row.get("borough", ""),
            {name: row[name] for name in ("fixed_cameras", "event") if row.get(name)},
        )

    def _day(self, line: int, text: str) -> date | None:
        day = iso_day(text)
        if day is None:
            self._reading.fault(
                at_line(line, "date"),
                "is “{text}”",
                "write a day as 2025-01-31 or 31/01/2025",
                text=cropped(text, 40),
            )
        elif not FIRST_YEAR <= day.year <= LAST_YEAR:
            self._reading.fault(
                at_line(line, "date"),
                "is {value}",
                "the year lies in {first} to {last}",
                value=day,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
            return None
        return day

    def _count(self, line: int, column: str, text: str) -> int | None:
        if not text:
            self._reading.fault(
                at_line(line, column),
                "is empty",
                "write a whole number; a formula has none until it is worked out and saved",
            )
            return None
        if not _WHOLE.fullmatch(text):
            self._reading.fault(
                at_line(line, column),
                "is “{text}”",
                "write a whole number without separators",
                text=cropped(text, 40),
            )
            return None
        count = int(text)
        most = _MOST.get(column, _MOST_OTHERS)
        if count > most:
            self._reading.fault(
                at_line(line, column),
                "is {value}",
                "at one deployment it is at most {most}",
                value=numeral(count),
                most=numeral(most),
            )
            return None
        return count

    def _check_sums(self, line: int, day: date | None, counts: Mapping[str, int]) -> None:
        alerts, false = counts["alerts"], counts["false_alerts"]
        if alerts > counts["faces"]:
            self._reading.problems.append(more_alerts(line, alerts, counts["faces"]))
        if false > alerts:
            self._reading.fault(
                at_line(line, "false_alerts"),
                "is {false}, more than the {alerts} alerts",
                "false alerts are part of the alerts",
                false=false,
                alerts=alerts,
            )
            return
        true = counts.get("true_alerts", alerts - false)
        if true + false != alerts and day and excused(monday_of(day), counts, self._known):
            self._excused.append((line, monday_of(day)))
        elif true + false != alerts:
            self._reading.fault(
                at_line(line, "alerts"),
                "is {alerts}, but true and false alerts make {sum}",
                "they must add up",
                alerts=alerts,
                sum=true + false,
            )
        if counts["arrests"] > true:
            self._reading.fault(
                at_line(line, "arrests"),
                "is {arrests}, more than the {true} true alerts",
                "only arrests that followed a true alert are counted",
                arrests=counts["arrests"],
                true=true,
            )

    def check_excused(self, deployments: Sequence[DeploymentRow]) -> None:
        """Report rows whose alerts do not add up, unless their week is a known fault unchanged."""
        for line, week in self._excused:
            sums = {
                column: sum(one.counts[column] for one in deployments if one.week == week)
                for column in ("alerts", "true_alerts", "false_alerts")
            }
            if not excused(week, sums, self._known):
                self._reading.fault(
                    at_line(line, "alerts"),
                    "does not add up, as published, but its week has other rows",
                    "leave out the rows of that week that were not published",
                )


def _changed(deployments: Sequence[DeploymentRow]) -> tuple[date, ...]:
    """Weeks with more than one threshold."""
    seen: dict[date, set[float]] = {}
    for deployment in deployments:
        threshold = deployment.measures["threshold"]
        if not math.isnan(threshold):
            seen.setdefault(deployment.week, set()).add(threshold)
    return tuple(sorted(week for week, thresholds in seen.items() if len(thresholds) > 1))


def weekly_record(
    deployments: Sequence[DeploymentRow], name: str, current_basis_from: date
) -> Record:
    """The weekly record that one or more deployments add up to.

    Weeks without a row between the first and the last had no deployments. Weeks from the Monday
    `current_basis_from` on count faces as today.
    """
    weeks = sorted({deployment.week for deployment in deployments})
    place = {week: index for index, week in enumerate(weeks)}
    where = np.array([place[deployment.week] for deployment in deployments])

    def added(column: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        sums = np.zeros(len(weeks), dtype=np.int64)
        np.add.at(sums, where, [deployment.counts[column] for deployment in deployments])
        return sums

    number = np.bincount(where, minlength=len(weeks)).astype(np.int64)
    measured = {
        column: np.array([deployment.measures[column] for deployment in deployments])
        for column in _MEASURES
    }
    known = {column: np.isfinite(values) for column, values in measured.items()}

    def mean(column: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        total, count = np.zeros(len(weeks)), np.zeros(len(weeks))
        np.add.at(total, where[known[column]], measured[column][known[column]])
        np.add.at(count, where[known[column]], 1.0)
        return np.where(count > 0, total / np.maximum(count, 1.0), math.nan)

    hours = np.zeros(len(weeks))
    # one deployment of unknown length makes the hours of the week unknown
    np.add.at(hours, where, measured["hours"])
    # the mean of equal thresholds may differ from them in the last digit
    threshold = np.round(mean("threshold"), 12)
    threshold[[place[week] for week in _changed(deployments)]] = math.nan
    return Record(
        name=name,
        week_starting=np.array(weeks, dtype="datetime64[D]"),
        deployments=number,
        faces_scanned=added("faces"),
        alerts=added("alerts"),
        true_alerts=added("true_alerts"),
        false_alerts=added("false_alerts"),
        arrests=added("arrests"),
        hours=hours,
        threshold=threshold,
        watchlist=np.round(mean("watchlist"), 6),
        face_count_basis=np.array(
            ["current" if week >= current_basis_from else "earlier" for week in weeks],
            dtype=np.str_,
        ),
    )

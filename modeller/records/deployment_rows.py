"""One row a deployment: checked row by row and added up to weeks."""

from __future__ import annotations

import csv
import io
import itertools
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from modeller.base.errors import ModellerError, Problem, at_line, problem
from modeller.base.language import numeral, translatable
from modeller.evidence import Record

REQUIRED = ("date", "faces", "alerts", "false_alerts", "arrests")
OPTIONAL = ("true_alerts", "hours", "threshold", "watchlist")
COLUMNS = (*REQUIRED, *OPTIONAL)
MOST_ROWS = 100_000
MOST_COLUMNS = 100
MOST_PROBLEMS = 1_000
"""After so many problems the rest is counted and not listed."""
CURRENT_BASIS_FROM = date(2024, 7, 22)
"""Weeks from this Monday on count faces as today."""

_SAME = {"faces_scanned": "faces"}
_COUNTS = ("faces", "alerts", "false_alerts", "arrests", "true_alerts")
_MEASURES = {"hours": 24.0, "threshold": 1.0, "watchlist": 100_000_000.0}
_MOST = {"faces": 10_000_000}
_MOST_OTHERS = 100_000
_FIRST_YEAR, _LAST_YEAR = 2016, 2199
_WHOLE = re.compile(r"[0-9]{1,12}", re.ASCII)
_DECIMAL = re.compile(r"[0-9]{1,12}(\.[0-9]{1,12})?", re.ASCII)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_BRITISH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", re.ASCII)


def column_name(heading: str) -> str:
    """A heading as the columns are called: ``False alerts`` is ``false_alerts``."""
    name = re.sub(r"[\s_-]+", "_", heading.strip().lower())
    return _SAME.get(name, name)


@dataclass(frozen=True)
class Deployment:
    """One deployment; measures are NaN where they are not given."""

    line: int
    day: date
    counts: Mapping[str, int]
    measures: Mapping[str, float]

    @property
    def week(self) -> date:
        """Monday of its week."""
        return self.day - timedelta(days=self.day.weekday())


def parse_deployments(text: str, name: str) -> Record:
    """The weekly record that rows of single deployments add up to.

    Weeks between the first and the last without a row count as weeks without deployments.

    Raises
    ------
    ModellerError
        With every problem of every row: line, column, what is wrong and what would be right.
    """
    reading = _Reading(name)
    rows = reading.rows(text)
    if reading.problems:
        raise ModellerError(reading.shortened())
    deployments = [reading.row(line, cells) for line, cells in rows]
    good = [deployment for deployment in deployments if deployment is not None]
    reading.check_weeks(good)
    if not deployments:
        reading.fault(name, "has no rows", "give one row for each deployment")
    if reading.problems:
        raise ModellerError(reading.shortened())
    return _weekly(good, name)


class _Reading:
    def __init__(self, name: str) -> None:
        self.problems: list[Problem] = []
        self._name = name
        self._columns: tuple[str, ...] = ()

    def fault(self, where: str, what: str, remedy: str, /, **values: object) -> None:
        self.problems.append(problem(where, what, remedy, **values))

    def shortened(self) -> list[Problem]:
        left = len(self.problems) - MOST_PROBLEMS
        if left <= 0:
            return self.problems
        more = problem(
            self._name, "has {left} more problems", "put these right first", left=numeral(left)
        )
        return [*self.problems[:MOST_PROBLEMS], more]

    def rows(self, text: str) -> list[tuple[int, list[str]]]:
        """The rows below the header, each with its line."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            filled = (
                (reader.line_num, [cell.strip() for cell in row])
                for row in reader
                if any(cell.strip() for cell in row)
            )
            lines = list(itertools.islice(filled, 1 + MOST_ROWS + 1))
        except csv.Error as error:
            self.fault(
                at_line(reader.line_num),
                "cannot be read as CSV ({reason})",
                "use commas between cells and double quotes, if any, in pairs",
                reason=error,
            )
            return []
        if not lines:
            self.fault(
                self._name,
                "is empty",
                "its first line names {columns}",
                columns=", ".join(REQUIRED),
            )
            return []
        self._header(*lines[0])
        if len(lines) - 1 > MOST_ROWS:
            self.fault(
                self._name,
                "has over {most} rows",
                "at most {most} deployments are read",
                most=numeral(MOST_ROWS),
            )
        return lines[1:]

    def _header(self, line: int, headings: list[str]) -> None:
        if len(headings) > MOST_COLUMNS:
            self.fault(
                at_line(line),
                "has {count} columns",
                "the columns are {columns}",
                count=numeral(len(headings)),
                columns=", ".join(COLUMNS),
            )
            return
        columns = [column_name(heading) for heading in headings]
        known = translatable("Problem", "the columns are {required}, and if known {optional}")
        named = {"required": ", ".join(REQUIRED), "optional": ", ".join(OPTIONAL)}
        for index, column in enumerate(columns):
            place = at_line(line, index + 1)
            if column not in COLUMNS:
                heading = _cropped(headings[index])
                self.fault(place, "is named “{name}”", known, name=heading, **named)
            elif column in columns[:index]:
                self.fault(place, "repeats {column}", "name every column once", column=column)
        for column in REQUIRED:
            if column not in columns:
                self.fault(
                    at_line(line), "lacks the column {column}", known, column=column, **named
                )
        self._columns = tuple(columns)

    def row(self, line: int, cells: list[str]) -> Deployment | None:
        """One deployment, or None and its problems are added."""
        before = len(self.problems)
        if len(cells) != len(self._columns):
            self.fault(
                at_line(line),
                "has {count} cells",
                "a row has {wanted}, one for each column",
                count=len(cells),
                wanted=len(self._columns),
            )
            return None
        row = dict(zip(self._columns, cells, strict=True))
        day = self._day(line, row["date"])
        counts = {
            column: self._count(line, column, row[column])
            for column in _COUNTS
            if column in REQUIRED or row.get(column)
        }
        measures = {
            column: self._measure(line, column, row.get(column, "")) for column in _MEASURES
        }
        known = {column: count for column, count in counts.items() if count is not None}
        if len(known) == len(counts):
            self._check_sums(line, known)
        if day is None or len(self.problems) > before:
            return None
        known.setdefault("true_alerts", known["alerts"] - known["false_alerts"])
        return Deployment(line, day, known, measures)

    def _day(self, line: int, text: str) -> date | None:
        iso, british = _ISO.fullmatch(text), _BRITISH.fullmatch(text)
        day = None
        try:
            if iso:
                day = date(*(int(part) for part in iso.groups()))
            elif british:
                number, month, year = (int(part) for part in british.groups())
                day = date(year, month, number)
        except ValueError:
            day = None
        if day is None:
            self.fault(
                at_line(line, "date"),
                "is “{text}”",
                "write a day as 2025-01-31 or 31/01/2025",
                text=_cropped(text),
            )
        elif not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            self.fault(
                at_line(line, "date"),
                "is {value}",
                "the year lies in {first} to {last}",
                value=day,
                first=_FIRST_YEAR,
                last=_LAST_YEAR,
            )
            return None
        return day

    def _count(self, line: int, column: str, text: str) -> int | None:
        if not _WHOLE.fullmatch(text):
            self.fault(
                at_line(line, column),
                "is “{text}”",
                "write a whole number without separators",
                text=_cropped(text),
            )
            return None
        count = int(text)
        most = _MOST.get(column, _MOST_OTHERS)
        if count > most:
            self.fault(
                at_line(line, column),
                "is {value}",
                "at one deployment it is at most {most}",
                value=numeral(count),
                most=numeral(most),
            )
            return None
        return count

    def _measure(self, line: int, column: str, text: str) -> float:
        if not text:
            return math.nan
        if not _DECIMAL.fullmatch(text):
            self.fault(
                at_line(line, column),
                "is “{text}”",
                "write a number with a point for decimals, or leave the cell empty",
                text=_cropped(text),
            )
            return math.nan
        value = float(text)
        if value > _MEASURES[column]:
            self.fault(
                at_line(line, column),
                "is {value}",
                "it must lie between 0 and {most}",
                value=text,
                most=numeral(_MEASURES[column], ",.0f"),
            )
        return value

    def _check_sums(self, line: int, counts: Mapping[str, int]) -> None:
        alerts, false = counts["alerts"], counts["false_alerts"]
        if false > alerts:
            self.fault(
                at_line(line, "false_alerts"),
                "is {false}, more than the {alerts} alerts",
                "false alerts are part of the alerts",
                false=false,
                alerts=alerts,
            )
            return
        true = counts.get("true_alerts", alerts - false)
        if true + false != alerts:
            self.fault(
                at_line(line, "alerts"),
                "is {alerts}, but true and false alerts make {sum}",
                "they must add up",
                alerts=alerts,
                sum=true + false,
            )
        if counts["arrests"] > true:
            self.fault(
                at_line(line, "arrests"),
                "is {arrests}, more than the {true} true alerts",
                "only arrests that followed a true alert are counted",
                arrests=counts["arrests"],
                true=true,
            )

    def check_weeks(self, deployments: list[Deployment]) -> None:
        """A week has one threshold: false alerts are not pooled across two."""
        seen: dict[date, tuple[float, int]] = {}
        for deployment in deployments:
            threshold = deployment.measures["threshold"]
            if math.isnan(threshold):
                continue
            first, line = seen.setdefault(deployment.week, (threshold, deployment.line))
            if threshold != first:
                self.fault(
                    at_line(deployment.line, "threshold"),
                    "is {threshold}, but {first} on line {line} of the same week",
                    "leave it empty in the rows of a week in which it changed",
                    threshold=numeral(threshold, "g"),
                    first=numeral(first, "g"),
                    line=line,
                )


def _weekly(deployments: list[Deployment], name: str) -> Record:
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
    # one deployment of unknown length leaves the week's hours unknown
    np.add.at(hours, where, measured["hours"])
    # of several equal thresholds the mean may differ in the last digit
    threshold = np.round(mean("threshold"), 12)
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
            ["current" if week >= CURRENT_BASIS_FROM else "earlier" for week in weeks],
            dtype=np.str_,
        ),
    )


def _cropped(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"

"""Reads and checks a record of weekly rows.

A record is a CSV file with one row for each week, Monday to Sunday; a week without deployments
may be left out.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from modeller.base.dates import weekday
from modeller.base.errors import ModellerError, Problem, at_line, problem, refusal
from modeller.base.language import numeral, translate
from modeller.evidence.record import COLUMNS, COUNT_COLUMNS, MEASURE_COLUMNS, Record
from modeller.evidence.sources import Blemish

BASES = ("earlier", "current")

MAX_BYTES = 1_000_000
MAX_WEEKS = 10_000
MAX_COLUMNS = 100
MAX_PROBLEMS = 1_000
"""Further problems are counted, not listed."""

# far above anything plausible: these keep sums within 64 bits and catch shifted columns
_COUNT_LIMITS = {"deployments": 1_000, "faces_scanned": 1_000_000_000}
_OTHER_COUNT_LIMIT = 10_000_000
_MEASURE_LIMITS = {"hours": 100_000.0, "threshold": 1.0, "watchlist": 100_000_000.0}
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

_INTEGER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


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
    lines, problems = _lines(decoded(content, name))
    if not problems and not lines:
        problems.append(
            problem(
                name, "is empty", "its first line names the columns {columns}", columns=_listed()
            )
        )
    if not problems:
        number, header = lines[0]
        order, problems = _read_header(number, header)
        if not problems:
            return _Reading(known).record(lines[1:], order, name)
    raise ModellerError(_shortened(problems, name))


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
    cells = [(line, [row[column] for column in COLUMNS]) for line, row in rows]
    return _Reading(known).record(cells, {each: at for at, each in enumerate(COLUMNS)}, name)


def excused(week: date, counts: Mapping[str, int], known: Sequence[Blemish]) -> bool:
    """Whether alerts that do not add up are a known fault of the published record."""
    return any(
        fault.values
        and fault.week_starting == week
        and all(counts.get(column) == value for column, value in fault.values.items())
        for fault in known
    )


def decoded(content: bytes, name: str) -> str:
    """The text of a CSV file.

    Raises
    ------
    ModellerError
        When it is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal(
            name,
            "is not UTF-8 text (byte {byte})",
            "save it from the spreadsheet as “CSV UTF-8”",
            byte=error.start + 1,
        ) from error


def _listed(names: Iterable[str] = COLUMNS) -> str:
    return ", ".join(names)


def _shortened(problems: list[Problem], name: str) -> list[Problem]:
    if len(problems) <= MAX_PROBLEMS:
        return problems
    left = len(problems) - MAX_PROBLEMS
    return [
        *problems[:MAX_PROBLEMS],
        problem(name, "has {left} more problems", "put these right first", left=numeral(left)),
    ]


def _lines(text: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """The rows of the text, each with the number of the line it ends on; no blank lines."""
    rows: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        rows.extend((reader.line_num, [cell.strip() for cell in row]) for row in reader if row)
    except csv.Error as error:
        return rows, [
            problem(
                at_line(reader.line_num),
                "cannot be read as CSV ({reason})",
                "use commas between cells and double quotes, if any, in pairs",
                reason=error,
            )
        ]
    return rows, []


def _read_header(number: int, header: list[str]) -> tuple[dict[str, int], list[Problem]]:
    """The index of each column; columns may come in any order."""
    problems = []
    columns = translate("Problem", "the columns are {columns}", columns=_listed())
    if len(header) > MAX_COLUMNS:
        what = translate("Problem", "has {count} columns", count=numeral(len(header)))
        return {}, [Problem(at_line(number), what, columns)]
    for index, column in enumerate(header):
        place = at_line(number, index + 1)
        if column not in COLUMNS:
            what = translate("Problem", "is named “{name}”", name=_cropped(column))
            problems.append(Problem(place, what, columns))
        elif column in header[:index]:
            problems.append(
                problem(place, "repeats {column}", "name every column once", column=column)
            )
    for column in COLUMNS:
        if column not in header:
            what = translate("Problem", "lacks the column {column}", column=column)
            problems.append(Problem(at_line(number), what, columns))
    return {column: index for index, column in enumerate(header)}, problems


def _cropped(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


class _Reading:
    """The values and problems gathered while the rows are read."""

    def __init__(self, known: Sequence[Blemish]) -> None:
        self._problems: list[Problem] = []
        self._weeks: list[date] = []
        self._columns: dict[str, list[int | float | str]] = {name: [] for name in COLUMNS[1:]}
        self._excuses: dict[date, list[Mapping[str, int]]] = {}
        for fault in known:
            if fault.values:
                self._excuses.setdefault(fault.week_starting, []).append(fault.values)
        self._line = 0

    def record(
        self, rows: list[tuple[int, list[str]]], order: Mapping[str, int], name: str
    ) -> Record:
        """The record of the rows, unless one is wrong or there is none."""
        self._read(rows, order)
        if not self._problems and not self._weeks:
            self._problems = [problem(name, "has no weeks", "give at least one row")]
        if self._problems:
            raise ModellerError(_shortened(self._problems, name))
        return self._record(name)

    def _read(self, rows: list[tuple[int, list[str]]], order: Mapping[str, int]) -> None:
        if len(rows) > MAX_WEEKS:
            self._line = rows[MAX_WEEKS][0]
            self._fault(
                "",
                "begins week {week}",
                "a record holds at most {most}",
                week=numeral(MAX_WEEKS + 1),
                most=numeral(MAX_WEEKS),
            )
            return
        for self._line, cells in rows:
            if len(cells) != len(COLUMNS):
                self._fault(
                    "",
                    "has {count} cells",
                    "a row has {wanted}, one for each column",
                    count=len(cells),
                    wanted=len(COLUMNS),
                )
                continue
            self._read_row({column: cells[order[column]] for column in COLUMNS})

    def _record(self, name: str) -> Record:
        values = self._columns
        return Record(
            name=name,
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

    def _fault(self, column: str, what: str, remedy: str, /, **values: object) -> None:
        self._problems.append(problem(at_line(self._line, column), what, remedy, **values))

    def _read_row(self, row: dict[str, str]) -> None:
        before = len(self._problems)
        week = self._week(row["week_starting"])
        counts = {column: self._count(column, row[column]) for column in COUNT_COLUMNS}
        measures = {column: self._measure(column, row[column]) for column in MEASURE_COLUMNS}
        basis = row["face_count_basis"]
        if basis not in BASES:
            self._fault(
                "face_count_basis",
                "is “{text}”",
                "it must be {one} or {other}",
                text=_cropped(basis),
                one=BASES[0],
                other=BASES[1],
            )
        known = {column: count for column, count in counts.items() if count is not None}
        if len(known) == len(counts):
            self._check_sums(week, known)
            self._check_hours(known["deployments"], measures["hours"])
        if week is not None:
            # kept even if other cells are wrong, so that the next row can be checked against it
            self._weeks.append(week)
        if len(self._problems) > before:
            return
        for column, value in (*known.items(), *measures.items()):
            self._columns[column].append(value)
        self._columns["face_count_basis"].append(basis)

    def _week(self, text: str) -> date | None:
        column = "week_starting"
        try:
            week = date.fromisoformat(text) if _DATE.fullmatch(text) else None
        except ValueError:
            week = None
        if week is None:
            self._fault(column, "is “{text}”", "write a Monday as 2025-01-06", text=_cropped(text))
        elif not _FIRST_YEAR <= week.year <= _LAST_YEAR:
            self._fault(
                column,
                "is {value}",
                "the year lies in {first} to {last}",
                value=week,
                first=_FIRST_YEAR,
                last=_LAST_YEAR,
            )
            return None
        elif week.weekday() != 0:
            monday = week - timedelta(days=week.weekday())
            self._fault(
                column,
                "is {day}, a {weekday}",
                "weeks begin on Monday: {monday}",
                day=week,
                weekday=weekday(week),
                monday=monday,
            )
        elif self._weeks and week <= self._weeks[-1]:
            self._fault(
                column,
                "is {week}, not after {earlier} before it",
                "give every week once, in the order of time",
                week=week,
                earlier=self._weeks[-1],
            )
        return week

    def _count(self, column: str, text: str) -> int | None:
        if not _INTEGER.fullmatch(text):
            self._fault(
                column,
                "is “{text}”",
                "write a whole number without separators",
                text=_cropped(text),
            )
            return None
        count = int(text)
        limit = _COUNT_LIMITS.get(column, _OTHER_COUNT_LIMIT)
        if not 0 <= count <= limit:
            self._fault(
                column,
                "is {value}",
                "it must lie between 0 and {most}",
                value=count,
                most=numeral(limit),
            )
            return None
        return count

    def _measure(self, column: str, text: str) -> float:
        if not text:
            return float("nan")
        if not _DECIMAL.fullmatch(text):
            self._fault(
                column,
                "is “{text}”",
                "write a number with a point for decimals, or leave the cell empty",
                text=_cropped(text),
            )
            return float("nan")
        value = float(text)
        limit = _MEASURE_LIMITS[column]
        if not 0.0 <= value <= limit:
            self._fault(
                column,
                "is {value}",
                "it must lie between 0 and {most}",
                value=text,
                most=numeral(limit, ",.0f"),
            )
        return abs(value)  # turns -0 into 0, so that a digest knows only one of them

    def _check_sums(self, week: date | None, counts: dict[str, int]) -> None:
        true_and_false = counts["true_alerts"] + counts["false_alerts"]
        excused = any(
            all(counts.get(column) == value for column, value in values.items())
            for values in (self._excuses.get(week, []) if week else [])
        )
        if counts["alerts"] != true_and_false and not excused:
            self._fault(
                "alerts",
                "is {alerts}, but true and false alerts make {sum}",
                "they must add up; a fault of the published figures is declared as a blemish",
                alerts=counts["alerts"],
                sum=true_and_false,
            )
        if counts["arrests"] > counts["true_alerts"]:
            self._fault(
                "arrests",
                "is {arrests}, more than the {true} true alerts",
                "only arrests that followed a true alert are counted",
                arrests=counts["arrests"],
                true=counts["true_alerts"],
            )
        if counts["deployments"] == 0:
            for column in COUNT_COLUMNS[1:]:
                if counts[column]:
                    self._fault(
                        column,
                        "is {count} in a week without deployments",
                        "it must be 0 there",
                        count=counts[column],
                    )

    def _check_hours(self, deployments: int, hours: float) -> None:
        limit = 24.0 * deployments
        if hours > limit:  # false for NaN, hours not published
            self._fault(
                "hours",
                "is {hours} for {deployments} deployments",
                "it is the sum over the week's deployments, at most {most}",
                hours=numeral(hours, "g"),
                deployments=deployments,
                most=numeral(limit, "g"),
            )

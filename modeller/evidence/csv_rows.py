"""Reads the rows of an untrusted CSV file and reports every problem, each with its line."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from modeller.base.dates import iso_day
from modeller.base.errors import ModellerError, Problem, at_line, problem
from modeller.base.language import cropped, numeral, translatable, translate

MOST_BYTES = 10_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 100
MOST_PROBLEMS = 1_000
"""Further problems are counted, not listed."""
LONGEST_TEXT = 100

_INTEGER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?", re.ASCII)
AS_DECIMAL = translatable(
    "Problem", "write a number with a point for decimals, or leave the cell empty"
)


class Row(NamedTuple):
    """The cells of one row by column, and the number of the line it ends on."""

    line: int
    cells: Mapping[str, str]


class Reading:
    """Reads a table with a header, and collects its problems."""

    def __init__(self, name: str, columns: Sequence[str], optional: Sequence[str] = ()) -> None:
        self.problems: list[Problem] = []
        self.name = name
        self._columns = tuple(columns)
        self._known = (*columns, *optional)

    def fault(self, where: str, what: str, remedy: str, /, **values: object) -> None:
        """Add one problem."""
        self.problems.append(problem(where, what, remedy, **values))

    @property
    def listed(self) -> tuple[Problem, ...]:
        """The problems so far; those beyond `MOST_PROBLEMS` are counted in a last one."""
        left = len(self.problems) - MOST_PROBLEMS
        if left <= 0:
            return tuple(self.problems)
        more = problem(
            self.name, "has {left} more problems", "put these right first", left=numeral(left)
        )
        return (*self.problems[:MOST_PROBLEMS], more)

    def stop_if_wrong(self) -> None:
        """Stop if there has been any problem.

        Raises
        ------
        ModellerError
            With every problem so far.
        """
        if self.problems:
            raise ModellerError(self.listed)

    def rows(self, content: bytes) -> list[Row]:
        """The rows below the header; a row of the wrong length is a problem and left out.

        Raises
        ------
        ModellerError
            When no row can be read: the content is too large, no text, no CSV, empty, or its
            header is not that of the table.
        """
        lines = self._lines(self._text(content))
        self.stop_if_wrong()
        header_line, header = lines[0]
        self._check_header(header_line, header)
        self.stop_if_wrong()
        found = []
        for line, cells in lines[1:]:
            if len(cells) == len(header):
                found.append(Row(line, dict(zip(header, cells, strict=True))))
            else:
                self.fault(
                    at_line(line),
                    "has {count} cells",
                    "a row has {wanted}, one for each column",
                    count=len(cells),
                    wanted=len(header),
                )
        if not lines[1:]:
            self.fault(self.name, "has no rows", "give at least one row")
        return found

    def _text(self, content: bytes) -> str:
        if len(content) > MOST_BYTES:
            self.fault(
                self.name,
                "is larger than {most} bytes",
                "a record of deployments is far smaller",
                most=numeral(MOST_BYTES),
            )
            return ""
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.fault(
                self.name,
                "is not UTF-8 text (byte {byte})",
                "save it from the spreadsheet as “CSV UTF-8”",
                byte=error.start + 1,
            )
            return ""

    def _lines(self, text: str) -> list[tuple[int, list[str]]]:
        if self.problems:
            return []
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        lines: list[tuple[int, list[str]]] = []
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
        else:
            if not lines:
                self.fault(
                    self.name,
                    "is empty",
                    "its first line names the columns {columns}",
                    columns=", ".join(self._columns),
                )
            elif len(lines) - 1 > MOST_ROWS:
                self.fault(
                    self.name,
                    "has over {most} rows",
                    "at most {most} deployments are read",
                    most=numeral(MOST_ROWS),
                )
        return lines

    def _check_header(self, line: int, header: list[str]) -> None:
        columns = translate("Problem", "the columns are {columns}", columns=", ".join(self._known))
        if len(header) > MOST_COLUMNS:
            what = translate("Problem", "has {count} columns", count=numeral(len(header)))
            self.problems.append(Problem(at_line(line), what, columns))
            return
        for index, column in enumerate(header):
            place = at_line(line, index + 1)
            if column not in self._known:
                what = translate("Problem", "is named “{name}”", name=cropped(column, 40))
                self.problems.append(Problem(place, what, columns))
            elif column in header[:index]:
                self.fault(place, "repeats {column}", "name every column once", column=column)
        for column in self._columns:
            if column not in header:
                what = translate("Problem", "lacks the column {column}", column=column)
                self.problems.append(Problem(at_line(line), what, columns))

    # ------------------------------------------------------------ cells: a value, or a problem

    def count(self, row: Row, column: str, most: int) -> int | None:
        """A whole number from 0 to `most`."""
        text = row.cells[column]
        if not _INTEGER.fullmatch(text):
            self.fault(
                at_line(row.line, column),
                "is “{text}”",
                "write a whole number without separators",
                text=cropped(text, 40),
            )
            return None
        value = int(text)
        if not 0 <= value <= most:
            self.fault(
                at_line(row.line, column),
                "is {value}",
                "it must lie between 0 and {most}",
                value=value,
                most=numeral(most),
            )
            return None
        return value

    def measure(self, row: Row, column: str, most: float, remedy: str = AS_DECIMAL) -> float | None:
        """A number from 0 to `most`; None where the cell is empty, too.

        Parameters
        ----------
        remedy
            What is written instead of a text that is no number.
        """
        text = row.cells[column]
        if not text:
            return None
        if not _DECIMAL.fullmatch(text):
            self.fault(at_line(row.line, column), "is “{text}”", remedy, text=cropped(text, 40))
            return None
        value = float(text)
        if not 0.0 <= value <= most:
            self.fault(
                at_line(row.line, column),
                "is {value}",
                "it must lie between 0 and {most}",
                value=text,
                most=numeral(most, ",.10g"),
            )
            return None
        return abs(value)  # turns -0 into 0, so that a record knows only one of them

    def day(self, row: Row, column: str, first: date, last: date) -> date | None:
        """A calendar day from `first` to `last`."""
        text = row.cells[column]
        day = iso_day(text)
        if day is None:
            self.fault(
                at_line(row.line, column),
                "is “{text}”",
                "write a day as 2025-01-31",
                text=cropped(text, 40),
            )
        elif not first <= day <= last:
            self.fault(
                at_line(row.line, column),
                "is {day}",
                "the days of this record lie in {first} to {last}",
                day=day,
                first=first,
                last=last,
            )
            return None
        return day

    def mark(self, row: Row, column: str) -> bool | None:
        """Yes or no, written 1 or 0."""
        text = row.cells[column]
        if text in ("0", "1"):
            return text == "1"
        self.fault(
            at_line(row.line, column),
            "is “{text}”",
            "write 1 for yes and 0 for no",
            text=cropped(text, 40),
        )
        return None

    def text(self, row: Row, column: str) -> str | None:
        """Text of printable characters, neither empty nor too long."""
        text = row.cells[column]
        if text and text.isprintable() and len(text) <= LONGEST_TEXT:
            return text
        self.fault(
            at_line(row.line, column),
            "is “{text}”",
            "write 1 to {most} ordinary characters",
            text=cropped("".join(sign if sign.isprintable() else "�" for sign in text), 40),
            most=LONGEST_TEXT,
        )
        return None

"""A design as a table: one row for each scenario, one column for each quantity, any kind of CSV.

Commas, semicolons, tabs or bars between the cells, any encoding and a line ``sep=;`` are read as
they are in records. Where cells are not separated by commas a number may have a decimal comma.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from typing import Any

from modeller.base.bounded_json import raise_if_any, shown
from modeller.base.errors import ModellerError, Problem, at_line, problem, refusal
from modeller.base.language import numeral, translate
from modeller.base.typed_numbers import typed_number
from modeller.records import catalogue_for
from modeller.records.tables.delimited import SEPARATOR_LINE, SEPARATORS, decoded_text
from modeller.scenario import Scenario
from modeller.sweep.axes import MOST_SCENARIOS, TEXTS, check_known
from modeller.sweep.planned import MEASURED, Design, Values, applied

MOST_COLUMNS = 1_000
_MOST_PROBLEMS = 100
_DECIMAL_COMMA = re.compile(r"[-+\u2212]?[0-9]*,[0-9]+", re.ASCII)
_THOUSANDS = re.compile(r"[-+\u2212]?[1-9][0-9]{0,2},[0-9]{3}", re.ASCII)


def listed_design(content: bytes, path: str, base: Scenario) -> Design:
    """The design in the content of a file; an empty cell leaves the base as it is.

    Raises
    ------
    ModellerError
        With everything that is wrong in it.
    csv.Error
        When its quotes do not pair.
    """
    problems: list[Problem] = []
    declared = catalogue_for(base.record, base.profile)
    table = _Table(decoded_text(content, path)[0])
    names = table.names
    if len(names) > MOST_COLUMNS:
        raise refusal(
            path,
            "has {count} columns",
            "name each quantity once",
            count=numeral(len(names)),
        )
    if not any(names):
        problems.append(problem(path, "is empty", "name the columns in the first line"))
    for name in names:
        check_known(name, _column(name), declared, problems, texts=TEXTS)
    problems.extend(
        problem(_column(name), "is there twice", "keep one of them")
        for name in sorted({name for name in names if names.count(name) > 1})
    )
    raise_if_any(problems)
    size = 0
    for line, cells in table.lines():
        size += 1
        if len(problems) > _MOST_PROBLEMS or size > MOST_SCENARIOS:
            break
        try:
            applied(base, _values(line, names, cells, table.separator), declared)
        except ModellerError as error:
            here = at_line(line)
            problems.extend(
                fault
                if fault.where.startswith(here)
                else replace(fault, where=at_line(line, fault.where))
                for fault in error.problems
            )
    if size > MOST_SCENARIOS:
        problems.append(
            problem(
                path,
                "has too many rows",
                "split it: a sweep has at most {most}",
                most=numeral(MOST_SCENARIOS),
            )
        )
    raise_if_any(problems)

    def rows() -> Iterator[Values]:
        for line, cells in table.lines():
            yield _values(line, names, cells, table.separator)

    return Design(base, tuple(names), MEASURED, size, declared, rows)


def _column(name: str) -> str:
    return translate("Problem", "column {name}", name=shown(name))


class _Table:
    """The text of a table whose first line names the columns; each reading starts afresh."""

    def __init__(self, text: str) -> None:
        stated = SEPARATOR_LINE.match(text)
        self._before = 1 if stated else 0
        self._text = text[stated.end() :] if stated else text
        self.separator = stated[1] if stated else _separator(self._text)
        names = [name.strip() for name in next(self._reader(), [])]
        self.names = _without_blanks(names, 0)

    def lines(self) -> Iterator[tuple[int, list[str]]]:
        """The rows below the names that are not blank, each with the line on which it ends."""
        reader = self._reader()
        next(reader, None)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield self._before + reader.line_num, _without_blanks(cells, len(self.names))

    def _reader(self) -> Any:
        return csv.reader(StringIO(self._text, newline=""), delimiter=self.separator)


def _separator(text: str) -> str:
    """The separator found most often in the line of names, which contain none themselves."""
    first = next((line for line in StringIO(text) if line.strip()), "")
    return max(SEPARATORS, key=first.count)  # of none, the first


def _without_blanks(cells: list[str], least: int) -> list[str]:
    """The cells without the empty ones that a spreadsheet leaves at the end of a line."""
    count = len(cells)
    while count > least and not cells[count - 1].strip():
        count -= 1
    return cells[:count]


def _values(line: int, names: Sequence[str], cells: Sequence[str], separator: str) -> Values:
    problems: list[Problem] = []
    if len(cells) != len(names):
        raise refusal(
            at_line(line),
            "has {count} cells where the first line has {wanted}",
            "give every column a cell",
            count=len(cells),
            wanted=len(names),
        )
    values: dict[str, float | str] = {}
    for name, cell in zip(names, cells, strict=True):
        text = cell.strip()
        if not text:
            continue
        if name in TEXTS:
            values[name] = text
            continue
        number = _number(text, separator)
        if number is None:
            problems.append(
                problem(
                    at_line(line, name),
                    "is {shown}",
                    "write a plain number, without units or signs between thousands",
                    shown=shown(text),
                )
            )
            continue
        values[name] = number
    raise_if_any(problems)
    return values


def _number(text: str, separator: str) -> float | None:
    """The number in a cell; a single comma not followed by three digits is a decimal comma."""
    if separator != "," and _DECIMAL_COMMA.fullmatch(text) and not _THOUSANDS.fullmatch(text):
        text = text.replace(",", ".")
    return typed_number(text, commas=False)

"""Chooses the table of a file that holds the record, and checks that it has the columns of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from modeller.base.errors import ModellerError, Problem, at_line, problem, refusal
from modeller.base.language import cropped, translate
from modeller.evidence import Layout
from modeller.records.deployment_rows import OPTIONAL, REQUIRED
from modeller.records.headings import Header, find_header, unknown_header
from modeller.records.layouts import NOT_NEEDED, fields, normal, remembered
from modeller.records.tables import Table

_WEEKLY_NEEDED = ("week_starting", "deployments", "faces", "alerts", "false_alerts", "arrests")


def asked_columns(columns: Mapping[str, str]) -> dict[str, str]:
    """What the user says that columns are, by normalised heading.

    Raises
    ------
    ModellerError
        When there is no such field.
    """
    asked, problems = {}, []
    for heading, field_name in columns.items():
        taken = field_name.strip().replace(" ", "_").replace("-", "_").casefold()
        taken = {"ignore": NOT_NEEDED, "faces_scanned": "faces"}.get(taken, taken)
        if taken not in (*fields(), NOT_NEEDED):
            problems.append(
                problem(
                    f"“{cropped(heading)}”",
                    "cannot be taken as {field}",
                    "a column is one of {fields}, or ignore",
                    field=cropped(field_name, 40),
                    fields=", ".join(fields()),
                )
            )
        asked[normal(heading)] = taken
    if problems:
        raise ModellerError(problems)
    return asked


def chosen_table(
    tables: tuple[Table, ...],
    name: str,
    sheet: str,
    columns: Mapping[str, str],
    folder: Path | None,
    published: Sequence[Layout],
) -> tuple[Table, Header, bool]:
    """The table that holds a record, and its header."""
    if sheet:
        named = [table for table in tables if table.sheet.casefold() == sheet.casefold()]
        if not named:
            raise refusal(
                name,
                "has no sheet called {sheet}",
                "its sheets with something in them are {names}",
                sheet=f"“{cropped(sheet, 40)}”",
                names=", ".join(table.sheet for table in tables) or "–",
            )
        tables = tuple(named)
    if not any(table.rows for table in tables):
        raise refusal(
            name, "is empty", "its first line names {columns}", columns=", ".join(REQUIRED)
        )
    best: tuple[Table, Header, bool] | None = None
    for table in tables:
        header = find_header(table, columns, published)
        if header is None:
            continue
        kept = {} if folder is None else remembered(folder, header.headings)
        before = False
        if kept:
            again = find_header(table, {**kept, **columns}, published)
            before = again is not None and not set(kept) <= set(columns)
            header = again or header
        if best is None or len(header.fields) > len(best[1].fields):
            best = table, header, before
    if best is not None:
        return best
    for table in tables:
        foreign = unknown_header(table)
        if foreign is not None:
            return table, foreign, False
    raise ModellerError(no_header(tables[0], name))


def no_header(table: Table, name: str) -> list[Problem]:
    """The problem of a table in which no row names the columns of a record."""
    first = next((row for row in table.rows if any(row.cells)), table.rows[0])
    shown = ", ".join(f"“{cropped(cell, 30)}”" for cell in first.cells if cell)[:300]
    return [
        problem(
            name,
            "has no row that names its columns; its first is {cells}",
            "a first line names {columns}; of other headings, say which column each is",
            cells=shown,
            columns=", ".join(REQUIRED),
        )
    ]


def sheet_notes(tables: tuple[Table, ...], table: Table, columns: Mapping[str, str]) -> list[str]:
    """A note on which of several sheets is read, and which others could be."""
    if len(tables) < 2:
        return []
    notes = [translate("Import", "The sheet “{sheet}” is read.", sheet=table.sheet)]
    others = [
        other.sheet
        for other in tables
        if other is not table and find_header(other, columns) is not None
    ]
    if others:
        notes.append(
            translate(
                "Import",
                "Other sheets look like records, too: {names}.",
                names=", ".join(f"“{cropped(other, 40)}”" for other in others),
            )
        )
    return notes


def column_problems(table: Table, header: Header, name: str) -> list[Problem]:
    """The problems of columns that are missing or given twice; none where all needed are there."""
    if not header.fields:
        return no_header(table, name)
    line = header.lines[-1]
    needed = _WEEKLY_NEEDED if header.weekly else REQUIRED
    optional = (*OPTIONAL, "place", "site", "borough")
    known = {"required": ", ".join(needed), "optional": ", ".join(optional)}
    problems = [
        problem(
            at_line(line, column.place + 1),
            "repeats {column}",
            "name every column once",
            column=column.field,
        )
        for column in header.repeated
    ]
    lacking = [column for column in needed if not header.holds(column)]
    # an unknown heading matters only where something is missing
    problems += [
        problem(
            at_line(line, column.place + 1),
            "is named “{name}”",
            "did you mean {guess}? Then name it so, or say that it is that column",
            name=cropped(column.heading, 40),
            guess=column.guess,
        )
        for column in header.columns
        if column.field is None and column.guess in lacking
    ]
    problems += [
        problem(
            at_line(line),
            "lacks the column {column}",
            "the columns are {required}, and if known {optional}",
            column=column,
            **known,
        )
        for column in lacking
    ]
    problems += [
        problem(
            f"“{cropped(heading)}”",
            "is not a heading of {name}",
            "its headings are {names}",
            name=name,
            names=", ".join(f"“{cropped(text, 40)}”" for text in header.headings if text)[:600],
        )
        for heading in header.missed
    ]
    return problems

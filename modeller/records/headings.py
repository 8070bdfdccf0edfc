"""Finds the header of a table, of one row or two and perhaps below titles, and its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from modeller.evidence import Layout
from modeller.records.layouts import (
    NOT_NEEDED,
    PARTS,
    counts_more,
    field_of,
    nearest,
    normal,
    published_layout,
)
from modeller.records.tables import Row, Table

_DEEPEST = 40
"""The header is looked for among this many filled rows."""


@dataclass(frozen=True)
class TakenColumn:
    """One column: its index from the left, its heading, and what it is taken to be.

    Attributes
    ----------
    field
        A field of the record; empty for a column that is not needed, None for an unknown one.
    guess
        The field that an unknown heading may stand for.
    counts
        What it counts in addition to what the record's column does; usually empty.
    """

    place: int
    heading: str
    field: str | None
    guess: str | None = None
    counts: str = ""


@dataclass(frozen=True)
class Header:
    """The header of a table.

    Attributes
    ----------
    rows
        The indices of its rows in the table: one or two.
    lines
        Their line numbers.
    repeated
        Columns for a field that another column has already been taken for.
    missed
        Headings that the user named and the table does not have.
    """

    rows: tuple[int, ...]
    lines: tuple[int, ...]
    columns: tuple[TakenColumn, ...]
    layout: Layout | None
    repeated: tuple[TakenColumn, ...]
    missed: tuple[str, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings from the left, with two rows joined."""
        return tuple(column.heading for column in self.columns)

    @property
    def fields(self) -> dict[str, int]:
        """The index of the column of each field."""
        return {column.field: column.place for column in self.columns if column.field}

    def holds(self, field: str) -> bool:
        """Whether the table has the field, or both parts of it."""
        return field in self.fields or all(part in self.fields for part in PARTS.get(field, ("?",)))

    @property
    def weekly(self) -> bool:
        """Whether its rows are weeks and not single deployments."""
        return "week_starting" in self.fields and "date" not in self.fields


def find_header(
    table: Table, said: Mapping[str, str], published: Sequence[Layout] = ()
) -> Header | None:
    """The row, or two, with the most known headings; None where none has two of them.

    Parameters
    ----------
    said
        What the user says that columns are: fields by normalised heading.
    published
        The published layouts, of which the table may have one.
    """
    best, most = None, (1, True)
    for place, row in enumerate(table.rows[:_DEEPEST]):
        joined = _joined(row, table.rows[place + 1]) if place + 1 < len(table.rows) else None
        for headings, rows in ((row.cells, (place,)), (joined, (place, place + 1))):
            if headings is None:
                continue
            # of two with as many known headings, the one that follows a published layout
            known = _known(headings, said), published_layout(headings, published) is not None
            if known > most:
                best, most = (headings, rows), known
    if best is None:
        return None
    headings, rows = best
    return _header(table, headings, rows, said, published_layout(headings, published))


def unknown_header(table: Table) -> Header | None:
    """The first row that could name columns although none of its headings is known.

    It has at least two cells and no figures in them, and a row with figures follows.
    """
    for place, row in enumerate(table.rows[:_DEEPEST]):
        named = [cell for cell in row.cells if cell]
        below = table.rows[place + 1 : place + 2]
        follows = any(_like_data(cell) for one in below for cell in one.cells)
        if len(named) > 1 and follows and not any(_like_data(cell) for cell in named):
            return _header(table, row.cells, (place,), {}, None)
    return None


def _known(headings: Sequence[str], said: Mapping[str, str]) -> int:
    """How many fields the headings name, apart from columns that are not needed."""
    found = {said.get(normal(heading)) or field_of(heading) for heading in headings if heading}
    return len(found - {None, NOT_NEEDED})


def _joined(above: Row, below: Row) -> tuple[str, ...] | None:
    """Two rows joined to one header, such as ``False Alerts`` over ``Confirmed``; else None."""
    if not any(cell for cell in below.cells) or any(_like_data(cell) for cell in below.cells):
        return None
    wide = max(len(above.cells), len(below.cells))
    first = [*above.cells, *[""] * (wide - len(above.cells))]
    second = [*below.cells, *[""] * (wide - len(below.cells))]
    headings, over = [], ""
    for parent, child in zip(first, second, strict=True):
        over = parent or over
        if child:
            headings.append(f"{over} {child}".strip() if parent or over else child)
        else:
            headings.append(parent)
    return tuple(headings)


def _like_data(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def _header(
    table: Table,
    headings: Sequence[str],
    rows: tuple[int, ...],
    said: Mapping[str, str],
    layout: Layout | None,
) -> Header:
    columns: list[TakenColumn] = []
    repeated: list[TakenColumn] = []
    seen: set[str] = set()
    asked = {said[name] for heading in headings if (name := normal(heading)) in said}
    used = set()
    for place, heading in enumerate(headings):
        name = normal(heading)
        if name in said:
            field: str | None = said[name]
            used.add(name)
        else:
            field = field_of(heading) if heading else NOT_NEEDED
            if field in asked:
                # a column that the user names for a field comes before one with that heading
                field = NOT_NEEDED
        guess = nearest(heading) if field is None else None
        counts = counts_more(heading) if field == "arrests" else None
        column = TakenColumn(place, heading, field, guess, counts or "")
        if field and field in seen:
            repeated.append(column)
        if field:
            seen.add(field)
        columns.append(column)
    return Header(
        rows=rows,
        lines=tuple(table.rows[place].line for place in rows),
        columns=tuple(columns),
        layout=layout,
        repeated=tuple(repeated),
        missed=tuple(name for name in said if name not in used),
    )

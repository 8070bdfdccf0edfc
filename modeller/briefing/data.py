"""Writes the figures of a briefing as a workbook, or as CSV files in a zip file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from modeller.base.data_package import NAME as PACKAGE
from modeller.base.spreadsheets import begins_like_a_formula, harmless
from modeller.base.zips import workbook_file, zipped
from modeller.briefing.content import Briefing, in_words, plain_text
from modeller.briefing.data_package import briefing_package
from modeller.briefing.sheets import Cell, Sheet, sheets
from modeller.scenario.file import SUFFIX, document_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST = 48

# ---------------------------------------------------------------- CSV


def csv_text(sheet: Sheet) -> str:
    """A table as CSV, with dates as 2026-01-05 and no thousands separators."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (sheet.columns, *sheet.rows):
        writer.writerow([_csv_cell(cell) for cell in row])
    return out.getvalue()


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(plain_text(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return repr(cell)


def render_zip(briefing: Briefing, note: Callable[[float], None] | None = None) -> bytes:
    """The zip file: every table as CSV, and the scenarios as files."""
    made = sheets(briefing)
    tables: dict[str, tuple[Sheet, bytes]] = {}
    for number, sheet in enumerate(made, 1):
        # a byte order mark tells spreadsheets that it is UTF-8
        tables[_file_name(number, sheet)] = sheet, csv_text(sheet).encode("utf-8-sig")
        if note is not None:
            note(number / len(made))
    documents = {
        f"scenario-{letter}{SUFFIX}": document_text(document).encode()
        for letter, document in zip(briefing.letters, briefing.documents, strict=True)
    }
    files = {
        "README.txt": _readme(briefing, made).encode(),
        PACKAGE: briefing_package(briefing, tables, tuple(documents)),
        **{name: content for name, (_, content) in tables.items()},
        **documents,
    }
    return zipped(files, briefing.about.on)


def _file_name(number: int, sheet: Sheet) -> str:
    return f"{number}-{re.sub('[^a-z]+', '-', sheet.name.lower()).strip('-')}.csv"


def _readme(briefing: Briefing, made: Sequence[Sheet]) -> str:
    listed = "\n".join(f"{_file_name(n, sheet)}: {sheet.name}" for n, sheet in enumerate(made, 1))
    return (
        f"{briefing.front.subject}\n\n{briefing.front.title}\n{briefing.front.answer}\n"
        f"{briefing.front.context}\n\n{briefing.about.status}, "
        f"{in_words(briefing.about.on)}\n{briefing.identity}\n\n{listed}\n"
        f"scenario-{briefing.letters[0]}{SUFFIX} and so on: open them in the modeller\n"
        f"{PACKAGE}: what every column is, and how to make the numbers again\n\n"
        "p10 is the value that 1 in 10 possible futures lies below, p50 the median, and so on. "
        "Figures have nine digits so that they can be checked; their ranges do not support them "
        "all. Cells that a spreadsheet might take for a formula begin with an apostrophe.\n"
    )


# ---------------------------------------------------------------- the workbook


def render_workbook(briefing: Briefing, note: Callable[[float], None] | None = None) -> bytes:
    """An XLSX workbook, without formulas or macros, with a sheet for every table."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    properties = workbook.properties
    properties.title = briefing.front.title
    properties.creator = briefing.about.author or "Not named"
    properties.description = briefing.identity
    made = sheets(briefing)
    for number, sheet in enumerate(made, 1):
        _fill(workbook.create_sheet(sheet.name), sheet)
        if note is not None:
            note(number / len(made))
    properties.created = properties.modified = datetime.combine(briefing.about.on, time())
    return workbook_file(workbook, briefing.about.on)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    widths = [0] * len(sheet.columns)
    for number, row in enumerate((sheet.columns, *sheet.rows), 1):
        for column, value in enumerate(row, 1):
            if value is None:
                continue
            cell: Any = page.cell(number, column)
            if isinstance(value, str):
                _put_text(cell, plain_text(value))
                if number == 1:
                    cell.font = Font(bold=True)
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
            else:
                cell.value = value
                cell.number_format = _number_format(value)
            if number > 1:
                widths[column - 1] = max(widths[column - 1], len(str(value)))
    for column, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(column)].width = min(max(width, 9) + 2, _WIDEST)
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"


def _put_text(cell: Any, text: str) -> None:
    """Write text as text, whatever it begins with, so that it stays text when edited."""
    cell.value = text
    cell.data_type = "s"
    if begins_like_a_formula(text):
        cell.quotePrefix = True


def _number_format(value: float | date) -> str:
    if isinstance(value, date):
        return "yyyy-mm-dd"
    size = abs(value)
    if isinstance(value, int) or size >= 1000 or size == 0.0:
        return "#,##0"
    if size >= 10:
        return "#,##0.0"
    return "0.00" if size >= 0.1 else "0.0000"

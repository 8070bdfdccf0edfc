"""Reads XLSX and ODS workbooks, checking them first; it runs in a process of its own.

A workbook of a few kilobytes can unpack to gigabytes, and a single cell in the last column of the
last row makes a reader lay out sixteen thousand million cells. So every member is unpacked here
within bounds and its stated extent is checked, and the library is given a new archive of exactly
what was checked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from xml.parsers import expat

from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import cropped, numeral, translate
from modeller.records.cells import doubtful_mark
from modeller.records.findings import lines_words
from modeller.records.tables.hidden_rows import hidden_rows
from modeller.records.tables.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TABLES,
    Row,
    Table,
    filled,
)

MOST_UNPACKED = 60_000_000
"""The most bytes of all members of a workbook together."""
MOST_MEMBERS = 1_000
MOST_CELLS = 4_000_000
"""The most cells of a sheet, from the first filled cell to the last, empty ones included."""

_PLACE = re.compile(rb"""(?<=\s)r\s*=\s*(?:"([^"]{0,80})|'([^']{0,80}))""")
_ADDRESS = re.compile(rb"([A-Za-z]{0,3})([0-9]{1,7})")
_ODS = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^>]*)>")
_VALUE = re.compile(rb"office:[a-z-]*value")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["']\s*([0-9]{1,15})""")
_WANTED = re.compile(
    r"(\[Content_Types\]\.xml|_rels/.*\.rels|xl/.*\.(xml|rels)|mimetype|content\.xml|styles\.xml"
    r"|settings\.xml|meta\.xml|META-INF/manifest\.xml)",
    re.IGNORECASE,
)
_MANIFEST = "META-INF/manifest.xml"
_EMPTY_MANIFEST = (
    b'<?xml version="1.0"?><manifest:manifest '
    b'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
_UNWANTED = re.compile(r"xl/(media|drawings|charts|theme|printerSettings|externalLinks|vba)", re.I)


def sheets(content: bytes, name: str) -> tuple[Table, ...]:
    """The sheets of a workbook, after checking that it is not too large.

    Raises
    ------
    ModellerError
        When it is locked, or not a workbook after all.
    """
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetVisibleEnum,
    )

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            found = []
            # one that is hidden may be an older draft, so it comes after those that are seen
            listed = sorted(
                workbook.sheets_metadata, key=lambda each: each.visible != SheetVisibleEnum.Visible
            )
            hidden = hidden_rows(content)
            for each in listed[:MOST_TABLES]:
                sheet_name, seen = each.name, each.visible == SheetVisibleEnum.Visible
                sheet = workbook.get_sheet_by_name(sheet_name)
                start = sheet.start
                first = 1 if start is None else start[0] + 1
                _check_cells(sheet.height, sheet.width, name)
                rows = list(
                    filled(
                        (first + index, [_text(value) for value in cells[:MOST_COLUMNS]])
                        for index, cells in enumerate(
                            sheet.to_python(skip_empty_area=True, nrows=MOST_ROWS + 1)
                        )
                    )
                )
                cut = sheet.height > MOST_ROWS
                if rows:
                    notes = _notes(sheet_name, rows, hidden.get(sheet_name, ()), seen=seen)
                    found.append(
                        Table(name, tuple(rows), sheet=sheet_name[:100], notes=notes, cut=cut)
                    )
    except PasswordError as error:
        raise refusal(
            name,
            "is a workbook that is locked with a password",
            "unlock it in the spreadsheet and save it again",
        ) from error
    except ModellerError:
        raise
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise ModellerError(_damaged(name, str(error))) from error
    except BaseException as error:
        # a panic in the library's machine code is not raised as an Exception
        if type(error).__name__ != "PanicException":
            raise
        raise ModellerError(
            _damaged(name, translate("Problem", "it is not made like such a file"))
        ) from error
    return tuple(found)


def _notes(
    sheet: str, rows: Sequence[Row], hidden: Collection[int], *, seen: bool
) -> tuple[str, ...]:
    """What is read although whoever opens the workbook does not see it."""
    notes = []
    if not seen:
        said = translate("Table", "The sheet “{sheet}” is hidden.", sheet=cropped(sheet, 40))
        notes.append(said)
    lines = [row.line for row in rows if row.line in hidden]
    if lines:
        said = translate("Table", "Hidden rows are read, too: {lines}.", lines=lines_words(lines))
        notes.append(said)
    return tuple(notes)


def _text(value: object) -> str:
    """A cell as a person would type it into a CSV file."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value.is_integer() and abs(value) <= 1e15:
            return str(int(value))
        text = f"{value:.12g}"
        # in a text the three digits of 9.785 may be thousands; in a number they never are
        return f"{text}0" if doubtful_mark(text) else text
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def _damaged(name: str, reason: str) -> Problem:
    return problem(
        name,
        "cannot be read as a workbook ({reason})",
        "save it again from the spreadsheet, as a workbook or as “CSV UTF-8”",
        reason=reason[:200],
    )


def _check_cells(rows: int, columns: int, name: str) -> None:
    if rows * columns > MOST_CELLS:
        raise refusal(
            name,
            "has a sheet of {rows} rows and {columns} columns",
            "delete what stands far to the right or far below the table",
            rows=numeral(rows),
            columns=numeral(columns),
        )


def safe_workbook(content: bytes, name: str) -> bytes:
    """A new XLSX or ODS file with only the members that matter, each of them checked.

    Raises
    ------
    ModellerError
        When it is damaged, or unpacks to more than a record can need.
    """
    fresh = io.BytesIO()
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(fresh, "w") as kept:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise ModellerError(_damaged(name, f"{len(members)} members"))
            for member in members:
                if not _WANTED.fullmatch(member.filename) or _UNWANTED.match(member.filename):
                    continue
                if member.filename in kept.NameToInfo:
                    continue
                with archive.open(member) as packed:
                    data = packed.read(left + 1)
                left -= len(data)
                if left < 0:
                    raise refusal(
                        name,
                        "unpacks to more than {most} bytes",
                        "a record of deployments is far smaller",
                        most=numeral(MOST_UNPACKED),
                    )
                if member.filename.lower().endswith((".xml", ".rels")):
                    _check_written(data, name)
                _check_extent(data, name)
                kept.writestr(zipfile.ZipInfo(member.filename), data)
            if "content.xml" in kept.NameToInfo and _MANIFEST not in kept.NameToInfo:
                # some programs leave it out, but the library needs it
                kept.writestr(zipfile.ZipInfo(_MANIFEST), _EMPTY_MANIFEST)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError,
            RuntimeError) as error:  # fmt: skip
        raise ModellerError(_damaged(name, str(error))) from error
    return fresh.getvalue()


def _check_written(data: bytes, name: str) -> None:
    """Check that a member is complete XML: on one that breaks off the library never ends."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _no_document_type
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        raise ModellerError(_damaged(name, str(error))) from error


def _no_document_type(*_declared: object) -> None:
    """Refuse entities: spreadsheets need none, and they can stand for any amount of text."""
    raise ValueError("DOCTYPE")


def _check_extent(data: bytes, name: str) -> None:
    """Refuse a cell so far out that the sheet up to it would fill the memory."""
    rows, columns = 1, 1
    for found in _PLACE.finditer(data):
        address = _ADDRESS.fullmatch((found[1] or found[2] or b"1").strip())
        if address is None:
            raise ModellerError(_damaged(name, translate("Problem", "a cell is at no place")))
        rows = max(rows, int(address[2]))
        columns = max(columns, _number(address[1].upper()))
    if rows * columns > MOST_CELLS:
        _check_cells(rows, columns, name)
    if b"<table:table-row" in data:
        _check_repeats(data, name)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def _check_repeats(data: bytes, name: str) -> None:
    """The same for an ODS file, which gives repetitions as counts; its empty ends cost nothing."""
    row = column = times = 0
    last_row = last_column = 0
    any_filled = False
    for found in _ODS.finditer(data):
        closing, what, attributes = found[1], found[2], found[3]
        repeated = _REPEATED.search(attributes)
        number = int(repeated[1]) if repeated else 1
        alone = attributes.endswith(b"/")
        if what == b"table":
            row = 0
        elif what == b"table-row":
            if not closing:
                column, times, any_filled = 0, number, False
            if closing or alone:
                row += times
                last_row = row if any_filled else last_row
        elif not closing:
            column += number
            if _VALUE.search(attributes):
                last_column, any_filled = max(last_column, column), True
        if last_row * last_column > MOST_CELLS:
            _check_cells(last_row, last_column, name)

"""Reads a finished briefing back in its form before it is written to a file.

Every form must open in the modeller again; Word document and slides must open in a library that
reads them; the workbook and the tables must give back what was put in. Otherwise nothing is
written.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from modeller.base.errors import refusal
from modeller.base.language import translate
from modeller.briefing.content import Briefing, Form, plain_text
from modeller.briefing.data import csv_text
from modeller.briefing.sheets import sheets
from modeller.scenario.file import SUFFIX, parse_scenario
from modeller.scenario.reading import LoadedScenario
from modeller.scenario.sharing import open_bytes


def read_back(briefing: Briefing, form: Form, content: bytes) -> None:
    """Read a briefing in one of its forms, as its recipients will.

    Raises
    ------
    ModellerError
        When it does not open, or does not give back what was put in.
    """
    opened = open_bytes(content, profile=briefing.projections[0].scenario.profile)
    _check(opened.intact is not False)
    _check_scenarios(briefing, opened.scenarios)
    if form in ("docx", "pptx"):
        (_open_word if form == "docx" else _open_slides)(content)
    elif form in ("zip", "xlsx"):
        try:
            (_read_zip if form == "zip" else _read_workbook)(briefing, content)
        except (KeyError, ValueError, zipfile.BadZipFile):  # a table or a scenario is missing
            _check(False)


def _open_word(content: bytes) -> None:
    import docx

    docx.Document(io.BytesIO(content))


def _open_slides(content: bytes) -> None:
    import pptx

    _check(len(pptx.Presentation(io.BytesIO(content)).slides) > 0)


def _check(same: bool) -> None:
    if not same:
        raise refusal(
            translate("Problem", "the briefing"),
            "reads otherwise than it was written",
            "choose another form, and please report it",
        )


def _check_scenarios(briefing: Briefing, loaded: Sequence[LoadedScenario]) -> None:
    digests = sorted(projection.scenario.inputs_digest for projection in briefing.projections)
    _check(sorted(one.scenario.inputs_digest for one in loaded) == digests)


def _read_zip(briefing: Briefing, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        _check_scenarios(
            briefing,
            [
                parse_scenario(
                    archive.read(f"scenario-{letter}{SUFFIX}"),
                    profile=briefing.projections[0].scenario.profile,
                )
                for letter in briefing.letters
            ],
        )
        tables = [name for name in archive.namelist() if name.endswith(".csv")]
        for name, sheet in zip(sorted(tables), sheets(briefing), strict=True):
            found = csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""))
            _check(list(found) == list(csv.reader(io.StringIO(csv_text(sheet), newline=""))))


def _read_workbook(briefing: Briefing, content: bytes) -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True)
    try:
        for sheet in sheets(briefing):
            wanted = [[_plain(cell) for cell in row] for row in (sheet.columns, *sheet.rows)]
            found = [[_plain(cell) for cell in row] for row in book[sheet.name].values]
            _check([_trimmed(row) for row in found] == [_trimmed(row) for row in wanted])
    finally:
        book.close()


def _plain(cell: object) -> Any:
    """A cell in a comparable form, because workbooks keep no empty text and no plain dates."""
    if isinstance(cell, str):
        # XML has only one kind of line end
        return plain_text(cell).replace("\r\n", "\n").replace("\r", "\n") or None
    return cell.date() if isinstance(cell, datetime) else cell


def _trimmed(row: list[Any]) -> list[Any]:
    """A row without empty cells at its end."""
    while row and row[-1] is None:
        row = row[:-1]
    return row

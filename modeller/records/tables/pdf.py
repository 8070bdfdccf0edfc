"""Reads the ruled tables of a PDF as one table; it runs in another process (`other_process`)."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from modeller.base.errors import refusal
from modeller.base.language import translate
from modeller.records.tables.table import MOST_COLUMNS, MOST_ROWS, Row, Table, cell_text

MOST_PAGES = 100
MOST_CHARACTERS = 60_000
"""The most characters of a page; a full page of small print has some ten thousand."""
MOST_LINES = 60_000
"""The most ruled lines of a page; a cell has four."""


def installed() -> bool:
    """Whether the library is installed, which comes with the extra ``pdf``."""
    from importlib.util import find_spec

    return find_spec("pdfplumber") is not None


def _without_raised(page: Any) -> Any:
    raised = _raised(page.chars)
    return page.filter(lambda each: id(each) not in raised) if raised else page


def _raised(characters: Sequence[Mapping[str, Any]]) -> frozenset[int]:
    """Raised marks of footnotes, by identity: they would become the last digits of a number.

    One is much smaller than what it stands close behind, and its foot is higher.
    """
    raised: set[int] = set()
    for before, character in pairwise(characters):
        size = before["size"]
        close = abs(character["x0"] - before["x1"]) < 0.3 * size
        if id(before) in raised:
            if close and character["size"] == size and character["bottom"] == before["bottom"]:
                raised.add(id(character))
        elif (
            close
            and before["text"].isdigit()
            and character["size"] < 0.8 * size
            and character["bottom"] < before["bottom"] - 0.1 * size
        ):
            raised.add(id(character))
    return frozenset(raised)


def read_pages(content: bytes, name: str) -> tuple[Table, ...]:
    """One table of all ruled tables in the PDF, with its rows numbered consecutively.

    Raises
    ------
    ModellerError
        When it is locked or damaged, or has no ruled table.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    rows: list[Row] = []
    number = 0
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            pages = list(islice(iter(pdf.pages), MOST_PAGES + 1))
            for page in pages[:MOST_PAGES]:
                if len(page.chars) > MOST_CHARACTERS or len(page.edges) > MOST_LINES:
                    continue
                for table in _without_raised(page).extract_tables():
                    for cells in table:
                        number += 1
                        texts = tuple(cell_text(cell or "") for cell in cells[:MOST_COLUMNS])
                        if any(texts) and len(rows) <= MOST_ROWS:
                            rows.append(Row(number, texts))
                page.close()
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        # a damaged PDF can make the library raise anything
        locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args))
        raise refusal(
            name,
            "cannot be read as a PDF ({reason})",
            "open it and copy the table into a spreadsheet, or paste it",
            reason="password" if locked else type(error).__name__,
        ) from error
    if not rows:
        raise refusal(
            name,
            "has no ruled table on its pages",
            "open it and copy the table into a spreadsheet, or paste it",
        )
    notes = [
        translate(
            "Table",
            "Rows are those of the PDF’s ruled tables, numbered through from the first page.",
        )
    ]
    if len(pages) > MOST_PAGES:
        notes.append(translate("Table", "Only the first {most} pages are read.", most=MOST_PAGES))
    return (Table(name, tuple(rows[:MOST_ROWS]), notes=tuple(notes), cut=len(rows) > MOST_ROWS),)

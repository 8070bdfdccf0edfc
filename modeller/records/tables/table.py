"""A plain table of text cells, and how large a table may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_BYTES = 10_000_000
"""The largest file; what it unpacks to has limits of its own."""
MOST_ROWS = 100_100
"""As many as there may be deployments, and some for titles and footnotes."""
MOST_COLUMNS = 100
LONGEST_CELL = 2_000
"""Characters of a cell; a longer one can only be a footnote and is cut."""
MOST_TABLES = 50

_IN_A_NUMBER = re.compile("(?<=[0-9])\0+(?=[0-9])")
_BACKWARDS = "\u202e"
"""After it, 12 is shown as 21."""


@dataclass(frozen=True)
class Row:
    """One row: the number of the line it ends on, or of the row in a workbook or PDF; its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The rows that are not empty, in order; cells are text without spaces around it.

    Attributes
    ----------
    name
        The name of the file in messages.
    sheet
        Name of the sheet; empty where there are no sheets.
    notes
        Sentences on how it was read, where that was unusual.
    cut
        Whether there were more rows than were read.
    """

    name: str
    rows: tuple[Row, ...]
    sheet: str = ""
    notes: tuple[str, ...] = ()
    cut: bool = False


def cell_text(text: str) -> str:
    """The text of a cell on one line, with ordinary spaces and nothing that cannot be seen.

    What cannot be seen within a number is made seen as �: something was lost there, or the digits
    stand in another order on the screen, so the number is nobody's guess.
    """
    text = text[:LONGEST_CELL]
    if "\0" not in text and text.isascii():
        return " ".join(text.split())
    text = text.replace(_BACKWARDS, "�")
    # such as the marks of direction around a copied date
    parts = "".join("\0" if _is_unseen(sign) else sign for sign in text)
    return " ".join(_IN_A_NUMBER.sub("�", parts).replace("\0", "").split())


def _is_unseen(sign: str) -> bool:
    return sign == "\0" or unicodedata.category(sign) == "Cf"


def filled(numbered: Iterable[tuple[int, Iterable[str]]]) -> Iterator[Row]:
    """The rows that are not empty."""
    for line, cells in numbered:
        texts = tuple(cell_text(cell) for cell in cells)
        if any(texts):
            yield Row(line, texts)

"""A plain table of text cells, and how large one may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_BYTES = 10_000_000
"""Of a file; what it unpacks to has bounds of its own."""
MOST_ROWS = 100_100
"""As many as deployments are read, and some above and below them."""
MOST_COLUMNS = 100
LONGEST_CELL = 2_000
"""Characters; a longer one can only be a footnote and is cut."""
MOST_TABLES = 50


@dataclass(frozen=True)
class Row:
    """One row: the line that it ends on, or its number in a workbook or PDF, and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The rows that hold anything, in order; cells are of text without spaces around them.

    Attributes
    ----------
    name
        What problems call the file.
    sheet
        Name of the sheet; empty where there are none.
    notes
        How it was read, where that is not the usual way: each a sentence for people.
    cut
        Whether there were more rows than are read.
    """

    name: str
    rows: tuple[Row, ...]
    sheet: str = ""
    notes: tuple[str, ...] = ()
    cut: bool = False


def cell_text(text: str) -> str:
    """A cell's text on one line, whatever kind of space stood in it."""
    return " ".join(text[:LONGEST_CELL].replace("\0", "").split())


def filled(numbered: Iterable[tuple[int, Iterable[str]]]) -> Iterator[Row]:
    """Rows of which some cell holds something."""
    for line, cells in numbered:
        texts = tuple(cell_text(cell) for cell in cells)
        if any(texts):
            yield Row(line, texts)

"""The table beside an analysis' picture, and its numbers for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from modeller.base.spreadsheets import harmless
from ui.look.figure_table import FigureTable

Cell = str | tuple[str, float | None]
"""Text, or a figure as it is shown and as other programs want it."""


class AnalysisTable(FigureTable):
    """Rows of text and figures, all of them to be seen; they can be read and copied."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self.setAlternatingRowColors(True)
        self._columns: tuple[str, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []
        self.show_all_rows()

    def show_cells(
        self, columns: Sequence[str], rows: Sequence[Sequence[Cell]], widest: int = 0
    ) -> None:
        """Show other rows; the place in the table stays."""
        self._columns, self._cells = tuple(columns), [tuple(row) for row in rows]
        first = self._cells[0] if self._cells else ()
        figures = [place for place, cell in enumerate(first) if not isinstance(cell, str)]
        words = [
            [cell if isinstance(cell, str) else cell[0] for cell in row] for row in self._cells
        ]
        self.fill(columns, words, figures=figures, widest=widest)

    def text(self, delimiter: str) -> str:
        """All rows as text, figures in full."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        writer.writerow(self._columns)
        for row in self._cells:
            writer.writerow([_exported(cell) for cell in row])
        return out.getvalue()


def _exported(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    return "" if cell[1] is None else f"{cell[1]:.9g}"

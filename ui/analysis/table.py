"""The table beside an analysis' picture, and its numbers for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from modeller.base.spreadsheets import harmless
from ui.look.running_text import plain_tip
from ui.look.style import theme

Cell = str | tuple[str, float | None]
"""Text, or a figure as it is shown and as other programs want it."""


class AnalysisTable(QTableWidget):
    """Rows of text and figures; it can be read and copied, not changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self._columns: tuple[str, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []
        theme().changed.connect(self._restyle)
        self._restyle()

    def fill(self, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows; the place in the table stays."""
        place = self.currentRow(), self.verticalScrollBar().value()
        self._columns, self._cells = tuple(columns), [tuple(row) for row in rows]
        # columns are measured once, not at every cell
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnCount(len(columns))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(columns))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for y, row in enumerate(self._cells):
            for x, cell in enumerate(row):
                text = cell if isinstance(cell, str) else cell[0]
                item = self.item(y, x)
                if item is None:
                    item = QTableWidgetItem()
                    self.setItem(y, x, item)
                if item.text() != text:
                    item.setText(text)
                    item.setToolTip(plain_tip(text))
                item.setTextAlignment(left if isinstance(cell, str) else right)
        for x in range(len(columns)):
            figures = bool(self._cells) and not isinstance(self._cells[0][x], str)
            head = self.horizontalHeaderItem(x)
            if head is not None:
                head.setTextAlignment(right if figures else left)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if 0 <= place[0] < len(rows):
            self.setCurrentCell(place[0], 0)
        self.verticalScrollBar().setValue(place[1])

    def text(self, delimiter: str) -> str:
        """All rows as text, figures in full."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        writer.writerow(self._columns)
        for row in self._cells:
            writer.writerow([_exported(cell) for cell in row])
        return out.getvalue()

    def _restyle(self) -> None:
        font = theme().font("note")
        self.setFont(font)
        self.horizontalHeader().setFont(font)
        # figures to the right and words to the left of one edge would touch
        gap = theme().length(6)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {gap}px; }}")
        height = QFontMetrics(font).height() + theme().length(8)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


def _exported(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    return "" if cell[1] is None else f"{cell[1]:.9g}"

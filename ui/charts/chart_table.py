"""A chart's numbers as a table, and as text for other programs."""

from __future__ import annotations

import csv
import io
import math

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from modeller.base.language import source_language, translate
from modeller.base.spreadsheets import harmless
from modeller.wording.numbers import MINUS, number, supported_step
from ui.charts.chart_data import ChartData

Cell = str | float | None


class ChartTable(QAbstractTableModel):
    """Rows and columns of a `ChartData`, rounded as their range supports."""

    def __init__(self, data: ChartData) -> None:
        super().__init__()
        self._data = data
        self._columns = data.columns()
        self._rows = tuple(data.rows())

    def set_data(self, data: ChartData) -> None:
        """Show `data`; the selection stays where the shape does."""
        columns, rows = data.columns(), tuple(data.rows())
        same = columns == self._columns and len(rows) == len(self._rows)
        if not same:
            self.beginResetModel()
        self._data, self._columns, self._rows = data, columns, rows
        if not same:
            self.endResetModel()
        elif rows:
            corner = self.index(len(rows) - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Weeks, or scenarios."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """What is known of each."""
        return 0 if parent.isValid() else len(self._columns)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The text of a cell, or its alignment."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(cell, index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns; the rows need none."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _shown(self, cell: Cell, row: int, column: int) -> str:
        if cell is None:
            return ""
        if isinstance(cell, str):
            return cell
        if column == 0:
            return f"{cell:.0f}".replace("-", MINUS)
        return number(cell, self._step(row))

    def _step(self, row: int) -> float:
        """What the last digit in a row is worth: its range supports none finer."""
        cells = [self._rows[row][self._columns.index(name)] for name in ("10 %", "90 %")]
        ends = [cell for cell in cells if isinstance(cell, float)]
        return supported_step(ends[0], ends[1], whole=self._data.whole) if len(ends) == 2 else 0.0


@source_language()
def as_text(data: ChartData, separator: str) -> str:
    """The table in full precision, separated by commas for a file and by tabs for the clipboard.

    Its headings are always English, for the programs that read it. The last column says in every
    row what the numbers are about, so that a row keeps its meaning wherever it is pasted.
    """
    out = io.StringIO()
    writer = csv.writer(
        out, delimiter=separator, lineterminator="\r\n" if separator == "," else "\n"
    )
    about = " · ".join((data.subtitle, *data.footer.splitlines())) if data.footer else ""
    writer.writerow([*data.columns(), *((translate("Chart table", "About"),) if about else ())])
    for row in data.rows():
        cells = [*row, about] if about else row
        writer.writerow([_plain(cell) for cell in cells])
    return out.getvalue()


def _plain(cell: Cell) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    return f"{cell:.10g}"

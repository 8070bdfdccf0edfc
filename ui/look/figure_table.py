"""A table of words and figures to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.look.running_text import plain_tip
from ui.look.style import theme

_LEAST, _MOST = 150, 190
"""Widths: a column of words is not squeezed below the first, and wraps beyond the second."""


class FigureTable(QTableWidget):
    """A table to be read: words flush left, figures flush right, cells copied by keyboard."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self._widest = 0
        self._whole = False
        self._figures: tuple[int, ...] = ()
        theme().follow(self._restyle)

    def fill(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        figures: Sequence[int] = (),
        widest: int = 0,
    ) -> None:
        """Show other rows.

        Parameters
        ----------
        figures
            Columns set flush right.
        widest
            The column that takes the room that is left.
        """
        chosen = self.currentRow()
        self.setRowCount(0)
        self.setColumnCount(len(columns))
        self.setHorizontalHeaderLabels(list(columns))
        self.setRowCount(len(rows))
        side = Qt.AlignmentFlag
        for column in range(len(columns)):
            flush = side.AlignRight if column in figures else side.AlignLeft
            heading = self.horizontalHeaderItem(column)
            if heading is not None:
                flags = flush.value | side.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
                heading.setData(Qt.ItemDataRole.TextAlignmentRole, flags)
            for row, cells in enumerate(rows):
                item = QTableWidgetItem(cells[column])
                item.setTextAlignment(flush | side.AlignVCenter)
                item.setToolTip(plain_tip(cells[column]))
                self.setItem(row, column, item)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._figures = tuple(figures)
        self._widest = widest
        self._fit()
        if 0 <= chosen < len(rows):
            self.selectRow(chosen)

    def put(self, row: int, column: int, part: QWidget) -> None:
        """Put a chooser in a cell; call `fit` once all of them are there."""
        self.setCellWidget(row, column, part)

    def fit(self) -> None:
        """Give rows and columns the room that their content needs."""
        self._fit()

    def texts(self) -> list[list[str]]:
        """The texts of the cells."""
        found = []
        for row in range(self.rowCount()):
            items = [self.item(row, place) for place in range(self.columnCount())]
            found.append([item.text() if item is not None else "" for item in items])
        return found

    def show_all_rows(self) -> None:
        """Be as tall as all rows, never cutting any off: for a table in a page that scrolls."""
        self._whole = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def _hold_all(self, least_width: int) -> None:
        """Take room for every row and column."""
        height = self.horizontalHeader().height() + 2 * self.frameWidth() + 2
        height += sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(height)
        self.setMinimumWidth(least_width + 2 * self.frameWidth())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, and not the table, where all rows are shown."""
        if self._whole:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the column that takes it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.columnCount() <= self._widest:
            return
        header, length = self.horizontalHeader(), theme().length
        widths = []
        for place in range(self.columnCount()):
            wanted = max(self.sizeHintForColumn(place), header.sectionSizeHint(place)) + length(8)
            if place not in self._figures:
                wanted = min(wanted, length(_MOST))
            wanted = max(wanted, self._widest_part(place) + 2)
            if place == self._widest:
                narrow = self.viewport().width() // 3
                wanted = min(wanted, length(_LEAST), max(narrow, length(_LEAST) // 2))
            widths.append(0 if self.isColumnHidden(place) else wanted)
        least = list(map(self._narrowest, range(self.columnCount()))) if self._whole else widths
        least = list(map(min, least, widths))
        room = self.viewport().width()
        words = [place for place in range(self.columnCount()) if place not in self._figures]
        for places in (words, self._figures):
            _shrink(widths, least, places, sum(widths) - room)
        widths[self._widest] += max(room - sum(widths), 0)
        for place, width in enumerate(widths):
            header.resizeSection(place, width)
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row), self._height_of(row)))
        if self._whole:
            self._wrap_headings()
            self._hold_all(sum(least))

    def _narrowest(self, column: int) -> int:
        """The room that the longest word of a column and of its heading need."""
        header = self.horizontalHeader()
        items = [self.item(row, column) for row in range(self.rowCount())]
        texts = [item.text() for item in items if item is not None]
        longest = _longest_word(texts, self.fontMetrics()) + 2 * self._space + 10
        heading = self._heading(column)
        metrics = header.fontMetrics()
        around = header.sectionSizeHint(column) - metrics.horizontalAdvance(heading)
        word = _longest_word([heading], metrics) + max(around, 0)
        return max(longest, word, self._widest_part(column) + 2)

    def _heading(self, column: int) -> str:
        item = self.horizontalHeaderItem(column)
        return "" if item is None else item.text()

    def _wrap_headings(self) -> None:
        """Give the headings the lines that they need at the columns' widths."""
        header = self.horizontalHeader()
        metrics, wrapped, lines = header.fontMetrics(), Qt.TextFlag.TextWordWrap, 1
        for column in range(self.columnCount()):
            text = self._heading(column)
            around = header.sectionSizeHint(column) - metrics.horizontalAdvance(text)
            room = QRect(0, 0, max(self.columnWidth(column) - around, 1), 10_000)
            height = metrics.boundingRect(room, wrapped, text).height()
            lines = max(lines, round(height / metrics.height()))
        header.setFixedHeight(header.sizeHint().height() + (lines - 1) * metrics.lineSpacing())

    def _widest_part(self, column: int) -> int:
        """The room that the choosers in a column need; nought where it has none."""
        parts = [self._part(row, column) for row in range(self.rowCount())]
        return max((part.sizeHint().width() for part in parts if part is not None), default=0)

    def _part(self, row: int, column: int) -> QWidget | None:
        """The chooser in a cell; None where it holds words."""
        part: QWidget | None = self.cellWidget(row, column)
        return part

    def _height_of(self, row: int) -> int:
        """The height that a row's words need, with the padding, which Qt forgets."""
        across, down = 2 * self._space + 8, 2 * (self._space // 2) + 2
        metrics, wrapped = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        highest = 0
        for place in range(self.columnCount()):
            part = self._part(row, place)
            if part is not None:
                highest = max(highest, part.sizeHint().height() + 2 - down)
            item = self.item(row, place)
            if item is not None:
                room = QRect(0, 0, max(self.columnWidth(place) - across, 1), 10_000)
                highest = max(highest, metrics.boundingRect(room, wrapped, item.text()).height())
        return highest + down

    def _restyle(self) -> None:
        font = theme().font("note")
        self.setFont(font)
        self.horizontalHeader().setFont(font)
        # Qt leaves no room between a column of figures and its neighbour
        self._space = space = theme().length(5)
        self.setStyleSheet(f"QTableView::item {{ padding: {space // 2}px {space}px; }}")
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + 2 * space)
        self._fit()


def _longest_word(texts: Iterable[str], metrics: QFontMetrics) -> int:
    words = {word for text in texts for word in text.split(" ")}
    return max(map(metrics.horizontalAdvance, words), default=0)


def _shrink(widths: list[int], least: list[int], places: Sequence[int], excess: int) -> None:
    """Take what is too much from these columns, in proportion to what each can give."""
    spare = {place: widths[place] - least[place] for place in places}
    total = sum(spare.values())
    for place, can in spare.items():
        if excess > 0 and total > 0:
            widths[place] -= min(can, -(-can * excess // total))

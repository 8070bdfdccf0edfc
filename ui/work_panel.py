"""A dialog beside the window: what it shows, and what stands there while it is being worked out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from modeller.errors import ModellerError
from modeller.language import translate
from ui.background import Background, Work
from ui.notices import Placeholder
from ui.style import theme
from ui.words import Words, plain_tip

MARGIN, GAP = 24, 8
_LEAST, _MOST = 150, 190
"""A column of words is wrapped beyond the second, and not squeezed below the first."""


class FigureTable(QTableWidget):
    """A table to be read: words on the left, figures flush right, cells copied by the keyboard."""

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
        self._figures: tuple[int, ...] = ()
        theme().changed.connect(self._restyle)
        self._restyle()

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
                heading.setTextAlignment(flush | side.AlignVCenter)
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

    def texts(self) -> list[list[str]]:
        """What stands in the cells."""
        found = []
        for row in range(self.rowCount()):
            items = [self.item(row, place) for place in range(self.columnCount())]
            found.append([item.text() if item is not None else "" for item in items])
        return found

    def show_all_rows(self) -> None:
        """Be as high as the rows: for a table within a page that scrolls."""
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2
        height += sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(height)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the column that takes it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.columnCount() <= self._widest:
            return
        header, length = self.horizontalHeader(), theme().length
        others = least = 0
        for place in range(self.columnCount()):
            wanted = max(self.sizeHintForColumn(place), header.sectionSizeHint(place)) + length(8)
            if place not in self._figures:
                wanted = min(wanted, length(_MOST))
            if place == self._widest:
                least = min(wanted, length(_LEAST), self.viewport().width() // 3)
            else:
                header.resizeSection(place, wanted)
                others += wanted
        header.resizeSection(self._widest, max(self.viewport().width() - others, least))
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row), self._height_of(row)))

    def _height_of(self, row: int) -> int:
        """What the words of a row take: Qt forgets the padding, and would cut off the last line."""
        across, down = 2 * self._space + 2, 2 * (self._space // 2) + 2
        metrics, wrapped = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        highest = 0
        for place in range(self.columnCount()):
            item = self.item(row, place)
            if item is not None and place not in self._figures:
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


def page_area(inside: QWidget, parent: QWidget) -> QScrollArea:
    """A page that scrolls when the window is small or the text large."""
    area = QScrollArea(parent)
    area.setAccessibleName(parent.windowTitle())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setWidget(inside)
    return area


def column(parent: QWidget) -> QVBoxLayout:
    """A layout from top to bottom on the grid, without margins."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme().length(GAP))
    return layout


class WorkPanel(QDialog):
    """One page, and in its place a progress bar with Cancel, an error, or what to do first.

    Subclasses fill `content`; `start` runs work and calls back with its answer on the window's
    own thread. Children are named "footer" and, in the placeholder, "next".

    Signals
    -------
    settled
        The work has ended in one way or another.
    """

    settled = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.background = Background(self)
        self.place = Placeholder(self)
        self.content = QWidget(self)
        self.body = column(self.content)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.place)
        self.stack.addWidget(self.content)
        self.footer = Words("", self, size="note", ink="muted")
        self.footer.setObjectName("footer")
        self.footer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.footer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.stack, 1)
        self._rows.addWidget(self.footer)
        self._pressed: Callable[[], object] = lambda: None
        self._then: Callable[[object], object] = lambda _answer: None
        self._before: Callable[[], object] = self.show_content
        self.place.asked.connect(self._press)
        self.background.progressed.connect(self._progressed)
        self.background.answered.connect(self._answered)
        self.background.failed.connect(self._failed)
        owner = getattr(parent, "closed", None)
        if owner is not None:
            owner.connect(self.background.stop)
        theme().changed.connect(self._respace)
        self._respace()

    def _respace(self) -> None:
        margin, gap = theme().length(MARGIN), theme().length(GAP)
        self._rows.setContentsMargins(margin, theme().length(16), margin, theme().length(12))
        self._rows.setSpacing(gap)

    def resize_to(self, width: float, height: float) -> None:
        """Take a size of the design, as far as the screen goes."""
        room = self.screen().availableGeometry()
        self.resize(
            min(theme().length(width), round(0.95 * room.width())),
            min(theme().length(height), round(0.9 * room.height())),
        )

    def _press(self) -> None:
        self._pressed()

    # ------------------------------------------------------------ what is shown

    @property
    def shows_content(self) -> bool:
        """Whether the page itself is on the screen."""
        return self.stack.currentWidget() is self.content

    def show_content(self) -> None:
        """Show the page."""
        self.stack.setCurrentWidget(self.content)

    def show_empty(
        self, title: str, text: str, button: str = "", does: Callable[[], object] | None = None
    ) -> None:
        """Say that there is nothing yet, and what would bring something."""
        self._pressed = does or (lambda: None)
        self.place.show_empty(title, text, button)
        self.stack.setCurrentWidget(self.place)

    def show_error(
        self, error: ModellerError, button: str = "", does: Callable[[], object] | None = None
    ) -> None:
        """Say what went wrong, all of it, and a way on."""
        self._pressed = does or (lambda: None)
        self.place.show_error(error, button)
        self.stack.setCurrentWidget(self.place)

    # ------------------------------------------------------------ work

    def start(
        self,
        title: str,
        work: Work,
        then: Callable[[object], object],
        cancelled: Callable[[], object] | None = None,
    ) -> None:
        """Work in the background, with progress and Cancel in the page's place.

        Parameters
        ----------
        then
            Takes the answer, after the page has been shown again.
        cancelled
            What to show when the user thinks better of it; the page itself when None.
        """
        self._then = then
        self._before = cancelled or self.show_content
        self._pressed = self.cancel
        self.place.show_loading(title, 0.0)
        self.place.button.setText(translate("Analysis", "Cancel"))
        self.place.button.show()
        self.stack.setCurrentWidget(self.place)
        self.background.ask(work)

    def cancel(self) -> None:
        """Let go of the work that is under way."""
        self.background.cancel()
        self._before()
        self.settled.emit()

    def button(self, name: str, text: str, does: Callable[[], object] | None = None) -> QPushButton:
        """A button of the panel; Enter in a field does not press it."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if does is not None:
            button.clicked.connect(lambda _checked=False: does())
        return button

    def _progressed(self, share: float) -> None:
        self.place.progress.setValue(round(1000 * min(max(share, 0.0), 1.0)))

    def _answered(self, answer: object) -> None:
        self.show_content()
        self._then(answer)
        self.settled.emit()

    def _failed(self, error: ModellerError) -> None:
        self.show_error(error, translate("Analysis", "Back"), self._before)
        self.settled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody waits any more; without a window to go on, wait for the thread to notice."""
        if self.background.busy:
            self._before()
        if self.parentWidget() is None:
            self.background.stop()
        else:
            self.background.cancel()
        super().closeEvent(event)

"""Up to four scenarios side by side: a row for every lever and belief, all cells editable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.base.spreadsheets import harmless
from modeller.model.catalogue import Belief
from modeller.scenario.setting import Schedule
from ui.desk.session import Session
from ui.look.access_letters import letter_menu
from ui.look.dialogs import resize_within
from ui.look.layouts import nested
from ui.look.notices import announce, problem_words
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.scenarios.grid_model import (
    CHANGED_ROLE,
    RESULT,
    RESULT_ROLE,
    DifferingRows,
    GridModel,
    Index,
)


class _Cell(QStyledItemDelegate):
    """Paints a cell; a changed one has a tint, bold figures and a dot beside them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint tint, dot and text; the name of a group has only a line under it."""
        colours, length = theme().colours, theme().length
        colour = colours.accent
        if index.data(RESULT_ROLE) == RESULT:
            super().paint(painter, option, index)
            return
        if index.data(Qt.ItemDataRole.EditRole) is None:
            line = QRectF(option.rect)
            painter.fillRect(line.adjusted(0, line.height() - length(2), 0, 0), QColor(colour))
            return
        if not index.data(CHANGED_ROLE):
            super().paint(painter, option, index)
            return
        size = length(6)
        painter.fillRect(option.rect, QColor(colours.tint(colour, 0.10)))
        beside = QStyleOptionViewItem(option)
        beside.rect = option.rect.adjusted(3 * size, 0, 0, 0)
        super().paint(painter, beside, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        top = option.rect.center().y() - size / 2
        painter.drawEllipse(QRectF(option.rect.left() + size, top, size, size))
        painter.restore()


class _GridView(QTableView):
    """The table; Delete resets a cell, Ctrl+C copies the cells that are selected."""

    reset_asked = Signal(object)
    opened = Signal(object)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first cell: the row above it is a heading, which arrow keys cannot leave."""
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            return
        for row in range(self.model().rowCount()):
            first = self.model().index(row, 0)
            if first.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(first)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits a cell, or opens the editor of one that cannot be typed into."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.reset_asked.emit(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def edit(  # type: ignore[override]
        self,
        index: Index,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Edit a cell; for a schedule, open its own editor."""
        wanted = trigger == QAbstractItemView.EditTrigger.AllEditTriggers or bool(
            self.editTriggers() & trigger
        )
        if wanted and index.isValid() and index.data(Qt.ItemDataRole.EditRole) == "":
            self.opened.emit(index)
            return False
        return bool(super().edit(index, trigger, event))  # type: ignore[arg-type]

    def copy(self) -> None:
        """Copy the selected cells as text, separated by tabs, with labels in front."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda at: (at.row(), at.column())):
            label = self.model().headerData(index.row(), Qt.Orientation.Vertical)
            row = rows.setdefault(index.row(), [harmless(str(label))])
            row.append(harmless(str(index.data() or "")))
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))


class ScenarioGrid(QWidget):
    """The grid with its filter and, under it, what is wrong with what was typed.

    Children are named "grid", "only-differing" and "message".

    Signals
    -------
    schedule_asked, spread_asked
        Key and letter: the cell's schedule, or a belief's range, is to be edited.
    """

    schedule_asked = Signal(str, str)
    spread_asked = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = GridModel(session, self)
        self.rows = DifferingRows(self.model, self)
        self.view = _GridView(self)
        self.view.setObjectName("grid")
        self.view.setAccessibleName(translate("Grid", "Scenarios side by side"))
        self.view.setModel(self.rows)
        self.view.setItemDelegate(_Cell(self.view))
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setTabKeyNavigation(False)
        self.view.setCornerButtonEnabled(False)
        across = self.view.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        down = self.view.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setHighlightSections(False)
        self.filter = QCheckBox(translate("Grid", "Differences only"), self)
        self.filter.setObjectName("only-differing")
        self.message = RunningText(parent=self, size="note", ink="problem", name="message")
        self.message.hide()
        hint = RunningText(
            translate(
                "Grid",
                "Bold with a dot: differs from the baseline. Enter or a double click edits, Delete "
                "goes back to the baseline, or to the evidence.",
            ),
            self,
            size="note",
            ink="muted",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        top = nested(layout, QHBoxLayout())
        top.addWidget(hint, 1)
        top.addWidget(self.filter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.message)
        self.filter.toggled.connect(self.rows.set_only_differing)
        self.model.refused.connect(self._say)
        self.model.dataChanged.connect(self._clear_problem)
        self.view.reset_asked.connect(lambda index: self.model.reset(self.rows.mapToSource(index)))
        self.view.opened.connect(self._open)
        self.view.customContextMenuRequested.connect(self._show_menu)
        theme().follow(self._restyle)

    def menu_for(self, index: Index) -> QMenu:
        """The menu of a cell, which deletes itself when it closes."""
        source = self.rows.mapToSource(index)
        row, slot = self.model.rows[source.row()], self.model.slot(source.column())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Grid", "Copy"), self.view.copy).setObjectName("copy")
        if row.what == "places":
            self._add_reset(menu, source, changed=slot.scenario.places is not None)
        if row.what != "slider":
            letter_menu(menu)
            return menu
        slider = slot.scenario.catalogue.sliders[row.key]
        if isinstance(slider, Belief):
            action = menu.addAction(translate("Grid", "Its range…"))
            action.setObjectName("spread")
            action.triggered.connect(lambda: self.spread_asked.emit(row.key, slot.letter))
        else:
            action = menu.addAction(translate("Grid", "Change over time…"))
            action.setObjectName("schedule")
            action.triggered.connect(lambda: self.schedule_asked.emit(row.key, slot.letter))
        self._add_reset(
            menu,
            source,
            changed=row.key in slot.scenario.changes,
            belief=isinstance(slider, Belief),
        )
        letter_menu(menu)
        return menu

    def _add_reset(
        self, menu: QMenu, source: QModelIndex, *, changed: bool, belief: bool = False
    ) -> None:
        back = menu.addAction(
            translate("Levers", "Back to the evidence")
            if belief
            else translate("Levers", "Back to the baseline")
        )
        back.setObjectName("reset")
        back.setEnabled(changed)
        back.triggered.connect(lambda: self.model.reset(source))

    def _show_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.menu_for(index).popup(self.view.viewport().mapToGlobal(at))

    def _open(self, index: Index) -> None:
        source = self.rows.mapToSource(index)
        row, slot = self.model.rows[source.row()], self.model.slot(source.column())
        if isinstance(self.model.value(row, slot.scenario), Schedule):
            self.schedule_asked.emit(row.key, slot.letter)

    def _say(self, error: ModellerError) -> None:
        text = " ".join(problem_words(problem) for problem in error.problems)
        self.message.setText(text)
        self.message.show()
        announce(self.message, text, urgent=True)

    def _clear_problem(self) -> None:
        self.message.hide()

    def _restyle(self) -> None:
        paper = theme().colours.paper
        self.view.setStyleSheet(
            f"QTableCornerButton::section {{ background: {paper}; border: none; }}"
        )
        height = theme().length(28)
        self.view.verticalHeader().setDefaultSectionSize(height)
        self.view.verticalHeader().setFixedWidth(theme().length(260))
        self.view.horizontalHeader().setMinimumSectionSize(theme().length(168))
        self.view.horizontalHeader().setMinimumHeight(theme().length(44))
        self.view.viewport().update()


class ScenarioGridDialog(QDialog):
    """The grid in a window of its own, beside the main one rather than in front of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scenario-grid")
        self.setWindowTitle(translate("Grid", "Scenarios side by side"))
        self.grid = ScenarioGrid(session, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        layout = QVBoxLayout(self)
        layout.addWidget(self.grid, 1)
        layout.addWidget(buttons)
        length = theme().length
        layout.setContentsMargins(length(16), length(16), length(16), length(16))
        resize_within(self, 960, 640)

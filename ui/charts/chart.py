"""A chart with its finding, its table, its lock and its menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.formats import Format, format_for, formats_of
from modeller.base.language import translate
from modeller.base.saving import write_atomically
from ui.charts.canvas import Canvas
from ui.charts.chart_data import VIEWS, ChartData
from ui.charts.chart_table import ChartTable, as_text
from ui.charts.chart_words import describe
from ui.charts.picture import Picture
from ui.look.access_letters import letter_menu
from ui.look.accessibility import in_order
from ui.look.dialogs import resize_within
from ui.look.file_dialogs import SaveDialog
from ui.look.heading import Heading
from ui.look.layouts import nested
from ui.look.round_buttons import GlyphButton
from ui.look.style import theme

POPPED_OUT = 1.4
"""Larger text, since a chart in a window of its own is read from across a room."""


class FanChart(QWidget):
    """One outcome: heading, picture or table, lock, menu.

    Signals
    -------
    data_shown
        The `ChartData` now on the screen; a locked chart sends none.
    lock_changed, table_changed
        Whether the chart is locked; whether it shows the table.
    view_asked
        "weekly", "cumulative" or "total", from the menu.
    problem
        A sentence about a file that could not be written.
    """

    data_shown = Signal(object)
    frozen_changed = Signal(bool)
    lock_changed = Signal(bool)
    table_changed = Signal(bool)
    view_asked = Signal(str)
    problem = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        flags: Qt.WindowType = Qt.WindowType.Widget,
        *,
        emphasis: float = 1.0,
    ) -> None:
        super().__init__(parent, flags)
        self._emphasis = emphasis
        self.latest = ChartData(title="", subtitle="")
        """What would be on the screen if the chart were not locked."""
        self.locked = False
        self._table: QTableView | None = None
        self.heading = Heading(self, emphasis)
        self.canvas = Canvas(self, emphasis)
        self.canvas.setObjectName("canvas")
        self.menu_button = GlyphButton("menu", translate("Chart", "Chart menu"), self)
        self.menu_button.setObjectName("menu")
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button.clicked.connect(self._open_menu)
        self.unlock_button = QToolButton(self)
        self.unlock_button.setObjectName("unlock")
        self.unlock_button.setText(translate("Chart", "Unlock"))
        self.unlock_button.setToolTip(translate("Chart", "Show the current settings"))
        self.unlock_button.setAutoRaise(True)
        self.unlock_button.hide()
        self.unlock_button.clicked.connect(lambda: self.set_locked(False))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = nested(layout, QHBoxLayout())
        top.setSpacing(0)
        top.addWidget(self.heading, 1)
        for button in (self.unlock_button, self.menu_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.stack, 1)
        in_order(self.stack, self.unlock_button, self.menu_button)
        for keys, act in (
            ("T", lambda: self.show_table(not self.shows_table)),
            ("L", lambda: self.set_locked(not self.locked)),
            ("Ctrl+C", self.copy_picture),
            ("Ctrl+Shift+C", self.copy_data),
        ):
            # Shortcuts, since a table would take a letter for a search.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        theme().follow(self._restyle)

    # ---- called by the rest of the window

    @property
    def data(self) -> ChartData:
        """What is on the screen; for a locked chart not the latest."""
        return self.canvas.data

    def set_data(self, data: ChartData) -> None:
        """Show `data`, or, when locked, keep it for later and say so."""
        self.latest = data
        if not self.locked:
            self._show(data)
        else:
            self._write_heading()

    def set_title(self, title: str) -> None:
        """Show another finding for the same numbers."""
        if title == self.latest.title:
            return
        self.latest = replace(self.latest, title=title)
        if not self.locked:
            self.canvas.data = self.latest
            self._write_heading()
            self.data_shown.emit(self.latest)

    def set_frozen(self, frozen: bool) -> None:
        """Hold the axis while a handle is held."""
        self.canvas.set_frozen(frozen)
        if not frozen:
            self._describe()
        self.frozen_changed.emit(frozen)

    def set_locked(self, locked: bool) -> None:
        """Keep the numbers that are shown, or follow again."""
        if locked == self.locked:
            return
        self.locked = locked
        self.unlock_button.setVisible(locked)
        if locked:
            self._write_heading()
        else:
            self._show(self.latest)
        self.lock_changed.emit(locked)

    @property
    def shows_table(self) -> bool:
        """Whether the table is in the picture's place."""
        return self._table is not None and self.stack.currentWidget() is self._table

    def show_table(self, shown: bool) -> None:
        """Change between picture and table."""
        if shown == self.shows_table:
            return
        if shown and self._table is None:
            self._table = self._new_table()
        if shown and self._table is not None:
            self._fill_table(self._table)
        had_focus = (self._table if self.shows_table and self._table else self.canvas).hasFocus()
        page = self._table if shown and self._table is not None else self.canvas
        self.stack.setCurrentWidget(page)
        if had_focus:
            page.setFocus()
        if shown and self._table is not None and self.data.record_weeks.size:
            # the projection is what was asked for; the record is above it, out of sight
            first = self._table.model().index(self.data.record_weeks.size, 0)
            self._table.scrollTo(first, QTableView.ScrollHint.PositionAtTop)
        self.table_changed.emit(shown)

    def pop_out(self) -> FanChart:
        """Open the same chart in a window of its own, which goes on following this one."""
        twin = FanChart(self, Qt.WindowType.Window, emphasis=POPPED_OUT)
        twin.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        twin.setObjectName(f"{self.objectName()}-window")
        edge = theme().length(3 * 8)
        twin.setContentsMargins(edge, edge, edge, edge)
        self.data_shown.connect(twin._mirror)
        self.frozen_changed.connect(twin.set_frozen)
        twin.view_asked.connect(self.view_asked)
        twin.problem.connect(self.problem)
        twin._mirror(self.data)
        resize_within(twin, 960, 600)
        twin.show()
        return twin

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a chart's own window."""
        if self.isWindow() and event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _mirror(self, data: ChartData) -> None:
        self.setWindowTitle(data.title or data.subtitle)
        self.set_data(data)

    # ---- what is shown

    def _show(self, data: ChartData) -> None:
        self.canvas.set_data(data)
        self._write_heading()
        if self.shows_table and self._table is not None:
            self._fill_table(self._table)
        if not self.canvas.frozen:
            self._describe()
        self.data_shown.emit(data)

    def _write_heading(self) -> None:
        subtitle = self.data.subtitle
        if self.locked:
            moved = self.latest is not self.data
            words = (
                translate("Chart", "Locked at earlier settings")
                if moved
                else translate("Chart", "Locked")
            )
            subtitle = f"{words} · {subtitle}"
        mark = self.data.mark
        short = self.data.short_mark if mark else ""
        self.heading.set_text(self.data.title, subtitle, self.data.caution, mark, short)

    def _describe(self) -> None:
        self.canvas.setAccessibleName(self.data.title or self.data.subtitle)
        self.canvas.setAccessibleDescription(describe(self.data))
        title = self.data.title or self.data.subtitle
        name = translate("Charts", "Chart menu: {title}", title=title)
        self.menu_button.setToolTip(name)
        self.menu_button.setAccessibleName(name)

    def _new_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("table")
        table.verticalHeader().hide()
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)  # Tab leaves the table, arrows move through its cells
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setModel(ChartTable(self.data))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        table.horizontalHeader().setHighlightSections(False)
        self.stack.addWidget(table)
        self._size_table(table)
        return table

    def _fill_table(self, table: QTableView) -> None:
        model = table.model()
        if isinstance(model, ChartTable):
            model.set_data(self.data)
        table.setAccessibleName(
            translate("Chart", "{title}, table", title=self.data.title or self.data.subtitle)
        )

    def _size_table(self, table: QTableView) -> None:
        font = theme().font("note", emphasis=self._emphasis)
        table.setFont(font)
        table.horizontalHeader().setFont(font)
        height = QFontMetrics(font).height() + theme().length(6)
        table.verticalHeader().setMinimumSectionSize(height)
        table.verticalHeader().setDefaultSectionSize(height)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _restyle(self) -> None:
        self.unlock_button.setFont(theme().font("note"))
        if self._table is not None:
            self._size_table(self._table)

    # ---- menu and keys

    def menu(self) -> QMenu:
        """A new menu; whoever shows it deletes it."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for view, label in VIEWS.items():
            action = menu.addAction(translate("Charts", label))
            action.setCheckable(True)
            action.setChecked(view == self.data.view)
            action.triggered.connect(lambda _checked=False, v=view: self.view_asked.emit(v))
            group.addAction(action)
        menu.addSeparator()
        for label, state, change in (
            (translate("Chart", "Show as table\tT"), self.shows_table, self.show_table),
            (translate("Chart", "Lock\tL"), self.locked, self.set_locked),
        ):
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(state)
            action.toggled.connect(change)
        if not self.isWindow():
            menu.addAction(translate("Chart", "Open in its own window")).triggered.connect(
                self.pop_out
            )
        menu.addSeparator()
        self._add(menu, translate("Chart", "Copy picture\tCtrl+C")).triggered.connect(
            self.copy_picture
        )
        self._add(menu, translate("Chart", "Copy data\tCtrl+Shift+C")).triggered.connect(
            self.copy_data
        )
        menu.addSeparator()
        for form in formats_of("chart"):
            action = self._add(menu, save_text(form))
            action.triggered.connect(lambda _checked=False, form=form: self._ask_and_save(form))
        letter_menu(menu)
        return menu

    def _add(self, menu: QMenu, label: str) -> QAction:
        action = menu.addAction(label)
        action.setEnabled(not self.data.empty)
        return action

    def _open_menu(self) -> None:
        self._show_menu(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, at the pointer."""
        self._show_menu(event.globalPos())

    # ---- copies

    def picture(self) -> QImage:
        """The chart as a picture, twice as fine as the screen's."""
        return Picture(self.canvas, self._emphasis).image()

    def copy_picture(self) -> None:
        """Copy the picture."""
        QGuiApplication.clipboard().setImage(self.picture())

    def copy_data(self) -> None:
        """Copy the numbers, separated by tabs."""
        QGuiApplication.clipboard().setText(as_text(self.data, "\t"))

    def save(self, path: Path) -> None:
        """Write a picture, a drawing or the numbers, as the ending of `path` says.

        Raises
        ------
        ModellerError
            The file cannot be written, or charts are not saved with that ending.
        """
        write_atomically(path, WRITERS[format_for("chart", path).key](self))

    def _ask_and_save(self, form: Format) -> None:
        name = self.objectName() or "chart"
        path = SaveDialog().path(self, translate("Chart", "Save"), name, form)
        if path is None:
            return
        try:
            self.save(path)
        except ModellerError as error:
            self.problem.emit(f"{error.problems[0]}.")

    def changeEvent(self, event: QEvent) -> None:
        """Disable the menu button along with the chart."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.menu_button.setEnabled(self.isEnabled())


def save_text(form: Format) -> str:
    """What a menu calls saving in a format."""
    if form.key == "csv":
        return translate("Chart", "Save data as {format}…", format=form.name)
    return translate("Chart", "Save as {format}…", format=form.name)


WRITERS: Mapping[str, Callable[[FanChart], bytes]] = {
    "png": lambda chart: Picture(chart.canvas, chart._emphasis).png(),
    "svg": lambda chart: Picture(chart.canvas, chart._emphasis).svg(),
    "csv": lambda chart: as_text(chart.data, ",").encode("utf-8-sig"),
}
"""What writes a chart, by the format's key."""

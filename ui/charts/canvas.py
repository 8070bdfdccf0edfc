"""The canvas of a chart: what it shows, and how it answers to pointer and keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from modeller.base.language import translate
from ui.charts.chart_data import ChartData
from ui.charts.chart_words import readout, short_readout
from ui.charts.frame import Frame, Gutters, Ticks, frame_of, gutters_of
from ui.charts.lazy_qt import import_for_charts
from ui.look import accessibility
from ui.look.style import theme

if TYPE_CHECKING:
    from ui.charts.drawing import Drawing

LOWEST = 128
"""Height below which a fan cannot be read; where there is less room, the column scrolls."""
_EMPTY = ChartData(title="", subtitle="")
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Canvas(QWidget):
    """The picture of one `ChartData`, with its axis, pointer and keyboard.

    Until there is something to draw the canvas itself says so: drawing (`ui.charts.drawing`) needs
    pyqtgraph, and importing that takes longer than opening the window.

    Signals
    -------
    painted
        What was last shown has been painted.
    read_out_changed
        What the read-out says, as one sentence; empty when it goes.
    pointed
        The last day of the week that pointer or keys point at, for the charts beside this one;
        None when they no longer do.
    """

    accessible_role = accessibility.Role.Chart
    painted = Signal()
    read_out_changed = Signal(str)
    pointed = Signal(object)

    def __init__(self, parent: QWidget, emphasis: float = 1.0) -> None:
        accessibility.install()
        super().__init__(parent)
        self.data: ChartData = _EMPTY
        self.week: int | None = None
        """The week the read-out points at."""
        self._emphasis = emphasis
        self.frozen = self._ring = self._short = False
        self._gutters: Gutters | None = None
        self._own_gutters: Gutters | None = None
        self._ticks = Ticks.of(_EMPTY)
        self._background_key: tuple[object, ...] = ()
        self._drawing: Drawing | None = None
        self.frame: Frame = frame_of(self.data, self._ticks, 1, 1, emphasis)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme().length(160), theme().length(LOWEST))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme().changed.connect(self._restyle)

    def set_frozen(self, frozen: bool) -> None:
        """Keep the axis as it is while a handle is held; let it fit the data afterwards."""
        self.frozen = frozen
        if not frozen:
            self._ticks = Ticks.of(self.data)
            self._lay_out()

    def set_data(self, data: ChartData) -> None:
        """Draw `data`."""
        self.data = data
        if not (self.frozen and self._ticks.suits(data)):
            self._ticks = Ticks.of(data)
        self._lay_out()

    def gutters_needed(self, data: ChartData) -> Gutters:
        """What `data` needs beside its plot, on the axis that it would have here."""
        kept = self.frozen and self._ticks.suits(data)
        return gutters_of(data, self._ticks if kept else Ticks.of(data), self._emphasis)

    def set_gutters(self, gutters: Gutters | None) -> None:
        """Use the gutters of a row of charts; None for the chart's own."""
        if gutters != self._gutters:
            self._gutters = gutters
            self._lay_out()

    def point_at(self, week: int | None) -> None:
        """Show the read-out of `week`; None takes it away."""
        if week is not None and not readout(self.data, week):
            week = None
        if week == self.week and not self._short:
            return
        self.week, self._short = week, False
        if self._drawing is not None:
            self._drawing.point_at(week)
        lines = readout(self.data, week) if week is not None else ()
        self.read_out_changed.emit("; ".join(lines))
        self.pointed.emit(None if week is None else self.data.dates(week)[1])

    def point_with(self, sunday: date | None) -> None:
        """Show, in short, the week that a chart beside this one points at; nothing is emitted."""
        data = self.data
        week = None if sunday is None else round((sunday - data.record_end).days / 7)
        if week is not None and not short_readout(data, week):
            week = None
        self.week, self._short = week, week is not None
        if self._drawing is not None:
            self._drawing.point_at(week, short=self._short)

    def draw(self, painter: QPainter, target: QRectF) -> None:
        """Paint the chart, laid out anew for the size of `target`; no read-out, no focus."""
        area = QRectF(0, 0, target.width(), target.height())
        frame = frame_of(self.data, self._ticks, area.width(), area.height(), self._emphasis)
        painter.save()
        painter.translate(target.topLeft())
        self._drawn().draw(painter, self.data, frame, area)
        painter.restore()

    @property
    def backgrounds_built(self) -> int:
        """How often the background has been painted anew; during a drag it never is."""
        return 0 if self._drawing is None else self._drawing.backgrounds_built

    def _new_drawing(self) -> Drawing:
        import_for_charts()
        from ui.charts.drawing import Drawing

        return Drawing(self)

    def _drawn(self) -> Drawing:
        """The drawing, made when it is first wanted."""
        if self._drawing is None:
            self._drawing = self._new_drawing()
            self._drawing.painted.connect(self.painted)
            self._drawing.setGeometry(self.rect())
            self._drawing.setVisible(not self.data.empty)
            self._drawing.set_ring(self._ring)
        return self._drawing

    def _restyle(self) -> None:
        self.setMinimumSize(theme().length(160), theme().length(LOWEST))
        self._lay_out()

    def _area(self) -> QRectF:
        return QRectF(0, 0, max(self.width(), 1), max(self.height(), 1))

    def _lay_out(self) -> None:
        area, data = self._area(), self.data
        if self._own_gutters is None or not self.frozen:
            self._own_gutters = gutters_of(data, self._ticks, self._emphasis)
        gutters = self._gutters or self._own_gutters
        key = (
            (area.width(), area.height(), self._ticks, gutters),
            data.record_values.tobytes(),
            (data.record_end, data.record_known_to, data.today),
            data.empty,
            theme().colours.dark,
            theme().scale,
        )
        drawing = self._drawing if data.empty else self._drawn()
        if key != self._background_key:
            self._background_key = key
            size = (area.width(), area.height())
            self.frame = frame_of(data, self._ticks, *size, self._emphasis, gutters)
            if drawing is not None:
                drawing.setVisible(not data.empty)
                drawing.resetCachedContent()
            self.update()
        if drawing is not None:
            drawing.show_data(data, self.frame, area, self.week, short=self._short)

    # ---- Qt's

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, and say what is being waited for; a drawing covers both."""
        painter, colours = QPainter(self), theme().colours
        painter.fillRect(event.rect(), QColor(colours.paper))
        if self.data.empty:
            painter.setFont(theme().font("body", emphasis=self._emphasis))
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                self._area(), Qt.AlignmentFlag.AlignCenter, translate("Chart", "Projecting …")
            )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        if self._drawing is not None:
            self._drawing.setGeometry(self.rect())
        self._lay_out()

    # ---- mouse and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The read-out follows the pointer."""
        if self.data.view == "total" or self.data.empty:
            return
        self.point_at(self.frame.week_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the read-out: a finger cannot hover, so a touch points."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.mouseMoveEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing to open."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The chart has the menu."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel, which scrolls."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """The read-out goes with the pointer."""
        del event
        self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right a week, Page keys a quarter, Home and End; Escape takes it away."""
        data, keys = self.data, Qt.Key
        if data.view == "total" or data.empty:
            event.ignore()
            return
        first, last = round(data.first_week), round(data.last_week)
        here = self.week
        moves = {
            keys.Key_Left: -1,
            keys.Key_Right: 1,
            keys.Key_PageUp: -13,
            keys.Key_PageDown: 13,
        }
        if event.key() == keys.Key_Escape and here is not None:
            self.point_at(None)
        elif event.key() == keys.Key_Home:
            self.point_at(first)
        elif event.key() == keys.Key_End:
            self.point_at(last)
        elif event.key() in moves:
            move = moves[keys(event.key())]
            start = (0 if move > 0 else last + 1) if here is None else here
            self.point_at(min(max(start + move, first), last))
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing is held."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring to those who came by keyboard."""
        super().focusInEvent(event)
        self._show_ring(event.reason() in _BY_KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take away the ring and the read-out."""
        super().focusOutEvent(event)
        self._show_ring(False)
        self.point_at(None)

    def _show_ring(self, ring: bool) -> None:
        self._ring = ring
        if self._drawing is not None:
            self._drawing.set_ring(ring)

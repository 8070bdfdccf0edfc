"""What is painted of a chart, by pyqtgraph, which is imported with this module."""

from __future__ import annotations

from pyqtgraph.widgets.GraphicsView import GraphicsView
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsScene, QWidget

from ui.charts.backdrop import paint_backdrop
from ui.charts.chart_data import ChartData
from ui.charts.fan import Fan
from ui.charts.frame import Frame
from ui.charts.read_out import Readout
from ui.look.style import theme


class Drawing(GraphicsView):
    """A cached background, the fan, the read-out and the keyboard's focus.

    The scene is in pixels, so that no transformation is needed. Pointer and keyboard are the
    canvas's.

    Signals
    -------
    painted
        What was last shown has been painted.
    """

    painted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.backgrounds_built = 0
        self._data: ChartData | None = None
        self._frame: Frame | None = None
        self._area = QRectF(0, 0, 1, 1)
        self._ring = False
        self._fan, self._readout = Fan(), Readout()
        self.setCentralItem(None)
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.scene().addItem(self._fan)
        self.scene().addItem(self._readout)
        self.setOptimizationFlag(self.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # the background covers the whole area
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_data(
        self, data: ChartData, frame: Frame, area: QRectF, week: int | None, *, short: bool = False
    ) -> None:
        """Paint `data` laid out in `frame` on a canvas of size `area`, and point at `week`."""
        self._data, self._frame, self._area = data, frame, area
        self._fan.show(data, frame, area)
        self.point_at(week, short=short)

    def point_at(self, week: int | None, *, short: bool = False) -> None:
        """Show the read-out of `week`, in full or in `short`; None takes it away."""
        if self._data is not None and self._frame is not None:
            self._readout.show(self._data, self._frame, self._area, week, short=short)
        # at once: the scene would flush the window once for each chart
        self.viewport().update()

    def set_ring(self, ring: bool) -> None:
        """Show that the keyboard's focus is here."""
        self._ring = ring
        self.viewport().update()

    def draw(self, painter: QPainter, data: ChartData, frame: Frame, area: QRectF) -> None:
        """Paint a picture of `data` at the painter's origin; no read-out, no focus."""
        fan = Fan()
        fan.show(data, frame, area)
        paint_backdrop(painter, data, frame, area.width())
        fan.paint(painter, None)
        self.paint_over(painter, data, frame)

    def paint_over(self, painter: QPainter, data: ChartData, frame: Frame) -> None:
        """Paint what stands above the fan: here nothing."""

    # ---- Qt's and pyqtgraph's

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint paper, grid and record; the view keeps the picture until it is reset."""
        self.backgrounds_built += 1
        painter.fillRect(rect, QColor(theme().colours.paper))
        if self._data is not None and self._frame is not None:
            paint_backdrop(painter, self._data, self._frame, self._area.width())

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what stands above the fan, and the keyboard's focus."""
        del rect
        if self._data is not None and self._frame is not None:
            self.paint_over(painter, self._data, self._frame)
        if self._ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme().colours.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._area.adjusted(1, 1, -1, -1), 4, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then announce it."""
        super().paintEvent(event)
        self.painted.emit()

"""The read-out of a chart: crosshair, a dot on the median, and a small panel of text."""

from __future__ import annotations

import numpy as np
from pyqtgraph.graphicsItems.GraphicsObject import GraphicsObject
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.charts.chart_data import ChartData
from ui.charts.chart_words import readout, short_readout
from ui.charts.frame import Frame
from ui.look.style import theme


class Readout(GraphicsObject):
    """Crosshair, a dot on the median and a small panel of text."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF(0, 0, 1, 1)
        self._frame: Frame | None = None
        self._data: ChartData | None = None
        self._week: int | None = None
        self._short = False
        self.setZValue(1)

    def show(
        self, data: ChartData, frame: Frame, area: QRectF, week: int | None, *, short: bool = False
    ) -> None:
        """Point at `week`, in full or in `short`; None hides it. The canvas then repaints."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        self._data, self._frame, self._week, self._short = data, frame, week, short
        self.setVisible(week is not None and bool(readout(data, week)))

    def boundingRect(self) -> QRectF:
        """The whole canvas: the panel goes where there is room."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Rule, dot, panel."""
        data, frame, week = self._data, self._frame, self._week
        if data is None or frame is None or week is None:
            return
        colours, scale, length = theme().colours, theme().scale, theme().length
        x = float(frame.x(week))
        painter.fillRect(
            QRectF(round(x), frame.plot.top(), 1, frame.plot.height()), QColor(colours.ink)
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_dot(painter, data, frame, week)
        lines = short_readout(data, week) if self._short else readout(data, week)
        font = theme().font("note", emphasis=frame.emphasis)
        metrics = QFontMetricsF(font)
        pad = length(6)
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * pad
        height = metrics.height() * len(lines) + 2 * pad
        left = x + length(10)
        if left + width > self._area.right():
            left = x - length(10) - width
        left = max(left, self._area.left() + 1)  # if neither side has room
        top = self._panel_top(data, frame, week, height)
        panel = QRectF(left, top, width, height)
        painter.setPen(QPen(QColor(colours.hairline), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(panel, 3 * scale, 3 * scale)
        painter.setFont(font)
        y = top + pad + metrics.ascent()
        for i, line in enumerate(lines):
            painter.setPen(QColor(colours.muted if i == 0 else colours.ink))
            painter.drawText(QPointF(left + pad, y), line)
            y += metrics.height()

    @staticmethod
    def _panel_top(data: ChartData, frame: Frame, week: int, height: float) -> float:
        """At the top, unless the line is there and the bottom is free."""
        top = max(frame.plot.top() + frame.headroom, 1.0)
        bottom = frame.plot.bottom() - height - theme().length(4)
        past = week < 1
        weeks = data.record_weeks if past else data.weeks
        values = data.record_values if past else data.curves[2]
        found = np.flatnonzero(weeks == week)
        if found.size and np.isfinite(values[found[0]]):
            y = float(frame.y(values[found[0]]))
            if y < top + height + theme().length(8) and y < bottom:
                return bottom
        return top

    def _paint_dot(self, painter: QPainter, data: ChartData, frame: Frame, week: int) -> None:
        colours, scale = theme().colours, theme().scale
        colour, weeks, values = colours.scenario(data.letter), data.weeks, data.curves[2]
        if week < 1:
            colour, weeks, values = colours.ink, data.record_weeks, data.record_values
        found = np.flatnonzero(weeks == week)
        if found.size and np.isfinite(values[found[0]]):
            centre = QPointF(float(frame.x(week)), float(frame.y(values[found[0]])))
            painter.setPen(QPen(QColor(colours.paper), 1.5 * scale))
            painter.setBrush(QColor(colour))
            painter.drawEllipse(centre, 4 * scale, 4 * scale)

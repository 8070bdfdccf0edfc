"""The fan: bands as opaque tints, medians, pinned lines and their labels, in one item."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.charts.chart_data import ChartData
from ui.charts.end_labels import EndLabels
from ui.charts.frame import Frame
from ui.charts.lines import OWN, PinnedLines, end_of, paint_line, polylines, runs
from ui.charts.totals import paint_totals
from ui.look.style import INNER, OUTER, theme


class Fan(pg.GraphicsObject):
    """The projection. Polygons are built when numbers or the size change, not in paint."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF(0, 0, 1, 1)
        self._data: ChartData | None = None
        self._frame: Frame | None = None
        self._bands: list[tuple[QPolygonF, float]] = []
        self._own: list[QPolygonF] = []
        self._pinned = PinnedLines()
        self._labels = EndLabels()

    def show(self, data: ChartData, frame: Frame, area: QRectF) -> None:
        """Take over `data`, laid out in `frame` on a canvas of size `area`, which then repaints."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        self._data, self._frame = data, frame
        self._bands, self._own = [], []
        if data.view != "total" and data.weeks.size:
            self._build(data, frame)

    def _build(self, data: ChartData, frame: Frame) -> None:
        x = frame.x(data.weeks)
        p10, p25, p50, p75, p90 = frame.y((data.p10, data.p25, data.p50, data.p75, data.p90))
        for lower, upper, share in ((p10, p90, OUTER), (p25, p75, INNER)):
            for run in runs(~np.isnan(lower + upper)):
                there_and_back = np.concatenate((x[run], x[run][::-1]))
                edge = np.concatenate((lower[run], upper[run][::-1]))
                self._bands.append((arrayToQPolygonF(there_and_back, edge), share))
        self._own = polylines(x, p50)
        ends = self._pinned.show(data.pinned, frame, x)
        self._labels.show(frame, [end_of(p50, frame), *ends])

    def boundingRect(self) -> QRectF:
        """The whole canvas."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem | None,
        _widget: QWidget | None = None,
    ) -> None:
        """Bands, lines, labels; three fills and a few strokes."""
        data, frame = self._data, self._frame
        if data is None or frame is None:
            return
        if data.view == "total":
            paint_totals(painter, data, frame)
            return
        colours = theme().colours
        colour = colours.scenario(data.letter)
        painter.save()
        painter.setClipRect(frame.plot.adjusted(0, -2, 2, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for polygon, share in self._bands:
            painter.setBrush(QColor(colours.tint(colour, share)))
            painter.drawPolygon(polygon)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pinned.paint(painter, self._area.size())
        paint_line(painter, data.letter, self._own, OWN)
        painter.restore()
        if self._own or self._bands:
            self._labels.paint(painter)

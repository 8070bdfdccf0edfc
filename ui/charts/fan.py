"""The fan: bands as opaque tints, medians, pinned lines and their labels, in one item."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.axis import apart
from ui.charts.chart_data import ChartData, Floats
from ui.charts.frame import Frame
from ui.charts.totals import paint_totals
from ui.style import INNER, OUTER, contrast, line_pen, marker, theme


def runs(defined: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterator[slice]:
    """Stretches of weeks without a gap."""
    if defined.all():
        if defined.size:
            yield slice(0, defined.size)
        return
    edges = np.flatnonzero(np.diff(np.concatenate(([False], defined, [False])).astype(np.int8)))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        yield slice(int(start), int(stop))


class Fan(pg.GraphicsObject):
    """The projection. Polygons are built when numbers or the size change, not in paint."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF(0, 0, 1, 1)
        self._data: ChartData | None = None
        self._frame: Frame | None = None
        self._bands: list[tuple[QPolygonF, float]] = []
        self._lines: list[tuple[str, list[QPolygonF]]] = []
        self._ends: list[tuple[str, str, float, float]] = []

    def show(self, data: ChartData, frame: Frame, area: QRectF) -> None:
        """Take over `data`, laid out in `frame` on a canvas of size `area`, which then repaints."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        self._data, self._frame = data, frame
        self._bands, self._lines, self._ends = [], [], []
        if data.view != "total" and data.weeks.size:
            self._build(data, frame)

    def _build(self, data: ChartData, frame: Frame) -> None:
        x = frame.x(data.weeks)
        for low, high, share in ((data.p10, data.p90, OUTER), (data.p25, data.p75, INNER)):
            lower, upper = frame.y(low), frame.y(high)
            for run in runs(~(np.isnan(lower) | np.isnan(upper))):
                there_and_back = np.concatenate((x[run], x[run][::-1]))
                edge = np.concatenate((lower[run], upper[run][::-1]))
                self._bands.append((arrayToQPolygonF(there_and_back, edge), share))
        ends: list[float] = []
        # The current scenario last: it lies on top.
        for letter, median in (
            *((pinned.letter, pinned.median) for pinned in reversed(data.pinned)),
            (data.letter, data.p50),
        ):
            y = frame.y(median)
            self._lines.append((letter, _polylines(x[: y.size], y)))
            known = y[~np.isnan(y)]
            ends.append(float(known[-1]) if known.size else frame.plot.bottom())
        ends.insert(0, ends.pop())  # labels have the current scenario first, then A to D
        self._label(frame, [ends[0], *ends[:0:-1]])

    def _label(self, frame: Frame, ends: list[float]) -> None:
        labels = frame.ends
        if not labels:
            return
        line = QFontMetricsF(theme().font("note", emphasis=frame.emphasis)).height()
        plot = frame.plot
        held = [min(max(y, plot.top()), plot.bottom()) for y in ends]
        places = apart(held, line, plot.top(), plot.bottom())
        self._ends = [
            (letter, text, wanted, place)
            for (letter, text), wanted, place in zip(labels, held, places, strict=True)
        ]

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
        colours, scale = theme().colours, theme().scale
        colour = colours.scenario(data.letter)
        painter.save()
        painter.setClipRect(frame.plot.adjusted(0, -2, 2, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for polygon, share in self._bands:
            painter.setBrush(QColor(colours.tint(colour, share)))
            painter.drawPolygon(polygon)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        quiet = contrast(colour, colours.tint(colour, INNER)) < 3
        for letter, polylines in self._lines:
            own = letter == data.letter
            width = (2.0 if own else 1.75) * scale
            if not own or quiet:
                # A margin of paper: without it a line is lost in the tint of another.
                painter.setPen(QPen(QColor(colours.paper), width + 1.5 * scale))
                for polyline in polylines:
                    painter.drawPolyline(polyline)
            painter.setPen(line_pen(letter, colours.scenario(letter), width))
            for polyline in polylines:
                painter.drawPolyline(polyline)
        painter.restore()
        self._paint_labels(painter, frame)

    def _paint_labels(self, painter: QPainter, frame: Frame) -> None:
        if not self._ends:
            return
        colours, scale, length = theme().colours, theme().scale, theme().length
        font = theme().font("note", emphasis=frame.emphasis)
        metrics = QFontMetricsF(font)
        rise = (metrics.ascent() - metrics.descent()) / 2
        right = frame.plot.right()
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for letter, text, wanted, place in self._ends:
            colour = QColor(colours.scenario(letter))
            painter.setPen(QPen(colour, scale))
            painter.drawLine(QLineF(right + 1, wanted, right + length(7), place))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPath(marker(letter, QPointF(right + length(10), place), length(7)))
            painter.setPen(QColor(colours.scenario_text(letter)))
            painter.drawText(QPointF(right + length(17), place + rise), text)


def _polylines(x: Floats, y: Floats) -> list[QPolygonF]:
    return [arrayToQPolygonF(x[run], y[run]) for run in runs(~np.isnan(y))]

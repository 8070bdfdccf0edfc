"""The fan: bands as opaque tints, medians, pinned lines, whiskers and labels, in one item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPolygonF
from pyqtgraph.graphicsItems.GraphicsObject import GraphicsObject
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.charts.chart_data import ChartData, Floats
from ui.charts.end_labels import EndLabels
from ui.charts.frame import Frame
from ui.charts.hatching import STEP, fill_hatched
from ui.charts.lines import OWN, PinnedLines, paint_line, polylines, runs
from ui.charts.totals import paint_totals
from ui.charts.whiskers import paint_whiskers
from ui.look.style import HATCH, INNER, OUTER, theme


class Fan(GraphicsObject):
    """The projection. Polygons are built when numbers or the size change, not in paint."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF(0, 0, 1, 1)
        self._data: ChartData | None = None
        self._frame: Frame | None = None
        self._bands: list[tuple[QPolygonF, float, bool]] = []
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
        p10, p25, p50, p75, p90 = frame.y(data.curves)
        beyond = data.beyond if data.beyond.size == x.size else np.zeros(x.size, np.bool_)
        for lower, upper, share in ((p10, p90, OUTER), (p25, p75, INNER)):
            for run in runs(~np.isnan(lower + upper)):
                for part, hatched in _parts(beyond, run):
                    self._bands.append((_band(x[part], lower[part], upper[part]), share, hatched))
        self._own = polylines(x, p50)
        self._pinned.show(data.pinned, frame, x)
        self._labels.show(data, frame)

    def boundingRect(self) -> QRectF:
        """The whole canvas."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem | None,
        _widget: QWidget | None = None,
    ) -> None:
        """Bands, lines, whiskers, labels; a few fills and strokes."""
        data, frame = self._data, self._frame
        if data is None or frame is None:
            return
        if data.view == "total":
            paint_totals(painter, data, frame)
            return
        colours, length = theme().colours, theme().length
        colour = colours.scenario(data.letter)
        painter.save()
        painter.setClipRect(frame.plot.adjusted(0, -2, 2, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for polygon, share, hatched in self._bands:
            ground = colours.tint(colour, share)
            if hatched:
                line = colours.tint(colour, share + HATCH)
                fill_hatched(painter, polygon, ground, line, length(STEP))
            else:
                painter.setBrush(QColor(ground))
                painter.drawPolygon(polygon)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pinned.paint(painter, self._area.size())
        paint_line(painter, data.letter, self._own, OWN)
        painter.restore()
        if self._own or self._bands:
            paint_whiskers(painter, data.whiskers, frame)
            self._labels.paint(painter)


def _band(x: Floats, lower: Floats, upper: Floats) -> QPolygonF:
    there_and_back = np.concatenate((x, x[::-1]))
    edges = np.concatenate((lower, upper[::-1]))
    polygon: QPolygonF = arrayToQPolygonF(there_and_back, edges)
    return polygon


def _parts(beyond: NDArray[np.bool_], run: slice) -> Iterator[tuple[slice, bool]]:
    """A run of weeks, cut where the evidence ends; both parts have the week of the cut."""
    inside = beyond[run]
    cuts = np.flatnonzero(np.diff(inside.astype(np.int8))) + 1
    edges = [0, *cuts.tolist(), inside.size]
    for start, stop in pairwise(edges):
        first = max(start - 1, 0)
        yield slice(run.start + first, run.start + stop), bool(inside[start])

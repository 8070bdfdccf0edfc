"""Medians: the selected scenario's line, and the others', which seldom change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from modeller.base.contrast import contrast
from ui.charts.chart_data import Floats, Pinned
from ui.charts.frame import Frame
from ui.charts.strokes import stroke
from ui.look.pixmaps import painted_pixmap
from ui.look.style import INNER, line_pen, theme

OWN, OTHERS = 2.0, 1.75
"""Widths, in pixels at the usual size of text."""


def runs(defined: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterator[slice]:
    """The stretches of weeks between gaps."""
    if defined.all():
        if defined.size:
            yield slice(0, defined.size)
        return
    edges = np.flatnonzero(np.diff(np.concatenate(([False], defined, [False])).astype(np.int8)))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        yield slice(int(start), int(stop))


def polylines(x: Floats, y: Floats) -> list[QPolygonF]:
    """A line, in pieces where it has gaps."""
    return [arrayToQPolygonF(x[run], y[run]) for run in runs(~np.isnan(y))]


def paint_line(
    painter: QPainter,
    letter: str,
    pieces: Sequence[QPolygonF],
    width: float,
    *,
    margin: bool = False,
) -> None:
    """Paint the line of scenario `letter`, with a margin of paper if asked for."""
    colours, scale = theme().colours, theme().scale
    colour = colours.scenario(letter)
    if margin or contrast(colour, colours.tint(colour, INNER)) < 3:
        # without a margin a line is lost in the tint of another
        stroke(painter, QPen(QColor(colours.paper), (width + 1.5) * scale), pieces)
    stroke(painter, line_pen(letter, colour, width * scale), pieces)


class PinnedLines:
    """The lines of the other scenarios, kept as a picture while they do not change."""

    def __init__(self) -> None:
        self._shape: tuple[object, ...] = ()
        self._lines: list[tuple[str, list[QPolygonF]]] = []
        self._look: tuple[object, ...] = ()
        self._picture: QPixmap | None = None

    def show(self, pinned: Sequence[Pinned], frame: Frame, x: Floats) -> None:
        """Take the lines to be painted."""
        shape = (frame, tuple((each.letter, each.curve.tobytes()) for each in pinned))
        if shape != self._shape:
            self._shape, self._look = shape, ()
            heights = [frame.y(each.curve) for each in pinned]
            self._lines = [
                (each.letter, polylines(x[: y.size], y))
                for each, y in zip(pinned, heights, strict=True)
            ]

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the lines on a canvas of `size`: at first as lines, later from the picture."""
        if not self._lines:
            return
        ratio = painter.device().devicePixelRatio()
        look = (size, ratio, theme().colours, theme().scale)
        if look != self._look:
            self._look, self._picture = look, None
            self._paint_lines(painter)
            return
        if self._picture is None:
            self._picture = painted_pixmap(size, ratio, self._paint_lines)
        painter.drawPixmap(QPointF(0, 0), self._picture)

    def _paint_lines(self, painter: QPainter) -> None:
        for letter, pieces in reversed(self._lines):
            paint_line(painter, letter, pieces, OTHERS, margin=True)

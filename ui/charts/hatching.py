"""Bands beyond anything tried: tinted like the others, and hatched."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

STEP = 6
"""Pixels of the design from one line to the next, along the edge."""


@lru_cache(maxsize=32)
def _brush(ground: str, line: str, step: int, ratio: float) -> QBrush:
    """An opaque tile: one fill, as cheap as a plain colour, that does not crawl during a drag."""
    side = max(4, round(step * ratio))
    tile = QImage(side, side, QImage.Format.Format_RGB32)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1.2 * ratio))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
    painter.end()
    brush = QBrush(tile)
    if ratio != 1.0:
        brush.setTransform(QTransform.fromScale(1.0 / ratio, 1.0 / ratio))
    return brush


def fill_hatched(painter: QPainter, polygon: QPolygonF, ground: str, line: str, step: int) -> None:
    """Fill `polygon` with `ground` and lines on it: as a texture on a screen, else as lines."""
    painter.setPen(Qt.PenStyle.NoPen)
    if painter.paintEngine().type() == QPaintEngine.Type.Raster:
        painter.setBrush(_brush(ground, line, step, painter.device().devicePixelRatio()))
        painter.drawPolygon(polygon)
        return
    shape = QPainterPath()
    shape.addPolygon(polygon)
    fill_shape_hatched(painter, shape, ground, line, step)


def fill_shape_hatched(
    painter: QPainter, shape: QPainterPath, ground: str, line: str, step: int
) -> None:
    """The same for any shape, without a clip, which takes a millisecond in a large window."""
    if painter.paintEngine().type() == QPaintEngine.Type.Raster:
        ratio = painter.device().devicePixelRatio()
        painter.fillPath(shape, _brush(ground, line, step, ratio))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawPath(shape)
    painter.setBrush(QColor(line))
    area = shape.boundingRect()
    for strip in _strips(area, step):
        inside = shape.intersected(strip)
        if not inside.isEmpty():
            painter.drawPath(inside)


def _strips(area: QRectF, step: int) -> list[QPainterPath]:
    """Slanting strips over `area`, in the same places as in the texture."""
    rise, found = area.height(), []
    x = math.floor(area.left() / step) * step
    while x < area.right() + rise:
        strip = QPainterPath(QPointF(x, area.top()))
        strip.lineTo(x + 1.2, area.top())
        strip.lineTo(x + 1.2 - rise, area.bottom())
        strip.lineTo(x - rise, area.bottom())
        strip.closeSubpath()
        found.append(strip)
        x += step
    return found

"""The fixed background of a track: groove, baseline tick, hatching beyond the evidence."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.look.pixmaps import painted_pixmap
from ui.look.style import theme


class TrackBackground:
    """Painted once for as long as nothing in it moves."""

    def __init__(self) -> None:
        self._look: tuple[object, ...] = ()
        self._picture = QPixmap()

    def paint(
        self,
        painter: QPainter,
        size: QSizeF,
        groove: QRectF,
        tick: float,
        beyond: Sequence[tuple[float, float]],
    ) -> None:
        """Paint it behind a handle.

        Parameters
        ----------
        tick, beyond
            Where the baseline lies, and the stretches without evidence, in pixels.
        """
        ratio = painter.device().devicePixelRatio()
        look = (size, ratio, groove, tick, beyond, theme().colours, theme().scale)
        if look != self._look:
            self._look = look
            self._picture = painted_pixmap(
                size, ratio, lambda inner: _paint(inner, groove, tick, beyond)
            )
        painter.drawPixmap(QPointF(0, 0), self._picture)


def _paint(
    painter: QPainter, groove: QRectF, tick: float, beyond: Sequence[tuple[float, float]]
) -> None:
    colours, scale = theme().colours, theme().scale
    middle = groove.center().y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.track))
    painter.drawRoundedRect(groove, 2 * scale, 2 * scale)
    for low, high in beyond:
        _hatch(painter, QRectF(low, middle - 5 * scale, high - low, 10 * scale))
    painter.setPen(QPen(QColor(colours.control), 1.5 * scale))
    painter.drawLine(QPointF(tick, middle + 10 * scale), QPointF(tick, middle + 15 * scale))


def _hatch(painter: QPainter, zone: QRectF) -> None:
    """Diagonal hairlines on paper, which say “not solid ground” in any colour."""
    colours, scale = theme().colours, theme().scale
    painter.save()
    painter.setClipRect(zone)
    painter.fillRect(zone, QColor(colours.paper))
    painter.setPen(QPen(QColor(colours.control), max(1.0, 0.9 * scale)))
    step, rise = 4 * scale, zone.height()
    # counted from the widget's edge, so that the pattern does not crawl
    x = math.floor(zone.left() / step) * step - rise
    while x < zone.right():
        painter.drawLine(QPointF(x, zone.bottom()), QPointF(x + rise, zone.top()))
        x += step
    painter.restore()

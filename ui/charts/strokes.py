"""Lines wider than a hair, quickly.

Qt paints a wide line by filling its outline, which for a jagged one takes ten times as long as a
few hair lines side by side. They look the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QPaintEngine, QPainter, QPen, QPolygonF

_ALL_ROUND = 8
_SMALL, _TINY, _APART = 0.6, 0.2, 1.1
"""Pixels. So near to the middle four hair lines are as round as eight, or one as four; and how far
apart the circles are.
"""


def stroke(painter: QPainter, pen: QPen, polylines: Sequence[QPolygonF]) -> None:
    """Draw lines with a pen: as they are, or on a screen as hair lines."""
    engine = painter.paintEngine()
    if engine.type() != QPaintEngine.Type.Raster:
        painter.setPen(pen)
        for polyline in polylines:
            painter.drawPolyline(polyline)
        return
    hair = 1.0 / painter.device().devicePixelRatio()
    thin, times = QPen(pen), pen.widthF() / hair
    thin.setWidthF(hair)
    if pen.dashPattern():
        _dash(thin, pen.dashPattern(), times)
    painter.setPen(thin)
    painter.save()
    here = (0.0, 0.0)
    for place in _places(round(times, 2)):
        painter.translate(hair * (place[0] - here[0]), hair * (place[1] - here[1]))
        here = place
        for polyline in polylines:
            painter.drawPolyline(polyline)
    painter.restore()


def _dash(thin: QPen, pattern: Sequence[float], times: float) -> None:
    """The same dashes, counted in the thin pen's widths.

    Hair lines lie before and behind each other, too, so that each dash is longer than theirs.
    """
    longer = times - 1
    lengths = [
        max(length * times + (longer if place % 2 else -longer), 0.1)
        for place, length in enumerate(pattern)
    ]
    thin.setDashPattern(lengths)
    thin.setDashOffset(sum(lengths) - longer / 2)


@lru_cache(maxsize=32)
def _places(width: float) -> tuple[tuple[float, float], ...]:
    """Where hair lines go for a line `width` pixels wide: on circles about a pixel apart."""
    radius = (width - 1) / 2
    places = []
    while radius > _TINY:
        lines = _ALL_ROUND if radius > _SMALL else _ALL_ROUND // 2
        angles = (2 * math.pi * line / lines for line in range(lines))
        places += [(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]
        radius -= _APART
    return tuple(places) or ((0.0, 0.0),)

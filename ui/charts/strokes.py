"""Lines wider than a hair, quickly.

Qt paints a wide line by filling its outline, which for a jagged one takes ten times as long as a
few hairlines side by side. They look the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QPaintEngine, QPainter, QPen, QPolygonF

_ALL_ROUND = 8
_SMALL, _TINY, _APART = 0.6, 0.2, 1.1
"""Pixels: the radius below which four hairlines look as round as eight, the radius below which
one is enough, and the distance between the circles.
"""


def stroke(painter: QPainter, pen: QPen, polylines: Sequence[QPolygonF]) -> None:
    """Draw lines with a pen: directly, or on a screen as hairlines."""
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
    """The pen's dashes, measured in widths of the hairline.

    Hairlines are also offset along the line, so each of theirs is made shorter than the dash.
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
    """Where hairlines go for a line `width` pixels wide: on circles about a pixel apart."""
    radius = (width - 1) / 2
    places = []
    while radius > _TINY:
        lines = _ALL_ROUND if radius > _SMALL else _ALL_ROUND // 2
        angles = (2 * math.pi * line / lines for line in range(lines))
        places += [(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]
        radius -= _APART
    return tuple(places) or ((0.0, 0.0),)

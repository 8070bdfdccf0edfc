"""At the right end of a fan, the range of every scenario: thin 80 %, thick 50 %, the median."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ui.charts.frame import WHISKER, Frame
from ui.look.style import theme

THIN, THICK = 1.5, 4.0
"""Widths in pixels of the design."""
_LEAST = 2.0
"""The least height, so that a range of no width can still be seen."""


def paint_whiskers(
    painter: QPainter, whiskers: Sequence[tuple[str, tuple[float, ...]]], frame: Frame
) -> None:
    """Paint one whisker for each scenario, in order, between the plot and the labels."""
    colours, length, plot = theme().colours, theme().length, frame.plot
    scale = theme().scale
    if not whiskers:
        return
    heights = np.clip(frame.y([ends for _, ends in whiskers]), plot.top(), plot.bottom())
    for place, ((letter, _), found) in enumerate(zip(whiskers, heights.tolist(), strict=True)):
        low80, low50, middle, high50, high80 = found
        if not math.isfinite(sum(found)):
            continue
        x = plot.right() + length(4) + (place + 0.5) * length(WHISKER)
        colour = QColor(colours.scenario(letter))
        for top, bottom, width in ((high80, low80, THIN), (high50, low50, THICK)):
            height = max(bottom - top, _LEAST)
            wide = width * scale
            painter.fillRect(
                QRectF(x - wide / 2, (top + bottom - height) / 2, wide, height), colour
            )
        if low50 - high50 > 3 * _LEAST:  # otherwise only the notch would be left
            notch = QRectF(x - THICK * scale / 2, middle - 0.75, THICK * scale, 1.5)
            painter.fillRect(notch, QColor(colours.paper))

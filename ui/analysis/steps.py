"""Step by step along a lever: what each step adds to the one outcome, and to the other."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from modeller.analysis.answers import step_words
from modeller.analysis.exchange import Exchange
from modeller.analysis.phrases import change_words, measure_words
from modeller.base.language import translate, upper_first
from ui.analysis.graphic import Graphic, rise, row_label
from ui.look.style import theme

_TINT = 0.45


class StepsGraphic(Graphic[Exchange]):
    """A row for each step of the lever across: two bars, each beside its words."""

    def draw(self, painter: QPainter, area: QRectF, found: Exchange) -> None:
        """The two columns of bars, each on a scale of its own that begins at zero."""
        if not found.steps:
            return
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        line, below, declared = metrics.height(), rise(metrics), self.declared
        names = [step_words(found.key, step, declared) for step in found.steps]
        labels = max(map(metrics.horizontalAdvance, names)) + length(12)
        columns = [(found.gain, [step.gain for step in found.steps])]
        if found.cost != found.gain:
            columns.append((found.cost, [step.cost for step in found.steps]))
        top = area.top() + 1.5 * line
        height = min((area.bottom() - top) / len(names), 2.4 * line)
        half = min(0.32 * height, length(10))
        width = (area.width() - labels) / len(columns)
        for row, text in enumerate(names):
            row_label(painter, text, area.left(), labels - length(12), top + (row + 0.5) * height)
        for place, (measure, changes) in enumerate(columns):
            left = area.left() + labels + place * width
            words = [change_words(measure, change, declared) for change in changes]
            room = max(width - max(map(metrics.horizontalAdvance, words)) - length(24), length(20))
            most = max((abs(change) for change in changes if math.isfinite(change)), default=0.0)
            painter.setPen(QColor(colours.muted))
            head = translate(
                "Exchange",
                "each step brings: {measure}",
                measure=measure_words(measure, declared),
            )
            painter.drawText(QPointF(left, area.top() + metrics.ascent()), upper_first(head))
            for row, (change, text) in enumerate(zip(changes, words, strict=True)):
                y = top + (row + 0.5) * height
                size = abs(change) / most * room if most and math.isfinite(change) else 0.0
                colour = colours.scenario(self.letters)
                fill = colour if place == 0 else colours.tint(colour, _TINT)
                painter.fillRect(QRectF(left, y - half, max(size, 1.0), 2 * half), QColor(fill))
                painter.setPen(QColor(colours.ink))
                painter.drawText(QPointF(left + size + length(8), y + below), text)

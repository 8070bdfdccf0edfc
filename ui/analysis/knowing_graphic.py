"""The chance of a target in each scenario, over what one belief might turn out to be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from modeller.analysis.knowing_words import gain_words
from modeller.analysis.value_of_knowing import Known, ValueOfKnowing
from modeller.base.language import translate
from ui.analysis.graphic import Graphic, legend, rise, row_label
from ui.look.style import marker, theme

_LABELS = 0.36
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


class KnowingGraphic(Graphic[ValueOfKnowing]):
    """A row for each belief: where each scenario's chance would lie, and what choosing adds."""

    def draw(self, painter: QPainter, area: QRectF, found: ValueOfKnowing) -> None:
        """Rows on one scale of chances, from none to all futures."""
        if not found.beliefs:
            return
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        line, below = metrics.height(), rise(metrics)
        legend(
            painter,
            area,
            translate(
                "Value of knowing",
                "bar: the chance once the belief is known, lowest to highest · marker: the chance "
                "today · right: what knowing it adds, of 100",
            ),
        )
        top, bottom = area.top() + 1.6 * line, area.bottom() - 1.4 * line
        scenarios = len(found.scenarios)
        most = max(1, int((bottom - top) // (scenarios * 0.62 * line + length(6))))
        shown = found.beliefs[:most]
        height = min((bottom - top) / len(shown), scenarios * 1.1 * line + length(10))
        labels = min(
            max(metrics.horizontalAdvance(each.label) for each in shown), _LABELS * area.width()
        )
        left = area.left() + labels + length(16)
        right = area.right() - metrics.horizontalAdvance("+88.8") - length(16)

        def at(chance: float) -> float:
            return left + chance * (right - left)

        foot = top + height * len(shown)
        for tick in _TICKS:
            x = round(at(tick))
            painter.fillRect(QRectF(x, top, 1, foot - top), QColor(colours.hairline))
            text = f"{100 * tick:.0f}"
            painter.setPen(QColor(colours.muted))
            place = QPointF(x - metrics.horizontalAdvance(text) / 2, foot + metrics.ascent() + 3)
            painter.drawText(place, text)
        for row, known in enumerate(shown):
            y = top + (row + 0.5) * height
            row_label(painter, known.label, area.left(), labels, y)
            self._row(painter, found, known, y, height, (left, right))
            painter.setPen(QColor(colours.ink))
            painter.drawText(QPointF(right + length(12), y + below), gain_words(known))

    def _row(
        self,
        painter: QPainter,
        found: ValueOfKnowing,
        known: Known,
        middle: float,
        height: float,
        ends: tuple[float, float],
    ) -> None:
        colours, length = theme().colours, theme().length
        count = len(found.scenarios)
        each = (height - length(8)) / count
        half = min(0.3 * each, length(5))
        for place, (chances, letter) in enumerate(zip(known.chances, self.letters, strict=True)):
            y = middle + (place - (count - 1) / 2) * each
            low, high, today = (
                ends[0] + float(chance) * (ends[1] - ends[0])
                for chance in (chances.min(), chances.max(), found.chances[place])
            )
            colour = colours.scenario(letter)
            painter.fillRect(
                QRectF(low, y - half, max(high - low, 2.0), 2 * half),
                QColor(colours.tint(colour, 0.45)),
            )
            painter.setPen(QPen(QColor(colours.paper), 1.0))
            painter.setBrush(QColor(colour))
            painter.drawPath(marker(letter, QPointF(today, y), length(10)))
            # whose it is, to the left of all of it, or to the right where that is the edge
            metrics, gap = QFontMetricsF(painter.font()), length(8)
            wide = metrics.horizontalAdvance(letter)
            x = min(low, today) - gap - wide
            x = x if x >= ends[0] else max(high, today) + gap
            painter.setPen(QColor(colours.scenario_text(letter)))
            painter.drawText(QPointF(x, y + rise(metrics)), letter)

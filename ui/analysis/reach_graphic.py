"""How far a lever takes a measure: its line, the target, and where it is met."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from modeller.analysis.along import Along
from modeller.analysis.phrases import amount_words, measure_words
from modeller.analysis.seek import Places, Sought
from modeller.base.language import translate, upper_first
from modeller.wording import axis_labels, exact_number, value_words
from ui.analysis.graphic import Graphic, haloed, legend, rise
from ui.look.axis import nice_ticks
from ui.look.style import marker, theme

_LABELS = 5


@dataclass(frozen=True)
class Reach:
    """What was sought, and the line of the first lever."""

    sought: Sought
    along: Along


class ReachGraphic(Graphic[Reach]):
    """A line over the lever's whole range, a dashed one for the target, a bar where they meet."""

    def draw(self, painter: QPainter, area: QRectF, found: Reach) -> None:
        """Axes, line, target, where it stands and where it is met."""
        sought, along, goal = found.sought, found.along, found.sought.goal
        known = [value for value in along.measures if math.isfinite(value)]
        if not known:
            return
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        line, below = metrics.height(), rise(metrics)
        entry = self.declared.outcomes[along.measure.outcome]
        of = self.declared.sliders[along.key]
        ticks = nice_ticks(max(*known, goal.figure), lowest=min(*known, goal.figure, 0.0))
        labels = axis_labels(ticks, entry.unit)
        legend(
            painter,
            area,
            translate(
                "Seek",
                "line: {measure} · dashed: the target · marker: as it stands now",
                measure=measure_words(along.measure, self.declared),
            ),
        )
        left = area.left() + max(map(metrics.horizontalAdvance, labels)) + length(8)
        plot = QRectF(
            left,
            area.top() + 1.6 * line,
            area.right() - left - length(48),
            area.height() - 4.2 * line - length(8),
        )
        places = Places(of)

        def at(value: float, measure: float) -> QPointF:
            share = (measure - ticks[0]) / (ticks[-1] - ticks[0])
            return QPointF(
                plot.left() + places.way(value) * plot.width(),
                plot.bottom() - share * plot.height(),
            )

        for value, label in zip(ticks, labels, strict=True):
            y = round(at(of.minimum, value).y())
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), QColor(colours.hairline))
            painter.setPen(QColor(colours.muted))
            x = plot.left() - length(6) - metrics.horizontalAdvance(label)
            painter.drawText(QPointF(x, y + below), label)
        self._values(painter, found, plot, at(of.minimum, ticks[0]).y(), metrics)
        target = at(of.minimum, goal.figure).y()
        painter.setPen(QPen(QColor(colours.ink), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), target), QPointF(plot.right(), target))
        painter.setPen(QPen(QColor(colours.scenario(self.letters)), theme().scale * 2.5))
        painter.drawPolyline(
            QPolygonF(
                [
                    at(value, measure)
                    for value, measure in zip(along.values, along.measures, strict=True)
                    if math.isfinite(measure)
                ]
            )
        )
        # above its line, or below where that would run into the legend
        above = target - metrics.height() > plot.top()
        label_at = target - length(5) if above else target + metrics.ascent() + length(3)
        haloed(
            painter,
            QPointF(plot.left() + length(6), label_at),
            amount_words(entry, goal.figure),
            colours.ink,
        )
        now = at(sought.stood[0], sought.measured_now)
        painter.setPen(QPen(QColor(colours.paper), theme().scale))
        painter.setBrush(QColor(colours.scenario(self.letters)))
        painter.drawPath(marker(self.letters, now, length(12)))

    def _values(
        self, painter: QPainter, reach: Reach, plot: QRectF, foot: float, metrics: QFontMetricsF
    ) -> None:
        """The lever's values below the plot, and the bar where the target is met."""
        colours, length = theme().colours, theme().length
        of = self.declared.sliders[reach.along.key]
        places, line = Places(of), metrics.height()
        painter.setPen(QColor(colours.muted))
        percent = of.counted_in.is_share or of.counted_in.is_money
        for value in map(places.value, places.spread(_LABELS)):
            text = value_words(of, value) if percent else exact_number(value)
            x = plot.left() + places.way(value) * plot.width()
            painter.drawText(
                QPointF(
                    x - metrics.horizontalAdvance(text) / 2, foot + length(4) + metrics.ascent()
                ),
                text,
            )
        painter.setPen(QColor(colours.ink))
        name = f"{upper_first(of.label)} →"
        x = plot.right() - metrics.horizontalAdvance(name)
        painter.drawText(QPointF(x, foot + length(6) + line + metrics.ascent()), name)
        if reach.sought.answer is None:
            return
        value = reach.sought.values[reach.sought.vary.index(of.key)]
        x = plot.left() + places.way(value) * plot.width()
        painter.setPen(QPen(QColor(colours.ink), theme().scale * 2.0))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, foot))
        haloed(
            painter, QPointF(x + length(6), plot.top() + line), value_words(of, value), colours.ink
        )

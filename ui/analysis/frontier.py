"""Two outcomes against each other: every setting a point, the efficient ones named."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from modeller.analysis.phrases import evenly, measure_words
from modeller.analysis.trade_off import Frontier, RecordYear
from modeller.base.language import translate
from modeller.wording import axis_labels
from ui.analysis.graphic import Graphic, haloed, legend, rise
from ui.look.axis import nice_ticks
from ui.look.style import marker, theme

MOST_NAMED = 12
"""How many of the efficient settings have a number in the picture."""
_At = Callable[[float, float], QPointF]


def year_words(year: RecordYear) -> str:
    """The year, and how many weeks of it the record covers where it is scaled up from a part."""
    if not year.part_year:
        return str(year.year)
    return translate(
        "Trade-off", "{year}, scaled up from {count} weeks", year=year.year, count=year.weeks
    )


class FrontierGraphic(Graphic[Frontier]):
    """Rings for settings, filled discs for efficient ones, crosses for the record's years."""

    def draw(self, painter: QPainter, area: QRectF, found: Frontier) -> None:
        """Axes from zero, points, years, the selected scenario."""
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        line = metrics.height()
        every = [*found.points, found.now]
        costs = [p.cost for p in every] + [year.cost for year in found.years]
        gains = [p.gain for p in every] + [year.gain for year in found.years]
        outcomes = self.declared.outcomes
        across, up = nice_ticks(max(costs)), nice_ticks(max(gains))
        across_text = axis_labels(across, outcomes[found.cost.outcome].unit)
        up_text = axis_labels(up, outcomes[found.gain.outcome].unit)
        left = area.left() + max(map(metrics.horizontalAdvance, up_text)) + length(8)
        plot = QRectF(
            left,
            area.top() + 2 * line + length(8),
            area.right() - left - length(24),
            area.height() - 4 * line - length(20),
        )

        def at(cost: float, gain: float) -> QPointF:
            return QPointF(
                plot.left() + cost / across[-1] * plot.width(),
                plot.bottom() - gain / up[-1] * plot.height(),
            )

        marks = translate(
            "Trade-off",
            "filled and numbered: efficient · ring: other settings · cross: the record, "
            "faint where it was counted otherwise",
        )
        legend(painter, area, marks)
        painter.setPen(QColor(colours.ink))
        gain_words = f"↑ {measure_words(found.gain, self.declared)}"
        painter.drawText(QPointF(area.left(), area.top() + line + metrics.ascent()), gain_words)
        cost_words = f"{measure_words(found.cost, self.declared)} →"
        x = plot.right() - metrics.horizontalAdvance(cost_words)
        y = plot.bottom() + line + length(6) + metrics.ascent()
        painter.drawText(QPointF(x, y), cost_words)
        below = rise(metrics)
        for value, label in zip(up, up_text, strict=True):
            y = round(at(0.0, value).y())
            colour = colours.hairline if value else colours.control
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), QColor(colour))
            painter.setPen(QColor(colours.muted))
            x = plot.left() - length(6) - metrics.horizontalAdvance(label)
            painter.drawText(QPointF(x, y + below), label)
        for value, label in zip(across, across_text, strict=True):
            x = at(value, 0.0).x() - metrics.horizontalAdvance(label) / 2
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(x, plot.bottom() + length(3) + metrics.ascent()), label)
        self._points(painter, found, at)
        self._years(painter, found, at)
        here = at(found.now.cost, found.now.gain)
        painter.setPen(QPen(QColor(colours.ink), theme().scale))
        painter.setBrush(QColor(colours.paper))
        painter.drawPath(marker(self.letters, here, length(20)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.scenario(self.letters)))
        painter.drawPath(marker(self.letters, here, length(12)))
        haloed(
            painter, here + QPointF(length(12), below), translate("Trade-off", "now"), colours.ink
        )

    @staticmethod
    def _points(painter: QPainter, found: Frontier, at: _At) -> None:
        colours, length = theme().colours, theme().length
        for point in found.points:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.setBrush(QColor(colours.accent if point.efficient else colours.paper))
            size = length(4) if point.efficient else length(3)
            painter.drawEllipse(at(point.cost, point.gain), size, size)
        painter.setPen(QColor(colours.accent))
        last = QPointF(-1e9, -1e9)
        for number, point in enumerate(evenly(found.efficient, MOST_NAMED), start=1):
            place = at(point.cost, point.gain) + QPointF(-length(5), -length(7))
            if (place - last).manhattanLength() > length(16):
                painter.drawText(place, str(number))
                last = place

    @staticmethod
    def _years(painter: QPainter, found: Frontier, at: _At) -> None:
        colours, length = theme().colours, theme().length
        for year in found.years:
            ink = colours.ink if year.comparable else colours.muted
            centre, arm = at(year.cost, year.gain), length(5)
            painter.setPen(QPen(QColor(ink), 2.0 if year.comparable else 1.0))
            painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
            painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))
            haloed(painter, centre + QPointF(length(8), length(4)), year_words(year), ink)

"""The waterfall: from one number to another, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from modeller.analysis.what_changed import Group
from ui.analysis.graphic import Across, Graphic, rise, row_label
from ui.look.style import theme

_LABELS = 0.40
_TINT = 0.45


@dataclass(frozen=True)
class Fall:
    """One row: from where to where the number moves.

    Attributes
    ----------
    group
        What kind of change it is; None for the two ends.
    """

    label: str
    words: str
    start: float
    end: float
    group: Group | None = None


class WaterfallGraphic(Graphic[tuple[Fall, ...]]):
    """Bars that begin where the one above ended; what lowers the number is hatched."""

    unit = ""

    def show_falls(self, falls: tuple[Fall, ...], unit: str) -> None:
        """Show other rows; the first and the last are the two ends."""
        self.unit = unit
        self.show_found(falls)

    def draw(self, painter: QPainter, area: QRectF, found: tuple[Fall, ...]) -> None:
        """Rows from the first result to the second."""
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        line = metrics.height()
        widest = max(metrics.horizontalAdvance(fall.label) for fall in found)
        labels = min(widest, _LABELS * area.width())
        words = max(metrics.horizontalAdvance(fall.words) for fall in found) + length(10)
        left = area.left() + labels + length(12)
        bottom = area.bottom() - line - length(8)
        height = min((bottom - area.top()) / len(found), 2.6 * line)
        bottom = area.top() + height * len(found)
        values = [value for fall in found for value in (fall.start, fall.end)]
        parts = [v for f in found if f.group for v in (f.start, f.end)] or values
        # the ends are marks, not lengths: the axis need not begin at zero
        axis = Across(parts, left + words, area.right() - words)
        axis.paint(painter, area.top(), bottom, self.unit)
        below = rise(metrics)
        before: float | None = None
        for row, fall in enumerate(found):
            y = area.top() + (row + 0.5) * height
            half = min(0.34 * height, length(11))
            row_label(painter, fall.label, area.left(), labels, y)
            start, end = axis.at(fall.start), axis.at(fall.end)
            if before is not None:
                painter.setPen(QPen(QColor(colours.control), 1))
                painter.drawLine(QPointF(start, before), QPointF(start, y + half))
            self._bar(painter, fall, QRectF(min(start, end), y - half, abs(end - start), 2 * half))
            painter.setPen(QColor(colours.ink))
            if fall.group is None or fall.end >= fall.start:
                painter.drawText(QPointF(max(start, end) + length(6), y + below), fall.words)
            else:
                width = metrics.horizontalAdvance(fall.words)
                painter.drawText(QPointF(end - length(6) - width, y + below), fall.words)
            before = y + half

    @staticmethod
    def _bar(painter: QPainter, fall: Fall, bar: QRectF) -> None:
        colours = theme().colours
        if fall.group is None:
            painter.fillRect(bar.adjusted(-2, 0, 2, 0), QColor(colours.ink))
            return
        colour = colours.accent
        painter.setPen(QPen(QColor(colour), 1))
        if fall.end >= fall.start:
            painter.setBrush(QColor(colour))
        else:
            painter.fillRect(bar, QColor(colours.tint(colour, _TINT)))
            painter.setBrush(QBrush(QColor(colour), Qt.BrushStyle.FDiagPattern))
        painter.drawRect(bar.adjusted(0, 0, max(1.0 - bar.width(), 0.0), 0))

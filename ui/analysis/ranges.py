"""What would have to be true, as a picture: where a target switches, on each slider."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from modeller.analysis.seek import Places
from modeller.analysis.what_must_be_true import SwitchingValue
from modeller.base.language import translate
from ui.analysis.graphic import Graphic, legend, row_label
from ui.look.style import theme

_LABELS = 0.36
_TINT = 0.35


class RangesGraphic(Graphic[Sequence[SwitchingValue]]):
    """A row for each slider: its whole range, its evidence, the side on which the target is met."""

    def draw(self, painter: QPainter, area: QRectF, found: Sequence[SwitchingValue]) -> None:
        """Rows, each on its slider's own scale."""
        length = theme().length
        metrics = QFontMetricsF(painter.font())
        line = metrics.height()
        top = area.top() + line + length(6)
        most = max(1, int((area.bottom() - top) // (line + length(3))))
        shown = found[:most]
        height = min((area.bottom() - top) / len(shown), 2.2 * line)
        widest = max(metrics.horizontalAdvance(value.label) for value in shown)
        labels = min(widest, _LABELS * area.width())
        left, right = area.left() + labels + length(16), area.right() - length(12)
        marks = translate(
            "Switching values",
            "thick line: target met · grey: range of the evidence · dot: now · stroke: where it "
            "turns",
        )
        legend(painter, area, marks)
        for row, value in enumerate(shown):
            y = top + (row + 0.5) * height
            row_label(painter, value.label, area.left(), labels, y)
            self._row(painter, value, left, right, y, min(0.34 * height, length(8)))

    def _row(
        self,
        painter: QPainter,
        value: SwitchingValue,
        left: float,
        right: float,
        y: float,
        half: float,
    ) -> None:
        colours, length = theme().colours, theme().length
        places = Places(self.declared.sliders[value.key])
        colour = colours.accent

        def at(number: float) -> float:
            return left + min(max(places.way(number), 0.0), 1.0) * (right - left)

        painter.fillRect(QRectF(left, y - 0.5, right - left, 1), QColor(colours.control))
        if value.evidence is not None:
            low, high = map(at, value.evidence)
            painter.fillRect(QRectF(low, y - half, max(high - low, 2.0), 2 * half),
                             QColor(colours.tint(colour, _TINT)))  # fmt: skip
        met: tuple[float, float] | None = (left, right) if value.holds == "always" else None
        if value.value is not None:
            met = (at(value.value), right) if value.side == "above" else (left, at(value.value))
        if met is not None:
            heavy = theme().scale * 4.0
            painter.fillRect(QRectF(met[0], y - heavy / 2, met[1] - met[0], heavy), QColor(colour))
        if value.value is not None:
            x = at(value.value)
            path = QPainterPath(QPointF(x, y - half - length(3)))
            path.lineTo(x, y + half + length(3))
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.drawPath(path)
        painter.setPen(QPen(QColor(colours.paper), 1.5))
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(at(value.now), y), length(5), length(5))

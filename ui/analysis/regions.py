"""Where a plan fails, as a picture: each region by what it covers and how dense failure is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from modeller.analysis.phrases import region_words
from modeller.analysis.robustness import Robustness
from modeller.base.language import translate
from modeller.wording import percent
from ui.analysis.graphic import Graphic, rise
from ui.look.axis import elided
from ui.look.style import theme

_TINT = 0.45


class RegionsGraphic(Graphic[Robustness]):
    """Two bars for each region: its share of the misses, and the share of its cases that miss."""

    def draw(self, painter: QPainter, area: QRectF, found: Robustness) -> None:
        """The regions, and all cases for comparison."""
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        line = metrics.height()
        y = area.top() + length(4)
        figures = metrics.horizontalAdvance(percent(1.0)) + length(10)
        names = (
            translate("Where the plan fails", "of all misses, here"),
            translate("Where the plan fails", "of cases here, missed"),
        )
        labels = max(map(metrics.horizontalAdvance, names)) + length(8)
        left, right = area.left() + labels, area.right() - figures
        rows = [
            (
                translate(
                    "Where the plan fails",
                    "{number}. Where {box}",
                    number=number,
                    box=region_words(box, self.declared),
                ),
                (box.coverage, box.density),
            )
            for number, box in enumerate(found.boxes, start=1)
        ]
        rows.append(
            (
                translate("Where the plan fails", "All cases"),
                (1.0 if found.failing else 0.0, found.failing),
            )
        )
        below = rise(metrics)
        for words, shares in rows:
            painter.setPen(QColor(colours.ink))
            wrapped = int(Qt.TextFlag.TextWordWrap)
            room = QRectF(area.left(), y, area.width(), 3 * line)
            box = painter.boundingRect(room, wrapped, words)
            if box.bottom() + 2.6 * line > area.bottom():
                text = elided(
                    translate("Where the plan fails", "More in the table."),
                    area.width(),
                    metrics.horizontalAdvance,
                )
                painter.drawText(QPointF(area.left(), y + metrics.ascent()), text)
                return
            painter.drawText(box, wrapped, words)
            y = box.bottom() + length(4)
            for name, share in zip(names, shares, strict=True):
                middle = y + 0.55 * line
                painter.setPen(QColor(colours.muted))
                painter.drawText(QPointF(area.left(), middle + below), name)
                way = QRectF(left, middle - 0.5, right - left, 1)
                painter.fillRect(way, QColor(colours.hairline))
                bar = QRectF(left, middle - 0.35 * line, share * (right - left), 0.7 * line)
                painter.setPen(QPen(QColor(colours.accent), 1))
                dense = name == names[1]
                painter.setBrush(
                    QColor(colours.accent) if dense else QColor(colours.tint(colours.accent, _TINT))
                )
                painter.drawRect(bar)
                painter.setPen(QColor(colours.ink))
                painter.drawText(QPointF(bar.right() + length(6), middle + below), percent(share))
                y += 1.1 * line
            y += length(10)

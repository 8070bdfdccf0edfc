"""The tornado, and the shares of the spread, as pictures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from modeller.analysis.phrases import style_of
from modeller.analysis.sensitivity import LUCK, Bar, SobolShares, Tornado
from modeller.base.language import translate
from modeller.model.catalogue import Catalogue
from modeller.wording import percent, value_words
from ui.analysis.graphic import Across, Graphic, legend, rise, row_label
from ui.look.quantity import bare_text
from ui.look.style import theme

_LABELS = 0.34  # of the width, at most
_BELIEF_TINT = 0.30


def end_words(declared: Catalogue, bar: Bar, which: int) -> str:
    """A belief at an end of its evidence, with as few figures as its slider has."""
    return value_words(declared.sliders[bar.key], _on_a_step(declared, bar, which))


def _on_a_step(declared: Catalogue, bar: Bar, which: int) -> float:
    step = declared.sliders[bar.key].step
    return float(f"{round(bar.values[which] / step) * step:.12g}")


def bare_end(declared: Catalogue, bar: Bar, which: int) -> str:
    """The same without its unit, for a picture."""
    return bare_text(declared.sliders[bar.key], _on_a_step(declared, bar, which))


class _Rows:
    """Labels on the left, a row for each; as many as there is room for."""

    def __init__(self, painter: QPainter, area: QRectF, labels: list[str], beside: float) -> None:
        length = theme().length
        self.metrics = QFontMetricsF(painter.font())
        line = self.metrics.height()
        self.top = area.top() + 2 * line + length(4)
        self.bottom = area.bottom() - line - length(8)
        most = max(1, int((self.bottom - self.top) // (line + length(5))))
        self.shown = min(len(labels), most)
        wide = max((self.metrics.horizontalAdvance(text) for text in labels), default=0.0)
        self.width = min(wide, _LABELS * area.width())
        self.height = min((self.bottom - self.top) / max(self.shown, 1), 2.4 * line)
        self.bottom = self.top + self.height * self.shown
        self.left = area.left() + self.width + length(8) + beside
        self.right = area.right() - beside - length(4)

    def middle(self, row: int) -> float:
        """Where a row's middle is."""
        return self.top + (row + 0.5) * self.height

    def label(self, painter: QPainter, area: QRectF, row: int, text: str) -> None:
        """Write a label, to the right of its column."""
        row_label(painter, text, area.left(), self.width, self.middle(row))


class TornadoGraphic(Graphic[Tornado]):
    """Bars from the least to the greatest, longest first; a disc marks a belief's high end."""

    def draw(self, painter: QPainter, area: QRectF, found: Tornado) -> None:
        """Axis, the scenario's own number, bars."""
        bars = [bar for bar in found.bars if bar.length > 0.0]
        if not bars:
            return
        metrics = QFontMetricsF(painter.font())
        labels = [
            translate("Sensitivity", "{belief} (changes direction)", belief=bar.label)
            if bar.non_monotone
            else bar.label
            for bar in bars
        ]
        ends = [(bare_end(self.declared, bar, 0), bare_end(self.declared, bar, -1)) for bar in bars]
        beside = max(metrics.horizontalAdvance(text) for pair in ends for text in pair)
        rows = _Rows(painter, area, labels, min(beside, 0.17 * area.width()) + theme().length(10))
        values = [found.now, *(value for bar in bars for value in bar.measures)]
        axis = Across(values, rows.left, rows.right)
        axis.paint(
            painter, rows.top, rows.bottom, self.declared.outcomes[found.measure.outcome].unit
        )
        self._now(painter, area, found, axis, rows)
        for row in range(rows.shown):
            rows.label(painter, area, row, labels[row])
            self._bar(painter, bars[row], ends[row], axis, rows, row)

    def _now(
        self, painter: QPainter, area: QRectF, found: Tornado, axis: Across, rows: _Rows
    ) -> None:
        colours, length = theme().colours, theme().length
        written = style_of(found.measure, [found.now, axis.low, axis.high], self.declared)
        x = axis.at(found.now)
        top = rows.top - length(3)
        painter.fillRect(QRectF(x - 0.75, top, 1.5, rows.bottom - top), QColor(colours.ink))
        text = translate("Sensitivity", "now {figure}", figure=written.figure(found.now))
        width = rows.metrics.horizontalAdvance(text)
        painter.setPen(QColor(colours.ink))
        left = min(max(x - width / 2, area.left()), area.right() - width)
        painter.drawText(QPointF(left, rows.top - length(5)), text)
        y = area.top() + rows.metrics.ascent()
        disc = length(4)
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QPointF(area.left() + disc + 1, y - disc), disc, disc)
        painter.setPen(QColor(colours.muted))
        high = translate("Sensitivity", "belief at the high end of its evidence")
        start = area.left() + 3 * disc + 1
        painter.drawText(QPointF(start, y), high)
        start += rows.metrics.horizontalAdvance(high) + length(16)
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.setBrush(QColor(colours.paper))
        painter.drawEllipse(QPointF(start + disc, y - disc), disc, disc)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QPointF(start + 3 * disc, y), translate("Sensitivity", "at the low end"))

    def _bar(
        self,
        painter: QPainter,
        bar: Bar,
        ends: tuple[str, str],
        axis: Across,
        rows: _Rows,
        row: int,
    ) -> None:
        colours, length = theme().colours, theme().length
        y, half = rows.middle(row), min(rows.height * 0.32, length(9))
        left, right = axis.at(min(bar.measures)), axis.at(max(bar.measures))
        colour = QColor(colours.accent)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QColor(colours.tint(colours.accent, _BELIEF_TINT)))
        painter.drawRect(QRectF(left, y - half, max(right - left, 1.0), 2 * half))
        for value in bar.measures[1:-1] if bar.non_monotone else ():
            x = axis.at(value)
            painter.drawLine(QPointF(x, y - half), QPointF(x, y + half))
        disc = min(half, length(4))
        for value, fill in ((bar.at_low, colours.paper), (bar.at_high, colours.accent)):
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(QColor(fill))
            painter.drawEllipse(QPointF(axis.at(value), y), disc, disc)
        low_first = bar.at_low <= bar.at_high
        below = rise(rows.metrics)
        painter.setPen(QColor(colours.muted))
        before, after = ends if low_first else ends[::-1]
        gap = length(8)
        width = rows.metrics.horizontalAdvance(before)
        painter.drawText(QPointF(left - gap - width, y + below), before)
        painter.drawText(QPointF(right + gap, y + below), after)


class SharesGraphic(Graphic[SobolShares]):
    """Shares of the spread: filled alone, outlined with all interactions, errors as whiskers."""

    def draw(self, painter: QPainter, area: QRectF, found: SobolShares) -> None:
        """Two bars a row, one in the other."""
        colours, length = theme().colours, theme().length
        shares = found.shares
        rows = _Rows(painter, area, [share.label for share in shares], length(4))
        largest = max(max(share.total_range[1], share.total) for share in shares)
        wide = rows.metrics.horizontalAdvance(percent(0.888))
        axis = Across((0.0, max(largest, 0.05)), rows.left, rows.right - wide - length(8))
        for tick in axis.ticks:
            x = round(axis.at(tick))
            height = rows.bottom - rows.top
            painter.fillRect(QRectF(x, rows.top, 1, height), QColor(colours.hairline))
            painter.setPen(QColor(colours.muted))
            text = percent(tick)
            painter.drawText(QPointF(x - rows.metrics.horizontalAdvance(text) / 2,
                                     rows.bottom + rows.metrics.ascent() + 3), text)  # fmt: skip
        marks = translate(
            "Sensitivity", "filled: by itself · outlined: with others · line: 9 of 10 bootstraps"
        )
        legend(painter, area, marks)
        below = rise(rows.metrics)
        for row, share in enumerate(shares[: rows.shown]):
            rows.label(painter, area, row, share.label)
            colour = colours.ink if share.key == LUCK else colours.accent
            y, half = rows.middle(row), min(rows.height * 0.32, length(9))
            zero = axis.at(0.0)
            total, first = axis.at(max(share.total, 0.0)), axis.at(max(share.first, 0.0))
            painter.setPen(QPen(QColor(colour), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(zero, y - half, max(total - zero, 0.5), 2 * half))
            painter.fillRect(QRectF(zero, y - half, max(min(first, total) - zero, 0.0), 2 * half),
                             QColor(colours.tint(colour, _BELIEF_TINT)))  # fmt: skip
            low, high = (axis.at(max(end, 0.0)) for end in share.total_range)
            painter.setPen(QPen(QColor(colours.ink), 1.5))
            painter.drawLine(QPointF(low, y), QPointF(high, y))
            painter.drawText(
                QPointF(max(high, total) + length(6), y + below), percent(max(share.total, 0.0))
            )

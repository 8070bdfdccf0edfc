"""Totals as strips, one for each scenario: 80 % thin, 50 % thick, the median marked."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from modeller.model.units import unit_named
from modeller.wording import exact_number
from modeller.wording.numbers import money
from ui.charts.chart_data import ChartData, Total
from ui.charts.chart_words import total_style
from ui.charts.frame import Frame
from ui.look.axis import elided
from ui.look.style import INNER, OUTER, marker, theme


def paint_totals(painter: QPainter, data: ChartData, frame: Frame) -> None:
    """Paint the strips of `data`, and the record's own total as a labelled rule."""
    if not data.totals:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(frame.plot)
    if data.record_total is not None:
        area.setTop(area.top() + _record_rule(painter, data, frame))
    height = min(area.height() / len(data.totals), 96 * theme().scale * frame.emphasis)
    for row, total in enumerate(data.totals):
        _strip(painter, data, frame, total, area.top() + row * height, height)


def _record_rule(painter: QPainter, data: ChartData, frame: Frame) -> float:
    """Paint the record's total; returns the height of its label."""
    if data.record_total is None:
        return 0.0
    name, value = data.record_total
    figure = exact_number(value)
    if unit_named(data.unit).is_money:
        figure = money(figure)
    font = theme().font("note", emphasis=frame.emphasis)
    metrics = QFontMetricsF(font)
    text = f"{name}: {figure}"
    x = frame.across(value)
    size = metrics.horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(QColor(theme().colours.ink))
    left = max(min(x - size / 2, frame.plot.right() - size), frame.plot.left())
    painter.drawText(QPointF(left, frame.plot.top() + metrics.ascent()), text)
    below = metrics.height() + theme().length(2)
    rule = QRectF(round(x), frame.plot.top() + below, 1, frame.plot.height() - below)
    painter.fillRect(rule, QColor(theme().colours.ink))
    return below + theme().length(2)


def _strip(
    painter: QPainter, data: ChartData, frame: Frame, total: Total, top: float, height: float
) -> None:
    colours, scale = theme().colours, theme().scale * frame.emphasis
    colour = colours.scenario(total.letter)
    font = theme().font("note", emphasis=frame.emphasis)
    figures = theme().font("note", bold=True, emphasis=frame.emphasis)
    metrics, bold = QFontMetricsF(font), QFontMetricsF(figures)
    baseline = top + metrics.ascent() + theme().length(2)
    middle = min(baseline + metrics.descent() + 11 * scale, top + height - 6 * scale)
    style = total_style(data, total)
    value = style.figure(total.p50)
    spread = f"  {style.range(total.p10, total.p90)}"
    size = bold.horizontalAdvance(value) + metrics.horizontalAdvance(spread)
    right = frame.plot.right()
    room = right - frame.plot.left() - size - 10 * scale
    name = elided(f"{total.letter} {total.title}".strip(), room, metrics.horizontalAdvance)
    if len(name) < len("A Name"):
        name = total.letter
    painter.setFont(font)
    colour_of_name = colours.scenario_text(total.letter)
    _on_paper(painter, name, QPointF(frame.plot.left(), baseline), metrics, colour_of_name)
    at = QPointF(right - metrics.horizontalAdvance(spread), baseline)
    _on_paper(painter, spread, at, metrics, colours.muted)
    painter.setFont(figures)
    _on_paper(painter, value, QPointF(right - size, baseline), bold, colours.ink)
    if not all(math.isfinite(n) for n in (total.p10, total.p50)):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for low, high, half, share in (
        (total.p10, total.p90, 4.0, OUTER),
        (total.p25, total.p75, 6.0, INNER),
    ):
        start, end = frame.across(low), frame.across(high)
        painter.setBrush(QColor(colours.tint(colour, share)))
        painter.drawRect(QRectF(start, middle - half * scale, end - start, 2 * half * scale))
    centre = QPointF(frame.across(total.p50), middle)
    painter.setBrush(QColor(colours.paper))
    painter.drawPath(marker(total.letter, centre, 12 * scale))
    painter.setBrush(QColor(colour))
    painter.drawPath(marker(total.letter, centre, 9 * scale))


def _on_paper(
    painter: QPainter, text: str, at: QPointF, metrics: QFontMetricsF, colour: str
) -> None:
    """Paint text on a patch of paper, so that the record's rule does not run through it."""
    size = metrics.horizontalAdvance(text)
    patch = QRectF(at.x() - 1, at.y() - metrics.ascent(), size + 2, metrics.height())
    painter.fillRect(patch, QColor(theme().colours.paper))
    painter.setPen(QColor(colour))
    painter.drawText(at, text)

"""What stands still behind a fan: grid, tick labels, the published record, today."""

from __future__ import annotations

from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from modeller.base.dates import short_month
from modeller.base.language import translate
from ui.charts.chart_data import ChartData
from ui.charts.frame import Frame
from ui.look.axis import week_ticks
from ui.look.style import theme

TODAY = 0.5  # between the last week of the record and the first projected one


def paint_backdrop(painter: QPainter, data: ChartData, frame: Frame, width: float) -> None:
    """Paint it all; the canvas keeps the picture until something in it changes."""
    painter.setFont(theme().font("note", emphasis=frame.emphasis))
    if data.view == "total":
        _value_axis_below(painter, frame, width)
        return
    _grid(painter, frame)
    _weeks(painter, data, frame, width)
    if data.record_weeks.size:
        _today(painter, frame, width)
        _record(painter, data, frame)


def _rule(painter: QPainter, colour: str, area: QRectF) -> None:
    """A hairline on whole pixels."""
    painter.fillRect(
        QRectF(
            round(area.left()),
            round(area.top()),
            max(1, round(area.width())),
            max(1, round(area.height())),
        ),
        QColor(colour),
    )


def _grid(painter: QPainter, frame: Frame) -> None:
    colours = theme().colours
    metrics = QFontMetricsF(painter.font())
    rise = (metrics.ascent() - metrics.descent()) / 2
    for value, label in zip(frame.ticks.values, frame.labels, strict=True):
        y = float(frame.y(value))
        colour = colours.hairline if value else colours.control
        _rule(painter, colour, QRectF(frame.plot.left(), y, frame.plot.width(), 1))
        painter.setPen(QColor(colours.muted))
        x = frame.plot.left() - theme().length(8) - metrics.horizontalAdvance(label)
        painter.drawText(QPointF(x, round(y) + rise), label)


def _weeks(painter: QPainter, data: ChartData, frame: Frame, width: float) -> None:
    """Projected weeks by number; the record by the month in which it begins."""
    colours, length = theme().colours, theme().length
    metrics = QFontMetricsF(painter.font())
    y = frame.plot.bottom() + length(6) + metrics.ascent()
    painter.setPen(QColor(colours.muted))
    first = data.dates(int(data.first_week))[0]
    month = f"{short_month(first)} {first.year}" if data.record_weeks.size else ""
    # The month gives way when even one week has no room beside it.
    for text in dict.fromkeys((month, "")):
        start = frame.plot.left() + metrics.horizontalAdvance(text) + length(8) if text else 0.0
        for weeks in week_ticks(data.last_week):
            labels = _placed(frame, metrics, weeks, start, width)
            if not labels:
                continue
            if text:
                painter.drawText(QPointF(frame.plot.left(), y), text)
            for x, left, label in labels:
                painter.drawText(QPointF(left, y), label)
                _rule(painter, colours.control, QRectF(x, frame.plot.bottom(), 1, length(3)))
            return


def _placed(
    frame: Frame, metrics: QFontMetricsF, weeks: tuple[int, ...], start: float, width: float
) -> list[tuple[float, float, str]]:
    """Tick, left edge and text of each label; nothing where two of them would touch."""
    labels: list[tuple[float, float, str]] = []
    for i, week in enumerate(weeks):
        text = translate("Chart", "week {week}", week=week) if i == 0 else f"{week}"
        size = metrics.horizontalAdvance(text)
        x = float(frame.x(week))
        left = min(x - size / 2, width - size)
        if left < start:
            return []
        labels.append((x, left, text))
        start = left + size + theme().length(10)
    return labels


def _today(painter: QPainter, frame: Frame, width: float) -> None:
    colours = theme().colours
    metrics = QFontMetricsF(painter.font())
    x = float(frame.x(TODAY))
    top = frame.plot.top() - theme().length(2)
    _rule(painter, colours.control, QRectF(x, top, 1, frame.plot.bottom() - top))
    today = translate("Chart", "today")
    size = metrics.horizontalAdvance(today)
    left = min(max(x - size / 2, 0.0), width - size)
    painter.setPen(QColor(colours.muted))
    painter.drawText(QPointF(left, top - metrics.descent()), today)


def _record(painter: QPainter, data: ChartData, frame: Frame) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(frame.plot.adjusted(0, -2, 2, 2))
    pen = QPen(QColor(theme().colours.ink), 1.25 * theme().scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(arrayToQPolygonF(frame.x(data.record_weeks), frame.y(data.record_values)))
    painter.restore()


def _value_axis_below(painter: QPainter, frame: Frame, width: float) -> None:
    """Totals lie across, so their axis is the lower edge, with ticks and no grid."""
    colours, length = theme().colours, theme().length
    metrics = QFontMetricsF(painter.font())
    bottom = frame.plot.bottom()
    _rule(painter, colours.control, QRectF(frame.plot.left(), bottom, frame.plot.width(), 1))
    painter.setPen(QColor(colours.muted))
    for value, label in zip(frame.ticks.values, frame.labels, strict=True):
        x = frame.across(value)
        _rule(painter, colours.control, QRectF(x, bottom, 1, length(3)))
        size = metrics.horizontalAdvance(label)
        left = min(max(x - size / 2, 0.0), width - size)
        painter.drawText(QPointF(left, bottom + length(6) + metrics.ascent()), label)

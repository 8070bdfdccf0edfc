"""What stands still behind a fan: grid, months, the published record and its end, today."""

from __future__ import annotations

from datetime import date

from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from modeller.base.dates import MONTH_STEPS, in_short, month_ticks, short_date, short_month
from modeller.base.language import translate
from ui.charts.chart_data import ChartData
from ui.charts.frame import Frame
from ui.look.style import theme

QUARTER = 3  # months: labels closer together than this may leave out the year
RECORD_ENDS = 0.5  # between the last week of the record and the first projected one


def paint_backdrop(painter: QPainter, data: ChartData, frame: Frame, width: float) -> None:
    """Paint everything behind the fan; the canvas keeps the picture until something changes."""
    painter.setFont(theme().font("note", emphasis=frame.emphasis))
    if data.view == "total":
        _value_axis_below(painter, frame, width)
        return
    _grid(painter, frame)
    _months(painter, data, frame, width)
    _said_above(painter, data, frame)
    if data.record_weeks.size:
        _record(painter, data, frame)
    elif data.first_week < 1:
        _no_record(painter, frame)


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
        x = frame.plot.left() - theme().length(6) - metrics.horizontalAdvance(label)
        painter.drawText(QPointF(x, round(y) + rise), label)


def _months(painter: QPainter, data: ChartData, frame: Frame, width: float) -> None:
    """The months that begin on the axis, as many as there is room to name."""
    colours, length = theme().colours, theme().length
    metrics = QFontMetricsF(painter.font())
    y = frame.plot.bottom() + length(5) + metrics.ascent()
    painter.setPen(QColor(colours.muted))
    for x, left, label in month_labels(data, frame, metrics, width):
        painter.drawText(QPointF(left, y), label)
        _rule(painter, colours.control, QRectF(x, frame.plot.bottom(), 1, length(4)))


def month_labels(
    data: ChartData, frame: Frame, metrics: QFontMetricsF, width: float
) -> list[tuple[float, float, str]]:
    """Tick, left edge and text of the months on the axis; the closest that do not touch.

    Months close together go without their year, which the record's end on the same axis states.
    """
    first, last = data.dates(int(data.first_week))[0], data.dates(int(data.last_week))[1]
    found: list[tuple[float, float, str]] = []
    for step in MONTH_STEPS:
        months = list(month_ticks(first, last, step))
        ways = [months]
        if step <= QUARTER and data.first_week < 1 and len(months) * step <= 2 * 12:
            ways.append([(day, short_month(day)) for day, _ in months])
        for way in ways:
            found = _placed(data, frame, metrics, way, width)
            if found:
                return found
    return found


def _placed(
    data: ChartData,
    frame: Frame,
    metrics: QFontMetricsF,
    months: list[tuple[date, str]],
    width: float,
) -> list[tuple[float, float, str]]:
    """Where the months stand; nothing if two of them would touch."""
    placed: list[tuple[float, float, str]] = []
    free, plot = 0.0, frame.plot
    for day, text in months:
        x, size = float(frame.x(data.week_of(day))), metrics.horizontalAdvance(text)
        if not plot.left() - 1 <= x <= plot.right() + 1:
            continue
        left = min(max(x - size / 2, 0.0), width - size)
        if placed and left < free:
            return []
        placed.append((x, left, text))
        free = left + size + theme().length(6)
    return placed


def _said_above(painter: QPainter, data: ChartData, frame: Frame) -> None:
    """Where the record ends and, where it falls inside the axis, today: rules and words."""
    plot, metrics = frame.plot, QFontMetricsF(painter.font())
    colours = theme().colours
    top = plot.top() + frame.headroom
    today = _todays_place(data, frame)
    if data.first_week < 1:
        x = float(frame.x(RECORD_ENDS))
        _rule(painter, colours.control, QRectF(x, top, 1, plot.bottom() - top))
    painter.setPen(QColor(colours.muted))
    for left, text in _words_above(data, frame, metrics, today):
        painter.drawText(QPointF(left, plot.top() + metrics.ascent()), text)
    if today is not None:
        pen = QPen(QColor(colours.control), 1)
        pen.setDashPattern([1.0, 3.0])
        painter.setPen(pen)
        middle = round(today) + 0.5
        painter.drawLine(QPointF(middle, top), QPointF(middle, plot.bottom()))


def _todays_place(data: ChartData, frame: Frame) -> float | None:
    if data.today is None or data.today <= data.record_end:
        return None
    week = data.week_of(data.today)
    return float(frame.x(week)) if data.first_week <= week <= data.last_week else None


def _words_above(
    data: ChartData, frame: Frame, metrics: QFontMetricsF, today: float | None
) -> list[tuple[float, str]]:
    """Left edge and text of what is said of the record's end and of today, as there is room.

    The record's end comes first; where there is too little room for both, today has only its rule.
    """
    width, plot, gap = metrics.horizontalAdvance, frame.plot, theme().length(8)
    ends: list[str] = []
    if data.first_week < 1:
        day = short_date(data.record_known_to or data.record_end)
        ends = [
            translate("Chart", "record ends {day} · projection", day=day),
            translate("Chart", "record ends {day}", day=day),
            translate("Chart", "ends {day}", day=day),
        ]
    now: list[str] = []
    if today is not None and data.today is not None:
        now = [
            translate("Chart", "today, {day}", day=in_short(data.today)),
            translate("Chart", "today"),
        ]
    for end in ends or [""]:
        for here in (*now, ""):
            if not (end or here):
                continue
            right = plot.right()
            if here and today is not None:
                # in the middle over its rule, or as far to the right as it still begins there
                least = plot.left() + (width(end) + gap if end else 0.0)
                right = min(max(today - width(here) / 2, least), right - width(here))
                if not least <= right <= today:
                    continue
            free = right - gap if here else right
            if end and width(end) > free - plot.left():
                continue
            if here == "" and now and end != ends[-1]:
                continue  # fewer words with today marked are better than more without it
            x = float(frame.x(RECORD_ENDS)) - width(ends[1]) / 2 if end else 0.0
            placed = [(min(max(x, plot.left()), free - width(end)), end)] if end else []
            return [*placed, (right, here)] if here else placed
    return []


def _record(painter: QPainter, data: ChartData, frame: Frame) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(frame.plot.adjusted(0, -2, 2, 2))
    pen = QPen(QColor(theme().colours.ink), 1.25 * theme().scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(arrayToQPolygonF(frame.x(data.record_weeks), frame.y(data.record_values)))
    painter.restore()


def _no_record(painter: QPainter, frame: Frame) -> None:
    """Say, where other charts have their record, that this outcome is not in it."""
    metrics = QFontMetricsF(painter.font())
    room = float(frame.x(RECORD_ENDS)) - frame.plot.left()
    for text in (translate("Chart", "not in the record"), translate("Chart", "no record")):
        if metrics.horizontalAdvance(text) < room:
            left = frame.plot.left() + (room - metrics.horizontalAdvance(text)) / 2
            painter.setPen(QColor(theme().colours.muted))
            painter.drawText(QPointF(left, frame.plot.bottom() - theme().length(6)), text)
            return


def _value_axis_below(painter: QPainter, frame: Frame, width: float) -> None:
    """Totals run from left to right, so their axis is the lower edge, with ticks and no grid."""
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

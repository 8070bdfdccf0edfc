"""A record as a picture: its weeks, the part the model is calibrated on, and its blemishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from modeller.base.dates import short_date
from modeller.base.language import translate
from modeller.evidence import Blemish, Record
from modeller.model.catalogue import Catalogue
from modeller.wording import axis_labels, exact_number
from ui.analysis.graphic import Graphic, legend, rise
from ui.look.axis import nice_ticks
from ui.look.running_text import plain_tip
from ui.look.style import theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class Weeks:
    """What is drawn of a record.

    Attributes
    ----------
    record
        Every week from its first to its last.
    calibrated_from
        The Monday from which the figures are counted as they are today.
    blemishes
        Its known faults, in the order of their numbers in the picture.
    """

    record: Record
    calibrated_from: date
    blemishes: tuple[Blemish, ...]

    @property
    def arrests(self) -> NDArray[np.int64]:
        """Arrests in each week, shape (weeks,)."""
        return self.record.arrests

    def place(self, day: date) -> int:
        """Which of the weeks, counted from 0, a day lies in; it may be outside the record."""
        first: date = self.record.week_starting[0].astype(object)
        return (day - first).days // 7


def blemish_words(number: int, blemish: Blemish) -> str:
    """One blemish in a line: its number in the picture, its weeks, the fault, what was done."""
    words: dict[str, Any] = {
        "number": number,
        "what": translate("Evidence", blemish.what),
        "treatment": translate("Evidence", blemish.treatment),
    }
    first = short_date(blemish.week_starting)
    if blemish.until is None:
        return translate(
            "Records", "{number} · week of {first}: {what} {treatment}", first=first, **words
        )
    return translate(
        "Records",
        "{number} · weeks of {first} to {last}: {what} {treatment}",
        first=first,
        last=short_date(blemish.until),
        **words,
    )


class RecordPicture(Graphic[Weeks]):
    """A bar of arrests for every week; by arrow keys or pointer it tells what a week counted."""

    def __init__(self, declared: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("record-picture", declared, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot = QRectF()
        self.week = -1

    def minimumSizeHint(self) -> QSize:
        """Low: it is a single row of bars."""
        return QSize(theme().length(320), theme().length(170))

    def set_weeks(self, weeks: Weeks) -> None:
        """Show another record."""
        self.week = len(weeks.record) - 1
        self.setAccessibleName(translate("Records", "The record as a picture"))
        self.setAccessibleDescription(
            translate(
                "Records",
                "Arrests a week from {first} to {last}; %n known blemish(es) marked.",
                n=len(weeks.blemishes),
                first=short_date(weeks.record.first_day),
                last=short_date(weeks.record.last_known_day),
            )
        )
        self.show_found(weeks)

    def week_words(self, place: int) -> str:
        """What a week counted."""
        assert self.found is not None
        record = self.found.record
        words = translate(
            "Records",
            "Week of {day}: {deployments} deployments, {faces} faces, {true} true and {false} "
            "false alerts, {arrests} arrests.",
            day=short_date(record.week_starting[place].astype(object)),
            deployments=exact_number(int(record.deployments[place])),
            faces=exact_number(int(record.faces_scanned[place])),
            true=exact_number(int(record.true_alerts[place])),
            false=exact_number(int(record.false_alerts[place])),
            arrests=exact_number(int(record.arrests[place])),
        )
        marked = [
            blemish_words(number, blemish)
            for number, blemish in enumerate(self.found.blemishes, start=1)
            if place in self._span(blemish)
        ]
        return " ".join((words, *marked))

    def _span(self, blemish: Blemish) -> range:
        assert self.found is not None
        first = self.found.place(blemish.week_starting)
        return range(first, self.found.place(blemish.until or blemish.week_starting) + 1)

    def draw(self, painter: QPainter, area: QRectF, found: Weeks) -> None:
        """Bars, years below, the earlier part muted, blemishes numbered above."""
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        line = metrics.height()
        values = found.arrests
        ticks = nice_ticks(max(float(values.max()), 1.0), whole=True)
        labels = axis_labels(ticks)
        left = area.left() + max(map(metrics.horizontalAdvance, labels)) + length(8)
        plot = QRectF(
            left, area.top() + 2.4 * line, area.right() - left, area.height() - 4.0 * line
        )
        if area == QRectF(self.rect()):
            self._plot = plot
        legend(
            painter,
            area,
            translate(
                "Records",
                "arrests a week · pale: counted or set otherwise than today · number: a known "
                "blemish",
            ),
        )
        for value, label in zip(ticks, labels, strict=True):
            y = round(plot.bottom() - value / ticks[-1] * plot.height())
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), QColor(colours.hairline))
            painter.setPen(QColor(colours.muted))
            x = plot.left() - length(6) - metrics.horizontalAdvance(label)
            painter.drawText(QPointF(x, y + rise(metrics)), label)
        width = plot.width() / len(values)
        since = found.place(found.calibrated_from)
        strong, pale = QColor(colours.accent), QColor(colours.tint(colours.accent, 0.45))
        for place, value in enumerate(values.tolist()):
            height = value / ticks[-1] * plot.height()
            bar = QRectF(
                plot.left() + place * width, plot.bottom() - height, max(width - 1, 1.0), height
            )
            painter.fillRect(bar, pale if place < since else strong)
        self._years(painter, found, plot, metrics)
        self._marks(painter, found.blemishes, plot, metrics)
        if self.hasFocus() and 0 <= self.week < len(values):
            x = plot.left() + (self.week + 0.5) * width
            painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), QColor(colours.ink))

    @staticmethod
    def _years(painter: QPainter, weeks: Weeks, plot: QRectF, metrics: QFontMetricsF) -> None:
        colours, length = theme().colours, theme().length
        count, y = len(weeks.record), plot.bottom() + length(4) + metrics.ascent()
        free = -1e9
        for year in range(weeks.record.first_day.year, weeks.record.last_day.year + 1):
            place = max(weeks.place(date(year, 1, 1)), 0)
            x = plot.left() + place / count * plot.width()
            painter.setPen(QColor(colours.muted))
            if x > free:
                painter.drawText(QPointF(x, y), str(year))
                free = x + metrics.horizontalAdvance("0000 ")
            if place:
                painter.fillRect(QRectF(x, plot.bottom(), 1, length(5)), QColor(colours.control))
        ends = translate(
            "Records", "record ends {day}", day=short_date(weeks.record.last_known_day)
        )
        x = plot.right() - metrics.horizontalAdvance(ends)
        if x > free:
            painter.setPen(QColor(colours.ink))
            painter.drawText(QPointF(x, y), ends)

    def _marks(
        self,
        painter: QPainter,
        blemishes: Sequence[Blemish],
        plot: QRectF,
        metrics: QFontMetricsF,
    ) -> None:
        assert self.found is not None
        colours, length = theme().colours, theme().length
        width = plot.width() / len(self.found.record)
        for number, blemish in enumerate(blemishes, start=1):
            span = self._span(blemish)
            left = plot.left() + max(span.start, 0) * width
            right = plot.left() + span.stop * width
            mark = QRectF(left, plot.top() - length(4), max(right - left, length(3)), length(3))
            painter.fillRect(mark, QColor(colours.problem))
            painter.setPen(QColor(colours.problem))
            text = str(number)
            place = QPointF(
                mark.center().x() - metrics.horizontalAdvance(text) / 2,
                plot.top() - length(8),
            )
            painter.drawText(place, text)

    # ---- asking a week

    def _week_at(self, x: float) -> int | None:
        if self.found is None or not self._plot.left() <= x < self._plot.right():
            return None
        count = len(self.found.record)
        return min(int((x - self._plot.left()) / self._plot.width() * count), count - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from week to week by the arrow keys, and say what each counted."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.found is None:
            super().keyPressEvent(event)
            return
        self.week = min(max(self.week + step, 0), len(self.found.record) - 1)
        words = self.week_words(self.week)
        self.setAccessibleDescription(words)
        QToolTip.showText(self.mapToGlobal(self._plot.center().toPoint()), plain_tip(words), self)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show what a week counted, beside the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._week_at(event.pos().x())
            words = "" if place is None else self.week_words(place)
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

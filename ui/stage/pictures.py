"""The large charts of the stage: an outcome over the weeks, or figures with ranges."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from modeller.wording.story import Ranges
from ui.charts.canvas import Canvas
from ui.charts.chart_data import ChartData
from ui.charts.chart_words import describe
from ui.charts.ranges import paint_ranges
from ui.look import accessibility
from ui.look.axis import elided
from ui.look.style import SIZES, theme

_NOTE = 17.0
"""Pixels of a chart's smallest letters, on a stage of the size it is designed for."""


_HEAD = 1.4
"""Lines of text that the quantity takes above a chart."""


class _Picture(QWidget):
    """A picture that scales with the stage."""

    accessible_role = accessibility.Role.Chart

    def __init__(self, parent: QWidget) -> None:
        accessibility.install()
        super().__init__(parent)
        self.unit = 1.0
        """Pixels to one in the stage's design."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def set_unit(self, unit: float) -> None:
        """Scale to a stage of another size."""
        self.unit = unit
        self.update()

    @property
    def emphasis(self) -> float:
        """How many times as large as a note's its letters are."""
        return _NOTE * self.unit / (SIZES["note"] * theme().scale)


class CourseView(_Picture):
    """A fan as in the window, its quantity above it, with lines and letters scaled to the stage."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("course")
        self.canvas = Canvas(self)
        self.canvas.hide()  # the canvas lays out and draws; this widget shows its picture

    def set_data(self, data: ChartData) -> None:
        """Show `data`."""
        self.canvas.set_data(data)
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(describe(data))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture with as many pixels as the screen has."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme().colours.paper))
        if not self.canvas.data.empty:
            ratio = self.devicePixelRatioF() * self.emphasis
            size = self.size().toSizeF() / self.emphasis
            pixels = QPixmap(self.size() * self.devicePixelRatioF())
            pixels.setDevicePixelRatio(ratio)
            pixels.fill(QColor(theme().colours.paper))
            inside = QPainter(pixels)
            inside.setFont(theme().font("note", bold=True))
            inside.setPen(QColor(theme().colours.ink))
            metrics = QFontMetricsF(inside.font())
            words = elided(self.canvas.data.subtitle, size.width(), metrics.horizontalAdvance)
            inside.drawText(QPointF(0, metrics.ascent()), words)
            head = _HEAD * metrics.height()
            self.canvas.draw(inside, QRectF(0, head, size.width(), size.height() - head))
            inside.end()
            pixels.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawPixmap(0, 0, pixels)
        painter.end()


class RangesView(_Picture):
    """Figures with their ranges."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ranges")
        self.picture: Ranges | None = None
        self.letter = "A"

    def set_picture(self, picture: Ranges, letter: str, spoken: str) -> None:
        """Show `picture`, in the colour of a scenario."""
        self.picture, self.letter = picture, letter
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Whatever room the stage leaves."""
        return QSize(400, 300)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, then the rows."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme().colours.paper))
        if self.picture is not None:
            area = QRectF(self.rect())
            paint_ranges(painter, self.picture, area, self.letter, emphasis=self.emphasis)
        painter.end()

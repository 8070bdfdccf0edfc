"""What the pictures of the analyses share: background, text colour, an axis, and copying."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from modeller.analysis.trade_off import round_levels
from modeller.base.contrast import contrast
from modeller.model.catalogue import Catalogue
from modeller.wording import axis_labels
from ui.charts.picture import svg
from ui.look import accessibility
from ui.look.axis import elided
from ui.look.style import theme

Shown = TypeVar("Shown")

MOST_TICKS = 5
_FINENESS = 2
_LEAST = QSize(640, 360)


class Graphic(QWidget, Generic[Shown]):
    """A result as a picture that paints itself; table and sentence serve those who cannot see it.

    Attributes
    ----------
    declared
        The catalogue, for labels and units.
    found
        What is shown; None, or nothing in it, leaves the paper empty.
    letters
        The letters of the scenarios that it is about.
    """

    accessible_role = accessibility.Role.Chart

    def __init__(self, name: str, declared: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self.setObjectName(name)
        self.declared = declared
        self.found: Shown | None = None
        self.letters = "A"
        self.waiting = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def show_found(self, found: Shown, letters: str = "A") -> None:
        """Show another result."""
        self.found, self.letters = found, letters
        self.updateGeometry()
        self.update()

    def wait(self, words: str) -> None:
        """Say in the place of a picture that it is being worked out; no words end that."""
        self.waiting = words
        self.update()

    def sizeHint(self) -> QSize:
        """What a dialog begins with."""
        return QSize(theme().length(480), theme().length(320))

    def minimumSizeHint(self) -> QSize:
        """As small as it can still be read."""
        return QSize(theme().length(260), theme().length(200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, and the picture on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme().colours.paper))
        self._draw(painter, QRectF(self.rect()))
        if self.waiting:
            painter.setFont(theme().font("title"))
            painter.setPen(QColor(theme().colours.ink))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.waiting)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme().colours.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("note"))
        if self.found:
            self.draw(painter, area, self.found)

    @abstractmethod
    def draw(self, painter: QPainter, area: QRectF, found: Shown) -> None:
        """Paint into `area`, on the screen or on a page; lines are smooth and the type is small."""

    # ---- copies

    def page(self, painter: QPainter, title: str, footer: str) -> None:
        """Title, picture and footer on paper, at the painter's origin."""
        size, margin = self.page_size(), theme().length(16)
        colours = theme().colours
        painter.fillRect(QRect(QPoint(0, 0), size), QColor(colours.paper))
        inside = QRectF(QPointF(0, 0), size.toSizeF()).adjusted(margin, margin, -margin, -margin)
        painter.setPen(QColor(colours.ink))
        painter.setFont(theme().font("title"))
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        head = painter.boundingRect(inside, wrapped, title)
        painter.drawText(inside, wrapped, title)
        painter.setFont(theme().font("note"))
        foot = painter.boundingRect(inside, wrapped, footer).height()
        painter.setPen(QColor(colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | wrapped, footer)
        top = head.bottom() + theme().length(8)
        bottom = inside.bottom() - foot - theme().length(8)
        self._draw(painter, QRectF(inside.left(), top, inside.width(), bottom - top))

    def page_size(self) -> QSize:
        """The page's size, never too small to read."""
        least = QSize(theme().length(_LEAST.width()), theme().length(_LEAST.height()))
        extra = theme().length(112)
        return self.size().expandedTo(least) + QSize(theme().length(32), extra)

    def image(self, title: str, footer: str) -> QImage:
        """The page as pixels, twice as fine as the screen's."""
        image = QImage(self.page_size() * _FINENESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_FINENESS)
        painter = QPainter(image)
        self.page(painter, title, footer)
        painter.end()
        return image

    def drawing(self, title: str, footer: str) -> bytes:
        """The page as SVG, with what it says for those who cannot see it."""
        words = f"{title} {footer}"
        return svg(self.page_size(), title, words, lambda on: self.page(on, title, footer))


class Across:
    """A value axis from left to right, with its ticks; it need not begin at zero."""

    def __init__(self, values: Sequence[float], left: float, right: float) -> None:
        low, high = min(values), max(values)
        if low == high:
            low, high = low - 0.5, high + 0.5
        self.low, self.high, self.left, self.right = low, high, left, right
        self.ticks = round_levels(low, high, MOST_TICKS)

    def at(self, value: float) -> float:
        """Where a value stands."""
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)

    def paint(self, painter: QPainter, top: float, bottom: float, unit: str) -> None:
        """Hairlines from top to bottom, labels under them."""
        colours = theme().colours
        metrics = QFontMetricsF(painter.font())
        free = -1e9
        for value, label in zip(self.ticks, axis_labels(self.ticks, unit), strict=True):
            x = round(self.at(value))
            painter.fillRect(QRectF(x, top, 1, bottom - top), QColor(colours.hairline))
            width = metrics.horizontalAdvance(label)
            if x - width / 2 < free:
                continue
            free = x + width / 2 + theme().length(8)
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(x - width / 2, bottom + metrics.ascent() + 3), label)


def rise(metrics: QFontMetricsF) -> float:
    """How far below the middle of a row its letters stand."""
    return (metrics.ascent() - metrics.descent()) / 2


def legend(painter: QPainter, area: QRectF, text: str) -> None:
    """What the marks mean, in the first line of `area`."""
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(theme().colours.muted))
    text = elided(text, area.width(), metrics.horizontalAdvance)
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), text)


def row_label(painter: QPainter, text: str, left: float, width: float, middle: float) -> None:
    """The name of a row, at the right end of its column."""
    metrics = QFontMetricsF(painter.font())
    text = elided(text, width, metrics.horizontalAdvance)
    painter.setPen(QColor(theme().colours.ink))
    x = left + width - metrics.horizontalAdvance(text)
    painter.drawText(QPointF(x, middle + rise(metrics)), text)


def legible(fill: str) -> str:
    """Ink or paper, whichever stands out more from `fill`."""
    colours = theme().colours
    return max((colours.ink, colours.paper), key=lambda each: contrast(each, fill))


def haloed(painter: QPainter, place: QPointF, text: str, ink: str) -> None:
    """Text on a patch of paper, so that lines do not run through it."""
    metrics = QFontMetricsF(painter.font())
    patch = QRectF(place.x() - 2, place.y() - metrics.ascent(),
                   metrics.horizontalAdvance(text) + 4, metrics.height())  # fmt: skip
    painter.fillRect(patch, QColor(theme().colours.paper))
    painter.setPen(QColor(ink))
    painter.drawText(place, text)

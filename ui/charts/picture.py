"""A chart as a picture for a page: larger than on the screen where that is small, no buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from modeller.base.language import translate
from ui.charts.canvas import Canvas
from ui.charts.chart_data import ChartData
from ui.charts.chart_words import describe
from ui.look.heading import Heading
from ui.look.style import theme

_MARGIN = 16
_SCALE = 2
_LEAST = QSize(608, 320)
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class Picture:
    """Heading, plot and foot of one chart, on paper; nothing of the window's state.

    Parameters
    ----------
    canvas
        The chart's plot on the screen.
    emphasis
        How much larger than elsewhere its letters are.
    """

    def __init__(self, canvas: Canvas, emphasis: float = 1.0) -> None:
        self._canvas = canvas
        data, length = canvas.data, theme().length
        self._margin = length(_MARGIN)
        # Never smaller than what is legible on a page.
        self._plot = QSize(
            max(canvas.width(), length(_LEAST.width())),
            max(canvas.height(), length(_LEAST.height())),
        )
        # not the heading on the screen, which may say that the chart is locked
        self._heading = Heading(None, emphasis)
        self._heading.set_text(data.title, data.subtitle, data.caution, data.mark)
        self._heading.keep_lines(max(1, len(self._heading.lines(self._plot.width()))))
        whole = (data.subtitle, f" · {data.mark}")
        self._marked = self._heading.shown_subtitle(self._plot.width()) == whole
        # a mark too long for the heading goes below the picture
        self._mark = "" if self._marked else data.mark
        self._foot = _foot(data)
        self._mark_height, foot = (self._height_of(text) for text in (self._mark, self._foot))
        self._footer = self._mark_height + foot + length(8)

    def _height_of(self, text: str) -> int:
        """Height of a note over the width of the plot."""
        note = QFontMetrics(theme().font("note"))
        room = QRect(0, 0, self._plot.width(), 10_000)
        return note.boundingRect(room, _WRAPPED, text).height() if text else 0

    def size(self) -> QSize:
        """Width and height in pixels of the design."""
        height = self._heading.height_needed() + self._plot.height() + self._footer
        return QSize(self._plot.width() + 2 * self._margin, height + 2 * self._margin)

    def paint(self, painter: QPainter) -> None:
        """Paint it at the painter's origin."""
        colours, size, margin = theme().colours, self.size(), self._margin
        width, head = self._plot.width(), self._heading.height_needed()
        painter.fillRect(QRect(QPoint(0, 0), size), QColor(colours.paper))
        self._heading.draw(painter, QRectF(margin, margin, width, head), marked=self._marked)
        self._canvas.draw(painter, QRectF(margin, margin + head, width, self._plot.height()))
        painter.setFont(theme().font("note"))
        foot = QRect(margin, size.height() - margin, width, 0)
        top = -self._footer + theme().length(8)
        painter.setPen(QColor(colours.ink))
        painter.drawText(foot.adjusted(0, top, 0, 0), _WRAPPED, self._mark)
        painter.setPen(QColor(colours.muted))
        painter.drawText(foot.adjusted(0, top + self._mark_height, 0, 0), _WRAPPED, self._foot)

    def image(self) -> QImage:
        """The picture as pixels, twice as fine as the screen's."""
        image = QImage(self.size() * _SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SCALE)
        painter = QPainter(image)
        self.paint(painter)
        painter.end()
        return image

    def png(self) -> bytes:
        """The picture as the content of a PNG file."""
        return png(self.image())

    def svg(self) -> bytes:
        """The drawing, with title and description, as the content of an SVG file."""
        data = self._canvas.data
        return svg(self.size(), data.title, describe(data), self.paint)


def _foot(data: ChartData) -> str:
    """What the picture shows, where it comes from, and what any hatching means."""
    if data.view == "total" or not data.beyond.any():
        return data.footer
    return f"{data.footer} · {translate('Charts', 'hatched: beyond anything tried')}"


def png(image: QImage) -> bytes:
    """An image as the content of a PNG file."""
    content = QBuffer()
    image.save(content, "PNG")  # type: ignore[call-overload]
    return bytes(content.data().data())


def svg(size: QSize, title: str, description: str, paint: Callable[[QPainter], object]) -> bytes:
    """What `paint` draws as the content of an SVG file."""
    from PySide6.QtSvg import QSvgGenerator

    content = QBuffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(content)
    drawing.setSize(size)
    drawing.setViewBox(QRect(QPoint(0, 0), size))
    drawing.setTitle(title)
    drawing.setDescription(description)
    painter = QPainter(drawing)
    paint(painter)
    painter.end()
    return bytes(content.data().data())

"""The labels at the ends of a chart's lines, each with its scenario's marker."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEngine, QPainter, QPen, QPixmap

from ui.charts.frame import Frame
from ui.look.axis import moved_apart
from ui.look.pixmaps import painted_pixmap
from ui.look.style import marker, theme


class EndLabels:
    """Where the labels stand; on a screen each is painted once, and moved."""

    def __init__(self) -> None:
        self._frame: Frame | None = None
        self._places: list[tuple[float, float]] = []
        self._look: tuple[object, ...] = ()
        self._pictures: dict[tuple[str, str], QPixmap] = {}

    def show(self, frame: Frame, ends: Sequence[float]) -> None:
        """Take over where the lines end, in the order of the frame's labels."""
        self._frame, self._places = frame, []
        if frame.ends:
            plot = frame.plot
            held = [min(max(y, plot.top()), plot.bottom()) for y in ends]
            places = moved_apart(held, frame.line, plot.top(), plot.bottom())
            self._places = list(zip(held, places, strict=True))

    def paint(self, painter: QPainter) -> None:
        """Paint them, and from each a hair line to its line's end."""
        frame = self._frame
        if frame is None or not self._places:
            return
        engine, length = painter.paintEngine(), theme().length
        as_pictures = engine.type() == QPaintEngine.Type.Raster
        right = frame.plot.right()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (letter, text), (wanted, place) in zip(frame.ends, self._places, strict=True):
            colour = QColor(theme().colours.scenario(letter))
            painter.setPen(QPen(colour, theme().scale))
            painter.drawLine(QLineF(right + 1, wanted, right + length(7), place))
            if as_pictures:
                picture = self._picture(letter, text, frame, painter.device().devicePixelRatio())
                ratio = picture.devicePixelRatio()
                top = round((place - picture.height() / ratio / 2) * ratio) / ratio
                painter.drawPixmap(QPointF(round(right * ratio) / ratio, top), picture)
            else:
                self._paint_one(painter, QPointF(right, place), letter, text, frame)

    @staticmethod
    def _metrics(frame: Frame) -> QFontMetricsF:
        return QFontMetricsF(theme().font("note", emphasis=frame.emphasis))

    def _picture(self, letter: str, text: str, frame: Frame, ratio: float) -> QPixmap:
        look = (ratio, theme().colours, theme().scale, frame.emphasis)
        if look != self._look:
            self._look, self._pictures = look, {}
        known = self._pictures.get((letter, text))
        if known is None:
            metrics, length = self._metrics(frame), theme().length
            size = QSizeF(
                metrics.horizontalAdvance(text) + length(20), max(metrics.height(), length(12))
            )
            middle = QPointF(0, round(size.height() * ratio) / ratio / 2)
            known = self._pictures[letter, text] = painted_pixmap(
                size, ratio, lambda inner: self._paint_one(inner, middle, letter, text, frame)
            )
        return known

    def _paint_one(
        self, painter: QPainter, place: QPointF, letter: str, text: str, frame: Frame
    ) -> None:
        """Marker and text to the right of `place`."""
        colours, length = theme().colours, theme().length
        metrics = self._metrics(frame)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.scenario(letter)))
        painter.drawPath(marker(letter, place + QPointF(length(10), 0), length(7)))
        painter.setFont(theme().font("note", emphasis=frame.emphasis))
        painter.setPen(QColor(colours.scenario_text(letter)))
        rise = (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(place + QPointF(length(17), rise), text)

"""One tile of the map: a borough or the fixed cameras, as it is painted, focused and spoken."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from modeller.base.language import translate
from modeller.profiles import Tile
from modeller.wording.by_place import share_words
from ui.charts.hatching import STEP, fill_shape_hatched
from ui.look import accessibility
from ui.look.pixmaps import painted_pixmap
from ui.look.style import theme
from ui.places.shades import Shade

PADDING, CORNER = 3, 4
_NARROWED = 78
"""Per cent of its width to which a font is drawn where a name is too long for its tile."""


class TileFace(NamedTuple):
    """What is shown on a tile, and what is said about it.

    Attributes
    ----------
    figure
        The number, in short form.
    lines
        Up to two more, below it.
    shade
        Its colours.
    hatched
        Whether so little is recorded here that the yields come from other places.
    about
        Yield, range and the number of deployments behind them, in words; the share is the tile's
        value.
    """

    figure: str
    lines: tuple[str, ...]
    shade: Shade
    hatched: bool
    about: str


def _inside(area: QRectF) -> QRectF:
    """The part of a tile that is written on."""
    side, length = theme().length(PADDING), theme().length
    return area.adjusted(side, length(3), -side, -2)


def _figure_line(inside: QRectF) -> tuple[float, QFontMetricsF, QFont]:
    """Where the number's line begins, below the name, and its metrics and font.

    In a low tile it is smaller, and comes before all else.
    """
    name = QFontMetricsF(theme().font("note")).height()
    font = theme().font("title", bold=True)
    metrics = QFontMetricsF(font)
    top, bottom = inside.top(), inside.bottom() + 2
    if top + name + metrics.height() > bottom:
        font = theme().font("note", bold=True)
        metrics = QFontMetricsF(font)
        top = min(top, bottom - name - metrics.height())
    return top + name, metrics, font


def least_height() -> int:
    """The height of a name and its number, both in the smallest type."""
    return ceil(2 * QFontMetricsF(theme().font("note")).height()) + 2


class TileWidget(QWidget):
    """A tile, whose keys go to the map.

    For assistive technology its value is its share of the deployments in per cent; it can be set.
    """

    accessible_role = accessibility.Role.Slider

    chosen = Signal()
    painted = Signal()
    pointed = Signal(bool)
    share_spoken = Signal(float)

    def __init__(self, tile: Tile, name: str, parent: QWidget) -> None:
        accessibility.install()
        super().__init__(parent)
        self.tile = tile
        self.name = name
        self.face: TileFace | None = None
        self.share = 0.0
        self.can_move = True
        self._selected = self._locked = self._giver = False
        self._ground = QPixmap()
        self._looks: tuple[object, ...] | None = None
        self.setObjectName(f"tile-{tile.key}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)

    def show_face(self, face: TileFace, share: float) -> None:
        """Show another number."""
        if share != self.share:
            self.share = share
            if self.hasFocus():
                event = QAccessibleValueChangeEvent(self, self.spoken_numbers()[0])
                QAccessible.updateAccessibility(event)
        if face == self.face:
            return
        if self.face is None or face.about != self.face.about:
            self.setAccessibleDescription(face.about)
        self.face = face
        self.update()

    def mark(self, *, selected: bool, locked: bool, giver: bool) -> None:
        """Say whether it is the chosen one, is locked, or is the one that the others gain from."""
        if (selected, locked, giver) == (self._selected, self._locked, self._giver):
            return
        self._selected, self._locked, self._giver = selected, locked, giver
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if selected else policy.ClickFocus)
        self.update()

    def name_for(self, full: str) -> None:
        """Give the tile the name that a screen reader says."""
        words = full
        if self._locked:
            words = translate("Places", "{place}, locked", place=full)
        elif self._giver:
            words = translate("Places", "{place}, supplies what others gain", place=full)
        if words != self.accessibleName():
            self.setAccessibleName(words)

    # ---- what assistive technology asks for

    def spoken_value(self) -> str:
        """The share with its unit."""
        return share_words(self.share)

    def spoken_numbers(self) -> tuple[float, float, float, float]:
        """Share of the deployments in per cent, from 0 to 100."""
        return round(100.0 * self.share, 1), 0.0, 100.0, 0.5

    def take_spoken(self, value: float) -> None:
        """A share from assistive technology."""
        if self.can_move:
            self.share_spoken.emit(min(max(value / 100.0, 0.0), 1.0))

    # ---- Qt's

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number over a kept picture of all that stays while a lever is dragged."""
        face, ratio = self.face, self.devicePixelRatioF()
        if face is None:
            return
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        marks = (self._selected, self._locked, self._giver, self.hasFocus())
        looks = (
            face[1:4], marks, area.getRect(), ratio, theme().colours, theme().font("note").key()
        )  # fmt: skip
        if looks != self._looks:
            size = QSizeF(self.size())
            self._ground = painted_pixmap(size, ratio, lambda each: self._draw_ground(each, area))
            self._looks = looks
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        self._write_figure(painter, area)
        self.painted.emit()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Paint into an area of the screen or of a picture."""
        self._draw_ground(painter, area)
        self._write_figure(painter, area)

    def _draw_ground(self, painter: QPainter, area: QRectF) -> None:
        """Everything but the number."""
        face, colours, length = self.face, theme().colours, theme().length
        assert face is not None
        corner = length(CORNER)
        outline = QPainterPath()
        outline.addRoundedRect(area, corner, corner)
        if face.hatched:
            ground, lines = face.shade.ground, face.shade.lines
            fill_shape_hatched(painter, outline, ground, lines, length(STEP))
        else:
            painter.fillPath(outline, QColor(face.shade.ground))
        ring = self._selected
        painter.setPen(QPen(QColor(colours.ink if ring else colours.hairline), 2.5 if ring else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        if self.hasFocus():
            painter.setPen(QPen(QColor(face.shade.ink), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), corner, corner)
        inside = _inside(area)
        self._write(painter, inside)
        if self._locked or self._giver:
            self._paint_mark(painter, inside)

    def _write(self, painter: QPainter, inside: QRectF) -> None:
        """Write the name above the number, and the lines below it that there is room for."""
        face, note = self.face, theme().font("note")
        assert face is not None
        top, large, _ = _figure_line(inside)
        metrics = QFontMetricsF(note)
        elide = Qt.TextElideMode.ElideRight
        marked = self._locked or self._giver
        narrow = QFont(note)
        narrow.setStretch(_NARROWED)
        painter.setPen(QColor(face.shade.ink))

        def write(text: str, room: float, top: float) -> float:
            font = note if metrics.horizontalAdvance(text) <= room else narrow
            measured = QFontMetricsF(font)
            if top + measured.height() <= inside.bottom() + 3:
                painter.setFont(font)
                shown = measured.elidedText(text, elide, room)
                painter.drawText(QPointF(inside.left(), top + measured.ascent()), shown)
            return top + measured.height()

        marks = metrics.horizontalAdvance("MM") if marked else 0.0
        write(self.name, inside.width() - marks, top - metrics.height())
        top += large.height()
        for text in face.lines:
            top = write(text, inside.width(), top)

    def _write_figure(self, painter: QPainter, area: QRectF) -> None:
        face, inside = self.face, _inside(area)
        assert face is not None
        top, large, font = _figure_line(inside)
        painter.setPen(QColor(face.shade.ink))
        painter.setFont(font)
        painter.drawText(QPointF(inside.left(), top + large.ascent()), face.figure)

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        """Draw a lock or an arrow pointing away, which not every font has."""
        face, length = self.face, theme().length
        assert face is not None
        pen = QPen(QColor(face.shade.ink), 1.5)
        painter.setPen(pen)
        right, top = area.right() - length(2), area.top() + length(3)
        if self._locked:
            body = QRectF(right - length(8), top + length(4), length(8), length(6))
            painter.fillRect(body, QColor(face.shade.ink))
            shackle = QRectF(body.left() + 1.5, top, body.width() - 3, length(8))
            painter.drawArc(shackle, 0, 180 * 16)
            return
        middle = top + length(5)
        tip, tail = QPointF(right, middle), QPointF(right - length(10), middle)
        painter.drawLine(tail, tip)
        for side in (-1, 1):
            painter.drawLine(tip, QPointF(right - length(4), middle + side * length(3)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button chooses the tile."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Have what is known of the tile said below the map."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Have it said no longer."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus chooses the tile."""
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take away the ring."""
        super().focusOutEvent(event)
        self.update()

"""Small round buttons with a drawn sign, large enough for a finger."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.look.style import TARGET, theme

Sign = Literal["minus", "plus", "help", "reset", "menu", "close", "window", "clock"]


class GlyphButton(QAbstractButton):
    """A button that shows one `sign`, in muted ink, or in full ink under the pointer.

    `name` is its tooltip and what a screen reader says. A `dotted` sign carries a dot, which says
    "changed"; pressing the button undoes the change.
    """

    def __init__(self, sign: Sign, name: str, parent: QWidget, *, dotted: bool = False) -> None:
        super().__init__(parent)
        self._sign: Sign = sign
        self._dotted = dotted
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme().follow(self._restyle)

    def _restyle(self) -> None:
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square just large enough for a finger."""
        return QSize(theme().length(TARGET), theme().length(TARGET))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Turn to full ink under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Turn back to muted ink."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign alone, with a frame only for the keyboard's focus."""
        colours = theme().colours
        scale = theme().scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if hot and not self._dotted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.raised))
            painter.drawEllipse(centre, self.width() / 2 - 1, self.height() / 2 - 1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = min(self.width(), self.height()) / 2 - 1.5
            painter.drawEllipse(centre, radius, radius)
        ink = colours.ink if hot or self.hasFocus() else colours.muted
        colour = QColor(ink if self.isEnabled() else colours.hairline)
        pen = QPen(colour, 1.4 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._sign == "help":
            painter.setPen(QPen(colour, scale))
            painter.drawEllipse(centre, 7 * scale, 7 * scale)
            font = theme().font("note")
            font.setPixelSize(max(1, round(11 * scale)))
            painter.setFont(font)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "?")
        elif self._sign == "menu":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for offset in (-5, 0, 5):
                painter.drawEllipse(centre + QPointF(offset * scale, 0), 1.5 * scale, 1.5 * scale)
        else:
            painter.drawPath(_sign_path(self._sign, centre, scale))
            if self._dotted:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.accent))
                painter.drawEllipse(centre, 2 * scale, 2 * scale)
        painter.end()


def _sign_path(sign: Sign, centre: QPointF, scale: float) -> QPainterPath:
    """Minus, plus, a cross, a window coming out of another, a clock, or an arrow turning back."""
    path = QPainterPath()
    arm = 4.5 * scale
    if sign in ("minus", "plus"):
        path.moveTo(centre - QPointF(arm, 0))
        path.lineTo(centre + QPointF(arm, 0))
        if sign == "plus":
            path.moveTo(centre - QPointF(0, arm))
            path.lineTo(centre + QPointF(0, arm))
        return path
    if sign == "close":
        for corner in (QPointF(arm, arm), QPointF(arm, -arm)):
            path.moveTo(centre - corner)
            path.lineTo(centre + corner)
        return path
    if sign == "window":
        path.addRect(QRectF(centre - QPointF(arm, 0), centre + QPointF(0, arm)))
        path.moveTo(centre + QPointF(0, -arm))
        path.lineTo(centre + QPointF(arm, -arm))
        path.lineTo(centre + QPointF(arm, 0))
        path.moveTo(centre + QPointF(arm, -arm))
        path.lineTo(centre + QPointF(0.5 * scale, -0.5 * scale))
        return path
    if sign == "clock":
        path.addEllipse(centre, 6 * scale, 6 * scale)
        path.moveTo(centre - QPointF(0, 3.5 * scale))
        path.lineTo(centre)
        path.lineTo(centre + QPointF(2.5 * scale, 1.5 * scale))
        return path
    circle = QRectF(centre.x() - arm, centre.y() - arm, 2 * arm, 2 * arm)
    path.arcMoveTo(circle, 150)
    start = path.currentPosition()
    path.arcTo(circle, 150, -290)
    path.moveTo(start + QPointF(-0.5 * scale, -3.2 * scale))
    path.lineTo(start)
    path.lineTo(start + QPointF(3.2 * scale, -0.4 * scale))
    return path

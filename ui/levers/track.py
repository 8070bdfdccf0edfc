"""The track of a lever: a slider painted as the design asks, in the lever's own unit."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from modeller.base.language import number_style, translate
from modeller.model.catalogue import Belief, Lever
from modeller.wording import evidence_range_words
from ui.levers.steps import snapped, stepped
from ui.levers.track_background import TrackBackground
from ui.look import accessibility
from ui.look.quantity import range_text, value_text
from ui.look.style import theme
from ui.look.wheel import takes_wheel

_LOG_POSITIONS = 1000
HEIGHT, HANDLE = 28, 7
RISE = 2
"""How far the groove lies above the widget's middle, to leave room for the tick below."""


class Track(QAbstractSlider):
    """Groove, handle, baseline tick, ghost of the last setting, hatching beyond the evidence.

    The value is a float in the catalogue's unit. `QAbstractSlider`'s own integer position
    follows it and says when it changes; what assistive technology reads is the value itself.

    Signals
    -------
    drag_started
        The handle was taken.
    value_changing
        The value during a drag.
    value_committed
        The value at the end of a drag, or after a key, the wheel or assistive technology.
    typing_started
        A digit was typed, or Enter (then the text is empty).
    help_asked, reset_asked
        F1 or "?", and Delete or Backspace.
    """

    drag_started = Signal()
    value_changing = Signal(float)
    value_committed = Signal(float)
    typing_started = Signal(str)
    help_asked = Signal()
    reset_asked = Signal()

    accessible_role = accessibility.Role.Slider

    def __init__(self, slider: Lever | Belief, parent: QWidget) -> None:
        super().__init__(parent)
        accessibility.install()
        self.slider = slider
        self._ground = TrackBackground()
        self._value = float(slider.baseline)
        self._ghost: float | None = None
        self._grip = 0.0
        self._held_key = False
        self._wheel = 0
        self._stops: tuple[float, ...] = ()
        self._following = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        if slider.scale == "log":
            self.setRange(0, _LOG_POSITIONS)
            self.setPageStep(_LOG_POSITIONS // 10)
        else:
            self._unit = 10**slider.decimals
            self.setRange(round(slider.minimum * self._unit), round(slider.maximum * self._unit))
            self.setSingleStep(max(1, round(slider.step * self._unit)))
            self.setPageStep(max(1, round(slider.page_step * self._unit)))
        self.valueChanged.connect(self._position_changed)
        theme().changed.connect(self._restyle)
        self._follow()

    @property
    def amount(self) -> float:
        """The value, in the catalogue's unit."""
        return self._value

    @property
    def ghost(self) -> float | None:
        """The value before the drag, while there is one."""
        return self._ghost

    def set_amount(self, value: float) -> None:
        """Show `value`; nothing is emitted."""
        self._value = value
        self._follow()

    def set_stops(self, stops: tuple[float, ...]) -> None:
        """Show the values of a schedule instead of a handle; with none, the handle again."""
        self._stops = stops
        self.update()

    def step(self, direction: int, *, page: bool = False) -> None:
        """Move one step up or down, as a key does."""
        if not self._stops:
            self._commit(stepped(self.slider, self._value, direction, page=page))

    # ---- where a value lies

    def _fraction(self, value: float) -> float:
        low, high = self.slider.minimum, self.slider.maximum
        value = min(max(value, low), high)
        if self.slider.scale == "log":
            return math.log(value / low) / math.log(high / low)
        return (value - low) / (high - low)

    def _value_at(self, x: float) -> float:
        left, width = self._groove()
        share = min(max((x - left) / width, 0.0), 1.0)
        low, high = self.slider.minimum, self.slider.maximum
        if self.slider.scale == "log":
            return snapped(self.slider, low * (high / low) ** share)
        return snapped(self.slider, low + share * (high - low))

    def _groove(self) -> tuple[float, float]:
        """Left end and width of the groove: the handle stays inside the widget at both ends."""
        margin = (HANDLE + 3) * theme().scale
        return margin, max(1.0, self.width() - 2 * margin)

    def x_of(self, value: float) -> float:
        """Where `value` lies, in pixels from the left."""
        left, width = self._groove()
        return left + width * self._fraction(value)

    def _beyond(self) -> tuple[tuple[float, float], ...]:
        """Parts of the range that lie beyond the evidence."""
        if self.slider.evidence is None:
            return ()
        low, high = self.slider.evidence
        ends = ((self.slider.minimum, low), (high, self.slider.maximum))
        return tuple((a, b) for a, b in ends if a < b)

    # ---- the integer position of QAbstractSlider

    def _follow(self) -> None:
        if self.slider.scale == "log":
            position = round(_LOG_POSITIONS * self._fraction(self._value))
        else:
            position = round(self._value * self._unit)
        self._following = True
        self.setValue(position)
        self._following = False
        self.update()

    def _position_changed(self, position: int) -> None:
        """Somebody else, such as a screen reader, moved the integer position."""
        if self._following:
            return
        if self._stops:
            self._follow()
            return
        if self.slider.scale == "log":
            low, high = self.slider.minimum, self.slider.maximum
            value = low * (high / low) ** (position / _LOG_POSITIONS)
        else:
            value = position / self._unit
        self._commit(snapped(self.slider, value))

    def spoken_value(self) -> str:
        """The value with its unit."""
        if self._stops:
            return range_text(self.slider, self._stops[0], self._stops[-1], " → ")
        return value_text(self.slider, self._value)

    def spoken_numbers(self) -> tuple[float, float, float, float]:
        """Value, least, most and step as they are read: shares in per cent."""
        slider = self.slider
        per = 100.0 if slider.counted_in.is_share else 1.0
        value, least, most, step = (
            _round(per * number)
            for number in (self._value, slider.minimum, slider.maximum, slider.step)
        )
        return value, least, most, step

    def take_spoken(self, value: float) -> None:
        """Take a value from assistive technology, at the nearest step."""
        per = 100.0 if self.slider.counted_in.is_share else 1.0
        within = min(max(value / per, self.slider.minimum), self.slider.maximum)
        if not self._stops:
            self._commit(snapped(self.slider, within))

    # ---- changes by the user

    def _change(self, value: float) -> None:
        if value != self._value:
            self.set_amount(value)
            self.value_changing.emit(value)

    def _commit(self, value: float) -> None:
        if value != self._value:
            self.set_amount(value)
            self.value_committed.emit(value)

    def _start_hold(self) -> None:
        self._ghost = self._value
        self.drag_started.emit()

    def _end_hold(self) -> None:
        """End the drag; the value is always emitted, since axes frozen at its start wait for it."""
        self._ghost = None
        self.setSliderDown(False)
        self.update()
        self.value_committed.emit(self._value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or bring it to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton or self._stops:
            event.ignore()
            return
        x, handle = event.position().x(), self.x_of(self._value)
        on_handle = abs(x - handle) <= (HANDLE + 3) * theme().scale
        self._grip = x - handle if on_handle else 0.0
        self.setSliderDown(True)
        self._start_hold()
        if not on_handle:
            self._change(self._value_at(x))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self._change(self._value_at(event.position().x() - self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self._end_hold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and +/− step, Page keys go further, Home and End go to the ends."""
        key, text = event.key(), event.text()
        keys = Qt.Key
        if key == keys.Key_Escape and self._ghost is not None:
            self._change(self._ghost)
            self._end_hold()
        elif text in ("+", "-", "=") or key in _STEPS or key in (keys.Key_Home, keys.Key_End):
            if not self._stops:  # a schedule has no single value to move; Enter opens its editor
                self._key_moves(self._key_target(key, text), repeats=event.isAutoRepeat())
        elif key in (keys.Key_Delete, keys.Key_Backspace):
            self.reset_asked.emit()
        elif key == keys.Key_F1 or text == "?":
            self.help_asked.emit()
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_F2):
            self.typing_started.emit("")
        elif text.isdigit() or (text and text in f".£{number_style().decimal}"):
            self.typing_started.emit(text)
        else:
            event.ignore()

    def _key_target(self, key: int, text: str) -> float:
        if key == Qt.Key.Key_Home:
            return self.slider.minimum
        if key == Qt.Key.Key_End:
            return self.slider.maximum
        direction, page = {"+": (1, False), "=": (1, False), "-": (-1, False)}.get(text) or _STEPS[
            Qt.Key(key)
        ]
        return stepped(self.slider, self._value, direction, page=page)

    def _key_moves(self, value: float, *, repeats: bool) -> None:
        """A key held down is one drag: it starts at the first repeat and ends at the release."""
        if not repeats:
            self._commit(value)
            return
        if not self._held_key:
            self._held_key = True
            self._start_hold()
        self._change(value)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The release of a key held down."""
        if self._held_key and not event.isAutoRepeat():
            self._held_key = False
            self._end_hold()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Treat a key held down as released, because the focus is gone before its release comes."""
        if self._held_key:
            self._held_key = False
            self._end_hold()
        self._wheel = 0
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step, if focused and the turn began here: scrolling the panel moves no lever."""
        if self._stops or not takes_wheel(self, event):
            event.ignore()
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / 120)
        self._wheel -= 120 * notches
        for _ in range(abs(notches)):
            self.step(1 if notches > 0 else -1)
        event.accept()

    # ---- painting and layout

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Tall enough for a finger."""
        return QSize(theme().length(200), theme().length(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The smallest at which it can still be used."""
        return QSize(theme().length(96), theme().length(HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Show the tooltip for the place: beyond the evidence, at the baseline or elsewhere."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def tip_at(self, x: float) -> str:
        """What the track says about the place `x`, in pixels from the left."""
        slider = self.slider
        near = 5 * theme().scale
        if abs(x - self.x_of(slider.baseline)) <= near:
            return translate(
                "Lever", "Baseline: {value}", value=value_text(slider, slider.baseline)
            )
        for low, high in self._beyond():
            if self.x_of(low) - near <= x <= self.x_of(high) + near:
                return self.beyond_text()
        values = range_text(slider, slider.minimum, slider.maximum)
        return translate("List", "{name}: {text}", name=slider.label, text=values)

    def beyond_text(self) -> str:
        """Why part of the track is hatched."""
        slider = self.slider
        if slider.evidence is None:
            return ""
        if isinstance(slider, Lever):
            return translate(
                "Lever", "Beyond the evidence. {note}", note=slider.evidence_note
            ).strip()
        return translate(
            "Lever",
            "Beyond the evidence ({range}).",
            range=evidence_range_words(slider),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from back to front: the still background, filled part, ghost, handle, focus."""
        colours, scale = theme().colours, theme().scale
        accent = QColor(colours.accent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = self._groove()
        middle = round(self.height() / 2 - RISE * scale)
        groove = QRectF(left, middle - 2 * scale, width, 4 * scale)
        tick = self.x_of(self.slider.baseline)
        beyond = tuple((self.x_of(low), self.x_of(high)) for low, high in self._beyond())
        self._ground.paint(painter, QSizeF(self.size()), groove, tick, beyond)
        if self._stops:
            self._paint_stops(painter, middle, accent)
            return
        handle = QPointF(self.x_of(self._value), middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        filled = QRectF(groove)
        filled.setRight(handle.x())
        painter.drawRoundedRect(filled, 2 * scale, 2 * scale)
        if self._ghost is not None and self._ghost != self._value:
            painter.setPen(QPen(QColor(colours.control), 1.5 * scale))
            painter.setBrush(QColor(colours.paper))
            painter.drawEllipse(QPointF(self.x_of(self._ghost), middle), 5 * scale, 5 * scale)
        painter.setPen(QPen(QColor(colours.paper), 2 * scale))
        painter.setBrush(accent)
        painter.drawEllipse(handle, (HANDLE + 1) * scale, (HANDLE + 1) * scale)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), 2 * scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(handle, (HANDLE + 2) * scale, (HANDLE + 2) * scale)

    def _paint_stops(self, painter: QPainter, middle: float, accent: QColor) -> None:
        scale = theme().scale
        painter.setPen(QPen(accent, 1.5 * scale))
        painter.setBrush(QColor(theme().colours.paper))
        for stop in self._stops:
            painter.drawEllipse(QPointF(self.x_of(stop), middle), 4 * scale, 4 * scale)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme().colours.ink), 2 * scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.rect()).adjusted(scale, scale, -scale, -scale)
            painter.drawRoundedRect(frame, 4 * scale, 4 * scale)


def _round(number: float) -> float:
    """Round to the digits that are shown: a screen reader should not say 46.668."""
    return round(number) if abs(number) >= 100 else float(f"{number:.3g}")


_STEPS: dict[Qt.Key, tuple[int, bool]] = {
    Qt.Key.Key_Right: (1, False),
    Qt.Key.Key_Up: (1, False),
    Qt.Key.Key_Left: (-1, False),
    Qt.Key.Key_Down: (-1, False),
    Qt.Key.Key_PageUp: (1, True),
    Qt.Key.Key_PageDown: (-1, True),
}

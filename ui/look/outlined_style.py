"""Qt's Fusion style with outlines that can be seen: its own vanish on dark paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QWidget,
)

_Part = QStyle.PrimitiveElement
_ROUND = _Part.PE_IndicatorRadioButton
_FRAMED = frozenset(
    {
        _Part.PE_IndicatorCheckBox,
        _Part.PE_IndicatorItemViewItemCheck,
        _Part.PE_IndicatorRadioButton,
        _Part.PE_FrameLineEdit,
        _Part.PE_PanelButtonCommand,
        _Part.PE_Frame,
    }
)
_COMBO = QStyle.ComplexControl.CC_ComboBox
_FRAMED_WHOLE = frozenset({_COMBO, QStyle.ComplexControl.CC_SpinBox})
_ARROWS = {
    _Part.PE_IndicatorArrowRight: 0.0,
    _Part.PE_IndicatorArrowDown: 90.0,
    _Part.PE_IndicatorArrowLeft: 180.0,
    _Part.PE_IndicatorArrowUp: 270.0,
}
"""Arrows, each with the angle by which it is turned from the one that points right."""
_COMBO_ARROW = QStyle.SubControl.SC_ComboBoxArrow
_CORNER = 2.0
_Metric = QStyle.PixelMetric
_INDICATORS = frozenset(
    {
        _Metric.PM_IndicatorWidth,
        _Metric.PM_IndicatorHeight,
        _Metric.PM_ExclusiveIndicatorWidth,
        _Metric.PM_ExclusiveIndicatorHeight,
    }
)


_Contents = QStyle.ContentsType
_PRESSED = frozenset(
    {
        _Contents.CT_PushButton,
        _Contents.CT_ToolButton,
        _Contents.CT_CheckBox,
        _Contents.CT_RadioButton,
        _Contents.CT_ComboBox,
        _Contents.CT_SpinBox,
        _Contents.CT_LineEdit,
        _Contents.CT_ItemViewItem,
        _Contents.CT_MenuItem,
    }
)


class OutlinedStyle(QProxyStyle):
    """Draws a second outline, in `QPalette.Dark`, around whatever can be filled in or pressed.

    `target` is the least side, in pixels, of what can be pressed. `indicator` is the side of a tick
    box and the width of a scroll bar, in pixels; the room left for them follows it, which a style
    sheet would not achieve.
    """

    def __init__(self) -> None:
        super().__init__("fusion")
        self.target = 24
        self.indicator = 14

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Make whatever can be pressed large enough for a finger."""
        # the widget may be None, whatever the stubs say
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind in _PRESSED:
            return found.expandedTo(QSize(self.target, self.target))
        return found

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """As in Fusion, except that tick boxes and scroll bars grow with the text."""
        if metric in _INDICATORS or metric == _Metric.PM_ScrollBarExtent:
            return self.indicator
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw as Fusion does, then the outline; but draw arrows, which would not grow, here."""
        if element in _ARROWS:
            self._draw_arrow(painter, option, QRectF(option.rect), _ARROWS[element])
            return
        super().drawPrimitive(element, option, painter, widget)
        if element not in _FRAMED or _has_no_frame(option, widget):
            return
        _outline(option, painter, round_=element == _ROUND)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw as Fusion does, then the outline."""
        super().drawComplexControl(control, option, painter, widget)
        if control in _FRAMED_WHOLE:
            _outline(option, painter)
        if control == _COMBO:
            # over Fusion's small arrow; the widget may be None, whatever the stubs say
            place = self.subControlRect(control, option, _COMBO_ARROW, widget)  # type: ignore[arg-type]
            self._draw_arrow(painter, option, QRectF(place), _ARROWS[_Part.PE_IndicatorArrowDown])

    def _draw_arrow(
        self, painter: QPainter, option: QStyleOption, place: QRectF, turned: float
    ) -> None:
        """Draw a triangle in the middle of `place`, half a tick box in size, turned clockwise."""
        half = min(self.indicator / 4, place.width() / 2, place.height() / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(place.center())
        painter.rotate(turned)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.ButtonText))
        corners = [QPointF(-half / 2, -half), QPointF(half / 2, 0.0), QPointF(-half / 2, half)]
        painter.drawPolygon(corners)
        painter.restore()


def _has_no_frame(option: QStyleOption, widget: QWidget | None) -> bool:
    if isinstance(option, QStyleOptionFrame):
        return option.lineWidth <= 0
    if isinstance(option, QStyleOptionButton):
        flat = QStyleOptionButton.ButtonFeature.Flat
        return bool(option.features & flat)
    return isinstance(widget, QComboBox)


def _outline(option: QStyleOption, painter: QPainter, *, round_: bool = False) -> None:
    state = option.state
    if state & QStyle.StateFlag.State_HasFocus:
        role = QPalette.ColorRole.Highlight  # two pixels in Fusion's own colour of focus
    elif state & QStyle.StateFlag.State_Enabled:
        role = QPalette.ColorRole.Dark
    else:
        role = QPalette.ColorRole.Mid
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(option.palette.color(role), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    if round_:
        painter.drawEllipse(frame)
    else:
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
    painter.restore()

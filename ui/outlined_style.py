"""Qt's Fusion style, with outlines that can be seen: its own vanish on dark paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
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
_FRAMED_WHOLE = frozenset({QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox})
_CORNER = 2.0


class OutlinedStyle(QProxyStyle):
    """Draws the outline of whatever can be filled in or pressed once more, in `QPalette.Dark`."""

    def __init__(self) -> None:
        super().__init__("fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """As Fusion, then the outline."""
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
        """As Fusion, then the outline."""
        super().drawComplexControl(control, option, painter, widget)
        if control in _FRAMED_WHOLE:
            _outline(option, painter)


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
        role = QPalette.ColorRole.Highlight  # Fusion's own colour of the focus, two pixels of it
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

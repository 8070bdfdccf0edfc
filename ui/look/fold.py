"""A fold: a button with a triangle, and under it what is shown when the fold is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.look.style import theme

_TARGET = 24


class Fold(QWidget):
    """A fold, closed at first; the button says in words what it opens, and keeps the focus.

    Signals
    -------
    turned
        The fold was opened or closed.
    """

    turned = Signal(bool)

    def __init__(
        self, name: str, text: str, inside: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.inside = inside
        self.button = QToolButton(self)
        self.button.setObjectName(f"{name}-button")
        self.button.setText(text)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.toggled.connect(self._turn)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(inside)
        theme().follow(self._restyle)
        self._turn(False)

    def set_open(self, opened: bool) -> None:
        """Open or close the fold."""
        self.button.setChecked(opened)

    def _turn(self, opened: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self.inside.setVisible(opened)
        self.turned.emit(opened)

    def _restyle(self) -> None:
        self._layout.setSpacing(theme().length(4))
        self.button.setMinimumHeight(theme().length(_TARGET))

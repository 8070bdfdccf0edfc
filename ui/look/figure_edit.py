"""A field for a figure: what is typed after a click into it takes the place of all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

_RETURNING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A menu or another window was in front: the field was entered before."""


class FigureEdit(QLineEdit):
    """Selects all when it is entered, and at a double click, since half a figure is no figure.

    Once it is entered, a click places the cursor. It can be the field of a spin box, whose words
    before and after the figure then stay.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._entered = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that the first digit replaces it."""
        super().focusInEvent(event)
        if event.reason() not in _RETURNING:
            self._select()
        self._entered = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select all even though the press that entered the field has placed the cursor."""
        super().mouseReleaseEvent(event)
        if self._entered and not self.hasSelectedText():
            self._select()
        self._entered = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select all, and not a word of it."""
        super().mouseDoubleClickEvent(event)
        self._select()

    def _select(self) -> None:
        box = self.parentWidget()
        if isinstance(box, QAbstractSpinBox):
            box.selectAll()
        else:
            self.selectAll()


def type_over(box: QAbstractSpinBox) -> None:
    """Have a click into a spin box select its figure."""
    field = FigureEdit()
    field.setObjectName("qt_spinbox_lineedit")  # which tells Qt that it has no name of its own
    box.setLineEdit(field)

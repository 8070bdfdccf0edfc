"""A lever's value as text that can be typed over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look.figure_edit import FigureEdit


class ValueEdit(FigureEdit):
    """The value as text that can be typed over; it looks like a label until it is entered.

    Signals
    -------
    typed
        Text that the user has finished typing.
    left
        Escape was pressed: the text is thrown away.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setProperty("quiet", True)
        self.setFrame(False)
        self.setTextMargins(0, 0, 0, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes, Escape throws away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typed.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field finishes what was typed; untouched text changes nothing."""
        super().focusOutEvent(event)
        if self.isModified():
            self.typed.emit(self.text())
        self.deselect()

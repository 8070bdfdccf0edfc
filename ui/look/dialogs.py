"""The dialogs of a window, one of each: made when first asked for, brought to the front later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QMargins, QObject, QRect, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QWidget

from ui.look.access_letters import letter_dialog
from ui.look.style import theme

FRAME = QMargins(4, 36, 4, 4)
"""The most that a desktop's frame takes; its size is known only once a window is shown."""

_Dialog = TypeVar("_Dialog", bound=QDialog)


def resize_within(window: QWidget, width: float, height: float) -> None:
    """Give a window a size, in the design's pixels, that stays on its screen, frame and all."""
    room = window.screen().availableGeometry().marginsRemoved(FRAME).size()
    window.resize(QSize(theme().length(width), theme().length(height)).boundedTo(room))


def as_dialog(column: QBoxLayout) -> None:
    """Give the column of a dialog its margins and gaps."""
    length = theme().length
    column.setContentsMargins(length(24), length(16), length(24), length(16))
    column.setSpacing(length(8))


class Dialogs(QObject):
    """Keeps one dialog of each name.

    Signals
    -------
    closed
        The window and its dialogs are closing: work that runs in them can stop.

    Parameters
    ----------
    window
        The widget that the dialogs belong to.
    """

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        self._open: dict[str, QDialog] = {}

    def __getitem__(self, name: str) -> QDialog:
        """The dialog of that name; KeyError when nobody has asked for it yet."""
        return self._open[name]

    def show(self, name: str, make: Callable[[QWidget], _Dialog]) -> _Dialog:
        """Show the dialog called `name` in front of the others; `make` is given its parent."""
        if name not in self._open:
            self._open[name] = make(self.window)
            letter_dialog(self._open[name])
            self._leave_levers_free(self._open[name])
        dialog = cast(_Dialog, self._open[name])
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _leave_levers_free(self, dialog: QDialog) -> None:
        """Place a dialog beside the levers, if it fits: it may answer while one is moved."""
        levers, window = self.window.findChild(QWidget, "levers"), self.window
        if levers is None or not levers.isVisible():
            return
        room = window.screen().availableGeometry()
        room.setLeft(levers.mapToGlobal(levers.rect().topRight()).x() + 1)
        place = QRect(room.topLeft(), dialog.size().grownBy(FRAME))
        if not room.contains(place):
            return
        place.moveCenter(window.frameGeometry().center())
        x = max(min(place.x(), room.right() + 1 - place.width()), room.left())
        y = max(min(place.y(), room.bottom() + 1 - place.height()), room.top())
        dialog.move(x, y)

    def close_all(self) -> None:
        """Close all dialogs, since the window is closing."""
        for dialog in self._open.values():
            dialog.close()
        self.closed.emit()

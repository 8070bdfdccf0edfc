"""The window's least size, taken from its layouts only once they have come to rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QLayout, QMainWindow


class LeastSize(QObject):
    """Keeps a window from being made smaller than its layouts need.

    Qt would enforce what they need at every step between two arrangements: with the strip already
    in two rows and the answer still in three lines, the window would grow, and stay so.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._take)
        layout = window.layout()
        assert layout is not None  # a main window has one of its own
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        window.installEventFilter(self)

    def forget(self) -> None:
        """Let the window take any size: the arrangement changes with it."""
        self._window.setMinimumSize(QSize(0, 0))
        self._rest.start()

    def _take(self) -> None:
        self._window.setMinimumSize(self._window.minimumSizeHint())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait for the end of the layouts' requests."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._rest.start()
        return False

"""A call that waits its turn in the window's queue: before the next painting, or right after it.

Qt paints when what waits in its queue has been seen to. A timer of no length comes after that: the
window would be painted twice for one movement, first the lever and then the charts.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_KIND = QEvent.Type(QEvent.registerEventType())
_MODEL = QEvent(_KIND)
"""What is posted are copies of it, which are Qt's own: when Qt deletes an event that was made in
Python, PySide looks for its Python half, and can find that of something that lay there before.
"""


class When(IntEnum):
    """Place in the queue; the window is painted at −1 (`Qt.EventPriority.LowEventPriority`)."""

    BEFORE_PAINTING = 1
    AFTER_PAINTING = -2
    LAST = -3


class QueuedCall(QObject):
    """Calls once, however often it is started before its turn."""

    def __init__(self, call: Callable[[], None], when: When, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = call
        self._when = when
        self._waits = False

    def start(self) -> None:
        """Join the queue, unless it waits there already."""
        if not self._waits:
            self._waits = True
            QCoreApplication.postEvent(self, _MODEL.clone(), self._when)

    def stop(self) -> None:
        """Leave the queue."""
        if self._waits:
            self._waits = False
            QCoreApplication.removePostedEvents(self, _KIND)

    def isActive(self) -> bool:
        """Whether it waits."""
        return self._waits

    def event(self, event: QEvent) -> bool:
        """Its turn has come."""
        if event.type() != _KIND:
            return super().event(event)
        if self._waits:
            self._waits = False
            self._call()
        return True

"""Calls put in the window's event queue: made just before the next painting, or just after it.

Qt paints once the events in its queue are handled. A timer of zero length fires after that, so the
window would be painted twice for one movement: first the lever, then the charts.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_KIND = QEvent.Type(QEvent.registerEventType())
_MODEL = QEvent(_KIND)
"""Qt is given copies of this event, which it owns.

When Qt deletes an event that was made in Python, PySide looks for the Python object at that
address, and may find one that was there earlier.
"""


class When(IntEnum):
    """Place in the queue; the window is painted at −1 (`Qt.EventPriority.LowEventPriority`)."""

    BEFORE_PAINTING = 1
    AFTER_PAINTING = -2
    LAST = -3


class QueuedCall(QObject):
    """Calls once, however often it has been started meanwhile."""

    def __init__(self, call: Callable[[], None], when: When, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = call
        self._when = when
        self._waits = False

    def start(self) -> None:
        """Queue the call, unless it is queued already."""
        if not self._waits:
            self._waits = True
            QCoreApplication.postEvent(self, _MODEL.clone(), self._when)

    def stop(self) -> None:
        """Cancel the call."""
        if self._waits:
            self._waits = False
            QCoreApplication.removePostedEvents(self, _KIND)

    def isActive(self) -> bool:
        """Whether the call is queued."""
        return self._waits

    def event(self, event: QEvent) -> bool:
        """Make the call."""
        if event.type() != _KIND:
            return super().event(event)
        if self._waits:
            self._waits = False
            self._call()
        return True

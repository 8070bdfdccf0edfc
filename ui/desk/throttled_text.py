"""Text while a lever is being dragged: a few pieces in each frame, after the charts.

Text costs more than pictures: it is worded, measured and laid out again. So while a handle is held,
each frame writes a few pieces; all are written when the handle is still for a moment, or is
released.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from ui.desk.event_queue import QueuedCall, When
from ui.desk.session import Session

STILL_MILLISECONDS = 80
TEXT_BUDGET = 0.0015
"""Seconds of a frame spent on text: with more, the next picture would be late."""
_LAID_OUT, _PAINTED = QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest
# layout twice: a scroll area answers the first by asking for that of its page
_TO_THE_SCREEN = (_LAID_OUT, _LAID_OUT, _PAINTED)


class ThrottledText(QObject):
    """Chooses which pieces of text to write next; one for a session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._parts: list[Callable[[], None]] = []
        self._wholes: list[Callable[[], None]] = []
        self._turn = 0
        self._next = QueuedCall(self._write_some, When.LAST, self)
        self._still = QTimer(self, singleShot=True, interval=STILL_MILLISECONDS)
        self._still.timeout.connect(self._write_all)
        session.results_changed.connect(self._results_changed)
        session.gesture_changed.connect(self._gesture_changed)

    @classmethod
    def of(cls, session: Session) -> ThrottledText:
        """The session's own."""
        return session.findChild(cls) or cls(session)

    def add(
        self, whole: Callable[[], None], parts: Sequence[Callable[[], None]] | None = None
    ) -> None:
        """Register text to be written.

        Parameters
        ----------
        whole
            Writes everything, when the handle is still.
        parts
            Each writes a part, in rotation. `whole` is the only part when None; when empty, the
            text waits until the handle is still.
        """
        self._wholes.append(whole)
        self._parts += [whole] if parts is None else parts

    def _results_changed(self) -> None:
        if self._session.dragging:
            self._next.start()
            self._still.start()

    def _gesture_changed(self, held: bool) -> None:
        if not held:
            self._write_all()

    def _write_some(self) -> None:
        """Write one part, or a few that are quick; the others follow next time.

        They are painted at once, so that the next painting is for the charts of the next move.
        """
        if not self._session.dragging:
            return
        began = perf_counter()
        for _ in self._parts:
            self._turn = (self._turn + 1) % len(self._parts)
            self._parts[self._turn]()
            if perf_counter() - began > TEXT_BUDGET:
                break
        for kind in _TO_THE_SCREEN:
            QCoreApplication.sendPostedEvents(None, kind)

    def _write_all(self) -> None:
        self._still.stop()
        self._next.stop()
        for write in self._wholes:
            write()

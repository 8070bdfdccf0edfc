"""How long changes take to reach the screen: the last few hundred, for Help ▸ Performance.

Each change costs two readings of the clock and one event.
"""

from __future__ import annotations

from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.charts.canvas import Canvas
from ui.desk.event_queue import QueuedCall, When
from ui.desk.session import Desk, Session

if TYPE_CHECKING:  # the map is made when it is first shown
    from ui.places.tile_map import TileMap

KEPT = 500
_GIVEN_UP_SECONDS = 5.0


class Latency(QObject):
    """Times each change of the selected scenario until a picture with its figures is painted.

    Parameters
    ----------
    picture
        A chart or the map, whose painting is timed; nothing is timed while it is hidden.

    Signals
    -------
    measured
        A change has reached the screen, after so many milliseconds.
    """

    measured = Signal(float)

    def __init__(
        self, session: Session, picture: Canvas | TileMap, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.milliseconds: deque[float] = deque(maxlen=KEPT)
        self._session = session
        self._picture = picture
        self._inputs = session.scenario.inputs_digest
        self._moved: float | None = None
        self._awaited = self._drawn = False
        self._seen = QueuedCall(self._painted, When.AFTER_PAINTING, self)
        session.desk_changed.connect(self._desk_changed)
        session.results_changed.connect(self._results_changed)
        picture.painted.connect(self._picture_painted)

    def _desk_changed(self, desk: Desk) -> None:
        inputs = desk.scenario.inputs_digest
        if inputs != self._inputs:
            self._inputs = inputs
            if not self._picture.isVisible():
                return
            if self._moved is None:  # of several changes in one frame the first has waited longest
                self._moved = perf_counter()
            self._seen.start()  # queued now, so that it comes right after this change is painted

    def _results_changed(self) -> None:
        self._awaited = self._moved is not None and self._picture.isVisible()

    def _picture_painted(self) -> None:
        """Wait for the picture to reach the screen."""
        if self._awaited:
            self._awaited, self._drawn = False, True
            self._seen.start()

    def _painted(self) -> None:
        if self._awaited:  # shown, but painted only after this: nothing else asked for painting
            self._seen.start()
        if self._moved is None or not self._drawn:
            return
        self._awaited = self._drawn = False
        seconds, self._moved = perf_counter() - self._moved, None
        if seconds < _GIVEN_UP_SECONDS:  # else asleep, or hidden
            self.milliseconds.append(1000.0 * seconds)
            self.measured.emit(1000.0 * seconds)

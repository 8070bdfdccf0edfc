"""How many draws a frame has time for while a lever moves: measured here, kept for a whole drag.

All of a scenario's draws if they fit into a frame beside the painting, otherwise the largest power
of two that does. The number is chosen when a handle is taken and stands until it is let go: bands
made of fewer draws lie a hundredth or two of their width elsewhere, and would jump.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

import numpy as np

FRAME = 0.016
"""Seconds between two frames of an ordinary screen."""
LEAST = 512
FIRST_GUESS = 2048
"""Draws used until something has been measured."""
_REST = 0.005
"""Seconds of a frame that painting and all else are taken to need, until they are measured."""
_KEPT = 48
_SPARE = 1.25
"""How much more must fit before the number is raised, so that it does not go up and down."""


class DrawBudget:
    """Measures what projections and frames take, and says how many draws there may be."""

    def __init__(self) -> None:
        self._costs: deque[float] = deque(maxlen=_KEPT)
        self._rests: deque[float] = deque(maxlen=_KEPT)
        self._at_once: deque[int] = deque(maxlen=_KEPT)
        self._each = 0.0
        self._spent, self._made = 0.0, 0
        self._room: float | None = None
        self._held: dict[tuple[int, int], int] = {}
        self._last: dict[tuple[int, int], int] = {}

    def begin(self) -> None:
        """Begin a drag: what has been measured so far decides its number of draws."""
        self._held.clear()
        self._spent, self._made = 0.0, 0
        self._room = self._fitting()

    def calibrate(self, weeks: int, few: tuple[int, float], many: tuple[int, float]) -> None:
        """Work out what any projection costs at least, from the draws and seconds of two of them.

        Without that, the time taken by few draws would suggest that more are dearer than they are.
        """
        slope = (many[1] - few[1]) / max(many[0] - few[0], 1)
        self._each = min(max(few[1] - slope * few[0], 0.0), few[1])
        self.projected(many[0], weeks, many[1])

    def projected(self, draws: int, weeks: int, seconds: float) -> None:
        """Note how long a live projection took."""
        self._costs.append(max(seconds - self._each, 0.1 * seconds) / (draws * weeks))
        self._spent += seconds
        self._made += 1

    def painted(self, milliseconds: float) -> None:
        """Note how long after it was made a change was on the screen."""
        if self._made:
            self._rests.append(max(milliseconds / 1e3 - self._spent, 0.0))
            self._at_once.append(self._made)
        self._spent, self._made = 0.0, 0

    def draws(self, wanted: int, weeks: int) -> int:
        """How many of the `wanted` draws of so many weeks fit a frame; one number for a drag."""
        found = self._held.get((wanted, weeks))
        if found is None:
            found = self._held[wanted, weeks] = self._chosen(wanted, weeks)
            self._last[wanted, weeks] = found
        return found

    def _fitting(self) -> float | None:
        """Draws times weeks that fit into a frame beside everything else in it."""
        if not self._costs:
            return None
        rest = float(np.median(self._rests)) if self._rests else _REST
        at_once = float(np.median(self._at_once)) if self._at_once else 1
        return max(FRAME - rest - at_once * self._each, 0.0) / (
            float(np.median(self._costs)) * at_once
        )

    def _chosen(self, wanted: int, weeks: int) -> int:
        room = self._fitting() if self._room is None else self._room
        if room is None:
            return min(FIRST_GUESS, wanted)
        last = self._last.get((wanted, weeks), wanted)
        fits = [
            draws
            for draws in _steps(wanted)
            if draws * weeks * (_SPARE if draws > last else 1.0) <= room
        ]
        return min(max(fits, default=LEAST), wanted)


def _steps(wanted: int) -> Iterable[int]:
    """The powers of two below what is wanted, then that itself."""
    draws = LEAST
    while draws < wanted:
        yield draws
        draws *= 2
    yield wanted

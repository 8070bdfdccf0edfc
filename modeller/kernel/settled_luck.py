"""The luck and the levels of the settled numbers, week by week, kept while they fit in memory.

They are kept because an analysis projects the same draws hundreds of times and changes neither.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats
from modeller.kernel.generated import Code, bound
from modeller.kernel.settled_source import BATCH
from modeller.kernel.threads import run_in_ranges
from modeller.model.sampling import stream_keys

EACH = 5 * BATCH
"""The number of draws that a thread takes at a time."""

_KEPT_BYTES = 192 * 2**20
_KEPT_LEVELS = 4
_AT_A_TIME = 13

Made = TypeVar("Made")


class Luck(NamedTuple):
    """The luck of a week: shares that are read, (rows, draws), and normals, (streams, draws)."""

    shares: Floats
    normals: Floats


class Weekly(Generic[Made]):
    """Something that is made week after week, and then kept if `keeps`.

    Parameters
    ----------
    make
        Called with consecutive weeks and the number of threads. What is kept is made for several
        weeks at a time, because handing work to a thread costs as much as a tenth of a week.
    """

    def __init__(self, make: Callable[[range, int | None], list[Made]], keeps: bool) -> None:
        self._make = make
        self._keeps = keeps
        self._lock = threading.Lock()
        self._kept: dict[int, Made] = {}

    def of(self, week: int, last: int, threads: int | None) -> Made:
        """That of a week. Weeks must be asked for in order, up to the `last`."""
        with self._lock:
            if week not in self._kept:
                if not self._keeps:
                    self._kept.clear()
                weeks = range(week, min(week + (_AT_A_TIME if self._keeps else 1), last + 1))
                self._kept.update(zip(weeks, self._make(weeks, threads), strict=True))
            return self._kept[week]


class Drawn:
    """The luck of the draws of one seed, and the levels made from it.

    Attributes
    ----------
    keeps
        Whether the luck of all weeks stays in memory.
    """

    def __init__(self, code: Code, seed: int, draws: int, keeps: bool) -> None:
        self._code, self._draws, self.keeps = code, draws, keeps
        source = code.settled
        self._keys = stream_keys(seed, source.streams)
        self._level_keys = stream_keys(seed, source.drift.streams)
        self.luck = Weekly(self._new_luck, keeps)
        self._lock = threading.Lock()
        self._levels: OrderedDict[bytes, Weekly[Floats]] = OrderedDict()

    def _new_luck(self, weeks: range, threads: int | None) -> list[Luck]:
        places = self._code.settled.share_places
        made = [self._room(places) for _ in weeks]
        self._fill(made, self._keys, places, weeks, threads)
        return made

    def _room(self, places: list[int]) -> Luck:
        rows = max(places, default=0) + 1
        return Luck(np.empty((rows, self._draws)), np.empty((len(places), self._draws)))

    def _fill(
        self, luck: list[Luck], keys: NDArray[np.uint64], places: list[int], weeks: range,
        threads: int | None,
    ) -> None:  # fmt: skip
        rows = np.array(places, np.int64)
        given = [(keys, rows, week, *one) for week, one in zip(weeks, luck, strict=True)]
        self._run("fill_luck", threads, *given)

    def _run(self, name: str, threads: int | None, *each: tuple[object, ...]) -> None:
        """Call a function for all draws, a range at a time, with each set of arguments in turn."""
        calls = [bound(self._code.functions[name], *given) for given in each]

        def run(_: int, first: int, last: int) -> None:
            for call in calls:
                call(first, last)

        run_in_ranges(run, self._draws, EACH, threads)

    def levels(self, read: Floats, figures: Floats, threads: int | None) -> Weekly[Floats]:
        """Each week's levels, (levels, draws), for the beliefs and departures that they `read`."""
        if not self.keeps:
            return self._new_levels(read, figures, threads)
        key = read.tobytes() + figures.tobytes()
        with self._lock:
            found = self._levels.get(key)
            if found is None:
                found = self._levels[key] = self._new_levels(read, figures, threads)
                if len(self._levels) > _KEPT_LEVELS:
                    self._levels.popitem(last=False)
            self._levels.move_to_end(key)
            return found

    def _new_levels(self, read: Floats, figures: Floats, threads: int | None) -> Weekly[Floats]:
        source = self._code.settled
        states = np.empty((len(source.drift.states), self._draws))
        places = source.drift.share_places
        room: list[Luck] = []

        def luck(weeks: range, threads: int | None) -> list[Luck]:
            """Fill the same memory each time: only the levels made from it are kept."""
            room.extend(self._room(places) for _ in weeks[len(room) :])
            self._fill(room[: len(weeks)], self._level_keys, places, weeks, threads)
            return room[: len(weeks)]

        (start,) = luck(range(1), threads)
        self._run("start_levels", threads, (read, figures, start, states))

        def make(weeks: range, threads: int | None) -> list[Floats]:
            made = [np.empty((len(source.levels), self._draws)) for _ in weeks]
            given = [
                (read, figures, one, states, levels)
                for one, levels in zip(luck(weeks, threads), made, strict=True)
            ]
            self._run("run_levels", threads, *given)
            return made

        return Weekly(make, self.keeps)


_lock = threading.Lock()
_drawn: list[tuple[tuple[Code, int, int], Drawn]] = []


def drawn(code: Code, seed: int, draws: int, weeks: int) -> Drawn:
    """The draws of a seed; the last ones asked for are kept."""
    source = code.settled
    places = *source.share_places, *source.drift.share_places
    rows = len(places) + max(source.share_places, default=0) + 2
    keeps = 8 * draws * (weeks + 1) * (rows + _KEPT_LEVELS * len(source.levels)) <= _KEPT_BYTES
    wanted = code, seed, draws
    with _lock:
        found = next((one for key, one in _drawn if key == wanted), None) if keeps else None
        if found is None:
            found = Drawn(code, seed, draws, keeps)
            if keeps:
                _drawn[:] = [(wanted, found)]
        return found

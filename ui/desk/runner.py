"""Projects what is on the desk: live while a lever is dragged, settled afterwards.

1. The desk changes; just before the window is next painted, the newest of all moves until then
   is projected.
2. The live projection of every scenario that changed is computed and shown: of the first draws
   while a lever is dragged, of all of them when it is still.
3. When no handle is held and nothing has moved for a while, one background run computes the
   settled projection of each scenario that has none yet. A run whose scenario has changed since
   is stopped, and its result dropped.

A scenario that cannot be projected, perhaps because its record is not here, holds up no other.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from modeller.base.errors import ModellerError
from modeller.projection import Projection, project
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from modeller.wording import Projected
from ui.desk.event_queue import QueuedCall, When
from ui.desk.session import Desk, Session, Slot

REST_MILLISECONDS = 150
_KEPT = 12

Preview = Callable[[Scenario, bool], Projected]
"""Makes a live projection; while a lever is dragged, of the first draws only."""


_Draws = tuple[str | None, int, int, int]
"""Record, seed, weeks and number: what the draws of a scenario are made from."""


def _draws_of(scenario: Scenario) -> _Draws:
    return scenario.record, scenario.seed, scenario.weeks, scenario.draws


class _Stopped(Exception):  # noqa: N818 - not an error: nobody is waiting for this run
    """Another run has taken this one's place."""


class Runner(QObject):
    """Keeps the session's results up to date."""

    progressed = Signal(float)
    settled = Signal()
    _finished = Signal(object, object)  # Scenario, Projection | Exception

    def __init__(self, session: Session, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preview = preview
        self._settled: OrderedDict[str, Projection] = OrderedDict()
        self._live: OrderedDict[tuple[str, bool], Projected] = OrderedDict()
        self._refused: set[str] = set()
        self._unsettled: set[str] = set()
        self._running: str | None = None
        self._stopped = self._still = False
        self._wanted: frozenset[str] = frozenset()
        self._draws: frozenset[_Draws] = frozenset()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="projection")
        self._coalesce = QueuedCall(self._show_live, When.BEFORE_PAINTING, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._settle)
        self._finished.connect(self._take)
        session.desk_changed.connect(self._desk_changed)
        session.gesture_changed.connect(self._gesture_changed)

    def start(self) -> None:
        """Project the desk as it stands."""
        self._desk_changed(self._session.desk)

    def stop(self) -> None:
        """Stop the background run and wait for it; call before the window is deleted."""
        self._stopped = True
        self._coalesce.stop()
        self._rest.stop()
        self._wanted = frozenset()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def is_settled(self) -> bool:
        """Whether every scenario on the desk that can be projected shows its settled projection."""
        digests = (slot.scenario.inputs_digest for slot in self._session.desk.slots)
        return all(digest in self._settled or digest in self._refused for digest in digests)

    def project(self, scenarios: Iterable[Scenario]) -> list[Projected]:
        """Projections to be compared with each other: all settled if all are there, or all live."""
        scenarios = list(scenarios)
        settled = [self._settled_or_none(scenario.inputs_digest) for scenario in scenarios]
        if all(settled):
            return [projection for projection in settled if projection is not None]
        return [self._live_of(scenario) for scenario in scenarios]

    def settled_of(self, slot: Slot) -> Projection | None:
        """The settled projection of a slot's scenario, if it is there."""
        return self._settled_or_none(slot.scenario.inputs_digest)

    def _settled_or_none(self, digest: str) -> Projection | None:
        found = self._settled.get(digest)
        if found is not None:
            self._settled.move_to_end(digest)  # what is asked for is kept
        return found

    def _desk_changed(self, desk: Desk) -> None:
        self._wanted = frozenset(slot.scenario.inputs_digest for slot in desk.slots)
        self._drop_draws(frozenset(_draws_of(slot.scenario) for slot in desk.slots))
        self._refused.clear()  # a record may have come meanwhile
        self._unsettled.clear()
        self._still = False
        self._coalesce.start()
        self._rest.start()

    def _drop_draws(self, wanted: frozenset[_Draws]) -> None:
        """Forget live projections made from other draws, since each keeps its draws in memory."""
        if wanted != self._draws:
            self._draws = wanted
            for key, known in list(self._live.items()):
                if _draws_of(known.scenario) not in wanted:
                    del self._live[key]

    def _show_live(self) -> None:
        """Show settled projections once all are settled; until then show live ones throughout.

        Live figures differ very slightly from settled ones, so the two kinds are never compared.
        """
        settled = self.is_settled
        results: dict[str, Projected] = {}
        for slot in self._session.desk.slots:
            digest = slot.scenario.inputs_digest
            if digest in self._refused:
                continue
            result: Projected | None
            try:
                result = self._settled_or_none(digest) if settled else self._live_of(slot.scenario)
            except ModellerError as error:
                self._refused.add(digest)
                self._session.failed.emit(error)
                continue
            if result is not None and self._session.results.get(slot.letter) is not result:
                results[slot.letter] = result
        if results:
            self._session.show(results)

    def _live_of(self, scenario: Scenario) -> Projected:
        """A live projection; of the first draws only while a lever is dragged."""
        moving = self._session.dragging and not self._still
        key = (scenario.inputs_digest, moving)
        known = self._live.get(key)
        if known is None:
            known = self._live[key] = self._preview(scenario, moving)
            while len(self._live) > _KEPT:
                self._live.popitem(last=False)
        self._live.move_to_end(key)
        return known

    def _gesture_changed(self, held: bool) -> None:
        """When the handle is released, project all draws again, and soon the settled projection."""
        if not held and not self._stopped:
            self._coalesce.start()
            self._rest.start()

    def forget_live(self, *, show: bool = True) -> None:
        """Make live projections anew, because a better way of making them is now available.

        Parameters
        ----------
        show
            Whether to do so at once; otherwise when they are next needed.
        """
        self._live.clear()
        if show:
            self._coalesce.start()

    def _settle(self) -> None:
        if self._session.dragging:
            if not self._rest.isActive():  # the handle is not moving
                self._still = True
                self._coalesce.start()
            return
        if self._running is not None:
            self._rest.start()
            return
        tried = self._refused | self._unsettled
        for slot in self._session.desk.slots:
            digest = slot.scenario.inputs_digest
            if self._settled_or_none(digest) is None and digest not in tried:
                self._running = digest
                self._pool.submit(self._run, slot.scenario, digest)
                return
        if self.is_settled:
            self._show_live()
        self.settled.emit()

    def _run(self, scenario: Scenario, digest: str) -> None:
        """In the background: no widget is touched here."""

        def progress(share: float) -> None:
            if digest not in self._wanted:
                raise _Stopped
            self.progressed.emit(share)

        try:
            declared = catalogue_for(scenario.record, scenario.profile)
            outcome: object = project(scenario, catalogue=declared, progress=progress)
        except Exception as error:  # it is shown, or raised again, on the window's own thread
            outcome = error
        self._finished.emit(scenario, outcome)

    def _take(self, scenario: Scenario, outcome: object) -> None:
        self._running = None
        if self._stopped:  # the call was in the queue when the window was deleted
            return
        if isinstance(outcome, Projection):
            digest = scenario.inputs_digest
            self._settled[digest] = outcome
            while len(self._settled) > _KEPT:
                self._settled.popitem(last=False)
            if self.is_settled:
                self._show_live()
            self._settle()
        elif isinstance(outcome, _Stopped):
            self._rest.start()
        else:
            assert isinstance(outcome, Exception)
            self._unsettled.add(scenario.inputs_digest)
            self._rest.start()  # the others' turn
            if not isinstance(outcome, ModellerError):
                raise outcome
            self._session.failed.emit(outcome)

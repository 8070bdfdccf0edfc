"""Replaying the last change: the charts go back to what they showed before, then forward again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

from modeller.scenario import Scenario
from modeller.wording import Projected
from ui.charts.chart_data import ChartData, Floats
from ui.charts.charts_panel import ChartsPanel
from ui.desk.session import Desk, Session

HOLD_MILLISECONDS = 700
MOVE_MILLISECONDS = 900


def blend(before: ChartData, after: ChartData, share: float) -> ChartData:
    """The chart data `share` of the way from one to the other; `after` where they do not match."""
    if share >= 1.0 or before.weeks.shape != after.weeks.shape or before.view != after.view:
        return after if share > 0.0 else before

    def between(name: str) -> Floats:
        old, new = getattr(before, name), getattr(after, name)
        return np.asarray(old + share * (new - old))

    drawn = None
    if before.drawn is not None and after.drawn is not None:
        drawn = np.asarray(before.drawn + share * (after.drawn - before.drawn))
    return replace(
        after,
        drawn=drawn,
        title=before.title if share < 0.5 else after.title,
        p10=between("p10"),
        p25=between("p25"),
        p50=between("p50"),
        p75=between("p75"),
        p90=between("p90"),
    )


class Replay(QObject):
    """Plays the last step of the undo stack; the desk itself stays as it is."""

    def __init__(
        self,
        session: Session,
        charts: ChartsPanel,
        project: Callable[[Iterable[Scenario]], list[Projected]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._charts = charts
        self._project = project
        self._pairs: dict[str, tuple[ChartData, ChartData]] = {}
        self.reduced_motion = False
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MILLISECONDS)
        self._move = QVariantAnimation(self)
        self._move.setStartValue(0.0)
        self._move.setEndValue(1.0)
        self._move.setDuration(MOVE_MILLISECONDS)
        self._move.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._hold.timeout.connect(self._begin_move)
        self._move.valueChanged.connect(self._draw)
        session.desk_changed.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether something is being played."""
        return bool(self._pairs)

    def play(self) -> None:
        """Show how things were before the last change, then move to how they are now."""
        before = self._session.before_last_change()
        if before is None or self._session.result is None:
            return
        self.stop()
        now = self._charts.all_data(self._session.desk, self._session.results)
        then = self._charts.all_data(before, self._results_of(before))
        self._pairs = {name: (then[name], now[name]) for name in now if name in then}
        self._charts.set_frozen(True)
        self._draw(0.0)
        self._hold.start()

    def stop(self) -> None:
        """Show how things are now."""
        self._hold.stop()
        self._move.stop()
        if self._pairs:
            self._pairs = {}
            self._charts.set_frozen(False)
            self._charts.refresh()  # newer figures may have arrived during the replay

    def _results_of(self, desk: Desk) -> dict[str, Projected]:
        results = self._project(slot.scenario for slot in desk.slots)
        return {slot.letter: result for slot, result in zip(desk.slots, results, strict=True)}

    def _begin_move(self) -> None:
        style = QApplication.style()
        still = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        if self.reduced_motion or still:
            self.stop()
        else:
            self._move.start()

    def _draw(self, share: float) -> None:
        for name, (before, after) in self._pairs.items():
            self._charts.charts[name].set_data(blend(before, after, share))
        if share >= 1.0 and self._move.state() == QVariantAnimation.State.Running:
            QTimer.singleShot(0, self.stop)

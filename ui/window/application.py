"""Starting the application: what the first paint needs, then what can wait for it.

1. The window is shown with its levers, the charts saying that they are being projected.
2. Once it is painted, the desk is projected with a few draws and the charts are drawn.
3. Once those are painted comes the rest: more draws, the machine code of the fast engine, work
   left behind by a crash, the tour.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from modeller import kernel
from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.base.paths import is_there
from modeller.base.user_folders import APPLICATION
from modeller.profiles import Profile, shipped_profile
from modeller.projection.live import LiveProjection
from modeller.scenario import Scenario
from modeller.scenario.file import load_profile_whole
from modeller.wording import Projected, subject_words
from modeller.wording.numbers import number
from ui.charts.lazy_qt import import_for_charts
from ui.desk.draw_budget import LEAST
from ui.desk.live_pool import LivePool
from ui.desk.runner import Runner
from ui.desk.session import Desk, Session, first_desk
from ui.desk.settings import Settings
from ui.desk.warm_up import WarmUp
from ui.files.autosave import Leftover, discard, find_leftovers
from ui.languages.language import Language, speak
from ui.look.notices import Choice, Notice
from ui.look.style import theme
from ui.window.crash import CrashGuard
from ui.window.main_window import MainWindow
from ui.window.signals import EndingSignals

if TYPE_CHECKING:
    from pyqtgraph.util.garbage_collector import GarbageCollector

FIRST_DRAWS = 256
"""Draws behind the very first charts: they halve the wait, and are replaced a moment later."""


DESKTOP_ENTRY = "policy-scenario-modeller"
"""Name of the icon and the desktop entry, by which a desktop knows whose window this is."""


class _Painted(QObject):
    """Announces, once, that a widget has been painted."""

    done = Signal()

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the first painting."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # the picture reaches the screen when this event is over
            QTimer.singleShot(0, self.done.emit)
        return False


class Application:
    """Creates everything that runs, in order."""

    def __init__(
        self,
        qt: QApplication,
        file: str | None = None,
        language: Language | None = None,
        *,
        profile: Profile,
    ) -> None:
        self.qt = qt
        self.charts_painted = False
        self.settings = Settings()
        speak(language or self.settings.language, qt)
        theme().set_text_scale(self.settings.text_scale)
        theme().set_mode(self.settings.mode)
        self.session = Session(first_desk(profile))
        self.live = LivePool(profile)
        self.runner = Runner(self.session, self._preview, self.session)
        self.window = MainWindow(self.session, self.runner, self.settings)
        self.guard = CrashGuard(
            self.window.autosave.write,
            lambda: self.session.scenario.fingerprint,
            self.window.banner.show_error,
            self.window,
        )
        for waiting in (self.window.headlines, self.window.top_bar.answer):
            waiting.set_complete(False)
        self.warming = WarmUp(self.window.top_bar.identity.activity.set_whole, self.session)
        self.guard.quit_asked.connect(qt.quit)
        self.guard.install()
        self.window.closed.connect(self.guard.uninstall)
        self._say_settings_set_aside()
        if file is not None:
            self._open(file)

    def end(self, number: int) -> None:
        """End because of a signal: keep the work, as after a crash, and quit without asking."""
        with contextlib.suppress(ModellerError):  # there is nobody left to tell about it
            self.window.autosave.write()
        self.qt.exit(128 + number)

    def _say_settings_set_aside(self) -> None:
        if self.settings.set_aside is not None:
            text = translate(
                "Start",
                "The settings could not be read: they are kept as {name}, and the defaults are "
                "used.",
                name=self.settings.set_aside.name,
            )
            self.window.banner.show_notice(Notice("note", text, key="settings", standing=True))

    def start(self) -> None:
        """Show the window; the rest follows piece by piece once it can be seen."""
        painted = _Painted(self.window)
        painted.done.connect(self.runner.start)
        self.session.results_changed.connect(self._first_results)
        self.window.show()

    def _first_results(self) -> None:
        self.session.results_changed.disconnect(self._first_results)
        self._say_first_figures()
        self.window.charts.charts["arrests"].canvas.painted.connect(self._first_painted)

    def _say_first_figures(self) -> None:
        """Say of how few futures the first figures are made, until better ones are shown."""
        first, activity = self.session.result, self.window.top_bar.identity.activity
        if not isinstance(first, LiveProjection) or first.draws_used == first.scenario.draws:
            return
        said = translate(
            "Window",
            "First figures, from {some} of {all} futures",
            some=number(first.draws_used, 1.0),
            all=number(first.scenario.draws, 1.0),
        )
        activity.set_whole(said)

        def followed() -> None:
            if self.session.result is first:
                return
            self.session.results_changed.disconnect(followed)
            if activity.whole == said:
                activity.set_whole("")

        self.session.results_changed.connect(followed)

    def _first_painted(self) -> None:
        self.window.charts.charts["arrests"].canvas.painted.disconnect(self._first_painted)
        # the picture reaches the screen when this event is over
        QTimer.singleShot(0, self._after_first_charts)

    def _preview(self, scenario: Scenario, moving: bool) -> Projected:
        """A live projection of what is on the screen; the rest is computed when it is read."""
        budget = self.window.draw_budget
        draws = budget.draws(scenario.draws, scenario.weeks) if moving else None
        if not self.charts_painted:
            draws = FIRST_DRAWS
        began = perf_counter()
        made = self._projected(scenario, draws)
        if moving and kernel.ready():
            budget.projected(made.draws_used, scenario.weeks, perf_counter() - began)
        return made

    def _projected(self, scenario: Scenario, draws: int | None) -> LiveProjection:
        charts = self.window.charts
        fans = self.window.beside.views(charts.wanted())
        return self.live.project(scenario, fans, fans, draws, charts.band)

    def _measure(self) -> None:
        """Make all draws before a lever is moved, and measure how long projecting them takes."""
        scenario = self.session.scenario
        if not kernel.ready():
            return
        with contextlib.suppress(ModellerError):  # the runner shows it in the banner
            everything = self._projected(scenario, None).draws_used  # they are made now, and kept
            few = min(LEAST, everything)
            taken: dict[int, list[float]] = {few: [], everything: []}
            for draws in (few, everything) * 3:
                began = perf_counter()
                self._projected(scenario, draws)
                taken[draws].append(perf_counter() - began)
            few_taken, all_taken = min(taken[few]), sorted(taken[everything])[1]
            self.window.draw_budget.calibrate(
                scenario.weeks, (few, few_taken), (everything, all_taken)
            )

    def _open(self, file: str) -> None:
        """Open a path, or a shipped scenario by its name, with only the baseline beside it."""
        session, files = self.session, self.window.files
        first = session.desk
        beside = first.slot(first.baseline)
        kept = {slot.document: session.file(slot) for slot in first.slots}
        session.open(Desk((beside,), beside.letter, beside.letter))
        is_path = is_there(file) or bool(Path(file).suffix)
        opened = files.open_path(file) if is_path else files.new(file)
        desk = session.desk if opened else first
        kept |= {slot.document: session.file(slot) for slot in desk.slots if opened} | {
            beside.document: kept[beside.document]
        }
        slots = tuple(sorted(desk.slots, key=lambda slot: slot.letter))
        known = {document: found for document, found in kept.items() if found is not None}
        session.open(replace(desk, slots=slots), known)

    def _after_first_charts(self) -> None:
        self.charts_painted = True
        self.runner.forget_live(show=False)  # the settled projections are still to come
        self.window.headlines.set_complete(True)
        self.window.top_bar.answer.set_complete(True)
        self.window.keeper.begin()
        self.window.levers.unfold_to_fit()
        self.warming.ready.connect(self.runner.forget_live)
        self.warming.ready.connect(self._measure)
        QTimer.singleShot(0, self.window, self._measure)
        self.warming.start()
        leftovers, damaged = find_leftovers(self.session.profile)
        if damaged is not None:
            self.window.banner.show_error(damaged)
        for leftover in leftovers:
            self._offer(leftover)
        if not self.settings.tour_seen and not leftovers:
            self.window.start_tour()

    def _offer(self, leftover: Leftover) -> None:
        titles = ", ".join(leftover.titles)
        restore = Choice(
            translate("Window", "Restore"), lambda: self.window.autosave.restore(leftover)
        )
        forget = Choice(translate("Window", "Discard"), lambda: discard(leftover))
        text = translate(
            "Window",
            "The modeller ended unexpectedly; unsaved work was kept: {titles}.",
            titles=titles,
        )
        self.window.banner.show_notice(Notice("question", text, (restore, forget)))


def run(
    file: str | None = None, language: Language | None = None, profile: str | None = None
) -> int:
    """Open the window, wait until it is closed, and return the exit status."""
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(sys.argv[:1])
    qt.setApplicationName(APPLICATION)
    qt.setDesktopFileName(DESKTOP_ENTRY)
    qt.setWindowIcon(QIcon(str(Path(__file__).parents[1] / "packaging" / f"{DESKTOP_ENTRY}.svg")))
    application = Application(
        qt,
        file,
        language,
        profile=shipped_profile() if profile is None else load_profile_whole(profile),
    )
    # the system puts this after every window's title, which then has the subject in it
    qt.setApplicationDisplayName(subject_words(application.session.profile))
    collectors: list[GarbageCollector] = []

    def collect() -> None:
        import_for_charts()
        from pyqtgraph.util.garbage_collector import GarbageCollector

        # Python may collect garbage in any thread, and might free a widget there: from now on it is
        # collected in the window's own thread.
        collectors.append(GarbageCollector())

    painted = _Painted(application.window)
    painted.done.connect(collect)
    painted.done.connect(application.window.keep_inside_screen)
    application.start()
    # What has been made by now is kept to the end. Examining it all takes a tenth of a second,
    # during which the window would freeze.
    application.warming.ready.connect(gc.freeze)
    signals = EndingSignals(application.session)
    signals.came.connect(application.end)
    status = qt.exec()
    signals.close()
    for collector in collectors:
        collector.timer.stop()
    return status

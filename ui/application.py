"""Starting the application: what the first paint needs, then what can wait for it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from modeller.errors import ModellerError
from modeller.live import Live
from modeller.scenario import Scenario
from modeller.wording import Projected
from ui.autosave import Leftover, discard, find_leftovers
from ui.crash import CrashGuard
from ui.main_window import MainWindow
from ui.notices import Choice, Notice
from ui.runner import Runner
from ui.session import Session, first_desk
from ui.settings import APPLICATION, Settings
from ui.style import theme
from ui.warming import Warming


class Application:
    """Everything that runs, in the order in which it is made."""

    def __init__(self, qt: QApplication, file: str | None = None) -> None:
        self.qt = qt
        self.settings = Settings()
        theme().set_text_scale(self.settings.text_scale)
        theme().set_mode(self.settings.mode)
        self.session = Session(first_desk())
        self.live = Live()
        self.runner = Runner(self.session, self._preview, self.session)
        self.window = MainWindow(self.session, self.runner, self.settings)
        self.guard = CrashGuard(
            self.window.autosave.write,
            lambda: self.session.scenario.fingerprint,
            self.window.banner.show_error,
            self.window,
        )
        self.warming = Warming(self.window.top_bar.activity.setText, self.session)
        self.guard.quit_asked.connect(qt.quit)
        self.guard.install()
        self.window.closed.connect(self.guard.uninstall)
        if file is not None:
            self._open(file)

    def start(self) -> None:
        """Show the window; the rest comes after its first paint."""
        self.window.show()
        self.runner.start()
        QTimer.singleShot(0, self._after_first_paint)

    def _preview(self, scenario: Scenario) -> Projected:
        """The live projection of what is on the screen; the rest is computed when it is read."""
        outcomes, views, band = self.window.charts.wanted()
        return self.live.project(scenario, outcomes, views, band=band)

    def _open(self, file: str) -> None:
        """A path, or the name of a shipped scenario."""
        files = self.window.files
        if Path(file).exists() or Path(file).suffix:
            files.open_path(file)
        else:
            try:
                files.new(file)
            except ModellerError as error:
                self.session.failed.emit(error)

    def _after_first_paint(self) -> None:
        self.warming.ready.connect(self.runner.forget_live)
        self.warming.start()
        leftovers, damaged = find_leftovers()
        if damaged is not None:
            self.window.banner.show_error(damaged)
        for leftover in leftovers:
            self._offer(leftover)
        if not self.settings.tour_seen and not leftovers:
            self.window.start_tour()

    def _offer(self, leftover: Leftover) -> None:
        titles = ", ".join(leftover.titles)
        restore = Choice("Restore", lambda: self.window.autosave.restore(leftover))
        forget = Choice("Discard", lambda: discard(leftover))
        text = f"The modeller ended unexpectedly; unsaved work was kept: {titles}."
        self.window.banner.show_notice(Notice("question", text, (restore, forget)))


def run(file: str | None = None) -> int:
    """Open the window and stay until it is closed; the answer is the exit status."""
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(sys.argv[:1])
    qt.setApplicationName(APPLICATION)
    qt.setApplicationDisplayName("Policy scenario modeller")
    application = Application(qt, file)
    application.start()
    return qt.exec()

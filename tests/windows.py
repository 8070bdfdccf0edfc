"""The whole window for a test: small projections, no machine code, answers to its dialogs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

import ui.window.application
from modeller.profiles import Profile
from modeller.scenario.file import load_scenario
from tests.met import MET
from ui.desk.session import Desk, new_slot
from ui.desk.settings import Settings
from ui.desk.warm_up import WarmUp
from ui.files.which_dialog import Chosen
from ui.languages.language import speak
from ui.levers.lever import LeverWidget
from ui.look.file_dialogs import SaveDialog
from ui.look.style import theme
from ui.window.application import Application

LEFT = Qt.MouseButton.LeftButton
WEEKS, DRAWS = 6, 128


def small(name: str):
    """A shipped scenario with few weeks and draws."""
    return load_scenario(name, profile=MET).scenario.replace(weeks=WEEKS, draws=DRAWS)


def small_desk(_profile: Profile = MET) -> Desk:
    slots = (new_slot("A", small("met-plan-2025")), new_slot("B", small("baseline")))
    return Desk(slots, selected="A", baseline="B")


class Answers:
    """Stands for the system's dialogs: what a user would choose."""

    def __init__(self) -> None:
        self.open: Path | None = None
        self.save: Path | None = None
        self.about_unsaved = "discard"
        self.about_which: Chosen | None = None
        self.asked: list[list[str]] = []

    def path_to_open(self, _folder):
        return self.open

    def path_to_save(self, _suggested, _kind="scenario"):
        return self.save

    def which(self, titles, _name, _room):
        self.asked.append(list(titles))
        return self.about_which

    def unsaved(self, titles, _why):
        self.asked.append(list(titles))
        return self.about_unsaved

    def changed_on_disk(self, _path):
        return "overwrite"


class ChosenPlace(SaveDialog):
    """Stands for the file dialogs of a panel: the place a user would choose."""

    def __init__(self) -> None:
        self.place: Path | None = None

    def path(self, _parent, _title, _suggested, _kinds, _others=()):
        return self.place

    def existing(self, _parent, _title, _kinds):
        return self.place


class Story:
    """An open window and the hands that use it."""

    def __init__(
        self, qtbot, monkeypatch, file: str | None = None, size=(1280, 800), language="en"
    ) -> None:
        self.qtbot = qtbot
        self.before = set(QApplication.topLevelWidgets())
        monkeypatch.setattr(ui.window.application, "first_desk", small_desk)
        monkeypatch.setattr(WarmUp, "start", lambda _self: None)
        settings = Settings()
        settings.tour_seen = True
        settings.sync()
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        self.application = Application(qt, file, language, profile=MET)
        self.window = self.application.window
        self.session = self.application.session
        self.runner = self.application.runner
        self.answers = Answers()
        self.window.files.saving.dialogs = self.answers  # type: ignore[assignment]
        self.window.resize(*size)
        self.application.start()
        qtbot.waitUntil(lambda: self.application.charts_painted, timeout=20_000)
        self.window.activateWindow()

    def settle(self) -> None:
        """Wait for the settled figures of everything on the desk, laid out."""
        self.qtbot.waitUntil(lambda: self.runner.is_settled, timeout=30_000)
        QApplication.processEvents()

    def shown(self) -> None:
        """Wait for figures that belong to what is set."""
        self.qtbot.waitUntil(self.is_shown, timeout=30_000)

    def is_shown(self) -> bool:
        result = self.session.result
        wanted = self.session.scenario.inputs_digest
        return result is not None and result.scenario.inputs_digest == wanted

    def lever(self, key: str) -> LeverWidget:
        """A lever, in sight."""
        lever = self.window.levers.reveal(key)
        QApplication.processEvents()
        return lever

    def place(self, lever: LeverWidget, value: float) -> QPoint:
        return QPoint(round(lever.track.x_of(value)), lever.track.height() // 2 - 2)

    def drag(self, key: str, *values: float) -> None:
        """Take the handle, lead it through values, let go."""
        lever = self.lever(key)
        self.qtbot.mousePress(lever.track, LEFT, pos=self.place(lever, lever.value()))
        for value in values:
            self.qtbot.mouseMove(lever.track, self.place(lever, value))
        self.qtbot.mouseRelease(lever.track, LEFT, pos=self.place(lever, values[-1]))

    def enter(self, key: str, text: str) -> None:
        """Type over a lever's value."""
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()
        lever = self.lever(key)
        self.qtbot.mouseClick(lever.value_edit, LEFT)
        self.qtbot.keyClicks(lever.value_edit, text)
        self.qtbot.keyClick(lever.value_edit, Qt.Key.Key_Return)

    def find(self, kind: Any, name: str) -> Any:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def close(self) -> None:
        """Close everything, and look that nothing is left behind."""
        self.answers.about_unsaved = "discard"
        for widget in QApplication.topLevelWidgets():
            if widget not in self.before and widget is not self.window and widget.isWindow():
                widget.close()
        self.window.close()
        # each lays out anew whatever there is
        if theme().text_scale != 1.0:
            theme().set_text_scale(1.0)
        if theme().mode != "system":
            theme().set_mode("system")
        speak("en", self.application.qt)
        self.session.deleteLater()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        left = [w for w in QApplication.topLevelWidgets() if w not in self.before]
        assert left == [], f"left behind: {left}"

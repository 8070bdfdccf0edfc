"""The actions of a monkey in the window, and what they choose from."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from benchmarks.soak.more_hands import DESK, MORE, TABLES
from benchmarks.soak.watching import Watch, pause
from modeller.profiles import shipped_profile
from modeller.records import folder
from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario, read_scenario, write_scenario
from tests.met import MET, catalogue
from ui.look.style import MODES, theme
from ui.window.application import Application

_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_NOBODY = Qt.KeyboardModifier.NoModifier
_NEVER = ("quit", "close-the-modeller")
"""Actions that would end the run."""
_KEYS = [
    Qt.Key(getattr(Qt.Key, f"Key_{name}"))
    for line in (
        "Left Right Up Down Home End PageUp PageDown Tab Backtab Return Enter Escape Space",
        "Delete Backspace F1 F2 F5 Menu Plus Minus 0 1 5 9 A Z",
    )
    for name in line.split()
]
_GARBAGE = (
    "", "0", "-1", "1e309", "nan", "inf", "9" * 400, "7.5", "50 %", "abc", "<b>bold</b>",
    "%s%n", "\u202edlrow", "é\u0301🏛", "a\tb", "'; --", "../..", "\u0000", "1,234.5", " 12 ",
)  # fmt: skip
_MOST_OPEN = 3
TEXT_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


class Hands:
    """Does random actions; each "hand" is one kind of action, and returns what it did.

    Parameters
    ----------
    folder
        Where files are opened and saved.
    watch
        Is told if a file does not contain what was saved in it.
    shared
        Whether other programs write to the same files, which may then have other content.

    Attributes
    ----------
    wanted
        The file with which the next question is answered; None for any.
    dice
        The random numbers, replaced before each action.
    hands
        The relative frequency of each hand, the name of its kind, and the hand.
    """

    def __init__(
        self,
        application: Application,
        folder: Path,
        watch: Watch,
        dice: random.Random,
        *,
        shared: bool = False,
    ) -> None:
        self.window, self.session = application.window, application.session
        self.folder = folder
        self.watch = watch
        self.dice = dice
        self.shared = shared
        self.wanted: Path | None = None
        self.hands: tuple[tuple[int, str, Callable[[], str]], ...] = (
            (14, "drag", self._drag),
            (12, "key", self._key),
            (8, "garbage", self._type),
            (14, "action", self._action),
            (14, "button", self._press),
            (6, "click", self._click),
            (3, "context menu", self._context_menu),
            (3, "choice", self._choose),
            (10, "undo", self._undo),
            (6, "strip", self._strip),
            (5, "file", self._file),
            (2, "somebody else", self._somebody_else),
            (1, "appearance", self._look),
            (3, "resize", self._resize),
            (12, "close", self._close_dialog),
            (2, "pause", self._pause),
            *((weight, kind, partial(hand, self)) for weight, kind, hand in MORE),
        )

    # ---- what they may choose from

    def some_path(self) -> Path | None:
        """A file that may exist or not, an impossible path, or none; or the one wanted."""
        if self.wanted is not None:
            return self.wanted
        if self.dice.random() < 0.15:
            return None
        name = self.dice.choice(
            ("a.scenario.json", "b.scenario.json", "c.json", "d", "none/e.scenario.json", "x" * 300,
             DESK, *TABLES)
        )  # fmt: skip
        return self.folder / name

    def records(self) -> Iterator[Path]:
        """The files of the user's records."""
        return folder(MET).glob("*.record.json")

    def garbage(self) -> str:
        """Random text."""
        return self.dice.choice(_GARBAGE)

    def actions(self) -> list[QAction]:
        return [
            action
            for action in self.window.findChildren(QAction)
            if action.objectName() and action.objectName() not in _NEVER
            and not action.isSeparator()
        ]  # fmt: skip

    def _place(self) -> QWidget:
        """The window or dialog that can be used now."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal
        others = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible()
        ]
        others.sort(key=lambda widget: (type(widget).__name__, widget.objectName()))
        if others and self.dice.random() < 0.4:
            return self.dice.choice(others)
        return self.window

    def _some(self, kind: type[QWidget] | tuple[type[QWidget], ...]) -> QWidget | None:
        kinds = kind if isinstance(kind, tuple) else (kind,)
        place = self._place()
        found = [
            widget
            for each in kinds
            for widget in place.findChildren(each)
            if widget.isVisible() and widget.isEnabled() and widget.objectName() not in _NEVER
        ]
        return self.dice.choice(found) if found else None

    # ---- the actions; each returns what it did

    def _drag(self) -> str:
        if self._place() is not self.window or self.window.stage.is_running:
            return "nothing"
        key = self.dice.choice(tuple(catalogue().sliders))
        lever = self.window.levers.reveal(key)
        QApplication.processEvents()
        track = lever.track
        places = [
            QPoint(self.dice.randrange(-20, track.width() + 20), track.height() // 2)
            for _ in range(self.dice.randrange(1, 6))
        ]
        QTest.mousePress(track, _LEFT, _NOBODY, places[0])
        for place in places:
            QTest.mouseMove(track, place)
            QApplication.processEvents()
        if self.dice.random() < 0.1:
            QTest.keyClick(track, Qt.Key.Key_Escape)
        QTest.mouseRelease(track, _LEFT, _NOBODY, places[-1])
        return key

    def _key(self) -> str:
        place = self._place()
        key = self.dice.choice(_KEYS)
        held = self.dice.choice(
            (_NOBODY,) * 6
            + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        )
        for _ in range(self.dice.randrange(1, 5)):
            target: QWidget | None = place.focusWidget()
            target = place if target is None else target
            if not target.isVisible():
                break
            QTest.keyClick(target, key, held)
        return f"{key.name} {held.name}"

    def _type(self) -> str:
        edit = self._some((QLineEdit, QPlainTextEdit))
        if edit is None:
            return "nothing"
        edit.setFocus()
        text = self.garbage()
        name = f"{text[:10]!r} in {edit.objectName()}"
        if isinstance(edit, QLineEdit):
            edit.selectAll()
        QTest.keyClicks(edit, "".join(c for c in text if ord(c) < 128 and c.isprintable()))
        if isinstance(edit, QLineEdit) and self.dice.random() < 0.5:
            edit.insert(text)
        QTest.keyClick(
            edit, self.dice.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape))
        )
        return name

    def _action(self) -> str:
        if QApplication.activeModalWidget() is not None:
            return "nothing"
        if sum(dialog.isVisible() for dialog in self.window.findChildren(QDialog)) >= _MOST_OPEN:
            return self._close_dialog()  # each of them computes again at every change
        enabled = [action for action in self.actions() if action.isEnabled()]
        action = self.dice.choice(enabled)
        name = action.objectName()
        action.trigger()
        return name

    def _press(self) -> str:
        button = self._some(QAbstractButton)
        if button is None:
            return "nothing"
        name = f"{type(button).__name__} {button.objectName()} in {button.window().objectName()}"
        QTest.mouseClick(button, _LEFT)
        return name

    def _anywhere(self) -> tuple[QWidget, QPoint] | None:
        widget = self._some(QWidget)
        if widget is None or widget.width() < 1 or widget.height() < 1:
            return None
        at = QPoint(self.dice.randrange(widget.width()), self.dice.randrange(widget.height()))
        return widget, at

    def _click(self) -> str:
        found = self._anywhere()
        if found is None:
            return "nothing"
        widget, at = found
        name = f"{type(widget).__name__} {widget.objectName()}"
        if self.dice.random() < 0.3:
            QTest.mouseDClick(widget, _LEFT, _NOBODY, at)
            with contextlib.suppress(RuntimeError):  # it may have been deleted
                QTest.mouseRelease(widget, _LEFT, _NOBODY, at)
        else:
            QTest.mouseClick(widget, self.dice.choice((_LEFT, _LEFT, _RIGHT)), _NOBODY, at)
        return name

    def _context_menu(self) -> str:
        if self._place() is not self.window:
            return "nothing"
        desk = self.session.desk
        menu = self.dice.choice(
            (
                lambda: self.window.strip.menu_for(self.dice.choice(desk.slots).letter),
                lambda: self.window.levers.menu_for(self.dice.choice(tuple(catalogue().sliders))),
                lambda: self.dice.choice(tuple(self.window.charts.charts.values())).menu(),
            )
        )()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.window.mapToGlobal(QPoint(200, 200)))
        return menu.accessibleName()

    def in_popup(self) -> str:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        name = f"{type(popup).__name__} {popup.objectName()}"
        if isinstance(popup, QMenu) and self.dice.random() < 0.5:
            actions = [
                action
                for action in popup.actions()
                if action.isEnabled() and action.menu() is None
                and action.objectName() not in _NEVER
            ]  # fmt: skip
            if actions:
                action = self.dice.choice(actions)
                name = f"{name} {action.objectName() or action.text()}"
                popup.close()
                action.trigger()
                return name
        QTest.keyClick(popup, self.dice.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape)))
        popup = QApplication.activePopupWidget()
        if popup is not None and self.dice.random() < 0.5:
            popup.close()
        return name

    def answer_menu(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            key = self.dice.choice((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Escape))
            QTest.keyClick(popup, key)
            if key != Qt.Key.Key_Escape and self.dice.random() < 0.3:
                QTest.keyClick(popup, Qt.Key.Key_Return)

    def _choose(self) -> str:
        box = self._some(QComboBox)
        if not isinstance(box, QComboBox) or not box.count():
            return "nothing"
        at = self.dice.randrange(box.count())
        box.setCurrentIndex(at)
        box.activated.emit(at)
        return f"{box.objectName()} {at}"

    def _undo(self) -> str:
        for _ in range(self.dice.randrange(1, 4)):
            undo = self.dice.random() < 0.6
            action = self.window.menus["undo"] if undo else self.window.menus["redo"]
            if QApplication.activeModalWidget() is None and action.isEnabled():
                action.trigger()
        return ""

    def _strip(self) -> str:
        if QApplication.activeModalWidget() is not None:
            return "nothing"
        session, strip = self.session, self.window.strip
        letter = self.dice.choice(session.desk.slots).letter
        what = self.dice.randrange(7)
        if what == 0:
            session.choose(letter)
            self.window.menus["duplicate"].trigger()
        elif what == 1:
            self.window.files.saving.close(letter)
        elif what == 2:
            strip.move_scenario(letter, self.dice.choice((-1, 1)))
        elif what == 3:
            session.make_baseline(letter)
        elif what == 4:
            session.set_visible(letter, self.dice.random() < 0.5)
        elif what == 5:
            self.window.files.new(self.dice.choice(("baseline", "met-plan-2025")))
        else:
            strip.chip(letter).rename()
        return f"{what} {letter}"

    def _file(self) -> str:
        if QApplication.activeModalWidget() is not None:
            return "nothing"
        files, session = self.window.files, self.session
        what = self.dice.choice(("save", "save as", "open", "revert", "recent"))
        selected = session.desk.selected
        saves = {"save": files.saving.save, "save as": files.saving.save_as}
        if what in saves and saves[what](selected) and not self.shared:
            self._compare_with_its_file(selected)
        elif what == "open":
            files.open()
        elif what == "revert":
            files.revert()
        elif what == "recent":
            recent = self.window.settings.recent
            if recent:
                files.open_path(self.dice.choice(recent))
        return what

    def _compare_with_its_file(self, letter: str) -> None:
        slot = self.session.desk.slot(letter)
        file = self.session.file(slot)
        assert file is not None
        assert file.path is not None
        self.watch.expect(not self.session.unsaved(slot), "saved, and said to be unsaved")
        again = read_scenario(file.path, profile=shipped_profile()).scenario
        self.watch.expect(again == slot.scenario, "another scenario is in the file")
        self.watch.expect(again.fingerprint == slot.scenario.fingerprint, "another fingerprint")

    def _somebody_else(self) -> str:
        """Write or delete a file as another program would."""
        path = self.folder / self.dice.choice(("a.scenario.json", "b.scenario.json", "c.json"))
        what = self.dice.randrange(3)
        if what == 0:
            path.unlink(missing_ok=True)
        elif what == 1:
            write_scenario(path, small("baseline").with_value("officer_losses", 40.0))
        else:
            path.write_text("{", "utf-8")
        self.window.files.saving.watch.look()
        return f"{what} {path.name}"

    def _look(self) -> str:
        if self.dice.random() < 0.5:
            mode = self.dice.choice(MODES)
            theme().set_mode(mode)
            return mode
        scale = self.dice.choice((1.0, *TEXT_SCALES))
        theme().set_text_scale(scale)
        return str(scale)

    def _resize(self) -> str:
        width, height = self.dice.randrange(400, 2000), self.dice.randrange(300, 1200)
        place = self._place()
        place.resize(width, height)
        return f"{width} {height} {place.objectName()}"

    def _close_dialog(self) -> str:
        place = self._place()
        if place is self.window:
            return "nothing"
        name = place.objectName() or type(place).__name__
        place.close()
        return name

    def _pause(self) -> str:
        pause(self.dice.random() * 0.3)
        return ""


def small(name: str) -> Scenario:
    """A shipped scenario that projects quickly."""
    return load_scenario(name, profile=shipped_profile()).scenario.replace(weeks=12, draws=256)

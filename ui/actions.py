"""Everything that can be done, once: menus, shortcuts and buttons share these actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.style import MODES, theme

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Actions(QObject):
    """The window's actions and its menus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        stack = window.session.undo_stack
        self.undo = stack.createUndoAction(self, "Undo")
        self.undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo = stack.createRedoAction(self, "Redo")
        self.redo.setShortcuts(QKeySequence.StandardKey.Redo)
        self.replay = self._action("Replay", window.replay.play, "Ctrl+Shift+R")
        self.copy_fingerprint = self._action("Copy fingerprint", self._copy_fingerprint)
        self.quit = self._action("Quit", window.close, QKeySequence.StandardKey.Quit)
        self._menus()

    def _action(
        self,
        text: str,
        does: Callable[[], object],
        shortcut: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(text.lower().replace(" ", "-").rstrip("…"))
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked=False: does())
        return action

    def _menus(self) -> None:
        bar = self._window.menuBar()
        self.file_menu = bar.addMenu("&File")
        self.file_menu.addAction(self.quit)
        self.edit_menu = bar.addMenu("&Edit")
        self.edit_menu.addActions([self.undo, self.redo, self.replay])
        self.edit_menu.addSeparator()
        self.edit_menu.addAction(self.copy_fingerprint)
        self.view_menu = bar.addMenu("&View")
        self._appearance(self.view_menu)

    def _appearance(self, menu: QMenu) -> None:
        appearance = menu.addMenu("Appearance")
        for mode in MODES:
            appearance.addAction(mode.capitalize(), lambda m=mode: theme().set_mode(m))

    def _copy_fingerprint(self) -> None:
        QGuiApplication.clipboard().setText(self._window.session.scenario.fingerprint)

"""The menus of the window, made from their table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from modeller.base.language import translate
from ui.look.access_letters import letter_menu
from ui.window.menu_rows import Action, Menu
from ui.window.menus import ENTRIES
from ui.window.window_parts import WindowParts

_FILLED = frozenset(
    entry.id for entry in ENTRIES if isinstance(entry, Menu) and entry.fill is not None
)

_OFFERED = {
    entry.id: entry.offered
    for entry in ENTRIES
    if isinstance(entry, Action) and entry.offered is not None
}


class Menus(QObject):
    """The menus of a window, made from `ENTRIES`; an action is found by its id."""

    def __init__(self, window: WindowParts) -> None:
        parent = window.dialogs.window
        super().__init__(parent)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._last: dict[str, int] = {}
        for entry in ENTRIES:
            if isinstance(entry, Menu):
                self._add_menu(entry)
            else:
                self._add_action(entry, parent)
        window.session.desk_changed.connect(self._offer)
        self._offer()
        for name, menu in self._menus.items():
            menu.aboutToShow.connect(partial(letter_menu, menu))
            if name not in _FILLED:
                letter_menu(menu)

    def _offer(self) -> None:
        """Enable what can be chosen with the desk as it is."""
        for name, offered in _OFFERED.items():
            self._actions[name].setEnabled(offered(self._window))

    def __getitem__(self, name: str) -> QAction:
        """The action with that id."""
        return self._actions[name]

    def menu(self, name: str) -> QMenu:
        """The menu with that id."""
        return self._menus[name]

    def _add_menu(self, entry: Menu) -> None:
        text = translate("Menu", entry.text)
        if entry.within:
            menu = self._place(entry.within, entry.group).addMenu(text)
        else:
            menu = self._window.menuBar().addMenu(text)
        menu.menuAction().setObjectName(f"menu-{entry.id}")
        menu.setToolTipsVisible(entry.tips)
        if entry.fill is not None:
            menu.aboutToShow.connect(partial(entry.fill, menu, self._window))
        self._menus[entry.id] = menu

    def _place(self, name: str, group: int) -> QMenu:
        """The menu with that id, after a rule if another group begins."""
        menu = self._menus[name]
        if self._last.setdefault(name, group) != group:
            menu.addSeparator().setObjectName(f"rule-{name}-{group}")
            self._last[name] = group
        return menu

    def _add_action(self, entry: Action, parent: QWidget) -> None:
        window = self._window
        text = translate(entry.context, entry.text)
        if entry.values is not None:
            text = text.format(**entry.values(window))
        action = QAction(text, parent) if entry.made is None else entry.made(window, self, text)
        action.setObjectName(entry.id)
        if isinstance(entry.keys, tuple):
            keys = [QKeySequence(each) for each in entry.keys]
            action.setShortcuts([each for each in keys if not each.isEmpty()])
        else:
            action.setShortcuts(entry.keys)
        if entry.everywhere:
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        if entry.tip:
            action.setToolTip(translate("Menu", entry.tip))
        if entry.does is not None:
            action.triggered.connect(partial(self._do, entry.does))
        if entry.switches is not None:
            action.setCheckable(True)
            action.toggled.connect(partial(entry.switches, window))
            action.setChecked(entry.on is not None and entry.on(window))
        if entry.chosen is not None:
            action.setCheckable(True)
            action.setChecked(entry.chosen(window))
            self._group(entry.menu).addAction(action)
        self._place(entry.menu, entry.group).addAction(action)
        self._actions[entry.id] = action

    def _do(self, does: Callable[[WindowParts], object], _checked: bool = False) -> None:
        does(self._window)

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

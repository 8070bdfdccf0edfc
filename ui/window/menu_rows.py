"""The rows of the table of menus: a menu, or an action in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.window.window_parts import WindowParts


@dataclass(frozen=True)
class Menu:
    """A menu of the bar, or inside another menu; its texts have the context "Menu".

    Attributes
    ----------
    within
        The id of the menu that it is in, in `group`; the bar when empty.
    fill
        Puts actions into it whenever it is about to be shown.
    tips
        Whether its entries show their tooltips.
    """

    id: str
    text: str
    within: str = ""
    group: int = 0
    fill: Callable[[QMenu, WindowParts], None] | None = None
    tips: bool = False


@dataclass(frozen=True)
class Action:
    """An action.

    Attributes
    ----------
    id
        The name by which code, tests and tools find it.
    text, values
        Its name, in the context `context`, and the values for the name's placeholders.
    menu, group
        Where it is; a rule divides groups.
    does
        What it does.
    switches
        For an action that is on or off: what it does when it is switched.
    keys
        Its keys, written out or by Qt's name for them; such a name alone stands for all the keys
        that the system has for it.
    tip
        What its tooltip says.
    on
        Whether it is on when the window opens.
    chosen
        For one of several actions of which one is on: whether it is this one.
    made
        Makes the action, if a part of Qt keeps it up to date.
    everywhere
        Whether its keys work in every dialog as well.
    offered
        Whether it can be chosen with the desk as it is; always, if it is not given.
    """

    id: str
    text: str
    menu: str
    group: int
    does: Callable[[WindowParts], object] | None = None
    switches: Callable[[WindowParts, bool], object] | None = None
    keys: QKeySequence.StandardKey | tuple[QKeySequence.StandardKey | str, ...] = ()
    tip: str = ""
    on: Callable[[WindowParts], bool] | None = None
    chosen: Callable[[WindowParts], bool] | None = None
    made: Callable[[WindowParts, QObject, str], QAction] | None = None
    everywhere: bool = False
    offered: Callable[[WindowParts], bool] | None = None
    values: Callable[[WindowParts], Mapping[str, object]] | None = None
    context: str = "Menu"

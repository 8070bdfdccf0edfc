"""What a row of the table of menus says: a menu, or an action in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.window.window_parts import WindowParts


@dataclass(frozen=True)
class Menu:
    """A menu of the bar, or within another one; its texts are said in the context "Menu".

    Attributes
    ----------
    within
        The id of the menu that it stands in, in `group`; the bar when empty.
    fill
        Puts actions into it whenever it is about to show.
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
        What it is called, in the context `context`, and what stands in its places.
    menu, group
        Where it stands; a rule divides groups.
    does
        What it does.
    switches
        For one that is on or off: what it does when it is turned.
    keys
        Its keys, written out or by Qt's name for them; such a name by itself stands for all that
        the system has for it.
    tip
        What its tooltip says.
    on
        Whether it is on when the window opens.
    chosen
        For one of several in its menu, of which one is on: whether that is this one.
    made
        Makes an action that a part of Qt keeps up to date.
    everywhere
        Its keys work in every dialog, too.
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
    values: Callable[[WindowParts], Mapping[str, object]] | None = None
    context: str = "Menu"

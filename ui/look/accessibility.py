"""What a screen reader is told of the widgets that paint themselves.

Qt describes its own widgets. Our own widgets give their role in an attribute
`accessible_role`; one that has a value also has the methods of `Ranged`, so that 7.5 a week is
read as "7.5 a week" and not as the 75th position of a slider.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QLayout, QScrollArea, QWidget

Role = QAccessible.Role


@runtime_checkable
class Ranged(Protocol):
    """A widget with a value in a unit of its own."""

    def spoken_value(self) -> str:
        """The value with its unit."""

    def spoken_numbers(self) -> tuple[float, float, float, float]:
        """The value, the least, the most, and a step."""

    def take_spoken(self, value: float) -> None:
        """Take a value from assistive technology."""


class _Numbers(QAccessibleValueInterface):
    """The value of a widget as numbers."""

    def __init__(self, widget: Ranged) -> None:
        super().__init__()
        self._widget = widget

    def currentValue(self) -> float:
        return self._widget.spoken_numbers()[0]

    def minimumValue(self) -> float:
        return self._widget.spoken_numbers()[1]

    def maximumValue(self) -> float:
        return self._widget.spoken_numbers()[2]

    def minimumStepSize(self) -> float:
        return self._widget.spoken_numbers()[3]

    def setCurrentValue(self, value: object) -> None:
        if isinstance(value, int | float):
            self._widget.take_spoken(float(value))


class _Painted(QAccessibleWidget):
    """A widget that paints its parts: it has a role and no children."""

    def childCount(self) -> int:
        return 0


class _Valued(QAccessibleWidget):
    """A widget with a value."""

    def __init__(self, widget: QWidget, role: Role, ranged: Ranged) -> None:
        super().__init__(widget, role, "")
        self._ranged = ranged
        self._numbers = _Numbers(ranged)

    def text(self, part: QAccessible.Text) -> str:
        if part == QAccessible.Text.Value:
            return self._ranged.spoken_value()
        return str(super().text(part))

    def interface_cast(self, wanted: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        # PySide uses the object behind what is returned, so None would not mean "nothing"
        if wanted == QAccessible.InterfaceType.ValueInterface:
            return self._numbers
        return shiboken6.VoidPtr(0)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    if isinstance(thing, Ranged):
        made: QAccessibleInterface = _Valued(thing, role, thing)
    elif role in (Role.Chart, Role.Graphic):
        made = _Painted(thing, role, "")
    else:
        made = QAccessibleWidget(thing, role, "")
    thing._accessible = made  # type: ignore[attr-defined]  # it lives as long as its widget
    return made


def install() -> None:
    """Make Qt ask this module first what a widget is."""
    global _installed  # noqa: PLW0603  # Qt too has one list of such functions
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface)


_installed = False


def in_order(*widgets: QWidget) -> None:
    """Have these siblings read one after another, after all other siblings."""
    for widget in widgets:
        widget.raise_()


def as_laid_out(layout: QLayout) -> None:
    """Have the widgets of a layout read in the layout's order."""
    in_order(*_widgets(layout))


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    # not by its items: PySide may keep one that Qt has deleted, and mistake whatever is now at its
    # address for it
    parent, only = layout.parentWidget(), Qt.FindChildOption.FindDirectChildrenOnly
    beside = [] if parent is None else parent.findChildren(QWidget, options=only)
    parts: list[QWidget | QLayout] = [one for one in beside if layout.indexOf(one) >= 0]
    parts += [inside for inside in layout.children() if isinstance(inside, QLayout)]
    for part in sorted(parts, key=layout.indexOf):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _widgets(part)


def tab_stops(window: QWidget) -> list[QWidget]:
    """The widgets that Tab reaches, in the order in which the window is read."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.isVisible()
        and widget.window() is window
        and widget.focusProxy() is None
    ]


def focus_next(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next stop, or back to the one before, and scroll it into sight."""
    found = tab_stops(window)
    if not found:
        return False
    here = window.focusWidget()
    if here in found:
        place = found.index(here) + (1 if forward else -1)
    else:
        place = 0 if forward else -1
    stop = found[place % len(found)]
    reason = Qt.FocusReason
    stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    around = stop.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(stop)
        around = around.parentWidget()
    return True

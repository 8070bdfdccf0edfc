"""A turn of the wheel belongs to the widget that it began on, whatever comes under the pointer."""

from __future__ import annotations

import time
import weakref

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QWidget

PAUSE = 0.5
"""Seconds without a notch after which the next one begins another turn."""


class _Turn:
    """Which widget the present turn belongs to, and when its last notch came.

    What has scrolled under a still pointer was not pointed at: another turn begins on it only once
    the pointer has moved, or it was given the focus since.
    """

    def __init__(self) -> None:
        self._owner: weakref.ref[QWidget] | None = None
        self._last = float("-inf")
        self._scrolled: tuple[QPoint, QWidget | None] | None = None

    def is_of(self, widget: QWidget) -> bool:
        """Whether a notch is the widget's: part of a turn that began there, or of a new one."""
        now = time.monotonic()
        fresh = now - self._last > PAUSE
        if fresh:
            self._owner = weakref.ref(widget)
        self._last = now
        return self._owner is not None and self._owner() is widget

    def began_elsewhere(self, widget: QWidget) -> bool:
        """Whether there is a turn under way that belongs to another widget."""
        under_way = time.monotonic() - self._last <= PAUSE
        return under_way and (self._owner is None or self._owner() is not widget)

    def scrolls(self, area: QWidget, event: QWheelEvent) -> None:
        """Note a notch that scrolls an area."""
        self.is_of(area)
        self._scrolled = (event.globalPosition().toPoint(), QApplication.focusWidget())

    def scrolled_here(self, widget: QWidget, event: QWheelEvent) -> bool:
        """Whether a widget came under the pointer by scrolling."""
        return self._scrolled == (event.globalPosition().toPoint(), widget)


_turn = _Turn()


def takes_wheel(widget: QWidget, event: QWheelEvent) -> bool:
    """Whether a widget may take a notch: it has the focus, and the turn is its own."""
    if not widget.hasFocus() or _turn.began_elsewhere(widget):
        return False
    return not _turn.scrolled_here(widget, event) and _turn.is_of(widget)


class _Scrolls(QObject):
    """Gives a scroll area the turns that begin over it."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        area.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the notch, and let the area scroll."""
        if isinstance(event, QWheelEvent):
            _turn.scrolls(self._area, event)
        return False


class _Minds(QObject):
    """Keeps a combo or spin box still unless it has the focus and the turn began on it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Pass an unwanted notch on to what lies beneath."""
        if isinstance(event, QWheelEvent) and not takes_wheel(self._widget, event):
            event.ignore()
            return True
        return False


def scrolls_by_wheel(area: QAbstractScrollArea) -> None:
    """Let a turn that begins over a scroll area scroll to its end."""
    _Scrolls(area)


def only_scrolls(area: QScrollArea) -> None:
    """Let an area show nothing of itself and take no focus: what stands in it does."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    scrolls_by_wheel(area)


def minds_the_wheel(widget: QWidget) -> None:
    """Let a combo or spin box change by the wheel only where it was meant."""
    _Minds(widget)

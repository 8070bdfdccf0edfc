"""Presentation mode: a full screen in large type; the space bar shows the next view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from ui.charts.chart_data import View
from ui.desk.session import Session
from ui.look.notices import announce
from ui.look.style import LARGEST_TEXT_SCALE, SIZES, theme
from ui.window.saved_views import SavedView, saved_views, view_of, with_saved_views

POINTS = 18.0
_FORWARD = (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right)
_BACKWARD = (Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_Left)


class Presentation(QObject):
    """Full screen and back; steps through the views saved in the scenarios.

    Space, Page Down and a clicker's "next" go on; Backspace and Page Up go back; arrows do so
    where no lever has the focus; Escape leaves and puts the desk back as it was.

    Signals
    -------
    started, left
        The window may hide what an audience need not see, and show it again.
    view_shown
        A `SavedView`: the charts show its outcomes in its way.
    """

    started = Signal()
    left = Signal()
    view_shown = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._at = -1
        self._former: tuple[Qt.WindowState, float] | None = None
        self._former_desk = (session.desk.selected, frozenset[str]())

    @property
    def is_running(self) -> bool:
        """Whether the window is in presentation mode."""
        return self._former is not None

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The views of all scenarios on the desk, in the order of the strip."""
        slots = self._session.desk.slots
        return tuple(view for slot in slots for view in saved_views(slot.scenario))

    def save_view(self, name: str, outcomes: tuple[str, ...], view: View) -> bool:
        """Add what is on the screen to the views of the selected scenario; can be undone."""
        scenario = self._session.scenario
        added = view_of(self._session.desk, name, outcomes, view)
        try:
            changed = with_saved_views(scenario, (*saved_views(scenario), added))
        except ModellerError as error:
            self._session.failed.emit(error)
            return False
        self._session.replace_scenario(
            changed, translate("Presentation", "saving the view {name}", name=name)
        )
        return True

    def toggle(self) -> None:
        """Start, or leave."""
        if self.is_running:
            self.leave()
        else:
            self.start()

    def start(self) -> None:
        """Fill the screen and show the first view, if there is one."""
        if self.is_running:
            return
        desk = self._session.desk
        self._former = (self._window.windowState(), theme().text_scale)
        visible = frozenset(slot.letter for slot in desk.slots if slot.visible)
        self._former_desk = (desk.selected, visible)
        self._at = -1
        theme().set_text_scale(self._text_scale())
        self._window.showFullScreen()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.started.emit()
        announce(
            self._window,
            translate("Presentation", "Presentation. Space for the next view, Escape to leave."),
        )
        self.step(1)

    def leave(self) -> None:
        """Back to the window as it was; what was changed on the way stays changed."""
        if self._former is None:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        state, scale = self._former
        self._former = None
        theme().set_text_scale(scale)
        self._window.setWindowState(state)
        self._window.show()
        selected, visible = self._former_desk
        desk = self._session.desk
        letters = {slot.letter for slot in desk.slots}
        slots = tuple(replace(slot, visible=slot.letter in visible) for slot in desk.slots)
        selected = selected if selected in letters else desk.selected
        self._session.change(
            replace(desk, slots=slots, selected=selected),
            translate("Presentation", "leaving the presentation"),
        )
        self.left.emit()

    def step(self, by: int) -> None:
        """Show the next view (1) or the one before (−1); after the last comes the first."""
        views = self.views
        if not views:
            return
        self._at = (self._at + by) % len(views) if self._at >= 0 or by > 0 else len(views) - 1
        view = views[self._at]
        self._session.change(
            view.desk(self._session.desk),
            translate("Presentation", "showing the view {name}", name=view.name),
        )
        self.view_shown.emit(view)
        announce(
            self._window,
            translate(
                "Presentation",
                "View {at} of {count}: {name}",
                at=self._at + 1,
                count=len(views),
                name=view.name,
            ),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a presenter, unless somebody is writing.

        Every event of the program comes here, sometimes as an object that PySide mistakes for
        another that was at the same address before. Handed on to Qt's own filter, that would crash
        the process.
        """
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return self._key(event.key(), focus)

    def _key(self, key: int, focus: QWidget | None) -> bool:
        if key == Qt.Key.Key_Escape:
            self.leave()
            return True
        # a lever and a button use some of these keys themselves
        taken: tuple[int, ...] = ()
        if isinstance(focus, QAbstractButton):
            taken = (Qt.Key.Key_Space,)
        elif focus is not None and focus is not self._window:
            taken = tuple(key for key in (*_FORWARD, *_BACKWARD) if key != Qt.Key.Key_Space)
        if key in taken or key not in (*_FORWARD, *_BACKWARD):
            return False
        self.step(1 if key in _FORWARD else -1)
        return True

    def _text_scale(self) -> float:
        """What makes body text eighteen points, and never smaller than it is now."""
        pixels = POINTS * self._window.logicalDpiY() / 72.0
        system = theme().scale / theme().text_scale
        wanted = max(pixels / (SIZES["body"] * system), theme().text_scale)
        return min(max(wanted, 1.0), LARGEST_TEXT_SCALE)

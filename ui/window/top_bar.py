"""The top bar: what is open, undo and redo, the answer; record, model and fingerprint."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from modeller.base.language import translate
from ui.desk.session import Session
from ui.desk.throttled_text import ThrottledText
from ui.look.accessibility import as_laid_out
from ui.look.layouts import nested
from ui.look.running_text import RunningText, plain_tip
from ui.look.style import GRID, NO_LIMIT, TARGET, theme
from ui.window.answer_line import AnswerLine
from ui.window.identity import Identity


class _Title(RunningText):
    """A title that ends in … where there is no room for all of it; the tooltip has it in full."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the title as fits."""
        with QPainter(self) as painter:
            painter.setPen(QColor(theme().colours.ink))
            painter.setFont(self.font())
            metrics, room = QFontMetrics(self.font()), self.contentsRect()
            text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, self.alignment(), text)


class _StepButton(QToolButton):
    """Undo or redo, in a fixed place under a fixed word; the tooltip says what would be undone."""

    def __init__(self, action: QAction, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.setObjectName(f"{action.objectName()}-button")
        self.setText(text)
        self.setAutoRaise(True)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        theme().changed.connect(self.updateGeometry)
        self._follow()

    def _follow(self) -> None:
        if not shiboken6.isValid(self._action):
            return  # the undo stack announces a last change while it is being deleted
        self.setEnabled(self._action.isEnabled())
        said = self._action.text().replace("&", "")
        if self.toolTip() != said:
            self.setToolTip(plain_tip(said))
            self.setAccessibleName(said)

    def sizeHint(self) -> QSize:
        """At least a finger's breadth."""
        least = theme().length(TARGET)
        return super().sizeHint().expandedTo(QSize(least, least))

    def minimumSizeHint(self) -> QSize:
        """It never shrinks."""
        return self.sizeHint()


class TopBar(QWidget):
    """The title of what is open, undo and redo, and beside them the answer.

    Undo and redo stand under the title, so that no title moves them.
    """

    def __init__(
        self, session: Session, actions: tuple[QAction, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("top-bar")
        self.title = _Title("", self, bold=True, wrap=False)
        self.title.setObjectName("title")
        self.title.setMinimumWidth(1)
        self.state = RunningText("", self, size="note", ink="muted", wrap=False)
        self.answer = AnswerLine(session, self)
        self.identity = Identity(session, self)
        words = (translate("Menu", "Undo"), translate("Menu", "Redo"))
        self._left = QWidget(self)
        self._what = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._left)
        self._what.setContentsMargins(0, 0, 0, 0)
        self._what.setSpacing(0)
        self._what.addWidget(self.title)
        self._buttons = nested(self._what, QHBoxLayout())
        for action, text in zip(actions, words, strict=True):
            self._buttons.addWidget(_StepButton(action, text, self))
        self._buttons.addWidget(self.state, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._left)
        self._row.addWidget(self.answer, 1)
        self._row.addWidget(self.identity)
        as_laid_out(self._row)
        session.desk_changed.connect(self._changed)
        session.files_changed.connect(self.refresh)
        session.results_changed.connect(self._changed)
        ThrottledText.of(session).add(self.refresh, ())
        theme().follow(self._restyle)
        self.refresh()

    def set_room(self, left: int, *, narrow: bool) -> None:
        """Be as wide as the levers below, or stand above the answer where there is little room."""
        width = left - 2 * theme().length(GRID)
        self._left.setMaximumWidth(NO_LIMIT if narrow else width)
        self._left.setMinimumWidth(1 if narrow else width)
        directions = QBoxLayout.Direction
        beside, below = directions.LeftToRight, directions.TopToBottom
        self._row.setDirection(below if narrow else beside)
        self._what.setDirection(beside if narrow else below)
        self._row.setSpacing(0 if narrow else 2 * theme().length(GRID))

    def _changed(self, _desk: object = None) -> None:
        """Follow the desk, except during a drag, when writing would repeat the layout unread."""
        if not self._session.dragging:
            self.refresh()

    def refresh(self) -> None:
        """Write the title of what is open."""
        slot = self._session.desk.current
        scenario = slot.scenario
        self.title.setText(f"{slot.letter}  {scenario.name}")
        self.title.setToolTip(plain_tip(scenario.name))
        self.state.setText(
            translate("Top bar", "• not saved") if self._session.unsaved(slot) else ""
        )
        self.identity.refresh()

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self._row.setContentsMargins(2 * margin, margin // 2, 2 * margin, margin // 2)
        self._buttons.setSpacing(margin)

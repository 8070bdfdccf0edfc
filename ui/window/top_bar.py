"""The top bar: undo and redo, what is open, model, record and fingerprint."""

from __future__ import annotations

from functools import lru_cache

import shiboken6
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.records import record_label
from modeller.scenario import Scenario
from ui.desk.session import Session
from ui.desk.throttled_text import ThrottledText
from ui.look.accessibility import as_laid_out
from ui.look.elided_line import ElidedLine
from ui.look.running_text import RunningText, plain_tip
from ui.look.style import GRID, TARGET, theme


class _Title(RunningText):
    """A title that ends in … where there is no room for all of it; its tooltip has it whole."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as fits."""
        with QPainter(self) as painter:
            painter.setPen(QColor(theme().colours.ink))
            painter.setFont(self.font())
            metrics, room = QFontMetrics(self.font()), self.contentsRect()
            text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, self.alignment(), text)


class _StepButton(QToolButton):
    """Undo or redo, at one place with one word; what would be undone is in its tooltip."""

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
            return  # it goes with the undo stack, and says so once more
        self.setEnabled(self._action.isEnabled())
        said = self._action.text().replace("&", "")
        if self.toolTip() != said:
            self.setToolTip(plain_tip(said))
            self.setAccessibleName(said)

    def sizeHint(self) -> QSize:
        """A finger's breadth at least."""
        least = theme().length(TARGET)
        return super().sizeHint().expandedTo(QSize(least, least))

    def minimumSizeHint(self) -> QSize:
        """It never gives way."""
        return self.sizeHint()


class TopBar(QWidget):
    """Undo, redo and the title; model, record and fingerprint.

    Undo and redo come first, so that no title moves them. Where there is little room, first the
    versions go, which are in Help too, and the title last.

    Signals
    -------
    fingerprint_asked
        The fingerprint was pressed: it is to be copied.
    """

    fingerprint_asked = Signal()

    def __init__(
        self, session: Session, actions: tuple[QAction, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("top-bar")
        self._narrow = False
        self.title = _Title("", self, bold=True, wrap=False)
        self.title.setObjectName("title")
        self.title.setMinimumWidth(1)
        self.state = RunningText("", self, ink="muted", wrap=False)
        self.activity = ElidedLine(self)
        self.activity.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.activity.setObjectName("activity")
        self.versions = RunningText("", self, size="note", ink="muted", wrap=False)
        self.fingerprint = QToolButton(self)
        self.fingerprint.setObjectName("fingerprint")
        self.fingerprint.setAutoRaise(True)
        self.fingerprint.setToolTip(
            translate(
                "Top bar", "Fingerprint of everything that decides these numbers. Press to copy it."
            )
        )
        self.fingerprint.clicked.connect(self.fingerprint_asked)
        self._row = QHBoxLayout(self)
        words = (translate("Menu", "Undo"), translate("Menu", "Redo"))
        for action, text in zip(actions, words, strict=True):
            self._row.addWidget(_StepButton(action, text, self))
        for widget in (self.title, self.state):
            self._row.addWidget(widget)
        self._row.addWidget(self.activity, 1)
        self._row.addWidget(self.versions)
        self._row.addWidget(self.fingerprint)
        as_laid_out(self._row)
        session.desk_changed.connect(self._changed)
        session.files_changed.connect(self.refresh)
        session.results_changed.connect(self._changed)
        ThrottledText.of(session).add(self.refresh, ())
        theme().changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what is also in Help when there is little room."""
        self._narrow = narrow
        self.state.setVisible(not narrow)
        self._show_versions_if_room()

    def _show_versions_if_room(self) -> None:
        """Leave out the versions where they would cost the title its end."""
        title = QFontMetrics(self.title.font()).horizontalAdvance(self.title.text())
        others = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        kept = (self.title, self.activity, self.versions)
        fixed = sum(
            each.sizeHint().width() + self._row.spacing()
            for each in others
            if each not in kept and not each.isHidden()
        )
        room = self.width() - fixed - 4 * theme().length(GRID)
        whole = title + self.versions.sizeHint().width() + self._row.spacing() <= room
        self.versions.setVisible(whole and not self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._show_versions_if_room()

    def _changed(self, _desk: object = None) -> None:
        """Nobody reads it while a lever is dragged, and writing it repeats the layout."""
        if not self._session.dragging:
            self.refresh()

    def refresh(self) -> None:
        """Write what is open."""
        slot = self._session.desk.current
        scenario = slot.scenario
        self.title.setText(f"{slot.letter}  {scenario.name}")
        self.title.setToolTip(plain_tip(scenario.name))
        self.state.setText(translate("Top bar", "• edited") if self._session.unsaved(slot) else "")
        record = _record_words(scenario)
        self.versions.setText(
            translate(
                "Top bar",
                "model {version} · {record}",
                version=scenario.catalogue.version,
                record=record,
            )
        )
        self.fingerprint.setText(scenario.fingerprint)
        self.fingerprint.setAccessibleName(
            translate("Top bar", "Fingerprint {fingerprint}", fingerprint=scenario.fingerprint)
        )
        self._show_versions_if_room()

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self._row.setContentsMargins(2 * margin, margin // 2, 2 * margin, margin // 2)
        self._row.setSpacing(margin)
        self.fingerprint.setFont(theme().font("note"))
        self._show_versions_if_room()


@lru_cache(maxsize=4)
def _kept_label(digest: str | None, profile: Profile) -> str:
    """The content of a digest never changes, so the file is read only once."""
    return record_label(digest, profile)


def _record_words(scenario: Scenario) -> str:
    """What the record that a scenario is based on is called."""
    try:
        return _kept_label(scenario.record, scenario.profile)
    except ModellerError:
        return translate("Top bar", "a record that is not kept here")

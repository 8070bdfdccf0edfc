"""The top bar: what is open, undo and replay, model, record and fingerprint."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.model.catalogue import catalogue
from modeller.records import record_label
from ui.desk.session import Session
from ui.desk.throttled_text import ThrottledText
from ui.look.accessibility import as_laid_out
from ui.look.elided_line import ElidedLine
from ui.look.running_text import RunningText
from ui.look.style import GRID, theme


class _Title(RunningText):
    """A title that ends in … where there is no room for all of it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as fits."""
        with QPainter(self) as painter:
            painter.setPen(QColor(theme().colours.ink))
            painter.setFont(self.font())
            metrics, room = QFontMetrics(self.font()), self.contentsRect()
            text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, self.alignment(), text)


class TopBar(QWidget):
    """Title, undo, redo, replay; model, record and fingerprint.

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
        for widget in (self.title, self.state):
            self._row.addWidget(widget)
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._row.addWidget(button)
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
        self.versions.setVisible(not narrow)
        self.state.setVisible(not narrow)

    def _changed(self, _desk: object = None) -> None:
        """Nobody reads it while a lever is dragged, and writing it repeats the layout."""
        if not self._session.dragging:
            self.refresh()

    def refresh(self) -> None:
        """Write what is open."""
        slot = self._session.desk.current
        scenario = slot.scenario
        self.title.setText(f"{slot.letter}  {scenario.name}")
        self.state.setText(translate("Top bar", "• edited") if self._session.unsaved(slot) else "")
        record = _record_words(scenario.record)
        self.versions.setText(
            translate(
                "Top bar", "model {version} · {record}", version=catalogue().version, record=record
            )
        )
        self.fingerprint.setText(scenario.fingerprint)
        self.fingerprint.setAccessibleName(
            translate("Top bar", "Fingerprint {fingerprint}", fingerprint=scenario.fingerprint)
        )

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self._row.setContentsMargins(2 * margin, margin // 2, 2 * margin, margin // 2)
        self._row.setSpacing(margin)
        self.fingerprint.setFont(theme().font("note"))


@lru_cache(maxsize=4)
def _kept_label(digest: str) -> str:
    """The content of a digest never changes, so the file is read only once."""
    return record_label(digest)


def _record_words(digest: str | None) -> str:
    """What the record that a scenario is based on is called."""
    try:
        return record_label(None) if digest is None else _kept_label(digest)
    except ModellerError:
        return translate("Top bar", "a record that is not kept here")

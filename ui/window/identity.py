"""What the numbers rest on: record, model, fingerprint; and that the record has become old."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QToolButton, QWidget

from modeller.base.clock import today
from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.records import record_for
from modeller.scenario import Scenario
from ui.desk.session import Session
from ui.look.elided_line import ElidedLine
from ui.look.style import GRID, theme
from ui.scenarios.differences import kept_label

_ROOM = 560
_DAYS_OF_A_MONTH = 30.4
_OLD_MONTHS = 3


class Identity(QWidget):
    """What the numbers rest on: record, model and fingerprint; and what is being prepared.

    Signals
    -------
    fingerprint_asked
        The fingerprint was pressed, to be copied.
    newer_weeks_asked
        Weeks are to be added to a record that has become old.
    """

    fingerprint_asked = Signal()
    newer_weeks_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._narrow = False
        self._room = theme().length(_ROOM)
        self.setObjectName("identity")
        self.activity = ElidedLine(self)
        self.activity.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.activity.setObjectName("activity")
        self.versions = ElidedLine(self)
        self.versions.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.versions.setObjectName("versions")
        self.newer = QToolButton(self)
        self.newer.setObjectName("newer-weeks")
        self.newer.setText(translate("Top bar", "Add newer weeks"))
        self.newer.setToolTip(
            translate("Top bar", "Opens the records, where weeks can be added after this one’s end")
        )
        self.newer.setAutoRaise(True)
        self.newer.setProperty("link", True)
        self.newer.clicked.connect(self.newer_weeks_asked)
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
        self._row.addWidget(self.activity, 1)
        self._row.addWidget(self.versions, 6)
        self._row.addWidget(self.newer)
        self._row.addWidget(self.fingerprint)
        theme().follow(self._restyle)

    def refresh(self) -> None:
        """Write what the selected scenario rests on."""
        scenario = self._session.desk.scenario
        record, months = _record_words(scenario), _months_old(scenario)
        old = months >= _OLD_MONTHS
        if old:
            record = translate(
                "Top bar", "{record}, {count} months old", record=record, count=months
            )
        self.newer.setVisible(old and not self._narrow)
        self.versions.set_whole(
            translate(
                "Top bar",
                "{record} · model {version}",
                version=scenario.catalogue.version,
                record=record,
            )
        )
        self._share_room()
        self.fingerprint.setText(scenario.fingerprint)
        self.fingerprint.setAccessibleName(
            translate("Top bar", "Fingerprint {fingerprint}", fingerprint=scenario.fingerprint)
        )

    def set_room(self, room: int, *, narrow: bool) -> None:
        """Take no more than `room`, which the menus leave; if narrow, show what no menu has."""
        if (room, narrow) == (self._room, self._narrow):
            return
        self._room, self._narrow = room, narrow
        self.versions.setVisible(not narrow)
        self.refresh()
        bar = self.parentWidget()
        if isinstance(bar, QMenuBar):  # it asks only when given a corner
            bar.setCornerWidget(self)
            self.show()

    def sizeHint(self) -> QSize:
        """All the room there is, so that the text ends at the right."""
        return QSize(self._room, self.fingerprint.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The fingerprint."""
        return self.fingerprint.sizeHint()

    def _share_room(self) -> None:
        """Leave what is being prepared all the room that the versions do not need."""
        self.versions.setMaximumWidth(self.versions.width_of_all)

    def _restyle(self) -> None:
        self._share_room()
        margin = theme().length(GRID)
        self._row.setContentsMargins(0, 0, 2 * margin, 0)
        self._row.setSpacing(margin)
        for button in (self.newer, self.fingerprint):
            button.setFont(theme().font("note"))


def _record_words(scenario: Scenario) -> str:
    """The name of the record that a scenario is based on."""
    try:
        return kept_label(scenario.record, scenario.profile)
    except ModellerError:
        return translate("Top bar", "a record that is not kept here")


def _months_old(scenario: Scenario) -> int:
    """Whole months between the record's last day and today; 0 where it is not kept here."""
    try:
        last = record_for(scenario.record, scenario.profile).last_known_day
    except ModellerError:
        return 0
    return max(0, int((today() - last).days / _DAYS_OF_A_MONTH))

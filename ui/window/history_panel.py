"""The history of the selected scenario: what changed when, notes, and the way back."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from modeller.base import clock
from modeller.base.dates import in_short
from modeller.base.language import translate
from ui.desk.history import MOST_NOTE, History, Version
from ui.desk.session import Desk, Session, Slot
from ui.look.layouts import nested
from ui.look.notices import Placeholder
from ui.look.style import theme
from ui.scenarios.differences import changes_words

REST_MILLISECONDS = 4_000
_THIN_MILLISECONDS = 600_000


class HistoryKeeper(QObject):
    """Keeps a version of every scenario on the desk once nothing has moved for a moment.

    Signals
    -------
    kept
        There are new versions.
    """

    kept = Signal()

    def __init__(
        self,
        session: Session,
        history: History,
        parent: QObject | None = None,
        *,
        rest: int | None = None,
        begin: bool = True,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.history = history
        self.begun = False
        self._names: dict[int, str] = {}
        self._run = uuid4().hex
        self._recorded: dict[int, object] = {}
        interval = REST_MILLISECONDS if rest is None else rest
        self._rest = QTimer(self, singleShot=True, interval=interval)
        self._rest.timeout.connect(self.keep)
        self._thinning = QTimer(self, interval=_THIN_MILLISECONDS)
        self._thinning.timeout.connect(history.thin)
        session.desk_changed.connect(self._touch)
        session.files_changed.connect(self._touch)
        if begin:
            self.begin()

    def begin(self) -> None:
        """Open the history and keep what is on the desk; until then nothing is kept."""
        self.begun = True
        self._thinning.start()
        self.history.thin()
        self.keep()

    def name_of(self, slot: Slot) -> str:
        """A document's name in the history: its path, or a made-up name until it has one."""
        file = self._session.file(slot)
        if file is not None and file.path is not None:
            return str(file.path)
        return f"untitled:{self._run}:{slot.document}"

    def keep(self, note: str = "") -> None:
        """Keep a version of everything that has changed; the note is for the selected scenario."""
        if not self.begun:
            return
        desk = self._session.desk
        for slot in desk.slots:
            self._follow_name(slot)
            own_note = note if slot.letter == desk.selected else ""
            if own_note or self._recorded.get(slot.document) != slot.scenario:
                self.history.record(self.name_of(slot), slot.scenario, own_note)
                self._recorded[slot.document] = slot.scenario
        self.kept.emit()

    def stop(self) -> None:
        """Keep what has not been kept yet; call before the window is deleted."""
        self._rest.stop()
        self._thinning.stop()
        self.keep()

    def _touch(self) -> None:
        if all(slot.document in self._recorded for slot in self._session.desk.slots):
            self._rest.start()
        else:
            self.keep()  # a scenario new to the desk gets its first version at once

    def _follow_name(self, slot: Slot) -> None:
        """Move a document's versions to its file's name once it is first saved."""
        name, before = self.name_of(slot), self._names.get(slot.document)
        if before is not None and before != name and before.startswith("untitled:"):
            self.history.rename(before, name)
        self._names[slot.document] = name


def when_words(saved_at: float, now: float) -> str:
    """``14:32``, ``yesterday 14:32``, ``3 May 14:32``, ``3 May 2031``."""
    try:
        then = dt.datetime.fromtimestamp(saved_at).astimezone()
        today = dt.datetime.fromtimestamp(now).astimezone()
    except (OverflowError, OSError, ValueError):
        return translate("History", "at an unknown time")
    days = (today.date() - then.date()).days
    if days == 0:
        return f"{then:%H:%M}"
    if days == 1:
        return translate("History", "yesterday {time}", time=f"{then:%H:%M}")
    day = in_short(then)
    return f"{day} {then:%H:%M}" if 0 < days < 300 else f"{day} {then.year}"


class _List(QListWidget):
    """A list in which Enter restores."""

    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """Versions of the selected scenario, the newest first.

    Children are named "versions", "note", "keep" and "restore".
    """

    def __init__(
        self, session: Session, keeper: HistoryKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history-panel")
        self._session = session
        self._keeper = keeper
        self._versions: tuple[Version, ...] = ()
        self._document = -1
        self.list = _List(self)
        self.list.setObjectName("versions")
        self.list.setAccessibleName(translate("History", "Versions of the selected scenario"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.note = QLineEdit(self)
        self.note.setObjectName("note")
        self.note.setMaxLength(MOST_NOTE)
        self.note.setPlaceholderText(translate("History", "A note keeps this version for good"))
        self.note.setAccessibleName(translate("History", "Note on the selected version"))
        self.keep_button = QPushButton(translate("History", "Keep now"), self)
        self.keep_button.setObjectName("keep")
        self.keep_button.setToolTip(
            translate("History", "Keep a version of the scenario as it is now")
        )
        self.restore_button = QPushButton(translate("History", "Restore"), self)
        self.restore_button.setObjectName("restore")
        self.restore_button.setToolTip(
            translate("History", "Go back to this version; this can be undone")
        )
        self.empty = Placeholder(self)
        self.empty.show_empty(
            translate("History", "No versions yet"),
            translate("History", "They are saved automatically while you work."),
        )
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.note)
        row = nested(layout, QHBoxLayout())
        row.addWidget(self.keep_button)
        row.addStretch(1)
        row.addWidget(self.restore_button)
        self._layout = layout
        self.keep_button.clicked.connect(lambda _checked: keeper.keep())
        self.restore_button.clicked.connect(self.restore)
        self.list.chosen.connect(self.restore)
        self.list.itemDoubleClicked.connect(self.restore)
        self.list.currentRowChanged.connect(self._selected)
        self.note.editingFinished.connect(self._write_note)
        keeper.kept.connect(self.refresh)
        session.desk_changed.connect(self._desk_changed)
        theme().follow(self._restyle)
        if keeper.begun:
            self.refresh()

    def refresh(self) -> None:
        """Read the versions anew; the selection stays."""
        slot = self._session.desk.current
        selected = self._current()
        self._document = slot.document
        versions = self._keeper.history.versions(self._keeper.name_of(slot))
        if versions == self._versions and self.list.count() == len(versions):
            return
        self._versions = versions
        now = max((version.saved_at for version in versions), default=0.0)
        now = max(now, clock.seconds())
        self.list.blockSignals(True)
        self.list.clear()
        for at, version in enumerate(versions):
            before = versions[at + 1] if at + 1 < len(versions) else None
            self._add_item(version, before, now)
        ids = [version.id for version in versions]
        row = ids.index(selected.id) if selected is not None and selected.id in ids else 0
        self.list.setCurrentRow(row if versions else -1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(versions))
        self.empty.setVisible(not versions)
        self._selected()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the list, the newest version first."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def restore(self) -> None:
        """Go back to the selected version; this can be undone."""
        version = self._current()
        if version is None:
            return
        self._keeper.keep()  # so that going back loses nothing that is on the screen
        words = translate(
            "Undo",
            "restoring the version of {when}",
            when=when_words(version.saved_at, version.saved_at),
        )
        self._session.replace_scenario(version.scenario, words)

    def _add_item(self, version: Version, before: Version | None, now: float) -> None:
        changed = translate("History", "first version kept")
        if before is not None:
            changed = changes_words(before.scenario, version.scenario)
        lines = [f"{when_words(version.saved_at, now)} · {version.scenario.name}", changed]
        if version.note:
            lines.append(translate("History", "“{note}”", note=version.note))
        # the list creates the item: clearing a list of items created in Python can crash the
        # process
        self.list.addItem("\n".join(lines))
        item = self.list.item(self.list.count() - 1)
        item.setFont(theme().font("note", bold=bool(version.note)))
        item.setToolTip(version.scenario.fingerprint)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(lines))

    def _current(self) -> Version | None:
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _selected(self, _row: int = 0) -> None:
        version = self._current()
        self.note.setText(version.note if version is not None else "")
        self.note.setEnabled(version is not None)
        self.restore_button.setEnabled(version is not None)

    def _write_note(self) -> None:
        version = self._current()
        if version is not None and self.note.text() != version.note:
            self._keeper.history.set_note(version.id, self.note.text())
            self.refresh()

    def _desk_changed(self, desk: Desk) -> None:
        if desk.current.document != self._document:
            self.list.setCurrentRow(-1)
            self.refresh()

    def _restyle(self) -> None:
        length = theme().length
        self._layout.setContentsMargins(length(16), length(16), length(16), length(16))
        self._layout.setSpacing(length(8))
        self._versions = ()
        if self.list.count():
            self.list.clear()
            self.refresh()

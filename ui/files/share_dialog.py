"""A scenario as a line of text, to be copied into a message and out of one again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.scenario import differences
from modeller.scenario.opened import Opened, open_code
from modeller.scenario.share_code import (
    MAXIMUM_CODE_LENGTH,
    ORDINARY_CODE_LENGTH,
    holds_code,
    share_code,
)
from modeller.wording import exact_number
from ui.desk.session import Session
from ui.look.buttons import push_button
from ui.look.dialogs import as_dialog, resize_within
from ui.look.layouts import nested
from ui.look.notices import announce, problem_words
from ui.look.running_text import RunningText
from ui.scenarios.differences import differs_words


def _field(name: str, title: str, parent: QWidget) -> QPlainTextEdit:
    field = QPlainTextEdit(parent)
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setTabChangesFocus(True)
    field.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    # a code has no spaces at which to break a line
    field.setWordWrapMode(field.wordWrapMode().WrapAnywhere)
    return field


class _CodeDialog(QDialog):
    def __init__(self, name: str, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.rows = QVBoxLayout(self)
        as_dialog(self.rows)
        resize_within(self, 560, 380)

    def row(self, *buttons: QWidget) -> None:
        """Place buttons at the end of a row."""
        row = nested(self.rows, QHBoxLayout())
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)


class ShareDialog(_CodeDialog):
    """The code of the selected scenario.

    Children are named "code", "without-notes", "note" and "copy".
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("share", translate("Share", "Share as a code"), parent)
        self._session = session
        self.heading = RunningText("", self, size="title")
        self.code = _field("code", translate("Share", "Share code"), self)
        self.code.setReadOnly(True)
        self.without_notes = QCheckBox(translate("Share", "Leave out notes and sources"), self)
        self.without_notes.setObjectName("without-notes")
        self.note = RunningText("", self, size="note", ink="muted", name="note")
        self.copy_button = push_button(
            "copy", translate("Share", "Copy the code"), self, self._copy
        )
        self.rows.addWidget(self.heading)
        self.rows.addWidget(
            RunningText(
                translate(
                    "Share",
                    "Paste it into a message. File ▸ Open from a code… turns it back into "
                    "exactly this scenario, with the same fingerprint.",
                ),
                self,
                ink="muted",
            )
        )
        self.rows.addWidget(self.code, 1)
        self.rows.addWidget(self.without_notes)
        self.rows.addWidget(self.note)
        self.row(self.copy_button)
        self.without_notes.toggled.connect(self.refresh)
        session.desk_changed.connect(self._changed)
        self.refresh()

    def _changed(self, _desk: object) -> None:
        if self.isVisible() and not self._session.dragging:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Write the code of the selected scenario."""
        slot = self._session.desk.current
        scenario = slot.scenario
        if self.without_notes.isChecked():
            scenario = scenario.replace(notes="", sources=())
        try:
            code = share_code(scenario)
        except ModellerError as error:
            self.code.clear()
            self.note.set_ink("problem")
            self.note.setText(f"{error.problems[0]}.")
            return
        self.heading.setText(f"{slot.letter} {scenario.name} · {scenario.fingerprint}")
        if self.code.toPlainText() != code:
            self.code.setPlainText(code)
        long = len(code) > ORDINARY_CODE_LENGTH
        self.without_notes.setEnabled(bool(slot.scenario.notes or slot.scenario.sources))
        self.note.set_ink("problem" if long else "muted")
        length = exact_number(len(code))
        text = translate("Share", "{count} characters.", count=length)
        if long:
            text = translate(
                "Share",
                "{count} characters: some message services cut off text this long; leave out the "
                "notes.",
                count=length,
            )
        if scenario.record:
            record = translate(
                "Share",
                "It names your own record but does not contain it: send the record’s file as well.",
            )
            text = f"{text} {record}"
        self.note.setText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.toPlainText())
        self.note.set_ink("ink")
        self.note.setText(translate("Share", "Copied."))
        announce(self, translate("Share", "Copied"))


class OpenCodeDialog(_CodeDialog):
    """Takes a code, or a message with one in it, and says what it holds before it is opened.

    Children are named "code", "found", "paste" and "open".

    Signals
    -------
    opened
        The `Opened` to put on the desk.
    """

    opened = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("open-code", translate("Share", "Open from a code"), parent)
        self._session = session
        self._found: Opened | None = None
        self.code = _field("code", translate("Share", "Code, or a message with one in it"), self)
        self.code.setPlaceholderText("LFR1.…")
        self.found = RunningText("", self, name="found")
        self.paste_button = push_button("paste", translate("Share", "Paste"), self, self._paste)
        self.open_button = push_button("open", translate("Share", "Open"), self, self._open)
        self.open_button.setDefault(True)
        self.rows.addWidget(
            RunningText(translate("Share", "Paste the code, or the whole message it is in."), self)
        )
        self.rows.addWidget(self.code, 1)
        self.rows.addWidget(self.found)
        self.row(self.paste_button, self.open_button)
        self.code.textChanged.connect(self._look)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in what is on the clipboard, if it is a code."""
        super().showEvent(event)
        text = QGuiApplication.clipboard().text()
        if len(text) <= MAXIMUM_CODE_LENGTH and holds_code(text):
            self.code.setPlainText(text)
        self.code.setFocus(Qt.FocusReason.PopupFocusReason)

    def _paste(self) -> None:
        # one more than allowed, so that a text that is too long is reported as too long
        self.code.setPlainText(QGuiApplication.clipboard().text()[: MAXIMUM_CODE_LENGTH + 1])

    def _look(self) -> None:
        """Say what the text holds, without opening it."""
        text = self.code.toPlainText()
        self._found = None
        self.found.set_ink("muted")
        self.found.setText("")
        if text.strip():
            try:
                self._found = open_code(text, self._session.profile)
            except ModellerError as error:
                self.found.set_ink("problem")
                self.found.setText(" ".join(problem_words(problem) for problem in error.problems))
        if self._found is not None:
            scenario = self._found.scenario
            warned = " ".join(self._found.warnings)
            here = self._session.scenario
            beside = (
                differs_words(here, scenario)
                if differences(here, scenario)
                else translate("Share", "the same settings as the selected scenario")
            )
            self.found.set_ink("problem" if warned else "ink")
            name = f"{scenario.name} · {scenario.fingerprint}"
            said = translate("List", "{name}: {text}", name=name, text=f"{beside}. {warned}")
            self.found.setText(said.strip())
        self.open_button.setEnabled(self._found is not None)

    def _open(self) -> None:
        if self._found is not None:
            found, self._found = self._found, None
            self.opened.emit(found)
            self.code.clear()
            self.close()

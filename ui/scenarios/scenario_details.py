"""Two small editors of a scenario: weeks, draws and seed; and what the scenario is about."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translatable, translate
from modeller.base.typed_numbers import whole_number
from modeller.scenario import Scenario
from modeller.wording import as_english, exact_number
from ui.desk.session import Session
from ui.look.access_letters import letter_dialog
from ui.look.buttons import ok_or_cancel
from ui.look.figure_edit import FigureEdit
from ui.look.layouts import nested
from ui.look.notices import problem_words
from ui.look.running_text import RunningText
from ui.look.style import theme

RUN = {
    "weeks": translatable("Scenario details", "Weeks projected"),
    "draws": translatable("Scenario details", "Draws"),
    "seed": translatable("Scenario details", "Seed"),
}
_RUN_HELP = {
    "weeks": translatable("Scenario details", "How far ahead: a year is 52 weeks."),
    "draws": translatable(
        "Scenario details", "How many possible futures lie behind every range. More take longer."
    ),
    "seed": translatable(
        "Scenario details",
        "Where the random numbers start. Another seed shows what luck alone changes.",
    ),
}
ABOUT = {
    "title": translatable("Scenario details", "Title"),
    "question": translatable("Scenario details", "Question"),
    "author": translatable("Scenario details", "Author"),
    "notes": translatable("Scenario details", "Notes"),
}
_ABOUT_HELP = {
    "title": translatable(
        "Scenario details", "What the scenario is called in charts, files and briefings."
    ),
    "question": translatable("Scenario details", "The question it is meant to answer."),
    "author": translatable("Scenario details", "Who is responsible for it."),
    "notes": translatable(
        "Scenario details", "Why it is set as it is, and what a reader should know."
    ),
}


def _said(text: str) -> str:
    return translate("Scenario details", text)


class _Form(QDialog):
    """A dialog of fields, a line for what is wrong with them, and two buttons.

    Signals
    -------
    chosen
        What the fields hold, by key; emitted once they are accepted.
    """

    chosen = Signal(object)

    def __init__(self, title: str, scenario: Scenario, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.scenario = scenario
        self.message = RunningText("", self, ink="problem", name="message")
        self.message.hide()
        self.buttons = ok_or_cancel(self, self._accept_if_good)
        column = QVBoxLayout(self)
        self.form = nested(column, QFormLayout())
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column.addWidget(self.message)
        column.addWidget(self.buttons)
        self.setMinimumWidth(theme().length(420))
        letter_dialog(self)

    def add_row(self, key: str, label: str, help_text: str, field: QWidget) -> None:
        """Add a labelled field that says what it is for."""
        field.setObjectName(key)
        field.setAccessibleName(label)
        field.setAccessibleDescription(help_text)
        field.setToolTip(help_text)
        self.form.addRow(label, field)

    @abstractmethod
    def fields(self) -> dict[str, object]:
        """What the fields hold.

        Raises
        ------
        ModellerError
            When one cannot be read.
        """

    def _accept_if_good(self) -> None:
        try:
            fields = self.fields()
            self.scenario.replace(**fields)
        except ModellerError as error:
            self.message.setText(" ".join(problem_words(problem) for problem in error.problems))
            self.message.show()
            return
        self.chosen.emit(fields)
        self.accept()


class HorizonEditor(_Form):
    """Weeks, draws and seed, set for all scenarios, since otherwise they cannot be compared."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(translate("Scenario details", "Horizon and draws"), scenario, parent)
        self.setObjectName("horizon-editor")
        for key, label in RUN.items():
            value = getattr(scenario, key)
            # a seed is a label made of digits, not a quantity
            field = FigureEdit(str(value) if key == "seed" else exact_number(value), self)
            self.add_row(key, _said(label), _said(_RUN_HELP[key]), field)
        self.everywhere = QCheckBox(
            translate("Scenario details", "For all scenarios, so that they can be compared"), self
        )
        self.everywhere.setObjectName("everywhere")
        self.everywhere.setChecked(True)
        self.form.addRow(self.everywhere)

    def fields(self) -> dict[str, object]:
        """Weeks, draws and seed."""
        found: dict[str, object] = {}
        problems = []
        for key, label in RUN.items():
            field = self.findChild(QLineEdit, key)
            assert isinstance(field, QLineEdit)
            typed = whole_number(as_english(field.text()))
            if typed is not None:
                found[key] = typed
            else:
                problems.append(
                    Problem(
                        _said(label),
                        translate("Scenario details", "is “{typed}”", typed=field.text()[:40]),
                        translate("Scenario details", "type a whole number"),
                    )
                )
        if problems:
            raise ModellerError(problems)
        return found


class AboutEditor(_Form):
    """Title, question, author and notes, which are for people and in no fingerprint."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(translate("Scenario details", "About this scenario"), scenario, parent)
        self.setObjectName("about-editor")
        for key, label in ABOUT.items():
            text = getattr(scenario, key)
            field = QPlainTextEdit(text, self) if key == "notes" else QLineEdit(text, self)
            if isinstance(field, QPlainTextEdit):
                field.setTabChangesFocus(True)
            else:
                field.setCursorPosition(0)
            if key == "title":
                field.selectAll()  # a copy's is to be replaced
            self.add_row(key, _said(label), _said(_ABOUT_HELP[key]), field)

    def fields(self) -> dict[str, object]:
        """The four texts."""
        found: dict[str, object] = {}
        for key in ABOUT:
            field = self.findChild(QWidget, key)
            if isinstance(field, QPlainTextEdit):
                found[key] = field.toPlainText().strip()
            elif isinstance(field, QLineEdit):
                found[key] = field.text().strip()
        return found


def edit_horizon(session: Session, parent: QWidget | None = None) -> HorizonEditor:
    """Open the editor of weeks, draws and seed for the selected scenario."""
    editor = HorizonEditor(session.scenario, parent)

    def take(fields: dict[str, object]) -> None:
        desk = session.desk
        letters = {slot.letter for slot in desk.slots}
        if not editor.everywhere.isChecked():
            letters = {desk.selected}
        try:
            slots = tuple(
                replace(slot, scenario=slot.scenario.replace(**fields))
                if slot.letter in letters
                else slot
                for slot in desk.slots
            )
        except ModellerError as error:  # a schedule may reach further
            session.failed.emit(error)
            return
        session.change(replace(desk, slots=slots), translate("Undo", "changing horizon and draws"))

    editor.chosen.connect(take)
    editor.finished.connect(editor.deleteLater)
    editor.open()
    return editor


def edit_about(session: Session, parent: QWidget | None = None) -> AboutEditor:
    """Open the editor of what the selected scenario is about."""
    editor = AboutEditor(session.scenario, parent)
    letter = session.desk.selected

    def take(fields: dict[str, object]) -> None:
        changed = session.desk.slot(letter).scenario.replace(**fields)
        if changed != session.desk.slot(letter).scenario:
            session.replace_scenario(changed, translate("Undo", "describing the scenario"), letter)

    editor.chosen.connect(take)
    editor.finished.connect(editor.deleteLater)
    editor.open()
    return editor

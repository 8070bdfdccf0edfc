"""What is unusual in a table, each thing to be confirmed on its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from modeller.base.language import cropped, translate, upper_first
from modeller.records.findings import Finding
from ui.look.layouts import nested
from ui.look.refocused import refocused
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.look.wheel import scrolls_by_wheel


class FindingsPage(QScrollArea):
    """A paragraph for each unusual thing, with the answers that can be given.

    A thing with one answer has a box to tick, one with several has a button for each. Children
    are named by the key of their answer, and "read TEXT" where a cell can be given a number.

    Signals
    -------
    answered
        A finding's kind and the key of its answer; the key is empty when a tick was removed.
    read
        A cell's text and the number it is to be read as.
    """

    answered = Signal(str, str)
    read = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._shown: object = None
        scrolls_by_wheel(self)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is unusual; what is already shown stays, and keeps the focus."""
        shown = [(one.kind, one.what, one.choices, one.texts) for one in findings]
        if shown == self._shown:
            return
        self._shown = shown
        with refocused(self):
            self._fill(findings)

    def _fill(self, findings: Sequence[Finding]) -> None:
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        rows.setSpacing(theme().length(8))
        if not findings:
            nothing = translate("Import", "Nothing unusual was found.")
            rows.addWidget(RunningText(nothing, inside, ink="muted"))
        for finding in findings:
            self._add(finding, inside, rows)
        rows.addStretch(1)
        self.setWidget(inside)

    def _add(self, finding: Finding, inside: QWidget, rows: QVBoxLayout) -> None:
        rows.addWidget(RunningText(finding.what, inside))
        single = len(finding.choices) == 1
        group = QButtonGroup(inside)
        for choice in finding.choices:
            text = upper_first(choice.what).replace("&", "&&")
            button: QAbstractButton = (QCheckBox if single else QRadioButton)(text, inside)
            button.setObjectName(choice.key)
            button.setAccessibleDescription(finding.what)
            button.setMinimumHeight(theme().length(24))
            group.addButton(button)
            button.setChecked(finding.accepted == choice.key)
            button.toggled.connect(
                lambda ticked, kind=finding.kind, key=choice.key: self._answer(
                    kind, key, ticked=ticked, single=single
                )
            )
            rows.addWidget(button)
        group.setExclusive(not single)
        for text in finding.texts:
            self._ask_number(text, inside, nested(rows, QHBoxLayout()))
        rows.addSpacing(theme().length(8))

    def _ask_number(self, text: str, inside: QWidget, row: QHBoxLayout) -> None:
        label = QLabel(
            translate("Import", "“{text}” is to be read as", text=cropped(text, 40)), inside
        )
        label.setTextFormat(Qt.TextFormat.PlainText)
        number = QLineEdit(inside)
        number.setObjectName(f"read {text}")
        number.setMaximumWidth(theme().length(80))
        number.setAccessibleName(label.text())
        label.setBuddy(number)
        number.editingFinished.connect(lambda: self._read(text, number))
        row.addWidget(label)
        row.addWidget(number)
        row.addStretch(1)

    def _answer(self, kind: str, key: str, *, ticked: bool, single: bool) -> None:
        if ticked or single:
            self.answered.emit(kind, key if ticked else "")

    def _read(self, text: str, number: QLineEdit) -> None:
        if number.text().strip():
            self.read.emit(text, number.text().strip())

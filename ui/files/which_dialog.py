"""Which of several scenarios to open, where the desk has no room for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from modeller.base.language import translate
from ui.desk.session import MOST_SCENARIOS
from ui.look.access_letters import letter_dialog
from ui.look.dialogs import as_dialog
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.work_panel import column, page_area


@dataclass(frozen=True)
class Chosen:
    """The positions of the chosen scenarios, and whether those on the desk stay beside them."""

    numbers: tuple[int, ...]
    beside: bool


class WhichDialog(QDialog):
    """A box for each scenario, and whether they stand beside those on the desk or in their place.

    Children are named "scenario-1" and so on, "beside" and "in-place".
    """

    def __init__(
        self, titles: Sequence[str], name: str, room: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("which-scenarios")
        self.setWindowTitle(translate("Files", "Which scenarios?"))
        self._room = room
        length = theme().length
        rows = QVBoxLayout(self)
        as_dialog(rows)
        asked = translate(
            "Files",
            "{name} holds {count} scenarios that are not on the desk, which has room for {room}.",
            name=name,
            count=len(titles),
            room=room,
        )
        rows.addWidget(RunningText(asked, self))
        self.boxes: list[QCheckBox] = []
        listed = QWidget(self)
        boxes = column(listed)
        for number, title in enumerate(titles, start=1):
            box = QCheckBox(title.replace("&", "&&"), self)
            box.setObjectName(f"scenario-{number}")
            box.setMinimumHeight(length(24))
            box.toggled.connect(self._check)
            self.boxes.append(box)
            boxes.addWidget(box)
        area = page_area(listed, self)
        height = min(listed.sizeHint().height(), self.screen().availableGeometry().height() // 2)
        area.setMinimumHeight(height)
        rows.addWidget(area, 1)
        self.beside = QRadioButton(translate("Files", "Beside those on the desk"), self)
        self.beside.setObjectName("beside")
        self.in_place = QRadioButton(
            translate("Files", "In place of those on the desk (Undo brings them back)"), self
        )
        self.in_place.setObjectName("in-place")
        for button in (self.beside, self.in_place):
            button.setMinimumHeight(length(24))
            rows.addWidget(button)
        self.note = RunningText("", self, size="note", ink="muted")
        rows.addWidget(self.note)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Open | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        rows.addWidget(self.buttons)
        self.beside.setEnabled(room > 0)
        (self.beside if room > 0 else self.in_place).setChecked(True)
        self.in_place.toggled.connect(self._check)
        for number, box in enumerate(self.boxes):
            box.setChecked(number < (room or MOST_SCENARIOS))
        self._check()
        letter_dialog(self)

    @property
    def chosen(self) -> Chosen:
        """What is ticked."""
        numbers = tuple(number for number, box in enumerate(self.boxes) if box.isChecked())
        return Chosen(numbers, self.beside.isChecked())

    def _check(self) -> None:
        """Allow opening only if something is ticked and there is room for all of it."""
        most = self._room if self.beside.isChecked() else MOST_SCENARIOS
        count = len(self.chosen.numbers)
        text = ""
        if count > most:
            text = translate(
                "Files", "{count} are ticked; there is room for {room}.", count=count, room=most
            )
        self.note.setText(text)
        good = 1 <= count <= most
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(good)

"""What a briefing contains and who is responsible for it: the left half of the briefing panel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from modeller.base.language import translate
from modeller.briefing import ALWAYS, ANALYSES, SECTIONS, About
from modeller.briefing.shown import WORKSHOP
from ui.desk.session import Desk, Slot
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.work_panel import column

_MOST_TEXT = 200
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Wanted:
    """What was asked for: letters in the order of the desk, sections, and the names.

    `explorable` is whether a web page has levers that its readers can move.
    """

    letters: tuple[str, ...]
    sections: tuple[str, ...]
    author: str
    audience: str
    checked_by: str
    signed_off_by: str
    explorable: bool = False

    def about(self, today: date) -> About:
        """Who made it, for whom, and how far it has been checked."""
        return About(
            on=today,
            author=self.author,
            audience=self.audience,
            checked_by=self.checked_by,
            signed_off_by=self.signed_off_by,
        )


class BriefingOptions(QWidget):
    """Scenarios, sections and names.

    Children are named "scenarios", "sections", "explorable", "author", "audience", "checked_by",
    "signed" and "signed_off_by".

    Signals
    -------
    changed
        Something else is wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scenarios = self._list("scenarios", translate("Briefing", "Scenarios in the briefing"))
        self.sections = self._list("sections", translate("Briefing", "Sections of the briefing"))
        for key in SECTIONS:
            if key != WORKSHOP:  # offered once there is a workshop
                self._section(key, checked=key not in ANALYSES)
        self.edits = {
            name: self._edit(name, said)
            for name, said in (
                ("author", translate("Briefing", "Author")),
                ("audience", translate("Briefing", "Audience")),
                ("checked_by", translate("Briefing", "Checked by")),
                ("signed_off_by", translate("Briefing", "Signed off by")),
            )
        }
        self.explorable = QCheckBox(translate("Briefing", "Web page with levers"), self)
        self.explorable.setObjectName("explorable")
        self.explorable.setToolTip(
            translate(
                "Briefing",
                "Readers of the web page can move levers in it. Its numbers are computed in their "
                "browser, without any network.",
            )
        )
        self.signed = QCheckBox(translate("Briefing", "Signed off"), self)
        self.signed.setObjectName("signed")
        self.signed.toggled.connect(self._sign)
        layout = column(self)
        for heading, widget in (
            (translate("Briefing", "Scenarios"), self.scenarios),
            (translate("Briefing", "Sections"), self.sections),
        ):
            layout.addWidget(RunningText(heading, self, bold=True))
            layout.addWidget(widget)
        layout.addWidget(self.explorable)
        layout.addWidget(
            RunningText(translate("Briefing", "Who is responsible for it"), self, bold=True)
        )
        form = nested(layout, QFormLayout())
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, name in (
            (translate("Briefing", "Author"), "author"),
            (translate("Briefing", "For"), "audience"),
            (translate("Briefing", "Checked by"), "checked_by"),
        ):
            form.addRow(label, self.edits[name])
        form.addRow(self.signed)
        form.addRow(translate("Briefing", "By"), self.edits["signed_off_by"])
        layout.addStretch(1)
        self._sign(False)
        for box in (self.scenarios, self.sections):
            box.itemChanged.connect(self._changed)

    def _list(self, name: str, title: str) -> QListWidget:
        box = QListWidget(self)
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return box

    def _item(
        self, box: QListWidget, text: str, key: str, *, checked: bool, fixed: bool = False
    ) -> None:
        # the box creates the item: clearing a box of items created in Python can crash the process
        box.addItem(text)
        item = box.item(box.count() - 1)
        item.setData(_ROLE, key)
        item.setToolTip(translate("Briefing", "Every briefing has this section") if fixed else text)
        flags = Qt.ItemFlag
        enabled = flags.NoItemFlags if fixed else flags.ItemIsUserCheckable | flags.ItemIsEnabled
        item.setFlags(enabled | flags.ItemIsSelectable)
        item.setCheckState(_CHECKED if checked or fixed else _UNCHECKED)
        self._fit(box)

    def _section(self, key: str, *, checked: bool) -> None:
        self._item(
            self.sections,
            translate("Briefing sections", SECTIONS[key]),
            key,
            checked=checked,
            fixed=key in ALWAYS,
        )

    def offer_workshop(self) -> None:
        """Offer a section on a workshop, and have it ticked."""
        known = [self._key(item) for item in self._items(self.sections)]
        if WORKSHOP not in known:
            self._section(WORKSHOP, checked=True)
        self.tick(WORKSHOP)

    def _fit(self, box: QListWidget) -> None:
        """As high as its rows."""
        rows = box.sizeHintForRow(0) * box.count() + 2 * box.frameWidth() + theme().length(4)
        box.setFixedHeight(rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Rows have their height once the window's style has reached them."""
        super().showEvent(event)
        for box in (self.scenarios, self.sections):
            box.ensurePolished()
            self._fit(box)

    def _edit(self, name: str, said: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setAccessibleName(said)
        edit.setMaxLength(_MOST_TEXT)
        edit.textChanged.connect(self._changed)
        return edit

    def _changed(self, _what: object = None) -> None:
        self.changed.emit()

    def _sign(self, signed: bool) -> None:
        """A briefing is a draft until somebody is named."""
        self.edits["signed_off_by"].setEnabled(signed)
        self.edits["signed_off_by"].setPlaceholderText(
            translate("Briefing", "Name of the person signing it off")
            if signed
            else translate("Briefing", "Draft: not signed off")
        )
        self.changed.emit()

    def set_desk(self, desk: Desk) -> None:
        """Offer the scenarios of the desk; new ones are in when they are visible."""
        known = {self._key(item): item.checkState() for item in self._items(self.scenarios)}
        self.scenarios.blockSignals(True)
        self.scenarios.clear()
        for slot in desk.slots:
            checked = known.get(self._slot_key(slot))
            inside = slot.visible if checked is None else checked == _CHECKED
            self._item(
                self.scenarios, self._title(desk, slot), self._slot_key(slot), checked=inside
            )
        self.scenarios.blockSignals(False)

    def _title(self, desk: Desk, slot: Slot) -> str:
        roles = [
            role
            for role, letter in (
                (translate("Briefing", "subject"), desk.selected),
                (translate("Briefing", "compared with"), desk.baseline),
            )
            if letter == slot.letter and desk.selected != desk.baseline
        ]
        return " · ".join((f"{slot.letter} {slot.scenario.name}", *roles))

    @staticmethod
    def _slot_key(slot: Slot) -> str:
        return f"{slot.letter}{slot.document}"

    @staticmethod
    def _items(box: QListWidget) -> list[QListWidgetItem]:
        return [box.item(row) for row in range(box.count())]

    @staticmethod
    def _key(item: QListWidgetItem) -> str:
        return str(item.data(_ROLE))

    def _ticked(self, box: QListWidget) -> tuple[str, ...]:
        return tuple(self._key(item) for item in self._items(box) if item.checkState() == _CHECKED)

    def tick(self, key: str, wanted: bool = True) -> None:
        """Take a section in or out, or a scenario by its letter."""
        for box in (self.scenarios, self.sections):
            for item in self._items(box):
                name = self._key(item)
                if name == key or (box is self.scenarios and name[:1] == key):
                    item.setCheckState(_CHECKED if wanted else _UNCHECKED)

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        texts = {name: edit.text().strip() for name, edit in self.edits.items()}
        if not self.signed.isChecked():
            texts["signed_off_by"] = ""
        return Wanted(
            letters=tuple(key[:1] for key in self._ticked(self.scenarios)),
            sections=self._ticked(self.sections),
            explorable=self.explorable.isChecked(),
            **texts,
        )

    @property
    def analyses(self) -> tuple[str, ...]:
        """The analyses that the wanted sections need."""
        return tuple(key for key in self.wanted.sections if key in ANALYSES)

"""Which site or borough of the record each place of a table is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from modeller.base.language import translatable, translate
from modeller.profiles import Profile
from modeller.records.places import PlaceMatch, site_names
from modeller.wording import exact_number
from ui.look.figure_table import FigureTable
from ui.look.refocused import refocused
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.look.wheel import minds_the_wheel, scrolls_by_wheel

_HEADS = (
    translatable("Import", "Place in the table"),
    translatable("Import", "Rows"),
    translatable("Import", "Is this site or borough"),
)
_MOST_SHOWN = 200
"""The most places that can be chosen for; those that nobody knows come first."""
_ORDER = ("unknown", "near", "borough", "said", "known")


class PlacesPage(QWidget):
    """The places of a table and what each stands for, which can be changed.

    Children are named "table_places" and, in its rows, "place 0" and so on.

    Signals
    -------
    said
        A place's text, and the site or borough it stands for.
    """

    said = Signal(str, str)

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._shown: object = None
        self.note = RunningText("", self, size="note", ink="muted", name="places_said")
        self.table = FigureTable(
            "table_places", translate("Import", "Which place is which site or borough"), self
        )
        scrolls_by_wheel(self.table)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*[theme().length(8)] * 4)
        rows.addWidget(self.note)
        rows.addWidget(self.table, 1)

    def show_places(self, matches: Sequence[PlaceMatch]) -> None:
        """Show what each place stands for."""
        counted: dict[PlaceMatch, int] = {}
        for match in matches:
            counted[match] = counted.get(match, 0) + 1
        if counted == self._shown:
            return
        self._shown = counted
        without = sum(number for match, number in counted.items() if not match.text)
        named = sorted(
            (match for match in counted if match.text),
            key=lambda match: (_ORDER.index(match.how), -counted[match], match.text),
        )
        self.note.setText(_said(named, without))
        with refocused(self):
            self._fill(named, counted)

    def _fill(self, named: Sequence[PlaceMatch], counted: Mapping[PlaceMatch, int]) -> None:
        shown = named[:_MOST_SHOWN]
        texts = [[match.text, exact_number(counted[match]), ""] for match in shown]
        self.table.fill([translate("Import", head) for head in _HEADS], texts, figures=(1,))
        names = (*site_names(self._profile), *sorted(self._profile.areas))
        for row, match in enumerate(shown):
            combo = self._choice(match, names)
            combo.setObjectName(f"place {row}")
            self.table.put(row, 2, combo)
        self.table.fit()

    def _choice(self, match: PlaceMatch, names: Sequence[str]) -> QComboBox:
        combo = QComboBox(self.table)
        combo.setAccessibleName(
            translate("Import", "Which site or borough “{place}” is", place=match.text)
        )
        stands_for = match.site or match.borough
        if not stands_for or match.how == "near":
            combo.addItem(translate("Import", "Not known: kept as it is"), "")
        combo.addItems(list(names))
        combo.setCurrentIndex(max(combo.findText(stands_for), 0))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(28)
        minds_the_wheel(combo)
        combo.activated.connect(lambda _index, combo=combo: self._say(match.text, combo))
        return combo

    def _say(self, text: str, combo: QComboBox) -> None:
        none = combo.currentData() == ""
        self.said.emit(text, "" if none else combo.currentText())


def _said(named: Sequence[PlaceMatch], without: int) -> str:
    """How many places are known, and that rows without one are kept."""
    if not named:
        return translate("Import", "The table names no places; its rows are kept without.")
    unknown = sum(match.how == "unknown" for match in named)
    said = (
        translate(
            "Import",
            "{named} places, {unknown} of them not known and kept as they are. Your choices are "
            "remembered.",
            named=exact_number(len(named)),
            unknown=exact_number(unknown),
        )
        if unknown
        else translate(
            "Import", "%n place(s), each of them known. Your choices are remembered.", n=len(named)
        )
    )
    if without:
        said += " " + translate("Import", "%n row(s) without a place are kept.", n=without)
    return said

"""What each column of a table is taken as: a row for each, with a choice."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from modeller.base.language import translatable, translate
from modeller.records.layouts import fields
from modeller.records.preview import Preview
from modeller.records.words import field_words
from ui.look.figure_table import FigureTable
from ui.look.refocused import refocused
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.look.wheel import minds_the_wheel, scrolls_by_wheel

_HEADS = (
    translatable("Import", "Column"),
    translatable("Import", "Its first cells"),
    translatable("Import", "Is taken as"),
)
_UNKNOWN = "unknown"


class ColumnsPage(QWidget):
    """The columns of a table and what each is taken as, which can be changed.

    Children are named "columns" and, in its rows, "column 0" and so on.

    Signals
    -------
    said
        The user's choice: heading and field, the field empty for a column that is not needed.
    """

    said = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.table = FigureTable(
            "columns", translate("Import", "Which column is taken as what"), self
        )
        scrolls_by_wheel(self.table)
        self.notes = RunningText("", self, size="note", ink="muted", name="notes")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*[theme().length(8)] * 4)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.notes)

    def show_preview(self, preview: Preview, notes: tuple[str, ...]) -> None:
        """Show the columns of a table; where nothing has changed the choices are left alone."""
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))
        if self._shown == (preview.columns, preview.samples):
            return
        self._shown = preview.columns, preview.samples
        with refocused(self):
            self._fill(preview)

    def _fill(self, preview: Preview) -> None:
        columns = [column for column in preview.columns if column.heading]
        texts = [
            [column.heading, " · ".join(preview.samples[column.place]), ""] for column in columns
        ]
        self.table.fill([translate("Import", head) for head in _HEADS], texts, widest=1)
        words = {field: field_words(field) for field in ("", *sorted(fields(), key=field_words))}
        for row, column in enumerate(columns):
            combo = self._choice(column.heading, column.field, words)
            combo.setObjectName(f"column {row}")
            self.table.put(row, 2, combo)
        self.table.fit()

    def _choice(self, heading: str, field: str | None, words: Mapping[str, str]) -> QComboBox:
        combo = QComboBox(self.table)
        title = translate("Import", "What “{heading}” is taken as", heading=heading)
        combo.setAccessibleName(title)
        if field is None:
            combo.addItem(field_words(None), _UNKNOWN)
        for each, text in words.items():
            combo.addItem(text, each)
        combo.setCurrentIndex(combo.findData(_UNKNOWN if field is None else field))
        minds_the_wheel(combo)
        combo.activated.connect(lambda _index, combo=combo: self._say(heading, combo))
        return combo

    def _say(self, heading: str, combo: QComboBox) -> None:
        field = combo.currentData()
        if field != _UNKNOWN:
            self.said.emit(heading, field)

"""Which rows of a table are left out, what is wrong in it, and which weeks differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from modeller.base.errors import Problem
from modeller.base.language import translatable, translate
from modeller.records.appending import Appended
from modeller.records.preview import Preview
from modeller.records.words import left_out_words
from modeller.wording import exact_number
from ui.look.figure_table import FigureTable
from ui.look.running_text import RunningText
from ui.look.style import theme

_PROBLEMS = (
    translatable("Records", "Where"),
    translatable("Records", "What is wrong"),
    translatable("Records", "What would be right"),
)
_LEFT_OUT = (
    translatable("Import", "Line"),
    translatable("Import", "Why it is left out"),
    translatable("Import", "Text"),
)
_CHANGED = (
    translatable("Import", "Week, and what differs: the record → the table"),
    translatable("Import", "What is done"),
)
_MOST_SHOWN = 500


class ProblemsTable(FigureTable):
    """What is wrong in a file: a row for each problem."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("problems", translate("Records", "What is wrong in the file"), parent)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show where each is, what is wrong there, and what would be right."""
        self.fill(
            [translate("Records", head) for head in _PROBLEMS],
            [[fault.where, fault.what, fault.remedy] for fault in problems],
            widest=2,
        )


class RowsPage(QWidget):
    """Three lists; an empty one is not shown.

    Children are named "problems", "left_out", "changed" and "rows_note".
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = RunningText("", self, ink="muted", name="rows_note")
        self.problems = ProblemsTable(self)
        self.left_out = FigureTable("left_out", translate("Import", "Rows left out"), self)
        self.changed = FigureTable(
            "changed", translate("Import", "Weeks with other figures than the record’s"), self
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*[theme().length(8)] * 4)
        for widget in (self.note, self.problems, self.left_out, self.changed):
            rows.addWidget(widget, 0 if widget is self.note else 1)

    def show_rows(self, preview: Preview, joined: Appended | None) -> None:
        """Show what is wrong, left out and different."""
        self.problems.show_problems(preview.problems[:_MOST_SHOWN])
        out = preview.left_out[:_MOST_SHOWN]
        self.left_out.fill(
            [translate("Import", head) for head in _LEFT_OUT],
            [[exact_number(row.line), left_out_words(row), row.text] for row in out],
            figures=(0,),
            widest=2,
        )
        changed = () if joined is None else joined.changed[:_MOST_SHOWN]
        self.changed.fill(
            [translate("Import", head) for head in _CHANGED],
            [
                [
                    one.words,
                    translate("Import", "a known difference: the record’s figures are kept")
                    if one.known
                    else translate("Import", "to be confirmed"),
                ]
                for one in changed
            ],
        )
        for table in (self.problems, self.left_out, self.changed):
            table.setVisible(table.rowCount() > 0)
        shown = any(table.rowCount() for table in (self.problems, self.left_out, self.changed))
        self.note.setText("" if shown else translate("Import", "Every row is taken."))
        self.note.setVisible(not shown)

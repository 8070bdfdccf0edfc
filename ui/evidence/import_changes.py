"""What a record would change: every calibrated number, and the ledger's scores."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translatable, translate
from modeller.ledger import LedgerScore, default_path, read_ledger, score_ledger
from modeller.profiles import Profile
from modeller.records.importing import Import
from modeller.records.posterior_changes import PosteriorChange, posterior_changes
from modeller.wording import exact_number
from ui.evidence.ledger_panel import running_words, score_rows
from ui.evidence.record_words import change_rows
from ui.look.figure_table import FigureTable
from ui.look.notices import problem_words
from ui.look.running_text import RunningText
from ui.look.style import theme

_SCORES = (
    translatable("Ledger", "Entry"),
    translatable("Ledger", "Outcome"),
    translatable("Ledger", "Happened"),
    translatable("Ledger", "Median"),
    translatable("Ledger", "80 % band"),
    translatable("Ledger", "Where the total lies"),
    translatable("Ledger", "Weeks inside 80 %"),
)


@dataclass(frozen=True)
class Changes:
    """What a record changes; `trouble` is why the ledger was not scored."""

    numbers: tuple[PosteriorChange, ...]
    scores: LedgerScore | None
    trouble: tuple[Problem, ...] = ()


def changes_of(planned: Import, ledger: Path | None) -> Changes:
    """Every calibrated number under the present record and this one, and the ledger's scores.

    Raises
    ------
    ModellerError
        When the record holds nothing to calibrate on.
    """
    numbers = posterior_changes(planned.record, planned.profile, planned.before)
    try:
        entries = read_ledger(ledger or default_path())
    except ModellerError as error:  # a damaged ledger is no reason to refuse the record
        return Changes(numbers, None, error.problems)
    return Changes(numbers, score_ledger(entries, planned.record) if entries else None)


class ChangesPage(QWidget):
    """Two tables: the numbers before and after, and how locked projections did on these weeks.

    Children are named "changes", "changes_note", "import_scores" and "running".
    """

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.note = RunningText("", self, ink="muted", name="changes_note")
        self.table = FigureTable(
            "changes", translate("Import", "Every calibrated number before and after"), self
        )
        self.running = RunningText("", self, ink="muted", name="running")
        self.scores = FigureTable(
            "import_scores", translate("Import", "Locked projections against these weeks"), self
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*[theme().length(8)] * 4)
        rows.addWidget(self.note)
        rows.addWidget(self.table, 3)
        rows.addWidget(self.running)
        rows.addWidget(self.scores, 2)
        self.wait(confirmed=False)

    def wait(self, *, confirmed: bool) -> None:
        """Show no numbers yet: they are being calculated, or something must be confirmed first."""
        for widget in (self.table, self.running, self.scores):
            widget.hide()
        self.note.setText(
            translate("Import", "Calibrating on these weeks …")
            if confirmed
            else translate(
                "Import", "Every calibrated number is shown here once everything is confirmed."
            )
        )

    def show_changes(self, found: Changes, planned: Import) -> None:
        """Show the numbers, and the scores where anything was locked."""
        before = planned.before_label
        self.note.setText(translate("Import", "Median and 90 % range, before and after."))
        heads = (
            translate("Records", "Number"),
            translate("Records", "Unit"),
            before,
            translate("Records", "This record"),
            "",
        )
        self.table.fill(heads, change_rows(found.numbers), figures=(2, 3))
        self.table.show()
        if found.trouble:
            faults = " ".join(problem_words(fault) for fault in found.trouble)
            self.running.setText(
                translate("Import", "The ledger cannot be scored: {faults}", faults=faults)
            )
            self.running.show()
        if found.scores is None:
            return
        declared = self._profile.catalogue
        self.running.setText(running_words(found.scores, declared))
        rows = [
            [exact_number(scored.entry.number), *row]
            for scored in found.scores.entries
            for row in score_rows(scored, declared)
        ]
        self.scores.fill(
            [translate("Ledger", head) for head in _SCORES], rows, figures=(0, 2, 3, 4, 6)
        )
        self.running.show()
        self.scores.setVisible(bool(rows))

"""What would have to be true: switching values beside what their evidence allows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from modeller.analysis.answers import officers_lost_sentence, switching_sentence
from modeller.analysis.phrases import evidence_words, switching_words
from modeller.analysis.targets import Goal
from modeller.analysis.what_must_be_true import SwitchingValues, switching_values
from modeller.base.language import translatable, translate
from modeller.wording import value_words
from ui.analysis.choosers import GoalEditor
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question
from ui.analysis.ranges import RangesGraphic
from ui.analysis.table import AnalysisTable
from ui.desk.session import Session

_EXPLANATION = translatable(
    "Switching values",
    "Each belief and circumstance is moved by itself over its slider, with its own spread and all "
    "else unchanged, until the target switches (a switching value). Beside it stands what its "
    "evidence allows: a 90 % range, published, derived or a judgement.",
)


class WhatMustBeTruePanel(AnalysisPanel):
    """For a target: where each belief and circumstance switches it."""

    waiting = translatable(
        "Analysis", "Moving each belief and circumstance until the target switches"
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("what-must-be-true", session, parent)
        self.editor = GoalEditor(session.profile.catalogue, self)
        self.choosers.addWidget(self.editor, 1)
        self.ranges, self.table = (
            RangesGraphic("ranges", session.profile.catalogue, self),
            AnalysisTable("switching-table", self),
        )
        self.add_page(
            translate("Switching values", "Switching values"),
            self.ranges,
            self.table,
            translate("Switching values", _EXPLANATION),
        )
        self.editor.changed.connect(self.refresh)

    def question(self) -> Question:
        """The switching values of a target."""
        return Question(self.session.scenario, (self.editor.goal(),))

    def solve(self, question: Question, calculation: Calculation) -> SwitchingValues:
        """Run it, in another thread."""
        goal = question.asked[0]
        assert isinstance(goal, Goal)
        return switching_values(
            calculation.scenario(question.scenario),
            goal,
            declared=calculation.declared(question.scenario),
            evaluate=calculation.evaluate([goal.measure.outcome]),
            progress=calculation.report,
        )

    def show_answer(self, question: Question, answer: Any) -> None:
        """Picture, table and sentences."""
        found: SwitchingValues = answer
        declared = question.scenario.catalogue
        self.finding.setText(switching_sentence(found, declared))
        lost = found.officers_lost
        self.note.setText("" if lost is None else officers_lost_sentence(lost, question.scenario))
        # what switches it is what the reader looks for: the least move first
        bearing = sorted(
            (value for value in found.values if value.bears),
            key=lambda value: (value.way is None, not value.within_evidence, value.way or 0.0),
        )
        self.ranges.show_found(bearing)
        self.table.show_cells(
            (
                translate("Switching values", "By itself"),
                translate("Switching values", "now"),
                translate("Switching values", "the target is met at"),
                translate("Switching values", "its evidence"),
                "",
                translate("Switching values", "switches at"),
            ),
            [
                (
                    value.label,
                    (value_words(declared.sliders[value.key], value.now), value.now),
                    switching_words(value, declared),
                    evidence_words(value, declared),
                    translate("Switching values", "within") if value.within_evidence else "",
                    (
                        ""
                        if value.value is None
                        else value_words(declared.sliders[value.key], value.value),
                        value.value,
                    ),
                )
                for value in bearing
            ],
        )

"""What is worth knowing first: how learning one belief would raise the chance of a target."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from modeller.analysis.knowing_words import (
    choice_words,
    gain_words,
    hundredths,
    knowing_sentence,
    once_known_words,
    unified_sentence,
)
from modeller.analysis.targets import Goal
from modeller.analysis.value_of_knowing import ValueOfKnowing, value_of_knowing
from modeller.base.language import translatable, translate
from modeller.wording import of_100
from ui.analysis.choosers import GoalEditor
from ui.analysis.knowing_graphic import KnowingGraphic
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question
from ui.analysis.table import AnalysisTable
from ui.desk.session import Session

_EXPLANATION = translatable(
    "Value of knowing",
    "The decision is the scenario with the highest chance of the target, over the futures as they "
    "are believed. Each belief is taken to equally likely values of its spread, exactly known, "
    "with the same luck; what choosing then adds to the chance on average is the expected value "
    "of partial perfect information (EVPPI). Learning everything, luck too, would add {all} of "
    "100.",
)


class ValueOfKnowingPanel(AnalysisPanel):
    """A target, the scenarios on the desk, and what learning each belief would add."""

    waiting = translatable("Analysis", "Learning one belief after the other")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("value-of-knowing", session, parent)
        declared = session.profile.catalogue
        self.editor = GoalEditor(declared, self)
        self.editor.futures.hide()  # the chance is what is raised
        self.choosers.addWidget(self.editor, 1)
        self.picture, self.table = (
            KnowingGraphic("knowing", session.profile.catalogue, self),
            AnalysisTable("knowing-table", self),
        )
        self.add_page(
            translate("Value of knowing", "Once it is known"), self.picture, self.table, ""
        )
        self.editor.changed.connect(self.refresh)

    def question(self) -> Question | None:
        """The gain in a target's chance from learning each belief."""
        desk = self.session.desk
        here = self.session.scenario
        others = tuple(
            slot.scenario
            for slot in desk.slots
            if slot.letter != desk.selected
            and slot.scenario.inputs_digest != here.inputs_digest
            and slot.scenario.record == here.record
        )
        if not others:
            self.say_empty(
                translate("Value of knowing", "Nothing to choose between"),
                translate(
                    "Value of knowing",
                    "What is worth knowing depends on what you choose between: open a second "
                    "scenario, or duplicate this one and move a lever.",
                ),
            )
            return None
        return Question(here, (self.editor.goal(),), others)

    def solve(self, question: Question, calculation: Calculation) -> ValueOfKnowing:
        """Run it, in another thread."""
        goal = question.asked[0]
        assert isinstance(goal, Goal)
        first = question.scenario
        options = [
            calculation.scenario(
                each.replace(weeks=first.weeks, draws=first.draws, seed=first.seed)
            )
            for each in (first, *question.others)
        ]
        return value_of_knowing(
            options,
            goal,
            declared=calculation.declared(first),
            evaluate=calculation.evaluate([goal.measure.outcome]),
            progress=calculation.report,
        )

    def show_answer(self, question: Question, answer: Any) -> None:
        """Sentence, picture and table."""
        found: ValueOfKnowing = answer
        declared = question.scenario.catalogue
        self.finding.setText(knowing_sentence(found, declared))
        chances = translate("List", "; ").join(
            translate(
                "Value of knowing",
                "{title} {chance} of 100",
                title=scenario.name,
                chance=of_100(float(chance)),
            )
            for scenario, chance in zip(found.scenarios, found.chances, strict=True)
        )
        today = translate(
            "Value of knowing",
            "The chance of it as things are believed: {chances}.",
            chances=chances,
        )
        self.note.setText(" ".join(filter(None, (today, unified_sentence(found)))))
        self.body.pages[0].explanation.setText(
            translate("Value of knowing", _EXPLANATION, all=hundredths(found.everything))
        )
        desk = self.session.desk
        rest = [slot.letter for slot in desk.slots if slot.scenario in question.others]
        self.picture.show_found(found, "".join((desk.selected, *rest)))
        self.table.show_cells(
            (
                translate("Value of knowing", "Learnt first"),
                translate("Value of knowing", "adds, of 100"),
                translate("Value of knowing", "highest chance, once known"),
                translate("Value of knowing", "who has it"),
            ),
            [
                (
                    each.label,
                    (gain_words(each), 100.0 * each.gain),
                    once_known_words(each),
                    choice_words(each, found.scenarios, declared),
                )
                for each in found.beliefs
            ],
        )

"""How much it would take: where one or two levers must stand, and a button to put them there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from modeller.analysis.along import along
from modeller.analysis.answers import sought_sentence
from modeller.analysis.phrases import goal_words, name, reached_words
from modeller.analysis.seek import Sought, seek
from modeller.analysis.targets import Goal
from modeller.base.language import translatable, translate, upper_first
from modeller.wording import value_words
from modeller.wording.numbers import three_figures
from ui.analysis.choosers import GoalEditor, slider_combo
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question
from ui.analysis.reach_graphic import Reach, ReachGraphic
from ui.analysis.table import AnalysisTable
from ui.desk.session import Session
from ui.look.buttons import push_button
from ui.look.combo import choose
from ui.look.running_text import RunningText

EXPLANATION = translatable(
    "Seek",
    "The search moves by the lever’s own steps and has projected the value that it names; at the "
    "next step the target is no longer met. With two levers it takes the shortest way, each "
    "measured by its range. A lever on a schedule is given one value for the whole horizon.",
)


class SeekPanel(AnalysisPanel):
    """A target, one or two levers, the answer, and “Use this setting”.

    Children are named "relation", "figure", "outcome", "futures", "lever", "second-lever", "use".
    """

    waiting = translatable("Analysis", "Moving the lever until the target is met")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("seek", session, parent)
        declared = session.profile.catalogue
        self.editor = GoalEditor(declared, self)
        self.choosers.addWidget(self.editor, 1)
        self.new_row()
        self.first = slider_combo(
            declared, "lever", translate("Target", "Lever to move"), parent=self
        )
        self.second = slider_combo(
            declared,
            "second-lever",
            translate("Target", "Second lever to move"),
            none=translate("Target", "nothing else"),
            parent=self,
        )
        choose(self.first, next(iter(declared.levers)))
        self.use = push_button(
            "use", translate("Target", "Use this setting"), self, self.use_answer
        )
        self.use.setEnabled(False)
        self.choosers.addWidget(
            RunningText(translate("Target", "Meet it by moving"), self, wrap=False)
        )
        self.choosers.addWidget(self.first, 1)
        self.choosers.addWidget(RunningText(translate("Target", "and"), self, wrap=False))
        self.choosers.addWidget(self.second, 1)
        self.choosers.addWidget(self.use)
        self.reach, self.table = (
            ReachGraphic("reach", declared, self),
            AnalysisTable("along-table", self),
        )
        self.add_page(
            translate("Seek", "Along the lever"),
            self.reach,
            self.table,
            translate("Seek", EXPLANATION),
        )
        self._sought: tuple[Question, Sought] | None = None
        self.editor.changed.connect(self.refresh)
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Ask anew; until that is answered there is no setting to use."""
        self.use.setEnabled(False)
        super().refresh()

    def question(self) -> Question:
        """The target, and which levers may move."""
        keys = [str(self.first.currentData()), str(self.second.currentData())]
        vary = tuple(dict.fromkeys(key for key in keys if key))
        return Question(self.session.scenario, (self.editor.goal(), vary))

    def live_first(self, question: Question) -> bool:
        """Two levers take hundreds of runs, live or not."""
        return len(_vary(question)) == 1

    def solve(self, question: Question, calculation: Calculation) -> Reach:
        """Run it, in another thread."""
        goal, vary = _goal(question), _vary(question)
        scenario = calculation.scenario(question.scenario)
        declared = calculation.declared(scenario)
        evaluate = calculation.evaluate([goal.measure.outcome])
        found = seek(
            scenario,
            goal,
            vary,
            declared=declared,
            evaluate=evaluate,
            progress=lambda share: calculation.report(0.7 * share),
        )
        base = scenario
        for key, value in list(zip(found.vary, found.values, strict=True))[1:]:
            base = base.with_value(key, value)
        line = along(
            base,
            goal.measure,
            vary[0],
            also=(found.values[0],),
            declared=declared,
            evaluate=evaluate,
            progress=lambda share: calculation.report(0.7 + 0.3 * share),
        )
        return Reach(found, line)

    def show_answer(self, question: Question, answer: Any) -> None:
        """Sentence, picture and table."""
        found: Reach = answer
        declared = question.scenario.catalogue
        sought, goal = found.sought, found.sought.goal
        self.finding.setText(sought_sentence(sought, declared))
        self.note.setText(
            translate(
                "Seek",
                "As it stands, with {standing}: {reached}.",
                standing=translate("List", " and ").join(
                    translate(
                        "Seek",
                        "{lever} at {value}",
                        lever=name(key, declared),
                        value=value_words(declared.sliders[key], value),
                    )
                    for key, value in zip(sought.vary, sought.stood, strict=True)
                ),
                reached=reached_words(goal, sought.measured_now, declared),
            )
        )
        self.reach.show_found(found, self.session.desk.selected)
        first = declared.sliders[sought.vary[0]]
        self.table.show_cells(
            (
                first.label,
                translate("Seek", "what the target asks for"),
                translate("Seek", "target"),
            ),
            [
                (
                    (value_words(first, value), value),
                    (three_figures(measure), measure),
                    translate("Seek", "met") if goal.met(measure) else translate("Seek", "missed"),
                )
                for value, measure in zip(found.along.values, found.along.measures, strict=True)
            ],
        )
        self.table.setToolTip(upper_first(goal_words(goal, declared)))
        settled = self._shown is not None and self._shown[1]
        self._sought = (question, sought)
        self.use.setEnabled(settled and sought.answer is not None)

    def use_answer(self) -> None:
        """Put the levers where the goal is met: one step to undo."""
        if self._sought is None:
            return
        question, found = self._sought
        if found.answer is None or question.key != self.question().key:
            return
        scenario = self.session.scenario
        for key, value in zip(found.vary, found.values, strict=True):
            scenario = scenario.with_value(key, value)
        self.session.replace_scenario(scenario, translate("Undo", "the setting found"))


def _goal(question: Question) -> Goal:
    goal = question.asked[0]
    assert isinstance(goal, Goal)
    return goal


def _vary(question: Question) -> tuple[str, ...]:
    vary = question.asked[1]
    assert isinstance(vary, tuple)
    return vary

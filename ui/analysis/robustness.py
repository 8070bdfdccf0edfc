"""Where the plan fails: the regions of beliefs and circumstances in which it misses a target."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from modeller.analysis.answers import robustness_sentence
from modeller.analysis.phrases import limit_words, region_words
from modeller.analysis.robustness import CASES, Robustness, robustness
from modeller.analysis.targets import Goal
from modeller.base.language import translatable, translate
from modeller.wording import exact_number, percent, value_range_words
from ui.analysis.choosers import GoalEditor
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question
from ui.analysis.regions import RegionsGraphic
from ui.analysis.table import AnalysisTable, Cell
from ui.desk.session import Session

LIVE_CASES = 2048


_EXPLANATION = translatable(
    "Where the plan fails",
    "Beliefs are drawn from their evidence and circumstances spread evenly over their sliders, "
    "which searches and does not forecast. Boxes are peeled until failures gather in them (PRIM): "
    "coverage is the share of all misses that a box holds, density the share of its cases that "
    "miss.",
)


class RobustnessPanel(AnalysisPanel):
    """Regions in words, with coverage and density."""

    waiting = translatable("Analysis", "Running the plan under many circumstances")
    cases = CASES

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("robustness", session, parent)
        self.editor = GoalEditor(session.profile.catalogue, self)
        self.editor.futures.hide()  # a case is one future
        self.choosers.addWidget(self.editor, 1)
        self.regions, self.table = (
            RegionsGraphic("regions", session.profile.catalogue, self),
            AnalysisTable("regions-table", self),
        )
        self.add_page(
            translate("Where the plan fails", "Regions"),
            self.regions,
            self.table,
            translate("Where the plan fails", _EXPLANATION),
        )
        self.editor.changed.connect(self.refresh)

    def question(self) -> Question:
        """The regions in which a target is missed."""
        return Question(self.session.scenario, (self.editor.goal(),))

    def live_words(self, _question: Question) -> str:
        """Cases of its own, whatever draws the scenario has."""
        return translate(
            "Where the plan fails",
            "First answer, from {few} of {cases} cases",
            few=exact_number(LIVE_CASES),
            cases=exact_number(self.cases),
        )

    def solve(self, question: Question, calculation: Calculation) -> Robustness:
        """Run it, in another thread."""
        goal = question.asked[0]
        assert isinstance(goal, Goal)
        cases = self.cases if calculation.settled else min(self.cases, LIVE_CASES)
        return robustness(
            question.scenario,
            goal,
            cases=cases,
            declared=calculation.declared(question.scenario),
            progress=calculation.report,
        )

    def show_answer(self, question: Question, answer: Any) -> None:
        """Picture, table and sentences."""
        found: Robustness = answer
        declared = question.scenario.catalogue
        self.finding.setText(robustness_sentence(found, declared))
        varied = ", ".join(
            f"{declared.sliders[key].label_within} "
            f"{value_range_words(declared.sliders[key], *ends)}"
            for key, ends in found.ranges.items()
        )
        cases = exact_number(found.cases)
        self.note.setText(
            translate(
                "Where the plan fails",
                "{cases} cases, with circumstances spread evenly, which is not a forecast: "
                "{varied}.",
                cases=cases,
                varied=varied,
            )
            if varied
            else translate("Where the plan fails", "{cases} cases.", cases=cases)
        )
        self.regions.show_found(found)
        rows: list[tuple[Cell, ...]] = [
            (
                f"{number}. {region_words(box, declared)}"
                if len(box.limits) == 1
                else f"{number}. "
                + translate("List", "; ").join(
                    limit_words(limit, declared) for limit in box.limits
                ),
                (percent(box.coverage), box.coverage),
                (percent(box.density), box.density),
                (percent(box.mass), box.mass),
            )
            for number, box in enumerate(found.boxes, start=1)
        ]
        rows.append(
            (
                translate("Where the plan fails", "All cases"),
                (percent(1.0 if found.failing else 0.0), 1.0 if found.failing else 0.0),
                (percent(found.failing), found.failing),
                (percent(1.0), 1.0),
            )
        )
        heads = (
            translate("Where the plan fails", "Region"),
            translate("Where the plan fails", "of all misses, here"),
            translate("Where the plan fails", "of cases here, missed"),
            translate("Where the plan fails", "of all cases"),
        )
        self.table.show_cells(heads, rows)

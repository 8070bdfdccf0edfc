"""What changed the number: the difference between two scenarios, shared out among what changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from modeller.analysis.answers import what_changed_sentence
from modeller.analysis.phrases import difference_style, signed
from modeller.analysis.targets import Measure
from modeller.analysis.what_changed import Attribution, Group, Interaction, Result, attribute
from modeller.base.language import translatable, translate
from modeller.scenario import Scenario
from modeller.wording import Style
from ui.analysis.choosers import MeasureChooser
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question
from ui.analysis.table import AnalysisTable, Cell
from ui.analysis.waterfall import Fall, WaterfallGraphic
from ui.desk.session import Session
from ui.look.combo import choose, combo
from ui.look.running_text import RunningText

_MOST_PAIRS = 3
BASELINE = "baseline"
EVERYTHING = "everything"


_KINDS: dict[Group, str] = {
    "choices": translatable("What changed the number", "choices"),
    "circumstances": translatable("What changed the number", "circumstances"),
    "beliefs": translatable("What changed the number", "beliefs"),
    "horizon": translatable("What changed the number", "horizon"),
    "record": translatable("What changed the number", "record"),
    "luck": translatable("What changed the number", "luck"),
    "model": translatable("What changed the number", "model"),
}


_EXPLANATION = translatable(
    "What changed the number",
    "Each part is what the change adds on average over every order in which the changes could be "
    "made (its Shapley value), so that the parts add up to the difference; beside it, what the "
    "change does alone.",
)


def _pair_words(pair: Interaction, written: Style) -> str:
    first, second = pair.labels
    return translate(
        "What changed the number",
        "{first} with {second} {size}",
        first=first,
        second=second,
        size=signed(written, pair.size),
    )


class WhatChangedPanel(AnalysisPanel):
    """A waterfall from another scenario to the selected one."""

    waiting = translatable("Analysis", "Making the changes in every order")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("what-changed", session, parent)
        self.first = combo(
            "from", translate("What changed the number", "Scenario to start from"), self, 10
        )
        self.measure = MeasureChooser(session.profile.catalogue, Measure("arrests"), self)
        self.choosers.addWidget(
            RunningText(translate("What changed the number", "From"), self, wrap=False)
        )
        self.choosers.addWidget(self.first, 1)
        self.choosers.addWidget(
            RunningText(
                translate("What changed the number", "to the selected one:"), self, wrap=False
            )
        )
        self.choosers.addWidget(self.measure, 2)
        self.waterfall, self.table = (
            WaterfallGraphic("waterfall", session.profile.catalogue, self),
            AnalysisTable("what-changed-table", self),
        )
        self.add_page(
            translate("What changed the number", "What changed it"),
            self.waterfall,
            self.table,
            translate("What changed the number", _EXPLANATION),
        )
        self._list_scenarios()
        self.first.activated.connect(self.refresh)
        self.measure.changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Offer the scenarios now on the desk, then ask."""
        self._list_scenarios()
        super().refresh()

    def _list_scenarios(self) -> None:
        """The baseline of the desk, each other scenario, and the catalogue's own settings."""
        desk = self.session.desk
        items = [(translate("What changed the number", "The desk’s baseline"), BASELINE)]
        items += [
            (f"{slot.letter} {slot.scenario.name}", slot.letter)
            for slot in desk.slots
            if slot.letter != desk.selected
        ]
        items.append(
            (translate("What changed the number", "Every slider at its baseline"), EVERYTHING)
        )
        old = [(self.first.itemText(i), self.first.itemData(i)) for i in range(self.first.count())]
        if items != old:
            chosen = self.first.currentData()
            self.first.clear()
            for text, data in items:
                self.first.addItem(text, data)
            choose(self.first, chosen)

    def begun_with(self) -> Scenario:
        """The scenario that the waterfall begins with."""
        desk, chosen = self.session.desk, str(self.first.currentData())
        if chosen == EVERYTHING:
            return desk.scenario.replace(
                changes={},
                title=translate("What changed the number", "Every slider at its baseline"),
            )
        return desk.slot(desk.baseline if chosen == BASELINE else chosen).scenario

    def question(self) -> Question | None:
        """The parts of a measure's difference."""
        first = self.begun_with()
        if first.inputs_digest == self.session.scenario.inputs_digest:
            self.say_empty(
                translate("What changed the number", "Nothing differs"),
                translate(
                    "What changed the number",
                    "{title} and the selected scenario have the same settings: move a lever, or "
                    "choose another scenario to start from.",
                    title=first.name,
                ),
            )
            return None
        return Question(self.session.scenario, (self.measure.measure,), (first,))

    def live_first(self, question: Question) -> bool:
        """With other draws in the two, the draws are part of what is asked."""
        return question.others[0].draws == question.scenario.draws

    def solve(self, question: Question, calculation: Calculation) -> Attribution:
        """Run it, in another thread."""
        measure = question.asked[0]
        assert isinstance(measure, Measure)
        first, second = (calculation.scenario(s) for s in (*question.others, question.scenario))
        few = calculation.evaluate([measure.outcome])
        return attribute(
            Result(first, calculation.declared(first)),
            Result(second, calculation.declared(second)),
            measure,
            evaluate=None if few is None else lambda _catalogue: few,
            progress=calculation.report,
        )

    def show_answer(self, question: Question, answer: Any) -> None:
        """Waterfall, table and sentence."""
        found: Attribution = answer
        # as fine as the sentence above has it
        declared = question.scenario.catalogue
        written = difference_style(found.measure, found.first, found.second, declared)
        step = written.step or 1.0
        parts = sorted(
            zip(found.parts, found.rounded(step), strict=True), key=lambda pair: -abs(pair[1])
        )
        self.finding.setText(what_changed_sentence(found, question.scenario.catalogue))
        pairs = [pair for pair in found.interactions if abs(pair.size) >= step][:_MOST_PAIRS]
        self.note.setText(
            translate(
                "What changed the number",
                "Together beyond what each does alone (shared out in the parts): {pairs}.",
                pairs=translate("List", "; ").join(_pair_words(pair, written) for pair in pairs),
            )
            if pairs
            else ""
        )
        first, second = question.others[0].name, question.scenario.name
        falls = [Fall(first, written.figure(found.first), found.first, found.first)]
        place = found.first
        for part, size in parts:
            after = place + part.contribution
            kind = translate("What moved it", _KINDS[part.group])
            label = f"{part.label} · {kind}"
            falls.append(Fall(label, signed(written, size), place, after, part.group))
            place = after
        falls.append(Fall(second, written.figure(found.second), found.second, found.second))
        self.waterfall.show_falls(
            tuple(falls), question.scenario.catalogue.outcomes[found.measure.outcome].unit
        )
        rows: list[tuple[Cell, ...]] = [
            (first, (written.figure(found.first), found.first), ("", None), ""),
            *(
                (
                    part.label,
                    (signed(written, size), part.contribution),
                    (signed(written, part.alone), part.alone),
                    translate("What changed the number", _KINDS[part.group]),
                )
                for part, size in parts
            ),
            (second, (written.figure(found.second), found.second), ("", None), ""),
        ]
        self.table.show_cells(
            (
                translate("What changed the number", "What changed it"),
                translate("What changed the number", "part"),
                translate("What changed the number", "changed alone"),
                translate("What changed the number", "kind"),
            ),
            rows,
        )

"""Which assumption matters most: the tornado, and the shares of the spread on request."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from modeller.analysis.answers import measure_words, sobol_sentence, style_of, tornado_sentence
from modeller.analysis.sensitivity import SobolShares, Tornado, sobol_shares, tornado
from modeller.analysis.targets import Measure
from modeller.base.language import translatable, translate, upper_first
from modeller.wording import percent
from ui.analysis.choosers import MeasureChooser
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question
from ui.analysis.table import AnalysisTable
from ui.analysis.tornado import SharesGraphic, TornadoGraphic, end_words
from ui.desk.session import Session
from ui.look.running_text import RunningText

_SHARES = "shares"


class SensitivityPanel(AnalysisPanel):
    """Which belief moves the number, and how much of its spread each accounts for."""

    waiting = translatable("Analysis", "Moving each belief over its evidence")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("sensitivity", session, parent)
        self.chooser = MeasureChooser(session.profile.catalogue, Measure("arrests"), self)
        self.choosers.addWidget(
            RunningText(translate("Sensitivity", "What drives"), self, wrap=False)
        )
        self.choosers.addWidget(self.chooser, 1)
        self.tornado, self.shares = (
            TornadoGraphic(session.profile.catalogue, self),
            SharesGraphic(self),
        )
        self.tornado_table = AnalysisTable("tornado-table", self)
        self.shares_table = AnalysisTable("shares-table", self)
        self.add_page(
            translate("Sensitivity", "Over the evidence"), self.tornado, self.tornado_table
        )
        self.add_page(
            translate("Sensitivity", "Shares of the spread"), self.shares, self.shares_table
        )
        self.chooser.changed.connect(self.refresh)

    def question(self) -> Question:
        """The tornado of a measure, or the shares of its outcome."""
        measure = self.chooser.measure
        if self.tabs.currentIndex() == 1:
            return Question(self.session.scenario, (_SHARES, measure.outcome))
        return Question(self.session.scenario, (measure,))

    def live_first(self, question: Question) -> bool:
        """Shares from few draws would be all error."""
        return question.asked[0] != _SHARES

    def solve(self, question: Question, calculation: Calculation) -> Tornado | SobolShares:
        """Run it, in another thread."""
        measure = question.asked[0]
        scenario = calculation.scenario(question.scenario)
        if not isinstance(measure, Measure):
            return sobol_shares(
                scenario,
                str(question.asked[1]),
                declared=calculation.declared(scenario),
                progress=calculation.report,
            )
        return tornado(
            scenario,
            measure,
            declared=calculation.declared(scenario),
            evaluate=calculation.evaluate([measure.outcome]),
            progress=calculation.report,
        )

    def show_answer(self, _question: Question, answer: Any) -> None:
        """Picture, table and sentence."""
        if isinstance(answer, Tornado):
            self._put_tornado(answer)
        else:
            self._put_shares(answer)

    def _put_tornado(self, found: Tornado) -> None:
        values = [found.now, *(value for bar in found.bars for value in bar.measures)]
        declared = self.session.profile.catalogue
        written = style_of(found.measure, values, declared)
        asked = measure_words(found.measure, declared)
        self.finding.setText(
            translate(
                "List",
                "{name}: {text}",
                name=upper_first(asked),
                text=f"{written.figure(found.now)}. {tornado_sentence(found, declared)}",
            )
        )
        still = [bar.label for bar in found.bars if bar.length == 0.0]
        self.note.setText(
            translate("Sensitivity", "No effect here: {beliefs}.", beliefs=", ".join(still))
            if still
            else ""
        )
        self.tornado.set_tornado(found)
        self.tornado_table.fill(
            (
                translate("Sensitivity", "Belief, exactly known"),
                translate("Sensitivity", "from"),
                translate("Sensitivity", "to"),
                translate("Sensitivity", "at its low end"),
                translate("Sensitivity", "at its high end"),
                translate("Sensitivity", "shape"),
            ),
            [
                (
                    bar.label,
                    (end_words(declared, bar, 0), bar.values[0]),
                    (end_words(declared, bar, -1), bar.values[-1]),
                    (written.figure(bar.at_low), bar.at_low),
                    (written.figure(bar.at_high), bar.at_high),
                    translate("Sensitivity", "changes direction in between")
                    if bar.non_monotone
                    else "",
                )
                for bar in found.bars
                if bar.length > 0.0
            ],
        )

    def _put_shares(self, found: SobolShares) -> None:
        self.finding.setText(sobol_sentence(found, self.session.profile.catalogue))
        self.note.setText(
            translate(
                "Sensitivity",
                "Not defined in {share} of the futures, which are left out.",
                share=percent(found.left_out, 0.001),
            )
            if found.left_out
            else ""
        )
        self.shares.set_shares(found)
        self.shares_table.fill(
            (
                translate("Sensitivity", "Share of the spread"),
                translate("Sensitivity", "alone"),
                translate("Sensitivity", "error"),
                translate("Sensitivity", "with others"),
                translate("Sensitivity", "error"),
            ),
            [
                (
                    share.label,
                    (percent(max(share.first, 0.0)), share.first),
                    (percent(share.first_error, 0.001), share.first_error),
                    (percent(share.total), share.total),
                    (percent(share.total_error, 0.001), share.total_error),
                )
                for share in found.shares
            ],
        )

"""Which assumption matters most: the tornado, and the shares of the spread on request."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from modeller.analysis.answers import sobol_sentence, spoken_tornado, tornado_sentence
from modeller.analysis.phrases import style_of
from modeller.analysis.sensitivity import SobolShares, Tornado, sobol_shares, tornado
from modeller.analysis.targets import Measure
from modeller.base.language import translatable, translate
from modeller.scenario import Scenario
from modeller.wording import percent
from ui.analysis.choosers import MeasureChooser
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question
from ui.analysis.table import AnalysisTable
from ui.analysis.tornado import SharesGraphic, TornadoGraphic, end_words
from ui.desk.session import Session
from ui.look.running_text import RunningText

_SHARES = "shares"
_TORNADO = translatable(
    "Sensitivity",
    "Each belief is taken to the 5th, 25th, 50th, 75th and 95th percentile of its evidence, as if "
    "exactly known there; all others stay as uncertain as the scenario has them, and luck is the "
    "same in every run (a tornado).",
)
_SOBOL = translatable(
    "Sensitivity",
    "Shares of the variance (Sobol indices): alone, how much smaller it would be on average if "
    "the belief were known; with others, how much would be left if all else were. Luck is what no "
    "better evidence takes away. Errors are standard errors, by bootstrap.",
)


class SensitivityPanel(AnalysisPanel):
    """Which belief moves the number, and how much of its spread each accounts for."""

    waiting = translatable("Analysis", "Moving each belief over its evidence")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("sensitivity", session, parent)
        self.chooser = MeasureChooser(session.profile.catalogue, Measure("arrests"), self)
        self.choosers.addWidget(
            RunningText(translate("Sensitivity", "What matters most for"), self, wrap=False)
        )
        self.choosers.addWidget(self.chooser, 1)
        self.tornado, self.shares = (
            TornadoGraphic("tornado", session.profile.catalogue, self),
            SharesGraphic("shares", session.profile.catalogue, self),
        )
        self.tornado_table = AnalysisTable("tornado-table", self)
        self.shares_table = AnalysisTable("shares-table", self)
        self.add_page(
            translate("Sensitivity", "Over the evidence"),
            self.tornado,
            self.tornado_table,
            translate("Sensitivity", _TORNADO),
        )
        self.add_page(
            translate("Sensitivity", "Shares of the spread"),
            self.shares,
            self.shares_table,
            translate("Sensitivity", _SOBOL),
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

    def show_answer(self, question: Question, answer: Any) -> None:
        """Picture, table and sentence."""
        if isinstance(answer, Tornado):
            self._put_tornado(answer, question.scenario)
        else:
            self._put_shares(answer)

    def _put_tornado(self, found: Tornado, scenario: Scenario) -> None:
        values = [found.now, *(value for bar in found.bars for value in bar.measures)]
        declared = self.session.profile.catalogue
        written = style_of(found.measure, values, declared)
        self.finding.setText(tornado_sentence(found, declared))
        self.note.setText(spoken_tornado(found, scenario, declared))
        still = [bar.label for bar in found.bars if bar.length == 0.0]
        explained = [translate("Sensitivity", _TORNADO)]
        if still:
            beliefs = ", ".join(still)
            explained.append(
                translate("Sensitivity", "No effect here: {beliefs}.", beliefs=beliefs)
            )
        self.body.pages[0].explanation.setText(" ".join(explained))
        self.tornado.show_found(found)
        self.tornado_table.show_cells(
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
        self.shares.show_found(found)
        self.shares_table.show_cells(
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

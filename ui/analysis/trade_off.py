"""The trade-off panel: two outcomes over two levers, or over the named mixes of places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from modeller.analysis.answers import exchange_sentence, step_words, steps_sentence
from modeller.analysis.exchange import Exchange, Step, exchanges, rate
from modeller.analysis.mixes import MixPoint, over_mixes
from modeller.analysis.mixes_words import mixes_caution, mixes_ranges, mixes_sentence
from modeller.analysis.phrases import change_words, evenly, measure_words, point_words
from modeller.analysis.targets import Measure
from modeller.analysis.trade_off import (
    FRONTIER_LEVERS,
    FRONTIER_MEASURES,
    Frontier,
    Grid,
    frontier,
    grid,
)
from modeller.base.language import translatable, translate
from modeller.model.catalogue import Catalogue
from modeller.projection.by_place import SHARED_OUT, unknown_boroughs
from modeller.records import catalogue_for, record_for
from modeller.scenario import Scenario
from modeller.wording import exact_number, number, value_words
from modeller.wording.by_place import no_places_sentence
from modeller.wording.numbers import three_figures
from modeller.wording.story import Ranges
from ui.analysis.choosers import outcome_combo, slider_combo, statistic_combo
from ui.analysis.frontier import MOST_NAMED, FrontierGraphic, year_words
from ui.analysis.heatmap import HeatmapGraphic
from ui.analysis.mixes import MixesGraphic, fill_mixes
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question
from ui.analysis.steps import StepsGraphic
from ui.analysis.table import AnalysisTable, Cell
from ui.desk.session import Session
from ui.look.combo import choose
from ui.look.running_text import RunningText

POINTS = (7, 5)


@dataclass(frozen=True)
class _Answer:
    surface: Grid
    frontier: Frontier


_RECORDED = translatable(
    "Trade-off", "recorded, scaled to {weeks} weeks: {deployments} deployments a week"
)
_RECORDED_OTHERWISE = translatable(
    "Trade-off",
    "recorded, scaled to {weeks} weeks: {deployments} deployments a week; "
    "counted or set otherwise, not comparable",
)


_GRID = translatable(
    "Trade-off",
    "Every setting of the two levers is projected over the same futures; all else stays as the "
    "scenario has it. Means or medians without ranges.",
)
_STEPS = translatable(
    "Trade-off",
    "From each value of the horizontal lever to the next, with the vertical one as the "
    "scenario has it.",
)
_EFFICIENT = translatable(
    "Trade-off",
    "Efficient: no other choice shown, under the same beliefs and circumstances, gives more of the "
    "one without more of the other.",
)


_MIXES = translatable(
    "Trade-off",
    "Every named mix in place of the scenario’s own, over the same futures; all else stays as the "
    "scenario has it. Medians, with what holds 8 of 10 futures. Efficient: no other mix shown has "
    "more arrests without more faces in those boroughs.",
)


def _rate_words(found: Exchange, step: Step, declared: Catalogue) -> Cell:
    """``15 more people wrongly flagged for every 1,000 more arrests``."""
    exchanged = rate(step)
    if exchanged is None:
        return ("", None)
    text = translate(
        "Exchange",
        "{so_many} for every {every}",
        so_many=change_words(found.cost, exchanged[0], declared),
        every=change_words(found.gain, exchanged[1], declared),
    )
    return text, exchanged[0] / exchanged[1]


class TradeOffPanel(AnalysisPanel):
    """A heatmap that can be clicked, and the frontier with the record's years."""

    waiting = translatable("Analysis", "Projecting every setting of the two levers")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("trade-off", session, parent)
        self._declared = session.profile.catalogue
        self.gain = outcome_combo(
            session.profile.catalogue, "gain", translate("Trade-off", "More of this outcome"), self
        )
        self.cost = outcome_combo(
            session.profile.catalogue, "cost", translate("Trade-off", "Less of this outcome"), self
        )
        self.statistic = statistic_combo(
            "statistic", translate("Trade-off", "Statistic of both outcomes"), self
        )
        self.across = slider_combo(
            session.profile.catalogue,
            "across",
            translate("Trade-off", "Horizontal lever"),
            parent=self,
        )
        self.up = slider_combo(
            session.profile.catalogue, "up", translate("Trade-off", "Vertical lever"), parent=self
        )
        choose(self.cost, FRONTIER_MEASURES[0].outcome)
        choose(self.gain, FRONTIER_MEASURES[1].outcome)
        choose(self.statistic, FRONTIER_MEASURES[0].statistic)
        choose(self.across, FRONTIER_LEVERS[0])
        choose(self.up, FRONTIER_LEVERS[1])
        for item in (
            translate("Trade-off", "More"),
            self.gain,
            translate("Trade-off", "less"),
            self.cost,
            self.statistic,
        ):
            self._add(item)
        self.new_row()
        for item in (
            translate("Trade-off", "Over"),
            self.across,
            translate("Trade-off", "and"),
            self.up,
        ):
            self._add(item)
        self.heatmap, self.heat_table = (
            HeatmapGraphic("heatmap", session.profile.catalogue, self),
            AnalysisTable("heat-table", self),
        )
        self.points, self.points_table = (
            FrontierGraphic("frontier", session.profile.catalogue, self),
            AnalysisTable("points-table", self),
        )
        self.steps, self.steps_table = (
            StepsGraphic("steps", session.profile.catalogue, self),
            AnalysisTable("steps-table", self),
        )
        for name, picture, table, explanation in (
            (translatable("Trade-off", "Over two levers"), self.heatmap, self.heat_table, _GRID),
            (translatable("Trade-off", "Step by step"), self.steps, self.steps_table, _STEPS),
            (
                translatable("Trade-off", "Against each other"),
                self.points,
                self.points_table,
                _EFFICIENT,
            ),
        ):
            self.add_page(
                translate("Trade-off", name), picture, table, translate("Trade-off", explanation)
            )
        self._choosers = (self.gain, self.cost, self.statistic, self.across, self.up)
        for box in self._choosers:
            box.currentIndexChanged.connect(self.refresh)
        self.mixes = MixesGraphic("mixes-traded", session.profile.catalogue, self)
        self.mixes_table = AnalysisTable("mixes-table", self)
        if session.profile.mixes:
            self.add_page(
                translate("Trade-off", "Between places"),
                self.mixes,
                self.mixes_table,
                translate("Trade-off", _MIXES),
            )
        self.tabs.currentChanged.connect(self._turn)
        self.heatmap.chosen.connect(self.set_both)
        self._surface: Grid | None = None

    def _add(self, item: str | QWidget) -> None:
        if isinstance(item, str):
            self.choosers.addWidget(RunningText(item, self, wrap=False))
        else:
            self.choosers.addWidget(item, 1)

    @property
    def _of_places(self) -> bool:
        return self.body.page.graphic is self.mixes

    def _turn(self, _page: int) -> None:
        """Hide the choices of levers on the page of places, where there is nothing to choose."""
        for box in self._choosers:
            box.setEnabled(not self._of_places)

    def question(self) -> Question:
        """A grid of two measures over two levers, or every named mix on the page of places."""
        if self._of_places:
            return Question(self.session.scenario, ("mixes",))
        statistic = str(self.statistic.currentData())
        cost = Measure(str(self.cost.currentData()), statistic)
        gain = Measure(str(self.gain.currentData()), statistic)
        levers = (str(self.across.currentData()), str(self.up.currentData()))
        return Question(self.session.scenario, (cost, gain, *levers))

    def solve(self, question: Question, calculation: Calculation) -> _Answer | tuple[MixPoint, ...]:
        """Run it, in another thread."""
        if question.asked == ("mixes",):
            return over_mixes(
                calculation.scenario(question.scenario),
                evaluate=calculation.evaluate(("deployments", *SHARED_OUT)),
                progress=calculation.report,
            )
        cost, gain, across, up = question.asked
        assert isinstance(cost, Measure)
        assert isinstance(gain, Measure)
        surface = grid(
            calculation.scenario(question.scenario),
            str(across),
            str(up),
            (cost, gain),
            points=POINTS,
            through_here=True,
            declared=calculation.declared(question.scenario),
            evaluate=calculation.evaluate([cost.outcome, gain.outcome]),
            progress=calculation.report,
        )
        record = record_for(question.scenario.record, question.scenario.profile)
        found = frontier(surface, cost, gain, scenario=question.scenario, record=record)
        return _Answer(surface, found)

    def show_answer(self, question: Question, answer: Any) -> None:
        """Show the pictures, the tables, and a sentence on what is efficient."""
        if isinstance(answer, tuple):
            self._show_mixes(answer, question.scenario)
            return
        found: _Answer = answer
        surface, points = found.surface, found.frontier
        self._surface = surface
        letter = self.session.desk.selected
        across, up = exchanges(surface, points.gain, points.cost)
        known = self._declared
        self.finding.setText(exchange_sentence(across, known))
        said = (steps_sentence(across, known), exchange_sentence(up, known))
        self.note.setText(" ".join(filter(None, said)))
        if len(points.efficient) < len(points.points):
            words = translate("Trade-off", _EFFICIENT)
        else:
            words = translate(
                "Trade-off",
                "Every setting shown is efficient: under the same beliefs and circumstances, "
                "more of the one always comes with more of the other.",
            )
        self.body.pages[2].explanation.setText(words)
        self.steps.show_found(across, letter)
        self._put_steps(across)
        self.heatmap.set_grid(surface, points.gain, points.cost, letter)
        self.points.show_found(points, letter)
        self._put_surface(surface, points.gain, points.cost)
        self._put_points(points, question.scenario.weeks)

    def _show_mixes(self, points: tuple[MixPoint, ...], scenario: Scenario) -> None:
        profile = self.session.profile
        if points:
            self.finding.setText(mixes_sentence(points, profile))
            self.note.setText(mixes_caution(profile))
        else:
            known = catalogue_for(scenario.record, scenario.profile)
            self.finding.setText(no_places_sentence(unknown_boroughs(known)))
            self.note.setText("")
        ranges = mixes_ranges(points, profile) if points else Ranges(())
        self.mixes.show_found(ranges, self.session.desk.selected)
        fill_mixes(self.mixes_table, points, profile)

    def _put_steps(self, found: Exchange) -> None:
        known = self._declared
        whole = found.whole
        rows: list[tuple[Cell, ...]] = [
            (
                step_words(found.key, step, known),
                (change_words(found.gain, step.gain, known), step.gain),
                (change_words(found.cost, step.cost, known), step.cost),
                _rate_words(found, step, known),
            )
            for step in (*found.steps, *([whole] if len(found.steps) > 1 else []))
        ]
        self.steps_table.show_cells(
            (
                known.sliders[found.key].label,
                measure_words(found.gain, known),
                measure_words(found.cost, known),
                translate("Trade-off", "exchange"),
            ),
            rows,
        )

    def _put_surface(self, surface: Grid, gain: Measure, cost: Measure) -> None:
        x, y = self._declared.sliders[surface.x_key], self._declared.sliders[surface.y_key]
        rows: list[tuple[Cell, ...]] = []
        for measure in dict.fromkeys((gain, cost)):
            for row in range(surface.y.size - 1, -1, -1):
                values = surface.values[measure][row].tolist()
                rows.append(
                    (
                        measure_words(measure, self._declared),
                        (value_words(y, float(surface.y[row])), float(surface.y[row])),
                        *((three_figures(value), value) for value in values),
                    )
                )
        across = [exact_number(value) for value in surface.x.tolist()]
        self.heat_table.show_cells(("", y.label, f"{x.label} {across[0]}", *across[1:]), rows)

    def _put_points(self, found: Frontier, weeks: int) -> None:
        rows: list[tuple[Cell, ...]] = [
            (
                str(place),
                point_words(point, self._declared),
                (three_figures(point.gain), point.gain),
                (three_figures(point.cost), point.cost),
            )
            for place, point in enumerate(evenly(found.efficient, MOST_NAMED), start=1)
        ]
        now = found.now
        rows.append(
            (
                translate("Trade-off", "now"),
                point_words(now, self._declared),
                (three_figures(now.gain), now.gain),
                (three_figures(now.cost), now.cost),
            )
        )
        rows += [
            (
                year_words(year),
                translate(
                    "Trade-off",
                    _RECORDED if year.comparable else _RECORDED_OTHERWISE,
                    weeks=weeks,
                    deployments=number(year.deployments_per_week, 0.1),
                ),
                (number(year.gain, 1.0), year.gain),
                (number(year.cost, 1.0), year.cost),
            )
            for year in found.years
        ]
        heads = (
            "",
            translate("Trade-off", "Efficient setting"),
            measure_words(found.gain, self._declared),
            measure_words(found.cost, self._declared),
        )
        self.points_table.show_cells(heads, rows)

    def set_both(self, column: int, row: int) -> None:
        """Set the two levers to a cell: one step to undo."""
        surface = self._surface
        if surface is None:
            return
        scenario = self.session.scenario
        scenario = scenario.with_value(surface.x_key, float(surface.x[column]))
        scenario = scenario.with_value(surface.y_key, float(surface.y[row]))
        labels = translate("Trade-off", " and ").join(
            self._declared.sliders[key].label_within for key in (surface.x_key, surface.y_key)
        )
        self.session.replace_scenario(
            scenario, translate("Undo", "setting {levers}", levers=labels)
        )

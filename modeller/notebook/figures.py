"""Results as pictures: what the briefings draw of them, and what only Python draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from modeller.analysis.robustness import Robustness
from modeller.analysis.seek import Sought
from modeller.analysis.sensitivity import SobolShares, Tornado
from modeller.analysis.value_of_knowing import ValueOfKnowing
from modeller.analysis.what_changed import Attribution
from modeller.analysis.what_must_be_true import SwitchingValues
from modeller.analysis.workshop import OUTCOMES, Workshop
from modeller.backtest import Backtest
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import source_language
from modeller.briefing.analysis_sections import TradedOff, sensitivity_section, trade_off_section
from modeller.briefing.charts import chart_style
from modeller.briefing.composing import shown_of
from modeller.briefing.content import Chart, Section
from modeller.briefing.drawing import figure_of
from modeller.briefing.pictures import LETTERS, Strip
from modeller.briefing.results import fan_chart
from modeller.briefing.shown import Shown
from modeller.briefing.where import where_section
from modeller.briefing.workshop import workshop_chart
from modeller.evidence import Record
from modeller.functions import TradeOff
from modeller.ledger import LedgerScore
from modeller.notebook import bars, courses
from modeller.notebook.answers import answer
from modeller.notebook.titled import Drawn, of_scenarios, titled
from modeller.projection import Projection, project
from modeller.projection.by_place import ByPlace
from modeller.projection.comparison import Comparison
from modeller.projection.of_totals import View
from modeller.sweep.picture import sweep_figure
from modeller.sweep.running import Swept
from modeller.wording import percent, subject_line
from modeller.wording.story import Scale, Spread

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@source_language()
def figure(found: Any, *asked: Any) -> Figure:
    """A result as a matplotlib figure; `asked` is what its ``plot`` was given."""
    if isinstance(found, Swept):
        return sweep_figure(found.output, found.design.base.profile)
    with chart_style():
        return titled(_FIGURES[type(found)](found, *asked))


def _of_chart(chart: Chart, shown: Shown) -> Drawn:
    """A chart of a briefing, which has its credit."""
    subject = subject_line(shown.profile)
    return Drawn(figure_of(chart.picture), chart.title, chart.subtitle, subject)


def _of_section(section: Section, shown: Shown) -> Drawn:
    for block in section.blocks:
        if isinstance(block, Chart):
            return _of_chart(block, shown)
    raise ModellerError(
        Problem("the result", "has nothing that differs", "print it, or ask another question")
    )


def _projection(found: Projection, outcome: str = "arrests", view: View | None = None) -> Drawn:
    return _projections((found,), outcome, view)


def _comparison(found: Comparison, outcome: str = "arrests", view: View | None = None) -> Drawn:
    return _projections(found.projections, outcome, view)


def _projections(several: Sequence[Projection], outcome: str, view: View | None) -> Drawn:
    if len(several) > len(LETTERS):
        raise ModellerError(
            Problem("projections", f"are {len(several)}", f"compare one to {len(LETTERS)}")
        )
    if view == "total":
        raise ModellerError(
            Problem("view", "is total, which has no weeks", "ask for weekly or cumulative")
        )
    several[0].summary(outcome, view or "cumulative")  # says what is wrong with either
    flow = several[0].catalogue.outcomes[outcome].kind == "flow"
    shown = shown_of(several)
    chart = fan_chart(shown, outcome, view or ("weekly" if flow else "cumulative"))
    return _of_chart(chart, shown)


def _tornado(found: Tornado) -> Drawn:
    shown = shown_of([project(found.scenario)])
    return _of_section(sensitivity_section(shown, found), shown)


def _trade_off(found: TradeOff) -> Drawn:
    shown = shown_of([project(found.scenario)])
    traded = TradedOff(found.surface, found.frontier, ())
    return _of_section(trade_off_section(shown, traded), shown)


def _workshop(found: Workshop, outcome: str = "arrests") -> Drawn:
    if outcome not in OUTCOMES:
        remedy = f"give one of {', '.join(OUTCOMES)}"
        raise ModellerError(Problem("outcome", f"is {outcome}", remedy))
    shown = shown_of([project(found.scenario)])
    return _of_chart(workshop_chart(shown, found, outcome), shown)


def _by_place(found: ByPlace) -> Drawn:
    projection = found.projection
    own = projection if isinstance(projection, Projection) else project(projection.scenario)
    shown = shown_of([own])
    section = where_section(shown, ())
    assert section is not None  # the result would not be there without places
    return _of_section(section, shown)


def _shares(found: SobolShares) -> Drawn:
    rows = tuple(
        Spread(
            each.label,
            percent(min(max(each.total, 0.0), 1.0)),
            100.0 * each.total,
            (100.0 * each.total_range[0], 100.0 * each.total_range[1]),
            strong=each.key == "luck",
        )
        for each in found.shares
    )
    legend = "of 100 parts of the spread, interactions included · bar: 90 % range"
    picture = figure_of(Strip("", Scale("", "", rows)))
    return of_scenarios(picture, answer(found), legend, (found.scenario,))


def _scored(found: LedgerScore) -> Drawn:
    rows = tuple(
        Spread(
            f"{scored.entry.number}. {each.outcome.replace('_', ' ')}",
            f"{each.observed:,} ({each.low_80:,.0f}–{each.high_80:,.0f})",
            100.0 * each.observed / each.median,
            (100.0 * each.low_80 / each.median, 100.0 * each.high_80 / each.median),
            (100.0 * each.low_50 / each.median, 100.0 * each.high_50 / each.median),
            strong=not each.inside_80,
        )
        for scored in found.entries
        for each in scored.outcomes
        if each.median > 0.0
    )
    if not rows:
        raise ModellerError(
            Problem("the ledger", "has no week that is known", "score it with a later record")
        )
    return Drawn(
        figure_of(Strip("", Scale("", "", rows))),
        answer(found),
        "of 100 that were the middle of what was projected · disc: what happened · bands: half and "
        "8 of 10 futures",
        "Live facial recognition (LFR)",
        f"{found.record_label} · {found.record_digest[:12]}",
    )


_FIGURES: dict[type, Callable[..., Drawn]] = {
    Attribution: bars.what_changed,
    Backtest: courses.past,
    ByPlace: _by_place,
    Comparison: _comparison,
    LedgerScore: _scored,
    Projection: _projection,
    Record: courses.record,
    Robustness: bars.robustness,
    SobolShares: _shares,
    Sought: courses.seek,
    SwitchingValues: bars.what_must_be_true,
    Tornado: _tornado,
    TradeOff: _trade_off,
    ValueOfKnowing: bars.value_of_knowing,
    Workshop: _workshop,
}

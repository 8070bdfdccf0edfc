"""Results as pictures: what the briefings draw of them, and what only Python draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from modeller.base.errors import ModellerError, Problem
from modeller.base.language import source_language
from modeller.briefing.charts import chart_style
from modeller.briefing.composing import shown_of
from modeller.briefing.content import Chart, Section
from modeller.briefing.drawing import figure_of
from modeller.briefing.pictures import LETTERS, Strip
from modeller.notebook.answers import answer
from modeller.notebook.titled import Drawn, of_scenarios, titled
from modeller.projection import Projection, project
from modeller.projection.of_totals import View
from modeller.wording import percent, subject_line
from modeller.wording.story import Scale, Spread

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from modeller.analysis.sensitivity import SobolShares, Tornado
    from modeller.analysis.workshop import Workshop
    from modeller.briefing.shown import Shown
    from modeller.functions import TradeOff
    from modeller.ledger import LedgerScore
    from modeller.projection.by_place import ByPlace
    from modeller.projection.comparison import Comparison
    from modeller.sweep.running import Swept


@source_language()
def figure(found: Any, *asked: Any) -> Figure:
    """A result as a matplotlib figure; `asked` is what its ``plot`` was given."""
    kind = type(found).__name__
    if kind == "Swept":
        return _swept(found)
    with chart_style():
        maker = _FIGURES.get(kind) or _elsewhere(kind)
        return titled(maker(found, *asked))


def _elsewhere(kind: str) -> Callable[..., Drawn]:
    module, name = _ELSEWHERE[kind]
    maker: Callable[..., Drawn] = getattr(import_module(f"modeller.notebook.{module}"), name)
    return maker


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
    from modeller.briefing.results import fan_chart

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
    from modeller.briefing.analysis_sections import sensitivity_section

    shown = shown_of([project(found.scenario)])
    return _of_section(sensitivity_section(shown, found), shown)


def _trade_off(found: TradeOff) -> Drawn:
    from modeller.briefing.analysis_sections import TradedOff, trade_off_section

    shown = shown_of([project(found.scenario)])
    traded = TradedOff(found.surface, found.frontier, ())
    return _of_section(trade_off_section(shown, traded), shown)


def _workshop(found: Workshop, outcome: str = "arrests") -> Drawn:
    from modeller.analysis.workshop import OUTCOMES
    from modeller.briefing.workshop import workshop_chart

    if outcome not in OUTCOMES:
        remedy = f"give one of {', '.join(OUTCOMES)}"
        raise ModellerError(Problem("outcome", f"is {outcome}", remedy))
    shown = shown_of([project(found.scenario)])
    return _of_chart(workshop_chart(shown, found, outcome), shown)


def _by_place(found: ByPlace) -> Drawn:
    from modeller.briefing.where import where_section

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


def _swept(found: Swept) -> Figure:
    from modeller.sweep.picture import sweep_figure

    return sweep_figure(found.output, found.design.base.profile)


_FIGURES: dict[str, Callable[..., Drawn]] = {
    "ByPlace": _by_place,
    "Comparison": _comparison,
    "LedgerScore": _scored,
    "Projection": _projection,
    "SobolShares": _shares,
    "Tornado": _tornado,
    "TradeOff": _trade_off,
    "Workshop": _workshop,
}
_ELSEWHERE = {
    "Attribution": ("bars", "what_changed"),
    "Backtest": ("courses", "past"),
    "Record": ("courses", "record"),
    "Robustness": ("bars", "robustness"),
    "Sought": ("courses", "seek"),
    "SwitchingValues": ("bars", "what_must_be_true"),
    "ValueOfKnowing": ("bars", "value_of_knowing"),
}
"""By the class of a result: the module here and the function that draws it."""

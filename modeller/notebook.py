"""How results look in a notebook: tables, and charts as in the documents."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from modeller import wording
from modeller.base.language import source_language
from modeller.projection import Projection
from modeller.projection.of_totals import View

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd
    from matplotlib.figure import Figure

    from modeller.analysis.sensitivity import Tornado
    from modeller.analysis.workshop import Workshop
    from modeller.briefing.content import Chart
    from modeller.briefing.shown import Shown
    from modeller.functions import TradeOff
    from modeller.profiles import Profile
    from modeller.sweep.running import Swept

_LINE, _SMALL_LINE = 0.19, 0.14
"""Inches from a line of a title, and of what stands below it, to the next."""
_LETTERS_A_LINE, _SMALL_LETTERS_A_LINE = 88, 120
_ROWS = {
    "Attribution": ("what_changed", "rows"),
    "Backtest": ("backtest", "rows"),
    "Robustness": ("robustness", "rows"),
    "Sought": ("seek", "rows"),
    "SwitchingValues": ("what_must_be_true", "rows"),
    "Tornado": ("sensitivity", "rows"),
    "ValueOfKnowing": ("value_of_knowing", "rows"),
    "Workshop": ("workshop", "rows_of_scenarios"),
}
"""Result of an analysis → the module of its command, and what makes the rows of its CSV."""


def totals_html(projections: Sequence[Projection]) -> str:
    """A table of totals: the middle of all futures and the range that holds 8 of 10, escaped.

    Parameters
    ----------
    projections
        One or more, each a column.

    Returns
    -------
    str
        A ``<table>``; titles are escaped.
    """
    first = projections[0]
    titles = [f"{each.scenario.title} ({each.fingerprint})" for each in projections]
    heads = [f"In {first.scenario.weeks} weeks", *titles]
    rows = [
        [
            wording.label(outcome),
            *(wording.middle_and_range(each, key) for each in projections),
        ]
        for key, outcome in first.catalogue.outcomes.items()
    ]
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def plot(
    projections: Projection | Sequence[Projection],
    outcome: str = "arrests",
    view: View | None = None,
) -> Figure:
    """An outcome week by week as the documents draw it: every median, ranges, and the record.

    Parameters
    ----------
    projections
        One to four projections that share weeks, draws and seed, each with its letter.
    outcome
        Key of an outcome, such as ``arrests``.
    view
        ``weekly`` or ``cumulative``; when None, weekly where the outcome has weeks.

    Returns
    -------
    Figure
        A matplotlib figure in the outcome's unit; ``savefig`` writes it, a notebook shows it.

    Raises
    ------
    ModellerError
        For an unknown outcome, the weekly view of a ratio, or projections of different luck.
    """
    from modeller.base.errors import ModellerError, Problem
    from modeller.briefing.composing import shown_of
    from modeller.briefing.pictures import LETTERS
    from modeller.briefing.results import fan_chart

    several = (projections,) if isinstance(projections, Projection) else tuple(projections)
    if not 1 <= len(several) <= len(LETTERS):
        raise ModellerError(
            Problem("projections", f"are {len(several)}", f"give one to {len(LETTERS)}")
        )
    if view == "total":
        raise ModellerError(
            Problem("view", "is total, which has no weeks", "ask for weekly or cumulative")
        )
    several[0].summary(outcome, view or "cumulative")  # says what is wrong with either
    flow = several[0].catalogue.outcomes[outcome].kind == "flow"
    shown = shown_of(several)
    return _titled(fan_chart(shown, outcome, view or ("weekly" if flow else "cumulative")), shown)


@source_language()
def _titled(chart: Chart, shown: Shown) -> Figure:
    """A chart with its title and its subject above it, which a document has as text."""
    from modeller.briefing.charts import MUTED, SIZE, SMALL, chart_style, showable
    from modeller.briefing.drawing import figure_of

    figure = figure_of(chart.picture)
    title = textwrap.wrap(chart.title, _LETTERS_A_LINE)
    below = textwrap.wrap(
        f"{chart.subtitle} · {wording.subject_line(shown.profile)}", _SMALL_LETTERS_A_LINE
    )
    width, height = figure.get_size_inches()
    taller = height + _LINE * len(title) + _SMALL_LINE * len(below)
    for axes in figure.axes:
        box = axes.get_position()
        share = height / taller
        axes.set_position((box.x0, box.y0 * share, box.width, box.height * share))
    for text in figure.texts:
        x, y = text.get_position()
        text.set_position((x, y * height / taller))
    figure.set_size_inches(width, taller)
    with chart_style():
        top = _LINE
        for line in title:
            figure.text(
                0.0, 1.0 - top / taller, showable(line), fontsize=SIZE + 1.5,
                family="Open Sans", weight=600,
            )  # fmt: skip
            top += _LINE
        for line in below:
            figure.text(0.0, 1.0 - top / taller, showable(line), fontsize=SMALL, color=MUTED)
            top += _SMALL_LINE
    return figure


def table(found: object) -> pd.DataFrame:
    """The result of an analysis as a tidy table: the rows of its command's CSV.

    Parameters
    ----------
    found
        A result of `sensitivity`, `what_changed`, `what_must_be_true`, `seek`, `trade_off`,
        `robustness`, `value_of_knowing`, `workshop` or `run_backtest`. Projections and comparisons
        have a method of this name.

    Returns
    -------
    DataFrame
        With the names, units and digits of the command line.

    Raises
    ------
    ModellerError
        When it is none of these.
    """
    from importlib import import_module

    import pandas as pd

    kind = type(found).__name__
    if kind == "TradeOff":
        from modeller.cli import trade_off

        return pd.DataFrame(trade_off.rows(*found))  # type: ignore[misc]
    if kind not in _ROWS:
        raise _no_such("has no table", _ROWS)
    module, name = _ROWS[kind]
    return pd.DataFrame(getattr(import_module(f"modeller.cli.{module}"), name)(found))


def plot_analysis(found: Tornado | TradeOff | Workshop, projection: Projection) -> Figure:
    """The result of an analysis as a briefing draws it.

    Parameters
    ----------
    found
        A result of `sensitivity`, `trade_off` or `workshop`.
    projection
        The projection of the analysed scenario; the picture names it.

    Returns
    -------
    Figure
        A matplotlib figure with the credit line of the documents.

    Raises
    ------
    ModellerError
        When a briefing has no picture of it, or nothing in it differs.
    """
    from modeller.analysis.sensitivity import Tornado
    from modeller.analysis.workshop import Workshop
    from modeller.briefing.analysis_sections import (
        TradedOff,
        sensitivity_section,
        trade_off_section,
    )
    from modeller.briefing.composing import shown_of
    from modeller.briefing.content import Chart
    from modeller.briefing.workshop import workshop_section
    from modeller.functions import TradeOff

    shown = shown_of([projection])
    if isinstance(found, Tornado):
        section = sensitivity_section(shown, found)
    elif isinstance(found, TradeOff):
        section = trade_off_section(shown, TradedOff(found.surface, found.frontier, ()))
    elif isinstance(found, Workshop):
        section = workshop_section(shown, found, "")
    else:
        raise _no_such("has no picture", ("Tornado", "Workshop"))
    charts = [block for block in section.blocks if isinstance(block, Chart)]
    if not charts:
        raise _no_such("has nothing that differs", ("Tornado", "Workshop"))
    return _titled(charts[0], shown)


def _no_such(what: str, known: Iterable[str]) -> Exception:
    from modeller.base.errors import ModellerError, Problem

    return ModellerError(
        Problem("the result", what, f"give one of {', '.join(sorted({*known, 'TradeOff'}))}")
    )


def plot_sweep(found: Swept | Path | str, profile: Profile | None = None) -> Figure:
    """The table of a sweep as small multiples: outcomes down, varied quantities across.

    Parameters
    ----------
    found
        A result of `run_sweep`, or the table it wrote.
    profile
        The force whose scenarios were varied; the shipped one when None.

    Returns
    -------
    Figure
        A matplotlib figure with a panel for each outcome and quantity, in their units.

    Raises
    ------
    ModellerError
        When the table cannot be read, or nothing in it varies.
    """
    from modeller.profiles import shipped_profile
    from modeller.sweep.picture import sweep_figure
    from modeller.sweep.running import Swept

    path = found.output if isinstance(found, Swept) else found
    return sweep_figure(path, profile or shipped_profile())

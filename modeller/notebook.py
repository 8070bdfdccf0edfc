"""How projections look in a notebook: a table in HTML, and a chart as in the documents."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from modeller import wording
from modeller.projection import Projection
from modeller.projection.of_totals import View

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def totals_html(projections: Sequence[Projection]) -> str:
    """A table of totals: the middle of all futures and the range that holds 8 of 10, escaped."""
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
        One, or up to four that share weeks, draws and seed, each behind its letter.
    view
        ``weekly`` or ``cumulative``; when None, weekly where the outcome has weeks.

    Returns
    -------
    Figure
        Of matplotlib's, in the outcome's unit; ``savefig`` writes it, a notebook shows it.

    Raises
    ------
    ModellerError
        For an unknown outcome, the weekly view of a ratio, or projections of different luck.
    """
    from modeller.base.errors import ModellerError, Problem
    from modeller.briefing.composing import shown_of
    from modeller.briefing.drawing import figure_of
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
    return figure_of(
        fan_chart(shown, outcome, view or ("weekly" if flow else "cumulative")).picture
    )

"""Pictures of rows in the documents' style: each row has bars and marks on a common axis."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from modeller.briefing.charts import (
    HAIRLINE,
    INK,
    PAPER,
    SIZE,
    SMALL,
    WIDTH,
    axes_in,
    new_figure,
    showable,
    value_axis,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LEFT, _TOP, _BOTTOM = 2.35, 0.12, 0.52
_LABEL_LETTERS = 38
_LINE, _ROW = 0.135, 0.27


class Bar(NamedTuple):
    """A bar of a row, `height` rows high, `below` rows below its middle."""

    low: float
    high: float
    fill: str
    height: float = 0.5
    below: float = 0.0
    edge: str = "none"
    hatch: str = ""


class Mark(NamedTuple):
    """A mark of a row, `below` rows below its middle."""

    at: float
    marker: str
    colour: str
    below: float = 0.0


class Lane(NamedTuple):
    """One row: its name, its figures as text, and what is drawn."""

    label: str
    words: str
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()


def lanes_figure(
    lanes: tuple[Lane, ...],
    span: tuple[float, float],
    unit: str | None,
    *,
    right: float = 1.35,
    height: float = _ROW,
) -> Figure:
    """Rows from the top down.

    Parameters
    ----------
    span
        The two ends of the axis.
    unit
        The unit of the axis; None where each row has a scale of its own.
    right, height
        Inches for the figures at the right, and of each row.
    """
    names = [textwrap.wrap(lane.label, _LABEL_LETTERS) for lane in lanes]
    row = max(height, _LINE * max(map(len, names)) + 0.08)
    figure = new_figure(_TOP + _BOTTOM + row * len(lanes))
    axes = axes_in(figure, _LEFT, _BOTTOM, right, _TOP)
    value_axis(axes, *span, unit or "")
    if unit is None:
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
    axes.set_ylim(len(lanes) - 0.5, -0.5)
    axes.set_yticks([])
    for place, (lane, lines) in enumerate(zip(lanes, names, strict=True)):
        for bar in lane.bars:
            axes.barh(
                place + bar.below,
                bar.high - bar.low,
                left=bar.low,
                height=bar.height,
                facecolor=bar.fill,
                edgecolor=bar.edge,
                linewidth=0.9 if bar.edge != "none" else 0.0,
                hatch=bar.hatch or None,
            )
        for mark in lane.marks:
            axes.plot(
                [mark.at],
                [place + mark.below],
                marker=mark.marker,
                color=mark.colour,
                markersize=11 if mark.marker == "|" else 5.5,
                markeredgecolor=mark.colour if mark.marker == "|" else PAPER,
                markeredgewidth=1.6 if mark.marker == "|" else 0.8,
                clip_on=False,
                zorder=3,
            )
        for text, x, shift, side in (
            ("\n".join(lines), -_LEFT * 72, 0.0, "left"),
            (lane.words, (WIDTH - _LEFT - right) * 72, 8.0, "left"),
        ):
            axes.annotate(
                showable(text),
                xy=(x, place),
                xycoords=("axes points", "data"),
                xytext=(shift, 0),
                textcoords="offset points",
                ha=side,
                va="center",
                fontsize=SIZE if shift == 0.0 else SMALL + 0.5,
                color=INK,
                linespacing=1.1,
            )
        if place:
            axes.axhline(place - 0.5, color=HAIRLINE, linewidth=0.4)
    return figure

"""Draws the charts of a briefing: SVG for pages, PNG for Word; wide or for a telephone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

from modeller.base.language import source_language
from modeller.briefing.charts import MUTED, SMALL, chart_style, showable
from modeller.briefing.drawings import wide_figure
from modeller.briefing.narrow import credit_lines, narrow_figure
from modeller.briefing.pictures import Picture

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@source_language()
def figure_of(picture: Picture, *, narrow: bool = False) -> Figure:
    """The picture as a matplotlib figure, with its credit."""
    with chart_style():
        figure = narrow_figure(picture) if narrow else wide_figure(picture)
        figure.text(
            0.0,
            0.005,
            showable("\n".join(credit_lines(picture.credit)) if narrow else picture.credit),
            fontsize=SMALL,
            color=MUTED,
            ha="left",
            va="bottom",
            linespacing=1.25,
        )
    return figure


def draw(
    picture: Picture,
    kind: Literal["svg", "png"],
    *,
    dots_per_inch: int = 200,
    narrow: bool = False,
) -> bytes:
    """The picture as the bytes of a file, which are the same for the same picture."""
    with chart_style():
        figure = figure_of(picture, narrow=narrow)
        out = io.BytesIO()
        metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
        figure.savefig(out, format=kind, dpi=dots_per_inch, metadata=metadata)
    return out.getvalue()

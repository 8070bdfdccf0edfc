"""Draws the charts of a briefing, as SVG for pages and as PNG for Word: what goes where.

How they look is said in `charts`.
"""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from modeller.base.dates import MONTH_STEPS, month_ticks, short_date
from modeller.base.language import source_language
from modeller.briefing.charts import (
    HIGH,
    INK,
    INNER,
    LOOKS,
    LOW,
    MAXIMUM_TICKS,
    MUTED,
    OUTER,
    PAPER,
    SIZE,
    SMALL,
    WIDTH,
    axes_in,
    chart_style,
    cropped,
    finite_top,
    new_figure,
    number_axis,
    showable,
    spread,
    tint,
)
from modeller.briefing.pictures import (
    Fan,
    Intervals,
    Picture,
    Reaches,
    TradeOff,
)
from modeller.wording import axis_labels

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOST_MONTHS = 10
"""Labels of an axis as wide as a page."""


def drawn(picture: Picture) -> Figure:
    """The picture as a figure of matplotlib's."""
    if isinstance(picture, Fan):
        return _fan(picture)
    if isinstance(picture, Intervals):
        return _intervals(picture)
    if isinstance(picture, Reaches):
        return _reaches(picture)
    return _trade_off(picture)


def _fan(picture: Fan) -> Figure:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    figure = new_figure(2.95)
    axes = axes_in(figure, 0.5, 0.62, 1.72, 0.30)
    weeks = np.arange(1, len(picture.bands) + 1)
    before = np.empty(0) if picture.record is None else picture.record
    top = finite_top(picture.bands, before, *(line.values for line in picture.lines))
    number_axis(axes, "y", top, picture.unit)
    colour = LOOKS[picture.subject].colour
    outer, inner = tint(colour, OUTER), tint(colour, INNER)
    bands = picture.bands
    axes.fill_between(weeks, bands[:, 0], bands[:, 3], color=outer, linewidth=0)
    axes.fill_between(weeks, bands[:, 1], bands[:, 2], color=inner, linewidth=0)
    handles: list[Any] = []
    if picture.record is not None:
        past = np.arange(1 - before.size, 1)
        axes.plot(past, before, color=INK, linewidth=0.9)
        axes.axvline(0.5, color=MUTED, linewidth=0.7)
        handles.append(
            Line2D([], [], color=INK, linewidth=0.9, label=showable(picture.record_label))
        )
    for line in picture.lines:
        look = LOOKS[line.letter]
        axes.plot(
            weeks,
            line.values,
            color=look.colour,
            linestyle=look.line_style,
            linewidth=1.7,
            marker=look.marker,
            markersize=3.6,
            markevery=max(1, weeks.size // 6),
        )
    handles += [
        Line2D([], [], color=MUTED, linewidth=1.7, label="median"),
        Patch(color=inner, label=f"{picture.subject}: half of futures"),
        Patch(color=outer, label=f"{picture.subject}: 8 of 10 futures"),
    ]
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.0, 1.0),
        ncols=len(handles),
        frameon=False,
        fontsize=SMALL + 0.5,
        labelcolor=MUTED,
        handlelength=1.4,
        columnspacing=1.4,
        borderaxespad=0.2,
        handletextpad=0.5,
    )
    first = 1 - before.size
    axes.set_xlim(first, weeks[-1])
    if picture.record_end is None:
        axes.set_xticks(*_week_ticks(first, int(weeks[-1])))
        axes.set_xlabel("weeks of the projection")
    else:
        axes.set_xticks(*_months(first, int(weeks[-1]), picture.record_end))
        axes.set_xlabel(_calendar_words(picture.record_end))
    ends = [float(line.values[-1]) for line in picture.lines]
    low, high = axes.get_ylim()
    heights = spread(ends, (high - low) * 0.165, low + (high - low) * 0.02, high)
    for line, height in zip(picture.lines, heights, strict=True):
        text = f"{line.letter}  {cropped(line.label)}\n{line.end}"
        axes.annotate(
            showable(text),
            xy=(1.0, height),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            textcoords="offset points",
            fontsize=SIZE - 0.5,
            color=LOOKS[line.letter].text_colour,
            va="center",
            linespacing=1.15,
        )
    return figure


def _calendar_words(record_end: date) -> str:
    """What stands below a calendar axis."""
    begin = short_date(record_end + timedelta(days=1))
    return f"record ends {short_date(record_end)} · projection from {begin}"


def _months(first: int, last: int, record_end: date) -> tuple[list[float], list[str]]:
    """Where months begin between two weeks, each of which stands at its middle, and their names."""
    start, end = (record_end + timedelta(weeks=week) for week in (first, last))
    ways = (list(month_ticks(start - timedelta(days=3), end, step)) for step in MONTH_STEPS)
    ticks = next((way for way in ways if len(way) <= _MOST_MONTHS), [])
    places = [((day - record_end).days - 1) / 7.0 + 0.5 for day, _ in ticks]
    return places, [text for _, text in ticks]


def _week_ticks(first: int, last: int) -> tuple[list[int], list[str]]:
    span = last - first
    step = next(step for step in (1, 2, 4, 13, 26, 52, 104) if span / step <= 9 or step == 104)
    start = 0 if first <= 0 else 1
    ticks = sorted({*range(-step, first - 1, -step), start, *range(step, last + 1, step)})
    return ticks, [f"\u2212{-tick}" if tick < 0 else str(tick) for tick in ticks]


def _intervals(picture: Intervals) -> Figure:
    rows = max(len(panel.intervals) for panel in picture.panels)
    figure = new_figure(1.0 + 0.52 * rows)
    left, gap = 1.62, 0.20
    each = (WIDTH - left - gap * (len(picture.panels) - 1) - 0.08) / len(picture.panels)
    for number, panel in enumerate(picture.panels):
        start = left + number * (each + gap)
        axes = axes_in(figure, start, 0.62, WIDTH - start - each, 0.28)
        number_axis(axes, "x", max(row.ends[4] for row in panel.intervals), panel.unit)
        axes.set_ylim(rows - 0.35, -0.65)
        axes.set_yticks([])
        axes.set_title(
            showable(panel.label), fontsize=SIZE, loc="left", pad=5, family="Open Sans", weight=600
        )
        for place, row in enumerate(panel.intervals):
            look = LOOKS[row.letter]
            colour = look.colour
            p10, p25, p50, p75, p90 = row.ends
            axes.barh(
                place, p90 - p10, left=p10, height=0.26, color=tint(colour, 0.35), linewidth=0
            )
            axes.barh(place, p75 - p25, left=p25, height=0.26, color=tint(colour, 0.7), linewidth=0)
            axes.plot(
                [p50],
                [place],
                marker=look.marker,
                color=colour,
                markersize=5.5,
                markeredgecolor=PAPER,
                markeredgewidth=0.8,
            )
            axes.annotate(
                showable(row.words),
                xy=(0.0, place - 0.19),
                xycoords=("axes fraction", "data"),
                xytext=(1, 0),
                textcoords="offset points",
                fontsize=SMALL + 0.5,
                color=INK,
                va="bottom",
                bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.6},
            )
            if number == 0:
                axes.annotate(
                    showable(f"{row.letter}  {cropped(row.label, 22)}"),
                    xy=(-left * 72, place),
                    xycoords=("axes points", "data"),
                    fontsize=SIZE,
                    color=look.text_colour,
                    va="center",
                )
    figure.text(
        0.0,
        0.17 / figure.get_figheight(),
        "marker: median · dark band: half of futures · light band: 8 of 10 futures",
        fontsize=SMALL,
        color=MUTED,
        ha="left",
        va="bottom",
    )
    return figure


def _reaches(picture: Reaches) -> Figure:
    figure = new_figure(0.95 + 0.27 * len(picture.bars))
    axes = axes_in(figure, 2.35, 0.62, 0.75, 0.12)
    values = [end for bar in picture.bars for end in (bar.at_low, bar.at_high)] + [picture.now]
    low, high = min(values), max(values)
    margin = 0.14 * (high - low or abs(high) or 1.0)
    number_axis(axes, "x", high + margin, picture.unit)
    if low > 0.35 * high:  # bars far from zero: the axis need not begin there, as none is a count
        from matplotlib.ticker import MaxNLocator

        ticks = MaxNLocator(MAXIMUM_TICKS - 1).tick_values(low - margin, high + margin)
        ticks = [tick for tick in ticks if low - margin <= tick <= high + margin]
        axes.set_xticks(ticks, [showable(label) for label in axis_labels(ticks, picture.unit)])
        axes.set_xlim(low - margin, high + margin)
    axes.set_ylim(len(picture.bars) - 0.4, -0.6)
    axes.set_yticks(range(len(picture.bars)), [showable(bar.label) for bar in picture.bars])
    axes.tick_params(axis="y", labelcolor=INK)
    for place, bar in enumerate(picture.bars):
        for end, text, look in ((bar.at_low, bar.low, LOW), (bar.at_high, bar.high, HIGH)):
            axes.barh(
                place,
                end - picture.now,
                left=picture.now,
                height=0.56,
                color=look.colour,
                linewidth=0,
            )
            right = end > picture.now or (end == picture.now and look is HIGH)
            axes.annotate(
                showable(text),
                xy=(end, place),
                xytext=(3 if right else -3, 0),
                textcoords="offset points",
                ha="left" if right else "right",
                va="center",
                fontsize=SMALL,
                color=look.text_colour,
            )
    axes.axvline(picture.now, color=INK, linewidth=0.9)
    axes.set_xlabel(showable(picture.now_label))
    return figure


def _trade_off(picture: TradeOff) -> Figure:
    figure = new_figure(3.6)
    axes = axes_in(figure, 0.6, 0.62, 0.35, 0.15)
    options = picture.options
    number_axis(
        axes, "y", max([o.y for o in options] + [r[2] for r in picture.record]), picture.y_unit
    )
    grid = axes.yaxis.get_gridlines()
    number_axis(
        axes, "x", max([o.x for o in options] + [r[1] for r in picture.record]), picture.x_unit
    )
    for line in grid:
        line.set_visible(True)
    others = [o for o in options if not o.on_frontier and not o.current]
    frontier = sorted((o for o in options if o.on_frontier), key=lambda o: o.x)
    axes.scatter([o.x for o in others], [o.y for o in others], s=12, color="#BFBFBF", linewidth=0)
    axes.plot(
        [o.x for o in frontier],
        [o.y for o in frontier],
        color=LOW.colour,
        marker="o",
        markersize=4,
        linewidth=1.2,
    )
    middle = axes.get_xlim()[1] / 2.0

    def label(text: str, x: float, y: float, colour: str, below: bool) -> None:
        right = x > middle  # of the point there may be no room
        axes.annotate(
            showable(text),
            (x, y),
            xytext=(-7 if right else 7, -9 if below else 6),
            textcoords="offset points",
            ha="right" if right else "left",
            va="top" if below else "bottom",
            fontsize=SIZE - 0.5,
            color=colour,
        )

    for option in dict.fromkeys((frontier[0], frontier[-1])) if frontier else ():
        label(option.label, option.x, option.y, MUTED, below=option.x <= middle)
    for option in (o for o in options if o.current):
        axes.plot([option.x], [option.y], marker="s", color=HIGH.colour, markersize=8)
        label("as the scenario stands", option.x, option.y, HIGH.text_colour, below=True)
    for text, x, y in picture.record:
        axes.plot([x], [y], marker="x", color=INK, markersize=6)
        label(text, x, y, INK, below=True)
    axes.set_xlabel(showable(picture.x_label))
    axes.set_ylabel(showable(picture.y_label))
    return figure


@source_language()
def draw(picture: Picture, kind: Literal["svg", "png"], *, dots_per_inch: int = 200) -> bytes:
    """The picture as a file; the same bytes for the same picture."""
    with chart_style():
        figure = drawn(picture)
        figure.text(
            0.0,
            0.005,
            showable(picture.credit),
            fontsize=SMALL,
            color=MUTED,
            ha="left",
            va="bottom",
        )
        out = io.BytesIO()
        metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
        figure.savefig(out, format=kind, dpi=dots_per_inch, metadata=metadata)
    return out.getvalue()

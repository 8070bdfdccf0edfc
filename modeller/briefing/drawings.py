"""Draws each kind of chart as wide as a page, in the look of `charts`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from modeller.base.dates import MONTH_STEPS, month_ticks, short_date
from modeller.briefing.charts import (
    HIGH,
    INK,
    INNER,
    LOOKS,
    LOW,
    MUTED,
    OUTER,
    PAPER,
    SIZE,
    SMALL,
    WIDTH,
    axes_in,
    cropped,
    finite_top,
    new_figure,
    number_axis,
    showable,
    spread,
    tint,
    value_axis,
)
from modeller.briefing.pictures import (
    Fan,
    Intervals,
    Line,
    Panel,
    Picture,
    Reaches,
    Strip,
    TileMap,
    TradeOff,
)
from modeller.briefing.tiles import tile_map
from modeller.wording.story import Scale

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WHISKERS = 4.5
"""Points between the whiskers of two scenarios."""


def wide_figure(picture: Picture) -> Figure:
    """The picture as a matplotlib figure, as wide as the text of a page."""
    if isinstance(picture, Fan):
        return _fan(picture)
    if isinstance(picture, Intervals):
        return _intervals(picture)
    if isinstance(picture, Reaches):
        return _reaches(picture)
    if isinstance(picture, Strip):
        return _strip(picture)
    if isinstance(picture, TileMap):
        return tile_map(picture, WIDTH, 0.24)
    return _trade_off(picture)


def _fan(picture: Fan) -> Figure:
    figure = new_figure(3.05)
    axes = axes_in(figure, 0.5, 0.74, 1.72, 0.30)
    fill_fan(axes, picture, columns=4)
    heights = _end_heights(axes, picture, 0.165)
    count = len(picture.lines)
    for line, height in zip(picture.lines, heights, strict=True):
        _end_label(axes, line, height, f"{line.letter}  {cropped(line.label)}\n{line.end}", count)
    return figure


def letters_at_ends(axes: Axes, picture: Fan) -> None:
    """Put the letter of each scenario at the end of its line."""
    for line, height in zip(picture.lines, _end_heights(axes, picture, 0.075), strict=True):
        _end_label(axes, line, height, line.letter, len(picture.lines))


def _end_heights(axes: Axes, picture: Fan, gap: float) -> list[float]:
    low, high = axes.get_ylim()
    ends = [float(line.values[-1]) for line in picture.lines]
    return spread(ends, (high - low) * gap, low + (high - low) * 0.02, high)


def _end_label(axes: Axes, line: Line, height: float, text: str, count: int) -> None:
    axes.annotate(
        showable(text),
        xy=(1.0, height),
        xycoords=("axes fraction", "data"),
        xytext=(8 + _WHISKERS * count, 0),
        textcoords="offset points",
        fontsize=SIZE - 0.5,
        color=LOOKS[line.letter].text_colour,
        va="center",
        linespacing=1.15,
    )


def fill_fan(axes: Axes, picture: Fan, *, columns: int) -> None:
    """Draw bands, record, medians, axes and the key above them, which has so many columns."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    weeks = np.arange(1, len(picture.bands) + 1)
    before = np.empty(0) if picture.record is None else picture.record
    reaches = np.asarray([line.reach for line in picture.lines])
    top = finite_top(picture.bands, before, reaches, *(line.values for line in picture.lines))
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
    _whiskers(axes, picture)
    handles += [
        Line2D([], [], color=MUTED, linewidth=1.7, label="median"),
        Patch(color=inner, label=f"{picture.subject}: half of futures"),
        Patch(color=outer, label=f"{picture.subject}: 8 of 10 futures"),
    ]
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.0, 1.0),
        ncols=columns,
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
    if picture.begins is None:
        axes.set_xticks(*_week_ticks(first, int(weeks[-1])))
        axes.set_xlabel("weeks from the record’s end")
        return
    axes.set_xticks(*months(first, int(weeks[-1]), picture.begins, 2 + 2 * columns))
    axes.set_xlabel(_calendar_words(picture.begins, picture.ends))


def _whiskers(axes: Axes, picture: Fan) -> None:
    """Draw, at the right, the range of every scenario in the last week."""
    figure = axes.get_figure(root=True)
    assert figure is not None  # axes always have one here
    points = axes.get_position().width * figure.get_figwidth() * 72.0
    for place, line in enumerate(picture.lines):
        x = 1.0 + (5.0 + _WHISKERS * place) / points
        p10, p25, p75, p90 = line.reach
        for low, high, width in ((p10, p90, 1.0), (p25, p75, 2.6)):
            axes.plot(
                [x, x],
                [low, high],
                color=LOOKS[line.letter].colour,
                linewidth=width,
                solid_capstyle="butt",
                transform=axes.get_yaxis_transform(),
                clip_on=False,
            )


def _calendar_words(begins: date, known_to: date | None) -> str:
    """The words below a calendar axis."""
    ends = short_date(known_to or begins - timedelta(days=1))
    return f"record ends {ends} · projection from {short_date(begins)}"


def months(first: int, last: int, begins: date, most: int) -> tuple[list[float], list[str]]:
    """Where months begin on an axis of weeks, each plotted at its middle, with their names.

    Parameters
    ----------
    begins
        Monday of week 1.
    most
        How many names the axis has room for.
    """
    start, end = (begins + timedelta(days=7 * week - 1) for week in (first - 1, last))
    ways = (list(month_ticks(start - timedelta(days=3), end, step)) for step in MONTH_STEPS)
    ticks = next((way for way in ways if len(way) <= most), [])
    return [(day - begins).days / 7.0 + 0.5 for day, _ in ticks], [text for _, text in ticks]


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
        fill_panel(axes, panel, rows)
        for place, row in enumerate(panel.intervals if number == 0 else ()):
            axes.annotate(
                showable(f"{row.letter}  {cropped(row.label, 22)}"),
                xy=(-left * 72, place),
                xycoords=("axes points", "data"),
                fontsize=SIZE,
                color=LOOKS[row.letter].text_colour,
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


def fill_panel(axes: Axes, panel: Panel, rows: int, *, named: bool = False) -> None:
    """Draw the totals of an outcome, with letters before the figures if `named`."""
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
        axes.barh(place, p90 - p10, left=p10, height=0.26, color=tint(colour, 0.35), linewidth=0)
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
            showable(f"{row.letter}  {row.words}" if named else row.words),
            xy=(0.0, place - 0.19),
            xycoords=("axes fraction", "data"),
            xytext=(1, 0),
            textcoords="offset points",
            fontsize=SMALL + 0.5,
            color=INK,
            va="bottom",
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.6},
        )


def _strip(picture: Strip) -> Figure:
    figure = new_figure(0.75 + 0.23 * len(picture.scale.rows))
    axes = axes_in(figure, 2.2, 0.52, 1.35, 0.08)
    fill_strip(axes, picture.scale)
    for place, row in enumerate(picture.scale.rows):
        for text, x, side, shift in (
            (cropped(row.label, 30), 0.0, "right", -6),
            (row.words, 1.0, "left", 8),
        ):
            axes.annotate(
                showable(text),
                xy=(x, place),
                xycoords=("axes fraction", "data"),
                xytext=(shift, 0),
                textcoords="offset points",
                ha=side,
                va="center",
                fontsize=SIZE if side == "right" else SMALL + 0.5,
                color=INK if row.strong else MUTED,
            )
    return figure


def fill_strip(axes: Axes, scale: Scale) -> None:
    """Draw marks with their ranges and the axis in neutral colours, without the rows' names."""
    number_axis(axes, "x", max((0.0, *scale.values)), scale.unit)
    lowest = min((0.0, *scale.values))
    if lowest < 0.0:
        axes.set_xlim(left=1.06 * lowest)
    axes.set_ylim(len(scale.rows) - 0.4, -0.6)
    axes.set_yticks([])
    for place, row in enumerate(scale.rows):
        colour = (HIGH if row.strong else LOW).text_colour
        for pair, share in ((row.ends, 0.25), (row.inner, 0.5)):
            if pair is not None:
                low, high = pair
                axes.barh(
                    place,
                    high - low,
                    left=low,
                    height=0.42,
                    color=tint(colour, share),
                    linewidth=0,
                )
        if row.middle is not None:
            axes.plot(
                [row.middle],
                [place],
                marker="o",
                color=colour,
                markersize=5.5,
                markeredgecolor=PAPER,
                markeredgewidth=0.8,
            )


def _reaches(picture: Reaches) -> Figure:
    figure = new_figure(0.95 + 0.27 * len(picture.bars))
    axes = axes_in(figure, 2.35, 0.62, 0.75, 0.12)
    fill_reaches(axes, picture)
    axes.set_yticks(range(len(picture.bars)), [showable(bar.label) for bar in picture.bars])
    return figure


def fill_reaches(axes: Axes, picture: Reaches) -> None:
    """Draw bars with the figures at their ends and the axis, without the rows' names."""
    values = [end for bar in picture.bars for end in (bar.at_low, bar.at_high)] + [picture.now]
    low, high = min(values), max(values)
    margin = 0.14 * (high - low or abs(high) or 1.0)
    number_axis(axes, "x", high + margin, picture.unit)
    if low > 0.35 * high:  # a bar's distance from zero means nothing
        value_axis(axes, low - margin, high + margin, picture.unit)
    axes.set_ylim(len(picture.bars) - 0.4, -0.6)
    axes.set_yticks([])
    axes.tick_params(axis="y", labelcolor=INK)
    for place, bar in enumerate(picture.bars):
        for end, text, look in ((bar.at_low, bar.low, LOW), (bar.at_high, bar.high, HIGH)):
            axes.barh(
                place,
                end - picture.now,
                left=picture.now,
                height=0.56,
                facecolor=PAPER if look is LOW else look.colour,
                edgecolor=look.text_colour,
                linewidth=0.9,
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


def _trade_off(picture: TradeOff) -> Figure:
    figure = new_figure(3.6)
    fill_trade_off(axes_in(figure, 0.6, 0.62, 0.35, 0.15), picture)
    return figure


def fill_trade_off(axes: Axes, picture: TradeOff) -> None:
    """Draw the options, the frontier, the present scenario and the axes."""
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
        # to its right there may be no room; below it on this side no frontier runs
        right = x > (1.6 * middle if below else middle)
        axes.annotate(
            showable(text),
            (x, y),
            xytext=(-7 if right else 7, -9 if below else 6),
            textcoords="offset points",
            ha="right" if right else "left",
            va="top" if below else "bottom",
            fontsize=SIZE - 0.5,
            color=colour,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.6, "alpha": 0.85},
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

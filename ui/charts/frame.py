"""Where a chart's numbers lie on the screen: margins, scales and their ticks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from modeller.wording import axis_labels, short_figure
from ui.charts.chart_data import ChartData, Floats, View
from ui.look.axis import nice_ticks
from ui.look.style import theme

WHISKER = 5
"""Pixels of the design from one whisker to the next."""
SAME = "\u2009=\u2009"
"""What stands between the letters of lines that coincide."""
_WIDEST = "00.0"
"""The least that the label at a line's end is given room for."""
_FAR = 1e5  # pixels: further out Qt's rasteriser loses its footing


@dataclass(frozen=True)
class Ticks:
    """The value axis, which stays as it is while a handle is held."""

    view: View
    unit: str
    values: tuple[float, ...]
    first: float
    last: float

    @classmethod
    def of(cls, data: ChartData) -> Ticks:
        """The axis that fits `data`."""
        whole = data.whole or data.count
        values = nice_ticks(data.largest(), lowest=data.smallest(), whole=whole)
        return cls(data.view, data.unit, values, data.first_week, data.last_week)

    def suits(self, data: ChartData) -> bool:
        """Whether `data` can be drawn on this axis, even if not all of it."""
        return (self.view, self.unit, self.first, self.last) == (
            data.view,
            data.unit,
            data.first_week,
            data.last_week,
        )


@dataclass(frozen=True)
class Gutters:
    """What stands beside a plot: the axis's labels, and whiskers with the lines' labels."""

    left: float
    right: float

    def widened(self, other: Gutters) -> Gutters:
        """Gutters with room for both."""
        return Gutters(max(self.left, other.left), max(self.right, other.right))


@dataclass(frozen=True)
class Frame:
    """The plot inside its margins, in pixels, and the way from numbers to pixels."""

    plot: QRectF
    ticks: Ticks
    emphasis: float
    headroom: float = 0.0
    """Room above the highest tick, to label the record's end and today."""

    @cached_property
    def top_value(self) -> float:
        """The value at the highest tick (for totals: at the right end)."""
        return self.ticks.values[-1]

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Text of the ticks."""
        return axis_labels(self.ticks.values, self.ticks.unit)

    @cached_property
    def line(self) -> float:
        """Height of a label, in pixels."""
        return QFontMetricsF(theme().font("note", emphasis=self.emphasis)).height()

    def x(self, weeks: ArrayLike) -> Floats:
        """Pixels from the left of `weeks`."""
        ticks = self.ticks
        span = max(ticks.last - ticks.first, 1.0)
        share = (np.asarray(weeks, dtype=np.float64) - ticks.first) / span
        return self.plot.left() + self.plot.width() * share

    def y(self, values: ArrayLike) -> Floats:
        """Pixels of `values` from the top; infinity becomes a place far outside."""
        low, high = self.ticks.values[0], self.top_value
        share = (np.asarray(values, dtype=np.float64) - low) / (high - low)
        height = self.plot.height() - self.headroom
        return np.clip(self.plot.bottom() - height * share, -_FAR, _FAR)

    def across(self, value: float) -> float:
        """Pixels from the left of `value` in a chart of totals."""
        share = min(max(value / self.top_value, 0.0), 1.0)
        return self.plot.left() + self.plot.width() * share

    def week_at(self, x: float) -> int:
        """The week nearest to `x` pixels from the left."""
        ticks = self.ticks
        share = (x - self.plot.left()) / max(self.plot.width(), 1.0)
        week = ticks.first + share * (ticks.last - ticks.first)
        return round(min(max(week, ticks.first), ticks.last))


def gutters_of(data: ChartData, ticks: Ticks, emphasis: float) -> Gutters:
    """What `data` needs beside its plot, with an axis of `ticks`.

    The labels at the lines' ends change with every move of a lever; their room does not.
    """
    if data.view == "total":
        return Gutters(0.0, 0.0)
    length = theme().length
    width = QFontMetricsF(theme().font("note", emphasis=emphasis)).horizontalAdvance
    bold = QFontMetricsF(theme().font("note", bold=True, emphasis=emphasis)).horizontalAdvance
    labels = axis_labels(ticks.values, ticks.unit)
    groups = data.groups()
    letter = max((bold(letter) for group in groups for letter in group), default=0.0)
    together = max((bold(SAME.join(group)) for group in groups), default=0.0)
    top = ticks.values[-1]
    likely = short_figure(0.888 * top, 0.4 * top, 0.888 * top, data.unit, whole=data.whole)
    figure = max(bold(text) for text in (_WIDEST, likely, *labels))
    whiskers = len(data.whiskers) * WHISKER
    # the letters of lines that coincide stand above their figure
    right = length(4 + whiskers + 2) + max(letter + bold(" ") + figure, together)
    return Gutters(max(width(text) for text in labels) + length(6), right)


def frame_of(
    data: ChartData,
    ticks: Ticks,
    width: float,
    height: float,
    emphasis: float,
    gutters: Gutters | None = None,
) -> Frame:
    """The frame of `data` on a canvas of `width` × `height` pixels.

    Parameters
    ----------
    gutters
        Those of the whole row of charts; the chart's own when None.
    """
    length = theme().length
    metrics = QFontMetricsF(theme().font("note", emphasis=emphasis))
    line = metrics.height()
    bottom = height - line - length(5)
    if data.view == "total":
        half = metrics.horizontalAdvance(axis_labels(ticks.values, ticks.unit)[-1]) / 2
        return Frame(QRectF(0, length(4), width - half - 1, bottom - length(4)), ticks, emphasis)
    given = gutters or gutters_of(data, ticks, emphasis)
    plot = QRectF(given.left, 0.0, max(width - given.left - given.right, 1.0), max(bottom, 1.0))
    return Frame(plot, ticks, emphasis, min(line + length(2), plot.height() / 3))

"""Where a chart's numbers lie on the screen: margins, scales and their ticks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from modeller.wording import axis_labels
from ui.charts.chart_data import ChartData, Floats, View
from ui.look.axis import elided, nice_ticks
from ui.look.style import theme

LABELS_SHARE = 0.4
"""Of the width, what the labels at the lines' ends may take at most."""
_FAR = 1e5  # pixels: further out Qt's rasteriser loses its footing


@dataclass(frozen=True)
class Ticks:
    """The value axis: what stays as it is while a handle is held."""

    view: View
    unit: str
    values: tuple[float, ...]
    first: float
    last: float

    @classmethod
    def of(cls, data: ChartData) -> Ticks:
        """The axis that fits `data`."""
        values = nice_ticks(data.largest(), whole=data.whole)
        return cls(data.view, data.unit, values, data.first_week, data.last_week)

    def suits(self, data: ChartData) -> bool:
        """Whether `data` can be drawn on this axis at all, if not in full."""
        return (self.view, self.unit, self.first, self.last) == (
            data.view,
            data.unit,
            data.first_week,
            data.last_week,
        )


@dataclass(frozen=True)
class Frame:
    """The plot inside its margins, in pixels, and the way from numbers to pixels."""

    plot: QRectF
    ticks: Ticks
    emphasis: float
    ends: tuple[tuple[str, str], ...] = ()
    """Letter and text of the labels at the lines' ends, the current scenario's first."""

    @cached_property
    def top_value(self) -> float:
        """The value at the upper (for totals: right) end."""
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
        """Pixels from the top of `values`; no limit becomes far away."""
        share = np.asarray(values, dtype=np.float64) / self.top_value
        return np.clip(self.plot.bottom() - self.plot.height() * share, -_FAR, _FAR)

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


def _end_labels(data: ChartData, width: float, emphasis: float) -> tuple[tuple[str, str], ...]:
    """Letter and text of the labels at the lines' ends; a line that is alone needs none."""
    if not data.pinned or data.view == "total":
        return ()
    metrics = QFontMetricsF(theme().font("note", emphasis=emphasis))
    room = LABELS_SHARE * width - theme().length(14)
    named = [(data.letter, data.name), *((p.letter, p.title) for p in data.pinned)]
    if room < metrics.horizontalAdvance("A Scenario"):
        return tuple((letter, letter) for letter, _ in named)
    return tuple(
        (letter, elided(f"{letter} {title}".rstrip(), room, metrics.horizontalAdvance))
        for letter, title in named
    )


def frame_of(data: ChartData, ticks: Ticks, width: float, height: float, emphasis: float) -> Frame:
    """The frame of `data` on a canvas of `width` × `height` pixels."""
    length = theme().length
    metrics = QFontMetricsF(theme().font("note", emphasis=emphasis))
    line = metrics.height()
    bottom = height - line - length(6)
    labels = axis_labels(ticks.values, ticks.unit)
    if data.view == "total":
        half = metrics.horizontalAdvance(labels[-1]) / 2
        return Frame(QRectF(0, length(4), width - half - 1, bottom - length(4)), ticks, emphasis)
    left = max(metrics.horizontalAdvance(text) for text in labels) + length(8)
    top = line + length(4)
    ends = _end_labels(data, width, emphasis)
    gutter = float(length(8))
    if ends:
        gutter = length(20) + max(metrics.horizontalAdvance(text) for _, text in ends)
    plot = QRectF(left, top, max(width - left - gutter, 1.0), max(bottom - top, 1.0))
    return Frame(plot, ticks, emphasis, ends)

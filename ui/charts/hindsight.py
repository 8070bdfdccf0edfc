"""A chart of the past: what the model would have said, and over it what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from modeller.backtest.results import BacktestView, Origin, Telling
from modeller.backtest.words import finding_words, told_words
from modeller.base.dates import month
from modeller.base.language import translatable, translate
from modeller.model.catalogue import Outcome
from modeller.wording import style_for
from ui.charts.canvas import Canvas
from ui.charts.chart import FanChart
from ui.charts.chart_data import ChartData, Floats
from ui.charts.drawing import Drawing
from ui.charts.frame import Frame
from ui.look.style import theme


def _none() -> Floats:
    return np.empty(0)


_QUANTITY: dict[BacktestView, str] = {
    "weekly": translatable(
        "Hindsight", "{label} a week · 80 and 50 % bands; line with dots: what happened"
    ),
    "cumulative": translatable(
        "Hindsight",
        "{label} since the first week · 80 and 50 % bands; line with dots: what happened",
    ),
}


@dataclass(frozen=True, eq=False)
class HindsightData(ChartData):
    """A projection of the past with what then happened, one value a week."""

    happened: Floats = field(default_factory=_none)

    def largest(self) -> float:
        """The largest number shown, what happened included."""
        known = self.happened[np.isfinite(self.happened)]
        return max(super().largest(), float(known.max()) if known.size else 0.0)

    def columns(self) -> tuple[str, ...]:
        """As of any chart, and what happened."""
        return (*super().columns(), translate("Hindsight", "Happened"))

    def rows(self) -> Iterator[tuple[str | float | None, ...]]:
        """As of any chart, and what happened."""
        for row, value in zip(super().rows(), self.happened.tolist(), strict=True):
            yield (*row, float(value))


def hindsight_data(
    origin: Origin, telling: Telling, entry: Outcome, view: BacktestView, footer: str
) -> HindsightData:
    """What would have been said of an outcome on one date, and what then happened."""
    series = origin.told[telling][entry.key]
    weekly = view == "weekly"
    bands = series.weekly if weekly else series.cumulative
    happened = (series.observed_weekly if weekly else series.observed_cumulative).astype(float)
    p10, p25, p50, p75, p90 = bands.T
    return HindsightData(
        title=finding_words(entry.label, bands, happened, weekly=weekly),
        subtitle=translate("Hindsight", _QUANTITY[view], label=entry.label),
        unit=entry.unit,
        view=view,
        whole=entry.whole,
        count=not entry.counted_in.is_money,
        name=translate(
            "Hindsight",
            "From {day} {month} {year}, {told}",
            day=origin.day.day,
            month=month(origin.day),
            year=origin.day.year,
            told=told_words(telling),
        ),
        weeks=np.arange(1, len(bands) + 1, dtype=np.float64),
        p10=p10,
        p25=p25,
        p50=p50,
        p75=p75,
        p90=p90,
        record_end=origin.day - timedelta(days=1),
        footer=footer,
        happened=happened,
    )


def week_words(data: HindsightData, week: int) -> str:
    """What happened in one week, or up to it, beside what would have been said."""
    if not 1 <= week <= data.happened.size:
        return ""
    low, middle, high = (float(line[week - 1]) for line in (data.p10, data.p50, data.p90))
    style = style_for(data.unit, low, high, whole=data.whole)
    when = (
        data.dates_text(week)
        if data.view == "weekly"
        else translate("Hindsight", "By the end of week {week}", week=week)
    )
    return translate(
        "Hindsight",
        "{when}: {happened} happened; it would have said {middle}, 8 in 10 futures {range}.",
        when=when,
        happened=style_for("", 0.0, 0.0).figure(float(data.happened[week - 1])),
        middle=style.figure(middle),
        range=style.range(low, high),
    )


class HindsightDrawing(Drawing):
    """The fan, with what happened drawn over it in ink."""

    def paint_over(self, painter: QPainter, data: ChartData, frame: Frame) -> None:
        """Paint what happened above the fan."""
        if not isinstance(data, HindsightData) or not data.happened.size:
            return
        ink, scale = QColor(theme().colours.ink), theme().scale
        points = [
            QPointF(float(x), float(y))
            for x, y in zip(frame.x(data.weeks), frame.y(data.happened), strict=True)
        ]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(ink, 1.25 * scale)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for point in points:
            painter.drawEllipse(point, 2.2 * scale, 2.2 * scale)
        painter.restore()


class HindsightCanvas(Canvas):
    """A canvas that also draws what happened."""

    def _new_drawing(self) -> Drawing:
        return HindsightDrawing(self)


class HindsightChart(FanChart):
    """A `FanChart` whose canvas also draws what happened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain = self.canvas
        self.canvas = HindsightCanvas(self)
        self.canvas.setObjectName("canvas")
        self.stack.removeWidget(plain)
        plain.setObjectName("")
        plain.deleteLater()
        self.stack.insertWidget(0, self.canvas)
        self.stack.setCurrentWidget(self.canvas)

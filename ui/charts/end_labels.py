"""The short labels at the ends of a chart's lines: "A 35"; "B = D 18" where two are one."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEngine, QPainter, QPixmap

from modeller.wording import short_figure
from ui.charts.chart_data import ChartData, Floats
from ui.charts.frame import SAME, WHISKER, Frame
from ui.look.axis import moved_apart
from ui.look.pixmaps import painted_pixmap
from ui.look.style import theme

_KEPT = 256
"""How many pictures of labels are kept: during a drag the same few figures come up again."""


def _last(line: Floats) -> float:
    known = line[np.isfinite(line)]
    return float(known[-1]) if known.size else float("nan")


def end_labels(data: ChartData) -> tuple[tuple[str, str, float], ...]:
    """Letter that gives the colour, text, and the value at whose height it stands.

    A line that is alone has its figure without a letter. One with no number at all has no label.
    """
    low, high = data.p10, data.p90
    medians = {data.letter: data.p50} | {p.letter: p.median for p in data.pinned}
    curves = {data.letter: data.curves[2]} | {p.letter: p.curve for p in data.pinned}
    ranges = {data.letter: (_last(low), _last(high))}
    ranges |= {p.letter: (p.ends[0], p.ends[-1]) for p in data.pinned if p.ends}
    found = []
    for group in data.groups():
        letter = data.letter if data.letter in group else group[0]
        value, height = _last(medians[letter]), _last(curves[letter])
        if not np.isfinite(height):
            continue
        ends = ranges.get(letter, (value, value))
        figure = short_figure(value, *ends, data.unit, whole=data.whole)
        letters = SAME.join(group) if data.pinned else ""
        found.append((letter, f"{letters} {figure}".strip(), height))
    return tuple(found)


def _rows(text: str) -> tuple[str, ...]:
    """The rows of a label: several letters have their figure below, to keep the gutter narrow."""
    letters, _, figure = text.rpartition(" ")
    return (letters, figure) if SAME in letters else (text,)


class EndLabels:
    """The labels in their places; on a screen each is painted once and then moved."""

    def __init__(self) -> None:
        self._frame: Frame | None = None
        self._left = 0.0
        self._labels: list[tuple[str, str, float]] = []
        self._look: tuple[object, ...] = ()
        self._pictures: dict[tuple[str, str], QPixmap] = {}

    def show(self, data: ChartData, frame: Frame) -> None:
        """Place the labels where the lines end."""
        self._frame = frame
        found, plot = end_labels(data), frame.plot
        half = frame.line / 2
        low, high = plot.top() + half, plot.bottom() - half
        rows = [
            (letter, row, min(max(float(frame.y(value)), low), high))
            for letter, text, value in found
            for row in _rows(text)
        ]
        places = moved_apart([height for _, _, height in rows], frame.line, low, high)
        self._labels = [(letter, row, y) for (letter, row, _), y in zip(rows, places, strict=True)]
        self._left = plot.right() + theme().length(4 + WHISKER * len(data.whiskers) + 2)

    def paint(self, painter: QPainter) -> None:
        """Paint the labels."""
        frame = self._frame
        if frame is None:
            return
        as_pictures = painter.paintEngine().type() == QPaintEngine.Type.Raster
        ratio = painter.device().devicePixelRatio() if as_pictures else 1.0
        left = round(self._left * ratio) / ratio
        for letter, text, place in self._labels:
            if as_pictures:
                picture = self._picture(letter, text, frame, ratio)
                top = round((place - picture.height() / ratio / 2) * ratio) / ratio
                painter.drawPixmap(QPointF(left, top), picture)
            else:
                self._paint_one(painter, QPointF(left, place), letter, text, frame)

    @staticmethod
    def _metrics(frame: Frame) -> QFontMetricsF:
        return QFontMetricsF(theme().font("note", bold=True, emphasis=frame.emphasis))

    def _picture(self, letter: str, text: str, frame: Frame, ratio: float) -> QPixmap:
        look = (ratio, theme().colours, theme().scale, frame.emphasis)
        if look != self._look or len(self._pictures) > _KEPT:
            self._look, self._pictures = look, {}
        known = self._pictures.get((letter, text))
        if known is None:
            metrics = self._metrics(frame)
            size = QSizeF(metrics.horizontalAdvance(text) + 2, metrics.height())
            middle = QPointF(0, round(size.height() * ratio) / ratio / 2)
            known = self._pictures[letter, text] = painted_pixmap(
                size, ratio, lambda inner: self._paint_one(inner, middle, letter, text, frame)
            )
        return known

    def _paint_one(
        self, painter: QPainter, place: QPointF, letter: str, text: str, frame: Frame
    ) -> None:
        """Text to the right of `place`."""
        metrics = self._metrics(frame)
        painter.setFont(theme().font("note", bold=True, emphasis=frame.emphasis))
        painter.setPen(QColor(theme().colours.scenario_text(letter)))
        rise = (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(place + QPointF(0, rise), text)

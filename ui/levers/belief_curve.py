"""A belief as a curve: the evidence's density behind, the user's own in front."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translate
from modeller.model.catalogue import Belief
from modeller.scenario.setting import MAXIMUM_SPREAD, BeliefSetting
from modeller.wording import evidence_range_words, exact_number
from ui.look import accessibility
from ui.look.quantity import range_text, value_text
from ui.look.style import theme

_SHARES = np.linspace(0.002, 0.998, 250)


def believed(belief: Belief, setting: BeliefSetting, shares: Floats) -> Floats:
    """Values below which the `shares` of what is believed lie.

    By the model's own rule; where it draws a belief from the record's fit, by a summary of that.
    """
    link = belief.link
    departure = link.forward(belief.distribution.quantile(shares)) - link.forward(belief.baseline)
    with np.errstate(divide="ignore", over="ignore"):
        value = link.back(link.forward(setting.central) + setting.spread * departure)
    return np.clip(value, *belief.limits)


def range_of(belief: Belief, setting: BeliefSetting) -> tuple[float, float]:
    """The central 90 % of what is believed."""
    low, high = believed(belief, setting, np.array([0.05, 0.95]))
    return float(low), float(high)


def setting_from_range(belief: Belief, low: float, high: float) -> BeliefSetting:
    """The setting whose central 90 % is `low` to `high`.

    Both ends fix it: the width gives the spread, and the place the central value, which with
    a lopsided belief is not in the middle.

    Raises
    ------
    ModellerError
        When the range is upside down, or wider than beliefs can be.
    """
    if not low < high:
        words = translate(
            "Range",
            "begins at {low} and ends at {high}",
            low=value_text(belief, low),
            high=value_text(belief, high),
        )
        raise ModellerError(
            Problem(
                translate("Range", "The range"),
                words,
                translate("Range", "the lower end must be the smaller"),
            )
        )
    link = belief.link
    with np.errstate(divide="ignore"):
        ends = link.forward(np.array([low, high]))
    if not np.isfinite(ends).all():
        words = translate("Range", "is {range}", range=range_text(belief, low, high))
        remedy = translate("Range", "neither end can be at the limit of what is possible")
        raise ModellerError(Problem(translate("Range", "The range"), words, remedy))
    evidence = link.forward(belief.distribution.quantile(np.array([0.05, 0.95])))
    departures = evidence - link.forward(belief.baseline)
    spread = float((ends[1] - ends[0]) / (departures[1] - departures[0]))
    if spread > MAXIMUM_SPREAD:
        words = translate(
            "Range",
            "is {times} times as wide as the evidence’s",
            times=exact_number(float(f"{spread:.3g}")),
        )
        raise ModellerError(
            Problem(
                translate("Range", "The range"),
                words,
                translate("Range", "the most is {times} times", times=f"{MAXIMUM_SPREAD:g}"),
            )
        )
    central = float(link.back(ends[0] - spread * departures[0]))
    return BeliefSetting(float(f"{central:.6g}"), float(f"{spread:.6g}"))


def density(values: Floats, shares: Floats) -> tuple[Floats, Floats]:
    """Points of the density described by ascending `values` at `shares`.

    Returns
    -------
    tuple
        Middles of the steps and share per unit there; steps of no width are left out.
    """
    with np.errstate(invalid="ignore"):
        width = np.diff(values)
        wide = np.isfinite(width) & (width > 0.0)
    return ((values[1:] + values[:-1]) / 2)[wide], (np.diff(shares)[wide] / width[wide])


class BeliefCurve(QWidget):
    """The evidence as a filled shape, the user's belief as a line, its centre as a rule."""

    accessible_role = accessibility.Role.Chart

    def __init__(self, belief: Belief, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._belief = belief
        self._setting = BeliefSetting(belief.baseline)
        self.setMinimumHeight(theme().length(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)
        self._describe()

    def set_setting(self, setting: BeliefSetting) -> None:
        """Draw another belief."""
        self._setting = setting
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the shape to be seen."""
        return QSize(theme().length(420), theme().length(180))

    def _describe(self) -> None:
        low, high = range_of(self._belief, self._setting)
        evidence = evidence_range_words(self._belief)
        self.setAccessibleName(
            translate(
                "Range",
                "Believed: {centre}, 9 times in 10 {range}. The evidence’s {evidence}",
                centre=value_text(self._belief, self._setting.central),
                range=range_text(self._belief, low, high),
                evidence=evidence,
            )
        )

    def _axis(self) -> tuple[float, float, bool]:
        """Ends of the picture on its scale, and whether that is logarithmic."""
        belief = self._belief
        spread = BeliefSetting(self._setting.central, max(self._setting.spread, 1e-9))
        far = np.array([0.005, 0.995])
        ends = [
            *believed(belief, spread, far),
            *believed(belief, BeliefSetting(belief.baseline), far),
        ]
        logarithmic = belief.scale == "log"
        low, high = float(min(ends)), float(max(ends))
        if logarithmic:
            low = math.log10(max(low, belief.minimum / 10))
            high = math.log10(high)
        if not (math.isfinite(low) and math.isfinite(high) and low < high):
            return self._whole_range()
        margin = 0.04 * (high - low)
        if not logarithmic:
            least, most = belief.limits
            return max(low - margin, least), min(high + margin, most), False
        return low - margin, high + margin, True

    def _whole_range(self) -> tuple[float, float, bool]:
        """The range to show when a belief is too narrow to draw."""
        belief = self._belief
        if belief.scale == "log":
            return math.log10(belief.minimum), math.log10(belief.maximum), True
        return belief.minimum, belief.maximum, False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Evidence, axis, own curve, centre."""
        colours, length = theme().colours, theme().length
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("note"))
        line = painter.fontMetrics().height()
        area = QRectF(self.rect()).adjusted(1, line + length(4), -1, -line - length(4))
        evidence = self._points(BeliefSetting(self._belief.baseline))
        own = self._points(self._setting) if self._setting.spread > 0 else None
        if own is not None and own[0].size < 2:
            own = None  # all of the belief lies in one place, at the very end of what is possible
        shapes = (evidence,) if own is None else (evidence, own)
        highest = max(float(shape[1].max()) for shape in shapes)
        own_colour = QColor(colours.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.tint(colours.accent, 0.2)))
        painter.drawPolygon(self._polygon(area, evidence, highest, closed=True))
        painter.setPen(QPen(QColor(colours.control), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(own_colour, 2 * theme().scale))
        if own is not None:
            painter.drawPolyline(self._polygon(area, own, highest, closed=False))
        x = self._x(area, self._setting.central)
        painter.setPen(QPen(own_colour, (1 if own else 2.5) * theme().scale))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QColor(colours.ink))
        self._label(painter, x, 0.0, value_text(self._belief, self._shown(self._setting.central)))
        painter.setPen(QColor(colours.muted))
        bottom = self.height() - line
        low, high = self._ends()
        first, last = (value_text(self._belief, self._shown(end)) for end in (low, high))
        painter.drawText(QPointF(0, bottom + painter.fontMetrics().ascent()), first)
        width = painter.fontMetrics().horizontalAdvance(last)
        painter.drawText(
            QPointF(self.width() - width, bottom + painter.fontMetrics().ascent()), last
        )
        legend = translate("Range", "shaded: the evidence")
        beside = max(painter.fontMetrics().horizontalAdvance(text) for text in (first, last))
        room = self.width() - 2 * (beside + length(8))
        if painter.fontMetrics().horizontalAdvance(legend) <= room:
            middle = QRectF(0, bottom, self.width(), line)
            painter.drawText(middle, Qt.AlignmentFlag.AlignHCenter, legend)
        painter.end()

    def _shown(self, value: float) -> float:
        return value if value == self._belief.baseline else float(f"{value:.3g}")

    def _ends(self) -> tuple[float, float]:
        low, high, logarithmic = self._axis()
        return (10**low, 10**high) if logarithmic else (low, high)

    def _points(self, setting: BeliefSetting) -> tuple[Floats, Floats]:
        """The density on the picture's own scale."""
        values = believed(self._belief, setting, _SHARES)
        if self._belief.scale == "log":
            values = np.log10(np.maximum(values, 1e-12))
        return density(values, _SHARES)

    def _x(self, area: QRectF, value: float) -> float:
        low, high, logarithmic = self._axis()
        place = math.log10(max(value, 1e-12)) if logarithmic else value
        share = (place - low) / (high - low) if high > low else 0.5
        return area.left() + area.width() * min(max(share, 0.0), 1.0)

    def _polygon(
        self, area: QRectF, points: tuple[Floats, Floats], highest: float, *, closed: bool
    ) -> QPolygonF:
        low, high, _ = self._axis()
        x = area.left() + area.width() * (points[0] - low) / (high - low)
        y = area.bottom() - area.height() * 0.95 * points[1] / highest
        # Qt fails on coordinates that are too large
        x = np.clip(x, area.left(), area.right())
        y = np.clip(y, area.top(), area.bottom())
        polygon = [QPointF(float(a), float(b)) for a, b in zip(x, y, strict=True)]
        if closed:
            ends = (QPointF(polygon[-1].x(), area.bottom()), QPointF(polygon[0].x(), area.bottom()))
            polygon.extend(ends)
        return QPolygonF(polygon)

    def _label(self, painter: QPainter, x: float, top: float, text: str) -> None:
        width = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(x - width / 2, 0.0), self.width() - width)
        painter.drawText(QPointF(left, top + painter.fontMetrics().ascent()), text)

"""The chain from deployments to arrests, link by link against the baseline: which one moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from modeller.base.elementary import Floats
from modeller.base.language import translatable, translate
from modeller.projection import quantiles
from modeller.wording import Projected, percent, set_by_user, style_for
from ui.desk.session import Session
from ui.look import accessibility
from ui.look.running_text import RunningText
from ui.look.style import GRID, INNER, OUTER, theme

_SHARES = (0.10, 0.25, 0.50, 0.75, 0.90)


@dataclass(frozen=True)
class Link:
    """One link: a total, or one total over another, in each draw."""

    key: str
    label: str
    unit: str
    numerator: str
    denominator: str = ""

    def values(self, result: Projected) -> Floats:
        """The link in each draw; NaN where it has no denominator."""
        top = result.totals(self.numerator)
        if not self.denominator:
            return top
        bottom = result.totals(self.denominator)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(bottom > 0.0, top / bottom, np.nan)


LINKS = (
    Link(
        "deployments", translatable("Chain", "Deployments achieved"), "deployments", "deployments"
    ),
    Link(
        "alerts",
        translatable("Chain", "True alerts per deployment"),
        "alerts",
        "true_alerts",
        "deployments",
    ),
    Link(
        "arrests_per_alert",
        translatable("Chain", "Arrests per true alert"),
        "share",
        "arrests",
        "true_alerts",
    ),
    Link("arrests", translatable("Chain", "Arrests"), "arrests", "arrests"),
    Link(
        "faces",
        translatable("Chain", "Faces per deployment"),
        "faces",
        "faces_scanned",
        "deployments",
    ),
)
"""Deployments × true alerts per deployment × arrests per true alert = arrests; faces go beside."""

_SIGNS = {"alerts": "×", "arrests_per_alert": "×", "arrests": "=", "faces": "·"}


@dataclass(frozen=True)
class LinkSummary:
    """What a link's small chart shows: the quantiles of `_SHARES` by scenario letter.

    `beliefs` are those the user has set and that the link depends on, in words.
    """

    link: Link
    ranges: Mapping[str, Floats]
    change: str
    beliefs: tuple[str, ...] = ()


def summarise_link(
    link: Link, at_hand: tuple[str, Projected], baseline: tuple[str, Projected] | None
) -> LinkSummary:
    """The link of the selected scenario and of the baseline, and how the median moved."""
    ranges = {
        letter: quantiles(np.sort(values[np.isfinite(values)]), _SHARES)
        for letter, values in (
            (letter, link.values(result)) for letter, result in _given(at_hand, baseline)
        )
        if np.isfinite(values).any()
    }
    change = ""
    if baseline is not None and at_hand[0] in ranges and baseline[0] in ranges:
        now, before = ranges[at_hand[0]][2], ranges[baseline[0]][2]
        if before > 0.0:
            moved = now / before - 1.0
            change = translate("Chain", "unchanged") if abs(moved) < 0.005 else _signed(moved)
    outcomes = tuple(filter(None, (link.numerator, link.denominator)))
    found = [(letter, set_by_user(each, *outcomes)) for letter, each in _given(at_hand, baseline)]
    same = len({words for _, words in found}) == 1
    beliefs = tuple(
        words if same else f"{letter} {words}"
        for letter, them in (found[:1] if same else found)
        for words in them
    )
    return LinkSummary(link, ranges, change, beliefs)


def _given(
    at_hand: tuple[str, Projected], baseline: tuple[str, Projected] | None
) -> list[tuple[str, Projected]]:
    return [at_hand] if baseline is None else [at_hand, baseline]


def _signed(share: float) -> str:
    return f"{'+' if share > 0 else '−'}{percent(abs(share))}"


class LinkChart(QWidget):
    """The ranges of one link as two strips on one scale from nought."""

    accessible_role = accessibility.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._ranges: Mapping[str, Floats] = {}
        self._unit = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_ranges(self, ranges: Mapping[str, Floats], unit: str) -> None:
        """Draw other ranges."""
        self._ranges, self._unit = ranges, unit
        self.update()

    def sizeHint(self) -> QSize:
        """Two strips."""
        return QSize(theme().length(128), theme().length(48))

    def minimumSizeHint(self) -> QSize:
        """The strips, and a figure beside them."""
        return QSize(theme().length(88), theme().length(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Strips of 80 % and 50 %, a dot at the median, and the median in figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme().colours
        font = theme().font("note")
        painter.setFont(font)
        largest = max((float(values[-1]) for values in self._ranges.values()), default=0.0)
        figures = {letter: _figure(values, self._unit) for letter, values in self._ranges.items()}
        metrics = QFontMetricsF(font)
        text = max((metrics.horizontalAdvance(f) for f in figures.values()), default=0.0) + GRID
        width = max(1.0, self.width() - text - theme().length(GRID))
        row = self.height() / 2
        for place, (letter, values) in enumerate(self._ranges.items()):
            middle = row * (place + 0.5)
            xs = [width * float(value) / largest if largest > 0.0 else 0.0 for value in values]
            colour = colours.scenario(letter)
            painter.setPen(Qt.PenStyle.NoPen)
            for share, low, high, half in ((OUTER, xs[0], xs[4], 6.0), (INNER, xs[1], xs[3], 6.0)):
                painter.setBrush(QColor(colours.tint(colour, share)))
                height = theme().length(half)
                painter.drawRect(QRectF(low, middle - height, max(1.0, high - low), 2 * height))
            painter.setPen(QPen(QColor(colours.hairline), 1))
            painter.drawLine(QPointF(0.5, row * place + 4), QPointF(0.5, row * (place + 1) - 4))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(xs[2], middle), theme().length(4), theme().length(4))
            painter.setPen(QColor(colours.scenario_text(letter)))
            painter.drawText(
                QRectF(self.width() - text, row * place, text, row),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                figures[letter],
            )
        painter.end()


def _figure(values: Floats, unit: str) -> str:
    if unit == "share":
        return percent(float(values[2]))
    return style_for(unit, float(values[0]), float(values[4])).figure(float(values[2]))


class ChainView(QWidget):
    """The links in a row."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("chain")
        self.setAccessibleName(translate("Chain", "Chain from deployments to arrests"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns: dict[str, tuple[RunningText, LinkChart, RunningText, RunningText]] = {}
        for place, link in enumerate(LINKS):
            if place:
                self._row.addWidget(
                    RunningText(_SIGNS[link.key], self, size="title", ink="muted", wrap=False)
                )
            self._row.addWidget(self._column(link), 1)
        session.results_changed.connect(self.refresh)
        theme().changed.connect(self._restyle)
        self._restyle()

    def _column(self, link: Link) -> QWidget:
        holder = QWidget(self)
        holder.setObjectName(f"link-{link.key}")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = RunningText(translate("Chain", link.label), holder, size="note", ink="muted")
        # the strips of a row stand on one line, however many lines their names take
        name.setAlignment(Qt.AlignmentFlag.AlignBottom)
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        chart = LinkChart(holder)
        change = RunningText("", holder, size="note", wrap=False)
        change.setToolTip(translate("Chain", "Change of the median against the baseline"))
        mark = RunningText(translate("Chain", "Set by the user"), holder, size="note")
        mark.setObjectName("mark")
        mark.hide()
        for widget in (name, chart, change, mark):
            column.addWidget(widget)
        self._columns[link.key] = (name, chart, change, mark)
        return holder

    def refresh(self) -> None:
        """Draw the newest results, if anybody sees them."""
        if not self.isVisible():
            return
        desk, results = self._session.desk, self._session.results
        if desk.at_hand not in results:
            return
        at_hand = (desk.at_hand, results[desk.at_hand])
        baseline = None
        if desk.baseline != desk.at_hand and desk.baseline in results:
            baseline = (desk.baseline, results[desk.baseline])
        for link in LINKS:
            summary = summarise_link(link, at_hand, baseline)
            name, chart, change, mark = self._columns[link.key]
            chart.show_ranges(summary.ranges, link.unit)
            change.setText(summary.change)
            figures = [
                f"{letter} {_figure(values, link.unit)}"
                for letter, values in summary.ranges.items()
            ]
            mark.setVisible(bool(summary.beliefs))
            said = translate(
                "Chart",
                "Set by the user: {beliefs}",
                beliefs=translate("List", "; ").join(summary.beliefs),
            )
            mark.setToolTip(said)
            more = f"{summary.change} {said}." if summary.beliefs else summary.change
            words = f"{', '.join(figures)}. {more}"
            chart.setAccessibleName(
                translate("List", "{name}: {text}", name=name.text(), text=words)
            )
            name.setToolTip(name.text())

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """One link under the other, or in a row."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self._row.setContentsMargins(2 * margin, margin, 2 * margin, margin)
        self._row.setSpacing(margin)

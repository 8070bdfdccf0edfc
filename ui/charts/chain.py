"""The chain from deployments to arrests: links that multiply, for every scenario on the screen."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from modeller.base.elementary import Floats
from modeller.base.language import translatable, translate
from modeller.model.units import unit_named
from modeller.projection import MEDIAN, quantiles
from modeller.wording import MINUS, Projected, number, percent, set_by_user, supported_step
from ui.desk.session import Session
from ui.look import accessibility
from ui.look.running_text import RunningText
from ui.look.style import GRID, INNER, OUTER, marker, theme

_SHARES = (0.10, 0.25, 0.50, 0.75, 0.90)
ROW = 20
"""Height of a scenario's strip, in pixels of the design."""
_UNCHANGED = 0.005
_FINER = 4
"""How many more digits a link may show so that the links multiply to the result."""


@dataclass(frozen=True)
class Link:
    """One link: a total, or one total over another.

    `coarsest` is the most that its last digit may be worth.
    """

    key: str
    label: str
    unit: str
    coarsest: float
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

    def central(self, result: Projected) -> float:
        """The median, or one median over another: these multiply, medians of ratios do not."""
        top = float(result.summary(self.numerator)[MEDIAN])
        if not self.denominator:
            return top
        bottom = float(result.summary(self.denominator)[MEDIAN])
        return top / bottom if bottom > 0.0 else math.nan

    def text(self, value: float, step: float) -> str:
        """A figure of this link, rounded to `step`."""
        return percent(value, step) if unit_named(self.unit).is_share else number(value, step)


FACTORS = (
    Link(
        "deployments",
        translatable("Chain", "Deployments achieved"),
        "deployments",
        1.0,
        "deployments",
    ),
    Link(
        "alerts",
        translatable("Chain", "True alerts per deployment"),
        "alerts",
        0.1,
        "true_alerts",
        "deployments",
    ),
    Link(
        "arrests_per_alert",
        translatable("Chain", "Arrests per true alert"),
        "share",
        0.01,
        "arrests",
        "true_alerts",
    ),
)
"""The links that are multiplied."""
RESULT = Link("arrests", translatable("Chain", "Arrests"), "arrests", math.inf, "arrests")
LINKS = (*FACTORS, RESULT)
"""Deployments × true alerts per deployment × arrests per true alert = arrests."""

_SIGNS = {"alerts": "×", "arrests_per_alert": "×", "arrests": "="}


def _step(link: Link, result: Projected) -> float:
    """The rounding that a link's range supports."""
    found = link.values(result)
    low, high = quantiles(np.sort(found[np.isfinite(found)]), (_SHARES[0], _SHARES[-1]))
    step = supported_step(float(low), float(high), whole=link is RESULT)
    return min(step, link.coarsest) if step > 0.0 else min(link.coarsest, 1.0)


def figures(result: Projected) -> dict[str, str]:
    """Each link's figure in words, such that those of the factors multiply to that of the result.

    Factors have as many digits as that needs: at first what their ranges support, then more.
    A link without a number, for want of a denominator, is left out.
    """
    central = {link.key: link.central(result) for link in LINKS}
    known = [link for link in LINKS if math.isfinite(central[link.key])]
    step = {link.key: _step(link, result) for link in known}
    if len(known) == len(LINKS):
        for turn in range(_FINER):
            aim = round(central[RESULT.key] / step[RESULT.key])
            product = math.prod(
                round(central[link.key] / step[link.key]) * step[link.key] for link in FACTORS
            )
            if round(product / step[RESULT.key]) == aim:
                break
            # a result halfway between two roundings needs one more digit itself
            for link in LINKS if turn > 0 else FACTORS:
                step[link.key] /= 10.0
    return {link.key: link.text(central[link.key], step[link.key]) for link in known}


@dataclass(frozen=True)
class LinkSummary:
    """What a link's small chart shows, by scenario letter.

    `ranges` are the quantiles of `_SHARES`, `centres` where the marker stands. `beliefs` are those
    the user has set and that the link depends on, in words.
    """

    link: Link
    ranges: Mapping[str, Floats]
    centres: Mapping[str, float]
    change: str
    beliefs: tuple[str, ...] = ()


def summarise_link(
    link: Link, results: Mapping[str, Projected], selected: str, baseline: str
) -> LinkSummary:
    """The link of every scenario, and how that of the selected one differs from the baseline's."""
    values = {letter: link.values(result) for letter, result in results.items()}
    ranges = {
        letter: quantiles(np.sort(found[np.isfinite(found)]), _SHARES)
        for letter, found in values.items()
        if np.isfinite(found).any()
    }
    centres = {letter: link.central(results[letter]) for letter in ranges}
    change = ""
    if selected != baseline and selected in centres and baseline in centres:
        now, before = centres[selected], centres[baseline]
        if before > 0.0 and math.isfinite(now):
            moved = now / before - 1.0
            same = abs(moved) < _UNCHANGED
            words = translate("Chain", "unchanged") if same else _signed(moved)
            change = translate(
                "Chain",
                "{letter} against {baseline}: {change}",
                letter=selected,
                baseline=baseline,
                change=words,
            )
    outcomes = tuple(filter(None, (link.numerator, link.denominator)))
    found_set = [(letter, set_by_user(each, *outcomes)) for letter, each in results.items()]
    same_set = len({words for _, words in found_set}) == 1
    beliefs = tuple(
        words if same_set else f"{letter} {words}"
        for letter, them in (found_set[:1] if same_set else found_set)
        for words in them
    )
    return LinkSummary(link, ranges, centres, change, beliefs)


def _signed(share: float) -> str:
    return f"{'+' if share > 0 else MINUS}{percent(abs(share))}"


class LinkChart(QWidget):
    """The ranges of one link, one strip for each scenario, on one scale from nought."""

    accessible_role = accessibility.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._summary: LinkSummary | None = None
        self._figures: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_link(self, summary: LinkSummary, figures: Mapping[str, str]) -> None:
        """Draw other ranges, with a figure for each letter."""
        grown = self._summary is None or len(summary.ranges) != len(self._summary.ranges)
        self._summary, self._figures = summary, figures
        if grown:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One strip for each scenario."""
        return QSize(theme().length(128), self._height())

    def minimumSizeHint(self) -> QSize:
        """Room for the strips and the figures beside them."""
        return QSize(theme().length(88), self._height())

    def _height(self) -> int:
        rows = 2 if self._summary is None else max(len(self._summary.ranges), 1)
        return theme().length(ROW * rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Strips of 80 % and 50 %, the scenario's marker, its letter and the figure."""
        summary = self._summary
        if summary is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, length = theme().colours, theme().length
        font = theme().font("note", bold=True)
        painter.setFont(font)
        ranges = summary.ranges
        largest = max((float(values[-1]) for values in ranges.values()), default=0.0)
        metrics = QFontMetricsF(font)
        texts = {letter: f"{letter} {self._figures.get(letter, '')}" for letter in ranges}
        text = max((metrics.horizontalAdvance(t) for t in texts.values()), default=0.0)
        width = max(1.0, self.width() - text - length(GRID))
        row = self.height() / max(len(ranges), 1)
        painter.fillRect(QRectF(0, 2, 1, self.height() - 4), QColor(colours.control))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, (letter, values) in enumerate(ranges.items()):
            middle = row * (place + 0.5)

            def at(value: float) -> float:
                return width * value / largest if largest > 0.0 else 0.0

            colour = colours.scenario(letter)
            for share, low, high in ((OUTER, 0, 4), (INNER, 1, 3)):
                painter.setBrush(QColor(colours.tint(colour, share)))
                left, right = at(float(values[low])), at(float(values[high]))
                half = length(5)
                painter.drawRect(QRectF(left, middle - half, max(1.0, right - left), 2 * half))
            centre = QPointF(at(summary.centres[letter]), middle)
            painter.setBrush(QColor(colours.paper))
            painter.drawPath(marker(letter, centre, length(11)))
            painter.setBrush(QColor(colour))
            painter.drawPath(marker(letter, centre, length(8)))
            painter.setPen(QColor(colours.scenario_text(letter)))
            painter.drawText(
                QRectF(self.width() - text, row * place, text, row),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                texts[letter],
            )
            painter.setPen(Qt.PenStyle.NoPen)
        painter.end()


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
        theme().follow(self._restyle)

    def _column(self, link: Link) -> QWidget:
        holder = QWidget(self)
        holder.setObjectName(f"link-{link.key}")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = RunningText(translate("Chain", link.label), holder, size="note", ink="muted")
        # the strips in a row line up, however many lines the names above them take
        name.setAlignment(Qt.AlignmentFlag.AlignBottom)
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        chart = LinkChart(holder)
        change = RunningText("", holder, size="note", wrap=False)
        change.setToolTip(translate("Chain", "How the figure differs from the baseline’s"))
        mark = RunningText(translate("Chain", "Set by the user"), holder, size="note", name="mark")
        mark.hide()
        for widget in (name, chart, change, mark):
            column.addWidget(widget)
        self._columns[link.key] = (name, chart, change, mark)
        return holder

    def refresh(self) -> None:
        """Draw the newest results, if they can be seen."""
        if not self.isVisible():
            return
        desk, results = self._session.desk, self._session.results
        if desk.selected not in results:
            return
        shown = {
            slot.letter: results[slot.letter]
            for slot in desk.slots
            if slot.letter in results and (slot.visible or slot.letter == desk.selected)
        }
        texts = {letter: figures(result) for letter, result in shown.items()}
        for link in LINKS:
            summary = summarise_link(link, shown, desk.selected, desk.baseline)
            name, chart, change, mark = self._columns[link.key]
            its = {letter: found[link.key] for letter, found in texts.items() if link.key in found}
            chart.show_link(summary, its)
            change.setText(summary.change)
            said = translate(
                "Chart",
                "Set by the user: {beliefs}",
                beliefs=translate("List", "; ").join(summary.beliefs),
            )
            mark.setVisible(bool(summary.beliefs))
            mark.setToolTip(said)
            more = f"{summary.change} {said}." if summary.beliefs else summary.change
            words = f"{', '.join(f'{letter} {text}' for letter, text in its.items())}. {more}"
            chart.setAccessibleName(
                translate("List", "{name}: {text}", name=name.text(), text=words)
            )
            name.setToolTip(name.text())

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Put the links below one another, or in a row."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self._row.setContentsMargins(3 * margin // 2, margin, margin, margin)
        self._row.setSpacing(margin)

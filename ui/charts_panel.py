"""The middle column: faces scanned, arrests, false alerts, and a fourth of the user's choosing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from modeller.catalogue import catalogue
from modeller.projection import Band
from ui.chart import FanChart
from ui.chart_data import VIEWS, View
from ui.chart_source import chart_data
from ui.session import Session
from ui.style import GRID, theme

FIXED = ("arrests", "faces_scanned", "false_alerts")
FIRST_CHOICE = "deployments"
_FIRST_VIEWS: dict[str, View] = {"false_alerts": "cumulative"}
"""In most weeks no alert is false: week by week there is nothing to see."""


class ChartsPanel(QWidget):
    """Four charts and what is common to them.

    Signals
    -------
    problem
        A sentence about a file that could not be written.
    """

    problem = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("charts")
        self.band: Band = "seen"
        self.views: dict[str, View] = {}
        self.charts: dict[str, FanChart] = {}
        self._grid = QGridLayout()
        self.chooser = self._chooser()
        for place, key in enumerate((*FIXED, FIRST_CHOICE)):
            chart = FanChart(self)
            name = key if key in FIXED else "fourth"
            chart.setObjectName(f"chart-{name}")
            chart.view_asked.connect(lambda view, n=name: self.set_view(view, n))
            chart.problem.connect(self.problem)
            self.charts[name] = chart
            self.views[name] = _FIRST_VIEWS.get(key, "weekly")
            self._grid.addWidget(chart, place // 2, place % 2)
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(1, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._bar())
        self._layout.addLayout(self._grid, 1)
        session.results_changed.connect(self.refresh)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._mark_view()

    def _chooser(self) -> QComboBox:
        chooser = QComboBox(self)
        chooser.setObjectName("fourth-outcome")
        chooser.setAccessibleName("Outcome of the fourth chart")
        chooser.setToolTip("What the fourth chart shows")
        for outcome in catalogue().outcomes.values():
            if outcome.key not in FIXED:
                chooser.addItem(outcome.label, outcome.key)
        chooser.setCurrentIndex(chooser.findData(FIRST_CHOICE))
        chooser.currentIndexChanged.connect(self.refresh)
        return chooser

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(GRID // 2)
        self.view_buttons = QButtonGroup(self)
        for view, label in VIEWS.items():
            button = self._toggle(label, f"view-{view}")
            button.setToolTip(f"All four charts: {label.lower()}")
            button.clicked.connect(lambda _checked=False, v=view: self.set_view(v))
            self.view_buttons.addButton(button)
            bar.addWidget(button)
        bar.addStretch(1)
        self.band_button = self._toggle("Underlying rate", "underlying")
        self.band_button.setToolTip("Leave out the chance of counts and show the rate beneath them")
        self.band_button.toggled.connect(lambda on: self.set_band("underlying" if on else "seen"))
        bar.addWidget(self.band_button)
        bar.addSpacing(GRID)
        bar.addWidget(self.chooser)
        return bar

    def _toggle(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def outcome_of(self, name: str) -> str:
        """The outcome that a chart shows."""
        return str(self.chooser.currentData()) if name == "fourth" else name

    def choose(self, outcome: str) -> None:
        """Show an outcome in the fourth chart."""
        self.chooser.setCurrentIndex(self.chooser.findData(outcome))

    def set_view(self, view: View, name: str | None = None) -> None:
        """Weekly, cumulative or total, for one chart or all of them."""
        for each in self.charts if name is None else (name,):
            self.views[each] = view
        self._mark_view()
        self.refresh()

    def set_band(self, band: Band) -> None:
        """What would be seen, or the underlying rate."""
        if band != self.band:
            self.band = band
            self.band_button.setChecked(band == "underlying")
            self.refresh()

    def set_frozen(self, frozen: bool) -> None:
        """Hold every axis while a handle is held."""
        for chart in self.charts.values():
            if chart.canvas.frozen != frozen:
                chart.set_frozen(frozen)

    def refresh(self) -> None:
        """Draw the newest results."""
        for name, chart in self.charts.items():
            data = chart_data(self._session, self.outcome_of(name), self.views[name], self.band)
            if data is not None:
                chart.set_data(data)

    def _mark_view(self) -> None:
        """The button of the view that all charts share; none when they differ."""
        shared = set(self.views.values())
        self.view_buttons.setExclusive(False)
        for button in self.view_buttons.buttons():
            button.setChecked(shared == {button.objectName().removeprefix("view-")})
        self.view_buttons.setExclusive(True)

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self._layout.setContentsMargins(2 * margin, margin, margin, margin)
        self._layout.setSpacing(margin)
        self._grid.setHorizontalSpacing(2 * margin)
        self._grid.setVerticalSpacing(margin)
        for button in (*self.view_buttons.buttons(), self.band_button):
            button.setFont(theme().font("note"))
        self.chooser.setFont(theme().font("note"))

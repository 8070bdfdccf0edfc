"""What a large window shows beside the charts: the chain link by link, and the totals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from modeller.base.language import translate
from ui.charts.chart import FanChart
from ui.charts.chart_data import View
from ui.charts.chart_source import chart_data
from ui.charts.charts_panel import ChartsPanel
from ui.desk.session import Session
from ui.look.accessibility import as_laid_out
from ui.look.style import GRID, theme
from ui.look.wheel import only_scrolls

WIDTH = 400
CHART_HEIGHT = 150


class BesideCharts(QScrollArea):
    """The totals of the outcomes on the screen; the chain stands above them while it is here."""

    def __init__(self, session: Session, charts: ChartsPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._panel = charts
        self.setObjectName("beside-charts")
        self.setAccessibleName(translate("Window", "Chain and totals"))
        only_scrolls(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(self)
        self._column = QVBoxLayout(body)
        self.charts: dict[str, FanChart] = {}
        self.setWidget(body)
        session.results_changed.connect(self.refresh)
        charts.chooser.currentIndexChanged.connect(self.refresh)
        theme().changed.connect(self._restyle)
        self.hide()

    def take(self, chain: QWidget) -> None:
        """Put the chain at the top of the column."""
        self._make_charts()
        self._column.insertWidget(0, chain)
        as_laid_out(self._column)

    def views(self, wanted: Mapping[str, tuple[View, ...]]) -> dict[str, tuple[View, ...]]:
        """The outcomes and views to be projected for the charts and for the totals here."""
        if not self.isVisible():
            return dict(wanted)
        shown = {self._panel.outcome_of(name) for name in self.charts}
        return {
            key: tuple(dict.fromkeys((*views, "total"))) if key in shown else views
            for key, views in wanted.items()
        }

    def _make_charts(self) -> None:
        """Make the totals, when the window is first large enough for them."""
        if self.charts:
            return
        for name in self._panel.charts:
            chart = FanChart(self.widget())
            chart.setObjectName(f"total-{name}")
            chart.view_asked.connect(lambda view, n=name: self._panel.set_view(view, n))
            chart.problem.connect(self._panel.problem)
            self.charts[name] = chart
            self._column.addWidget(chart, 1)
        self._restyle()

    def refresh(self, _index: int = 0) -> None:
        """Draw the newest totals, if they can be seen."""
        if not self.isVisible():
            return
        desk, results = self._session.desk, self._session.results
        for name, chart in self.charts.items():
            outcome = self._session.profile.catalogue.outcomes[self._panel.outcome_of(name)]
            data = chart_data(desk, results, outcome.key, "total", self._panel.band, outcome.label)
            if data is not None:
                chart.set_data(replace(data, title=outcome.label))

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self.setFixedWidth(theme().length(WIDTH))
        self._column.setContentsMargins(margin, margin, 2 * margin, margin)
        self._column.setSpacing(2 * margin)
        for chart in self.charts.values():
            chart.setMinimumHeight(theme().length(CHART_HEIGHT))

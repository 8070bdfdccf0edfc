"""The middle column: faces scanned, arrests, false alerts, and a fourth of the user's choosing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial, reduce

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from modeller.base.language import translate
from modeller.projection import Band
from modeller.wording import Projected
from ui.charts.chart import FanChart
from ui.charts.chart_data import VIEWS, ChartData, View
from ui.charts.chart_source import chart_data, finding, possible_view
from ui.charts.frame import Gutters
from ui.charts.hatch_key import HatchKey
from ui.desk.session import Desk, Session
from ui.desk.throttled_text import ThrottledText
from ui.look.accessibility import as_laid_out
from ui.look.buttons import segment
from ui.look.combo import choose
from ui.look.elided_line import ElidedChoice
from ui.look.flow import Flow
from ui.look.layouts import nested
from ui.look.style import GRID, theme

FIXED = ("arrests", "faces_scanned", "false_alerts")
FIRST_CHOICE = "deployments"
WEEKS_OF_A_YEAR = 52
_MOST = 3
"""So many charts in one view make it the view of all."""
RARE = frozenset({"false_alerts", "false_alerts_on_black_people"})
"""Counts that are nought in most weeks: week by week there would be nothing to see, so they are
added up when the others are weekly.
"""


def _usual(outcome: str, view: View) -> View:
    """The view of an outcome when `view` is asked for in all charts."""
    return "cumulative" if view == "weekly" and outcome in RARE else view


class ChartsPanel(QWidget):
    """Four charts and what is common to them.

    Signals
    -------
    problem
        A sentence about a file that could not be written.
    page_changed
        The name of the page that stands in place of the charts; empty for the charts.
    """

    problem = Signal(str)
    page_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("charts")
        self.band: Band = "seen"
        self.views: dict[str, View] = {}
        self.charts: dict[str, FanChart] = {}
        self.page = ""
        self.pages: dict[str, tuple[QToolButton, QWidget]] = {}
        self._page_outcomes: dict[str, tuple[str, ...]] = {}
        self._alone: set[str] = set()
        self._holder = QWidget(self)
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.chooser = self._chooser()
        for key in (*FIXED, FIRST_CHOICE):
            chart = FanChart(self._holder)
            name = key if key in FIXED else "fourth"
            chart.setObjectName(f"chart-{name}")
            chart.view_asked.connect(lambda view, n=name: self.set_view(view, n))
            chart.problem.connect(self.problem)
            self.charts[name] = chart
            self.views[name] = _usual(key, "weekly")
            chart.canvas.pointed.connect(partial(self._point_with, name))
        self._layout = QVBoxLayout(self)
        self._fill_bar(nested(self._layout, QGridLayout()))
        self._layout.addWidget(self._holder, 1)
        session.results_changed.connect(self._results_changed)
        ThrottledText.of(session).add(
            self.refresh, [partial(self._write_title, name) for name in self.charts]
        )
        session.desk_changed.connect(self._name_total)
        theme().changed.connect(self._restyle)
        self.set_narrow(False)
        self._mark_view()
        self._name_total(session.desk)

    def _chooser(self) -> QComboBox:
        chooser = ElidedChoice(self)
        chooser.setObjectName("fourth-outcome")
        chooser.setAccessibleName(translate("Charts", "Outcome of the fourth chart"))
        chooser.setToolTip(translate("Charts", "What the fourth chart shows"))
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        chooser.setMinimumContentsLength(18)
        chooser.setMinimumWidth(GRID * 12)  # the least: large text takes room
        for outcome in self._session.profile.catalogue.outcomes.values():
            if outcome.key not in FIXED:
                chooser.addItem(outcome.label, outcome.key)
        choose(chooser, FIRST_CHOICE)
        chooser.currentIndexChanged.connect(self._fourth_chosen)
        return chooser

    def _fill_bar(self, bar: QGridLayout) -> None:
        self._bar_grid = bar
        self.view_buttons = QButtonGroup(self)
        views = self._views = nested(bar, QHBoxLayout(), 0, 0)
        views.setSpacing(GRID // 2)
        for view, label in VIEWS.items():
            button = segment(f"view-{view}", translate("Charts", label), self)
            button.setToolTip(
                translate("Charts", "All four charts: {view}", view=button.text().lower())
            )
            button.clicked.connect(lambda _checked=False, v=view: self.set_view(v))
            self.view_buttons.addButton(button)
            views.addWidget(button)
        self.hatched = HatchKey(self)
        views.addStretch(1)
        self.band_button = segment("underlying", translate("Charts", "Underlying rate"), self)
        self.band_button.setToolTip(
            translate("Charts", "Leave out the randomness of counts and show the underlying rate")
        )
        self.band_button.toggled.connect(lambda on: self.set_band("underlying" if on else "seen"))
        self._tabs = Flow(self, gap=0.0)  # where there is little width
        bar.addWidget(self._tabs, 0, 0)
        self._beside, self._below = (nested(bar, QHBoxLayout(), *at) for at in ((0, 1), (1, 0)))
        for choices in (self._beside, self._below):
            choices.addStretch(1)

    def set_narrow(self, narrow: bool) -> None:
        """Put the charts below one another, or two by two."""
        columns = self._columns = 1 if narrow else 2
        self._tabs.setVisible(narrow)
        for place, button in enumerate(self._tab_buttons()):
            if narrow:
                self._tabs.take(button)
            else:
                self._views.insertWidget(place, button)
        for place, chart in enumerate(self.charts.values()):
            self._grid.addWidget(chart, place // columns, place % columns)
        for place in range(4):
            self._grid.setRowStretch(place, 1 if place < 4 // columns else 0)
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        choices = self._below if narrow else self._beside
        for place, widget in enumerate((self.band_button, self.chooser)):
            choices.insertWidget(place, widget)
        if narrow:
            self._bar_grid.addWidget(self.hatched, 2, 0)
        else:
            self._views.insertWidget(len(VIEWS) + len(self.pages), self.hatched, 100)
        self._bar_grid.setColumnStretch(0, 1)
        self._restyle()
        as_laid_out(self._layout)

    # ---- pages in place of the charts

    def add_page(
        self,
        name: str,
        text: str,
        tip: str,
        page: QWidget,
        outcomes: tuple[str, ...] = (),
        *,
        alone: bool = True,
    ) -> None:
        """Add a tab beside the views that shows something other than charts.

        Parameters
        ----------
        outcomes
            The outcomes whose totals it reads.
        alone
            Whether it takes the place of the charts; otherwise it stands above them.
        """
        button = segment(f"view-{name}", text, self)
        button.setToolTip(tip)
        self._tighten(button)
        button.setFont(theme().font("note"))
        button.clicked.connect(lambda _=False: self.show_page(name))
        if self._columns == 1:
            self._tabs.take(button)
        else:
            self._views.insertWidget(len(VIEWS) + len(self.pages), button)
        self.pages[name] = (button, page)
        self._page_outcomes[name] = outcomes
        if alone:
            self._alone.add(name)
        page.hide()
        self._layout.insertWidget(1, page, 1 if alone else 0)
        self.view_buttons.addButton(button)
        as_laid_out(self._layout)

    def _tab_buttons(self) -> tuple[QToolButton, ...]:
        """The buttons of views and pages, in their order."""
        views = (
            button for button in self.view_buttons.buttons() if isinstance(button, QToolButton)
        )
        pages = [button for button, _ in self.pages.values()]
        return (*(button for button in views if button not in pages), *pages)

    def _tighten(self, button: QAbstractButton) -> None:
        """Make room for every tab where the charts stand below one another.

        This takes the button's font back to what it was before its style.
        """
        tight = self._columns == 1
        if button.property("tight") != tight:
            button.setProperty("tight", tight)
            button.style().unpolish(button)
            button.style().polish(button)
            button.updateGeometry()

    def take_page(self, name: str) -> QWidget:
        """Remove a page and its tab, so that it can stand elsewhere."""
        if self.page == name:
            self.show_page("")
        button, page = self.pages.pop(name)
        self._page_outcomes.pop(name)
        self._alone.discard(name)
        self.view_buttons.removeButton(button)
        self._views.removeWidget(button)
        self._layout.removeWidget(page)
        button.hide()
        button.deleteLater()
        return page

    def show_page(self, name: str) -> None:
        """Show a page in place of the charts or above them; the charts alone if it has no name."""
        if name != self.page:
            self.page = name
            for other, (_, page) in self.pages.items():
                page.setVisible(other == name)
            self._holder.setVisible(self.shows_charts)
            for widget in (self.band_button, self.chooser, self.hatched):
                widget.setVisible(self.shows_charts)
            self.page_changed.emit(name)
            if self.shows_charts:
                self.refresh()
        self._mark_view()

    @property
    def shows_charts(self) -> bool:
        """Whether the charts are shown, rather than a page in their place."""
        return self.page not in self._alone

    def outcome_of(self, name: str) -> str:
        """The outcome that a chart shows."""
        return str(self.chooser.currentData()) if name == "fourth" else name

    def wanted(self) -> dict[str, tuple[View, ...]]:
        """The outcomes on the screen and behind the headlines, each with the views it is in."""
        fans: dict[str, tuple[View, ...]] = {"false_alerts_per_million_scanned": ()}
        if not self.shows_charts:
            return fans | dict.fromkeys((*FIXED, *self._page_outcomes[self.page]), ("total",))
        for name in self.charts:
            outcome = self.outcome_of(name)
            view = possible_view(
                self._session.profile.catalogue.outcomes[outcome], self.views[name]
            )
            fans[outcome] = (*fans.get(outcome, ()), view)
        return fans

    def choose(self, outcome: str) -> None:
        """Show an outcome in the fourth chart."""
        choose(self.chooser, outcome)

    def _fourth_chosen(self) -> None:
        """Show another outcome, in the first chart's view unless it has a usual one of its own."""
        self.views["fourth"] = _usual(self.outcome_of("fourth"), self.views["arrests"])
        self._mark_view()
        self.refresh()

    def set_view(self, view: View, name: str | None = None) -> None:
        """Show one chart, or all of them, weekly, cumulative or as totals.

        When all turn weekly, rare counts stay cumulative; such a chart's own menu can still show it
        week by week, and the button for all charts takes it back.
        """
        if name is None and not self.shows_charts:
            self.show_page("")
        for each in self.charts if name is None else (name,):
            self.views[each] = _usual(self.outcome_of(each), view) if name is None else view
        self._mark_view()
        self.refresh()

    def set_band(self, band: Band) -> None:
        """Show what would be seen, or the underlying rate."""
        if band != self.band:
            self.band = band
            self.band_button.setChecked(band == "underlying")
            self.refresh()

    def set_frozen(self, frozen: bool) -> None:
        """Hold every axis while a handle is held."""
        for chart in self.charts.values():
            if chart.canvas.frozen != frozen:
                chart.set_frozen(frozen)

    def _results_changed(self) -> None:
        """Draw the newest results; during a drag the findings are written a few at a time."""
        if not self.shows_charts:  # the charts are hidden, and catch up when they are shown again
            return
        if not self._session.dragging:
            self.refresh()
            return
        desk, results = self._session.desk, self._session.results
        for name, chart in self.charts.items():
            outcome, title = self.outcome_of(name), chart.latest.title
            data = chart_data(
                desk,
                results,
                outcome,
                self.views[name],
                self.band,
                title,
                rarely=self._is_rare_count(name),
            )
            if data is not None:
                chart.set_data(data)

    def _write_title(self, name: str) -> None:
        desk, results = self._session.desk, self._session.results
        self.charts[name].set_title(finding(desk, results, self.outcome_of(name)))

    def refresh(self) -> None:
        """Draw the newest results."""
        found = self.all_data(self._session.desk, self._session.results)
        self._share_gutters(found)
        for name, data in found.items():
            self.charts[name].set_data(data)
        self._keep_lines()
        self._say_what_is_hatched()

    def _keep_lines(self) -> None:
        """Charts side by side keep room for as many lines of title as the longer one takes.

        Not during a drag, when nothing may jump.
        """
        if self._session.dragging:
            return
        headings = [chart.heading for chart in self.charts.values()]
        for first in range(0, len(headings), self._columns):
            row = headings[first : first + self._columns]
            lines = max(heading.lines_needed() for heading in row)
            for heading in row:
                heading.keep_lines(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew for the new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_lines)

    def _share_gutters(self, found: Mapping[str, ChartData]) -> None:
        """Give all charts one gutter, so that dates line up in the charts of a column.

        Not during a drag.
        """
        if self._session.dragging or not found:
            return
        needed = [self.charts[n].canvas.gutters_needed(data) for n, data in found.items()]
        timed = [each for each in needed if each.right > 0.0]
        shared = reduce(Gutters.widened, timed) if timed else None
        for chart in self.charts.values():
            chart.canvas.set_gutters(shared)

    def _say_what_is_hatched(self) -> None:
        hatched = any(
            chart.data.beyond.any() and chart.data.view != "total" for chart in self.charts.values()
        )
        self.hatched.set_shown(hatched)

    def _point_with(self, name: str, sunday: date | None) -> None:
        """Move the crosshair of the other charts along with one chart's."""
        for other, chart in self.charts.items():
            if other != name:
                chart.canvas.point_with(sunday)

    def _is_rare_count(self, name: str) -> bool:
        """Whether a chart is cumulative although the others are weekly."""
        weekly = sum(view == "weekly" for view in self.views.values())
        outcome, view = self.outcome_of(name), self.views[name]
        return view == "cumulative" and outcome in RARE and 2 * weekly >= len(self.views)

    def all_data(self, desk: Desk, results: Mapping[str, Projected]) -> dict[str, ChartData]:
        """What each chart would show of a desk; nothing before its first projection."""
        found = {
            name: chart_data(
                desk,
                results,
                self.outcome_of(name),
                self.views[name],
                self.band,
                rarely=self._is_rare_count(name),
            )
            for name in self.charts
        }
        return {name: data for name, data in found.items() if data is not None}

    def _mark_view(self) -> None:
        """Check the button of the view that the charts share, leaving rare counts aside."""
        shown = list(self.views.values())
        weekly = [self.views[n] for n in self.charts if self.outcome_of(n) not in RARE]
        self.view_buttons.setExclusive(False)
        for button in self.view_buttons.buttons():
            view = button.objectName().removeprefix("view-")
            if view in self.pages or not self.shows_charts:
                button.setChecked(view == self.page)
                continue
            like_it = sum(each == view for each in shown) >= _MOST
            button.setChecked(like_it or (view == "weekly" and set(weekly) == {"weekly"}))
        self.view_buttons.setExclusive(True)

    def _name_total(self, desk: Desk) -> None:
        """Call the total a year's only over 52 weeks."""
        weeks = desk.scenario.weeks
        for button in self.view_buttons.buttons():
            if button.objectName() == "view-total":
                button.setText(
                    translate("Charts", "Year total")
                    if weeks == WEEKS_OF_A_YEAR
                    else translate("Charts", "Total")
                )
                button.setToolTip(
                    translate("Charts", "All four charts: totals over {weeks} weeks", weeks=weeks)
                )

    def _restyle(self) -> None:
        self._share_gutters(
            {name: chart.data for name, chart in self.charts.items() if not chart.data.empty}
        )
        margin = theme().length(GRID)
        self._layout.setContentsMargins(3 * margin // 2, 0, margin // 2, margin // 2)
        self._layout.setSpacing(margin // 2 if self._columns == 1 else margin)
        self._grid.setHorizontalSpacing(margin)
        self._grid.setVerticalSpacing(margin // 2)
        self._views.setSpacing(0 if self._columns == 1 else GRID // 2)
        for button in (*self.view_buttons.buttons(), self.band_button):
            self._tighten(button)
            button.setFont(theme().font("note"))
        self.chooser.setFont(theme().font("note"))

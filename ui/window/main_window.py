"""The window: three columns and the strip, put together. What is open lives in the session.

Where the text is large for the window's width, the headlines share the left column with the
levers, and the charts stand one below another: everything stays within reach at 200 % text on a
small screen.
"""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.scenario import BeliefSetting, Scenario
from modeller.wording import subject_words
from ui.charts.chain import ChainView
from ui.charts.charts_panel import ChartsPanel
from ui.desk.draw_budget import DrawBudget
from ui.desk.history import History
from ui.desk.runner import Runner
from ui.desk.session import Session
from ui.desk.settings import Settings, state_folder
from ui.files.autosave import Autosave
from ui.files.file_menus import FileDrop, templates
from ui.files.files import Files
from ui.files.opening import Opening
from ui.levers.lever_panel import LeverPanel, declared_for, first_projected_day
from ui.look.accessibility import as_laid_out, focus_next
from ui.look.dialogs import Dialogs
from ui.look.dock_title import DockTitle
from ui.look.layouts import nested
from ui.look.notices import Banner, Notice
from ui.look.style import NO_LIMIT, theme
from ui.look.wheel import minds_the_wheel, only_scrolls
from ui.places.where_page import OUTCOMES, WherePage
from ui.scenarios.scenario_strip import ScenarioStrip
from ui.window.announcer import Announcer
from ui.window.another_window import open_another
from ui.window.beside_charts import WIDTH as BESIDE_WIDTH
from ui.window.beside_charts import BesideCharts
from ui.window.draws_moved import say_draws
from ui.window.first_place import first_size, keep_inside
from ui.window.headlines_panel import HeadlinesPanel
from ui.window.history_panel import HistoryKeeper, HistoryPanel
from ui.window.latency import Latency
from ui.window.least_size import LeastSize
from ui.window.menu_bar import Menus
from ui.window.openers import show_belief
from ui.window.replay import Replay
from ui.window.scenario_actions import stack
from ui.window.top_bar import TopBar

if TYPE_CHECKING:  # imported when it is first asked for
    from ui.stage.stage import Stage

LEVERS_WIDTH, ROOMY_LEVERS_WIDTH, HEADLINES_WIDTH = 300, 340, 248
THREE_COLUMNS, TWO_CHARTS, ROOMY, WALL = 1040, 640, 1700, 2200
"""Widths from which there is room for three columns, for two charts side by side, for levers
whose names seldom wrap, and for chain and totals beside the charts."""
LOW, LOWEST = 400, 300
"""The heights below which the strip, and the answer, have only one line."""


class Rule(QFrame):
    """A hairline between two panels."""

    def __init__(self, parent: QWidget, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("hairline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        (self.setFixedWidth if upright else self.setFixedHeight)(1)
        theme().follow(self._restyle)

    def _restyle(self) -> None:
        self.setStyleSheet(f"background: {theme().colours.hairline};")


class MainWindow(QMainWindow):
    """Levers, charts, headlines; the strip below; a banner above if there is something to say.

    Signals
    -------
    closed
        The window has closed; work that runs beside it can stop.
    """

    closed = Signal()

    def __init__(
        self, session: Session, runner: Runner, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.runner = runner
        self.settings = settings
        self.setObjectName("main-window")
        self.setWindowTitle(
            translate(
                "Window",
                "Policy scenario modeller – {subject}",
                subject=subject_words(session.profile),
            )
        )
        self._narrow: bool | None = None
        self._stacked: bool | None = None
        self._wide_enough = False
        self.dialogs = Dialogs(self)
        self.opening = Opening(session, self)
        self.files = Files(
            session, settings, self, projection_of=runner.settled_of, reader=self.opening
        )
        self.autosave = Autosave(session, self.files.saving)
        self.banner = Banner(self)
        history = History(
            session.profile, state_folder() / "history.sqlite", failed=self.banner.show_error
        )
        self.keeper = HistoryKeeper(session, history, self, begin=False)
        self.levers = LeverPanel(session, self)
        self.charts = ChartsPanel(session, self)
        self.headlines = HeadlinesPanel(session, self)
        self.chain = ChainView(session, self)
        self.where = self._where()
        self.beside = BesideCharts(session, self.charts, self)
        self.history_dock = self._history_dock()
        self.replay = Replay(session, self.charts, runner.project, self)
        self.latency = Latency(session, self.charts.charts["arrests"].canvas, self)
        self.draw_budget = DrawBudget()
        self.latency.measured.connect(self.draw_budget.painted)
        self.map_latency: Latency | None = None
        if self.where is not None:
            self.where.made.connect(self._time_the_map)
        self.menus = Menus(self)
        self.top_bar = TopBar(session, tuple(self.menus[name] for name in ("undo", "redo")), self)
        if not self.menuBar().isNativeMenuBar():  # the bar with the identity in its corner
            self.menuBar().setCornerWidget(self.top_bar.identity)
        self.strip = ScenarioStrip(session, partial(templates, session.profile), self)
        self._body_widget = self._body()
        self.setCentralWidget(self._body_widget)
        self._body_widget.installEventFilter(self)
        FileDrop(self, self.files)
        Announcer(runner, self.headlines)
        self._connect()
        self._least_size = LeastSize(self)
        self._restore()
        theme().follow(self._rescale)

    @cached_property
    def stage(self) -> Stage:
        """What fills a screen for an audience, made when it is first asked for."""
        from ui.stage.stage import Stage

        return Stage(self.session, self)

    def _where(self) -> WherePage | None:
        """Add map and chain beside the views of the charts; a force without places has no map."""
        where = WherePage(self.session, self) if self.session.profile.tiles else None
        if where is not None:
            tip = translate("Window", "A map of where the deployments take place")
            self.charts.add_page("where", translate("Window", "Where"), tip, where, OUTCOMES)
        self._add_chain()
        return where

    def _add_chain(self) -> None:
        tip = translate("Window", "The chain above the charts, link by link")
        text = translate("Window", "Chain")
        self.charts.add_page("chain", text, tip, self.chain, alone=False)

    def _time_the_map(self) -> None:
        """Time the map while it is shown: the number of draws is measured on what the user sees."""
        assert self.where is not None
        assert self.where.panel is not None
        self.map_latency = Latency(self.session, self.where.panel.map, self)
        self.map_latency.measured.connect(self.draw_budget.painted)

    def _history_dock(self) -> QDockWidget:
        dock = QDockWidget(translate("Window", "History"), self)
        dock.setObjectName("history-dock")
        dock.setTitleBarWidget(DockTitle(dock))
        dock.setWidget(HistoryPanel(self.session, self.keeper, dock))
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        return dock

    def _restore(self) -> None:
        """Restore the last run's place and docks; on a first run, choose a place on the screen."""
        self.take_size(first_size(self.screen().availableSize(), theme().scale))
        self.restoreGeometry(self.settings.geometry)
        self.restoreState(self.settings.window_state)

    def take_size(self, size: QSize) -> None:
        """Take a size, whatever the arrangement for the size before would need."""
        self._least_size.forget()
        self.resize(size)

    def keep_inside_screen(self) -> None:
        """Bring the whole frame onto the screen, once the desktop has put one around the window."""
        keep_inside(self)

    # ------------------------------------------------------------ what the actions ask for

    def edit_schedule(self, key: str, letter: str | None = None) -> None:
        """Let a lever change over time."""
        from ui.levers.schedule_editor import ScheduleEditor

        scenario = self._scenario(letter)
        setting = scenario.setting(key)
        assert not isinstance(setting, BeliefSetting)
        first = first_projected_day(scenario)
        lever = scenario.catalogue.levers[key]
        editor = ScheduleEditor(lever, setting, scenario.weeks, first, self)
        editor.chosen.connect(lambda new: self.session.set_setting(key, new, letter))
        editor.open()

    def edit_spread(self, key: str, letter: str | None = None) -> None:
        """Say how sure a belief is."""
        from ui.levers.spread_editor import SpreadEditor

        scenario = self._scenario(letter)
        declared = declared_for(scenario)
        setting = scenario.setting(key, declared)
        assert isinstance(setting, BeliefSetting)
        editor = SpreadEditor(declared.beliefs[key], setting, self)
        editor.chosen.connect(lambda new: self.session.set_setting(key, new, letter))
        editor.open()

    def _scenario(self, letter: str | None) -> Scenario:
        desk = self.session.desk
        return desk.scenario if letter is None else desk.slot(letter).scenario

    def start_tour(self) -> None:
        """Start the tour of the window."""
        from ui.window.tour import Tour

        tour = Tour(self, self.session.profile.names.force)
        tour.finished.connect(self._tour_over)
        tour.start()

    def _tour_over(self, _seen: bool) -> None:
        self.settings.tour_seen = True
        self.levers.lever("deployments_per_week").setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work, keep the window's place, and let everything end."""
        if not self.files.saving.may_quit():
            event.ignore()
            return
        if "stage" in vars(self):
            self.stage.leave()
        self.settings.geometry = self.saveGeometry()
        self.settings.window_state = self.saveState()
        self.dialogs.close_all()
        self.autosave.finish()
        self.keeper.stop()
        self.keeper.history.close()
        self.runner.stop()
        event.accept()
        self.closed.emit()

    # ------------------------------------------------------------ how it is laid out

    def _rescale(self) -> None:
        self._arrange()
        self._restyle()

    def _body(self) -> QWidget:
        body = QWidget(self)
        self._rows = rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.banner)
        rows.addWidget(self.top_bar)
        rows.addWidget(Rule(body))
        self._columns = nested(rows, QHBoxLayout(), 1)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left(body))
        self._left_rule = Rule(body, upright=True)
        self._columns.addWidget(self._left_rule)
        self._columns.addWidget(self._middle(body), 1)
        self._columns.addWidget(self.beside)
        self._right_rule = Rule(body, upright=True)
        self._columns.addWidget(self._right_rule)
        self._columns.addWidget(self.headlines)
        rows.addWidget(Rule(body))
        rows.addWidget(self.strip)
        return body

    def _left(self, body: QWidget) -> QWidget:
        """The levers, or, in a narrow window, the levers and the headlines behind two tabs."""
        holder = QWidget(body)
        self._tabs = QTabBar(holder)
        self._tabs.setObjectName("left-tabs")
        self._tabs.addTab(translate("Window", "Levers"))
        self._tabs.addTab(translate("Window", "Headlines"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(True)
        self._stack = QStackedWidget(holder)
        self._stack.addWidget(self.levers)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._left_column = holder
        return holder

    def _middle(self, body: QWidget) -> QScrollArea:
        inside = QWidget(body)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.charts, 1)
        scroll = QScrollArea(body)
        scroll.setObjectName("middle")
        scroll.setWidget(inside)
        only_scrolls(scroll)
        minds_the_wheel(self.charts.chooser)
        return scroll

    def _arrange(self) -> None:
        """Arrange three columns, or two where large text or a dock leaves too little width."""
        low = self.height() < theme().length(LOW)
        self.strip.set_low(low)
        narrow = self._body_widget.width() < theme().length(THREE_COLUMNS)
        beside = self._body_widget.width() >= theme().length(WALL)
        taken = self._left_width() + (0 if narrow else theme().length(HEADLINES_WIDTH))
        taken += theme().length(BESIDE_WIDTH) if beside else 0
        self._set_beside_charts(beside)
        stacked = self._body_widget.width() - taken < theme().length(TWO_CHARTS)
        if stacked != self._stacked:
            self._stacked = stacked
            self.charts.set_narrow(stacked)
            self.chain.set_narrow(stacked or beside)
        # this comes first, or the bar at its full width would widen the window
        self.top_bar.set_room(self._left_width(), narrow=narrow)
        bar = self.menuBar()
        titles = [each.text().replace("&", "") for each in bar.actions()]
        menus = sum(bar.fontMetrics().horizontalAdvance(f"{title}mm") for title in titles)
        self.top_bar.identity.set_room(self._body_widget.width() - menus, narrow=narrow)
        changed, self._narrow = narrow != self._narrow, narrow
        self._give_answer_room()
        if not changed:
            return
        if narrow:
            self._stack.addWidget(self.headlines)
            self._stack.setCurrentIndex(self._tabs.currentIndex())
        else:
            self._tabs.setCurrentIndex(0)
            self._columns.addWidget(self.headlines)
        self._tabs.setVisible(narrow)
        self._right_rule.setVisible(not narrow)
        self._share_room()
        as_laid_out(self._rows)

    def _set_beside_charts(self, beside: bool) -> None:
        """Put chain and totals beside the charts, or the chain above them when it is asked for."""
        if beside == self._wide_enough:
            return
        self._wide_enough = beside
        if beside:
            self.beside.take(self.charts.take_page("chain"))
        else:
            self._add_chain()
        self.chain.set_narrow(beside or bool(self._stacked))
        self.menus["chain"].setChecked(beside)
        self.chain.setVisible(beside)
        self.beside.setVisible(beside)

    def show_chain(self, shown: bool) -> None:
        """Show the chain above the charts, or beside them on a very large screen."""
        if self._wide_enough:
            self.chain.setVisible(shown)
        else:
            self.charts.show_page("chain" if shown else "")

    def _page_changed(self, page: str) -> None:
        """Give the map the headlines' column, for its shares and residents."""
        if not self._wide_enough:
            self.menus["chain"].setChecked(page == "chain")
        self._share_room()
        self._give_answer_room()
        self.runner.forget_live()

    def _give_answer_room(self) -> None:
        """Show the whole answer, but of one line where it would push the map or all else away."""
        low = self.height() < theme().length(LOW)
        short = self.height() < theme().length(LOWEST) or (low and self.charts.page == "where")
        self.top_bar.answer.set_room(narrow=bool(self._narrow), low=low, short=short)

    def _share_room(self) -> None:
        """Give the map the headlines' column, and in a narrow window that of the levers too."""
        mapped = self.charts.page == "where"
        for widget in (self._left_column, self._left_rule):
            widget.setVisible(not (mapped and self._narrow))
        if not self._narrow:
            self.headlines.setVisible(not mapped)
            self._right_rule.setVisible(not mapped)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab follows the order in which the window is read, whatever was made or moved later."""
        return focus_next(self, forward=forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange the columns for the width that the docks leave them."""
        if watched is self._body_widget and event.type() == QEvent.Type.Resize:
            self._rescale()
        return False

    def _connect(self) -> None:
        session, files = self.session, self.files
        session.failed.connect(self.banner.show_error)
        self.charts.page_changed.connect(self._page_changed)
        files.profile_asked.connect(self.open_profile)
        session.gesture_changed.connect(self.charts.set_frozen)
        session.gesture_changed.connect(
            partial(say_draws, session, self.draw_budget, self.top_bar.identity.activity)
        )
        files.noticed.connect(self.banner.show_notice)
        self.opening.noticed.connect(self.banner.show_notice)
        files.withdrawn.connect(self.banner.withdraw)
        self.charts.problem.connect(
            lambda text: self.banner.show_notice(Notice("problem", text, key="chart"))
        )
        self.levers.schedule_asked.connect(self.edit_schedule)
        self.levers.spread_asked.connect(self.edit_spread)
        self.levers.map_asked.connect(partial(self.charts.show_page, "where"))
        self.levers.page_asked.connect(partial(show_belief, self))
        self.strip.template_asked.connect(files.new)
        self.strip.save_asked.connect(files.saving.save)
        self.strip.close_asked.connect(files.saving.close)
        self.strip.differences_asked.connect(files.differences.show_from_baseline)
        self.strip.stack_asked.connect(partial(stack, self))
        self.strip.grid_asked.connect(self.menus["side-by-side"].trigger)
        self.top_bar.identity.fingerprint_asked.connect(self.menus["copy-fingerprint"].trigger)
        self.top_bar.identity.newer_weeks_asked.connect(self.menus["records"].trigger)
        self.session.undo_stack.indexChanged.connect(self._offer_replay)
        self._offer_replay()

    def _offer_replay(self, _index: int = 0) -> None:
        """Enable the replay once there is a change to play."""
        if not shiboken6.isValid(self.session.undo_stack):
            return  # the undo stack empties itself as it is deleted
        self.menus["replay"].setEnabled(self.session.before_last_change() is not None)

    def open_profile(self, folder: Path, file: Path | None) -> None:
        """Open another force's profile, or a scenario of it, in a window of its own."""
        try:
            open_another(folder, file)
        except ModellerError as error:
            self.session.failed.emit(error)

    def _left_width(self) -> int:
        width = self._body_widget.width()
        roomy = width >= theme().length(ROOMY)
        wanted = theme().length(ROOMY_LEVERS_WIDTH if roomy else LEVERS_WIDTH)
        return min(wanted, max(LEVERS_WIDTH, width * 47 // 100))

    def _restyle(self) -> None:
        self._left_column.setFixedWidth(self._left_width())
        if self._narrow:
            self.headlines.setMinimumWidth(0)
            self.headlines.setMaximumWidth(NO_LIMIT)
        else:
            self.headlines.setFixedWidth(theme().length(HEADLINES_WIDTH))

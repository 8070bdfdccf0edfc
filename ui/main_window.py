"""The window: three columns and the strip, put together; it holds no state of its own.

Where the text is large for the window's width, the headlines share the left column with the
levers, and the charts go one under the other: everything stays within reach at 200 % text on
a small screen.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

import scenarios
from modeller.scenario_file import load_scenario
from ui.actions import Actions
from ui.chain import ChainView
from ui.charts_panel import ChartsPanel
from ui.headlines_panel import HeadlinesPanel
from ui.lever_panel import LeverPanel
from ui.notices import Banner
from ui.replay import Replay
from ui.runner import Runner
from ui.scenario_strip import ScenarioStrip
from ui.session import Session
from ui.style import theme
from ui.top_bar import TopBar

LEVERS_WIDTH, HEADLINES_WIDTH = 300, 280
NARROW = 1040
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own word for "no limit", which its Python binding does not export."""


def rule(parent: QWidget, *, upright: bool = False) -> QFrame:
    """A hairline between two panels."""
    line = QFrame(parent)
    line.setObjectName("hairline")
    line.setFrameShape(QFrame.Shape.NoFrame)
    (line.setFixedWidth if upright else line.setFixedHeight)(1)

    def restyle() -> None:
        line.setStyleSheet(f"background: {theme().colours.hairline};")

    theme().changed.connect(restyle)
    restyle()
    return line


class MainWindow(QMainWindow):
    """Levers, charts, headlines; the strip below; a banner above when there is something to say."""

    def __init__(self, session: Session, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.runner = runner
        self.setObjectName("main-window")
        self.setWindowTitle("Policy scenario modeller")
        self._narrow: bool | None = None
        self.banner = Banner(self)
        self.levers = LeverPanel(session, self)
        self.charts = ChartsPanel(session, self)
        self.headlines = HeadlinesPanel(session, self)
        self.chain = ChainView(session, self)
        self.chain.hide()
        self.replay = Replay(session, self.charts, runner.project, self)
        self.actions_ = Actions(self)
        self.top_bar = TopBar(
            session, (self.actions_.undo, self.actions_.redo, self.actions_.replay), self
        )
        templates = [(name, load_scenario(name).scenario.title) for name in scenarios.names()]
        self.strip = ScenarioStrip(session, templates, self)
        self.setCentralWidget(self._body())
        self._connect()
        theme().changed.connect(self._rescale)
        self._rescale()

    def _rescale(self) -> None:
        self._arrange()
        self._restyle()

    def _body(self) -> QWidget:
        body = QWidget(self)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left(body))
        self._columns.addWidget(rule(body, upright=True))
        self._columns.addWidget(self._middle(body), 1)
        self._right_rule = rule(body, upright=True)
        self._columns.addWidget(self._right_rule)
        self._columns.addWidget(self.headlines)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.banner)
        rows.addWidget(self.top_bar)
        rows.addWidget(rule(body))
        rows.addLayout(self._columns, 1)
        rows.addWidget(rule(body))
        rows.addWidget(self.strip)
        return body

    def _left(self, body: QWidget) -> QWidget:
        """The levers, or, in a narrow window, the levers and the headlines behind two tabs."""
        holder = QWidget(body)
        self._tabs = QTabBar(holder)
        self._tabs.setObjectName("left-tabs")
        self._tabs.addTab("Levers")
        self._tabs.addTab("Headlines")
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
        column.addWidget(self.chain)
        column.addWidget(self.charts, 1)
        scroll = QScrollArea(body)
        scroll.setObjectName("middle")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        return scroll

    def _arrange(self) -> None:
        """Three columns, or two where the text is large for the width."""
        narrow = self.width() < theme().length(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._stack.addWidget(self.headlines)
        else:
            self._tabs.setCurrentIndex(0)
            self._columns.addWidget(self.headlines)
            self.headlines.show()
        self._tabs.setVisible(narrow)
        self._right_rule.setVisible(not narrow)
        self.top_bar.set_narrow(narrow)
        self.charts.set_narrow(narrow)
        self.chain.set_narrow(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns for the new width."""
        super().resizeEvent(event)
        self._rescale()

    def _connect(self) -> None:
        session = self.session
        session.failed.connect(self.banner.show_error)
        session.gesture_changed.connect(self.charts.set_frozen)
        self.strip.template_asked.connect(lambda name: session.add(load_scenario(name).scenario))
        self.strip.close_asked.connect(session.close)
        self.top_bar.fingerprint_asked.connect(self.actions_.copy_fingerprint.trigger)

    def _restyle(self) -> None:
        self._left_column.setFixedWidth(
            min(theme().length(LEVERS_WIDTH), max(LEVERS_WIDTH, self.width() * 47 // 100))
        )
        if self._narrow:
            self.headlines.setMinimumWidth(0)
            self.headlines.setMaximumWidth(QWIDGETSIZE_MAX)
        else:
            self.headlines.setFixedWidth(theme().length(HEADLINES_WIDTH))

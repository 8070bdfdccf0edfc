"""The window: three columns and the strip, put together; it holds no state of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

import scenarios
from modeller.scenario_file import load_scenario
from ui.actions import Actions
from ui.chain import ChainView
from ui.charts_panel import ChartsPanel
from ui.headlines_panel import HeadlinesPanel
from ui.lever_panel import LeverPanel
from ui.notices import Banner
from ui.runner import Runner
from ui.scenario_strip import ScenarioStrip
from ui.session import Session
from ui.style import theme
from ui.top_bar import TopBar

LEVERS_WIDTH, HEADLINES_WIDTH = 300, 280


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
        self.banner = Banner(self)
        self.levers = LeverPanel(session, self)
        self.charts = ChartsPanel(session, self)
        self.headlines = HeadlinesPanel(session, self)
        self.chain = ChainView(session, self)
        self.chain.hide()
        self.actions_ = Actions(self)
        self.top_bar = TopBar(
            session, (self.actions_.undo, self.actions_.redo, self.actions_.replay), self
        )
        templates = [(name, load_scenario(name).scenario.title) for name in scenarios.names()]
        self.strip = ScenarioStrip(session, templates, self)
        self.setCentralWidget(self._body())
        self._connect()
        theme().changed.connect(self._restyle)
        self._restyle()

    def _body(self) -> QWidget:
        body = QWidget(self)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.levers)
        columns.addWidget(rule(body, upright=True))
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.chain)
        middle.addWidget(self.charts, 1)
        columns.addLayout(middle, 1)
        columns.addWidget(rule(body, upright=True))
        columns.addWidget(self.headlines)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.banner)
        rows.addWidget(self.top_bar)
        rows.addWidget(rule(body))
        rows.addLayout(columns, 1)
        rows.addWidget(rule(body))
        rows.addWidget(self.strip)
        return body

    def _connect(self) -> None:
        session = self.session
        session.failed.connect(self.banner.show_error)
        session.gesture_changed.connect(self.charts.set_frozen)
        self.strip.template_asked.connect(lambda name: session.add(load_scenario(name).scenario))
        self.strip.close_asked.connect(session.close)
        self.top_bar.fingerprint_asked.connect(self.actions_.copy_fingerprint.trigger)

    def _restyle(self) -> None:
        self.levers.setFixedWidth(theme().length(LEVERS_WIDTH))
        self.headlines.setFixedWidth(theme().length(HEADLINES_WIDTH))
        self.setStyleSheet("QMainWindow::separator { width: 1px; height: 1px; }")

    def keyPressEvent(self, event: object) -> None:
        """Escape lets go of a banner."""
        super().keyPressEvent(event)  # type: ignore[arg-type]


LEFT = Qt.DockWidgetArea.LeftDockWidgetArea

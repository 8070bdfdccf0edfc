"""The finding in words, and under it each picture with its table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from modeller.base.language import translate
from ui.analysis.graphic import Graphic
from ui.analysis.table import AnalysisTable
from ui.look.running_text import RunningText
from ui.look.style import theme


class AnalysisBody(QWidget):
    """Children are named "finding" and "note"; tabs are there when there are several pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = RunningText("", self, size="title")
        self.finding.setObjectName("finding")
        self.finding.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = RunningText("", self, size="note", ink="muted")
        self.note.setObjectName("note")
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setTabBarAutoHide(True)
        self.pages: list[tuple[Graphic, AnalysisTable]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.finding)
        self._layout.addWidget(self.note)
        self._layout.addWidget(self.tabs, 1)
        theme().changed.connect(self._restyle)
        self._restyle()

    def add_page(self, name: str, graphic: Graphic, table: AnalysisTable) -> None:
        """One more picture with its table."""
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(graphic)
        splitter.addWidget(table)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        self.pages.append((graphic, table))
        self.tabs.addTab(splitter, name)

    @property
    def page(self) -> tuple[Graphic, AnalysisTable]:
        """What is on the screen."""
        return self.pages[self.tabs.currentIndex()]

    def describe(self, title: str) -> None:
        """Say to a screen reader what the pictures show."""
        for graphic, table in self.pages:
            graphic.setAccessibleName(translate("Analysis", "{title}, picture", title=title))
            graphic.setAccessibleDescription(self.finding.text())
            table.setAccessibleName(translate("Analysis", "{title}, table", title=title))
        self.note.setVisible(bool(self.note.text()))

    def _restyle(self) -> None:
        self._layout.setSpacing(theme().length(8))

"""The answer in words, under it each picture, and in a fold what specialists ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from modeller.base.language import translate
from ui.analysis.graphic import Graphic
from ui.analysis.table import AnalysisTable
from ui.look.fold import Fold
from ui.look.running_text import RunningText
from ui.look.style import theme


@dataclass(frozen=True)
class Page:
    """A picture, and in the fold under it words and figures for specialists."""

    graphic: Graphic[Any]
    table: AnalysisTable
    explanation: RunningText
    fold: Fold


class AnalysisBody(QWidget):
    """Children are named "finding" and "note"; tabs are there when there are several pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = RunningText("", self, size="title", name="finding")
        self.note = RunningText("", self, name="note")
        for text in (self.finding, self.note):
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setTabBarAutoHide(True)
        self.pages: list[Page] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.finding)
        self._layout.addWidget(self.note)
        self._layout.addWidget(self.tabs, 1)
        theme().follow(self._restyle)

    def add_page(
        self, name: str, graphic: Graphic[Any], table: AnalysisTable, explanation: str
    ) -> None:
        """Add a picture, with the words and figures that specialists ask for."""
        page, inside = QWidget(self), QWidget(self)
        explained = RunningText(explanation, inside, size="note", ink="muted", name="explanation")
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(explained)
        below.addWidget(table)
        fold = Fold("specialists", translate("Analysis", "The figures, for specialists"), inside)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme().length(8), 0, 0)
        column.addWidget(graphic, 1)
        column.addWidget(fold)
        fold.turned.connect(self._turn_all)
        self.pages.append(Page(graphic, table, explained, fold))
        self.tabs.addTab(page, name)
        QWidget.setTabOrder(self.tabs.tabBar(), graphic)
        QWidget.setTabOrder(graphic, fold.button)

    def _turn_all(self, opened: bool) -> None:
        """Open or close all folds: whoever wants one picture's figures wants the next one's too."""
        for page in self.pages:
            page.fold.set_open(opened)

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self.pages[self.tabs.currentIndex()]

    def describe(self, title: str) -> None:
        """Say to a screen reader what the pictures show."""
        for page in self.pages:
            page.graphic.setAccessibleName(translate("Analysis", "{title}, picture", title=title))
            page.graphic.setAccessibleDescription(self.finding.text())
            page.table.setAccessibleName(translate("Analysis", "{title}, table", title=title))
        self.note.setVisible(bool(self.note.text()))

    def minimumSizeHint(self) -> QSize:
        """The height of its texts at the present width, not at the smallest possible one."""
        least = super().minimumSizeHint()
        needed = self._layout.totalMinimumHeightForWidth(max(self.width(), least.width()))
        return QSize(least.width(), needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new height: at another width the texts wrap differently."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _restyle(self) -> None:
        self._layout.setSpacing(theme().length(8))

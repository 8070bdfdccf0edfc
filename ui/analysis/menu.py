"""The Analysis menu: each analysis by its words and its keys, made when first asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog

from modeller.base.language import translatable, translate

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

ENTRIES = (
    ("drivers", translatable("Menu", "What drives it…"), "Ctrl+Shift+D"),
    ("moved", translatable("Menu", "What moved it…"), "Ctrl+Shift+M"),
    ("believe", translatable("Menu", "What you need to believe…"), "Ctrl+Shift+B"),
    ("tradeoff", translatable("Menu", "Trade-off…"), "Ctrl+Shift+T"),
    ("robustness", translatable("Menu", "Where it fails…"), "Ctrl+Shift+F"),
)
"""Name in the code, words, keys."""


class AnalysisMenu(QObject):
    """Fills the window's Analysis menu; a window that is opened waits for none of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        menu = window.actions_.analysis_menu
        for name, text, keys in ENTRIES:
            action = QAction(translate("Menu", text), window)
            action.setObjectName(text.lower().replace(" ", "-").rstrip("…"))
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(partial(self.show_panel, name))
            menu.addAction(action)
        menu.menuAction().setVisible(True)

    def show_panel(self, name: str, _checked: bool = False) -> QDialog:
        """Open one, or bring it to the front."""
        return self._window._only(f"analysis-{name}", partial(self._made, name))

    def _made(self, name: str) -> QDialog:
        from ui.analysis.panels import PANELS

        panel = PANELS[name](self._window.session, self._window)
        self._window.closed.connect(panel.finish)
        return panel

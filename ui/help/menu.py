"""The Help menu: the pages of help, and "What is this?"; made when first asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWhatsThis, QWidget

from modeller.base.language import translate
from ui.levers.help_card import HelpCard
from ui.levers.lever import LeverWidget

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


class HelpMenu(QObject):
    """Fills the window's Help menu. F1 opens help where one stands, Shift+F1 explains that."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        menu = window.actions_.help_menu
        first = menu.actions()[0]
        contents = self._action("help-contents", translate("Menu", "Contents"), self.show_here)
        contents.setShortcut(QKeySequence("F1"))
        what = self._action("what-is-this", translate("Menu", "What is this?"), self.explain)
        what.setShortcut(QKeySequence("Shift+F1"))
        for action in (contents, what):
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            menu.insertAction(first, action)
        menu.addSeparator()
        for topic, text in (
            ("method", translate("Menu", "Method")),
            ("evidence", translate("Menu", "Evidence and sources")),
            ("glossary", translate("Menu", "Glossary")),
            ("shortcuts", translate("Menu", "Keyboard shortcuts")),
            ("performance", translate("Menu", "Performance")),
            ("cite", translate("Menu", "How to cite")),
            ("accessibility", translate("Menu", "Accessibility")),
            ("licences", translate("Menu", "Licences")),
        ):
            menu.addAction(self._action(f"help-{topic}", text, partial(self.show_topic, topic)))

    def _action(self, name: str, text: str, does: partial[QDialog] | object) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        assert callable(does)
        action.triggered.connect(lambda _checked=False: does())
        return action

    def show_topic(self, topic: str) -> QDialog:
        """Open help at a page."""
        from ui.help.window import HelpWindow

        dialog = self._window._only("help", lambda: HelpWindow(self._window))
        assert isinstance(dialog, HelpWindow)
        dialog.show_topic(topic)
        return dialog

    def show_here(self) -> None:
        """Open the page that fits where the focus is; for a lever, its own card."""
        from ui.help.whats_this import topic_of

        card = QApplication.activePopupWidget()
        if isinstance(card, HelpCard):  # the keys that opened it close it
            card.close()
            return
        focus = QApplication.focusWidget()
        lever = _lever_around(focus)
        if lever is not None:
            lever.show_help()
        else:
            self.show_topic(topic_of(focus))

    def explain(self) -> None:
        """Say what has the focus; where nothing has, ask what to explain."""
        from ui.help.whats_this import explain_all, words_of

        window = QApplication.activeWindow() or self._window
        explain_all(window)
        focus = QApplication.focusWidget()
        if focus is not None and words_of(focus):
            QWhatsThis.showText(
                focus.mapToGlobal(focus.rect().bottomLeft()), words_of(focus), focus
            )
        else:
            QWhatsThis.enterWhatsThisMode()


def _lever_around(widget: QWidget | None) -> LeverWidget | None:
    while widget is not None and not isinstance(widget, LeverWidget):
        widget = widget.parentWidget()
    return widget

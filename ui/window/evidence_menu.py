"""The Evidence menu, and what File has to do with sharing: each entry opens a dialog of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog

from modeller.base.language import translate
from modeller.scenario.reading import LoadedScenario
from modeller.scenario.sharing import Opened
from ui.files.opening import subject_of

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


class EvidenceMenu(QObject):
    """Makes the panels when they are first asked for: a window that is opened waits for none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        menu = window.menuBar().addMenu(translate("Menu", "&Evidence"))
        window.menuBar().insertMenu(window.actions_.help_menu.menuAction(), menu)
        self.menu = menu
        for name, text, does, keys in (
            (
                "how-it-would-have-done",
                translate("Menu", "How it would have done…"),
                self.show_backtest,
                "",
            ),
            (
                "beliefs-and-their-evidence",
                translate("Menu", "Beliefs and their evidence…"),
                self.show_beliefs,
                "Ctrl+E",
            ),
            ("records", translate("Menu", "Records…"), self.show_records, ""),
            ("projection-ledger", translate("Menu", "Projection ledger…"), self.show_ledger, ""),
            (
                "who-is-wrongly-flagged",
                translate("Menu", "Who is wrongly flagged…"),
                self.show_flagged,
                "",
            ),
            ("quality-log", translate("Menu", "Quality log…"), self.show_quality, ""),
        ):
            menu.addAction(self._action(name, text, does, keys))
        actions = window.actions_
        for name, text, does, keys in (
            (
                "open-from-a-code",
                translate("Menu", "Open from a code…"),
                self.show_open_code,
                "Ctrl+Shift+O",
            ),
            ("briefing", translate("Menu", "Briefing…"), self.show_briefing, "Ctrl+B"),
            ("share", translate("Menu", "Share…"), self.show_share, "Ctrl+Shift+E"),
        ):
            actions.file_menu.insertAction(
                actions.export_place, self._action(name, text, does, keys)
            )
        window.levers.page_asked.connect(self.show_belief)

    def _action(self, name: str, text: str, does: Callable[[], object], keys: str) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: does())
        return action

    def _show(self, name: str, make: Callable[[], QDialog]) -> QDialog:
        return self._window._only(name, make)

    def show_backtest(self) -> None:
        """What it would have said, and what happened."""
        from ui.evidence.backtest_panel import BacktestPanel

        window = self._window
        self._show("backtest", lambda: BacktestPanel(window.session, window))

    def show_beliefs(self) -> None:
        """The page of a belief."""
        self.show_belief("")

    def show_belief(self, key: str) -> None:
        """The page of the belief called `key`, or the one shown last."""
        from ui.evidence.belief_page import BeliefPage

        def make() -> BeliefPage:
            page = BeliefPage(self._window.session, self._window)
            page.spread_asked.connect(self._window.edit_spread)
            return page

        page = self._show("beliefs", make)
        if key and isinstance(page, BeliefPage):
            page.show_belief(key)

    def show_records(self) -> None:
        """The shipped record and the user's own."""
        from ui.evidence.record_panel import RecordPanel

        self._show("records", lambda: RecordPanel(self._window.session, self._window))

    def show_ledger(self) -> None:
        """Projections locked before the fact."""
        from ui.evidence.ledger_panel import LedgerPanel

        window = self._window
        self._show(
            "ledger",
            lambda: LedgerPanel(window.session, window, settled_of=window.runner.settled_of),
        )

    def show_flagged(self) -> None:
        """On whom false alerts fall."""
        from ui.evidence.flagged_panel import FlaggedPanel

        window = self._window
        self._show(
            "flagged",
            lambda: FlaggedPanel(window.session, window, settled_of=window.runner.settled_of),
        )

    def show_quality(self) -> None:
        """The quality log."""
        from ui.evidence.quality_panel import QualityPanel

        self._show("quality", lambda: QualityPanel(self._window.session, self._window))

    def show_briefing(self) -> None:
        """The briefing, with its preview."""
        from ui.briefing.panel import BriefingPanel

        window = self._window
        self._show(
            "briefing",
            lambda: BriefingPanel(window.session, window, settled_of=window.runner.settled_of),
        )

    def show_share(self) -> None:
        """The scenario at hand as a code."""
        from ui.files.share_dialog import ShareDialog

        self._show("share", lambda: ShareDialog(self._window.session, self._window))

    def show_open_code(self) -> None:
        """A scenario out of a message."""
        from ui.files.share_dialog import OpenCodeDialog

        def make() -> OpenCodeDialog:
            dialog = OpenCodeDialog(self._window.session, self._window)
            dialog.opened.connect(self._take)
            return dialog

        self._show("open-code", make)

    def _take(self, opened: Opened) -> None:
        found: LoadedScenario = subject_of(opened)
        self._window.files.take_in(found, translate("Menu", "the code"))

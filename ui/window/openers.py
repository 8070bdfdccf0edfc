"""Opens the dialogs that menus lead to.

Each panel is imported when it is first asked for, so that the window opens without waiting.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from modeller.base.language import translate
from modeller.scenario.opened import Opened
from ui.help.here import explain, topic_here
from ui.look.dialogs import resize_within
from ui.window.window_parts import WindowParts

if TYPE_CHECKING:
    from modeller.analysis.workshop import Workshop
    from ui.evidence.belief_page import BeliefPage
    from ui.evidence.import_dialog import ImportDialog
    from ui.files.share_dialog import OpenCodeDialog
    from ui.help.window import HelpWindow

# ---- scenarios


def show_grid(window: WindowParts) -> None:
    """Show all scenarios side by side, in a window of their own."""
    from ui.scenarios.scenario_grid import ScenarioGridDialog

    def make(parent: QWidget) -> ScenarioGridDialog:
        dialog = ScenarioGridDialog(window.session, parent)
        resize_within(dialog, 1120, 720)
        dialog.grid.schedule_asked.connect(window.edit_schedule)
        dialog.grid.spread_asked.connect(window.edit_spread)
        return dialog

    window.dialogs.show("grid", make)


def show_where(window: WindowParts) -> None:
    """Show the map instead of the charts, or the charts again if it is there.

    The focus moves along: to the chosen tile, and back to the view's button.
    """
    if "where" not in window.charts.pages:
        return
    if window.charts.page == "where":
        window.charts.pages["where"][0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        window.charts.show_page("")
        return
    window.charts.show_page("where")
    if window.where is not None and window.where.panel is not None:
        window.where.panel.focus_map()


def edit_horizon(window: WindowParts) -> None:
    """Edit how many weeks and draws the scenarios have."""
    from ui.scenarios import scenario_details

    scenario_details.edit_horizon(window.session, window.dialogs.window)


def edit_about(window: WindowParts) -> None:
    """Edit title, question and notes of the selected scenario."""
    from ui.scenarios import scenario_details

    scenario_details.edit_about(window.session, window.dialogs.window)


def show_comparison(window: WindowParts) -> None:
    """Show paired differences over time."""
    from ui.charts.difference_chart import ComparisonDialog

    window.dialogs.show("comparison", partial(ComparisonDialog, window.session))


# ---- files and views


def open_context_menu(_window: WindowParts) -> None:
    """Open the menu of the widget that has the focus, as the menu key does.

    Qt does so by itself on some systems only.
    """
    focused = QApplication.focusWidget()
    if focused is None:
        return
    at = focused.rect().center()
    place = focused.mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, place)
    QApplication.sendEvent(focused, event)


def show_briefing(window: WindowParts, found: Workshop | None = None) -> None:
    """Show the briefing and its preview, with a workshop as a section if one is given."""
    from ui.briefing.panel import BriefingPanel

    settled_of = window.runner.settled_of
    panel = window.dialogs.show(
        "briefing", partial(BriefingPanel, window.session, settled_of=settled_of)
    )
    if found is not None:
        panel.take_workshop(found)


def show_share(window: WindowParts) -> None:
    """Show the selected scenario as a code."""
    from ui.files.share_dialog import ShareDialog

    window.dialogs.show("share", partial(ShareDialog, window.session))


def show_open_code(window: WindowParts) -> None:
    """Open a scenario from a message."""
    from ui.files.share_dialog import OpenCodeDialog

    def take(opened: Opened) -> None:
        window.files.open_all(opened, translate("Menu", "the code"))

    def make(parent: QWidget) -> OpenCodeDialog:
        dialog = OpenCodeDialog(window.session, parent)
        dialog.opened.connect(take)
        return dialog

    window.dialogs.show("open-code", make)


def ask_for_view(window: WindowParts) -> None:
    """Ask for a name and a chart, and save what is on the screen as a step of the stage."""
    from ui.stage.save_view import SaveViewDialog

    charts, outcomes = window.charts, window.session.profile.catalogue.outcomes
    names = {name: outcomes[charts.outcome_of(name)].label for name in charts.charts}

    def keep(name: str, chart: str) -> None:
        window.stage.save_view(name, (charts.outcome_of(chart),), charts.views[chart])

    dialog = SaveViewDialog(names, window.dialogs.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.chosen.connect(keep)
    dialog.open()


# ---- analyses


def show_analysis(key: str, window: WindowParts) -> QDialog:
    """Show the panel of an analysis, by its key in the table of analyses."""
    from ui.analysis.panel import AnalysisPanel
    from ui.analysis.panels import panel_of

    def make(parent: QWidget) -> QDialog:
        panel = panel_of(key)(window.session, parent)
        if isinstance(panel, AnalysisPanel):
            window.dialogs.closed.connect(panel.finish)
        asked = getattr(panel, "briefing_asked", None)
        if asked is not None:
            asked.connect(partial(show_briefing, window))
        return panel

    return window.dialogs.show(f"analysis-{key}", make)


# ---- evidence


def show_belief(window: WindowParts, key: str = "") -> None:
    """Show the page about the belief `key`, or the page shown last."""
    from ui.evidence.belief_page import BeliefPage

    def make(parent: QWidget) -> BeliefPage:
        page = BeliefPage(window.session, parent)
        page.spread_asked.connect(window.edit_spread)
        return page

    page = window.dialogs.show("beliefs", make)
    if key:
        page.show_belief(key)


def show_records(window: WindowParts) -> None:
    """Show the shipped record and the user's own."""
    from ui.evidence.record_panel import RecordPanel

    def make(parent: QWidget) -> RecordPanel:
        panel = RecordPanel(window.session, parent)
        panel.import_asked.connect(partial(import_record, window))
        return panel

    window.dialogs.show("records", make)


def import_record(window: WindowParts) -> ImportDialog:
    """Examine a table and keep it as a record."""
    from ui.evidence.import_dialog import ImportDialog
    from ui.evidence.record_panel import RecordPanel

    def kept(digest: str) -> None:
        with suppress(KeyError):  # the list of records may never have been opened
            panel = window.dialogs["records"]
            assert isinstance(panel, RecordPanel)
            panel.show_kept(digest)

    def make(parent: QWidget) -> ImportDialog:
        dialog = ImportDialog(window.session, parent)
        dialog.kept.connect(kept)
        return dialog

    return window.dialogs.show("import-record", make)


def show_ledger(window: WindowParts) -> None:
    """Show the projections locked in advance."""
    from ui.evidence.ledger_panel import LedgerPanel

    settled_of = window.runner.settled_of
    window.dialogs.show("ledger", partial(LedgerPanel, window.session, settled_of=settled_of))


def show_flagged(window: WindowParts) -> None:
    """Show who is wrongly flagged."""
    from ui.evidence.flagged_panel import FlaggedPanel

    settled_of = window.runner.settled_of
    window.dialogs.show("flagged", partial(FlaggedPanel, window.session, settled_of=settled_of))


def show_quality(window: WindowParts) -> None:
    """Show the quality log."""
    from ui.evidence.quality_panel import QualityPanel

    window.dialogs.show("quality", partial(QualityPanel, window.session))


# ---- help


def show_help(topic: str, window: WindowParts) -> HelpWindow:
    """Open help at a page."""
    from ui.help.subject import Subject
    from ui.help.window import HelpWindow

    milliseconds = window.latency.milliseconds
    subject = Subject(window.session, milliseconds, window.draw_budget, window.menuBar())
    dialog = window.dialogs.show("help", partial(HelpWindow, subject))
    dialog.show_topic(topic)
    return dialog


def show_help_here(window: WindowParts) -> None:
    """Open help at the page for what has the focus; for a lever, open its own card."""
    topic = topic_here()
    if topic is not None:
        show_help(topic, window)


def explain_here(window: WindowParts) -> None:
    """Explain what has the focus."""
    explain(window.dialogs.window)

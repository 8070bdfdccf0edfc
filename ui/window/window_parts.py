"""What an action may ask of the window: its parts, and a few things that concern all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QDockWidget, QMenuBar

from ui.charts.chain import ChainView
from ui.charts.charts_panel import ChartsPanel
from ui.desk.draw_budget import DrawBudget
from ui.desk.runner import Runner
from ui.desk.session import Session
from ui.desk.settings import Settings
from ui.files.files import Files
from ui.look.dialogs import Dialogs
from ui.look.notices import Banner
from ui.places.where_page import WherePage
from ui.window.latency import Latency
from ui.window.replay import Replay

if TYPE_CHECKING:  # imported when it is first asked for
    from ui.stage.stage import Stage


class WindowParts(Protocol):
    """The window as its menus see it; what opens over it has `dialogs.window` as parent."""

    session: Session
    runner: Runner
    settings: Settings
    files: Files
    dialogs: Dialogs
    banner: Banner
    charts: ChartsPanel
    chain: ChainView
    where: WherePage | None
    history_dock: QDockWidget
    replay: Replay
    latency: Latency
    draw_budget: DrawBudget

    @property
    def stage(self) -> Stage:
        """What fills a screen for an audience."""

    def menuBar(self) -> QMenuBar:
        """The bar with the menus."""

    def edit_schedule(self, key: str, letter: str | None = None) -> None:
        """Let a lever change over time."""

    def edit_spread(self, key: str, letter: str | None = None) -> None:
        """Say how sure a belief is."""

    def show_chain(self, shown: bool) -> None:
        """Show the chain above the charts, or beside them on a very large screen."""

    def start_tour(self) -> None:
        """Point at the four parts of the window."""

    def close(self) -> bool:
        """Close the window; False when the user decides against it."""

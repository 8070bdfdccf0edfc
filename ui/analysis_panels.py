"""The analyses' dialogs by name; imported when the first of them is opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.analysis_believe import BelievePanel
from ui.analysis_drivers import DriversPanel
from ui.analysis_moved import MovedPanel
from ui.analysis_panel import AnalysisPanel
from ui.analysis_robustness import RobustnessPanel
from ui.analysis_tradeoff import TradeoffPanel
from ui.session import Session

PANELS: dict[str, Callable[[Session, QWidget], AnalysisPanel]] = {
    "drivers": DriversPanel,
    "moved": MovedPanel,
    "believe": BelievePanel,
    "tradeoff": TradeoffPanel,
    "robustness": RobustnessPanel,
}

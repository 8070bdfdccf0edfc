"""The analyses' dialogs by name; imported when the first of them is opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.analysis.believe import BelievePanel
from ui.analysis.drivers import DriversPanel
from ui.analysis.moved import MovedPanel
from ui.analysis.panel import AnalysisPanel
from ui.analysis.robustness import RobustnessPanel
from ui.analysis.tradeoff import TradeoffPanel
from ui.desk.session import Session

PANELS: dict[str, Callable[[Session, QWidget], AnalysisPanel]] = {
    "drivers": DriversPanel,
    "moved": MovedPanel,
    "believe": BelievePanel,
    "tradeoff": TradeoffPanel,
    "robustness": RobustnessPanel,
}

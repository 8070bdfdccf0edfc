"""The page that holds the map, whose content is made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.session import Session

if TYPE_CHECKING:  # imported later, so that a start does not wait for it
    from ui.places.where_panel import WherePanel

OUTCOMES = ("deployments", "faces_scanned", "true_alerts", "false_alerts", "arrests")
"""The outcomes whose totals the map shares out."""


class WherePage(QWidget):
    """An empty page until it is shown.

    Signals
    -------
    made
        The panel has been made.
    """

    made = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("where-page")
        self.panel: WherePanel | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the panel when the page is first shown."""
        super().showEvent(event)
        if self.panel is None:
            from ui.places.where_panel import WherePanel

            self.panel = WherePanel(self._session, self)
            self._layout.addWidget(self.panel)
            self.made.emit()

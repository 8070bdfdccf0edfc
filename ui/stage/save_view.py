"""Asks what to call a view, and which of its charts the stage is to show."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from modeller.base.language import translate
from ui.look.buttons import ok_or_cancel


class SaveViewDialog(QDialog):
    """Name and chart.

    Signals
    -------
    chosen
        The name that was typed, and the key of the chart.
    """

    chosen = Signal(str, str)

    def __init__(self, charts: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("save-view")
        self.setWindowTitle(translate("Stage", "Save this view for the stage"))
        self.name = QLineEdit(self)
        self.name.setObjectName("name")
        self.chart = QComboBox(self)
        self.chart.setObjectName("chart")
        for key, label in charts.items():
            self.chart.addItem(label, key)
        buttons = ok_or_cancel(self, self._choose)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setEnabled(False)
        self.name.textChanged.connect(lambda text: self._ok.setEnabled(bool(text.strip())))
        form = QFormLayout(self)
        form.addRow(translate("Stage", "Name of the view"), self.name)
        form.addRow(translate("Stage", "Chart"), self.chart)
        form.addRow(buttons)

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.name.text().strip(), str(self.chart.currentData()))

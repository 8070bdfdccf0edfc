"""The foot of an analysis: what the answer belongs to, progress of the next one, copies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from modeller.base.language import translate
from ui.look.buttons import push_button
from ui.look.running_text import RunningText
from ui.look.style import theme


class AnalysisFoot(QWidget):
    """Children are named "footer", "share-done", "cancel" and "copy-or-save"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.status = RunningText("", self, size="note", ink="muted", name="footer")
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("share-done")
        self.progress.setAccessibleName(translate("Analysis", "Progress"))
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.cancel_button = push_button("cancel", translate("Analysis", "Cancel"), self)
        self.menu_button = QToolButton(self)
        self.menu_button.setObjectName("copy-or-save")
        self.menu_button.setText(translate("Analysis", "Copy or save…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.status, 1)
        for widget in (self.progress, self.cancel_button, self.menu_button):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme().follow(self._restyle)

    def _restyle(self) -> None:
        self.progress.setFixedSize(theme().length(120), theme().length(6))

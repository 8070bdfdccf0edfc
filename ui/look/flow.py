"""Buttons in a row that wraps."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look.style import theme


class Flow(QWidget):
    """A row of buttons that wraps into as many lines as its width makes necessary."""

    def __init__(self, parent: QWidget, gap: float = 2.0) -> None:
        super().__init__(parent)
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def take(self, button: QAbstractButton) -> None:
        """Put a button at the end."""
        button.setParent(self)
        button.show()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width."""
        return self._arranged(width, move=False)

    def sizeHint(self) -> QSize:
        """As tall as its lines at its present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a word or two: longer texts are cut short."""
        return QSize(theme().length(96), self.heightForWidth(max(self.width(), 96)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arranged(self.width(), move=True)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _arranged(self, width: int, *, move: bool) -> int:
        """The widgets' places: each in the first line that has room for it."""
        gap, only = theme().length(self._gap), Qt.FindChildOption.FindDirectChildrenOnly
        ends: list[int] = []
        height = 0
        for child in self.findChildren(QAbstractButton, options=only):
            size = child.sizeHint()
            wide, height = min(size.width(), width), max(height, size.height())
            line = next((at for at, end in enumerate(ends) if end + wide <= width), len(ends))
            if line == len(ends):
                ends.append(0)
            if move:
                child.setGeometry(ends[line], line * (size.height() + gap), wide, size.height())
            ends[line] += wide + gap
        return max(len(ends) * (height + gap) - gap, 0)

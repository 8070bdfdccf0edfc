"""Who lives where the deployments are: bars of one group's share, with the caution beneath."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from modeller.wording.numbers import percent
from ui.look import accessibility
from ui.look.style import theme

Bar = tuple[str, float, str | None]
"""A bar: its name, its share, and a scenario's letter, or None."""


class ShareBars(QWidget):
    """A few shares as bars on one scale, their figures flush right."""

    accessible_role = accessibility.Role.Graphic

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        accessibility.install()
        super().__init__(parent)
        self.setObjectName(name)
        self._bars: tuple[Bar, ...] = ()
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_bars(self, title: str, bars: tuple[Bar, ...]) -> None:
        """Draw other bars."""
        if (title, bars) == (self._title, self._bars):
            return
        self._title, self._bars = title, bars
        spoken = "; ".join(f"{name} {percent(share, 0.001)}" for name, share, _ in bars)
        self.setAccessibleName(title)
        self.setAccessibleDescription(spoken)
        self.updateGeometry()
        self.update()

    def _row(self) -> float:
        return QFontMetricsF(theme().font("note")).height() + theme().length(4)

    def sizeHint(self) -> QSize:
        """A line for each bar."""
        return QSize(theme().length(200), round(self._row() * max(len(self._bars), 1)))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for names and figures."""
        return QSize(theme().length(140), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name, bar, figure."""
        painter, colours, length = QPainter(self), theme().colours, theme().length
        painter.setFont(theme().font("note"))
        metrics = painter.fontMetrics()
        if not self._bars:
            return
        figures = [percent(share, 0.001) for _, share, _ in self._bars]
        widest = max(metrics.horizontalAdvance(text) for text in figures)
        names = min(
            max(metrics.horizontalAdvance(name) for name, _, _ in self._bars), self.width() // 2
        )
        left, right = names + length(8), self.width() - widest - length(8)
        largest = max(share for _, share, _ in self._bars) or 1.0
        row = self._row()
        for place, ((name, share, letter), figure) in enumerate(
            zip(self._bars, figures, strict=True)
        ):
            top = place * row
            line = QRectF(0, top, self.width(), row)
            painter.setPen(QColor(colours.ink))
            middle = Qt.AlignmentFlag.AlignVCenter
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, shown)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, figure)
            colour = colours.control if letter is None else colours.scenario(letter)
            width = max((right - left) * share / largest, 0.0)
            painter.fillRect(QRectF(left, top + row * 0.28, width, row * 0.44), QColor(colour))

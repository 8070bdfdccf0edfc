"""The key to the map's scale: six shades between nought and the largest number on the map."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from modeller.base.language import translate
from modeller.wording.by_place import share_words
from modeller.wording.numbers import short_figure
from ui.look import accessibility
from ui.look.style import theme
from ui.places.shades import CLASSES, shades
from ui.places.where_data import Shown

HEIGHT = 18


class Legend(QWidget):
    """The key: from nought to the largest value on the map."""

    accessible_role = accessibility.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        accessibility.install()
        super().__init__(parent)
        self.setObjectName("map-legend")
        self.setAccessibleName(translate("Places", "Scale of the map"))
        self._letter: str | None = None
        self._ends = ("", "")
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, shown: Shown) -> None:
        """Draw another scale."""
        self._letter = shown.letter
        last = (
            short_figure(shown.largest, shown.largest, shown.largest, shown.measure.outcome)
            if shown.measure.outcome
            else share_words(shown.largest)
        )
        self._ends = ("0", last)
        self._words = translate("Places", shown.measure.label)
        if shown.of == "difference":
            self._words = translate(
                "Places",
                "{measure}: the size of the difference; grey where less",
                measure=self._words,
            )
        self.setAccessibleDescription(f"{self._words}: {self._ends[0]}–{self._ends[1]}")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().length(240), theme().length(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Swatches between the ends of the scale."""
        painter, colours, length = QPainter(self), theme().colours, theme().length
        painter.setFont(theme().font("note"))
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        x = 0.0

        def write(text: str) -> None:
            nonlocal x
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), middle, text)
            x += metrics.horizontalAdvance(text) + length(6)

        write(self._words)
        write(self._ends[0])
        side = length(12)
        for shade in shades(colours, self._letter)[:CLASSES]:
            box = QRectF(x, (self.height() - side) / 2, length(20), side)
            painter.fillRect(box, QColor(shade.ground))
            painter.setPen(QColor(colours.hairline))
            painter.drawRect(box)
            x += length(20)
        x += length(6)
        write(self._ends[1])

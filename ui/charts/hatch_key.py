"""What hatching means, beside a swatch of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from modeller.base.language import translate
from ui.charts.hatching import STEP, fill_hatched
from ui.look.elided_line import ElidedLine
from ui.look.style import HATCH, OUTER, theme

_BEFORE, _WIDTH, _AFTER, _HEIGHT = 1, 16, 5, 10


class HatchKey(ElidedLine):
    """A swatch and a few words; empty unless something is hatched."""

    def __init__(self, parent: QWidget) -> None:
        self._emphasis = 1.0
        super().__init__(parent)
        self.setObjectName("hatched")

    def set_emphasis(self, emphasis: float) -> None:
        """Make the swatch and the words that many times as large."""
        self._emphasis = emphasis
        self.setContentsMargins(self._length(_BEFORE + _WIDTH + _AFTER), 0, 0, 0)

    def _length(self, pixels: float) -> int:
        return theme().length(self._emphasis * pixels)

    def set_shown(self, shown: bool) -> None:
        """Show the key, or hide it."""
        self.set_whole(translate("Charts", "hatched: beyond anything tried") if shown else "")
        self._keep_room()
        self.setVisible(shown)

    def _keep_room(self) -> None:
        """Keep room for the shortest words: a swatch alone explains nothing."""
        shortest = QFontMetrics(self.font()).horizontalAdvance(translate("Charts", "never tried"))
        self.setMinimumWidth(self._length(_BEFORE + _WIDTH + _AFTER) + shortest + 2)

    def _shown(self) -> str:
        """As many words as there is room for: the swatch stands for the first of them."""
        width = QFontMetrics(self.font()).horizontalAdvance
        for text in (
            translate("Charts", "beyond anything tried"),
            translate("Charts", "never tried"),
        ):
            if self.whole and width(text) <= self.contentsRect().width():
                return text
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the swatch, then the words."""
        super().paintEvent(event)
        if not self.whole:
            return
        colours, length = theme().colours, self._length
        with QPainter(self) as painter:
            middle = QPointF(length(_BEFORE + _WIDTH / 2), self.height() / 2)
            swatch = QRectF(0, 0, length(_WIDTH), length(_HEIGHT))
            swatch.moveCenter(middle)
            tints = (colours.tint(colours.ink, OUTER), colours.tint(colours.ink, OUTER + HATCH))
            fill_hatched(painter, QPolygonF(swatch), *tints, length(STEP))

    def _restyle(self) -> None:
        self.setContentsMargins(self._length(_BEFORE + _WIDTH + _AFTER), 0, 0, 0)
        super()._restyle()
        if self.whole:
            self._keep_room()

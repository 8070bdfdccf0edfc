"""The pages of a document as they will be on paper, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from modeller.base.language import translate
from ui.look.style import theme

_GAP = 12
_KEPT = 6
"""Pages that stay drawn: those in sight and their neighbours."""
_WIDEST = 1_000


class PagesView(QScrollArea):
    """Shows pages that are given as PNG files; each is drawn when it comes into sight.

    A screen reader is told how many there are. What they say is read in the text beside them.
    """

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.sheets = _Sheets(self)
        self.setWidget(self.sheets)
        self._waiting = ""

    def wait(self, words: str) -> None:
        """Say, until there are pages, that they are being made."""
        self._waiting = words
        self.viewport().update()

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show these pages, where the last ones were scrolled to."""
        self.wait("")
        place = self.verticalScrollBar().value()
        self.sheets.take(pages, self.viewport().width())
        self.verticalScrollBar().setValue(place)
        self.setAccessibleDescription(
            translate("Briefing", "{count} pages, as they will be on paper", count=len(pages))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words that stand for pages to come; the pages paint themselves."""
        super().paintEvent(event)
        if self._waiting and self.sheets.empty:
            with QPainter(self.viewport()) as painter:
                painter.setFont(theme().font("title"))
                painter.setPen(QColor(theme().colours.ink))
                painter.drawText(
                    self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._waiting
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages are as wide as the view."""
        super().resizeEvent(event)
        self.sheets.fit(self.viewport().width())


class _Sheets(QWidget):
    """The pages below each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: tuple[bytes, ...] = ()
        self._shape = QSize(210, 297)
        self._drawn: dict[int, QPixmap] = {}
        self._width = 0

    @property
    def empty(self) -> bool:
        """Whether there are no pages yet."""
        return not self._pages

    def take(self, pages: Sequence[bytes], width: int) -> None:
        """Show other pages, all of the shape of the first."""
        self._pages = tuple(pages)
        if pages:
            self._shape = QImage.fromData(pages[0]).size()
        self._width = 0
        self.fit(width)

    def fit(self, width: int) -> None:
        """Take the size that the pages need in a view of that width."""
        width = min(width - 2 * theme().length(_GAP), theme().length(_WIDEST))
        if width == self._width or width <= 0:
            return
        self._width = width
        self._drawn.clear()
        step = self._height + theme().length(_GAP)
        self.resize(
            width + 2 * theme().length(_GAP), step * len(self._pages) + theme().length(_GAP)
        )
        self.update()

    @property
    def _height(self) -> int:
        return self._width * self._shape.height() // max(self._shape.width(), 1)

    def place(self, number: int) -> QRect:
        """Where a page is, from 0."""
        gap = theme().length(_GAP)
        return QRect(gap, gap + number * (self._height + gap), self._width, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self)
        for number in range(len(self._pages)):
            place = self.place(number)
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._pixmap(number))
                painter.setPen(QColor(theme().colours.hairline))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def _pixmap(self, number: int) -> QPixmap:
        known = self._drawn.pop(number, None)
        if known is None:
            ratio = self.devicePixelRatioF()
            # to the pixel, so that a page drawn in two goes has no seam
            image = QImage.fromData(self._pages[number]).scaled(
                round(self._width * ratio),
                round(self._height * ratio),
                mode=Qt.TransformationMode.SmoothTransformation,
            )
            known = QPixmap.fromImage(image)
            known.setDevicePixelRatio(ratio)
        self._drawn[number] = known  # the newest come last
        for old in list(self._drawn)[:-_KEPT]:
            del self._drawn[old]
        return known

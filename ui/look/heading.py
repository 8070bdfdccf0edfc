"""The head of a chart: the finding in at most two lines, and the quantity under it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.look.style import theme

LINES = 2
_RIGHT = Qt.TextElideMode.ElideRight
_LARGER = 1.08
"""A title's size against running text's; a title is also bold."""


def title_font(emphasis: float = 1.0) -> QFont:
    """The font of a finding."""
    return theme().font("body", bold=True, emphasis=_LARGER * emphasis)


class Heading(QWidget):
    """Title and subtitle, painted; room for two lines of title is kept, unless told otherwise.

    So the plots in a row of charts line up, and nothing jumps when a finding grows by a word during
    a drag. The subtitle follows the title's last line.
    """

    def __init__(self, parent: QWidget | None, emphasis: float = 1.0) -> None:
        super().__init__(parent)
        self.title = ""
        self.subtitle = ""
        self.caution = ""
        self.mark = ""
        self.short_mark = ""
        self._emphasis = emphasis
        self._kept = LINES
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._restyle)

    def set_text(
        self, title: str, subtitle: str, caution: str = "", mark: str = "", short_mark: str = ""
    ) -> None:
        """Show another finding; a caution goes into the tooltip, a mark is always shown.

        Parameters
        ----------
        short_mark
            What stands for the mark where the line is too short for it.
        """
        self.caution, self.short_mark = caution, short_mark
        before = (len(self.lines()), self.subtitle, self.mark)
        moved, self.title = title != self.title, title
        self.subtitle, self.mark = subtitle, mark
        if (len(self.lines()), subtitle, mark) != before:
            self.update()
        elif moved:  # while a lever is dragged only the finding changes
            self.update(0, 0, self.width(), self._title_height())

    def event(self, event: QEvent) -> bool:
        """Show in a tooltip what is cut off."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hidden_text(), self)
            return True
        return super().event(event)

    def hidden_text(self) -> str:
        """Title and subtitle if either does not fit, then the mark and the caution."""
        note = QFontMetricsF(theme().font("note", emphasis=self._emphasis))
        lines = self.lines()
        cut = bool(lines) and lines[-1] not in self.title
        cut = cut or note.horizontalAdvance(self.subtitle) > self.width()
        parts = (self.title, self.subtitle) if cut else ()
        return "\n".join((*parts, *filter(None, (self.mark, self.caution))))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def lines(self, width: float | None = None) -> list[str]:
        """The title broken into lines at `width`, the last cut short by an ellipsis if need be."""
        room = float(self.width() if width is None else width)
        return list(_broken(self.title, room, self._emphasis, theme().scale, self._kept))

    def lines_needed(self) -> int:
        """How many lines the title takes at this width, one or two."""
        room = float(self.width())
        return max(1, len(_broken(self.title, room, self._emphasis, theme().scale, LINES)))

    def keep_lines(self, lines: int) -> None:
        """Keep room for that many lines of title."""
        if lines != self._kept:
            self._kept = lines
            self._restyle()

    def _title_height(self) -> int:
        title = QFontMetricsF(title_font(self._emphasis))
        return round(len(self.lines()) * title.height() + theme().length(1))

    def height_needed(self) -> int:
        """The height of the title lines kept, one line of subtitle, and a little space."""
        title = QFontMetricsF(title_font(self._emphasis))
        note = QFontMetricsF(theme().font("note", emphasis=self._emphasis))
        return round(self._kept * title.height() + note.height() + theme().length(4))

    def sizeHint(self) -> QSize:
        """As tall as it ever gets."""
        return QSize(theme().length(200), self.height_needed())

    def minimumSizeHint(self) -> QSize:
        """As tall as it ever gets: only the width may shrink."""
        return QSize(theme().length(80), self.height_needed())

    def shown_subtitle(self, width: float, *, marked: bool = True) -> tuple[str, str]:
        """Subtitle and mark as there is room for them.

        The subtitle loses its last parts first; then the short mark takes the mark's place. A mark
        has no less than half the line, a short one three quarters. A picture has room for a long
        mark at its foot, and is not `marked` here.
        """
        metrics = QFontMetricsF(theme().font("note", emphasis=self._emphasis))
        text, mark = self.subtitle, f" · {self.mark}" if self.mark and marked else ""
        while " · " in text and metrics.horizontalAdvance(text + mark) > width:
            text = text.rpartition(" · ")[0]
        least = width / 2
        if mark and self.short_mark and metrics.horizontalAdvance(text + mark) > width:
            mark, least = f" · {self.short_mark}", 3 * width / 4
        needed = metrics.horizontalAdvance(mark)
        left = max(width - metrics.horizontalAdvance(text), min(needed, least))
        text = metrics.elidedText(text, _RIGHT, width - min(left, needed))
        return text, metrics.elidedText(mark, _RIGHT, left)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title, then the subtitle."""
        painter = QPainter(self)
        below = event.rect().bottom() >= self._title_height()
        self.draw(painter, QRectF(self.rect()), subtitled=below)
        painter.end()

    def draw(
        self, painter: QPainter, area: QRectF, *, marked: bool = True, subtitled: bool = True
    ) -> None:
        """Paint into `area`, on the screen or in a picture."""
        colours = theme().colours
        font = title_font(self._emphasis)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        y = area.top()
        for line in self.lines(area.width()):
            painter.drawText(QPointF(area.left(), y + metrics.ascent()), line)
            y += metrics.height()
        if not subtitled:
            return
        font = theme().font("note", emphasis=self._emphasis)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        text, mark = self.shown_subtitle(area.width(), marked=marked)
        place = QPointF(area.left(), y + theme().length(2) + metrics.ascent())
        painter.setPen(QColor(colours.muted))
        painter.drawText(place, text)
        painter.setPen(QColor(colours.ink))
        painter.drawText(place + QPointF(metrics.horizontalAdvance(text), 0.0), mark)


@lru_cache(maxsize=64)
def _broken(title: str, room: float, emphasis: float, _scale: float, lines: int) -> tuple[str, ...]:
    """A title in lines, broken when it is set rather than at each painting."""
    if not title:
        return ()
    font = title_font(emphasis)
    layout = QTextLayout(title, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(room, 1.0))
        start, length = line.textStart(), line.textLength()
        if len(found) == lines - 1:
            rest = title[start:]
            found.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, room))
        else:
            found.append(title[start : start + length].rstrip())
    layout.endLayout()
    return tuple(found)

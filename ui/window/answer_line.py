"""The answer in one sentence, above the charts: it rewrites itself as levers move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from modeller.records import past_year_for
from modeller.wording import AnswerPart, Projected, answer_parts
from ui.desk.session import Session
from ui.desk.throttled_text import ThrottledText
from ui.look.running_text import plain_tip
from ui.look.style import Text, theme

LINES = 2
"""Lines that it keeps room for, so that nothing jumps when the sentence gets longer."""
_NARROW_LINES = 3
_TOLD_MILLISECONDS = 6000
"""How long it tells of a change that moved none of the counts."""
_ROOM_FOR_CUT = 3
"""How many characters … takes the place of."""
_SIZES: tuple[tuple[Text, float], ...] = (("title", 1.0), ("body", 1.15), ("body", 1.0))
"""Sizes: the largest in which the sentence fits its lines is used; if none does, it wraps on."""


class AnswerLine(QLabel):
    """One sentence with its figures in bold. Writing it anew does not repeat the layout."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._parts: tuple[AnswerPart, ...] = ()
        self._whole: tuple[AnswerPart, ...] = ()
        self._forget = QTimer(self, singleShot=True, interval=_TOLD_MILLISECONDS)
        self._forget.timeout.connect(self._forgotten)
        self._least = self._lines = LINES
        self._most: int | None = None
        self._size = 0
        self._layout = QTextLayout()
        self.setObjectName("answer")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._before: dict[bool, Projected] = {}
        self._last: Projected | None = None
        self._document = -1
        self._complete = True
        session.gesture_changed.connect(self._gesture_changed)
        session.results_changed.connect(self._results_changed)
        ThrottledText.of(session).add(self.refresh)
        theme().changed.connect(self._restyle)

    @property
    def whole(self) -> str:
        """The sentence as plain text."""
        return "".join(part.text for part in self._whole)

    def set_room(self, *, narrow: bool, low: bool, short: bool) -> None:
        """Keep room for more lines where they are short; in a low window only for those needed.

        If it has to be short it is one line, which ends after a whole figure and ….
        """
        self._least = 1 if low else _NARROW_LINES if narrow else LINES
        self._most = 1 if short else None
        self._arrange()

    def set_complete(self, complete: bool) -> None:
        """Write the sentence, or wait with it: the officers lost need a projection of their own."""
        self._complete = complete
        self.refresh()

    def refresh(self) -> None:
        """Write the newest result."""
        result = self._session.result
        if result is not None and self._complete:
            scenario, before = result.scenario, self._comparable(result)
            past = past_year_for(scenario.record, scenario.profile)
            parts = answer_parts(result, past, before)
            tells = before is not None and parts != answer_parts(result, past)
            if tells and not self._fits(parts):
                # a change told for a moment takes the past year's place, so that nothing jumps
                self._show(answer_parts(result, None, before), parts)
            else:
                self._show(parts, parts)

    def _fits(self, parts: Sequence[AnswerPart]) -> bool:
        """Whether the parts fit into the lines in the smallest size."""
        text, emphasis = _SIZES[-1]
        font = theme().font(text, emphasis=emphasis)
        return _laid_out(parts, font, self.width()).lineCount() <= self._lines

    def _comparable(self, result: Projected) -> Projected | None:
        """What was projected before the last change; live if the result is live, else settled."""
        if self._session.dragging:
            return self._before.setdefault(False, result)
        before = self._before.get(True) if _settled(result) else None
        # a handle that was held and not moved, or moved back, has changed nothing
        return None if before is None or before.scenario == result.scenario else before

    def _gesture_changed(self, held: bool) -> None:
        """Keep the projection from before while the handle is held and until the next change."""
        if held:
            self._before = {True: self._last} if self._last is not None else {}

    def _results_changed(self) -> None:
        """Write the sentence, unless a lever is being dragged, when it takes its turn."""
        result = self._session.result
        if self._session.dragging or result is None:
            return
        document = self._session.desk.current.document
        if document != self._document:  # another scenario was selected, but nothing was changed
            self._document, self._last, self._before = document, None, {}
        last, settled = self._last, _settled(result)
        if settled and (last is None or result.scenario != last.scenario):
            if last is not None:  # of two changes at the same moment, the second is the latest
                self._before = {True: last}
            self._last = result
        self.refresh()
        if settled and self._before:
            self._forget.start()

    def _forgotten(self) -> None:
        """Stop telling of the change, and write the ordinary sentence again."""
        self._before = {}
        self.refresh()

    def _show(self, parts: tuple[AnswerPart, ...], whole: tuple[AnswerPart, ...]) -> None:
        if parts == self._parts and whole == self._whole:
            return
        self._parts, self._whole = parts, whole
        self._arrange()
        if not self._session.dragging:
            self.setAccessibleName(self.whole)
        self.update()

    def _arrange(self) -> None:
        """Break the sentence into lines, in the largest size in which they are few enough.

        During a drag the size never grows and the height stays, so that nothing jumps.
        """
        held, font = self._session.dragging, theme().font()
        lines = self._lines if held else self._least
        needed = lines
        for size in range(self._size if held else 0, len(_SIZES)):
            text, emphasis = _SIZES[size]
            font = theme().font(text, emphasis=emphasis)
            self._layout = _laid_out(self._parts, font, self.width())
            self._size, needed = size, self._layout.lineCount()
            if needed <= lines:
                break
        cut = self._most is not None and needed > self._most
        if cut and self._most is not None:
            shown = _cut(self._parts, self._layout.lineAt(self._most).textStart() - _ROOM_FOR_CUT)
            self._layout, needed = _laid_out(shown, font, self.width()), self._most
        if not held:
            self.setToolTip(plain_tip(self.whole) if cut else "")
            if max(lines, needed) != self._lines:
                self._lines = max(lines, needed)
                self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sentence, centred from top to bottom."""
        height = self._layout.boundingRect().height()
        with QPainter(self) as painter:
            painter.setPen(QColor(theme().colours.ink))
            self._layout.draw(painter, QPointF(0.0, max(0.0, (self.height() - height) / 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """All its lines, in the size of running text."""
        text, emphasis = _SIZES[1]
        height = QFontMetrics(theme().font(text, emphasis=emphasis)).lineSpacing()
        return QSize(theme().length(320), self._lines * height)

    def minimumSizeHint(self) -> QSize:
        """It breaks anywhere."""
        return QSize(1, self.sizeHint().height())

    def _restyle(self) -> None:
        self._arrange()
        self.updateGeometry()
        self.update()


def _settled(result: Projected) -> bool:
    """Whether figures are settled, since they are compared only with figures of the same kind."""
    return bool(getattr(result, "settled", False))


def _cut(parts: Sequence[AnswerPart], length: int) -> tuple[AnswerPart, ...]:
    """The parts up to that many characters, as far as their last whole figure, followed by …"""
    text = "".join(part.text for part in parts)[:length]
    ends = (max(text.rfind(", "), text.rfind("; ")), text.rfind(" ("), length)
    length = next(end for end in ends if end > 0)
    found = []
    for part in parts:
        if length <= 0:
            break
        found.append(AnswerPart(part.text[:length], part.strong))
        length -= len(part.text)
    return (*found, AnswerPart(" …"))


def _laid_out(parts: Sequence[AnswerPart], font: QFont, width: int) -> QTextLayout:
    """The parts broken into lines of that width."""
    strong = QTextCharFormat()
    bold = QFont(font)
    bold.setBold(True)
    strong.setFont(bold)
    formats, at = [], 0
    for part in parts:
        if part.strong:
            marked = QTextLayout.FormatRange()
            marked.start, marked.length, marked.format = at, len(part.text), strong
            formats.append(marked)
        at += len(part.text)
    layout = QTextLayout("".join(part.text for part in parts), font)
    layout.setCacheEnabled(True)
    layout.setFormats(formats)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, top))
        top += line.height()
    layout.endLayout()
    return layout

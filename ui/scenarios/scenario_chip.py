"""A chip of the strip: one scenario's letter, colour, line, marker, title and marks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSizePolicy, QWidget

from modeller.base.language import translate
from modeller.scenario.fields import MAXIMUM_TITLE
from ui.look.running_text import plain_tip
from ui.look.style import CORNER, line_pen, marker, theme

_LINE, _GAP, _PADDING = 28, 6, 10
_COMMON_TITLE, _WIDEST_TITLE = 160, 240
_HEIGHT, _LOW_HEIGHT, _TITLE_HEIGHT = 50, 32, 30
"""Heights of a whole chip, of one without its second line (the outcomes), and of the first."""


@dataclass(frozen=True)
class ChipState:
    """What a chip shows; `outcomes` say the same in ever fewer words, the longest first."""

    letter: str
    title: str
    selected: bool = False
    baseline: bool = False
    visible: bool = True
    unsaved: bool = False
    outcomes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What the chip shows, in words for a screen reader and the tooltip."""
        marks = [
            (translate("Scenarios", "selected"), self.selected),
            (translate("Scenarios", "baseline"), self.baseline),
            (translate("Scenarios", "hidden"), not self.visible),
            (translate("Scenarios", "not saved"), self.unsaved),
        ]
        return ", ".join(
            [
                f"{self.letter}, {self.title}",
                *(word for word, is_so in marks if is_so),
                *self.outcomes[:1],
            ]
        )


class Chip(QAbstractButton):
    """A scenario to be selected; its title can be edited in place.

    Signals
    -------
    title_typed
        Another title was written.
    toggle_asked
        The dot was pressed, or H: show the scenario, or hide it.
    move_asked
        −1 or 1: the chip was dragged past its neighbour, or Ctrl+Shift+arrow was pressed.
    close_asked
        Delete was pressed.
    """

    title_typed = Signal(str)
    toggle_asked = Signal()
    move_asked = Signal(int)
    close_asked = Signal()

    def __init__(self, state: ChipState, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = state
        self._pressed_at: QPoint | None = None
        self._editor: QLineEdit | None = None
        self._low = False
        self.setObjectName(f"chip-{state.letter}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._restyle)
        self.set_state(state)

    def set_low(self, low: bool) -> None:
        """Show one line, or a second one with the outcomes; the tooltip always has them."""
        self._low = low
        self._restyle()

    def _whole_height(self) -> int:
        return theme().length(_LOW_HEIGHT if self._low else _HEIGHT)

    def set_state(self, state: ChipState) -> None:
        """Show a new state of the same scenario."""
        self.state = state
        self.setText(state.title)
        words = translate("Scenarios", "{words}\nDouble-click or F2 to rename", words=state.words)
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(state.words)
        self.setAccessibleDescription(translate("Scenarios", "Enter selects it, F2 renames it"))
        self._restyle()

    # ---- size and paint

    def _font_metrics(self) -> QFontMetrics:
        return QFontMetrics(theme().font("body", bold=self.state.selected))

    def _note_metrics(self) -> QFontMetrics:
        return QFontMetrics(theme().font("note"))

    def _marks(self) -> list[str]:
        marks = [
            (translate("Scenarios", "baseline"), self.state.baseline),
            (translate("Scenarios", "not saved"), self.state.unsaved),
        ]
        title = self.state.title.casefold()  # “Baseline” needs no mark
        return [word for word, is_so in marks if is_so and word.casefold() != title]

    def _fixed_width(self) -> int:
        """Everything but the title and the marks."""
        length = theme().length
        letter = self._font_metrics().horizontalAdvance("D")
        return 2 * length(_PADDING) + letter + length(_LINE) + 3 * length(_GAP) + length(20)

    def _marks_width(self) -> int:
        marks = " · ".join(self._marks())
        width = self._note_metrics().horizontalAdvance(marks) + theme().length(_GAP) + 2
        return width if marks else 0

    def _title_width(self) -> int:
        title = self._font_metrics().horizontalAdvance(self.state.title) + 2
        return min(title, theme().length(_WIDEST_TITLE))

    def sizeHint(self) -> QSize:
        """Room for most titles in full, and for the marks."""
        width = self._fixed_width() + self._title_width() + self._marks_width()
        note = self._note_metrics()
        outcomes = max((note.horizontalAdvance(each) for each in self.state.outcomes), default=0)
        return QSize(max(width, self._outcomes_left() + outcomes + 8), self._whole_height())

    def _outcomes_left(self) -> int:
        return theme().length(_PADDING)

    def needed_width(self) -> int:
        """Room for a title of common length, without the marks."""
        title = min(self._title_width(), theme().length(_COMMON_TITLE))
        return self._fixed_width() + title

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters of the title; the tooltip also has the marks."""
        return QSize(self._fixed_width() + theme().length(36), self._whole_height())

    def _title_height(self) -> int:
        return theme().length(_TITLE_HEIGHT)

    def _dot_rect(self) -> QRect:
        side = theme().length(24)
        x = self.width() - theme().length(_PADDING // 2) - side
        return QRect(x, (self._title_height() - side) // 2, side, side)

    def _title_rect(self) -> QRect:
        length = theme().length
        letter = self._font_metrics().horizontalAdvance("D")
        left = length(_PADDING) + letter + length(_LINE) + 2 * length(_GAP)
        room = max(self.width() - self._fixed_width(), 1)
        with_marks = room - self._marks_width()
        whole = with_marks >= self._title_width()
        return QRect(left, 0, with_marks if whole else room, self._title_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint letter, a piece of line with its marker, title, marks and dot."""
        colours, length, state = theme().colours, theme().length, self.state
        colour = QColor(colours.scenario(state.letter))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        corner = length(CORNER)
        if state.selected or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(frame, corner, corner)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, corner, corner)
        ink = QColor(colours.ink if state.visible or state.selected else colours.muted)
        middle = self._title_height() / 2
        painter.setFont(theme().font("body", bold=state.selected))
        painter.setPen(QColor(colours.scenario_text(state.letter)))
        left = length(_PADDING)
        letter_width = self._font_metrics().horizontalAdvance("D")
        painter.drawText(
            QRect(left, 0, letter_width + 2, self._title_height()),
            Qt.AlignmentFlag.AlignVCenter,
            state.letter,
        )
        line_left = left + letter_width + length(_GAP)
        painter.setPen(line_pen(state.letter, colour.name(), 2 * theme().scale))
        painter.drawLine(QPointF(line_left, middle), QPointF(line_left + length(_LINE), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        centre = QPointF(line_left + length(_LINE) / 2, middle)
        painter.drawPath(marker(state.letter, centre, length(8)))
        title = self._title_rect()
        painter.setPen(ink)
        text = self._font_metrics().elidedText(
            state.title, Qt.TextElideMode.ElideRight, title.width() + 1
        )
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, text)
        left = title.left() + self._font_metrics().horizontalAdvance(text) + length(_GAP)
        beside = QRect(left, 0, self._dot_rect().left() - left + length(_GAP), self._title_height())
        words = self._marks()
        marks = (" · ".join(words), *words[:1])
        note = self._note_metrics()
        shown = next((m for m in marks if note.horizontalAdvance(m) <= beside.width()), "")
        painter.setFont(theme().font("note"))
        painter.setPen(QColor(colours.muted))
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, shown)
        under = QRect(
            self._outcomes_left(),
            self._title_height() - length(4),
            self.width() - self._outcomes_left() - length(4),
            note.height() + 2,
        )
        said = () if self._low else state.outcomes
        fitting = (o for o in said if note.horizontalAdvance(o) <= under.width())
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, next(fitting, ""))
        self._paint_dot(painter, colour)
        if state.selected:
            painter.fillRect(
                QRectF(corner, self.height() - length(3), self.width() - 2 * corner, length(2)),
                colour,
            )
        painter.end()

    def _paint_dot(self, painter: QPainter, colour: QColor) -> None:
        """Paint a disc when the scenario's lines are shown, a ring when they are hidden."""
        shown = self.state.visible or self.state.selected
        painter.setPen(QPen(colour, 1.5 * theme().scale))
        painter.setBrush(colour if shown else Qt.BrushStyle.NoBrush)
        radius = 4 * theme().scale
        painter.drawEllipse(QPointF(self._dot_rect().center()), radius, radius)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # ---- what the user does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The dot shows or hides the scenario's lines; the rest selects the scenario."""
        position = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._dot_rect().contains(position):
            self.toggle_asked.emit()
            return
        self._pressed_at = position
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Change places with a neighbour when dragged past the chip's own edge."""
        if self._pressed_at is None:
            return
        position = event.position().toPoint()
        far = abs(position.x() - self._pressed_at.x()) > QApplication.startDragDistance()
        if far and not -4 <= position.x() <= self.width() + 4:
            self._pressed_at = None
            self.setDown(False)
            self.move_asked.emit(-1 if position.x() < 0 else 1)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        if self._pressed_at is not None:
            self._pressed_at = None
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click renames."""
        self.rename()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, H hides, Delete closes, Ctrl+Shift+arrows move, Enter selects."""
        key, modifiers = event.key(), event.modifiers()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        arrows = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key == Qt.Key.Key_F2:
            self.rename()
        elif key == Qt.Key.Key_H and modifiers == Qt.KeyboardModifier.NoModifier:
            self.toggle_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Delete:
            self.close_asked.emit()
        elif key in arrows and modifiers == both:
            self.move_asked.emit(arrows[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    # ---- renaming

    def rename(self) -> None:
        """Edit the title in place; Enter accepts, Escape cancels."""
        if self._editor is not None:
            return
        editor = _TitleEdit(self.state.title, self)
        editor.finished.connect(self._finish_renaming)
        self._editor = editor
        self._place_editor()
        editor.show()
        editor.selectAll()
        editor.setFocus()

    def _place_editor(self) -> None:
        if self._editor is not None:
            edge = theme().length(2)
            right = self.width() - edge - self._title_rect().left()
            self._editor.setGeometry(
                self._title_rect().left() - edge, edge, right, self._title_height() - 2 * edge
            )

    def _finish_renaming(self, keep: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        title = " ".join(editor.text().split())
        editor.hide()
        editor.deleteLater()
        self.setFocus()
        if keep and title and title != self.state.title:
            self.title_typed.emit(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the editor over the title."""
        super().resizeEvent(event)
        self._place_editor()


class _TitleEdit(QLineEdit):
    """The editor of a title; emits `finished` once: True for Enter or leaving, False for Escape."""

    finished = Signal(bool)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setObjectName("title")
        self.setMaxLength(MAXIMUM_TITLE)
        self.setAccessibleName(translate("Scenarios", "Title of the scenario"))
        self.editingFinished.connect(lambda: self.finished.emit(True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps the old title."""
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit(False)
        else:
            super().keyPressEvent(event)
            event.accept()  # so that Enter does not also press the chip beneath

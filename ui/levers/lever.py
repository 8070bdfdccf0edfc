"""A lever: name and value on one line, the track under it, and what the user can do to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from modeller.base.language import translate
from modeller.evidence import Source
from modeller.model.catalogue import Belief, Lever
from ui.levers.help_card import HelpCard
from ui.levers.lever_layout import MARGIN, Face, laid_out
from ui.levers.lever_words import back_words, ends_words, schedule_words
from ui.levers.steps import stepped
from ui.levers.track import Track
from ui.levers.value_edit import ValueEdit
from ui.look.accessibility import in_order
from ui.look.notices import announce
from ui.look.quantity import bare_text, read_value, value_text
from ui.look.round_buttons import GlyphButton
from ui.look.style import theme

_MOST_MEASURED = 64


class LeverWidget(QWidget):
    """A choice, circumstance or belief that can be dragged, stepped and typed.

    Its object name is the catalogue's key; its children are named "track", "value", "minus",
    "plus", "help", "reset" and, for what can change over time, "over-time".

    Signals
    -------
    drag_started
        The handle was taken, or a key is being held down. A `value_committed` always follows.
    value_changing
        The value during a drag, many times a second.
    value_committed
        The value at the end of a drag or after any single change.
    reset_asked
        Back to the baseline, or to the evidence. Spread and schedule go too; as they are not kept
        here, the receiver changes the setting.
    schedule_asked
        The text of a schedule or the clock beside it was clicked.
    page_asked
        The page about a belief is wanted.
    all_asked
        Every scenario is to have this one's setting.
    """

    drag_started = Signal()
    value_changing = Signal(float)
    value_committed = Signal(float)
    reset_asked = Signal()
    schedule_asked = Signal()
    page_asked = Signal()
    all_asked = Signal()

    def __init__(
        self,
        slider: Lever | Belief,
        sources: Mapping[str, Source],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.slider = slider
        self._sources = sources
        self._schedule: tuple[tuple[int, float], ...] = ()
        self._first_day: date | None = None
        self._spread_note = ""
        self._counted_note = ""
        self._follows = True
        self._others_note = ""
        self._all: QToolButton | None = None
        self._message = ""
        self._widest = 0
        self._height = -1
        self._unit_apart = False
        self._ends_words = ends_words(slider)
        self._measured: dict[tuple[object, ...], tuple[dict[str, QRect], int]] = {}
        self._arranged: dict[str, QRect] | None = None
        self.setObjectName(slider.key)
        self.label = QLabel(slider.label, self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.note = QLabel(self)
        self.note.setObjectName("note")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.value_edit = ValueEdit(self)
        self.value_edit.setObjectName("value")
        self.value_edit.setAccessibleName(
            translate("Lever", "{label}, type a value", label=slider.label)
        )
        self.minus = GlyphButton(
            "minus", translate("Lever", "Less: {label}", label=slider.label), self
        )
        self.plus = GlyphButton(
            "plus", translate("Lever", "More: {label}", label=slider.label), self
        )
        self.help_button = GlyphButton(
            "help", translate("Lever", "About {label}", label=slider.label), self
        )
        back = back_words(slider)
        self.reset_button = GlyphButton("reset", back, self, dotted=True)
        self._name_reset()
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button, name in (
            (self.minus, "minus"),
            (self.plus, "plus"),
            (self.help_button, "help"),
            (self.reset_button, "reset"),
        ):
            button.setObjectName(name)
        self.clock = self._clock()
        for button in (self.minus, self.plus):
            button.setAutoRepeat(True)
            button.setAutoRepeatDelay(400)
            button.setAutoRepeatInterval(60)
        self.track = Track(slider, self)
        self.track.setObjectName("track")
        self.label.setBuddy(self.track)
        self.setFocusProxy(self.track)
        in_order(self.label, self.track, self.value_edit, self.minus, self.plus)
        in_order(self.reset_button, self.help_button)
        in_order(*filter(None, (self.clock, self.note)))
        self.setSizePolicy(_policy())
        self._connect()
        self._restyle()

    def _clock(self) -> GlyphButton | None:
        """The button for a value that changes over time; a belief has one value for all weeks."""
        if isinstance(self.slider, Belief):
            return None
        name = translate("Lever", "{label}: change over time…", label=self.slider.label)
        clock = GlyphButton("clock", name, self)
        clock.setObjectName("over-time")
        clock.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        clock.clicked.connect(self.schedule_asked)
        return clock

    def _connect(self) -> None:
        self.track.drag_started.connect(self._drag_started)
        self.track.value_changing.connect(self._changing)
        self.track.value_committed.connect(self._committed)
        self.track.typing_started.connect(self._start_typing)
        self.track.help_asked.connect(self.show_help)
        self.track.reset_asked.connect(self._reset)
        self.minus.clicked.connect(lambda: self.track.step(-1))
        self.plus.clicked.connect(lambda: self.track.step(1))
        self.help_button.clicked.connect(self.show_help)
        self.reset_button.clicked.connect(self._reset)
        self.value_edit.typed.connect(self._typed)
        self.value_edit.textEdited.connect(self._edited)
        self.value_edit.left.connect(self._leave_typing)
        self.value_edit.selectionChanged.connect(self._open_schedule)
        theme().changed.connect(self._restyle)

    # ---- called by the rest of the window

    def value(self) -> float:
        """The value shown, in the catalogue's unit."""
        return self.track.amount

    def setValue(self, value: float) -> None:
        """Show `value`; nothing is emitted."""
        self._message = ""
        self.track.set_amount(value)
        self._refresh()

    def set_slider(self, slider: Lever | Belief) -> None:
        """Take the same lever's figures from another record: baseline and evidence."""
        if slider is not self.slider:
            self.slider = self.track.slider = slider
            self._ends_words = ends_words(slider)
            self._name_reset()
            self._restyle()

    def _name_reset(self) -> None:
        # the same name for eye and ear: a screen reader would say both if they differed
        name = f"{self.slider.label}. {back_words(self.slider)}"
        self.reset_button.setToolTip(name)
        self.reset_button.setAccessibleName(name)

    def set_schedule(self, steps: Sequence[tuple[int, float]]) -> None:
        """Show that the lever follows a schedule of (from week, value); empty for a plain number.

        The track then shows where the values lie and cannot be dragged.
        """
        if tuple(steps) == self._schedule:
            return
        self._schedule = tuple(steps)
        self.track.set_stops(tuple(value for _, value in self._schedule))
        self.value_edit.setReadOnly(bool(steps))
        for button in (self.minus, self.plus):
            button.setEnabled(not steps)
        self._refresh()

    def set_following(self, following: bool) -> None:
        """Say whether the lever still follows another, and so counts as unchanged at any value."""
        if following != self._follows:
            self._follows = following
            self._refresh()

    def set_first_day(self, day: date) -> None:
        """Say on which day week 1 begins, so that a schedule can be told in dates."""
        if day != self._first_day:
            self._first_day = day
            self._refresh()

    def set_spread_note(self, text: str) -> None:
        """Say under the track what was done to a belief's spread, as in "exactly known"."""
        if text != self._spread_note:
            self._spread_note = text
            self._refresh()

    def set_counted_note(self, text: str) -> None:
        """Say on how few cases a share rests, under its track and in its help."""
        if text != self._counted_note:
            self._counted_note = text
            self._refresh()

    def set_others_note(self, text: str) -> None:
        """Say that other scenarios have another setting, and offer this one to all."""
        if text == self._others_note:
            return
        self._others_note = text
        if text and self._all is None:
            self._all = button = QToolButton(self)
            button.setObjectName("apply-to-all")
            button.setText(translate("Lever", "Apply to all scenarios"))
            button.setAccessibleName(
                translate("Lever", "{label}: apply to all scenarios", label=self.slider.label)
            )
            button.setProperty("link", True)
            button.setFont(theme().font("note"))
            button.clicked.connect(self.all_asked)
        if self._all is not None:
            self._all.setVisible(bool(text))
        self._refresh()

    @property
    def changed(self) -> bool:
        """Whether the setting differs from the baseline, or from the evidence."""
        if isinstance(self.slider, Lever) and self.slider.follows:
            return not self._follows
        moved = self.value() != float(self.slider.baseline)
        return moved or bool(self._schedule) or bool(self._spread_note)

    @property
    def message(self) -> str:
        """What is wrong with the text that was typed, or nothing."""
        return self._message

    def show_help(self) -> None:
        """Open the card of the "?"."""
        card = HelpCard(self.slider, self._sources, self, self._counted_note)
        card.page_asked.connect(self.page_asked)
        card.show_beside(self)

    # ---- what the user does

    def _drag_started(self) -> None:
        self._message = ""
        self.drag_started.emit()

    def _changing(self, value: float) -> None:
        self._refresh()
        self.value_changing.emit(value)

    def _committed(self, value: float) -> None:
        self._message = ""
        self._refresh()
        self.value_committed.emit(value)

    def _reset(self) -> None:
        if self.changed:
            self.track.setFocus()  # the button disappears, and the focus must not be lost
            self.reset_asked.emit()

    def _start_typing(self, text: str) -> None:
        if self._schedule:
            self.schedule_asked.emit()
            return
        self.value_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.value_edit.setText(text)
            self.value_edit.setModified(True)
            self._arrange()

    def _edited(self) -> None:
        """Make room for what is typed; a fault goes with the text that had it, as after Undo."""
        if self._message and self.value_edit.text() == self._value_words():
            self._message = ""
            self._refresh()
        else:
            self._arrange()

    def _typed(self, text: str) -> None:
        if not self.value_edit.isModified():
            self.track.setFocus()
            return
        before = self.value()
        try:
            value = read_value(self.slider, text)
        except ValueError as problem:
            self._message = str(problem)
            announce(self.value_edit, self._message, urgent=True)
            self._refresh(keep_text=self.value_edit.hasFocus())
            return
        self._message = ""
        self.track.set_amount(value)
        if self.value_edit.hasFocus():
            self.track.setFocus()
        self._refresh()
        if value != before:
            self.value_committed.emit(value)

    def _leave_typing(self) -> None:
        self._message = ""
        self.value_edit.setModified(False)
        self._refresh()
        self.track.setFocus()

    def _open_schedule(self) -> None:
        if self._schedule and self.value_edit.hasFocus():
            self.track.setFocus()
            self.schedule_asked.emit()

    # ---- painting and layout

    def _restyle(self) -> None:
        colours = theme().colours
        self.label.setFont(theme().font("body"))
        self.note.setFont(theme().font("note"))
        self.value_edit.setFont(theme().font("body", bold=True))
        if self._all is not None:
            self._all.setFont(theme().font("note"))
        self.label.setStyleSheet(f"color: {colours.ink}")
        # room for the widest value, so that the label does not wrap anew during a drag
        metrics, slider = QFontMetrics(self.value_edit.font()), self.slider
        ends = (slider.minimum, slider.maximum, float(slider.baseline))
        values = [*ends, stepped(slider, ends[1], -1), stepped(slider, ends[0], 1)]
        if slider.scale == "log":
            values = [ends[2]]  # the far end is seldom set, and three digits longer
        self._measured.clear()
        self._widest = max(metrics.horizontalAdvance(value_text(slider, v)) for v in values) + 6
        self._refresh()

    def _value_words(self) -> str:
        words = bare_text if self._unit_apart else value_text
        text = words(self.slider, self.value())
        if self._schedule:
            first, last = self._schedule[0][1], self._schedule[-1][1]
            text = f"{bare_text(self.slider, first)} → {words(self.slider, last)}"
        return text

    def _too_wide(self) -> bool:
        """Whether value and unit have no room on one line even without the label."""
        metrics = QFontMetrics(self.value_edit.font())
        shown = metrics.horizontalAdvance(value_text(self.slider, self.value())) + 6
        return max(self._widest, shown) > self.width() - 2 * theme().length(MARGIN)

    def _refresh(self, *, keep_text: bool = False) -> None:
        """Update every text from the value; nothing else does."""
        self._unit_apart = self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self._too_wide()
        if not keep_text:
            self.value_edit.setText(self._value_words())
            self.value_edit.setModified(False)
            if self.value_edit.hasFocus():
                self.value_edit.selectAll()
        unit = self.slider.unit if self._unit_apart and not self.slider.counted_in.is_share else ""
        schedule = schedule_words(self._schedule, self._first_day) if self._schedule else ""
        notes = (self._counted_note, self._spread_note, self._others_note)
        lines = [self._message, unit, schedule, *notes]
        self.note.setText("\n".join(line for line in lines if line))
        self.note.setVisible(any(lines))
        colours = theme().colours
        ink = f"color: {colours.problem if self._message else colours.muted}"
        if self.note.styleSheet() != ink:  # setting it lays out the whole window again
            self.note.setStyleSheet(ink)
        wrong = bool(self._message)
        if self.value_edit.property("wrong") != wrong:
            self.value_edit.setProperty("wrong", wrong)
            self.value_edit.style().polish(self.value_edit)
        self.reset_button.setVisible(self.changed)
        self._describe()
        self._arrange()

    def _describe(self) -> None:
        slider = self.slider
        words = (
            f"{self._value_words()} {schedule_words(self._schedule, self._first_day)}"
            if self._schedule
            else ""
        )
        # without the value, which is spoken as it changes: a description that changes is spoken too
        sentences = [
            words,
            self._counted_note,
            self._spread_note,
            *self._ends_words,
            self.track.beyond_text() if slider.beyond_evidence(self.value()) else "",
        ]
        self.track.setAccessibleName(slider.label)
        said = translate("List", "; ").join(part for part in sentences if part)
        self.track.setAccessibleDescription(said)

    def _rects(self, width: int) -> tuple[dict[str, QRect], int]:
        """Where everything lies at `width`, and the height that takes; measured once."""
        shown = QFontMetrics(self.value_edit.font()).horizontalAdvance(self.value_edit.text())
        key = (width, shown, self.note.text(), self._others_note)
        known = self._measured.get(key)
        if known is None:
            if len(self._measured) >= _MOST_MEASURED:
                self._measured.clear()
            face = Face(
                self.slider.label,
                self.label.font(),
                self.value_edit.font(),
                self._widest,
                self.note.text(),
                self.note.font(),
                self._all.sizeHint() if self._others_note and self._all is not None else None,
            )
            known = self._measured[key] = laid_out(face, width, shown + 6)
        return known

    def _arrange(self) -> None:
        rects, height = self._rects(self.width())
        if rects is self._arranged:
            return
        self._arranged = rects
        if height != self._height:
            self._height = height
            self.updateGeometry()
        for name, widget in (
            ("label", self.label),
            ("help", self.help_button),
            ("value", self.value_edit),
            ("reset", self.reset_button),
            ("minus", self.minus),
            ("plus", self.plus),
            ("track", self.track),
        ):
            widget.setGeometry(rects[name])
        if self.clock is not None:
            self.clock.setGeometry(rects["clock"])
        self.note.setGeometry(rects.get("note", QRect()))
        if self._all is not None:
            self._all.setGeometry(rects.get("all", QRect()))
        row = rects["value"].height()
        rest = (row - QFontMetrics(self.label.font()).height()) // 2
        self.label.setContentsMargins(0, rest, 0, 0)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def hasHeightForWidth(self) -> bool:
        """A narrow lever is taller: its label wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at `width`."""
        return self._rects(width)[1]

    def sizeHint(self) -> QSize:
        """The size it has in the left column."""
        width = theme().length(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The narrowest at which the track can still be used."""
        width = theme().length(144)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        if self._unit_apart != self._too_wide():
            self._refresh(keep_text=self.value_edit.isModified())
        self._arrange()


def _policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy

"""The editor of a lever that changes over time: from which week it stands at which value."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from modeller.base.dates import read_day, short_date, week_begins, week_of
from modeller.base.errors import Problem
from modeller.base.language import translate, upper_first
from modeller.model.catalogue import MAXIMUM_WEEKS, Lever
from modeller.scenario.setting import LeverSetting, Schedule, Step, check_setting
from ui.look import accessibility
from ui.look.access_letters import letter_dialog
from ui.look.buttons import ok_or_cancel, push_button
from ui.look.dialogs import as_dialog, resize_within
from ui.look.figure_edit import FigureEdit, type_over
from ui.look.layouts import nested
from ui.look.quantity import range_text, read_value, value_text
from ui.look.round_buttons import GlyphButton
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.look.wheel import minds_the_wheel, only_scrolls

_INDEX = re.compile(r"\[(\d+)\]")


class StepPreview(QWidget):
    """A small picture of the steps over the projected weeks, over the lever's whole range."""

    accessible_role = accessibility.Role.Chart

    def __init__(self, lever: Lever, weeks: int, first: date, parent: QWidget) -> None:
        super().__init__(parent)
        accessibility.install()
        self._lever = lever
        self._first = first
        self._weeks = weeks
        self.steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Draw other steps."""
        self.steps = tuple(steps)
        words = ", ".join(
            translate(
                "Schedule",
                "{value} from {day} (week {week})",
                day=short_date(week_begins(self._first, step.from_week)),
                week=step.from_week,
                value=value_text(self._lever, step.value),
            )
            for step in self.steps
        )
        self.setAccessibleName(translate("Schedule", "Preview: {words}", words=words))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(theme().length(360), theme().length(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ends of the range, ends of the time, the line."""
        colours, length = theme().colours, theme().length
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("note"))
        metrics = painter.fontMetrics()
        lever = self._lever
        values = [step.value for step in self.steps]  # typed values may lie beyond the slider
        low, high = min(lever.minimum, *values), max(lever.maximum, *values)
        highest, lowest = value_text(lever, high), value_text(lever, low)
        left = max(metrics.horizontalAdvance(highest), metrics.horizontalAdvance(lowest))
        line = metrics.height()
        area = QRectF(self.rect()).adjusted(
            left + length(8), line / 2 + 2, -length(8), -line - length(4)
        )
        painter.setPen(QPen(QColor(colours.hairline), 1))
        for y in (area.top(), area.bottom()):
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QColor(colours.muted))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for y, text in ((area.top(), highest), (area.bottom(), lowest)):
            painter.drawText(QRectF(0, y - line / 2, left, line), right, text)
        below = QRectF(area.left(), self.height() - line, area.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, short_date(self._first))
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignRight,
            short_date(week_begins(self._first, self._weeks)),
        )
        if self.steps:
            painter.setPen(QPen(QColor(colours.accent), 2 * theme().scale))
            painter.drawPath(self._line(area, low, high))
        painter.end()

    def _line(self, area: QRectF, low: float, high: float) -> QPainterPath:
        path = QPainterPath()
        starts = [step for step in self.steps if step.from_week <= self._weeks]
        ends = [step.from_week - 1 for step in starts[1:]] + [self._weeks]
        for step, end in zip(starts, ends, strict=True):
            y = area.bottom() - area.height() * (step.value - low) / (high - low)
            x = area.left() + area.width() * (step.from_week - 1) / self._weeks
            point = QPointF(x, y)
            if path.elementCount() == 0:
                path.moveTo(point)
            else:
                path.lineTo(point)
            path.lineTo(QPointF(area.left() + area.width() * end / self._weeks, y))
        return path


class _StepRow:
    """The widgets of one step: its day and week, its value, a button to remove it, a message.

    Day and week say the same: whichever is set, the other follows. A day within a week means the
    week that begins nearest to it; a day without a year means the next such day.
    """

    def __init__(self, lever: Lever, step: Step, first: date, parent: QWidget) -> None:
        self._lever = lever
        self._first = first
        self._as_given = (value_text(lever, step.value), step.value)
        # made in the order in which Tab visits them
        self.day = FigureEdit(short_date(week_begins(first, step.from_week)), parent)
        self.week = QSpinBox(parent)
        type_over(self.week)
        self.week.setRange(1, MAXIMUM_WEEKS)
        self.week.setValue(step.from_week)
        self.week.setPrefix(translate("Schedule", "week "))
        self.day.setToolTip(translate("Schedule", "A day, such as {day}", day=short_date(first)))
        self.day.textEdited.connect(self._day_typed)
        self.week.valueChanged.connect(self._week_chosen)
        minds_the_wheel(self.week)
        self.value = FigureEdit(self._as_given[0], parent)
        self.remove = GlyphButton("minus", translate("Schedule", "Remove this step"), parent)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.message = RunningText(parent=parent, size="note", ink="problem")

    def _day_typed(self, text: str) -> None:
        with contextlib.suppress(ValueError):  # the fault is shown beside the row
            week = week_of(self._first, read_day(text, self._first))
            self.week.blockSignals(True)  # the day is left as it was typed
            self.week.setValue(week)
            self.week.blockSignals(False)

    def _week_chosen(self, week: int) -> None:
        self.day.setText(short_date(week_begins(self._first, week)))

    def begins(self) -> str:
        """A sentence if the day is not the first of its week; otherwise nothing.

        Raises
        ------
        ValueError
            With a sentence for the user, where the text is no day.
        """
        first = week_begins(self._first, self.week.value())
        if read_day(self.day.text(), self._first) == first:
            return ""
        return translate(
            "Schedule", "counts from {day}, when that week begins", day=short_date(first)
        )

    def read(self) -> float:
        """The value; one that was not touched keeps the digits that its text does not show.

        Raises
        ------
        ValueError
            With a sentence for the user.
        """
        text, value = self._as_given
        return value if self.value.text() == text else read_value(self._lever, self.value.text())

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All widgets of the row."""
        return (self.day, self.week, self.value, self.remove, self.message)


class ScheduleEditor(QDialog):
    """Steps as rows, a picture of them, and each fault beside its row.

    Parameters
    ----------
    lever
        What the schedule is of.
    setting
        The present setting; a number becomes one row.
    weeks
        Weeks projected, the width of the picture.
    first
        The first day of week 1.

    Signals
    -------
    chosen
        The new setting: a `Schedule`, or a number after "Back to a plain number".
    """

    chosen = Signal(object)

    def __init__(
        self,
        lever: Lever,
        setting: LeverSetting,
        weeks: int,
        first: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("schedule-editor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Schedule", "{label} over time", label=lever.label))
        self.lever = lever
        self._rows: list[_StepRow] = []
        self.setting: Schedule | None = None
        """The schedule as it stands; None while something is wrong."""
        self._first = first
        self.preview = StepPreview(lever, weeks, first, self)
        self._area = QWidget(self)
        self._grid = QGridLayout(self._area)
        self._grid.setColumnStretch(4, 1)
        scroll = QScrollArea(self)
        scroll.setWidget(self._area)
        only_scrolls(scroll)
        self.add_button = push_button(
            "add-step", translate("Schedule", "Add a step"), self, self.add_step
        )
        self.plain_button = push_button(
            "plain-number",
            translate("Schedule", "Back to a plain number"),
            self,
            self._choose_plain,
        )
        self.buttons = ok_or_cancel(self, self._choose)
        layout = QVBoxLayout(self)
        layout.addWidget(RunningText(self.windowTitle(), self, size="title", bold=True))
        limits = range_text(lever, lever.minimum, lever.maximum)
        scope = translate(
            "Schedule",
            "{limits}. A step holds until the next; phase-in does not apply to a schedule.",
            limits=limits,
        )
        layout.addWidget(RunningText(scope, self, size="note", ink="muted"))
        layout.addWidget(self.preview)
        layout.addWidget(scroll, 1)
        row = nested(layout, QHBoxLayout())
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(self.plain_button)
        layout.addWidget(self.buttons)
        as_dialog(layout)
        steps = setting.steps if isinstance(setting, Schedule) else (Step(1, setting),)
        for step in steps:
            self._append(step)
        self._check()
        letter_dialog(self)
        resize_within(self, 700, 480)
        self._rows[0].value.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def messages(self) -> tuple[str, ...]:
        """The message beside each row: what is wrong, or from when the step counts; often empty."""
        return tuple(row.message.text() for row in self._rows)

    def add_step(self) -> None:
        """Add a row after the last, in the middle of the time that is left."""
        last = self._rows[-1]
        week = min(last.week.value() + 13, MAXIMUM_WEEKS)
        try:
            value = last.read()
        except ValueError:
            value = self.lever.baseline
        self._append(Step(week, value))
        self._check()
        self._rows[-1].day.setFocus(Qt.FocusReason.TabFocusReason)  # which selects it

    def _append(self, step: Step) -> None:
        row = _StepRow(self.lever, step, self._first, self._area)
        self._rows.append(row)
        row.week.valueChanged.connect(self._check)
        row.day.textEdited.connect(self._check)
        row.value.textEdited.connect(self._check)
        row.value.editingFinished.connect(lambda: self._tidy(row))
        row.remove.clicked.connect(lambda: self._remove(row))
        self._arrange()
        for widget in row.widgets:
            widget.show()

    def _remove(self, row: _StepRow) -> None:
        at = self._rows.index(row)
        self._rows.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._arrange()
        self._check()
        self._rows[min(at, len(self._rows) - 1)].value.setFocus()

    def _arrange(self) -> None:
        """Put the rows in order and name their widgets."""
        for number, row in enumerate(self._rows):
            row.week.setAccessibleName(
                translate("Schedule", "Step {number}, from week", number=number + 1)
            )
            row.day.setAccessibleName(
                translate("Schedule", "Step {number}, from day", number=number + 1)
            )
            row.value.setAccessibleName(
                translate("Schedule", "Step {number}, value", number=number + 1)
            )
            row.week.setObjectName(f"week-{number + 1}")
            row.day.setObjectName(f"day-{number + 1}")
            row.value.setObjectName(f"value-{number + 1}")
            row.remove.setObjectName(f"remove-{number + 1}")
            row.remove.setAccessibleName(
                translate("Schedule", "Remove step {number}", number=number + 1)
            )
            for spin in (row.week, row.day):
                spin.setEnabled(number > 0)  # the first step is always from week 1
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, number, column)
            row.remove.setEnabled(len(self._rows) > 1)
        if self._rows[0].week.value() != 1:
            self._rows[0].week.setValue(1)
        for number in range(self._grid.rowCount()):
            self._grid.setRowStretch(number, 0)
        self._grid.setRowStretch(len(self._rows), 1)

    def _tidy(self, row: _StepRow) -> None:
        """Rewrite a value that was understood in the usual form."""
        try:
            row.value.setText(value_text(self.lever, row.read()))
        except ValueError:
            return

    def _check(self) -> None:
        """Read all rows, show each fault beside its row, and draw what can be drawn."""
        raw: list[dict[str, float]] = []
        faults: dict[int, str] = {}
        begins: list[str] = []
        for number, row in enumerate(self._rows):
            try:
                begins.append(row.begins())
            except ValueError as error:
                begins.append("")
                faults[number] = str(error)
            try:
                value = row.read()
            except ValueError as error:
                faults[number] = str(error)
                value = self.lever.baseline
            raw.append({"from_week": row.week.value(), "value": value})
        problems: list[Problem] = []
        setting = check_setting(self.lever, "", raw, problems)
        for problem in problems:
            found = _INDEX.search(problem.where)
            number = int(found.group(1)) if found else 0
            said = translate(
                "Schedule", "{what}; {remedy}", what=problem.what, remedy=problem.remedy
            )
            faults.setdefault(number, upper_first(said))
        for number, row in enumerate(self._rows):
            row.message.set_ink("problem" if number in faults else "muted")
            row.message.setText(faults.get(number, begins[number]))
        good = not faults and isinstance(setting, Schedule)
        self.setting = setting if good and isinstance(setting, Schedule) else None
        if self.setting is not None:
            self.preview.set_steps(self.setting.steps)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(good)
        last = raw[-1]["value"]
        self.plain_button.setToolTip(
            translate(
                "Schedule",
                "{value} in every week, phased in as set",
                value=value_text(self.lever, last),
            )
        )
        self.plain_button.setEnabled(good)

    def _choose(self) -> None:
        if self.setting is not None:
            self.chosen.emit(self.setting)
            self.close()

    def _choose_plain(self) -> None:
        if self.setting is not None:
            self.chosen.emit(self.setting.steps[-1].value)
            self.close()

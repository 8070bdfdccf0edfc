"""What the stage looks like: subject, sentence, chart, number, caution and bar, full screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from modeller.base.language import translate
from modeller.scenario import Scenario
from modeller.wording.story import Course, Ranges, Step
from ui.charts.chart_data import ChartData
from ui.charts.hatch_key import HatchKey
from ui.look.layouts import nested
from ui.look.style import LETTERS, SIZES, theme
from ui.stage.bar import StageBar
from ui.stage.pictures import CourseView, RangesView

DESIGNED = (1366.0, 768.0)
"""The size everything is designed for; on a larger screen all of it is larger."""
_MARGIN = 56.0
_SUBJECT, _IDENTITY, _SENTENCE, _CAUTION = 17.0, 15.0, 34.0, 18.0
_NUMBER, _WHAT, _LINE = 88.0, 25.0, 21.0
"""Pixels of the letters, on a stage of that size."""
_LEFT, _RIGHT = 64, 36
"""Shares of the width: the chart's, and the number's."""
_FORWARD = (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACKWARD = (Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up)


class StageSurface(QWidget):
    """A window of its own, which fills a screen.

    Signals
    -------
    stepped
        One step forward (1) or back (−1).
    ended
        To the first step (−1) or the last (1).
    left
        It was closed, or Escape was pressed.
    """

    stepped = Signal(int)
    ended = Signal(int)
    left = Signal()

    def __init__(self, scenario: Scenario, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("stage")
        self.setWindowTitle(translate("Stage", "Stage"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._letter = "A"
        self._step: Step | None = None
        self.subject = self._label("subject")
        self.identity = self._label("identity", wrap=False)
        self.identity.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence = self._label("sentence")
        self.course = CourseView(self)
        self.ranges = RangesView(self)
        self.pictures = QStackedWidget(self)
        self.pictures.addWidget(self.course)
        self.pictures.addWidget(self.ranges)
        self.number = self._label("number", wrap=False)
        self.what = self._label("what")
        self.lines = self._label("lines")
        self.scenarios = {letter: self._label(f"scenario-{letter}") for letter in LETTERS}
        self.hatched = HatchKey(self)
        self.caution = self._label("caution")
        self.bar = StageBar(scenario, self)
        self.bar.stepped.connect(self.stepped)
        self.bar.left.connect(self.left)
        self._column = QVBoxLayout(self)
        top = nested(self._column, QHBoxLayout())
        top.addWidget(self.subject, 1)
        top.addWidget(self.identity)
        self._column.addWidget(self.sentence)
        self._middle = nested(self._column, QHBoxLayout(), 1)
        self._middle.addWidget(self.pictures, _LEFT)
        self._right = nested(self._middle, QVBoxLayout(), _RIGHT)
        for widget in (self.number, self.what, self.lines, *self.scenarios.values(), self.hatched):
            self._right.addWidget(widget)
        self._right.addStretch(1)
        self._column.addWidget(self.caution)
        self._column.addWidget(self.bar)
        theme().follow(self._restyle)

    def _label(self, name: str, *, wrap: bool = True) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(wrap)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return label

    def show_about(self, subject: str, identity: str) -> None:
        """Say what the stage is about, and where its numbers come from."""
        self.subject.setText(subject)
        self.identity.setText(identity)

    def show_step(
        self, step: Step, data: ChartData | None, letter: str, scenarios: Mapping[str, str]
    ) -> None:
        """Show a step.

        Parameters
        ----------
        data
            What a chart over the weeks is to show.
        letter
            The letter of the scenario that the step is about.
        scenarios
            What is said of each line of the chart, by letter.
        """
        self._step, self._letter = step, letter
        self.sentence.setText(step.sentence)
        self.number.setText(step.figure.text)
        self.what.setText(step.figure.what)
        self.lines.setText("\n".join(step.figure.lines))
        for other, label in self.scenarios.items():
            label.setText(scenarios.get(other, ""))
            label.setVisible(other in scenarios)
        self.caution.setText(step.caution)
        self.caution.setVisible(bool(step.caution))
        if isinstance(step.picture, Ranges):
            self.ranges.set_picture(step.picture, letter, step.spoken)
            self.pictures.setCurrentWidget(self.ranges)
        elif data is not None:
            self.course.set_data(data)
            self.pictures.setCurrentWidget(self.course)
        hatched = isinstance(step.picture, Course) and data is not None and data.view != "total"
        self.hatched.set_shown(hatched and bool(data is not None and data.beyond.any()))
        self._restyle()

    @property
    def unit(self) -> float:
        """Pixels to one in the design."""
        return max(min(self.width() / DESIGNED[0], self.height() / DESIGNED[1]), 0.4)

    def _restyle(self) -> None:
        unit, colours = self.unit, theme().colours
        margin = round(_MARGIN * unit)
        self._column.setContentsMargins(margin, round(22 * unit), margin, 0)
        self._column.setSpacing(round(10 * unit))
        self._middle.setSpacing(round(36 * unit))
        self._right.setSpacing(round(10 * unit))
        width = self.width() - 2 * margin
        for label, size, ink, bold in (
            (self.subject, _SUBJECT, colours.muted, True),
            (self.identity, _IDENTITY, colours.muted, False),
            (self.sentence, self._sentence_size(width, unit), colours.ink, True),
            (
                self.number,
                self._number_size(width, unit),
                colours.scenario_text(self._letter),
                False,
            ),
            (self.what, _WHAT, colours.ink, False),
            (self.lines, _LINE, colours.muted, False),
            (self.caution, _CAUTION, colours.ink, False),
        ):
            label.setFont(self._font(size * unit, bold=bold))
            label.setStyleSheet(f"color: {ink}; background: transparent;")
        for letter, label in self.scenarios.items():
            label.setFont(self._font(_LINE * unit, bold=True))
            ink = colours.scenario_text(letter)
            label.setStyleSheet(f"color: {ink}; background: transparent;")
        self.hatched.set_emphasis(_LINE * unit / theme().length(SIZES["note"]))
        self.hatched.setFont(self._font(_LINE * unit))
        self.course.set_unit(unit)
        self.ranges.set_unit(unit)
        self.bar.set_unit(unit)

    @staticmethod
    def _font(pixels: float, *, bold: bool = False) -> QFont:
        font = QFont(theme().font("body"))
        font.setPixelSize(max(round(pixels), 1))
        font.setBold(bold)
        return font

    def _sentence_size(self, width: int, unit: float) -> float:
        """The sentence's size, smaller where it would take more than two lines."""
        wide = QFontMetricsF(self._font(_SENTENCE * unit, bold=True))
        lines = wide.horizontalAdvance(self.sentence.text()) / max(width, 1)
        return _SENTENCE if lines <= 1.9 else max(_SENTENCE * 1.9 / lines, 0.75 * _SENTENCE)

    def _number_size(self, width: int, unit: float) -> float:
        """The number's size, smaller where it would not fit into its column."""
        wide = QFontMetricsF(self._font(_NUMBER * unit)).horizontalAdvance(self.number.text())
        room = max((width - 36 * unit) * _RIGHT / (_LEFT + _RIGHT), 1.0)
        return _NUMBER if wide <= room else max(_NUMBER * room / wide, 0.4 * _NUMBER)

    # ---- Qt's

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, arrows and a clicker's keys step; Escape leaves. A lever keeps its own keys."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _FORWARD:
            self.stepped.emit(1)
        elif key in _BACKWARD:
            self.stepped.emit(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.ended.emit(1 if key == Qt.Key.Key_End else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale everything to the new size."""
        super().resizeEvent(event)
        self._restyle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the stage when its window is closed."""
        super().closeEvent(event)
        self.left.emit()

"""The slim bar under the stage: one live lever, the way on and back, and how to leave."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from modeller.base.language import translate
from modeller.records import catalogue_at_hand
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.setting import Schedule
from modeller.wording import setting_words
from ui.levers.track import Track
from ui.look.elided_line import ElidedLine
from ui.look.quantity import value_text
from ui.look.style import theme

HEIGHT = 60.0
_TEXT, _TRACK, _GAP = 16.0, 150.0, 12.0
"""Pixels, on a stage of the size it is designed for."""


class _Line(ElidedLine):
    """A line of text in the stage's own size."""

    def _restyle(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its text, so that it shrinks only when it must."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.whole) + 4, metrics.height())


class StageBar(QWidget):
    """One lever, and which step the stage is at.

    Children are "lever", "track", "value", "back", "next", "steps", "place" and "leave".

    Signals
    -------
    lever_asked
        The key of another lever for the bar.
    held, moved, released
        The handle was taken; a value while it is held; the value at its release or after one step.
    stepped
        One step forward (1) or back (−1).
    steps_asked
        A menu of the steps is wanted, at this place on the screen.
    left
        The stage is to close.
    """

    lever_asked = Signal(str)
    held = Signal()
    moved = Signal(float)
    released = Signal(float)
    stepped = Signal(int)
    steps_asked = Signal(object)
    left = Signal()

    def __init__(self, scenario: Scenario, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stage-bar")
        self._catalogue = scenario.catalogue
        self._unit = 1.0
        self.track: Track | None = None
        self.lever_button = self._button("lever", translate("Stage", "Which lever stands here"))
        self.lever_button.clicked.connect(self._open_levers)
        self.value = QLabel(self)
        self.value.setObjectName("value")
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        self.back = self._button("back", translate("Stage", "The step before"))
        self.back.setText(translate("Stage", "Back"))
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.next = self._button("next", translate("Stage", "The next step"))
        self.next.setText(translate("Stage", "Next"))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.steps = self._button("steps", translate("Stage", "All steps"))
        self.steps.setText(translate("Stage", "Steps"))
        self.steps.clicked.connect(
            lambda: self.steps_asked.emit(self.steps.mapToGlobal(self.steps.rect().topLeft()))
        )
        self.leave = self._button("leave", translate("Stage", "Back to the window"))
        self.leave.setText(translate("Stage", "Leave"))
        self.leave.clicked.connect(self.left)
        self.place = _Line(self)
        self.place.setObjectName("place")
        self._row = QHBoxLayout(self)
        for widget in (self.lever_button, self.value, self.back, self.next, self.steps):
            self._row.addWidget(widget)
        self.place.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row.addWidget(self.place)
        self._row.addStretch(1)
        self._row.addWidget(self.leave)
        theme().changed.connect(self._restyle)
        self.set_unit(1.0)

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the space bar belongs to the stage
        return button

    def show_lever(self, key: str, scenario: Scenario) -> None:
        """Show this lever as a scenario has it set."""
        slider = self._catalogue.sliders[key]
        if self.track is None or self.track.slider.key != key:
            self._replace_track(key)
        assert self.track is not None
        self.lever_button.setText(slider.label)
        declared = catalogue_at_hand(scenario.record, scenario.profile)
        setting = scenario.setting(key, declared)
        stops: tuple[float, ...] = ()
        if isinstance(setting, Schedule):
            stops = tuple(step.value for step in setting.steps)
            words = setting_words(slider, setting)
        elif isinstance(setting, BeliefSetting):
            words = value_text(slider, setting.central)
        else:
            words = value_text(slider, setting)
        self.track.set_stops(stops)
        value = scenario.value(key, declared)
        if not self.track.isSliderDown() and self.track.amount != value:
            self.track.set_amount(value)
        self.value.setText(words)

    def _replace_track(self, key: str) -> None:
        slider = self._catalogue.sliders[key]
        if self.track is not None:
            self._row.removeWidget(self.track)
            self.track.hide()
            self.track.deleteLater()
        track = self.track = Track(slider, self)
        track.setObjectName("track")
        track.setAccessibleName(slider.label)
        track.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not keep a clicker's keys
        track.drag_started.connect(self.held)
        track.value_changing.connect(self.moved)
        track.value_committed.connect(self.released)
        track.setFixedWidth(round(_TRACK * self._unit))
        self._row.insertWidget(1, track)
        self.setTabOrder(self.lever_button, track)
        self.setTabOrder(track, self.back)
        track.show()

    def say(self, place: str) -> None:
        """Which step this is, how to go on, and how to leave."""
        self.place.set_whole(place)
        self.place.updateGeometry()

    def set_unit(self, unit: float) -> None:
        """Lay out for a stage of another size."""
        self._unit = unit
        self.setFixedHeight(round(HEIGHT * unit))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(round(_GAP * unit))
        if self.track is not None:
            self.track.setFixedWidth(round(_TRACK * unit))
        self._restyle()

    def _restyle(self) -> None:
        font = QFont(theme().font("body"))
        font.setPixelSize(max(round(_TEXT * self._unit), 1))
        bold = QFont(font)
        bold.setBold(True)
        for widget in (self.back, self.next, self.steps, self.place, self.leave):
            widget.setFont(font)
        self.lever_button.setFont(bold)
        self.value.setFont(bold)
        self.update()

    def _open_levers(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = None if self.track is None else self.track.slider.key
        groups = (self._catalogue.levers, self._catalogue.beliefs)
        for group in groups:
            for key, slider in group.items():
                action = menu.addAction(slider.label)
                action.setCheckable(True)
                action.setChecked(key == now)
                action.triggered.connect(lambda _on=False, key=key: self.lever_asked.emit(key))
            if group is not groups[-1]:
                menu.addSeparator()
        menu.popup(self.lever_button.mapToGlobal(self.lever_button.rect().topLeft()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a hairline along the top."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(theme().colours.hairline))
        painter.end()

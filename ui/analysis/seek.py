"""Goal seek: where one or two levers must stand, and a button to put them there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from modeller.analysis.answers import sought_sentence
from modeller.analysis.seek import Sought, seek
from modeller.analysis.targets import Goal
from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from ui.analysis.choosers import choose, slider_combo
from ui.desk.session import Session
from ui.look.notices import announce, problem_words
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.background import Background, Report


@dataclass(frozen=True)
class _Asked:
    scenario: Scenario
    goal: Goal
    vary: tuple[str, ...]


class GoalSeek(QWidget):
    """One or two levers, Find, the answer in words, Use this setting.

    Children are named "lever", "second-lever", "find", "answer" and "use".

    Signals
    -------
    answered
        A seek has ended.
    """

    answered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._goal: Goal | None = None
        self._asked: _Asked | None = None
        self.sought: Sought | None = None
        self.first = slider_combo("lever", translate("Target", "Lever to move"), parent=self)
        self.second = slider_combo(
            "second-lever",
            translate("Target", "Second lever to move"),
            none=translate("Target", "nothing else"),
            parent=self,
        )
        choose(self.first, "deployments_per_week")
        self.find_button = QPushButton(translate("Target", "Find the nearest setting"), self)
        self.find_button.setObjectName("find")
        self.find_button.setAutoDefault(False)
        self.find_button.clicked.connect(self._find_or_cancel)
        self.answer = RunningText("", self)
        self.answer.setObjectName("answer")
        self.use = QPushButton(translate("Target", "Use this setting"), self)
        self.use.setObjectName("use")
        self.use.setAutoDefault(False)
        self.use.clicked.connect(self.use_answer)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("seek-progress")
        self.progress.setAccessibleName(translate("Target", "Progress of the search"))
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        row = QHBoxLayout()
        row.addWidget(RunningText(translate("Target", "Meet it by moving"), self, wrap=False))
        row.addWidget(self.first, 1)
        row.addWidget(RunningText(translate("Target", "and"), self, wrap=False))
        row.addWidget(self.second, 1)
        below = QHBoxLayout()
        below.addWidget(self.answer, 1)
        below.addWidget(self.progress)
        below.addWidget(self.find_button)
        below.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addLayout(below)
        self._background = Background(self)
        self._background.progressed.connect(
            lambda share: self.progress.setValue(round(1000 * share))
        )
        self._background.answered.connect(self._take)
        self._background.failed.connect(self._fail)
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(self._forget)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._forget()

    def set_goal(self, goal: Goal | None) -> None:
        """Take another target, or another scenario: what was found before no longer holds."""
        self._goal = goal
        if self._asked is None or not self._holds(self._asked):
            self._forget()

    def stop(self) -> None:
        """Cancel: the answer is no longer wanted."""
        self._background.cancel()
        self._show_busy(False)

    def finish(self) -> None:
        """Stop the thread."""
        self._background.stop()

    def use_answer(self) -> None:
        """Put the levers where the goal is met: one step to undo."""
        found = self.sought
        if found is None or found.answer is None or self._asked is None:
            return
        scenario = self._session.scenario
        for key, value in zip(found.vary, found.values, strict=True):
            scenario = scenario.with_value(key, value)
        self._session.replace_scenario(scenario, translate("Undo", "the setting found"))

    def _holds(self, asked: _Asked) -> bool:
        same = asked.scenario.inputs_digest == self._session.scenario.inputs_digest
        return same and asked.goal == self._goal and asked.vary == self._vary()

    def _vary(self) -> tuple[str, ...]:
        keys = (str(self.first.currentData()), str(self.second.currentData()))
        return tuple(key for key in keys if key)

    def _find_or_cancel(self) -> None:
        if self._background.busy:
            self.stop()
            self.answer.setText(translate("Target", "Stopped."))
            return
        if self._goal is None:
            return
        asked = _Asked(self._session.scenario, self._goal, self._vary())
        self._forget()
        self._asked = asked

        def work(report: Report) -> tuple[_Asked, Sought]:
            declared = catalogue_for(asked.scenario.record)
            found = seek(asked.scenario, asked.goal, asked.vary, declared=declared, progress=report)
            return asked, found

        self.answer.setText(translate("Target", "Looking for it …"))
        self._show_busy(True)
        self._background.ask(work)

    def _take(self, answer: tuple[_Asked, Sought]) -> None:
        asked, found = answer
        self._show_busy(False)
        if self._holds(asked):
            self.sought = found
            text = sought_sentence(found)
            self.answer.setText(text)
            announce(self, text)
            self.use.setEnabled(found.answer is not None)
        self.answered.emit()

    def _fail(self, error: ModellerError) -> None:
        self._show_busy(False)
        self.answer.setText(problem_words(error.problems[0]))
        self.answered.emit()

    def _forget(self, *_: object) -> None:
        self._background.cancel()
        self._asked = self.sought = None
        self.answer.setText("")
        self.use.setEnabled(False)
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setValue(0)
        self.find_button.setText(
            translate("Target", "Cancel")
            if busy
            else translate("Target", "Find the nearest setting")
        )

    def _restyle(self) -> None:
        self.progress.setFixedSize(theme().length(120), theme().length(6))

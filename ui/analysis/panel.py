"""What the analyses share: a question that follows the selected scenario, and its answer.

While a lever is held, a live answer from few draws is computed again and again; when it is
released, all of the scenario's futures. An answer carries the question it belongs to, so that a
late one never stands beside settings that are not its own.
"""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from modeller.analysis.questions import analysis
from modeller.base.errors import ModellerError
from modeller.base.language import translatable, translate
from modeller.wording import exact_number, record_words, source_words, subject_line
from ui.analysis.body import AnalysisBody
from ui.analysis.copies import AnalysisCopies
from ui.analysis.foot import AnalysisFoot
from ui.analysis.graphic import Graphic
from ui.analysis.question import Calculation, Question, live_draws
from ui.analysis.table import AnalysisTable
from ui.desk.live_pool import LivePool
from ui.desk.session import Session
from ui.look.dialogs import as_dialog
from ui.look.layouts import nested
from ui.look.notices import Placeholder
from ui.look.style import theme
from ui.work.background import Background, Report
from ui.work.work_panel import page_area

REST_MILLISECONDS = 400
_KEPT = 8


class AnalysisPanel(AnalysisCopies):
    """A dialog beside the window: choosers, the finding, picture and table, and what it is from.

    A subclass adds its choosers to `choosers`, its pictures with `add_page`, and says what it
    asks (`question`), how that is answered (`solve`, in another thread) and shown (`show_answer`).
    """

    waiting = translatable("Analysis", "Working it out")

    def __init__(self, key: str, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        title = analysis(key).asked(session.profile.names.force)
        self.setObjectName(f"analysis-{key}")
        self.setWindowTitle(title)
        self.session = session
        # one of its own, since the window's is used in another thread
        self._live = LivePool(session.profile)
        self._question: Question | None = None
        self._running: tuple[Question, bool] | None = None
        self._shown: tuple[Question, bool] | None = None
        self._again = False
        self._drawn: set[Graphic[Any]] = set()
        self._answers: OrderedDict[tuple[object, ...], object] = OrderedDict()
        self.body = AnalysisBody(self)
        self.finding, self.note, self.tabs = self.body.finding, self.body.note, self.body.tabs
        self.add_page = self.body.add_page
        self.placeholder = Placeholder(self)
        self.placeholder.asked.connect(self.ask_again)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.placeholder)
        # the whole page has one scroll bar, for large text or an open fold
        self.stack.addWidget(page_area(self.body, self))
        self._layout = QVBoxLayout(self)
        self.choosers = nested(self._layout, QHBoxLayout())
        self._rows = [self.choosers]
        self._layout.addWidget(self.stack, 1)
        self._layout.addWidget(self._foot())
        self._background = Background(self)
        self._background.progressed.connect(self._progressed)
        self._background.answered.connect(self._take)
        self._background.failed.connect(self._fail)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._settle)
        copy = QShortcut(QKeySequence("Ctrl+Shift+C"), self)
        copy.activated.connect(self.copy_data)
        session.desk_changed.connect(self.refresh)
        session.gesture_changed.connect(self.refresh)
        self.tabs.currentChanged.connect(self.refresh)
        theme().follow(self._restyle)
        self._idle()

    # ---- for the subclass

    @abstractmethod
    def question(self) -> Question | None:
        """What is asked now; None after `say_empty` when there is nothing to ask."""

    @abstractmethod
    def solve(self, question: Question, calculation: Calculation) -> object:
        """The answer; in another thread, so no widget is touched."""

    @abstractmethod
    def show_answer(self, question: Question, answer: Any) -> None:
        """Show an answer: `finding`, `note`, pictures and tables."""

    def live_first(self, _question: Question) -> bool:
        """Whether a live answer comes first; not where few draws would tell nothing."""
        return True

    def live_words(self, question: Question) -> str:
        """What a live answer is computed from."""
        few = live_draws(question.scenario)
        return translate(
            "Analysis",
            "First answer, from {few} of {draws} futures",
            few=exact_number(few),
            draws=exact_number(question.scenario.draws),
        )

    def new_row(self) -> None:
        """Go on with the choosers in another row."""
        self.choosers = QHBoxLayout()
        self._rows.append(self.choosers)
        self._layout.insertLayout(len(self._rows) - 1, self.choosers)
        self._restyle()

    def say_empty(self, title: str, text: str) -> None:
        """Say that there is nothing to show, and what to do about it."""
        self._stop_work()
        self._shown = None
        self.placeholder.show_empty(title, text)
        self.stack.setCurrentIndex(0)

    # ---- asking

    def refresh(self, *_: object) -> None:
        """Ask what the session and the choosers now ask, unless that is on the screen."""
        if not self.isVisible():
            return
        try:
            question = self.question()
        except ModellerError as error:
            self._stop_work()
            self._fail(error)
            return
        if question is None:
            return
        self._question = question
        known = self._answers.get(question.key)
        if known is not None:
            self._stop_work()
            self._show(question, known, settled=True)
        elif self._is_current(self._running) and self._background.busy:
            pass
        elif self._is_current(self._shown):
            self._rest.start()
        elif self._is_live_running and self.session.dragging:
            self._again = True  # a live answer that is nearly there is worth more than none
        else:
            self._begin(settled=not self._live_first_for(question))

    def ask_again(self) -> None:
        """Start again after a stop."""
        if self._is_current(self._shown):
            self._begin(settled=True)
        else:
            self._running = self._shown = None
            self.refresh()

    def cancel(self) -> None:
        """Stop working; what is shown stays."""
        self._stop_work()
        if self._shown is None:
            self.placeholder.show_empty(
                translate("Analysis", "Stopped"),
                translate("Analysis", "Nothing was worked out."),
                translate("Analysis", "Start again"),
            )
            self.stack.setCurrentIndex(0)
        else:
            self._idle(stopped=True)

    def finish(self) -> None:
        """Stop the thread; call before the panel is deleted."""
        self._stop_work()
        self._background.stop()

    def _live_first_for(self, question: Question) -> bool:
        few = live_draws(question.scenario) < question.scenario.draws
        return self.live_first(question) and (few or self.session.dragging)

    @property
    def _is_live_running(self) -> bool:
        return self._background.busy and self._running is not None and not self._running[1]

    def _is_current(self, which: tuple[Question, bool] | None) -> bool:
        return (
            which is not None and self._question is not None and which[0].key == self._question.key
        )

    def _begin(self, *, settled: bool) -> None:
        question = self._question
        assert question is not None
        self._rest.stop()
        self._again = False
        self._running = (question, settled)
        live = self._live

        def work(report: Report) -> tuple[Question, bool, object]:
            return question, settled, self.solve(question, Calculation(settled, report, live))

        if self._shown is None:
            self.placeholder.show_loading(translate("Analysis", self.waiting), 0.0)
            self.stack.setCurrentIndex(0)
        graphic = self.body.page.graphic
        if graphic not in self._drawn:  # another page than the one that was answered
            graphic.wait(translate("Analysis", AnalysisPanel.waiting))
        self.progress.setValue(0)
        self.progress.show()
        self.cancel_button.setText(translate("Analysis", "Cancel"))
        self.cancel_button.show()
        self._background.ask(work)

    def _settle(self) -> None:
        if self.session.dragging or self._background.busy:
            self._rest.start()
        elif self._is_current(self._shown) and self.isVisible():
            self._begin(settled=True)

    def _stop_work(self) -> None:
        for page in self.body.pages:
            page.graphic.wait("")
        self._rest.stop()
        self._background.cancel()
        self._running = None
        self._again = False
        self._idle()

    # ---- answers

    def _progressed(self, share: float) -> None:
        if self._background.busy:
            self.progress.setValue(round(1000 * share))
            if self._shown is None:
                self.placeholder.show_loading(translate("Analysis", self.waiting), share)

    def _take(self, answer: tuple[Question, bool, object]) -> None:
        question, settled, content = answer
        self._running = None
        self._idle()
        self._show(question, content, settled=settled)
        if self._again:
            self._again = False
            self.refresh()
        elif not settled:
            self._rest.start()

    def _show(self, question: Question, content: object, *, settled: bool) -> None:
        self._shown = (question, settled)
        if settled:
            self._answers[question.key] = content
            while len(self._answers) > _KEPT:
                self._answers.popitem(last=False)
        self.show_answer(question, content)
        self.body.page.graphic.wait("")
        self._drawn.add(self.body.page.graphic)
        self.body.describe(self.windowTitle())
        self.stack.setCurrentIndex(1)
        self._write_footer()

    def _fail(self, error: ModellerError) -> None:
        self._running = self._shown = None
        self._idle()
        self.placeholder.show_error(error)
        self.stack.setCurrentIndex(0)

    # ---- what is shown

    @property
    def page(self) -> tuple[Graphic[Any], AnalysisTable]:
        """The picture and the table on the screen."""
        return self.body.page.graphic, self.body.page.table

    @property
    def answered(self) -> bool:
        """Whether an answer is on the screen."""
        return self._shown is not None

    def footer(self) -> str:
        """What the answer belongs to: title, fingerprint, model."""
        if self._shown is None:
            return ""
        question, settled = self._shown
        scenarios = (*question.others, question.scenario)
        names = " → ".join(f"{each.name} {each.fingerprint}" for each in scenarios)
        parts = [
            names,
            translate(
                "Analysis", "model {version}", version=self.session.profile.catalogue.version
            ),
        ]
        return " · ".join(parts if settled else [*parts, self.live_words(question)])

    def credit(self) -> str:
        """Subject, record and source, then the foot: for pictures that leave the window."""
        if self._shown is None:
            return ""
        scenario = self._shown[0].scenario
        parts = (subject_line(scenario.profile), source_words(scenario), record_words(scenario))
        return f"{' · '.join(parts)}\n{self.footer()}"

    # ---- how it is laid out

    def _foot(self) -> AnalysisFoot:
        foot = AnalysisFoot(self)
        self.status, self.progress = foot.status, foot.progress
        self.cancel_button, self.menu_button = foot.cancel_button, foot.menu_button
        self.cancel_button.clicked.connect(self._cancel_or_go_on)
        self.menu_button.clicked.connect(self._open_menu)
        return foot

    def _cancel_or_go_on(self) -> None:
        if self._background.busy or self._rest.isActive():
            self.cancel()
        else:
            self.ask_again()

    def _idle(self, *, stopped: bool = False) -> None:
        self.progress.hide()
        self.cancel_button.setText(
            translate("Analysis", "Refine") if stopped else translate("Analysis", "Cancel")
        )
        self.cancel_button.setVisible(stopped and self._shown is not None and not self._shown[1])
        self._write_footer()

    def _write_footer(self) -> None:
        self.status.setText(self.footer())
        self.menu_button.setEnabled(self._shown is not None)

    def _restyle(self) -> None:
        length = theme().length
        as_dialog(self._layout)
        for row in self._rows:
            row.setSpacing(length(8))
        screen = self.screen().availableGeometry()
        self.resize(
            min(length(880), screen.width() * 9 // 10), min(length(680), screen.height() * 9 // 10)
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the panel was hidden."""
        super().showEvent(event)
        QTimer.singleShot(0, self.refresh)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden: stop calculating, and free the draws, which take tens of megabytes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._stop_work()
            self._live = LivePool(self.session.profile)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel the work that is under way."""
        self._stop_work()
        super().closeEvent(event)

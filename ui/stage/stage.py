"""Runs the stage: which step is shown, what of the desk it shows, and on which screen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu, QWidget

from modeller.base.errors import ModellerError
from modeller.base.language import lower_first, translate
from modeller.evidence import PastYear
from modeller.records import past_year_for, record_label
from modeller.wording import Projected, middle_words
from modeller.wording.story import STEPS, Course, Step, StepKey
from modeller.wording.storyboard import make_step, storyboard, view_step
from ui.charts.chart_data import ChartData, View
from ui.charts.chart_source import chart_data, possible_view
from ui.desk.session import Desk, Session
from ui.look.notices import announce
from ui.stage.plan import SavedView, StagePlan, stage_plan, view_of, with_stage_plan
from ui.stage.surface import StageSurface


class Stage(QObject):
    """Starts, steps and ends; shows the selected scenario's storyboard, then the saved views.

    The desk stays as it is, except for what the lever on the bar moves.

    Signals
    -------
    started, left
        The stage has filled a screen; it is gone again.
    step_shown
        The `Step` now on the stage.
    """

    started = Signal()
    left = Signal()
    step_shown = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.surface: StageSurface | None = None
        self.keys: tuple[str, ...] = ()
        """Keys of the present steps, the saved views last."""
        self._key = "plan"
        session.desk_changed.connect(self._desk_changed)
        session.results_changed.connect(self._results_changed)
        session.gesture_changed.connect(self._gesture_changed)

    # ------------------------------------------------------------ what is kept

    @property
    def plan(self) -> StagePlan:
        """What the selected scenario keeps for the stage."""
        return stage_plan(self._session.scenario)

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The views of all scenarios on the desk, in the order of the strip."""
        slots = self._session.desk.slots
        return tuple(view for slot in slots for view in stage_plan(slot.scenario).views)

    def save_view(self, name: str, outcomes: tuple[str, ...], view: View) -> bool:
        """Add what is on the screen to the selected scenario's views; this can be undone."""
        added = view_of(self._session.desk, name, outcomes, view)
        return self._keep(
            replace(self.plan, views=(*self.plan.views, added)),
            translate("Stage", "saving the view {name}", name=name),
        )

    def leave_out(self, key: str, out: bool) -> None:
        """Leave out a step of the storyboard, or show it again; this can be undone."""
        kept = self.plan.left_out | {key} if out else self.plan.left_out - {key}
        self._keep(
            replace(self.plan, left_out=kept), translate("Stage", "choosing the stage’s steps")
        )

    def choose_lever(self, key: str) -> None:
        """Put another lever on the bar; this can be undone."""
        self._keep(replace(self.plan, lever=key), translate("Stage", "choosing the stage’s lever"))

    def _keep(self, plan: StagePlan, text: str) -> bool:
        try:
            changed = with_stage_plan(self._session.scenario, plan)
        except ModellerError as error:
            self._session.failed.emit(error)
            return False
        self._session.replace_scenario(changed, text)
        return True

    # ------------------------------------------------------------ starting and leaving

    @property
    def is_running(self) -> bool:
        """Whether the stage is on a screen."""
        return self.surface is not None

    def toggle(self) -> None:
        """Start or leave the stage."""
        if self.is_running:
            self.leave()
        else:
            self.start()

    def start(self) -> None:
        """Fill a screen, the second if there is one, and show the plan."""
        if self.is_running:
            return
        surface = self.surface = StageSurface(self._session.scenario, self._window)
        surface.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        surface.stepped.connect(self.step)
        surface.ended.connect(self._go_to_end)
        surface.left.connect(self.leave)
        surface.bar.lever_asked.connect(self.choose_lever)
        surface.bar.held.connect(self._session.begin_gesture)
        surface.bar.moved.connect(self._move)
        surface.bar.released.connect(self._release)
        surface.bar.steps_asked.connect(self._open_steps)
        QGuiApplication.instance().screenRemoved.connect(self._screen_removed)  # type: ignore[union-attr]
        self._key = "plan"
        self._fill(surface, self._other_screen() or self._window.screen())
        self.refresh()
        self.started.emit()
        announce(
            self._window,
            translate("Stage", "Stage. Space for the next step, Escape to leave."),
        )

    def leave(self) -> None:
        """Leave the stage; what its lever has moved stays moved."""
        surface, self.surface = self.surface, None
        if surface is None:
            return
        QGuiApplication.instance().screenRemoved.disconnect(self._screen_removed)  # type: ignore[union-attr]
        if self._session.dragging:
            self._session.end_gesture()
        surface.close()
        self._window.activateWindow()
        self.left.emit()
        announce(self._window, translate("Stage", "You have left the stage."))

    def _other_screen(self) -> QScreen | None:
        """A screen that the window is not on; None if there is only one."""
        own = self._window.screen()
        return next((screen for screen in QGuiApplication.screens() if screen is not own), None)

    def _fill(self, surface: StageSurface, screen: QScreen) -> None:
        surface.setScreen(screen)
        surface.setGeometry(screen.geometry())
        surface.showFullScreen()
        surface.raise_()
        surface.activateWindow()
        surface.setFocus()

    def _screen_removed(self, screen: QScreen) -> None:
        """A projector was unplugged: go on where the window is."""
        surface = self.surface
        if surface is not None and (surface.screen() is screen or surface.screen() is None):
            surface.showNormal()
            self._fill(surface, self._window.screen())

    # ------------------------------------------------------------ steps

    def step(self, by: int) -> None:
        """Show the next step (1) or the previous one (−1); after the last comes the first."""
        if self.keys:
            at = self.keys.index(self._key) if self._key in self.keys else 0
            self.go(self.keys[(at + by) % len(self.keys)])

    def go(self, key: str) -> None:
        """Show a step by its key."""
        self._key = key
        self.refresh()
        if self.surface is not None:
            announce(self.surface, f"{self.surface.sentence.text()} {self.surface.bar.place.whole}")

    def _go_to_end(self, which: int) -> None:
        if self.keys:
            self.go(self.keys[-1 if which > 0 else 0])

    def refresh(self) -> None:
        """Work out which steps there are, and show the present one."""
        result = self._session.result
        if self.surface is None:
            return
        if result is not None:
            board = storyboard(result, self._past()).without(self.plan.left_out)
            views = tuple(f"view-{number}" for number in range(1, len(self.views) + 1))
            self.keys = (*(step.key for step in board.steps), *views)
            if self._key not in self.keys:
                self._key = self.keys[0]
        self._show_step()

    def _show_step(self) -> None:
        surface, result = self.surface, self._session.result
        if surface is None or result is None or not self.keys:
            return
        desk = self._desk()
        made = self._made(desk)
        if made is None:
            return
        step, data = made
        scenario = desk.scenario
        surface.bar.show_lever(self.plan.lever, scenario)
        subject = translate(
            "Stage",
            "Live facial recognition (LFR), {place} · projection · {scenario}",
            place=scenario.profile.names.place,
            scenario=scenario.name,
        )
        surface.show_about(subject, self._identity(desk))
        surface.show_step(step, data, desk.selected, self._lines(step, desk))
        surface.bar.say(self._place())
        self.step_shown.emit(step)

    def _desk(self) -> Desk:
        """The desk as the step shows it."""
        view = self._view()
        return self._session.desk if view is None else view.desk(self._session.desk)

    def _view(self) -> SavedView | None:
        number = self._key.removeprefix("view-")
        if number == self._key or not 1 <= int(number) <= len(self.views):
            return None
        return self.views[int(number) - 1]

    def _made(self, desk: Desk) -> tuple[Step, ChartData | None] | None:
        """The present step, and what its chart shows; None while there are no numbers."""
        results = self._session.results
        result: Projected | None = results.get(desk.selected)
        if result is None:
            return None
        view = self._view()
        if view is None:
            step = make_step(self._story_key(), result, self._past())
            if step is None:  # the lever removed it: losses at nought, say
                return None
        else:
            baseline = results.get(desk.baseline) if desk.baseline != desk.selected else None
            outcome = (view.outcomes or ("arrests",))[0]
            entry = result.catalogue.outcomes[outcome]
            course = Course(outcome, possible_view(entry, view.view))
            step = view_step(self._key, view.name, result, baseline, course, self._past())
        if not isinstance(step.picture, Course):
            return step, None
        picture = step.picture
        title = step.sentence
        return step, chart_data(desk, results, picture.outcome, picture.view, "seen", title)

    def _lines(self, step: Step, desk: Desk) -> dict[str, str]:
        """What is said of each line of a chart over the weeks, where there are several.

        A chart of totals has it in itself.
        """
        if not isinstance(step.picture, Course) or step.picture.view == "total":
            return {}
        shown = [
            slot
            for slot in desk.slots
            if (slot.visible or slot.letter == desk.selected)
            and slot.letter in self._session.results
        ]
        if len(shown) < 2:
            return {}
        return {
            slot.letter: translate(
                "Stage",
                "{letter} {title}: {total}",
                letter=slot.letter,
                title=slot.scenario.name,
                total=middle_words(self._session.results[slot.letter], step.picture.outcome),
            )
            for slot in shown
        }

    def _story_key(self) -> StepKey:
        return next(key for key in STEPS if key == self._key)

    def _past(self) -> PastYear | None:
        scenario = self._session.scenario
        try:
            return past_year_for(scenario.record, scenario.profile)
        except ModellerError:  # the record is not kept here
            return None

    def _name(self, key: str) -> str:
        if key in STEPS:
            return translate("Storyboard", next(name for k, name in STEPS.items() if k == key))
        return self.views[int(key.removeprefix("view-")) - 1].name

    def _place(self) -> str:
        at = self.keys.index(self._key)
        after = self.keys[(at + 1) % len(self.keys)]
        return translate(
            "Stage",
            "{at} of {count} · Space: {next} · Esc leaves",
            at=at + 1,
            count=len(self.keys),
            next=lower_first(self._name(after)) if after in STEPS else self._name(after),
        )

    def _identity(self, desk: Desk) -> str:
        scenario = desk.scenario
        result = self._session.results[desk.selected]
        return translate(
            "Stage",
            "{fingerprint} · model {version} · {record}",
            record=record_label(scenario.record, scenario.profile),
            version=result.catalogue.version,
            fingerprint=scenario.fingerprint,
        )

    def _open_steps(self, place: QPoint) -> None:
        """Open a menu of all steps, to go to one or to leave one out."""
        surface = self.surface
        if surface is None:
            return
        menu = QMenu(surface)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in self.keys:
            action = menu.addAction(self._name(key))
            action.setCheckable(True)
            action.setChecked(key == self._key)
            action.triggered.connect(lambda _on=False, key=key: self.go(key))
        menu.addSeparator()
        if self._key in STEPS and self._key != "plan":
            text = translate("Stage", "Leave out “{step}”", step=self._name(self._key))
            menu.addAction(text).triggered.connect(lambda: self.leave_out(self._key, True))
        for key in STEPS:
            if key in self.plan.left_out:
                text = translate("Stage", "Show “{step}” again", step=self._name(key))
                menu.addAction(text).triggered.connect(
                    lambda _on=False, key=key: self.leave_out(key, False)
                )
        menu.popup(place)

    # ------------------------------------------------------------ the lever

    def _move(self, value: float) -> None:
        self._session.set_value(self.plan.lever, value, self._desk().selected)

    def _release(self, value: float) -> None:
        self._move(value)
        self._session.end_gesture()
        if self.surface is not None:
            self.surface.setFocus()

    # ------------------------------------------------------------ the session

    def _desk_changed(self, _desk: Desk) -> None:
        if self.surface is not None and not self._session.dragging:
            self.refresh()

    def _results_changed(self) -> None:
        if self.surface is None:
            return
        if self._session.dragging:
            self._show_step()
        else:
            self.refresh()

    def _gesture_changed(self, held: bool) -> None:
        """Keep axes still while a handle is held."""
        if self.surface is not None:
            self.surface.course.canvas.set_frozen(held)
            if not held:
                self.refresh()

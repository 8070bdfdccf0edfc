"""A monkey at the real window: random actions, repeatable by their seed, with checks."""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog

import ui.files.files
import ui.window.application
from benchmarks.soak.hands import TEXT_SCALES, Hands, small
from benchmarks.soak.watching import Watch, memory_bytes, pause, wait_until
from modeller.profiles import Profile
from modeller.records import is_kept
from modeller.scenario.file import LoadedScenario, load_scenario
from tests.met import MET
from ui.analysis.backtest import BacktestPanel
from ui.briefing.panel import BriefingPanel
from ui.desk.session import MOST_SCENARIOS, Desk, new_slot
from ui.desk.settings import Settings
from ui.desk.warm_up import WarmUp
from ui.files.which_dialog import Chosen
from ui.look.style import MODES, theme
from ui.window.application import Application
from ui.work.background import Background

_MEASURE_EVERY = 1_000
_LOGGED = 40
_SIZE = (1280, 800)
_PATIENCE = 40
"""Milliseconds until an open menu gets an answer."""


@dataclass
class Report:
    """The result of a run.

    Attributes
    ----------
    memory_start, memory_end, memory
        In bytes: after the warm-up, at the end, and every 1,000 actions in between.
    log
        The last actions.
    """

    seed: int
    actions: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)
    exceptions: int = 0
    warnings: int = 0
    faults: list[str] = field(default_factory=list)
    charts_compared: int = 0
    memory_start: int = 0
    memory_end: int = 0
    memory: list[int] = field(default_factory=list)
    seconds: float = 0.0
    log: list[str] = field(default_factory=list)


class _Answers:
    """Answers questions about files at random."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def path_to_open(self, _folder: Path) -> Path | None:
        return self._hands.some_path()

    def path_to_save(self, _suggested: Path, _kind: str = "scenario") -> Path | None:
        return self._hands.some_path()

    def unsaved(self, _titles: object, _why: str) -> str:
        return self._hands.dice.choice(("save", "discard", "discard", "cancel"))

    def which(self, titles: Sequence[str], _name: str, room: int) -> Chosen | None:
        dice = self._hands.dice
        most = min(len(titles), room or MOST_SCENARIOS)
        numbers = tuple(sorted(dice.sample(range(len(titles)), dice.randint(1, most))))
        return dice.choice((None, Chosen(numbers, beside=room > 0)))

    def changed_on_disk(self, _path: Path) -> str:
        return self._hands.dice.choice(("overwrite", "save as", "cancel"))


class Monkey:
    """Does random actions in a window.

    Parameters
    ----------
    seed
        The same seed gives the same actions, as far as background work finishes at the same time.
    folder
        Where files are opened and saved.
    warm
        Whether to compile the machine code, as the real window does.
    shared
        Whether other programs use the same files.

    Attributes
    ----------
    verbose
        Whether to print each action before it is done.
    """

    verbose = False

    def __init__(self, seed: int, folder: Path, *, warm: bool = True, shared: bool = False) -> None:
        self.report = Report(seed)
        self._stack = contextlib.ExitStack()
        self._patch(warm)
        settings = Settings()
        settings.tour_seen = True
        settings.sync()
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        self.application = Application(qt, profile=MET)
        self.window, self.session = self.application.window, self.application.session
        self.watch = Watch(self.application)
        self.hands = Hands(self.application, folder, self.watch, random.Random(seed), shared=shared)
        self.window.files.saving.dialogs = _Answers(self.hands)  # type: ignore[assignment]
        # the menu of a button runs an event loop of its own
        self._hurry = QTimer(self.window, interval=_PATIENCE)
        self._hurry.timeout.connect(self.hands.answer_menu)

    def _patch(self, warm: bool) -> None:
        slots = (new_slot("A", small("met-plan-2025")), new_slot("B", small("baseline")))
        desk = Desk(slots, selected="A", baseline="B")

        def chosen(*_: Any, **__: Any) -> tuple[str, str]:
            path = self.hands.some_path()
            return ("" if path is None else str(path), "")

        def several(*_: Any) -> tuple[list[str], str]:
            paths = [self.hands.some_path() for _ in range(self.hands.dice.randrange(4))]
            return [str(path) for path in paths if path is not None], ""

        def typed(*_: Any) -> tuple[str, bool]:
            return self.hands.garbage(), self.hands.dice.random() < 0.8

        def picked(_parent: object, _title: str, _label: str, of: list[str], *_: Any) -> Any:
            return self.hands.dice.choice(of), self.hands.dice.random() < 0.8

        for target, name, other in (
            (ui.window.application, "first_desk", lambda _: desk),
            (ui.files.files, "load_scenario", _quick),
            (QFileDialog, "getSaveFileName", chosen),
            (QFileDialog, "getOpenFileName", chosen),
            (QFileDialog, "getOpenFileNames", several),
            (QInputDialog, "getText", typed),
            (QInputDialog, "getItem", picked),
            (QDesktopServices, "openUrl", lambda *_: True),
            (QDialog, "exec", lambda *_: 0),
            (QPrintDialog, "exec", lambda *_: 0),
        ):
            self._stack.enter_context(patch.object(target, name, other))
        if not warm:
            self._stack.enter_context(patch.object(WarmUp, "start", lambda _: None))

    # ---- a run

    def run(
        self,
        actions: int,
        *,
        warm_up: int = 0,
        compare_every: int = 250,
        most_seconds: float = float("inf"),
    ) -> Report:
        """Do `actions` after `warm_up` others that are not counted, and stop at a fault.

        Warming up does not count towards `most_seconds`.
        """
        report, began = self.report, time.monotonic()
        self.watch.begin()
        try:
            self.application.start()
            wait_until(lambda: self.application.charts_painted)
            if warm_up:
                self._everything_once()
                for number in range(warm_up):
                    self._act(number, f"warm-up {number}")
                    if self.watch.faults:
                        break
            self._settle_and_compare()
            report.memory_start = self._memory()
            counted = time.monotonic()
            for number in range(actions):
                self._act(warm_up + number, str(number))
                report.actions += 1
                if report.actions % compare_every == 0:
                    self._settle_and_compare()
                if report.actions % _MEASURE_EVERY == 0:
                    report.memory.append(self._memory())
                if self.watch.faults or time.monotonic() - counted > most_seconds:
                    break
            if not self.watch.faults:
                self._settle_and_compare()
                self._back_to_the_start()
            report.memory_end = self._memory()
        finally:
            self.watch.end()
            report.seconds = time.monotonic() - began
            report.faults = self.watch.faults
            report.exceptions, report.warnings = self.watch.exceptions, self.watch.warnings
        return report

    def close(self) -> None:
        """Close the window, saved or not."""
        with patch.object(self.window.files.saving, "may_quit", lambda: True):
            for widget in QApplication.topLevelWidgets():
                if widget is not self.window:
                    widget.close()
            self.window.close()
        theme().set_text_scale(1.0)
        theme().set_mode("system")
        self.session.deleteLater()
        self.window.deleteLater()
        self._stack.close()

    def _act(self, number: int, name: str) -> None:
        # every action has random numbers of its own, so that it does not affect the next one
        dice = self.hands.dice = random.Random(f"{self.report.seed}:{number}")
        weights = [weight for weight, _, _ in self.hands.hands]
        ((_, kind, hand),) = dice.choices(self.hands.hands, weights)
        if QApplication.activePopupWidget() is not None:
            kind, hand = "popup", self.hands.in_popup
        del self.report.log[:-_LOGGED]
        self.report.log.append(f"{name} {kind}")
        if self.verbose:
            print(self.report.log[-1], flush=True)
        before = self.session.undo_stack.index()
        self._hurry.start()
        said = hand()
        self._hurry.stop()
        self.report.log[-1] = f"{name} {kind}: {said}"
        self.report.by_kind[kind] = self.report.by_kind.get(kind, 0) + 1
        QApplication.processEvents()
        faults = len(self.watch.faults)
        self.watch.look()
        if self.session.undo_stack.index() != before:
            self.watch.look_at_undo()
            self.watch.look()
        if len(self.watch.faults) > faults or self.watch.faults:
            self.watch.faults.append("after: " + " | ".join(self.report.log[-12:]))

    def _settle_and_compare(self) -> None:
        self.watch.look_for_leaks()
        self.window.stage.leave()
        self.window.charts.show_page("")  # charts that are hidden catch up when they are shown
        if not wait_until(self._shows_settled):
            self.watch.expect(False, f"the window did not settle: {self.watch.outstanding()}")
            return
        if all(is_kept(slot.scenario.record, MET) for slot in self.session.desk.slots):
            self.window.charts.show_page("")  # what it did last may have shown another page
            self.watch.look_at_charts()
            self.report.charts_compared += len(self.window.charts.charts)

    def _shows_settled(self) -> bool:
        """Whether every scenario whose record is kept shows its settled projection.

        Not while a handle is held, when titles follow a little later.
        """
        runner, results = self.application.runner, self.session.results
        found = {
            slot.letter: runner.settled_of(slot)
            for slot in self.session.desk.slots
            if is_kept(slot.scenario.record, MET)
        }
        return (
            runner.is_settled
            and not self.session.dragging
            and all(one is not None and results.get(letter) is one for letter, one in found.items())
        )

    def _back_to_the_start(self) -> None:
        """Undo everything, and redo it."""
        stack, here = self.session.undo_stack, self.session.desk
        index = stack.index()
        stack.setIndex(0)
        stack.setIndex(index)
        self.watch.expect(self.session.desk == here, "undoing all and doing it again moved it")

    def _everything_once(self) -> None:
        """Use everything once, so that what is imported or cached then does not count as growth."""
        for mode, scale in product(MODES, TEXT_SCALES):
            theme().set_mode(mode)
            theme().set_text_scale(scale)
            QApplication.processEvents()
        theme().set_text_scale(1.0)
        for action in self.hands.actions():
            if action.isEnabled():
                action.trigger()
                pause(0.3)
                wait_until(self._is_idle)
        self._every_form_once()
        self._the_past_once()
        self.watch.look_for_leaks()

    def _every_form_once(self) -> None:
        """Make a briefing in each form, because most imports are for these."""
        panel = self.window.findChild(BriefingPanel)
        assert isinstance(panel, BriefingPanel)
        with patch.object(self.hands, "some_path", lambda: self.hands.folder / "briefing"):
            for row in range(panel.form.count()):
                panel.form.setCurrentIndex(row)
                panel.export()
                wait_until(self._is_idle)

    def _the_past_once(self) -> None:
        """Run the backtest, which other than the analyses does not start when it is opened."""
        panel = self.window.findChild(BacktestPanel)
        assert isinstance(panel, BacktestPanel)
        panel.run()
        wait_until(self._is_idle)

    def _is_idle(self) -> bool:
        busy = (background.busy for background in self.window.findChildren(Background))
        return self.application.runner.is_settled and not any(busy)

    def _memory(self) -> int:
        """Memory at rest, with the size of the window and of its text as at the start.

        Qt keeps an image of every window, as large as that, until it is destroyed, even of a closed
        dialog that will be shown again. The clipboard keeps what was copied last.
        """
        self.watch.look_for_leaks()
        QApplication.clipboard().clear()
        look, before = theme(), (theme().mode, theme().text_scale)
        size, state = self.window.size(), self.window.windowState()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and not widget.isVisible():
                widget.destroy()
        look.set_mode("system")
        look.set_text_scale(1.0)
        wait_until(self._is_idle)  # only then is the smallest size of the window known
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(*_SIZE)
        pause(0.5)
        wait_until(self._is_idle)
        found = memory_bytes()
        if self.verbose:
            print(f"{found / 1e6:.1f} MB", flush=True)
        look.set_mode(before[0])
        look.set_text_scale(before[1])
        self.window.resize(size)
        self.window.setWindowState(state)
        wait_until(self._is_idle)
        return found


def _quick(name: str, profile: Profile) -> LoadedScenario:
    """A quick scenario in the form in which files are loaded."""
    return replace(load_scenario(name, profile), scenario=small(name))


@contextlib.contextmanager
def monkey(seed: int, folder: Path, *, warm: bool = True, shared: bool = False) -> Iterator[Monkey]:
    """A monkey at a window, which is closed at the end."""
    made = Monkey(seed, folder, warm=warm, shared=shared)
    try:
        yield made
    finally:
        made.close()
        QApplication.processEvents()

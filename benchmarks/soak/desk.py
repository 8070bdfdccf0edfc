"""Random stories of a desk, its undo stack and its files, told by hypothesis.

Beside the session runs a model of it that is too simple to be wrong: a list of desks for undo
and what each file holds.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from modeller.profiles import shipped_profile
from modeller.scenario import Scenario
from modeller.scenario.file import read_scenario, write_scenario
from tests.met import catalogue
from ui.desk.session import LETTERS, Desk, Session, Slot, new_slot
from ui.desk.settings import Settings
from ui.files.files import Files

_NAMES = st.sampled_from(["a", "b", "c"])
_KEYS = st.sampled_from(tuple(catalogue().levers))
_SHARES = st.floats(0, 1)
_SLOTS = st.integers(0, 3)
_COUNTED: list[int] = []


class _Answers:
    """What the user answers next."""

    path: Path | None = None
    about_unsaved = "discard"

    def path_to_open(self, _folder: Path) -> Path | None:
        return self.path

    def path_to_save(self, _suggested: Path, _kind: str = "scenario") -> Path | None:
        return self.path

    def unsaved(self, _titles: object, _why: str) -> str:
        return self.about_unsaved

    def changed_on_disk(self, _path: Path) -> str:
        return "overwrite"


class DeskMachine(RuleBasedStateMachine):
    """One story: changes, undo, files, and somebody else who writes them."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="modeller-desk-"))
        slots = (
            new_slot("A", Scenario(title="plan", changes={"deployments_per_week": 7.0})),
            new_slot("B", Scenario(title="today")),
        )
        self.session = Session(Desk(slots, selected="A", baseline="B"))
        self.first = self.session.desk
        self.answers = _Answers()
        self.files = Files(
            self.session,
            Settings(self.folder / "settings.ini"),
            dialogs=self.answers,  # type: ignore[arg-type]
        )

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.files.deleteLater()
            self.session.deleteLater()
            QCoreApplication.sendPostedEvents(None, 0)
            shutil.rmtree(self.folder)

    def slot(self, number: int) -> Slot:
        slots = self.session.desk.slots
        return slots[number % len(slots)]

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.scenario.json"

    # ---- what the user does

    @rule(key=_KEYS, share=_SHARES, number=_SLOTS)
    def move(self, key: str, share: float, number: int) -> None:
        lever = catalogue().levers[key]
        value = lever.minimum + share * (lever.maximum - lever.minimum)
        self.session.set_value(key, value, self.slot(number).letter)

    @rule(key=_KEYS, shares=st.lists(_SHARES, min_size=1, max_size=4))
    def drag(self, key: str, shares: list[float]) -> None:
        before, index = self.session.desk, self.session.undo_stack.index()
        self.session.begin_gesture()
        for share in shares:
            self.move(key, share, 0)
        self.session.end_gesture()
        steps = self.session.undo_stack.index() - index
        assert steps == (self.session.desk != before)

    @rule(title=st.text(min_size=1, max_size=20), number=_SLOTS)
    def rename(self, title: str, number: int) -> None:
        if title.isprintable() and title.strip() == title:
            self.session.rename(self.slot(number).letter, title)

    @rule(number=_SLOTS)
    def choose(self, number: int) -> None:
        self.session.choose(self.slot(number).letter)

    @rule(number=_SLOTS)
    def make_baseline(self, number: int) -> None:
        self.session.make_baseline(self.slot(number).letter)

    @rule(number=_SLOTS, visible=st.booleans())
    def hide(self, number: int, visible: bool) -> None:
        self.session.set_visible(self.slot(number).letter, visible)

    @precondition(lambda self: self.session.desk.free_letter is not None)
    @rule(number=_SLOTS)
    def duplicate(self, number: int) -> None:
        self.session.duplicate(self.slot(number).letter)

    @rule(number=_SLOTS, answer=st.sampled_from(["save", "discard", "cancel"]), name=_NAMES)
    def close(self, number: int, answer: str, name: str) -> None:
        self.answers.about_unsaved, self.answers.path = answer, self.path(name)
        slot = self.slot(number)
        lost = self.session.unsaved(slot)
        closed = self.files.close(slot.letter)
        if closed and lost and answer == "save":
            file = self.session.file(slot)
            assert file is not None
            assert file.path is not None
            assert read_scenario(file.path, profile=shipped_profile()).scenario == slot.scenario

    @rule(number=_SLOTS, name=_NAMES)
    def save_as(self, number: int, name: str) -> None:
        self.answers.path = self.path(name)
        slot = self.slot(number)
        assert self.files.save_as(slot.letter)
        self.same_in_the_file(slot, self.path(name))

    @rule(number=_SLOTS, name=_NAMES)
    def save(self, number: int, name: str) -> None:
        self.answers.path = self.path(name)
        slot = self.slot(number)
        assert self.files.save(slot.letter)
        file = self.session.file(slot)
        assert file is not None
        assert file.path is not None
        self.same_in_the_file(slot, file.path)

    def same_in_the_file(self, slot: Slot, path: Path) -> None:
        again = read_scenario(path, profile=shipped_profile()).scenario
        assert again == slot.scenario
        assert again.fingerprint == slot.scenario.fingerprint

    @rule(name=_NAMES)
    def open(self, name: str) -> None:
        self.answers.about_unsaved = "discard"
        opened = self.files.open_path(self.path(name))
        assert opened == self.path(name).exists() or any(
            (file := self.session.file(slot)) is not None and file.path == self.path(name)
            for slot in self.session.desk.slots
        )

    @rule(number=_SLOTS)
    def revert(self, number: int) -> None:
        slot = self.slot(number)
        if self.files.revert(slot.letter):
            assert not self.session.unsaved(self.session.desk.slot(slot.letter))

    @rule(name=_NAMES, value=st.sampled_from([5.0, 6.0]))
    def somebody_else_writes(self, name: str, value: float) -> None:
        write_scenario(
            self.path(name), Scenario(title="theirs", changes={"deployments_per_week": value})
        )

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.session.undo_stack.undo()

    @rule(times=st.integers(1, 5))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.session.undo_stack.redo()

    # ---- what must hold

    @invariant()
    def the_desk_is_one(self) -> None:
        if not hasattr(self, "session"):
            return
        _COUNTED.append(1)
        desk = self.session.desk
        letters = [slot.letter for slot in desk.slots]
        assert 1 <= len(letters) <= len(LETTERS)
        assert len(set(letters)) == len(letters)
        assert desk.selected in letters
        assert desk.baseline in letters

    @invariant()
    def what_is_called_saved_is_in_a_file(self) -> None:
        if not hasattr(self, "session"):
            return
        for slot in self.session.desk.slots:
            file = self.session.file(slot)
            if self.session.unsaved(slot) or file is None or file.path is None:
                continue
            # unless somebody else has written there since, which saving will ask about
            if not self.files.watch.is_foreign(file.path):
                assert read_scenario(file.path, profile=shipped_profile()).scenario == slot.scenario

    @invariant()
    def undoing_all_is_the_beginning(self) -> None:
        if not hasattr(self, "session"):
            return
        stack, here = self.session.undo_stack, self.session.desk
        index = stack.index()
        stack.setIndex(0)
        assert self.session.desk == self.first
        assert [slot.scenario.fingerprint for slot in self.session.desk.slots] == [
            slot.scenario.fingerprint for slot in self.first.slots
        ]
        stack.setIndex(index)
        assert self.session.desk == here


def run(examples: int, steps: int = 40) -> int:
    """Tell so many stories; how many steps there were in all."""
    _COUNTED.clear()
    qt = QApplication.instance() or QApplication([])
    run_state_machine_as_test(
        DeskMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
    qt.processEvents()
    return len(_COUNTED)

"""The one thing in the application that changes: the desk of scenarios, its undo and results.

A *desk* is a frozen value: up to four scenarios, which one is selected and which is the baseline.
Every change the user makes replaces the desk by another, so undoing one puts the old desk back, and
a drag is one step however many values it passes through. Panels talk to the session and never to
each other:

1. a lever, a grid cell or Open calls a method here;
2. the new desk goes on the undo stack, and `desk_changed` says so;
3. the runner projects what is new on the desk and hands it back to `show`;
4. `results_changed` makes the charts and headlines draw.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.scenario import Scenario, Setting
from modeller.scenario.fields import MAXIMUM_TITLE
from modeller.scenario.file import load_scenario
from modeller.wording import Projected

MOST_SCENARIOS = 4
LETTERS = "ABCD"
UNDO_STEPS = 1_000
"""The most steps of undo: each takes two kilobytes, and an afternoon's work thousands of them."""

_DOCUMENTS = count(1)


@dataclass(frozen=True)
class Slot:
    """One scenario on the desk.

    Attributes
    ----------
    letter
        A to D: the slot's name, colour, line style and marker for as long as it is there.
    document
        The document's number, by which the session knows its file: letters are used again,
        numbers of documents are not.
    """

    letter: str
    scenario: Scenario
    document: int
    visible: bool = True


@dataclass(frozen=True)
class File:
    """Where a document is kept and what it held when it was last read or written.

    Saving is no step to undo, so this is no part of the desk.
    """

    path: Path | None
    saved: Scenario


@dataclass(frozen=True)
class Desk:
    """The open scenarios, in the order of the strip.

    `selected` and `baseline` are letters: the scenario the levers move, and the one the
    others are compared with.
    """

    slots: tuple[Slot, ...]
    selected: str
    baseline: str

    def slot(self, letter: str) -> Slot:
        """The slot with a letter."""
        return next(slot for slot in self.slots if slot.letter == letter)

    @property
    def current(self) -> Slot:
        """The slot whose levers are shown."""
        return self.slot(self.selected)

    @property
    def scenario(self) -> Scenario:
        """The selected scenario, whose levers are shown."""
        return self.current.scenario

    def with_slot(self, slot: Slot) -> Desk:
        """This desk with the slot of that letter replaced."""
        slots = tuple(slot if old.letter == slot.letter else old for old in self.slots)
        return replace(self, slots=slots)

    @property
    def free_letter(self) -> str | None:
        """The first letter not in use; None when the desk is full."""
        taken = {slot.letter for slot in self.slots}
        return next((letter for letter in LETTERS if letter not in taken), None)


class _DeskChange(QUndoCommand):
    """One step of undo; all moves of a handle until its release are one."""

    def __init__(self, session: Session, after: Desk, text: str, gesture: int) -> None:
        super().__init__(text)
        self._session = weakref.proxy(session)
        self.before = session.desk
        self.after = after
        self.gesture = gesture

    def redo(self) -> None:
        """Show the later desk."""
        self._session._show_desk(self.after)

    def undo(self) -> None:
        """Show the earlier desk."""
        self._session._show_desk(self.before)


class Session(QObject):
    """The open scenarios and their results."""

    desk_changed = Signal(object)  # Desk
    files_changed = Signal()
    gesture_changed = Signal(bool)  # whether a handle is held
    results_changed = Signal()
    failed = Signal(object)  # ModellerError

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._results: dict[str, Projected] = {}
        self._files: dict[int, File] = {}
        self._gesture = -1
        self._gestures = 0
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        self.dragging = False

    @property
    def desk(self) -> Desk:
        """The open scenarios."""
        return self._desk

    @property
    def scenario(self) -> Scenario:
        """The selected scenario, whose levers are shown."""
        return self._desk.scenario

    @property
    def profile(self) -> Profile:
        """The force: all scenarios of a desk are of one."""
        return self.scenario.profile

    # ------------------------------------------------------------ changes the user makes

    def change(self, desk: Desk, text: str) -> None:
        """Replace the desk, undoably; `text` completes "Undo …"."""
        if desk == self._desk:
            return
        last = self._last_change()
        if last is None or self._gesture == -1 or last.gesture != self._gesture:
            self.undo_stack.push(_DeskChange(self, desk, text, self._gesture))
            return
        # Qt could merge commands, but PySide never frees those that were merged
        last.after = desk
        if desk == last.before:
            last.setObsolete(True)  # taken off the stack without being undone
            self.undo_stack.undo()
        self._show_desk(desk)

    def begin_gesture(self) -> None:
        """Begin a drag: all changes until `end_gesture` are one step."""
        self._gestures += 1
        self._gesture = self._gestures
        self.dragging = True
        self.gesture_changed.emit(True)

    def end_gesture(self) -> None:
        """End the drag."""
        self._gesture = -1
        if self.dragging:
            self.dragging = False
            self.gesture_changed.emit(False)

    def set_value(self, key: str, value: float, letter: str | None = None) -> None:
        """Move a lever, or a belief's central value, of the selected scenario or another's."""
        self._set(letter, key, lambda scenario: scenario.with_value(key, value))

    def set_setting(self, key: str, setting: Setting, letter: str | None = None) -> None:
        """Set a schedule, a plain number, or a belief with its spread."""
        self._set(letter, key, lambda scenario: scenario.with_setting(key, setting))

    def reset(self, keys: tuple[str, ...], text: str, letter: str | None = None) -> None:
        """Put sliders back to the baseline or the evidence, in one step."""
        slot = self._slot(letter)
        scenario = slot.scenario
        for key in keys:
            scenario = scenario.without(key)
        self.change(self._desk.with_slot(replace(slot, scenario=scenario)), text)

    def set_in_all(self, key: str) -> None:
        """Give every scenario the selected one's setting of a lever or belief, in one step."""
        wanted = self.scenario.changes.get(key)
        desk = self._desk
        for slot in desk.slots:
            scenario = slot.scenario.without(key)
            if wanted is not None:
                scenario = scenario.with_setting(key, wanted)
            desk = desk.with_slot(replace(slot, scenario=scenario))
        label = self.profile.catalogue.sliders[key].label_within
        self.change(desk, translate("Undo", "setting {label} in all scenarios", label=label))

    def replace_scenario(self, scenario: Scenario, text: str, letter: str | None = None) -> None:
        """Put another scenario in a slot, keeping its file."""
        slot = self._slot(letter)
        self.change(self._desk.with_slot(replace(slot, scenario=scenario)), text)

    def choose(self, letter: str) -> None:
        """Select another scenario."""
        title = self._desk.slot(letter).scenario.name
        self.change(
            replace(self._desk, selected=letter),
            translate("Undo", "selecting {title}", title=title),
        )

    def make_baseline(self, letter: str) -> None:
        """Compare the others with this one."""
        title = self._desk.slot(letter).scenario.name
        self.change(
            replace(self._desk, baseline=letter),
            translate("Undo", "making {title} the baseline", title=title),
        )

    def set_visible(self, letter: str, visible: bool) -> None:
        """Show or hide a scenario's lines; the selected one is always shown."""
        slot = self._desk.slot(letter)
        title = slot.scenario.name
        text = (
            translate("Undo", "showing {title}", title=title)
            if visible
            else translate("Undo", "hiding {title}", title=title)
        )
        self.change(self._desk.with_slot(replace(slot, visible=visible)), text)

    def rename(self, letter: str, title: str) -> None:
        """Give a scenario another title."""
        slot = self._desk.slot(letter)
        self.replace_scenario(
            slot.scenario.replace(title=title),
            translate("Undo", "renaming to {title}", title=title),
            letter,
        )

    def add(self, scenario: Scenario, file: File | None = None) -> None:
        """Put another scenario on the desk and select it.

        Raises
        ------
        ModellerError
            When four are there already.
        """
        letter = self._desk.free_letter
        if letter is None:
            raise ModellerError(
                Problem(
                    translate("Desk", "the desk"),
                    translate("Desk", "holds four scenarios already"),
                    translate("Desk", "close one, then add another"),
                )
            )
        slot = new_slot(letter, scenario)
        if file is not None:
            self._files[slot.document] = file
        self.change(
            replace(self._desk, slots=(*self._desk.slots, slot), selected=letter),
            translate("Undo", "adding {title}", title=scenario.name),
        )

    def duplicate(self, letter: str) -> None:
        """Put a copy of a scenario beside it.

        Author, question, notes and sources of the original may not hold for what the copy becomes,
        so it starts without them.
        """
        original = self._desk.slot(letter).scenario
        title = translate("Desk", "{title} (copy)", title=original.name)
        self.add(
            original.replace(
                title=title[:MAXIMUM_TITLE], question="", author="", notes="", sources=()
            )
        )

    def close(self, letter: str) -> None:
        """Close a scenario; the last one stays."""
        left = tuple(slot for slot in self._desk.slots if slot.letter != letter)
        if not left:
            return
        selected = self._desk.selected if self._desk.selected != letter else left[0].letter
        baseline = self._desk.baseline if self._desk.baseline != letter else left[0].letter
        title = self._desk.slot(letter).scenario.name
        self.change(
            Desk(left, selected, baseline), translate("Undo", "closing {title}", title=title)
        )

    def open(self, desk: Desk, files: Mapping[int, File] | None = None) -> None:
        """Start again with another desk; there is nothing to undo then."""
        self.undo_stack.clear()
        self._files = dict(files or {})
        self._show_desk(desk)

    def before_last_change(self) -> Desk | None:
        """The desk as it was before the last step; None when there is none to take back."""
        last = self._last_change()
        return None if last is None else last.before

    def _last_change(self) -> _DeskChange | None:
        index = self.undo_stack.index()
        command = self.undo_stack.command(index - 1) if index > 0 else None
        return command if isinstance(command, _DeskChange) else None

    # ------------------------------------------------------------ files

    def file(self, slot: Slot) -> File | None:
        """The slot's file, if it has one."""
        return self._files.get(slot.document)

    def mark_saved(self, slot: Slot, path: Path) -> None:
        """Note that the slot's scenario, and no other document, is now kept at `path`."""
        others = [known for known, file in self._files.items() if file.path == path]
        for document in others:
            del self._files[document]
        self._files[slot.document] = File(path, slot.scenario)
        self.files_changed.emit()

    def mark_kept(self, slot: Slot) -> None:
        """Note that a file with others holds the slot's scenario; it keeps a file of its own."""
        known = self._files.get(slot.document)
        path = None if known is None else known.path
        if path is None:
            self._files[slot.document] = File(None, slot.scenario)
            self.files_changed.emit()

    def unsaved(self, slot: Slot) -> bool:
        """Whether the slot holds anything that no file does."""
        file = self.file(slot)
        return file is None or file.saved != slot.scenario

    # ------------------------------------------------------------ results

    @property
    def results(self) -> Mapping[str, Projected]:
        """The newest projection of each scenario on the desk, by letter."""
        return MappingProxyType(self._results)

    @property
    def result(self) -> Projected | None:
        """The newest projection of the selected scenario."""
        return self._results.get(self._desk.selected)

    def show(self, results: Mapping[str, Projected]) -> None:
        """Take new projections, except those whose scenario has changed meanwhile."""
        fresh = {
            slot.letter: results[slot.letter]
            for slot in self._desk.slots
            if slot.letter in results
            and results[slot.letter].scenario.inputs_digest == slot.scenario.inputs_digest
        }
        if fresh:
            self._results.update(fresh)
            self.results_changed.emit()

    # ------------------------------------------------------------ inside

    def _slot(self, letter: str | None) -> Slot:
        return self._desk.current if letter is None else self._desk.slot(letter)

    def _set(self, letter: str | None, key: str, change: Callable[[Scenario], Scenario]) -> None:
        slot = self._slot(letter)
        try:
            scenario = change(slot.scenario)
        except ModellerError as error:
            self.failed.emit(error)
            return
        label = scenario.catalogue.sliders[key].label_within
        self.change(
            self._desk.with_slot(replace(slot, scenario=scenario)),
            translate("Undo", "moving {label}", label=label),
        )

    def _show_desk(self, desk: Desk) -> None:
        if desk == self._desk:
            return
        before, self._desk = self._desk, desk
        letters = {slot.letter for slot in desk.slots}
        self._results = {k: v for k, v in self._results.items() if k in letters}
        self.desk_changed.emit(desk)
        if _shape(before) != _shape(desk):
            # hiding, closing or another baseline needs no new projection, but a new picture
            self.results_changed.emit()


def _shape(desk: Desk) -> tuple[object, ...]:
    """What a picture of the desk depends on, apart from its numbers."""
    slots = tuple((slot.letter, slot.visible, slot.scenario.name) for slot in desk.slots)
    return (desk.selected, desk.baseline, slots)


def new_slot(letter: str, scenario: Scenario) -> Slot:
    """A slot that is a document of its own."""
    return Slot(letter, scenario, next(_DOCUMENTS))


def first_names(profile: Profile) -> tuple[str, str]:
    """What a first start shows: the force's plan, compared with the baseline."""
    return profile.about.plan_scenario, profile.about.baseline_scenario


@cache
def shipped(name: str, profile: Profile) -> Scenario:
    """A scenario that comes with a profile, unchanged."""
    return load_scenario(name, profile).scenario


def first_desk(profile: Profile) -> Desk:
    """The desk of a first start."""
    plan, today = (shipped(name, profile) for name in first_names(profile))
    return Desk((new_slot("A", plan), new_slot("B", today)), selected="A", baseline="B")

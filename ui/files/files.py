"""Opening scenarios, new or from files, without ever losing anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from modeller.base.errors import ModellerError, refusal
from modeller.base.language import translate
from modeller.profiles import Profile, profile_folder
from modeller.projection import Projection
from modeller.scenario import Scenario, differences
from modeller.scenario.desk_file import DeskFrame
from modeller.scenario.file import LoadedScenario, load_profile_whole, load_scenario
from modeller.scenario.opened import Opened
from ui.desk.session import LETTERS, MOST_SCENARIOS, Desk, File, Session, Slot, new_slot
from ui.desk.settings import Settings
from ui.files.file_content import edited_words, first_folder, naming_file, opened_words
from ui.files.file_questions import FileDialogs
from ui.files.file_watch import content_digest
from ui.files.opening import is_scenario_file, subject_of
from ui.files.saving import Saving
from ui.look.notices import Choice, Notice
from ui.scenarios.shown_differences import ShownDifferences

MOST_TOGETHER = 40
"""The most files that can be dropped at once, since each of them is read."""


class Files(QObject):
    """Opens scenarios on the desk; `saving` saves them, `differences` shows what differs.

    Parameters
    ----------
    session
        Problems go to its `failed` signal, each with its place.
    settings
        Keeps the recent files.
    window
        Parent of the dialogs.
    dialogs
        What asks the user.
    projection_of
        The settled projection of a slot's scenario, or None while it is not there; its summary
        is saved with the scenario.
    reader
        What reads a path; another one may know more kinds of file.

    Signals
    -------
    noticed
        A `Notice` for the banner.
    withdrawn
        Key of a notice that no longer holds.
    profile_asked
        Folder of another force's profile, and which of its scenarios to open, or None: for a
        window of its own.
    """

    noticed = Signal(object)
    withdrawn = Signal(str)
    profile_asked = Signal(object, object)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        window: QWidget | None = None,
        *,
        dialogs: FileDialogs | None = None,
        projection_of: Callable[[Slot], Projection | None] | None = None,
        reader: Callable[[Path], Opened] | None = None,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._reader = reader or self._read_any
        self.differences = ShownDifferences(session, window)
        self.saving = Saving(
            session,
            settings,
            self,
            dialogs=dialogs or FileDialogs(window),
            projection_of=projection_of,
        )
        self.saving.noticed.connect(self.noticed)
        self.saving.withdrawn.connect(self.withdrawn)
        self.saving.revert_asked.connect(self.revert)

    def _read_any(self, path: Path) -> Opened:
        from modeller.scenario.sharing import open_shared

        return open_shared(path, self.profile)

    @property
    def profile(self) -> Profile:
        """The force whose scenarios are open."""
        return self._session.profile

    def new(self, template: str = "") -> bool:
        """Put a copy of one of the profile's scenarios on the desk: the baseline if unnamed."""
        try:
            name = template or self.profile.about.baseline_scenario
            loaded = load_scenario(name, self.profile)
        except ModellerError as error:
            self._session.failed.emit(error)
            return False
        return self._place(loaded.scenario, File(None, loaded.scenario))

    def open(self) -> bool:
        """Ask for a file and open it."""
        path = self.saving.dialogs.path_to_open(first_folder(self._settings.recent))
        return path is not None and self.open_path(path)

    def open_path(self, path: Path | str) -> bool:
        """Open a file as one more scenario, and say how it differs from the selected one.

        A file that is already open is selected. On a full desk the file replaces the selected
        scenario, which can be undone.
        """
        place = Path(path).absolute()
        if self._is_of_another_force(place):
            return True
        for slot in self._session.desk.slots:
            if self.saving.path_of(slot) == place:
                self._session.choose(slot.letter)
                self.saving.watch.look()
                return True
        digest = content_digest(place)  # before reading: a change in between is then noticed
        opened = self._read(place)
        if opened is None:
            return False
        own = opened.kind == "scenario" and is_scenario_file(place)
        if opened.frame is not None:
            done = self._open_desk(opened, opened.frame, place.name)
        elif own:
            done = self._open_one(opened.scenarios[0], place)
        else:  # a briefing is never written over
            done = self.open_all(opened, place.name)
        if not done:
            return False
        if own:
            self.saving.watch.know(place, digest)
        self._settings.add_recent(place)
        return True

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """Open several files that came together, or ask which where there is no room for all."""
        if len(paths) > MOST_TOGETHER:
            self._session.failed.emit(
                refusal(
                    translate("Problem", "what was dropped"),
                    "is {count} files",
                    "drop at most {most} at once",
                    count=len(paths),
                    most=MOST_TOGETHER,
                )
            )
            return False
        open_now = {self.saving.path_of(slot) for slot in self._session.desk.slots}
        new = [path.absolute() for path in paths if path.absolute() not in open_now]
        room = MOST_SCENARIOS - len(self._session.desk.slots)
        if len(new) <= room or len(new) == 1:
            done = [self.open_path(path) for path in paths]  # each of them, even if another fails
            return all(done)
        found = [
            (place if opened.kind == "scenario" and is_scenario_file(place) else None, loaded)
            for place in new
            if (opened := self._read(place)) is not None
            for loaded in opened.scenarios
        ]
        if not found:
            return False
        titles = [loaded.scenario.name for _, loaded in found]
        chosen = self.saving.dialogs.which(titles, translate("Files", "What was dropped"), room)
        if chosen is None:
            return False
        wanted = [found[number] for number in chosen.numbers]
        if not chosen.beside and not self._open_in_place(
            [loaded for _, loaded in wanted], translate("Files", "what was dropped")
        ):
            return False
        for place, loaded in wanted:
            if chosen.beside:
                self._place(loaded.scenario, File(place, loaded.scenario))
            if place is not None:
                self._know_as_saved(loaded.scenario, place)
        return True

    def _know_as_saved(self, scenario: Scenario, place: Path) -> None:
        """Note that a scenario opened from a file of its own is to be saved to it from now on."""
        for slot in self._session.desk.slots:
            if slot.scenario == scenario:
                self._session.mark_saved(slot, place)
        self.saving.watch.know(place, content_digest(place))
        self._settings.add_recent(place)

    def _open_one(self, loaded: LoadedScenario, place: Path) -> bool:
        before = self._session.desk.current
        if not self._place(loaded.scenario, File(place, loaded.scenario)):
            return False
        self._say_what_differs(before.scenario, loaded, place.name)
        return True

    def _is_of_another_force(self, place: Path) -> bool:
        """Whether a path is in another force's profile; if so, a window on that is asked for."""
        folder = profile_folder(place)
        if folder is None:
            return False
        try:
            other = load_profile_whole(folder)
        except ModellerError as error:
            self._session.failed.emit(naming_file(error, folder.name))
            return True
        if other == self.profile and is_scenario_file(place):
            return False
        self.profile_asked.emit(folder, place if is_scenario_file(place) else None)
        return True

    def open_all(self, opened: Opened, name: str) -> bool:
        """Open every scenario of a message or a briefing, or ask which where there is no room.

        One that is on the desk already, with the same settings, is not put there twice. The one
        that a briefing is about is selected.
        """
        before = self._session.desk.current
        subject = subject_of(opened)
        there = {slot.scenario.inputs_digest for slot in self._session.desk.slots}
        # a single scenario is opened whatever is on the desk
        several = len(opened.scenarios) > 1
        new = [
            each
            for each in opened.scenarios
            if not several or each.scenario.inputs_digest not in there
        ]
        room = MOST_SCENARIOS - len(self._session.desk.slots)
        if several and len(new) > room:
            titles = [each.scenario.name for each in new]
            chosen = self.saving.dialogs.which(titles, name, room)
            if chosen is None:
                return False
            if not chosen.beside:
                return self._open_in_place([new[number] for number in chosen.numbers], name)
            new = [new[number] for number in chosen.numbers]
        for loaded in sorted(new, key=lambda each: each is subject):  # the last is selected
            if not self._place(loaded.scenario, File(None, loaded.scenario)):
                return False
        self._select(subject.scenario)
        if several:
            self._say_what_came(opened, new, name)
        else:
            self._say_what_differs(before.scenario, subject, name)
        return True

    def _select(self, scenario: Scenario) -> None:
        for slot in self._session.desk.slots:
            if slot.scenario.inputs_digest == scenario.inputs_digest:
                if slot.letter != self._session.desk.selected:
                    self._session.choose(slot.letter)
                return

    def _open_in_place(self, chosen: list[LoadedScenario], name: str) -> bool:
        """Replace the desk by what was chosen; one step of undo brings the old one back."""
        if not self.saving.may_replace():
            return False
        pairs = zip(LETTERS, chosen, strict=False)
        slots = tuple(new_slot(letter, loaded.scenario) for letter, loaded in pairs)
        self._session.change(
            Desk(slots, slots[0].letter, slots[0].letter),
            translate("Undo", "opening {title}", title=name),
        )
        return True

    def _open_desk(self, opened: Opened, frame: DeskFrame, name: str) -> bool:
        """Open a saved desk as it was; one step of undo brings the old one back."""
        if not self.saving.may_replace():
            return False
        slots = tuple(
            replace(new_slot(letter, loaded.scenario), visible=visible)
            for letter, visible, loaded in zip(
                frame.letters, frame.visible, opened.scenarios, strict=True
            )
        )
        self._session.change(
            Desk(slots, frame.selected, frame.baseline),
            translate("Undo", "opening {title}", title=name),
        )
        for slot in slots:
            self._session.mark_kept(slot)
        edited = edited_words(opened.scenarios, name)
        if edited:
            self.noticed.emit(Notice("note", edited, key="opened"))
        return True

    def _say_what_came(self, opened: Opened, new: list[LoadedScenario], name: str) -> None:
        titles = translate("List", "; ").join(each.scenario.name for each in new)
        text = translate(
            "Files", "{name} holds {count} scenarios.", name=name, count=len(opened.scenarios)
        )
        if new:
            put = translate("Files", "Now on the desk: {titles}.", titles=titles)
            text = f"{text} {put}"
        text = f"{edited_words(opened.scenarios, name)} {text}".lstrip()
        left = [each for each in opened.scenarios if each not in new]
        details = [
            translate("Files", "Not put on the desk: {title}.", title=each.scenario.name)
            for each in left
        ]
        notes = [note for each in new for note in each.notes]
        self.noticed.emit(Notice("note", text, details=(*details, *notes), key="opened"))

    def revert(self, letter: str | None = None) -> bool:
        """Read the file again and replace what is on the screen with its content."""
        slot = self.saving.slot(letter)
        path = self.saving.path_of(slot)
        file = self._session.file(slot)
        if path is None:
            if file is None:
                return False
            self._session.replace_scenario(
                file.saved, translate("Undo", "reverting to the start"), slot.letter
            )
            return True
        digest = content_digest(path)
        opened = self._read(path)
        if opened is None:
            return False
        loaded = subject_of(opened)
        words = translate("Undo", "reverting to {name}", name=path.name)
        self._session.replace_scenario(loaded.scenario, words, slot.letter)
        self._session.mark_saved(self._session.desk.slot(slot.letter), path)
        self.saving.watch.know(path, digest)
        self.withdrawn.emit(str(path))
        return True

    def _read(self, path: Path) -> Opened | None:
        """What a file holds; None when it cannot be read, after problems that name the file."""
        try:
            return self._reader(path)
        except ModellerError as error:
            self._session.failed.emit(naming_file(error, path.name))
            return None

    def _place(self, scenario: Scenario, file: File) -> bool:
        """Put a scenario in a free slot, or in the selected one when there is none."""
        if self._session.desk.free_letter is not None:
            self._session.add(scenario, file)
            return True
        desk = self._session.desk
        if not self.saving.may_lose((desk.current,), translate("Files", "another takes its place")):
            return False
        desk = self._session.desk  # it may have been saved meanwhile
        slot = new_slot(desk.selected, scenario)
        slots = tuple(slot if old.letter == desk.selected else old for old in desk.slots)
        self._session.change(
            replace(desk, slots=slots), translate("Undo", "opening {title}", title=scenario.name)
        )
        if file.path is not None:
            self._session.mark_saved(slot, file.path)
        return True

    def _say_what_differs(self, before: Scenario, loaded: LoadedScenario, name: str) -> None:
        now = loaded.scenario
        found = differences(before, now)
        text, sentences = opened_words(before, loaded, name)

        def show() -> None:
            columns = (before.name, now.name)
            self.differences.show(
                translate("Files", "{title} and {other}", title=now.name, other=before.name),
                found,
                columns,
                sentences,
            )
            if loaded.moved:
                words = (translate("Files", "in the file"), translate("Files", "under this model"))
                self.differences.show(
                    translate("Files", "What the model has changed since"), loaded.moved, words
                )

        if text:
            choices = (
                Choice(translate("Files", "Show what differs"), show),
                Choice(translate("Files", "Dismiss"), lambda: None),
            )
            self.noticed.emit(Notice("note", text, choices, sentences, key="opened"))

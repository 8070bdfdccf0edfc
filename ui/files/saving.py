"""Saving the scenarios on the desk, and asking before work that no file holds is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from modeller.base.errors import ModellerError
from modeller.base.formats import format_called
from modeller.base.language import translate
from modeller.base.paths import is_there
from modeller.projection import Projection
from modeller.scenario.desk_file import DeskFrame, write_desk
from modeller.scenario.file import SUFFIX, scenario_document, write_scenario
from ui.desk.session import Session, Slot
from ui.desk.settings import Settings
from ui.files.file_content import (
    changed_notice,
    file_name,
    first_folder,
    gone_notice,
    is_shipped,
    mark_shipped_as_saved,
    results_summary,
)
from ui.files.file_questions import FileDialogs
from ui.files.file_watch import FileWatch, digest_of, writing


class Saving(QObject):
    """Saves the session's scenarios, and watches their files for what others do to them.

    Parameters
    ----------
    session
        Problems go to its `failed` signal, each with its place.
    settings
        Keeps the recent files.
    dialogs
        What asks the user.
    projection_of
        The settled projection of a slot's scenario, or None while it is not there; its summary
        is saved with the scenario.

    Signals
    -------
    noticed
        A `Notice` for the banner.
    withdrawn
        Key of a notice that no longer holds.
    revert_asked
        Letter of the scenario whose file is to be read again.
    """

    noticed = Signal(object)
    withdrawn = Signal(str)
    revert_asked = Signal(str)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        parent: QObject | None = None,
        *,
        dialogs: FileDialogs | None = None,
        projection_of: Callable[[Slot], Projection | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self.dialogs = dialogs or FileDialogs()
        self._projection_of = projection_of or (lambda _slot: None)
        self.watch = FileWatch(self)
        self.watch.changed.connect(self._changed_on_disk)
        self.watch.gone.connect(self._gone_from_disk)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # network folders announce no changes: look when the window becomes active again
            application.applicationStateChanged.connect(self._application_state_changed)
        mark_shipped_as_saved(session)

    def save(self, letter: str | None = None) -> bool:
        """Save a scenario to its file, or ask where if it has none."""
        slot = self.slot(letter)
        path = self.path_of(slot)
        if path is None:
            return self.save_as(letter)
        return self._write(slot, path, agreed=False)

    def save_as(self, letter: str | None = None) -> bool:
        """Ask where to save a scenario, and save it there."""
        slot = self.slot(letter)
        suggested = self.path_of(slot) or first_folder(self._settings.recent) / file_name(
            slot.scenario.title
        )
        path = self.dialogs.path_to_save(suggested)
        if path is None:
            return False
        if not path.name.endswith(".json"):
            path = path.with_name(path.name + SUFFIX)
            if is_there(path):
                # the dialog asked about the name before the ending was added
                return self._write(slot, path.absolute(), agreed=False)
        # nobody has agreed to replace a file that was not there when the dialog asked
        return self._write(slot, path.absolute(), agreed=is_there(path))

    def _write(self, slot: Slot, path: Path, *, agreed: bool) -> bool:
        """Write a file, unless it holds something nobody here has seen or agreed to replace."""
        try:
            with writing(path):
                foreign = not agreed and self.watch.is_foreign(path)
                if not foreign:
                    self._write_now(slot, path)
        except ModellerError as error:
            self._session.failed.emit(error)
            return False
        if not foreign:
            return True
        answer = self.dialogs.changed_on_disk(path)
        if answer == "save as":
            return self.save_as(slot.letter)
        return answer == "overwrite" and self._write(slot, path, agreed=True)

    def _write_now(self, slot: Slot, path: Path) -> None:
        projection = self._projection_of(slot)
        if projection is not None:
            same = projection.scenario.inputs_digest == slot.scenario.inputs_digest
            projection = projection if same else None
        written = write_scenario(
            path,
            slot.scenario,
            results=None if projection is None else results_summary(projection),
            results_digest=None if projection is None else projection.results_digest,
        )
        # the digest of what was written: somebody else may have written to the file since
        self.watch.know(path, digest_of(written))
        self._session.mark_saved(slot, path)
        self._settings.add_recent(path)
        self.withdrawn.emit(str(path))

    def save_all(self) -> bool:
        """Ask where to save the whole desk as one file, and save it there."""
        suffix = format_called("desk").suffix
        desk = self._session.desk
        title = translate("Files", "{title} and others", title=desk.scenario.name)
        suggested = first_folder(self._settings.recent) / file_name(title, suffix)
        path = self.dialogs.path_to_save(suggested, "desk")
        if path is None:
            return False
        if not path.name.endswith(".json"):
            path = path.with_name(path.name + suffix)
        frame = DeskFrame(
            tuple(slot.letter for slot in desk.slots),
            tuple(slot.visible for slot in desk.slots),
            desk.selected,
            desk.baseline,
        )
        path = path.absolute()
        try:
            with writing(path):
                documents = [scenario_document(slot.scenario) for slot in desk.slots]
                write_desk(path, documents, frame, self._session.profile)
        except ModellerError as error:
            self._session.failed.emit(error)
            return False
        for slot in desk.slots:
            self._session.mark_kept(slot)
        self._settings.add_recent(path)
        return True

    # ---- what would be lost

    def close(self, letter: str | None = None) -> bool:
        """Close a scenario, asking first when it is not saved."""
        slot = self.slot(letter)
        if len(self._session.desk.slots) == 1:
            return False
        if not self.may_lose((slot,), translate("Files", "closing")):
            return False
        self._session.close(slot.letter)
        return True

    def may_quit(self) -> bool:
        """Ask about everything that is not saved; False when the user cancels."""
        return self.may_lose(self.unsaved, translate("Files", "quitting"))

    def may_replace(self) -> bool:
        """Ask about everything that is not saved, before another desk takes its place."""
        return self.may_lose(self.unsaved, translate("Files", "other work takes its place"))

    @property
    def unsaved(self) -> tuple[Slot, ...]:
        """Scenarios with work in them that no file holds."""
        return tuple(slot for slot in self._session.desk.slots if self._has_work(slot))

    def _has_work(self, slot: Slot) -> bool:
        """Whether something would be lost: an unchanged shipped scenario can be opened again."""
        return self._session.unsaved(slot) and not is_shipped(slot.scenario)

    def may_lose(self, slots: tuple[Slot, ...], why: str) -> bool:
        """Ask about what is not saved among some slots; False when the user cancels."""
        unsaved = [slot for slot in slots if self._has_work(slot)]
        if not unsaved:
            return True
        answer = self.dialogs.unsaved([slot.scenario.name for slot in unsaved], why)
        if answer == "save":
            return all(self.save(slot.letter) for slot in unsaved)
        return answer == "discard"

    # ---- files changed by others

    def _application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.watch.look()

    def _changed_on_disk(self, path: Path) -> None:
        if self._slot_of(path) is not None:
            self.noticed.emit(
                changed_notice(path, partial(self._with, path, self.revert_asked.emit))
            )

    def _gone_from_disk(self, path: Path) -> None:
        if self._slot_of(path) is not None:
            again, elsewhere = (partial(self._with, path, do) for do in (self.save, self.save_as))
            self.noticed.emit(gone_notice(path, again, elsewhere))

    def _with(self, path: Path, do: Callable[[str], object]) -> None:
        """Do something with the slot of a file, if it is still on the desk."""
        slot = self._slot_of(path)
        if slot is not None:
            do(slot.letter)

    # ---- inside

    def slot(self, letter: str | None) -> Slot:
        """The slot of a letter, by default the selected one."""
        desk = self._session.desk
        return desk.current if letter is None else desk.slot(letter)

    def _slot_of(self, path: Path) -> Slot | None:
        slots = self._session.desk.slots
        return next((slot for slot in slots if self.path_of(slot) == path), None)

    def path_of(self, slot: Slot) -> Path | None:
        """The file that a slot's scenario is saved in, or None."""
        file = self._session.file(slot)
        return None if file is None else file.path

"""Unsaved work, kept in the state folder and offered again after a crash."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QTimer

from modeller.base import clock
from modeller.base.bounded_json import parse
from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translatable, translate
from modeller.base.paths import is_there
from modeller.base.saving import write_atomically
from modeller.profiles import Profile
from modeller.profiles.profile import SHIPPED
from modeller.scenario.document import MAXIMUM_TOGETHER_BYTES
from modeller.scenario.file import (
    document_text,
    parse_document,
    read_scenario,
    scenario_document,
)
from ui.desk.session import LETTERS, Desk, File, Session, Slot, new_slot
from ui.desk.settings import state_folder
from ui.files.saving import Saving

REST_MILLISECONDS = 1_500
_FORMAT = 1
_MOST_LEFTOVERS = 20
_SUFFIX = ".work.json"
_ALONE = translatable("Problem", "it is left alone")
_LEFTOVER = FileKind(MAXIMUM_TOGETHER_BYTES, _ALONE, _ALONE, _ALONE)


@dataclass(frozen=True)
class Leftover:
    """Work left by a window that did not close normally.

    `paths` gives for each letter the file that the scenario came from, and what that held.
    """

    place: Path
    saved_at: float
    desk: Desk
    paths: Mapping[str, tuple[Path, str | None]]

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles of the scenarios in it."""
        return tuple(slot.scenario.name for slot in self.desk.slots)


class Autosave(QObject):
    """Writes the desk, a moment after each change, while it holds unsaved work.

    A lock beside the file shows that its window is still open; without one, work was left by a
    crash.
    """

    def __init__(
        self,
        session: Session,
        saving: Saving,
        folder: Path | None = None,
        *,
        rest: int | None = None,
    ) -> None:
        super().__init__(saving)
        self._session = session
        self._saving = saving
        self._folder = state_folder() / "autosave" if folder is None else folder
        self.path = self._folder / f"{uuid4().hex}{_SUFFIX}"
        self._lock: QLockFile | None = None
        self._failed = False
        interval = REST_MILLISECONDS if rest is None else rest
        self._rest = QTimer(self, singleShot=True, interval=interval)
        self._rest.timeout.connect(self._write_or_say)
        session.desk_changed.connect(self._touch)
        session.files_changed.connect(self._touch)

    def _touch(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _write_or_say(self) -> None:
        """Write the work; a folder that cannot be written to is reported only once."""
        try:
            self.write()
        except ModellerError as error:
            if not self._failed:
                self._session.failed.emit(error)
            self._failed = True
        else:
            self._failed = False

    def write(self) -> Path | None:
        """Write the work now; returns where it is, or None when everything is in files.

        Raises
        ------
        ModellerError
            When it cannot be written.
        """
        if not self._saving.unsaved:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)
            return None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = translate("Files", "cannot be made ({reason})", reason=error.strerror or error)
            remedy = translate("Files", "unsaved work would be lost in a crash: save it to a file")
            raise ModellerError(Problem(str(self._folder), what, remedy)) from error
        if self._lock is None:
            self._lock = _lock_beside(self.path)
            self._lock.tryLock(0)
        write_atomically(
            self.path,
            document_text(self._document()).encode(),
            read_back=lambda content: _desk_in(content, self.path, self._session.profile),
            private=True,
        )
        return self.path

    def finish(self) -> None:
        """When the window closes normally, remove the autosaved work and the lock."""
        self._rest.stop()
        self._session.desk_changed.disconnect(self._touch)
        self._session.files_changed.disconnect(self._touch)
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def restore(self, leftover: Leftover) -> bool:
        """Open a crashed window's work, and remove its file once this window keeps the work.

        Asks first about unsaved work that is on the desk; False when the user cancels.
        """
        if not self._saving.may_replace():
            return False
        files: dict[int, File] = {}
        for slot in leftover.desk.slots:
            origin = leftover.paths.get(slot.letter)
            if origin is None:
                continue
            path, digest = origin
            # a file that has vanished or become unreadable leaves the scenario unsaved
            with contextlib.suppress(ModellerError):
                files[slot.document] = File(
                    path, read_scenario(path, self._session.profile).scenario
                )
                self._saving.watch.know(path, digest)
        self._session.open(leftover.desk, files)
        self._session.files_changed.emit()
        self._write_or_say()
        if is_there(self.path) or not self._saving.unsaved:
            discard(leftover)
        return True

    def _document(self) -> dict[str, Any]:
        desk = self._session.desk
        return {
            "format": _FORMAT,
            "saved_at": int(clock.seconds()),
            "selected": desk.selected,
            "baseline": desk.baseline,
            "slots": [self._slot_document(slot) for slot in desk.slots],
        }

    def _slot_document(self, slot: Slot) -> dict[str, Any]:
        document: dict[str, Any] = {
            "letter": slot.letter,
            "visible": slot.visible,
            "scenario": scenario_document(slot.scenario),
        }
        file = self._session.file(slot)
        if file is not None and file.path is not None and str(file.path).isprintable():
            document["path"] = str(file.path)
            document["digest"] = self._saving.watch.known(file.path)
        return document


def _lock_beside(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # a lock is stale when its process is gone, however old it is
    return lock


def find_leftovers(
    profile: Profile,
    folder: Path | None = None,
) -> tuple[tuple[Leftover, ...], ModellerError | None]:
    """Work on a force left by crashed windows, the newest first; and files that are unreadable.

    A file that cannot be read is renamed, so that it is reported once and still kept.
    """
    place = state_folder() / "autosave" if folder is None else folder
    found: list[Leftover] = []
    problems: list[Problem] = []
    try:
        paths = sorted(place.glob(f"*{_SUFFIX}"))[:_MOST_LEFTOVERS]
    except OSError:
        paths = []
    for path in paths:
        lock = _lock_beside(path)
        if not lock.tryLock(0):
            continue  # its window is still open
        lock.unlock()
        try:
            leftover = _read(path, profile)
            if leftover is not None:
                found.append(leftover)
        except ModellerError as error:
            aside = path.with_name(path.name.removesuffix(_SUFFIX) + ".damaged.json")
            with contextlib.suppress(OSError):
                path.replace(aside)
            what = translate("Files", "cannot be read: {reason}", reason=error.problems[0])
            remedy = translate("Files", "it is kept as {name}", name=aside.name)
            problems.append(Problem(translate("Files", "autosaved work"), what, remedy))
    _clear_locks(place)
    found.sort(key=lambda leftover: -leftover.saved_at)
    return tuple(found), ModellerError(problems) if problems else None


def _clear_locks(folder: Path) -> None:
    """Remove the locks of windows that were killed when all of their work was in files."""
    with contextlib.suppress(OSError):
        for path in folder.glob("*.work.lock"):
            if not is_there(path.with_suffix(".json")):
                lock = QLockFile(str(path))
                lock.setStaleLockTime(0)
                if lock.tryLock(0):
                    lock.unlock()


def discard(leftover: Leftover) -> None:
    """Delete the work of a crashed window."""
    with contextlib.suppress(OSError):
        leftover.place.unlink(missing_ok=True)


def _read(path: Path, profile: Profile) -> Leftover | None:
    """What a file holds; None where it is work on another force, for a window of that force."""
    return _desk_in(read_file(path, _LEFTOVER, name=path.name), path, profile)


def _desk_in(content: bytes, path: Path, profile: Profile) -> Leftover | None:
    """The work in the bytes of a file; None where it is work on another force."""
    tree: Any = parse(content, path.name, most=MAXIMUM_TOGETHER_BYTES)
    try:
        profiles = (part["scenario"].get("profile", {}) for part in tree["slots"])
        if any(named.get("key", SHIPPED) != profile.key for named in profiles):
            return None
        return _leftover(path, tree, profile)
    except (KeyError, TypeError, ValueError, AttributeError, StopIteration) as error:
        what = translate(
            "Files", "is not what the modeller writes ({kind})", kind=type(error).__name__
        )
        raise ModellerError(
            Problem(path.name, what, translate("Files", "it is left alone"))
        ) from error


def _leftover(path: Path, tree: Any, profile: Profile) -> Leftover:
    slots: list[Slot] = []
    paths: dict[str, tuple[Path, str | None]] = {}
    for part in tree["slots"][: len(LETTERS)]:
        letter = part["letter"]
        if letter not in LETTERS or letter in {slot.letter for slot in slots} or len(letter) != 1:
            raise ValueError(letter)
        scenario = parse_document(part["scenario"], profile).scenario
        slot = new_slot(letter, scenario)
        slots.append(Slot(letter, scenario, slot.document, visible=bool(part["visible"])))
        origin = part.get("path")
        if isinstance(origin, str) and origin.isprintable() and Path(origin).is_absolute():
            digest = part.get("digest")
            paths[letter] = (Path(origin), digest if isinstance(digest, str) else None)
    selected = tree.get("selected", tree.get("at_hand"))  # its name in version 1
    desk = Desk(tuple(slots), selected=selected, baseline=tree["baseline"])
    desk.slot(desk.selected)
    desk.slot(desk.baseline)
    return Leftover(path, float(tree["saved_at"]), desk, paths)

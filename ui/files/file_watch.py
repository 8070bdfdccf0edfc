"""Which files are open, what they held when they were last read, and who else writes to them."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

from modeller.base.bounded_json import MAXIMUM_BYTES
from modeller.base.bounded_reading import read_start
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translate
from ui.desk.settings import state_folder

_PAUSE_MILLISECONDS = 200
_LOCK_MILLISECONDS = 3_000


def digest_of(content: bytes) -> str:
    """SHA-256 of what a file holds."""
    return hashlib.sha256(content).hexdigest()


def content_digest(path: Path) -> str | None:
    """SHA-256 of a file up to the largest size of a scenario file; None when it cannot be read."""
    try:
        return digest_of(read_start(path, MAXIMUM_BYTES + 1))
    except (OSError, ValueError):
        return None


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Keep other windows of the modeller from writing the same file meanwhile.

    Raises
    ------
    ModellerError
        When another window does not finish.
    """
    # the file's one name, whatever links lead to it; a circular link fails when it is written
    name = digest_of(os.fsencode(os.path.realpath(path)))[:24]
    folder = state_folder() / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        yield  # without a state folder there is no lock, and the digests are still compared
        return
    lock = QLockFile(str(folder / f"{name}.lock"))
    if not lock.tryLock(_LOCK_MILLISECONDS) and lock.error() == QLockFile.LockError.LockFailedError:
        what = translate("Files", "is being saved by another window of the modeller")
        raise ModellerError(Problem(str(path), what, translate("Files", "try again in a moment")))
    try:
        yield
    finally:
        lock.unlock()


class FileWatch(QObject):
    """Notices when a file is no longer as it was last read or written here.

    Signals
    -------
    changed
        Path of a file whose content is not the one known here.
    gone
        Path of a file that is no longer there.
    """

    changed = Signal(object)
    gone = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Path, str] = {}
        self._told: dict[Path, str | None] = {}
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._watcher.fileChanged.connect(self._pause.start)
        self._watcher.directoryChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.look)

    def know(self, path: Path, digest: str | None) -> None:
        """Note `digest` as that of what the file is expected to hold."""
        if digest is None:
            self._known.pop(path, None)
        else:
            self._known[path] = digest
        self._told.pop(path, None)
        self._watch(path)

    def known(self, path: Path) -> str | None:
        """Digest of what was last read from the file or written to it."""
        return self._known.get(path)

    def is_foreign(self, path: Path) -> bool:
        """Whether the file holds content that was neither read nor written here."""
        now = content_digest(path)
        return now is not None and now != self._known.get(path)

    def look(self) -> None:
        """Compare every open file with what is known of it, and announce each change once."""
        for path, known in list(self._known.items()):
            now = content_digest(path)
            self._watch(path)
            if now == known:
                self._told.pop(path, None)
            elif path not in self._told or self._told[path] != now:
                self._told[path] = now
                (self.gone if now is None else self.changed).emit(path)

    def _watch(self, path: Path) -> None:
        # A file that is replaced is another file to the system: only its folder announces it.
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for place in (path, path.parent):
            with contextlib.suppress(OSError):  # a folder that may not be read
                if str(place) not in watched and place.exists():
                    self._watcher.addPath(str(place))

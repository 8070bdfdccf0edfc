"""Settings kept between runs: the window's place, recent files, appearance, the tour.

Qt's settings file can hold serialised objects, and reading one can run code. So everything here
is kept as plain text, and a file that holds anything else is set aside before Qt sees it.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from urllib.parse import quote, unquote

from PySide6.QtCore import QByteArray, QSettings

from modeller.base.bounded_reading import read_start
from modeller.base.saving import make_private
from modeller.base.user_folders import user_folder
from ui.languages.language import LANGUAGES, Language
from ui.look.style import LARGEST_TEXT_SCALE, MODES, Mode

MOST_RECENT = 10
_LARGEST_FILE = 256_000
_LONGEST_PATH = 4_096
_LONGEST_STATE = 20_000
_LONGEST_RECENT = _LARGEST_FILE // 2

# A section, or a name and a value: no backslash and no @, with which Qt's own escapes begin.
_LINE = re.compile(rb"\[[A-Za-z%]+\]|[A-Za-z0-9_]+=[A-Za-z0-9 _.,;:/%~|+\"-]*", re.ASCII)
_HEXADECIMAL = re.compile(r"(?:[0-9a-f]{2})+", re.ASCII)


def settings_path() -> Path:
    """Where the settings are kept."""
    return user_folder("config") / "settings.ini"


def state_folder() -> Path:
    """Where autosaved work and the history are kept."""
    return user_folder("state")


class Settings:
    """The settings, each checked when it is read: whatever a file holds, the window opens.

    Parameters
    ----------
    path
        Another file than the user's own.

    Attributes
    ----------
    set_aside
        Where an unusable settings file was moved to, or None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = settings_path() if path is None else path
        self.set_aside = _set_aside_if_strange(self._path)
        with contextlib.suppress(OSError):  # settings that cannot be kept are done without
            self._path.parent.mkdir(parents=True, exist_ok=True)
            make_private(self._path)  # private, since it names files
        self._store = QSettings(str(self._path), QSettings.Format.IniFormat)
        self._store.setAtomicSyncRequired(False)

    def sync(self) -> None:
        """Write pending changes now."""
        self._store.sync()

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window in Qt's own form; empty before the first run."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._set_bytes("window/geometry", value)

    @property
    def window_state(self) -> QByteArray:
        """Where the docks stand, in Qt's own form."""
        return self._bytes("window/state")

    @window_state.setter
    def window_state(self, value: QByteArray) -> None:
        self._set_bytes("window/state", value)

    @property
    def mode(self) -> Mode:
        """Light, dark or the same as the system."""
        value = self._text("appearance/mode")
        return next((mode for mode in MODES if mode == value), "system")

    @mode.setter
    def mode(self, value: Mode) -> None:
        self._put("appearance/mode", value)

    @property
    def language(self) -> Language:
        """The window's language; a change takes effect when the window is restarted."""
        value = self._text("appearance/language")
        return next((language for language in LANGUAGES if language == value), "system")

    @language.setter
    def language(self, value: Language) -> None:
        self._put("appearance/language", value)

    @property
    def text_scale(self) -> float:
        """How many times as large as usual text is wanted, 1 to 3."""
        try:
            value = float(self._text("appearance/text_scale"))
        except ValueError:
            return 1.0
        return value if 1.0 <= value <= LARGEST_TEXT_SCALE else 1.0

    @text_scale.setter
    def text_scale(self, value: float) -> None:
        self._put("appearance/text_scale", f"{value:g}")

    @property
    def tour_seen(self) -> bool:
        """Whether the tour was shown, or skipped, before."""
        return self._text("tour/seen") == "yes"

    @tour_seen.setter
    def tour_seen(self, value: bool) -> None:
        self._put("tour/seen", "yes" if value else "no")

    @property
    def reduced_motion(self) -> bool:
        """Whether animations are off."""
        return self._text("appearance/reduced_motion") == "yes"

    @reduced_motion.setter
    def reduced_motion(self, value: bool) -> None:
        self._put("appearance/reduced_motion", "yes" if value else "no")

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened or saved last, the newest first."""
        found: dict[Path, None] = {}
        for part in self._text("files/recent").split("|")[:MOST_RECENT]:
            text = unquote(part)
            path = Path(text)
            if 0 < len(text) <= _LONGEST_PATH and text.isprintable() and path.is_absolute():
                found[path] = None
        return tuple(found)

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        others = (other for other in self.recent if other != path)
        self._set_recent((path.absolute(), *others)[:MOST_RECENT])

    def forget_recent(self, path: Path | None = None) -> None:
        """Remove one file from the list, or all of them."""
        self._set_recent(() if path is None else tuple(p for p in self.recent if p != path))

    def _set_recent(self, paths: tuple[Path, ...]) -> None:
        # surrogates stand for undecodable bytes in a file's name; such a file is not kept
        quoted = []
        for path in paths:
            with contextlib.suppress(UnicodeEncodeError):
                quoted.append(quote(str(path), safe="/:"))
        text = "|".join(quoted)
        while len(text) > _LONGEST_RECENT:
            text = text.rpartition("|")[0]
        self._put("files/recent", text)

    def _text(self, name: str) -> str:
        value = self._store.value(name, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, name: str) -> QByteArray:
        text = self._text(name)
        if len(text) > _LONGEST_STATE or not _HEXADECIMAL.fullmatch(text):
            return QByteArray()
        return QByteArray.fromHex(text.encode())

    def _set_bytes(self, name: str, value: QByteArray) -> None:
        text = bytes(value.toHex().data()).decode()
        self._put(name, text if len(text) <= _LONGEST_STATE else "")

    def _put(self, name: str, text: str) -> None:
        """Keep a value, unless it would make the next start set the whole file aside."""
        if _known(f"{name.partition('/')[2]}={text}".encode()):
            self._store.setValue(name, text)


def _set_aside_if_strange(path: Path) -> Path | None:
    """Rename a settings file that this class cannot have written; None for one that it can."""
    try:
        if not path.exists():
            return None
        content = read_start(path, _LARGEST_FILE + 1)
    except OSError:
        return None  # Qt cannot read it either and uses the defaults
    lines = (line.strip() for line in content.splitlines())
    if len(content) <= _LARGEST_FILE and all(not line or _known(line) for line in lines):
        return None
    aside = path.with_suffix(".damaged.ini")
    try:
        path.replace(aside)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
    return aside


def _known(line: bytes) -> bool:
    return _LINE.fullmatch(line) is not None

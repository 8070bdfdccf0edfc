"""What follows an unexpected failure: saving the work, saying what happened, carrying on."""

from __future__ import annotations

import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import numpy as np
import PySide6
import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from modeller.base import clock
from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.base.version import VERSION
from modeller.model.catalogue import model_version
from modeller.model.sampling import STREAMS_VERSION
from ui.look.access_letters import letter_dialog
from ui.look.buttons import push_button
from ui.look.dialogs import as_dialog, resize_within
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import theme

_MOST_FRAMES = 30
_LONGEST_MESSAGE = 2_000
_MOST_KEPT = 5
# anything that looks like a path on somebody's disk; its last part is kept
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][^\\/\s'\":,;()<>|]+)+[\\/]([^\\/\s'\":,;()<>|]+)")


# in quotation marks, as the system names a file, spaces belong to the path
_QUOTED_PATH = re.compile(r"(['\"])(?:[A-Za-z]:|~)?[\\/](?:[^\\/'\"\n]*[\\/])*([^\\/'\"\n]+)\1")


def without_paths(text: str) -> str:
    """The text without folders, whose names may tell who somebody is and what they work on."""
    home = str(Path.home())
    if len(home) > 1:
        text = text.replace(home, "~")
        text = re.sub(
            re.escape("~") + r"[\\/](?:[^\\/\n'\":;]+[\\/])*([^\\/\n'\":;]+)", r"\1", text
        )
    text = _QUOTED_PATH.sub(r"\1\2\1", text)
    return _PATH.sub(r"\1", text)


def module_place(file: str) -> str:
    """A source file as ``ui/desk/session.py``: from its package on, without the folders above."""
    path = Path(file)
    for parent in path.parents:
        if not (parent / "__init__.py").exists():
            return path.relative_to(parent).as_posix()
    return path.name


def describe(error: BaseException, fingerprint: str = "") -> str:
    """What a report needs: versions, fingerprint, and the calls that led to the failure.

    No values of variables, no personal paths, no text of a scenario but what the error's own
    message quotes.
    """
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    message = without_paths(str(error))[:_LONGEST_MESSAGE]
    lines = [
        f"modeller {VERSION}, model {model_version()}, {STREAMS_VERSION}",
        (
            f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}, "
            f"numpy {np.__version__}"
        ),
        (
            f"{platform.system()} {platform.release()} {platform.machine()}, "
            f"{QGuiApplication.platformName()}"
        ),
        f"scenario {fingerprint or 'not known'}, {clock.now():%Y-%m-%d %H:%M} UTC",
        "",
        *(f"{module_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames),
        f"{type(error).__name__}: {message}",
    ]
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Says that something went wrong, where the work is, and shows details to copy.

    Its children are named "details", "copy", "go-on" and "quit".

    Signals
    -------
    quit_asked
        The user chose to quit.
    """

    quit_asked = Signal()

    def __init__(self, details: str, saved: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Crash", "Something went wrong"))
        self._reports = [details]
        self._details = QPlainTextEdit(details, self)
        self._details.setObjectName("details")
        self._details.setAccessibleName(translate("Crash", "Details for a report"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setFont(theme().font("note"))
        copy = push_button("copy", translate("Crash", "Copy the details"), self, self._copy)
        go_on = push_button("go-on", translate("Crash", "Carry on"), self, self.close)
        go_on.setDefault(True)
        leave = push_button("quit", translate("Crash", "Close the modeller"), self, self._quit)
        letter_dialog(self)
        layout = QVBoxLayout(self)
        layout.addWidget(
            RunningText(
                translate("Crash", "Something went wrong in the modeller"),
                self,
                size="title",
                bold=True,
            )
        )
        layout.addWidget(RunningText(saved, self))
        hint = translate(
            "Crash",
            "These details contain versions and lines of the program, but no folders or names.",
        )
        layout.addWidget(RunningText(hint, self, size="note", ink="muted"))
        layout.addWidget(self._details, 1)
        row = nested(layout, QHBoxLayout())
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(go_on)
        as_dialog(layout)
        resize_within(self, 640, 420)

    def add(self, details: str) -> None:
        """Add another failure while this is open; only the first few are kept."""
        if len(self._reports) < _MOST_KEPT:
            self._reports.append(details)
            self._details.setPlainText("\n\n".join(self._reports))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())

    def _quit(self) -> None:
        self.close()
        self.quit_asked.emit()


class CrashGuard(QObject):
    """Handles exceptions that nobody caught, from any thread.

    Parameters
    ----------
    save
        Writes the unsaved work; returns where it is, or None when everything is in files.
    fingerprint
        The fingerprint of the selected scenario.
    failed
        Takes a `ModellerError` that nobody caught, which belongs in the banner.
    window
        Parent of the dialog.

    Signals
    -------
    quit_asked
        The user chose to quit.
    """

    quit_asked = Signal()
    _happened = Signal(object)

    def __init__(
        self,
        save: Callable[[], Path | None],
        fingerprint: Callable[[], str] = lambda: "",
        failed: Callable[[ModellerError], object] = lambda _error: None,
        window: QWidget | None = None,
    ) -> None:
        super().__init__(window)
        self._save = save
        self._fingerprint = fingerprint
        self._failed = failed
        self._window = window
        self._busy = False
        self.dialog: CrashDialog | None = None
        self._former: tuple[object, object] | None = None
        # widgets are touched only on the window's own thread, and after the failed call is over
        self._happened.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Start handling exceptions that nobody caught."""
        if self._former is None:
            self._former = (sys.excepthook, threading.excepthook)
            sys.excepthook = self._of_process
            threading.excepthook = self._of_thread

    def uninstall(self) -> None:
        """Hand the reporting back to Python."""
        if self._former is not None:
            sys.excepthook, threading.excepthook = self._former  # type: ignore[assignment]
            self._former = None

    def _of_process(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):  # Ctrl+C, and requests to end the process
            sys.__excepthook__(kind, error, trace)
            return
        self._hand_over(error)

    def _of_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            self._hand_over(arguments.exc_value)

    def _hand_over(self, error: Exception) -> None:
        # a process that ends may have threads that fail when the window has gone
        if shiboken6.isValid(self):
            self._happened.emit(error)

    def _take(self, error: Exception) -> None:
        if self._busy:
            return  # a failure during the handling of another, which is already being shown
        self._busy = True
        try:
            if isinstance(error, ModellerError):
                self._failed(error)
            else:
                self._show(error)
        except Exception as worse:  # the last resort must not fail itself
            sys.__excepthook__(type(worse), worse, worse.__traceback__)
        finally:
            self._busy = False

    def _show(self, error: Exception) -> None:
        saved = self._saved_words()
        details = describe(error, self._quietly(self._fingerprint))
        sys.__excepthook__(type(error), error, error.__traceback__)
        if self.dialog is not None:
            self.dialog.add(details)
            return
        self.dialog = CrashDialog(details, saved, self._window)
        self.dialog.quit_asked.connect(self.quit_asked)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _saved_words(self) -> str:
        try:
            place = self._save()
        except Exception as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            return translate(
                "Crash",
                "Your work could not be kept ({reason}). Save it to a file now.",
                reason=without_paths(reason),
            )
        if place is None:
            return translate("Crash", "All your work is saved in its files. You can carry on.")
        return translate(
            "Crash",
            "Your work has been kept and will be offered when you next start. You can carry on.",
        )

    @staticmethod
    def _quietly(ask: Callable[[], str]) -> str:
        try:
            return ask()
        except Exception:
            return ""

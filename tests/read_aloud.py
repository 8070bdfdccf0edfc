"""Reads the real window as a screen reader would, and prints what it hears: ``make read-aloud``.

It opens the window on a screen that nobody sees (Xvfb), with a message bus of its own, presses
keys as a user would (xdotool), and listens to AT-SPI, which Orca listens to. A thing is read as
Orca reads it: name, role, value, state, then its description.

It needs, of Debian or Ubuntu, ``apt-get install at-spi2-core dbus gir1.2-atspi-2.0
matchbox-window-manager python3-gi xdotool xvfb``, and runs in the system's own Python, which has
these; the window runs in the project's.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.virtual_screen import virtual_screen

PROJECT = Path(__file__).resolve().parent.parent
PROGRAMS = ("Xvfb", "xdotool", "dbus-run-session", "matchbox-window-manager")
PATIENCE_SECONDS = 90.0
QUIET_SECONDS = 0.6
"""After so long without an event the window has said what it had to say."""
SETTLED_SECONDS = 3.0
MOST_STOPS = 150

CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The first lever: two steps down, then a pause", ("Left", "Left")),
    ("Undone", ("ctrl+z",)),
    ("A value typed that is too high", ("9", "9", "Return", "Escape")),
    ("What is it?", ("F1", "Escape")),
    ("A menu", ("alt+e", "Escape", "Escape")),
    ("The scenarios side by side", ("ctrl+g", "Down", "Right", "Escape")),
    (
        "The map: a share moved, typed, the next tile",
        ("ctrl+m", "plus", "2", "5", "Return", "Right"),
    ),
    ("And back", ("ctrl+m",)),
)
"""What is tried after the walk, with the first lever focused: words, and xdotool's keys."""
EVENTS = (
    "object:state-changed:focused",
    "object:announcement",
    "object:property-change:accessible-value",
    "object:property-change:accessible-name",
    "object:property-change:accessible-description",
    "object:active-descendant-changed",
    "object:selection-changed",
)


def spoken(atspi: Any, thing: Any) -> str:
    """What is said of a thing that has the focus."""
    states, role = thing.get_state_set(), thing.get_role_name()
    parts = [thing.get_name().strip() or "(no name)", role]
    value = value_of(atspi, thing)
    if value:
        parts.append(value)
    state = atspi.StateType
    if role in ("check box", "radio button", "check menu item", "radio menu item"):
        parts.append("checked" if states.contains(state.CHECKED) else "not checked")
    if role == "text":
        parts.append(f"“{atspi.Text.get_text(thing, 0, -1)}”")
    if not states.contains(state.ENABLED):
        parts.append("unavailable")
    description = thing.get_description().strip()
    if description and description != thing.get_name().strip():
        parts.append(f"— {description}")
    return ", ".join(parts).replace(", —", " —").replace("\n", " ")


def value_of(atspi: Any, thing: Any) -> str:
    """The value of a slider, a spin box or a progress bar as a number."""
    if "Value" not in thing.get_interfaces():
        return ""
    return f"{atspi.Value.get_current_value(thing):g}"


class Reader:
    """Listens to one application, and presses keys."""

    def __init__(self, say: Callable[[str], None]) -> None:
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib

        self._atspi, self._say = Atspi, say
        self._context = GLib.MainContext.default()
        self._focus: Any = None
        self._last = time.monotonic()
        self.stops: list[str] = []
        Atspi.init()
        self._listener = Atspi.EventListener.new(self._hear)
        for event in EVENTS:
            self._listener.register(event)

    def wait_for_window(self, running: Callable[[], bool]) -> Any:
        """The application's window, once it is on the bus."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end and running():
            self.listen(0.5)
            desktop = self._atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                application = desktop.get_child_at_index(index)
                if application is not None and application.get_child_count():
                    return application.get_child_at_index(0)
        raise SystemExit("the window did not appear on the accessibility bus")

    def listen(self, quiet: float = QUIET_SECONDS) -> None:
        """Hear events until there were none for a while."""
        self._last = time.monotonic()
        while time.monotonic() - self._last < quiet:
            while self._context.pending():
                self._context.iteration(False)
            time.sleep(0.01)

    def press(self, *keys: str) -> None:
        """Press keys, each heard to its end."""
        for key in keys:
            subprocess.run(["xdotool", "key", key], check=True)
            self.listen()

    def _hear(self, event: Any) -> None:
        self._last = time.monotonic()
        try:
            self._understand(event)
        except Exception as problem:  # what was said of it is gone before it could be read
            self._say(f"    (gone: {problem})")

    def _understand(self, event: Any) -> None:
        thing, kind = event.source, event.type
        if kind.startswith("object:state-changed:focused"):
            if event.detail1:
                self._focus = thing
                words = spoken(self._atspi, thing)
                self.stops.append(words)
                self._say(words)
        elif kind.startswith("object:announcement"):
            self._say(f"  says: {event.any_data}")
        elif kind.startswith("object:active-descendant-changed"):
            self._say(f"  {spoken(self._atspi, event.any_data)}")
        elif self._focus is not None and thing == self._focus:
            if kind.endswith("accessible-value"):
                self._say(f"  value: {value_of(self._atspi, thing)}")
            elif kind.endswith("accessible-name"):
                self._say(f"  now: {thing.get_name()}")
            elif kind.endswith("accessible-description"):
                self._say(f"  now: {thing.get_description()}")

    def read(self, thing: Any, depth: int = 0) -> None:
        """Everything shown, in reading order, as somebody hears it who goes through it all."""
        role = thing.get_role_name()
        if not thing.get_state_set().contains(self._atspi.StateType.SHOWING) and depth:
            return
        if role not in ("filler", "panel", "layered pane", "frame") or thing.get_name():
            self._say("  " * min(depth, 1) + spoken(self._atspi, thing))
        if role in ("table", "slider"):
            return
        for index in range(thing.get_child_count()):
            child = thing.get_child_at_index(index)
            if child is not None:
                self.read(child, depth + 1)


@contextmanager
def screen() -> Iterator[str]:
    """A screen on which a new window gets the keyboard, which takes a window manager."""
    with virtual_screen() as name:
        environment = os.environ | {"DISPLAY": name}
        manager = subprocess.Popen([PROGRAMS[-1], "-use_titlebar", "no"], env=environment)
        try:
            yield name
        finally:
            manager.terminate()
            manager.wait(10)


@contextmanager
def window(python: str, scenario: str, folder: str) -> Iterator[subprocess.Popen[bytes]]:
    """The application, with settings of its own and the tour behind it."""
    places = {name: f"{folder}/{name}" for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    environment = os.environ | places | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_LOGGING_RULES": "qt.accessibility.*=false",
    }  # fmt: skip
    seen = "from ui.desk.settings import Settings; s = Settings(); s.tour_seen = True; s.sync()"
    subprocess.run([python, "-c", seen], env=environment, cwd=PROJECT, check=True)
    application = subprocess.Popen([python, "-m", "ui", scenario], env=environment, cwd=PROJECT)
    try:
        yield application
    finally:
        application.terminate()
        application.wait(20)


def walk(reader: Reader) -> None:
    """Tab through the window until it begins again."""
    first = len(reader.stops)
    for _ in range(MOST_STOPS):
        before = len(reader.stops)
        reader.press("Tab")
        if len(reader.stops) == before:
            break
        if reader.stops[-1] in reader.stops[first : len(reader.stops) - 1]:
            break


def main() -> int:
    """Read the window aloud."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenario", nargs="?", default="met-plan-2025")
    parser.add_argument("--keys", nargs="*", help="press these keys (xdotool's names) and listen")
    parser.add_argument("--everything", action="store_true", help="read the whole window first")
    parser.add_argument("--python", default=str(PROJECT / ".venv/bin/python"))
    given = parser.parse_args()
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        sys.exit(f"{', '.join(missing)}: not found; tests/read_aloud.py says what is needed")
    if "READ_ALOUD" not in os.environ:  # once more, with a message bus of its own
        again = ["dbus-run-session", "--", sys.executable, "-m", "tests.read_aloud", *sys.argv[1:]]
        environment = os.environ | {"READ_ALOUD": "1"}
        return subprocess.run(again, env=environment, cwd=PROJECT, check=False).returncode
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        os.environ["DISPLAY"] = stack.enter_context(screen())
        os.environ["XDG_RUNTIME_DIR"] = folder
        reader = Reader(print)
        application = stack.enter_context(window(given.python, given.scenario, folder))
        shown = reader.wait_for_window(lambda: application.poll() is None)
        reader.listen(8.0)
        reader.press("shift+Tab", "Tab")
        if given.everything:
            print("## Read from top to bottom")
            reader.read(shown)
        if given.keys is not None:
            for key in given.keys:
                print(f"[{key}]")
                reader.press(key)
            return 0
        print("## Tab through the window")
        walk(reader)
        reader.press("shift+Tab")
        for words, keys in CHAPTERS:
            print(f"## {words}")
            for key in keys:
                print(f"[{key}]")
                reader.press(key)
            reader.listen(SETTLED_SECONDS)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""In a real X window a real mouse moves a lever, and Qt has nothing to complain of."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.virtual_screen import virtual_screen

TOOLS = ("Xvfb", "xdotool", "import")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
PATIENCE_SECONDS = 90.0

pytestmark = pytest.mark.skipif(
    bool(MISSING) or not sys.platform.startswith("linux"),
    reason=f"needs {', '.join(MISSING) or 'Linux'}: a virtual X server, a mouse and a camera",
)


def run(*command: str, display: str) -> str:
    done = subprocess.run(
        command, env=os.environ | {"DISPLAY": display}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def display() -> Iterator[str]:
    with virtual_screen() as name:
        yield name


@pytest.fixture
def settings(user_folders: Path) -> Path:
    """A user who has seen the tour."""
    from ui.desk.settings import Settings

    known = Settings()
    known.tour_seen = True
    known.sync()
    return user_folders


def picture(display: str, path: Path) -> object:
    from PySide6.QtGui import QImage

    run("import", "-window", "root", str(path), display=display)
    return QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)


def columns_of(image, colour: str, rows: range) -> list[int]:
    """Where a colour of the levers' column is found."""
    from PySide6.QtGui import QColor

    wanted = QColor(colour).rgb()
    return [x for x in range(300) if any(image.pixel(x, y) == wanted for y in rows)]


def handle(image) -> tuple[int, int]:
    """The centre of the first lever's handle: the right end of the topmost track's filled part."""
    from PySide6.QtGui import QColor

    from ui.look.style import LIGHT

    wanted = QColor(LIGHT.accent).rgb()
    for y in range(60, 300):
        xs = [x for x in range(40, 300) if image.pixel(x, y) == wanted]
        if len(xs) >= 60:  # more than the edges of a line of text have of it
            run_rows = range(y, y + 24)
            return max(columns_of(image, LIGHT.accent, run_rows)) - 6, y + 8
    return 0, 0


def test_that_a_real_mouse_moves_a_lever_without_a_warning(display, settings, tmp_path):
    log = tmp_path / "stderr.txt"
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    with log.open("w") as errors:
        application = subprocess.Popen(
            [sys.executable, "-m", "ui", "met-plan-2025"], env=environment, stderr=errors
        )
        try:
            before, place = wait_for_handle(display, tmp_path, application)
            x, y = place
            run("xdotool", "mousemove", str(x), str(y), display=display)
            run("xdotool", "mousedown", "1", display=display)
            for step in range(1, 11):
                run("xdotool", "mousemove", str(x - 15 * step), str(y), display=display)
                time.sleep(0.02)
            run("xdotool", "mouseup", "1", display=display)
            after = wait_for_move(display, tmp_path, place)
            assert after[0] <= x - 100, f"the handle went from {x} to {after[0]}"
            assert changed_share(before, picture(display, tmp_path / "last.png")) > 0.01
            run("xdotool", "key", "ctrl+z", display=display)
            time.sleep(1.0)
            run("xdotool", "key", "ctrl+q", display=display)
            assert application.wait(PATIENCE_SECONDS) == 0
        finally:
            if application.poll() is None:
                application.kill()
                application.wait(10)
    said = [line for line in log.read_text().splitlines() if line.strip()]
    assert said == []


def wait_for_handle(display: str, folder: Path, application) -> tuple[object, tuple[int, int]]:
    """The first picture in which the levers and the charts are painted."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        assert application.poll() is None, "the application ended"
        image = picture(display, folder / "before.png")
        place = handle(image)
        if place[0] and chart_is_painted(image):
            time.sleep(1.0)
            return image, place
        time.sleep(0.5)
    pytest.fail("no window within the time")


def chart_is_painted(image) -> bool:
    """Whether the median's own blue is in the middle column."""
    from PySide6.QtGui import QColor

    wanted = QColor("#12436D").rgb()
    return any(image.pixel(x, y) == wanted for y in range(180, 380, 2) for x in range(430, 520, 3))


def wait_for_move(display: str, folder: Path, place: tuple[int, int]) -> tuple[int, int]:
    """Where the handle is once it has left its place."""
    found = place
    end = time.monotonic() + 20.0
    while time.monotonic() < end:
        found = handle(picture(display, folder / "after.png"))
        if found[0] and found[0] <= place[0] - 100:
            break
        time.sleep(0.3)
    return found


def changed_share(before, after) -> float:
    """Share of the charts' pixels that are others now."""
    places = [(x, y) for x in range(310, 990, 5) for y in range(60, 720, 5)]
    return sum(before.pixel(*at) != after.pixel(*at) for at in places) / len(places)

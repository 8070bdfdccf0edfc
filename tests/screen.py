"""A real window on a virtual X server: taking its picture, finding a lever, dragging it."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

PATIENCE_SECONDS = 90.0
BLUE = "#12436D"
"""The first scenario's."""
ACCENT = "#3D3D3D"
"""Of a lever's track and handle, in the light appearance."""


def run(*command: str, display: str) -> str:
    """What a tool of X's prints."""
    done = subprocess.run(
        command, env=os.environ | {"DISPLAY": display}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def surroundings(display: str) -> dict[str, str]:
    """The environment of a window on a virtual screen."""
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    return environment


def picture(display: str, path: Path):
    """What is on the screen, as Qt's image."""
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

    wanted = QColor(ACCENT).rgb()
    for y in range(60, 300):
        xs = [x for x in range(40, 300) if image.pixel(x, y) == wanted]
        if len(xs) >= 60:  # more than the edges of a line of text have of it
            run_rows = range(y, y + 24)
            return max(columns_of(image, ACCENT, run_rows)) - 6, y + 8
    return 0, 0


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

    wanted = QColor(BLUE).rgb()
    return any(image.pixel(x, y) == wanted for y in range(180, 380, 2) for x in range(430, 520, 3))


def drag(display: str, place: tuple[int, int]) -> None:
    """Take what is at a place 150 pixels to the left."""
    x, y = place
    run("xdotool", "mousemove", str(x), str(y), display=display)
    run("xdotool", "mousedown", "1", display=display)
    for step in range(1, 11):
        run("xdotool", "mousemove", str(x - 15 * step), str(y), display=display)
        time.sleep(0.02)
    run("xdotool", "mouseup", "1", display=display)


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

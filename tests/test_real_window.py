"""In a real X window a real mouse moves a lever, and Qt has nothing to complain of."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.virtual_screen import virtual_screen
from tests.screen import (
    PATIENCE_SECONDS,
    changed_share,
    drag,
    picture,
    run,
    surroundings,
    wait_for_handle,
    wait_for_move,
)
from tests.x11_libraries import missing_for_x11, packages_of_missing

TOOLS = ("Xvfb", "xdotool", "import")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
MISSING_PACKAGES = missing_for_x11()

needs_a_screen = pytest.mark.skipif(
    bool(MISSING) or not sys.platform.startswith("linux"),
    reason=f"needs {', '.join(MISSING) or 'Linux'}: a virtual X server, a mouse and a camera",
)
needs_the_libraries = pytest.mark.skipif(
    bool(MISSING_PACKAGES),
    reason=f"Qt lacks libraries for X11: apt-get install {' '.join(MISSING_PACKAGES)}",
)


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


@needs_a_screen
@needs_the_libraries
def test_that_a_real_mouse_moves_a_lever_without_a_warning(display, settings, tmp_path):
    log = tmp_path / "stderr.txt"
    with log.open("w") as errors:
        application = subprocess.Popen(
            [sys.executable, "-m", "ui", "met-plan-2025"],
            env=surroundings(display),
            stderr=errors,
        )
        try:
            before, place = wait_for_handle(display, tmp_path, application)
            drag(display, place)
            after = wait_for_move(display, tmp_path, place)
            assert after[0] <= place[0] - 100, f"the handle went from {place[0]} to {after[0]}"
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


def test_that_a_library_that_is_not_found_is_named_by_its_package():
    listing = "\n".join(
        f"\t{library} => {place}"
        for library, place in (
            ("libxcb-cursor.so.0", "not found"),
            ("libxcb.so.1", "/lib/x86_64-linux-gnu/libxcb.so.1 (0x00007fadd2b74000)"),
            ("libxkbcommon-x11.so.0", "not found"),
            ("libX11-xcb.so.1", "not found"),
            ("libxcb-cursor.so.0", "not found"),
            ("libglib-2.0.so.0", "not found"),
        )
    )
    assert packages_of_missing(listing) == [
        "libglib2.0-0",
        "libx11-xcb1",
        "libxcb-cursor0",
        "libxkbcommon-x11-0",
    ]
    assert packages_of_missing("") == []

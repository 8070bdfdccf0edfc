"""The window of an installed modeller, on a virtual screen: dragged, saved, opened."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path

import pytest

from benchmarks.virtual_screen import virtual_screen
from tests.installed.programs import PROGRAMS, modeller, surroundings
from tests.screen import (
    PATIENCE_SECONDS,
    changed_share,
    drag,
    picture,
    run,
    wait_for_handle,
    wait_for_move,
)
from tests.screen import surroundings as on_screen

SAVED = "mine.scenario.json"
OTHER = "other.scenario.json"


def wait_until(holds: Callable[[], bool], what: str, application) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert application.poll() is None, "the application ended"
        assert time.monotonic() < end, f"{what} did not come about"
        time.sleep(0.3)


def deployments(path: Path) -> object:
    return json.loads(path.read_text("utf-8"))["resolved"]["deployments_per_week"]


def settle(home: Path) -> None:
    """A user who has seen the tour."""
    settings = home / "config" / "modeller" / "settings.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[tour]\nseen=yes\n", "utf-8")


def opened_last(home: Path) -> str:
    """The name of the file that the window opened last, as its settings remember it."""
    settings = ConfigParser(interpolation=None)
    settings.read(home / "config" / "modeller" / "settings.ini", "utf-8")
    return Path(settings.get("files", "recent", fallback="").split("|")[0]).name


def test_that_the_window_is_dragged_saved_and_opened_again(tmp_path):
    home = tmp_path / "home"
    settle(home)
    modeller(tmp_path, "open", "met-plan-2025", "--save", SAVED)
    modeller(tmp_path, "open", "baseline", "--save", OTHER)
    was = deployments(tmp_path / SAVED)
    log = tmp_path / "stderr.txt"
    with virtual_screen() as display, log.open("w") as errors:
        environment = surroundings(home) | {
            key: value
            for key, value in on_screen(display).items()
            if key in ("DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "LIBGL_ALWAYS_SOFTWARE")
        }
        application = subprocess.Popen(
            [PROGRAMS / "modeller-ui", SAVED], cwd=tmp_path, env=environment, stderr=errors
        )
        try:
            before, place = wait_for_handle(display, tmp_path, application)
            drag(display, place)
            assert wait_for_move(display, tmp_path, place)[0] <= place[0] - 100
            dragged = picture(display, tmp_path / "dragged.png")
            assert changed_share(before, dragged) > 0.01
            run("xdotool", "key", "ctrl+s", display=display)
            wait_until(lambda: deployments(tmp_path / SAVED) != was, "the save", application)
            run("xdotool", "key", "ctrl+o", display=display)
            time.sleep(2.0)
            picture(display, tmp_path / "dialog.png")
            run("xdotool", "type", str(tmp_path / OTHER), display=display)
            run("xdotool", "key", "Return", display=display)
            wait_until(lambda: opened_last(home) == OTHER, "the opening", application)
            time.sleep(2.0)  # until the charts have followed
            assert changed_share(dragged, picture(display, tmp_path / "opened.png")) > 0.01
            # no window manager gives the window its keys back once the dialog is closed
            run("xdotool", "search", "--onlyvisible", "--name", "modeller", "windowfocus",
                display=display)  # fmt: skip
            run("xdotool", "key", "ctrl+q", display=display)
            assert application.wait(PATIENCE_SECONDS) == 0
        except AssertionError as error:
            picture(display, tmp_path / "failed.png")
            pytest.fail(f"{error}; see {tmp_path}: {log.read_text()}")
        finally:
            if application.poll() is None:
                application.kill()
                application.wait(10)
    modeller(tmp_path, "check", SAVED)  # verify would depend on whether settled numbers were there
    assert [line for line in log.read_text().splitlines() if line.strip()] == []

"""What every test stands on: no display, folders of its own, one time of day, the same examples."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt. A test that wants a real display sets the platform for a process of
# its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Whether a library lies in the checkout or not; those that are about it say so.
os.environ.setdefault("MODELLER_ENGINE", "numba")

_FOLDERS = {
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}
"""Where settings, autosaved work and caches go, by the variable that says so."""
if sys.platform == "darwin":
    _FOLDERS["HOME"] = "home"  # macOS has no variable of its own for them

settings.register_profile("default", deadline=None)
settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def _folders_under(parent: Path) -> dict[str, str]:
    folders = {}
    for variable, name in _FOLDERS.items():
        folder = parent / name
        folder.mkdir(mode=0o700)
        folders[variable] = str(folder)
    return folders


def pytest_configure(config: pytest.Config) -> None:
    """Turn away from the user's folders before any test module is imported."""
    parent = Path(tempfile.mkdtemp(prefix="modeller-tests-"))
    os.environ.update(_folders_under(parent))
    config.add_cleanup(lambda: shutil.rmtree(parent, ignore_errors=True))


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders for settings and autosaved work that no other test has seen."""
    parent = tmp_path_factory.mktemp("user")
    for variable, folder in _folders_under(parent).items():
        monkeypatch.setenv(variable, folder)
    return parent


@pytest.fixture(autouse=True)
def one_morning() -> Iterator[None]:
    """The same moment for every test, whenever it is run."""
    from modeller.base import clock

    with clock.standing_still(datetime(2026, 4, 27, 9, 30, tzinfo=UTC)):
        yield


@pytest.fixture
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of a hundred columns, whatever the tests run in."""
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def open_window(qtbot: Any, monkeypatch: pytest.MonkeyPatch, user_folders: Path) -> Iterator[Any]:
    """Opens the whole window, of a file or of a small desk; looks that nothing is left behind."""
    from tests.windows import Story  # no Qt for the tests that need none

    stories: list[Story] = []

    def opened(file: str | None = None, **options: Any) -> Story:
        stories.append(Story(qtbot, monkeypatch, file, **options))
        return stories[-1]

    yield opened
    for story in reversed(stories):
        story.close()

"""The programs that somebody would use: a bundle's, a package's or a wheel's, not the sources.

``MODELLER_PROGRAMS`` is the folder with ``modeller`` and ``modeller-ui``; the bundle in ``dist``
where nothing is said. They are run in an empty folder as a user who has never run them, and
nothing of the environment that the tests run in is handed to them.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "dist" / "policy-scenario-modeller"
PROGRAMS = Path(os.environ.get("MODELLER_PROGRAMS") or BUNDLE).absolute()
QUICK = ("--weeks", "8", "--draws", "400")


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a user whose folders are all below `home`."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("MODELLER_", "NUMBA_", "PYTEST_", "PYTHON", "QT_", "VIRTUAL_ENV"))
    }
    folders = {
        f"XDG_{kind}_HOME": str(home / kind.lower())
        for kind in ("CACHE", "CONFIG", "DATA", "STATE")
    }
    windows = {name: str(home) for name in ("APPDATA", "LOCALAPPDATA", "USERPROFILE")}
    return kept | folders | windows | {"HOME": str(home)}


def modeller(
    folder: Path,
    *arguments: str,
    code: int = 0,
    under: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
) -> str:
    """What a command prints in a folder, run by another program if need be; it ends with `code`."""
    done = subprocess.run(
        [*under, PROGRAMS / "modeller", *arguments],
        cwd=folder,
        env=surroundings(folder / "home") | dict(environment or {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert done.returncode == code, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout

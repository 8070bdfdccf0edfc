"""Opens another window, in a process of its own, since a window works on one force only."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from modeller.base.errors import refusal


def command(folder: Path, file: Path | None = None) -> list[str]:
    """The command for a window on the profile in a folder, with a scenario from it or without."""
    # a bundle's program is the window itself; "-P" keeps Python from looking for modules in the
    # current folder
    program = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "ui"]
    )
    return [*program, "--profile", str(folder), *([] if file is None else [str(file)])]


def open_another(folder: Path, file: Path | None = None) -> None:
    """Start that window; this one goes on as it is.

    Raises
    ------
    ModellerError
        When the system starts no process.
    """
    import subprocess

    try:
        subprocess.Popen(
            command(folder, file),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,
        )
    except OSError as error:
        raise refusal(
            str(folder),
            "cannot be opened in a window of its own ({reason})",
            "close some programs and try again",
            reason=error.strerror or error,
        ) from error

"""Compiles the machine code in another process.

The compiler holds Python's lock for most of half a minute and needs some 170 MB, so that a window
that compiled by itself would freeze for seconds at a time. The result is kept on the disk, and
loading it takes a second.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

_LAST = 0.95
"""The share of the work that the other process does; the rest is loading."""


def compile_elsewhere(progress: Callable[[float], None] | None = None) -> None:
    """Have another process compile and keep the machine code, and return when it ends.

    A failure there is not reported: the caller will compile what was not kept. If the window is
    closed meanwhile, the process ends when it next prints its progress.

    Parameters
    ----------
    progress
        Called with the share done, in this thread; it does not reach 1.
    """
    # the program of a bundle understands "-m modeller.kernel", too; "-P" keeps Python from looking
    # for modules in the current folder
    options = [] if getattr(sys, "frozen", False) else ["-P"]
    with (
        suppress(OSError),  # the system may have no room for another process
        subprocess.Popen(
            [sys.executable, *options, "-m", "modeller.kernel"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as other,
    ):
        assert other.stdout is not None
        for line in other.stdout:
            share = _share(line)
            if progress is not None and share is not None:
                progress(_LAST * share)


def _share(line: str) -> float | None:
    """The share that a line gives; None for any other line, such as a library may print."""
    try:
        return float(line)
    except ValueError:
        return None

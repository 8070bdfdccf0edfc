"""Making the machine code in a process of its own.

The compiler holds Python's lock for most of half a minute, and keeps some 170 MB: a window that
did it itself would stand still for seconds at a time. What it makes is kept on the disk, and
loading that is a matter of a second.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

_LAST = 0.95
"""Share of the whole that is done when the other process is; the rest is loading."""


def compile_apart(progress: Callable[[float], None] | None = None) -> None:
    """Have another process make and keep the machine code; returns when that is over.

    Should it fail there, nothing is said: whoever asked will compile what is not kept. A process
    whose window is gone ends when it next says how far it is.

    Parameters
    ----------
    progress
        Called with the share done, in this thread; never with all of it.
    """
    # A bundle's program knows these two words, too. Elsewhere the paths are this process's own, and
    # "-P" keeps modules from being looked for in whatever folder the user stands in.
    options = [] if getattr(sys, "frozen", False) else ["-P"]
    with (
        suppress(OSError),  # a system without room for another process
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
    """The share that a line says, or None: a library may print what it likes."""
    try:
        return float(line)
    except ValueError:
        return None

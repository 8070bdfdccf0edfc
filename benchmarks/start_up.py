"""The time from the start of the process to the first frame and the first painted charts.

It is compared with a process that opens a bare Qt window, and with one that also imports pyqtgraph.
``python -m benchmarks.start_up`` prints the figures, for the platform in ``QT_QPA_PLATFORM``.
"Disk-cold" means that the files' pages were dropped from the system's cache before the start, as
far as it allows that.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

STARTS, COLD_STARTS = 7, 3

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
qt = QApplication([])
widget = QWidget()
widget.paintEvent = lambda _event: (print("painted", flush=True), qt.quit())
widget.show()
qt.exec()
"""
WITH_PYQTGRAPH = "import pyqtgraph" + BARE
MODELLER = """
import atexit
import os
import time
from ui.speed_up import speed_up_start
speed_up_start()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
qt = QApplication([])
from modeller.profiles import shipped_profile
from ui.window.application import Application
application = Application(qt, profile=shipped_profile())
application.settings.tour_seen = True
started, rest, times = application.runner.start, application._after_first_charts, []
ticks = QTimer()
ticks.timeout.connect(lambda: times.append(time.perf_counter()))
def first_frame():
    print("painted", flush=True)
    times.append(time.perf_counter())
    ticks.start(1)
    started()
application.runner.start = first_frame
def first_charts():
    print("charts", flush=True)
    rest()
application._after_first_charts = first_charts
def settled():
    longest = max(later - sooner for sooner, later in zip(times, times[1:]))
    print("gap", longest, flush=True)
    atexit._run_exitfuncs()  # as at the end of a run: what was compiled is kept for the next start
    os._exit(0)
application.runner.settled.connect(settled)
application.start()
qt.exec()
"""
"""The first frame has levers, and charts that say what they are waiting for.

From then on until the settled projection is shown, the longest time is noted in which the window
answers to nothing.
"""


def start_up() -> dict[str, Any]:
    """Seconds, as medians of alternating starts, and the ratio to the bare process."""
    return {"warm": _starts(STARTS, cold=False), "disk-cold": _starts(COLD_STARTS, cold=True)}


def _starts(times: int, *, cold: bool) -> dict[str, float]:
    taken: dict[str, list[float]] = {}
    for _ in range(times):
        for name, program in (
            ("a bare Qt window", BARE),
            ("with pyqtgraph imported", WITH_PYQTGRAPH),
            ("modeller", MODELLER),
        ):
            if cold:
                _forget_files()
            for mark, seconds in _seconds(program).items():
                label = _LABELS[mark]
                key = f"{name}: {label}" if name == "modeller" else name
                taken.setdefault(key, []).append(seconds)
    found = {name: round(statistics.median(each), 2) for name, each in taken.items()}
    for label in ("first frame", "first charts"):
        pairs = zip(
            taken[f"modeller: {label}"], taken["with pyqtgraph imported"], strict=True
        )  # fmt: skip
        found[f"{label}, times the bare one with pyqtgraph"] = round(
            statistics.median(ours / bare for ours, bare in pairs), 2
        )
    return found


_LABELS = {
    "painted": "first frame",
    "charts": "first charts",
    "gap": "longest time without an answer",
}


def _seconds(program: str) -> dict[str, float]:
    """Seconds from before the process starts until it prints each of its words.

    A word with a number after it stands for so many seconds.
    """
    with tempfile.TemporaryDirectory() as folder:
        own = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "STATE")}
        kept = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=kept | own,
            text=True,
        )
        assert process.stdout is not None
        marks = {}
        for line in process.stdout:
            word, *seconds = line.split()
            marks[word] = float(seconds[0]) if seconds else time.perf_counter() - start
        process.wait()
    if "painted" not in marks:
        raise SystemExit("nothing was painted: set QT_QPA_PLATFORM, or give a display")
    return marks


_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""This variable would make every start compile the modeller's Python anew, unlike a user's."""


def _forget_files() -> None:
    """Drop the pages of Python's and the project's files, so that the next start reads the disk."""
    if not hasattr(os, "posix_fadvise"):
        return
    for folder in (Path(sys.prefix), Path(__file__).resolve().parent.parent / "modeller"):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix in {".so", ".py", ".pyc", ".toml"} | _VERSIONED:
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


_VERSIONED = {f".{number}" for number in range(1, 100)}  # libQt6Core.so.6

if __name__ == "__main__":
    print(json.dumps(start_up(), indent=2))

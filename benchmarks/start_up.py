"""From the start of the process to the first painted charts, beside a bare Qt application.

Run as ``python -m benchmarks.start_up [times]``; each start is a process of its own. The
platform is what ``QT_QPA_PLATFORM`` says.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
qt = QApplication([])
widget = QWidget()
widget.paintEvent = lambda _event: (print("painted", flush=True), qt.quit())
widget.show()
qt.exec()
"""
MODELLER = """
import os, sys
from PySide6.QtWidgets import QApplication
qt = QApplication([])
from ui.application import Application
application = Application(qt)
shown = application.window.show
def charts():
    print("painted", flush=True)
    late = {"numba", "pandas", "scipy", "matplotlib"} & set(sys.modules)
    print(*sorted(late), file=sys.stderr, flush=True)
    os._exit(0)
application._after_first_charts = charts
application.start()
qt.exec()
"""


def seconds(program: str) -> float:
    """From before the process starts to its word that it has painted."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    taken = time.perf_counter() - start
    process.wait()
    if said.strip() != b"painted":
        raise SystemExit("nothing was painted: set QT_QPA_PLATFORM, or give a display")
    return taken


def main(times: int = 7) -> None:
    """Alternate the two, and report medians and their ratio."""
    pairs = [(seconds(BARE), seconds(MODELLER)) for _ in range(times)]
    bare, modeller = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"bare Qt window painted        {bare:6.2f} s")
    print(f"modeller's first charts       {modeller:6.2f} s")
    print(f"ratio, median of pairs        {statistics.median(m / b for b, m in pairs):6.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

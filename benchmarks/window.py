"""Times the window during a drag, from a moved lever to painted charts, beside a common approach.

Each measurement is a process of its own, with its own settings, on the platform named:
``offscreen``, ``xcb`` on a virtual X server if there is one, and Qt's own VNC server with a client.
A timer moves the lever 125 times a second, as a mouse does, and the time from a changed value to
the painted chart is measured by the window's own `ui.window.latency.Latency`.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from benchmarks import remote
from benchmarks.virtual_screen import virtual_screen
from tests.met import MET

MOVES, INTERVAL_MILLISECONDS = 400, 8
DRAGS = 5
"""Drags of each kind, in turn; the middle one counts, because another program may disturb one."""
COMMON_MOVES, PAINTS, PIECES = 4, 60, 200
LEVER = "deployments_per_week"
DEPLOYMENTS = "a drag, one scenario pinned"
SHARE = "a drag of a place's share, one scenario pinned"
ON_THE_MAP = "a drag of a place's share on the map, arrests shown"


def window() -> dict[str, Any]:
    """Times from slider to painting, with four scenarios, and of painting alone, by platform."""
    found = {"offscreen": _in_a_process("offscreen", {})}
    if shutil.which("Xvfb"):
        with virtual_screen() as display:
            found["X server"] = _in_a_process("xcb", {"DISPLAY": display})
    found["remote desktop"] = _far_away()
    return found


def _far_away() -> dict[str, Any]:
    """Times on a screen that is painted without a graphics card and sent by VNC."""
    width, height = remote.SIZE
    port = remote.free_port()
    client = remote.Client(port)
    client.start()
    found = _in_a_process(f"vnc:size={width}x{height}:port={port}:addr=127.0.0.1", {})
    return {**found, "from one picture to the next, where it is looked at": client.summary()}


def _in_a_process(platform: str, environment: dict[str, str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        own = {
            f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "STATE", "DATA")
        } | {"QT_QPA_PLATFORM": platform}  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.window"],
            env=os.environ | own | environment,
            capture_output=True,
            text=True,
            check=True,
        )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _milliseconds(taken: list[float]) -> dict[str, float]:
    ordered = sorted(taken)
    return {
        "median_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[int(0.95 * (len(ordered) - 1))], 1),
        "frames": len(ordered),
    }


def main() -> None:
    """Measure in this process and print the answer as JSON."""
    from pyqtgraph.util.garbage_collector import GarbageCollector
    from PySide6.QtWidgets import QApplication

    from modeller import kernel
    from ui.window.application import Application

    qt = QApplication([])
    kernel.compile_now()
    application = Application(qt, profile=MET)
    application.settings.tour_seen = True
    application.start()
    _until(qt, lambda: application.charts_painted and application.runner.is_settled)
    collector = GarbageCollector()  # as in `ui.window.application.run`
    gc.freeze()
    found = {
        **_one_lever(qt, application),
        "a drag that moves four scenarios at once": _middle(
            [_drag(qt, _with_four(application), _move_all) for _ in range(DRAGS)]
        ),
        "always the same sum, for the machine's own unrest": _unrest(),
        "painting the four charts alone": _paint(application),
        "the common chain": _common_chain(qt),
    }
    chain = found["the common chain"]["median_ms"]
    found["the common chain"]["times_slower"] = round(chain / found[DEPLOYMENTS]["median_ms"], 1)
    collector.timer.stop()
    print(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)  # otherwise the window would ask about unsaved work


def _until(qt: Any, done: Callable[[], bool], seconds: float = 60.0) -> None:
    start = time.perf_counter()
    while not done():
        qt.processEvents()
        if time.perf_counter() - start > seconds:
            raise SystemExit("the window did not come to rest")


def _with_four(application: Any) -> Any:
    session = application.session
    while len(session.desk.slots) < 4:
        session.duplicate(session.desk.selected)
    return application


def _move_one(session: Any, value: float) -> None:
    session.set_value(LEVER, value)


def _move_all(session: Any, value: float) -> None:
    desk = session.desk
    slots = tuple(
        replace(slot, scenario=slot.scenario.with_value(LEVER, value - 0.2 * place))
        for place, slot in enumerate(desk.slots)
    )
    session.change(replace(desk, slots=slots), "moving all")


def _one_lever(qt: Any, application: Any) -> dict[str, Any]:
    """Drags of deployments and of shares of places in turn, and the shares' ratio to the first.

    Shares are dragged in the levers' column, where the fixed cameras have one, and on the map.
    """
    kinds = {DEPLOYMENTS: _deployments, SHARE: _share, ON_THE_MAP: _share_on_the_map}
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in kinds}
    for _ in range(DRAGS):
        for name, drag in kinds.items():
            runs[name].append(drag(qt, application))
    found = {name: _middle(each) for name, each in runs.items()}
    for name in (SHARE, ON_THE_MAP):
        pairs = [
            (one, other)
            for one, other in zip(runs[name], runs[DEPLOYMENTS], strict=True)
            if one["draws"] == other["draws"]  # a disturbed drag may use fewer
        ]
        if pairs:
            found[name]["times_the_deployments"] = {
                figure: round(
                    statistics.median(one[figure] / other[figure] for one, other in pairs), 2
                )
                for figure in ("median_ms", "p95_ms")
            }
    return found


def _deployments(qt: Any, application: Any) -> dict[str, Any]:
    return _drag(qt, application, _move_one)


def _share(qt: Any, application: Any) -> dict[str, Any]:
    """Drag the share of the fixed cameras by its lever."""
    levers = application.window.levers
    levers.show_more("choice", True)
    tile, lever = next(iter(levers.places.cameras.items()))
    levers.ensureWidgetVisible(lever)
    levers.places._base = None
    try:
        return _drag(
            qt, application, lambda _, value: levers.places._set_share(tile, _share_at(value))
        )
    finally:
        levers.show_more("choice", False)


def _share_on_the_map(qt: Any, application: Any) -> dict[str, Any]:
    """Drag the share of the chosen tile while every tile shows its arrests."""
    window = application.window
    window.charts.show_page("where")
    panel = window.where.panel
    panel.measure.setCurrentIndex(panel.measure.findData("arrests"))
    _until(qt, lambda: application.runner.is_settled)
    panel._base = None
    try:
        return _drag(
            qt, application, lambda _, value: panel._set_share(_share_at(value)), window.map_latency
        )
    finally:
        window.charts.show_page("")


def _share_at(value: float) -> float:
    """A share from 0.1 to 0.5; the rest is shared out in proportion."""
    return 0.1 + 0.08 * (value - 5.0)


def _middle(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """The middle one of a few drags by its p95; the checks must hold in all of them."""
    ordered = sorted(runs, key=lambda run: run["p95_ms"])
    return ordered[len(runs) // 2] | {
        "p95_from_to_ms": [ordered[0]["p95_ms"], ordered[-1]["p95_ms"]],
        "last_value_shown": all(run["last_value_shown"] for run in runs),
        "backgrounds_rebuilt": sum(run["backgrounds_rebuilt"] for run in runs),
    }


def _unrest() -> dict[str, float]:
    """The spread of the times of a fixed piece of work, which shows how busy the machine is."""
    taken = []
    for _ in range(PIECES):
        start = time.perf_counter()
        sum(number * number for number in range(150_000))
        taken.append(1e3 * (time.perf_counter() - start))
    return _milliseconds(taken)


def _drag(
    qt: Any, application: Any, move: Callable[[Any, float], None], latency: Any = None
) -> dict[str, Any]:
    """Move a lever up and down at 125 Hz; check that the last value is shown and the axes stay."""
    from PySide6.QtCore import Qt, QTimer

    session = application.session
    latency = latency or application.window.latency
    canvases = [chart.canvas for chart in application.window.charts.charts.values()]
    made = 0
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)

    def step() -> None:
        nonlocal made
        made += 1
        way = made % 100
        move(session, 5.0 + 0.1 * (way if way <= 50 else 100 - way))
        if made == 20:  # by then everything has been used once
            latency.reset()
        if made >= MOVES:
            timer.stop()

    timer.timeout.connect(step)
    session.begin_gesture()
    _until(qt, lambda: not application.runner._coalesce.isActive())
    built = [canvas.backgrounds_built for canvas in canvases]
    start = time.perf_counter()
    timer.start(INTERVAL_MILLISECONDS)
    _until(qt, lambda: made >= MOVES)
    seconds = time.perf_counter() - start
    _until(qt, lambda: session.result.scenario == session.scenario)
    answer = _milliseconds(list(latency.milliseconds))
    answer["frames_a_second"] = round(answer["frames"] / seconds * MOVES / (MOVES - 20), 1)
    answer["draws"] = application.window.draw_budget.draws(
        session.scenario.draws, session.scenario.weeks
    )
    shown, wanted = session.result.scenario, session.scenario
    answer["last_value_shown"] = shown.inputs_digest == wanted.inputs_digest
    answer["backgrounds_rebuilt"] = sum(
        canvas.backgrounds_built - before for canvas, before in zip(canvases, built, strict=True)
    )
    session.end_gesture()
    _until(qt, lambda: application.runner.is_settled)
    return answer


def _paint(application: Any) -> dict[str, Any]:
    taken = []
    for _ in range(PAINTS):
        start = time.perf_counter()
        for chart in application.window.charts.charts.values():
            chart.canvas._drawing.viewport().repaint()
        taken.append(1e3 * (time.perf_counter() - start))
    return _milliseconds(taken)


def _common_chain(qt: Any) -> dict[str, Any]:
    """The common approach: numpy on every move, filled curves, a grid, automatic ranges."""
    import numpy as np
    import pyqtgraph as pg
    from PySide6.QtWidgets import QGridLayout, QWidget

    from benchmarks import reference
    from benchmarks.scenarios import FANS, PLAN, moved
    from modeller.projection import PROBABILITIES

    page = QWidget()
    grid = QGridLayout(page)
    curves = {}
    for place, fan in enumerate(FANS):
        plot = pg.PlotWidget()
        plot.showGrid(x=True, y=True)
        lines = [plot.plot() for _ in PROBABILITIES]
        for low, high in ((1, 5), (2, 4)):
            plot.addItem(pg.FillBetweenItem(lines[low], lines[high], brush=(80, 120, 180, 90)))
        curves[fan] = lines
        grid.addWidget(plot, place // 2, place % 2)
    page.resize(700, 640)
    page.show()
    random = np.random.default_rng(1)
    taken = []
    for number in range(COMMON_MOVES + 1):
        start = time.perf_counter()
        bands = reference.project(moved(PLAN, number), random, FANS)
        for fan, lines in curves.items():
            weeks = np.arange(1, len(bands[fan]) + 1)
            for line, row in zip(lines, np.asarray(bands[fan]).T[-len(lines) :], strict=True):
                line.setData(weeks, row)
        qt.processEvents()
        qt.processEvents()
        taken.append(1e3 * (time.perf_counter() - start))
    page.hide()
    return _milliseconds(taken[1:])


if __name__ == "__main__":
    main()

"""The engine compared with the reference and with other tools; growth; memory."""

from __future__ import annotations

import itertools
import math
import subprocess
import time
from typing import Any

import numpy as np

from benchmarks import field, reference
from benchmarks.measure import alternate, in_own_process, times
from benchmarks.scenarios import FANS, ON_SCREEN, PLAN, moved
from modeller.projection import View, project
from modeller.projection.live import Live
from modeller.scenario import Scenario

SIZES = ((1_000, 52), (10_000, 52), (100_000, 52), (10_000, 260))
_EMA_DRAWS = 1_000  # it makes one call for each draw, so ten thousand take ten times as long
_MOST_EMA_DRAWS = 10_000
_PATIENCE_SECONDS = 240


def _reference(scenario: Scenario, fans: list[tuple[str, str]] | None = None) -> Any:
    random = np.random.default_rng(1)
    return lambda number: reference.project(moved(scenario, number), random, fans)


def _live(live: Live, scenario: Scenario, on_screen: bool = False) -> Any:
    outcomes = ON_SCREEN if on_screen else None
    views: tuple[View, ...] = ("weekly",) if on_screen else ("weekly", "cumulative")
    return lambda number: live.project(moved(scenario, number), outcomes, views)


def against_reference() -> dict[str, Any]:
    """Ratios for one thread and 10,000 × 52, by processor time, live and settled."""
    one, two = Live(threads=1), Live()
    everything, screen = _reference(PLAN), _reference(PLAN, FANS)
    clock = time.thread_time
    return {
        "all outcomes, one thread": alternate(everything, _live(one, PLAN), clock=clock).plain(),
        "the four on screen, one thread, against all outcomes of the reference": alternate(
            everything, _live(one, PLAN, on_screen=True), clock=clock
        ).plain(),
        "the four on screen, one thread, against the same four of the reference": alternate(
            screen, _live(one, PLAN, on_screen=True), clock=clock
        ).plain(),
        "all outcomes, two threads": alternate(everything, _live(two, PLAN)).plain(),
        "the four on screen, two threads": alternate(
            screen, _live(two, PLAN, on_screen=True)
        ).plain(),
        # the processor time of all threads together, as if one did all
        "settled to the last bit, one thread": alternate(
            everything, lambda number: project(moved(PLAN, number)), clock=time.process_time
        ).plain(),
        "settled to the last bit, two threads": alternate(
            everything, lambda number: project(moved(PLAN, number))
        ).plain(),
    }


def against_the_field() -> dict[str, Any]:
    """Ratios to SALib, EMA workbench and NumPyro, for all outcomes and two threads."""
    live = Live()
    subject = _live(live, PLAN)
    found: dict[str, Any] = {
        "SALib": alternate(lambda number: field.salib(moved(PLAN, number), number), subject).plain()
    }
    few = PLAN.replace(draws=_EMA_DRAWS)
    pair = alternate(lambda number: field.Workbench(moved(few, number)).run(), subject).plain()
    scale = PLAN.draws / _EMA_DRAWS
    found["EMA workbench"] = pair | {
        key: round(pair[key] * scale, 4)
        for key in ("ratio", "lowest", "highest", "reference_seconds")
    }
    numpyro = field.NumPyro(PLAN)
    found["NumPyro"] = alternate(
        lambda number: numpyro.run(moved(PLAN, number), number), subject, pairs=3
    ).plain()
    return found


def sizes() -> dict[str, Any]:
    """Milliseconds by size, with those of the reference, and the slopes of growth."""
    one, two = Live(threads=1), Live()
    table = {}
    for draws, weeks in SIZES:
        scenario = PLAN.replace(draws=draws, weeks=weeks)
        row = {}
        for name, call, clock in (
            ("reference", _reference(scenario), time.perf_counter),
            ("all, one thread", _live(one, scenario), time.thread_time),
            ("all, two threads", _live(two, scenario), time.perf_counter),
            ("four, one thread", _live(one, scenario, on_screen=True), time.thread_time),
            ("four, two threads", _live(two, scenario, on_screen=True), time.perf_counter),
            (
                "settled, two threads",
                lambda number, scenario=scenario: project(moved(scenario, number)),
                time.perf_counter,
            ),
        ):
            slow = name in ("reference", "settled, two threads")
            taken = times(call, 1 if slow else 7, 0.5, clock)
            row[name] = round(1e3 * taken[len(taken) // 2], 2)
            if not slow:
                row[f"{name}, p95"] = round(1e3 * taken[int(0.95 * (len(taken) - 1))], 2)
        table[f"{draws:,} × {weeks}"] = row
    return table


def tools_by_size() -> dict[str, Any]:
    """Seconds and peak memory of other tools by size, each run once in a process of its own.

    For EMA workbench, 100,000 draws are taken as ten times 10,000 and not run; NumPyro's time is
    without JAX's compilation. A tool that has not finished after `_PATIENCE_SECONDS` has no
    figures.
    """
    setting = (
        "import time\nfrom benchmarks import field\nfrom benchmarks.scenarios import *\n"
        "plan = PLAN.replace(draws={draws}, weeks={weeks})\n"
    )
    timed = "began = time.perf_counter()\n{call}\nresult = {{'s': time.perf_counter() - began}}"
    tools = {
        "SALib": ("field.salib(plan.replace(draws=100), 0)\n", "field.salib(moved(plan, 1), 1)"),
        "EMA workbench": ("tool = field.Workbench(moved(plan, 1))\n", "tool.run()"),
        "NumPyro": (
            "tool = field.NumPyro(plan)\ntool.run(moved(plan, 0), 0)\n",
            "tool.run(moved(plan, 1), 1)",
        ),
    }
    found: dict[str, Any] = {}
    for draws, weeks in SIZES:
        row = found[f"{draws:,} × {weeks}"] = {}
        for name, (made, call) in tools.items():
            if name == "EMA workbench" and draws > _MOST_EMA_DRAWS:
                continue
            program = (setting + made).format(draws=draws, weeks=weeks) + timed.format(call=call)
            try:
                answer = in_own_process(program, _PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                continue
            row[name] = {"seconds": round(answer["s"], 3), "peak_mb": round(answer["peak_mb"])}
    return found


def growth() -> dict[str, Any]:
    """Seconds by draws and by weeks, one thread, and the slopes on logarithmic axes."""
    live = Live(threads=1)
    found: dict[str, Any] = {}
    for name, steps in (
        ("draws", [PLAN.replace(draws=n) for n in (2_500, 5_000, 10_000, 20_000, 40_000, 80_000)]),
        ("weeks", [PLAN.replace(weeks=n) for n in (26, 52, 104, 156, 208, 260)]),
    ):
        sizes_ = [getattr(step, name) for step in steps]
        # the lowest of many, because other programs can only add time
        seconds = [min(times(_live(live, step), 9, 1.0, time.thread_time)) for step in steps]
        slope = float(np.polyfit(np.log(sizes_), np.log(seconds), 1)[0])
        found[name] = {
            "sizes": sizes_,
            "milliseconds": [round(1e3 * second, 2) for second in seconds],
            "slope": round(slope, 3),
            "local_slopes": [
                round(math.log(t2 / t1) / math.log(n2 / n1), 3)
                for (n1, t1), (n2, t2) in itertools.pairwise(zip(sizes_, seconds, strict=True))
            ],
        }
    return found


def memory() -> dict[str, Any]:
    """The peak memory of processes, by what they ran."""
    setting = "from benchmarks.scenarios import *\n"
    size = "PLAN.replace(draws={draws}, weeks={weeks})"
    programs = {
        "reference": "import numpy as np\nfrom benchmarks import reference\n"
        f"reference.project({size}, np.random.default_rng(1))\n",
        "live": "from modeller import kernel\nfrom modeller.projection.live import Live\n"
        f"kernel.compile_now()\nlive = Live()\n"
        f"live.project({size})\nlive.project({size}, band='underlying')\n",
        "live and settled": "from modeller import kernel\n"
        "from modeller.projection import project\nfrom modeller.projection.live import Live\n"
        f"kernel.compile_now()\nlive = Live()\nlive.project({size})\nproject({size})\n",
    }
    return {
        f"{draws:,} × {weeks}": {
            name: round(
                in_own_process(setting + program.format(draws=draws, weeks=weeks) + "result = {}")[
                    "peak_mb"
                ]
            )
            for name, program in programs.items()
        }
        for draws, weeks in SIZES
    }

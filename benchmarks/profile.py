"""Where the time of a live projection goes: every step of a block's week, and the rest.

Run by ``make profile``. Times are the processor's, of one thread, for 10,000 draws × 52 weeks.
"""

from __future__ import annotations

import cProfile
import pstats
import time

import numpy as np
from numba import njit

from benchmarks.measure import times
from benchmarks.scenarios import ON_SCREEN, PLAN, moved
from modeller import kernel
from modeller.projection import View, project

_CELLS = PLAN.draws * PLAN.weeks


def _nanoseconds(function, *arguments, calls: int = 1000, cells: int = 512) -> float:
    @njit(nogil=True, error_model="numpy")
    def many(calls, arguments):
        for _ in range(calls):
            function(*arguments)

    many(1, arguments)
    best = np.inf
    for _ in range(7):
        start = time.thread_time()
        many(calls, arguments)
        best = min(best, time.thread_time() - start)
    return 1e9 * best / calls / cells


def steps() -> dict[str, float]:
    """Nanoseconds a draw and week of each step of the live kernel."""
    from modeller.kernel import live_week as week
    from modeller.kernel.ensemble import Ensemble
    from modeller.kernel.live_pass import figure_row, lever_table
    from modeller.kernel.live_run import _add, _count_causes, _divide
    from modeller.kernel.tally import BINS, LANES, row_sum, tally
    from modeller.model.catalogue import catalogue
    from modeller.model.engine import weekly_levers
    from modeller.scenario.setting import BeliefSetting

    declared = catalogue()
    ensemble = Ensemble(declared, PLAN.seed, PLAN.weeks, LANES)
    draws = ensemble.draws({k: BeliefSetting(b.baseline) for k, b in declared.beliefs.items()})
    figures = figure_row(declared.figures)
    levers = lever_table(weekly_levers(PLAN, declared), declared.figures)[10]
    size = len(week.NOISE_ROWS) * LANES
    noise = draws.noise[10 * size : 11 * size]
    alerts, faces, arrests = (level[10 * LANES : 11 * LANES] for level in draws.levels)
    q = draws.beliefs
    s = np.zeros((week.RATIO_ROW + 1) * LANES, np.float32)
    week.start_block(s, q, figures)
    halves, places = np.zeros(LANES // 2, np.float32), np.zeros(LANES, np.int32)
    parts = np.zeros(4 * BINS, np.uint8)
    histogram = np.zeros(BINS, np.uint32)
    causes, counts = np.zeros(5, np.int64), np.zeros((1, 5), np.int64)
    work = {
        "watchlist (when it moves)": (week.set_list, s, q, figures, levers),
        "crews and what binds them": (week.set_crews, s, q, levers),
        "means": (week.set_means, s, q, figures, levers),
        "count what bound": (_count_causes, s, 0, LANES, True, halves, causes, counts),
        "faces": (week.count_faces, s, noise, faces, figures, True),
        "true alerts": (week.count_true, s, noise, alerts, figures, True),
        "false alerts": (week.count_false, s, q, noise, levers, True),
        "arrests": (week.count_arrests, s, q, noise, arrests, figures, levers, True),
        "alerts, charges, shares": (week.share_out, s, q),
        "one running sum": (_add, s, week.TRUE, (week.SUM_ROW + 2) * LANES),
        "one ratio": (
            _divide, s, week.TRUE, week.ALL, np.float32(1), week.RATIO_ROW * LANES,
        ),
        "one mean": (row_sum, s, week.TRUE, LANES, halves),
        "one histogram": (
            tally, s, week.TRUE, LANES, 20.5, 1.0, places, parts, histogram,
        ),
    }  # fmt: skip
    return {name: round(_nanoseconds(*call), 2) for name, call in work.items()}


def main() -> None:
    """Print the profile."""
    from modeller.projection.live import Live

    kernel.compile_now()
    live = Live(threads=1)
    wanted: dict[str, tuple[tuple[str, ...] | None, tuple[View, ...]]] = {
        "all outcomes, weekly and so far": (None, ("weekly", "cumulative")),
        "the four on screen, weekly": (ON_SCREEN, ("weekly",)),
        "totals only": (None, ()),
        "deployments alone": (("deployments",), ("weekly",)),
    }
    for name, (outcomes, views) in wanted.items():

        def move(number: int, outcomes=outcomes, views=views) -> None:
            live.project(moved(PLAN, number), outcomes, views)

        taken = min(times(move, 15, 1.0, time.thread_time))
        print(f"{1e3 * taken:8.2f} ms  {1e9 * taken / _CELLS:6.2f} ns a draw and week  {name}")
    print("\nSteps of the live kernel, nanoseconds a draw and week")
    for name, nanoseconds in steps().items():
        print(f"{nanoseconds:8.2f}  {name}")
    print("\nA live move, by Python function")
    profile = cProfile.Profile()
    profile.enable()
    for number in range(50):
        live.project(moved(PLAN, number), ON_SCREEN, ("weekly",))
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(15)
    print("A settled projection, by Python function")
    profile = cProfile.Profile()
    profile.runcall(project, PLAN)
    pstats.Stats(profile).sort_stats("tottime").print_stats(15)


if __name__ == "__main__":
    main()

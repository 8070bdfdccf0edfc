"""Profiles a live projection: the time of every step of a block's week, and the rest.

Run by ``make profile``. It gives processor time of one thread, for 10,000 draws × 52 weeks.
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
    """Nanoseconds per draw and week of each step of the live kernel."""
    from modeller.kernel.by_numba import written_module
    from modeller.kernel.ensemble import Ensemble
    from modeller.kernel.generated import code_for
    from modeller.kernel.live_memory import BINS, LANES
    from modeller.kernel.live_pass import Passes
    from modeller.kernel.live_run import _add, _count_causes, _divide
    from modeller.kernel.tally import row_sum, tally
    from modeller.scenario.inputs import weekly_levers
    from modeller.scenario.setting import BeliefSetting
    from tests.met import catalogue

    declared = catalogue()
    code = code_for(declared.model)
    live, module = code.live, written_module("live", code.live.source)
    run_week = module.run_week
    ensemble = Ensemble(declared, PLAN.seed, PLAN.weeks, LANES)
    draws = ensemble.draws({k: BeliefSetting(b.baseline) for k, b in declared.beliefs.items()})
    levers = live.table(weekly_levers(PLAN, declared), declared.figures).astype(np.float32)[10]
    size = len(live.noise_rows) * LANES
    noise = draws.noise[10 * size : 11 * size]
    (scratch,) = Passes(code, threads=1)._scratches
    s, q = scratch.rows, draws.beliefs
    s[:] = 0
    module.run_once(s, q, levers)
    histogram = np.zeros(BINS, np.uint32)
    counts = np.zeros((1, len(scratch.before)), np.int64)
    row, other = (LANES * found for found in live.flow_rows[:2])
    moved = np.ones(len(live.steady_groups), bool)
    wanted = np.ones(len(live.wishes), bool)

    def week(moved: np.ndarray, wanted: np.ndarray) -> tuple[object, ...]:
        return run_week, s, q, noise, draws.levels, 10, levers, moved, wanted, True

    for flags in (moved, wanted):  # every row must be filled before steps are run by themselves
        run_week(*week(moved, wanted)[1:])
        flags[:] = False
    work: dict[str, tuple[object, ...]] = {}
    for place, group in enumerate(live.steady_groups):
        name = f"when these move: {', '.join(sorted(group))}"
        work[name] = week(np.arange(moved.size) == place, wanted)
    for place, wish in enumerate(live.wishes):
        work[f"for {', '.join(sorted(wish))}"] = week(moved, np.arange(wanted.size) == place)
    sums = LANES * live.first_sum
    work |= {
        "count what bound": (_count_causes, s, 0, LANES, True, scratch, counts),
        "one running sum": (_add, s, row, sums),
        "one ratio": (_divide, s, row, other, np.float32(1), sums),
        "one mean": (row_sum, s, row, LANES, scratch.tallying.halves),
        "one histogram": (tally, s, row, LANES, 20.5, 1.0, scratch.tallying, histogram),
    }
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

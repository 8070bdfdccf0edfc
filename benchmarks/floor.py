"""The time of the fused kernel compared with its parts, arithmetic and histograms."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from numba import njit

from benchmarks.measure import times
from benchmarks.scenarios import ON_SCREEN, PLAN, moved
from modeller.kernel.generated import code_for
from modeller.kernel.live_memory import BINS, LANES, tallying
from modeller.kernel.tally import row_sum, tally
from modeller.projection import View
from modeller.projection.live import Live
from tests.met import catalogue


@njit(nogil=True, error_model="numpy")
def _histograms(values, blocks, weeks, fans, starts, widths, histograms, sums, scratch):
    for _ in range(blocks):
        for week in range(weeks):
            for fan in range(fans):
                row = fan * LANES
                sums[week, fan] = row_sum(values, row, LANES, scratch.halves)
                tally(
                    values, row, LANES, starts[fan], widths[fan], scratch,
                    histograms[week, fan],
                )  # fmt: skip


def _one(outcomes: tuple[str, ...], views: tuple[View, ...], fans: int) -> dict[str, float]:
    live = Live(threads=1)
    clock = time.thread_time
    blocks, weeks = -(-PLAN.draws // LANES), PLAN.weeks
    values = np.random.default_rng(1).normal(size=fans * LANES).astype(np.float32)
    starts, widths = np.full(fans, -2.6), np.full(fans, 5.2 / 253)
    histograms, sums = np.zeros((weeks, fans, BINS), np.uint32), np.zeros((weeks, fans))
    scratch = tallying()

    def lowest(call) -> float:
        return min(times(call, 15, 1.0, clock))

    fused = lowest(lambda number: live.project(moved(PLAN, number), outcomes, views))
    arithmetic = lowest(lambda number: live.project(moved(PLAN, number), outcomes, ("total",)))
    alone = lowest(
        lambda _: _histograms(
            values, blocks, weeks, fans, starts, widths, histograms, sums, scratch
        )
    )
    return {
        "fused_ms": round(1e3 * fused, 2),
        "arithmetic_ms": round(1e3 * arithmetic, 2),
        "histograms_ms": round(1e3 * alone, 2),
        "ratio": round(fused / (arithmetic + alone), 3),
    }


def floor() -> dict[str, Any]:
    """Fused / (arithmetic + histograms), one thread, for all outcomes and for four."""
    outcomes = catalogue().outcomes
    scaled = code_for(catalogue().model).live.scaled
    simulated = tuple(key for key in outcomes if key not in scaled)
    flows = sum(1 for key in simulated if outcomes[key].kind == "flow")
    return {
        "all outcomes": _one(simulated, ("weekly", "cumulative"), len(simulated) + flows),
        "the four on screen": _one(ON_SCREEN, ("weekly",), len(ON_SCREEN)),
    }

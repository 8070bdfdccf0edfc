"""Checks that results do not depend on the number of threads."""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.scenarios import PLAN
from modeller.kernel import settled
from modeller.projection.live import Live
from modeller.scenario.inputs import inputs_of
from tests.met import catalogue


def same_bits() -> dict[str, Any]:
    """Compare 1, 2 and 4 threads, live and settled, for 10,000 × 52."""
    projections = [Live(threads=threads).project(PLAN) for threads in (1, 2, 4)]
    live = all(
        np.array_equal(projections[0].summary(key, view), other.summary(key, view))
        for other in projections[1:]
        for key, outcome in catalogue().outcomes.items()
        for view in (("weekly", "cumulative") if outcome.kind == "flow" else ("cumulative",))
    )
    inputs = inputs_of(PLAN.replace(weeks=8), catalogue())
    runs = [settled.sums(inputs, threads=threads) for threads in (1, 2, 4)]
    sums = [run[0] for run in runs if run is not None]
    exact = len(sums) == len(runs) and all(
        np.array_equal(sums[0][key], each[key]) for each in sums[1:] for key in each
    )
    return {"live": live, "settled": exact}

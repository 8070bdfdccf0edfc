"""Whether the number of threads ever shows in a number."""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.scenarios import PLAN
from modeller.kernel import settled
from modeller.model.catalogue import catalogue
from modeller.projection.live import Live
from modeller.scenario.inputs import inputs_of


def same_bits() -> dict[str, Any]:
    """Compare 1, 2 and 4 threads, live and settled, at 10,000 × 52."""
    projections = [Live(threads=threads).project(PLAN) for threads in (1, 2, 4)]
    live = all(
        np.array_equal(projections[0].summary(key, view), other.summary(key, view))
        for other in projections[1:]
        for key, outcome in catalogue().outcomes.items()
        for view in (("weekly", "cumulative") if outcome.kind == "flow" else ("cumulative",))
    )
    inputs = inputs_of(PLAN.replace(weeks=8), catalogue())
    runs = [settled.totals(inputs, threads=threads) for threads in (1, 2, 4)]
    exact = all(np.array_equal(runs[0][key], run[key]) for run in runs[1:] for key in run)
    return {"live": live, "settled": exact}

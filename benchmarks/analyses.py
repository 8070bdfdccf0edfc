"""What repeats projections: a tornado, a trade-off grid and a sweep by the live kernel's totals,
and the backtest, which calibrates anew at every origin.
"""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from benchmarks.scenarios import PLAN
from modeller.projection.live import Live
from tests.met import backtest, catalogue

_OUTCOME = ("arrests",)
_GRID = 40


def _tornado(live: Live) -> int:
    declared = catalogue()
    runs = 0
    for key, slider in declared.sliders.items():
        ends = slider.evidence if key in declared.beliefs else (slider.minimum, slider.maximum)
        for value in ends or ():
            held = min(max(value, slider.minimum), slider.maximum)
            live.project(PLAN.with_value(key, held), _OUTCOME, ()).totals("arrests")
            runs += 1
    return runs


def _grid(live: Live) -> int:
    for deployments in np.linspace(4, 10, _GRID):
        row = PLAN.with_value("deployments_per_week", float(deployments))
        for officers in np.linspace(0, 3000, _GRID):
            scenario = row.with_value("officer_losses", float(officers))
            live.project(scenario, _OUTCOME, ()).totals("arrests")
    return _GRID**2


def _sweep(live: Live) -> int:
    random = np.random.default_rng(1)
    levers = catalogue().levers
    for _ in range(1000):
        changes = {
            key: float(random.uniform(lever.minimum, lever.maximum))
            for key, lever in levers.items()
        }
        projection = live.project(PLAN.replace(changes=changes), None, ())
        for key in catalogue().outcomes:
            projection.totals(key)
    return 1000


def _backtest(_live: Live) -> int:
    return len(backtest(again=True).origins)


def analyses() -> dict[str, Any]:
    """Seconds of each, with two threads, for 10,000 draws × 52 weeks."""
    live = Live()
    live.project(PLAN)
    found = {}
    for name, work in (
        ("tornado: every lever and belief at both ends", _tornado),
        ("trade-off grid of 40 × 40", _grid),
        ("sweep of 1,000 scenarios, totals of every outcome", _sweep),
        ("backtest: every fortnight of the record, each fitted for itself", _backtest),
    ):
        start = time.perf_counter()
        runs = work(live)
        seconds = time.perf_counter() - start
        found[name] = {
            "runs": runs,
            "seconds": round(seconds, 2),
            "milliseconds_each": round(1e3 * seconds / runs, 2),
        }
    return found

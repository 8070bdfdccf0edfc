"""The accuracy of live bands of 10,000 draws, compared with 600,000 settled draws of another seed.

The error includes everything: the number of draws, single precision, the live counts and the
histograms. It is given beside the error of the settled bands of the same 10,000 draws, and the part
that is due to the live kernel: live compared with settled.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.scenarios import PLAN
from modeller.kernel import settled
from modeller.projection import project, ratio, summarise_rows
from modeller.projection.live import Live
from modeller.scenario.inputs import inputs_of
from tests.met import catalogue

DRAWS = 600_000
_WEEKS = tuple(range(4, 53, 4))


def _exact() -> dict[tuple[str, str], np.ndarray]:
    """The settled bands of many draws in every fourth week, shape (weeks, 8)."""
    outcomes = catalogue().outcomes
    inputs = inputs_of(PLAN.replace(draws=DRAWS, seed=PLAN.seed + 1), catalogue())
    flows = [key for key, outcome in outcomes.items() if outcome.kind == "flow"]
    ratios = [outcome for outcome in outcomes.values() if outcome.kind == "ratio"]
    sums = {key: np.zeros(DRAWS) for key in flows}
    bands: dict[tuple[str, str], list[np.ndarray]] = {}
    for number, week in enumerate(settled.simulate(inputs), 1):
        for key in flows:
            sums[key] += week.seen[key]
        if number in _WEEKS:
            rows = [*((key, "weekly", week.seen[key]) for key in flows)]
            rows += [(key, "cumulative", sums[key]) for key in flows]
            rows += [(one.key, "cumulative", ratio(one, sums)) for one in ratios]
            found = summarise_rows(np.stack([values for _, _, values in rows]))
            for (key, view, _), summary in zip(rows, found, strict=True):
                bands.setdefault((key, view), []).append(summary)
    return {fan: np.stack(weeks) for fan, weeks in bands.items()}


def _errors(ours: Any, exact: dict[tuple[str, str], np.ndarray], view: str) -> np.ndarray:
    """Errors of the seven quantiles in % of the width of the fan, for every outcome and week."""
    index = np.array(_WEEKS) - 1
    errors = []
    for (key, shown), bands in exact.items():
        if shown == view:
            width = bands[:, 7] - bands[:, 1]
            held = (width > 0) & np.isfinite(width)
            gap = np.abs(ours(key, view)[index][held, 1:] - bands[held, 1:])
            errors.append(100 * gap / width[held, None])
    return np.concatenate([error.ravel() for error in errors])


def _plain(errors: np.ndarray) -> dict[str, float]:
    return {
        "mean": round(float(errors.mean()), 3),
        "root_mean_square": round(float(np.sqrt((errors**2).mean())), 3),
        "p95": round(float(np.quantile(errors, 0.95)), 3),
        "highest": round(float(errors.max()), 3),
    }


def accuracy() -> dict[str, Any]:
    """Errors of the bands in % of the width of the fan."""
    live, kept = Live().project(PLAN), project(PLAN)
    exact = _exact()
    index = np.array(_WEEKS) - 1
    found: dict[str, Any] = {}
    for view in ("weekly", "cumulative"):
        same = {
            fan: kept.summary(*fan)[index]  # type: ignore[arg-type]
            for fan in exact
        }
        found[view] = {
            "live, 10,000 draws": _plain(_errors(live.summary, exact, view)),
            "settled, 10,000 draws": _plain(_errors(kept.summary, exact, view)),
            "live against settled": _plain(_errors(live.summary, same, view)),
        }
    return found

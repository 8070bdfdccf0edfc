"""The oracle: settled results of the shipped scenarios and of a grid over levers and beliefs.

A change that must move no number leaves `tests/oracle/settled-results.json` as it is. One that
should move numbers writes it again, `python -m tests.settled_results`, in a commit that says why.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from modeller.analysis.model_versions import GRID_DRAWS, GRID_WEEKS, scenarios_of
from modeller.model.engine import CAUSES
from modeller.projection import BANDS, Projection, project
from modeller.scenario import Scenario, Setting
from modeller.scenario.file import load_scenario
from modeller.scenario.places import PlaceMix
from tests.met import MET

FILE = Path(__file__).parent / "oracle" / "settled-results.json"
_PLAN = "met-plan-2025"


def _plan_with(changes: dict[str, Setting], **run: int) -> Scenario:
    plan = load_scenario(_PLAN, profile=MET).scenario
    run = {"draws": GRID_DRAWS, "weeks": GRID_WEEKS, **run}
    return plan.replace(changes={**plan.changes, **changes}, **run)


def asked() -> Iterator[tuple[str, Scenario]]:
    """Every scenario of the oracle, by a name that says what it is."""
    *grid, five_years = scenarios_of(MET)
    yield from grid
    yield "plan, suspended", _plan_with({"deployments_per_week": 0.0})
    for name in ("plan-zones", "by-residents", "fixed-cameras"):
        mixed = _plan_with({}).replace(places=PlaceMix(((name, 1.0),)))
        yield f"plan, places {name}", mixed
    yield "plan, another seed", _plan_with({}, seed=7)
    yield five_years


def result(projection: Projection) -> dict[str, object]:
    """Every total as shortest decimals, and one digest over the bits of every summary."""
    bits = hashlib.sha256()
    totals: dict[str, list[float | str]] = {}
    for band in BANDS:
        for key, outcome in projection.catalogue.outcomes.items():
            for view in ("weekly", "cumulative"):
                if view == "cumulative" or outcome.kind == "flow":
                    figures = projection.summary(key, view, band)
                    bits.update(np.ascontiguousarray(figures, dtype="<f8").tobytes())
            if band == "seen":
                total = projection.summary(key, "total", band).tolist()
                totals[key] = [each if np.isfinite(each) else str(each) for each in total]
    even = projection.break_even
    return {
        "fingerprint": projection.fingerprint,
        "totals": totals,
        "binding": [projection.binding.ever[name] for name in CAUSES],
        "break_even": None if even is None else even.per_officer_year.tolist(),
        "bits": bits.hexdigest(),
    }


def kept() -> dict[str, dict[str, object]]:
    """What was written."""
    results: dict[str, dict[str, object]] = json.loads(FILE.read_text("utf-8"))
    return results


if __name__ == "__main__":
    results = {name: result(project(scenario)) for name, scenario in asked()}
    lines = (f"{json.dumps(name)}: {json.dumps(each)}" for name, each in results.items())
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")

"""Runs the benchmarks, keeps the results, and writes them into docs/performance.md.

``make bench`` runs it; ``make bench ARGS="growth memory"`` runs only some sections and keeps the
other results. ``tools`` (by size) takes some eight minutes more, and runs only if it is named.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numba
import numpy as np

from benchmarks import report
from benchmarks.measure import peak_megabytes
from modeller import kernel

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results.json"

SECTIONS: dict[str, str] = {
    "against the reference": "benchmarks.speed:against_reference",
    "against the field": "benchmarks.speed:against_the_field",
    "sizes": "benchmarks.speed:sizes",
    "tools by size": "benchmarks.speed:tools_by_size",
    "growth": "benchmarks.speed:growth",
    "memory": "benchmarks.speed:memory",
    "floor": "benchmarks.floor:floor",
    "accuracy": "benchmarks.accuracy:accuracy",
    "threads": "benchmarks.threads:same_bits",
    "analyses": "benchmarks.analyses:analyses",
    "window": "benchmarks.window:window",
    "explorable page": "benchmarks.page:slider_to_paint",
    "start-up": "benchmarks.start_up:start_up",
}
"""The function of each section by its title; a new benchmark is a new line here."""
BY_NAME_ONLY = ("tools by size",)
"""Sections that run only if named, because all together would take more than ten minutes."""


def _function(place: str) -> Callable[[], dict[str, Any]]:
    module, name = place.split(":")
    found: Callable[[], dict[str, Any]] = getattr(import_module(module), name)
    return found


def _machine() -> dict[str, Any]:
    model = platform.processor()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = names[0].split(":")[1].strip() if names else model
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": numba.__version__,
    }


def main() -> None:
    """Run the sections named, or all."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("words", nargs="*", help="run the sections whose titles hold one of these")
    words = parser.parse_args().words
    chosen = [
        title
        for title in SECTIONS
        if (any(word in title for word in words) if words else title not in BY_NAME_ONLY)
    ]
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    results["machine"] = _machine()
    start = time.perf_counter()
    kernel.compile_now()
    results.setdefault("start", {})["kernel_ready_seconds"] = round(time.perf_counter() - start, 2)
    for title in chosen:
        began = time.perf_counter()
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        print(f"{title} ...", flush=True)
        found = _function(SECTIONS[title])()
        taken = time.perf_counter() - began
        results[title] = {"results": found, "took_seconds": round(taken, 1), "load": round(load, 1)}
        print(json.dumps(found, indent=2))
        RESULTS.write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    report.write(results, ROOT / "docs")
    print(f"took {time.perf_counter() - start:.0f} s, peak memory {peak_megabytes():.0f} MB")
    print(f"results in {RESULTS.relative_to(ROOT)}, tables in docs/performance.md")


if __name__ == "__main__":
    main()

"""Long runs against faults, by command: ``make soak ARGS="kills save 1000"``.

=======================  =========================================================
``kills WHAT N``         kill whoever writes WHAT (save, autosave, ledger, record,
                         history, journal) N times at random moments
``faults``               make the disk fail at one call after the other
``desk N``               N random stories of a desk, its undo and its files
``monkey N [SEED [S]]``  N random actions in the real window, for S seconds at most
``all``                  1,000 kills of save and fewer of the others, and the rest
=======================  =========================================================

What was run and what came of it is added to ``results.json``; ``--dry`` prints it only.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).with_name("results.json")
SEED = 1
FEWER = {"autosave": 200, "ledger": 100, "record": 100, "history": 200, "journal": 200}
_WARM_UP = 2_000
"""Actions after which caches that hold so many things hold as many."""


def main(arguments: list[str]) -> int:
    """Run what is asked for; 1 when something did not hold."""
    dry = "--dry" in arguments
    match [word for word in arguments if word != "--dry"]:
        case ["kills", what, kills]:
            found = [_kills(what, int(kills))]
        case ["faults"]:
            found = _faults()
        case ["desk", examples]:
            found = [_desk(int(examples))]
        case ["monkey", actions, *more]:
            found = [_monkey(int(actions), *map(int, more))]
        case ["all"]:
            found = [_kills("save", 1_000)]
            found += [_kills(what, kills) for what, kills in FEWER.items()]
            found += [*_faults(), _desk(500), _monkey(10_000)]
        case _:
            print(__doc__)
            return 2
    for result in found:
        print(json.dumps(result, indent=1, ensure_ascii=False))
    if not dry:
        _append(found)
    return 0 if all(result["held"] for result in found) else 1


def _append(found: list[dict[str, Any]]) -> None:
    before = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else []
    text = json.dumps([*before, *found], indent=1, ensure_ascii=False) + "\n"
    RESULTS.write_text(text, "utf-8")


def _result(run: str, held: bool, **figures: object) -> dict[str, Any]:
    return {
        "run": run,
        "held": held,
        "on": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        **figures,
    }


def _kills(what: str, kills: int) -> dict[str, Any]:
    from benchmarks.soak.kills import run

    found = run(what, kills, SEED)
    held = not (found.lost or found.older or found.leftovers_at_end)
    return _result(f"kills {what}", held, **asdict(found))


def _faults() -> list[dict[str, Any]]:
    from benchmarks.soak.faults import WORKS, run

    return [_result("faults", not found.faults, **asdict(found)) for found in map(run, WORKS)]


def _desk(examples: int) -> dict[str, Any]:
    from benchmarks.soak.desk import run

    steps = run(examples)
    return _result("desk", True, examples=examples, steps=steps)


def _monkey(actions: int, seed: int = SEED, seconds: int = sys.maxsize) -> dict[str, Any]:
    from pyqtgraph.util.garbage_collector import GarbageCollector
    from PySide6.QtWidgets import QApplication

    from benchmarks.soak.monkey import monkey
    from benchmarks.soak.watching import no_holes

    no_holes()
    qt = QApplication.instance() or QApplication([])
    collector = GarbageCollector()  # as `ui.window.application.run` has it
    with (
        tempfile.TemporaryDirectory(prefix="modeller-monkey-") as name,
        monkey(seed, Path(name)) as one,
    ):
        one.verbose = one.watch.verbose = True
        report = one.run(actions, warm_up=_WARM_UP, most_seconds=seconds)
    qt.processEvents()
    collector.timer.stop()
    found = asdict(report)
    log = found.pop("log")
    if report.faults:
        print("\n".join(log), file=sys.stderr)
    growth = report.memory_end - report.memory_start
    held = not report.faults and report.actions == actions and growth < 20_000_000
    return _result("monkey", held, warm_up=_WARM_UP, **found)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="modeller-soak-") as user:
        for variable in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = user
        status = main(sys.argv[1:])
    sys.exit(status)

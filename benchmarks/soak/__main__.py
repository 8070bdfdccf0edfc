"""Long runs with faults: ``make soak ARGS="kills save 1000"``, ``make night``.

=======================  =========================================================
``kills WHAT N``         kill a process that writes WHAT (save, autosave, ledger, record,
                         history, journal) N times at random moments
``faults``               make the disk fail at one call after another
``desk N``               N random stories of a desk, its undo stack and its files
``monkey N [SEED [S]]``  N random actions in the window, for S seconds at most
``screen N [SEED [S]]``  the same in a window on a virtual X server
``together S``           two windows and a command line on the same files, for S seconds
``vanishing S``          records on a slow folder that comes and goes, for S seconds
``hostile``              the tests of hostile input, and of every kind of fault once found
``all``                  1,000 kills of save and fewer of the others, and the rest
``night [MINUTES]``      all of this and the fuzzing of every reader, for so many minutes
                         each (60); the page of results is written anew at the end
=======================  =========================================================

What was run and its results are added to ``results.json``; ``--dry`` only prints them.
"""

from __future__ import annotations

import faulthandler
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).with_name("results.json")
SEED = 1
HOSTILE = tuple(
    f"tests/test_{name}.py"
    for name in (
        "hostile_input", "no_network", "process_edges", "small_edges", "record_tables",
        "record_preview", "record_paths", "record_import", "import_dialog",
    )
)  # fmt: skip
"""The tests of every kind of hostile input, and of every kind of fault once found."""
_COUNTED = re.compile(r"\d+ (?:passed|failed|skipped)")
FEWER = {"desk": 200, "autosave": 200, "ledger": 100, "record": 100, "history": 200, "journal": 200}
_WARM_UP = 2_000
"""Actions after which all caches are full."""


def main(arguments: list[str]) -> int:
    """Run what is named; 1 if anything failed."""
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
        case ["screen", actions, *more]:
            found = [_screen(int(actions), *map(int, more))]
        case ["together", seconds]:
            found = [_together(int(seconds))]
        case ["vanishing", seconds]:
            found = [_vanishing(int(seconds))]
        case ["hostile"]:
            found = [_hostile()]
        case ["night", *minutes]:
            return night(int(minutes[0]) if minutes else 60)
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


def night(minutes: int) -> int:
    """Run everything and write the page; 1 if anything failed.

    Every result is saved at once, so that an interrupted night is not lost.
    """
    from benchmarks.soak import fuzz, report
    from benchmarks.soak.readers import READERS

    seconds, held = 60 * minutes, True
    kills = {"save": 1_000, **FEWER}
    share = min(1.0, minutes / 60)
    runs: list[Callable[[], list[dict[str, Any]]]] = [
        *(partial(_listed, _kills, what, max(5, round(share * n))) for what, n in kills.items()),
        _faults,
        partial(_listed, _desk, max(20, round(500 * share))),
        partial(_listed, _vanishing, max(10, seconds // 10)),
        partial(_listed, _hostile),
        partial(_listed, _together, seconds),
        partial(_listed, _screen, sys.maxsize, SEED, seconds),
        partial(_listed, _monkey_apart, 10_000, SEED, seconds),
    ]
    for run in runs:
        found = run()
        held = held and all(result["held"] for result in found)
        _append(found)
        print(json.dumps(found, indent=1, ensure_ascii=False), flush=True)
    for name in READERS:
        held = fuzz.fuzzed(name, seconds) and held
    fuzz.write_table()
    report.write()
    return 0 if held else 1


def _listed(one: Callable[..., dict[str, Any]], *given: Any) -> list[dict[str, Any]]:
    return [one(*given)]


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


def _together(seconds: int) -> dict[str, Any]:
    from benchmarks.soak.together import run

    found = asdict(run(seconds))
    return _result("together", not found["faults"], **found)


def _vanishing(seconds: int) -> dict[str, Any]:
    from benchmarks.soak.vanishing import run

    found = asdict(run(seconds))
    return _result("vanishing", not found["faults"], **found)


def _hostile() -> dict[str, Any]:
    """Run the tests of hostile input and of known kinds of fault, in another process."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", *HOSTILE],
        cwd=RESULTS.parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    counted = dict(reversed(each.split(" ")) for each in _COUNTED.findall(done.stdout))
    passed, failed = int(counted.get("passed", 0)), int(counted.get("failed", 0))
    if done.returncode:
        print(done.stdout[-4_000:], file=sys.stderr)
    return _result(
        "hostile", done.returncode == 0 and passed > 0, files=len(HOSTILE), passed=passed,
        failed=failed, seconds=time.monotonic() - began,
    )  # fmt: skip


def _apart(words: list[str], environment: dict[str, str]) -> dict[str, Any]:
    """Run this program in another process, without saving its results there."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "benchmarks.soak", *words, "--dry"],
        cwd=RESULTS.parents[2], env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    try:
        result: dict[str, Any] = json.loads(done.stdout[done.stdout.index("\n{") :])
    except ValueError:
        trouble = done.stderr[-2_000:]
        return _result(words[0], False, faults=[f"it ended with {done.returncode}: {trouble}"])
    return result


def _screen(actions: int, seed: int = SEED, seconds: int = sys.maxsize) -> dict[str, Any]:
    """Run the monkey in a window on a virtual X server."""
    from benchmarks.virtual_screen import virtual_screen

    with virtual_screen() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        found = _apart(["monkey", str(actions), str(seed), str(seconds)], environment)
    return {**found, "run": "monkey on an X server"}


def _monkey_apart(actions: int, seed: int, seconds: int) -> dict[str, Any]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return _apart(["monkey", str(actions), str(seed), str(seconds)], environment)


def _monkey(actions: int, seed: int = SEED, seconds: int = sys.maxsize) -> dict[str, Any]:
    from ui.speed_up import speed_up_start

    speed_up_start()  # as the program does, or PySide keeps the source of everything imported
    from pyqtgraph.util.garbage_collector import GarbageCollector
    from PySide6.QtWidgets import QApplication

    from benchmarks.soak.monkey import monkey
    from benchmarks.soak.watching import no_holes

    no_holes()
    faulthandler.enable()  # a crash inside Qt or PySide says where it was
    qt = QApplication.instance() or QApplication([])
    collector = GarbageCollector()  # as in `ui.window.application.run`
    with (
        tempfile.TemporaryDirectory(prefix="modeller-monkey-") as name,
        monkey(seed, Path(name)) as one,
    ):
        one.verbose = one.watch.verbose = True
        warm_up = min(_WARM_UP, actions)
        report = one.run(actions, warm_up=warm_up, most_seconds=seconds)
    qt.processEvents()
    collector.timer.stop()
    found = asdict(report)
    log = found.pop("log")
    if report.faults:
        print("\n".join(log), file=sys.stderr)
    growth = report.memory_end - report.memory_start
    ended = report.actions == actions or report.seconds >= seconds
    held = not report.faults and ended and growth < 20_000_000
    return _result("monkey", held, warm_up=warm_up, **found)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="modeller-soak-") as user:
        for variable in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = user
        status = main(sys.argv[1:])
    sys.exit(status)

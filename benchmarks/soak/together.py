"""Runs two windows and a command line on the same files, ledger, records and history.

Each window belongs to a monkey in a process of its own, while the command line is called again and
again. None may end in a traceback, and everything that they leave must be undamaged.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
WINDOWS = 2
_TO_CLOSE = 300
"""Seconds that a window may take to finish and close when its time is over."""
_HOMES = ("CONFIG", "STATE", "DATA", "CACHE")
_COMMANDS = (
    "project {folder}/a.scenario.json --weeks 4 --draws 200",
    "check {folder}/b.scenario.json",
    "open {folder}/all.desk.json",
    "ledger lock baseline",
    "ledger verify",
    "ledger list",
    "ledger score",
    "evidence list",
    "evidence import {folder}/newer.csv --name same --accept gaps --accept overlap",
    "evidence import {folder}/odd.csv --check",
    "evidence show same",
    "evidence remove same",
    "evidence export same {folder}/same.csv --force",
)
_ENDS = (0, 1, 2)
"""Exit codes: success, a check has failed, the input was refused."""


@dataclass
class Together:
    """The result; `faults` says what was damaged or not explained."""

    windows: int = WINDOWS
    actions: int = 0
    commands: int = 0
    refused: int = 0
    records: int = 0
    entries: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0


def run(seconds: int, seed: int = 1) -> Together:
    """Let them run side by side for so many seconds."""
    found, began, dice = Together(), time.monotonic(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="modeller-together-") as name:
        folder = Path(name) / "files"
        folder.mkdir()
        places = {f"XDG_{home}_HOME": f"{name}/{home}" for home in _HOMES}
        environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
        children = [
            subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", __name__, str(seed + number), str(seconds),
                 str(folder)],
                cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                text=True,
            )
            for number in range(WINDOWS)
        ]  # fmt: skip
        while time.monotonic() - began < seconds:
            _command(dice.choice(_COMMANDS).format(folder=folder), environment, found)
        for child in children:
            _window(child, found)
        _look(environment, found)
    found.seconds = time.monotonic() - began
    return found


def _command(words: str, environment: dict[str, str], found: Together) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "modeller", *words.split()],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    found.commands += 1
    found.refused += done.returncode == 2
    if done.returncode not in _ENDS or "Traceback" in done.stderr:
        found.faults.append(f"{words}: {done.returncode}: {done.stderr[-400:]}")


def _window(child: subprocess.Popen[str], found: Together) -> None:
    try:
        told, complained = child.communicate(timeout=_TO_CLOSE)
    except subprocess.TimeoutExpired:
        child.kill()
        found.faults.append("a window did not close")
        return
    try:
        report: dict[str, Any] = json.loads(told.splitlines()[-1])
    except (ValueError, IndexError):
        found.faults.append(f"a window ended with {child.returncode}: {complained[-400:]}")
        return
    found.actions += report["actions"]
    found.faults += [f"window: {fault}" for fault in report["faults"]]


def _look(environment: dict[str, str], found: Together) -> None:
    """Check what they left: an intact ledger, whole records, a history that opens."""
    looked = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", __name__, "look"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    if looked.returncode:
        found.faults.append(f"what was left: {looked.stderr[-600:]}")
        return
    left = json.loads(looked.stdout)
    found.records, found.entries = left["records"], left["entries"]
    found.faults += left["faults"]


def _looked() -> dict[str, Any]:
    from modeller.ledger import default_path, verify_ledger
    from tests.met import MET, damaged_records, stored_records
    from ui.desk.history import History

    problems: list[object] = []
    state = verify_ledger(default_path())
    history = History(MET, failed=problems.append)
    history.versions("a")
    history.close()
    faults = [str(problem) for problem in problems]
    if state.problems:
        faults.append(f"the ledger: {state.problems}")
    faults += [f"a damaged record: {spoilt.problem}" for spoilt in damaged_records()]
    return {
        "records": len(stored_records()),
        "entries": len(state.entries),
        "faults": faults,
    }


def _play(seed: int, seconds: int, folder: Path) -> dict[str, Any]:
    from PySide6.QtWidgets import QApplication

    from benchmarks.soak.monkey import monkey

    qt = QApplication.instance() or QApplication([])
    with monkey(seed, folder, warm=False, shared=True) as one:
        report = one.run(sys.maxsize, most_seconds=seconds)
    qt.processEvents()
    return asdict(report)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["look"]:
            print(json.dumps(_looked()))
        case [seed, seconds, folder]:
            print("\n" + json.dumps(_play(int(seed), int(seconds), Path(folder))), flush=True)

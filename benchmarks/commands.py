"""Processor seconds of the commands, compared with those in another checkout of the project.

``python -m benchmarks.commands /path/to/other/checkout`` runs each command in both by turns, in a
process of its own, with this Python and its libraries. What is printed is the median of the pairs'
ratios: other work on the machine lengthens both.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

PAIRS = 5
_PLAN = "met-plan-2025"
COMMANDS = {
    "project": ("project", _PLAN),
    "compare": ("compare", "baseline", _PLAN),
    "sensitivity": ("sensitivity", _PLAN),
    **{f"brief, {form}": ("brief", _PLAN, "--to", f"plan.{form}")
       for form in ("html", "pdf", "docx", "xlsx", "zip")},
}  # fmt: skip
_HERE = Path(__file__).parents[1]


def ratios(other: Path, pairs: int = PAIRS) -> dict[str, tuple[float, float, float]]:
    """For each command the median ratio, and the median seconds in both checkouts."""
    found = {}
    for name, command in COMMANDS.items():
        both = [(_seconds(_HERE, command), _seconds(other, command)) for _ in range(1 + pairs)][1:]
        found[name] = (
            statistics.median(here / there for here, there in both),
            statistics.median(here for here, _ in both),
            statistics.median(there for _, there in both),
        )
    return found


def _seconds(root: Path, command: Sequence[str]) -> float:
    """The processor seconds of one command, in this checkout or another."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
        own = {f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("CONFIG", "DATA", "STATE")}
        process = subprocess.Popen(
            [sys.executable, "-m", "modeller", *command],
            cwd=folder, env=kept | own | {"PYTHONPATH": str(root)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{root}: modeller {' '.join(command)} failed")
    return used.ru_utime + used.ru_stime


_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"

if __name__ == "__main__":
    for name, (ratio, here, there) in ratios(Path(sys.argv[1]).resolve()).items():
        print(f"{name:12} {ratio:.2f}  {here:.2f} s, there {there:.2f} s", flush=True)

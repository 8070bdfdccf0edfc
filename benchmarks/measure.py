"""Measures times on a machine that is shared with other programs.

Reference and subject alternate in one process in at least five pairs, each repeated until it lasts
over 50 ms. A lever moves on every call. The result is the median of the ratios of the pairs;
milliseconds are also reported, but ratios are what counts.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PAIRS = 5
LEAST_SECONDS = 0.05

Call = Callable[[int], object]
"""A function to be timed, which moves a lever by the number of the call."""


@dataclass(frozen=True)
class Pair:
    """The result of alternating: the median ratio, its range, and the medians in seconds."""

    ratio: float
    lowest: float
    highest: float
    reference: float
    subject: float

    def plain(self) -> dict[str, float]:
        """The result as JSON."""
        return {
            "ratio": round(self.ratio, 2),
            "lowest": round(self.lowest, 2),
            "highest": round(self.highest, 2),
            "reference_seconds": round(self.reference, 6),
            "subject_seconds": round(self.subject, 6),
        }


def repeats(call: Call, clock: Callable[[], float] = time.perf_counter) -> int:
    """How many calls last long enough to be timed; counting them also warms up."""
    call(0)
    start = clock()
    call(1)
    return max(1, int(LEAST_SECONDS / max(clock() - start, 1e-6)) + 1)


def alternate(
    reference: Call,
    subject: Call,
    pairs: int = PAIRS,
    clock: Callable[[], float] = time.perf_counter,
) -> Pair:
    """Time the two in turn.

    Parameters
    ----------
    clock
        `time.thread_time` leaves out the time of other programs, if both run in one thread.
    """
    counts = [repeats(call, clock) for call in (reference, subject)]
    seconds: tuple[list[float], list[float]] = ([], [])
    number = 0
    for _ in range(pairs):
        for call, count, taken in zip((reference, subject), counts, seconds, strict=True):
            start = clock()
            for _ in range(count):
                number += 1
                call(number)
            taken.append((clock() - start) / count)
    ratios = [a / b for a, b in zip(*seconds, strict=True)]
    return Pair(
        statistics.median(ratios), min(ratios), max(ratios),
        statistics.median(seconds[0]), statistics.median(seconds[1]),
    )  # fmt: skip


def times(
    call: Call, least: int = 7, seconds: float = 1.0, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Seconds of single calls, ascending: at least `least`, and as many as fit in `seconds`.

    With a `least` of 1 there is no call to warm up.
    """
    if least > 1:
        call(0)
    taken: list[float] = []
    while len(taken) < least or (sum(taken) < seconds and len(taken) < 500):
        start = clock()
        call(len(taken) + 1)
        taken.append(clock() - start)
    return sorted(taken)


def in_own_process(statement: str, seconds: float | None = None) -> dict[str, float]:
    """Run Python code in another process; return its `result` and its peak memory in MB.

    Raises
    ------
    subprocess.TimeoutExpired
        When it has not ended after `seconds`.
    """
    program = (
        "import json\n"
        f"{statement}\n"
        "from benchmarks.measure import peak_megabytes\n"
        "print(json.dumps({**result, 'peak_mb': peak_megabytes()}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds,
    )
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def peak_megabytes() -> float:
    """The peak memory of this process, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # the system's own count begins with that of the parent process
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return float(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

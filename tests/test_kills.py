"""A process killed while it writes leaves one whole version, and nothing that piles up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = {"save": 20, "desk": 4, "autosave": 4, "ledger": 4, "record": 3, "history": 6, "journal": 4}


@pytest.mark.skipif(not hasattr(os, "fork") or not hasattr(signal, "SIGKILL"), reason="no fork")
@pytest.mark.parametrize("what", list(KILLS))
def test_that_kills_at_random_moments_lose_nothing(what, user_folders):
    # in a process of its own, for it forks
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "benchmarks.soak",
            "--dry",
            "kills",
            what,
            str(KILLS[what]),
        ],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["kills"] == KILLS[what]
    assert found["versions"] >= KILLS[what]
    assert (found["lost"], found["older"], found["leftovers_at_end"]) == (0, 0, 0)

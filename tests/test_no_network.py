"""Nothing here speaks to a network; a sweep on a Dask cluster, asked for by name, alone does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import watched_network

ROOT = Path(__file__).parents[1]


def test_that_window_and_command_line_open_no_socket(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-m", "tests.watched_network", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    said = ended.stderr
    assert ended.returncode == 0, said
    for command in ("project", "brief", "share", "open", "sweep", "ledger"):
        assert f"{command} 0" in said, said


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="Linux says what is held open")
def test_that_the_watch_sees_a_socket_that_python_did_not_make():
    before = watched_network.held()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.bind(("127.0.0.1", 0))  # a socket is in the system's tables once it has an address
        assert len(watched_network.held() - before) == 1
    assert watched_network.held() <= before


def test_that_only_the_executor_asked_for_by_name_knows_dask():
    text = "import sys, modeller.cli.sweep, modeller.sweep.running; "
    text += "sys.exit(bool({'dask', 'distributed', 'socketserver'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", text], cwd=ROOT, check=False).returncode == 0

"""The edges of a process: full disks, closed streams, poor terminals, little memory, signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from modeller import cli
from modeller.briefing import pdf
from modeller.cli import COMMANDS
from tests.command_line import QUICK, ROOT, run

BASH = Path("/bin/bash")
FULL = Path("/dev/full")
needs_bash = pytest.mark.skipif(not BASH.exists(), reason="there is no bash")
PROJECT = f"project baseline {' '.join(QUICK)}"
WORDS = [
    PROJECT,
    f"{PROJECT} --format json",
    "list",
    "share baseline",
    "open baseline",
    "check baseline",
    "--version",
    "--help",
    "project --help",
]


def shell(line, **environment):
    """What a command does in a shell; ``modeller`` is the program."""
    return subprocess.run(
        [str(BASH), "-c", line.replace("modeller ", f'"{sys.executable}" -m modeller ')],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )


@needs_bash
@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", WORDS)
def test_that_a_full_disk_behind_standard_output_is_a_sentence(words):
    done = shell(f"modeller {words} > /dev/full")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("standard output cannot be written (No space left on device)")


@needs_bash
@pytest.mark.parametrize("words", WORDS)
def test_that_a_closed_standard_output_is_a_sentence(words):
    done = shell(f"modeller {words} >&-")
    assert done.returncode == 2
    assert done.stderr == "standard output is closed; write to a file with --out, or open it\n"


@needs_bash
def test_that_a_file_is_written_though_the_streams_are_closed(tmp_path):
    for streams in (">&-", "2>&-", "<&- >&- 2>&-"):
        out = tmp_path / f"{len(streams)}.json"
        done = shell(f'modeller {PROJECT} --format json --out "{out}" {streams}')
        assert (done.returncode, done.stdout) == (0, "")
        assert out.read_text().startswith("{")
        assert out.read_text().endswith("}\n")


@needs_bash
def test_that_messages_do_not_mix_with_results_where_standard_error_is_closed():
    done = shell(f"modeller {PROJECT} --format json --set no_such_name=1 2>&-")
    assert (done.returncode, done.stdout) == (2, "")


@needs_bash
@pytest.mark.parametrize("words", ["check -", "project -", "open -"])
def test_that_a_closed_standard_input_is_a_sentence(words):
    done = shell(f"modeller {words} <&-")
    assert done.returncode == 2
    assert "standard input cannot be read (it is closed)" in done.stderr
    assert "Traceback" not in done.stderr


ALL_HELP = """
from modeller.cli import COMMANDS, main

for words in ([], *([command.name] for command in COMMANDS)):
    try:
        code = main([*words, "--help"])
    except SystemExit as end:
        code = end.code
    assert not code, words
"""


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp850", "latin-1"])
def test_that_every_help_is_printed_in_whatever_letters_there_are(encoding):
    done = subprocess.run(
        [sys.executable, "-c", ALL_HELP],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"usage: modeller") == len(COMMANDS) + 1


@needs_bash
def test_that_a_reader_who_has_seen_enough_ends_it_quietly():
    done = shell("set -o pipefail; modeller list parameters | head -1")
    assert (done.returncode, done.stderr) == (0, "")


class PanicException(BaseException):
    """As what the typesetting library raises."""


def test_that_a_panic_of_the_typesetting_library_is_too_little_memory(monkeypatch):
    import typst

    def panics(*_arguments, **_options):
        raise PanicException("ThreadPoolBuildError")

    monkeypatch.setattr(typst, "compile", panics)
    with pytest.raises(MemoryError, match="ThreadPoolBuildError"):
        pdf._compiled(b"", {}, format="pdf")


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        ImportError("x.so: failed to map segment from shared object"),
        RuntimeError("can't start new thread"),
    ],
)
def test_that_too_little_memory_is_a_sentence(error, capsys, monkeypatch):
    def fail(_arguments):
        raise error

    monkeypatch.setattr(cli, "_dispatch", fail)
    code, _, said = run(capsys, "project", "baseline")
    assert code == 2
    assert "fewer futures" in said


@needs_bash
@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
def test_that_a_real_lack_of_memory_is_a_sentence():
    """Within twice what a small projection needs, so that a large one meets the limit soon."""
    little = {"OPENBLAS_NUM_THREADS": "1"}  # which asks for memory for each core
    limited = "ulimit -v 250000; modeller project baseline"
    assert shell(f"{limited} --weeks 26 --draws 200", **little).returncode == 0
    done = shell(f"{limited} --weeks 260 --draws 100000", **little)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "fewer futures" in done.stderr


@needs_bash
@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
@pytest.mark.parametrize("words", ["--version", PROJECT, "list scenarios"])
def test_that_no_room_even_to_start_is_a_sentence(words):
    """Where OpenBLAS would print three lines of its own, and end the process or interrupt it."""
    done = shell(f"unset OPENBLAS_NUM_THREADS; ulimit -v 100000; modeller {words}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("the limit of memory leaves no room to start; raise it: ulimit")
    assert len(done.stderr.splitlines()) == 1
    done = shell(f"unset OPENBLAS_NUM_THREADS; ulimit -v 160000; modeller {words}")
    assert (done.returncode, done.stderr) == (0, "")


# ---- the window

_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from ui.window import application

started = application.Application.start
def start(self):
    started(self)
    def change():
        self.settings.tour_seen = True
        self.session.set_value("deployments_per_week", 7.5)
        print("changed", flush=True)
    QTimer.singleShot(500, change)
application.Application.start = start
sys.exit(application.run())
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends other signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_that_a_signal_keeps_the_last_change_and_ends_the_window(number, user_folders):
    """Sent at once after a change: the autosave itself would come a second and a half later."""
    window = subprocess.Popen(
        [sys.executable, "-c", _WINDOW],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert window.stdout is not None
    try:
        assert window.stdout.readline() == "changed\n"
        window.send_signal(number)
        said = window.communicate(timeout=60)[1]
    finally:
        window.kill()
        window.communicate()
    assert "Traceback" not in said
    assert window.returncode == 128 + number
    (work,) = (user_folders / "state").rglob("*.work.json")
    assert '"deployments_per_week": 7.5' in work.read_text()


def test_that_signals_are_left_to_whoever_had_them(qapp):
    from ui.window.signals import ENDING, EndingSignals

    before = {number: signal.getsignal(number) for number in ENDING}
    heard: list[int] = []
    signals = EndingSignals()
    signals.came.connect(heard.append)
    os.kill(os.getpid(), signal.SIGTERM)
    until = time.monotonic() + 10
    while not heard and time.monotonic() < until:
        qapp.processEvents()
    signals.close()
    assert heard == [signal.SIGTERM]
    assert {number: signal.getsignal(number) for number in ENDING} == before


_STARTING = """
import sys, time
import ui.window.application

def run(*_given):
    print("starting", flush=True)
    time.sleep(60)
ui.window.application.run = run
from ui.__main__ import main
sys.exit(main([]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends other signals")
def test_that_ctrl_c_while_the_window_is_coming_ends_it_without_a_word():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    starting = subprocess.Popen(
        [sys.executable, "-c", _STARTING],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert starting.stdout is not None
    try:
        assert starting.stdout.readline() == "starting\n"
        starting.send_signal(signal.SIGINT)
        said = starting.communicate(timeout=30)[1]
    finally:
        starting.kill()
        starting.communicate()
    assert (starting.returncode, said) == (-signal.SIGINT, "")

"""Once nobody reads what a command prints, its work is done all the same, and its answer given."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from modeller.projection import project
from modeller.scenario import Scenario
from tests.command_line import QUICK, ROOT, saved
from tests.met import shipped_record

MINE = Scenario(title="Mine", weeks=4, draws=100)
UNBUFFERED = {"PYTHONUNBUFFERED": "1"}
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows reports closed pipes otherwise")


def unread(folder, *words, both=False, **environment):
    """A command whose output goes into a pipe that has been closed already."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run(
            [sys.executable, "-m", "modeller", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=writing,
            stderr=writing if both else subprocess.PIPE,
            timeout=300,
            check=False,
        )
    finally:
        os.close(writing)


@pytest.fixture
def desk(tmp_path):
    """A folder with scenarios, sound and altered, a briefing of two, and a design."""
    saved(tmp_path, MINE, "mine.json", results_digest=project(MINE).results_digest)
    path = saved(tmp_path, MINE, "altered.json")
    path.write_text(path.read_text("utf-8").replace('"weeks": 4', '"weeks": 5'), "utf-8")
    (tmp_path / "design.toml").write_text(
        'measures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n[grid]\nofficer_losses = [0, 700]\n'
    )
    rows = shipped_record().to_csv().splitlines()
    (tmp_path / "twice.csv").write_text("\n".join([*rows, rows[-1]]) + "\n")
    return tmp_path


@pytest.mark.parametrize("environment", [{}, UNBUFFERED], ids=["kept back", "at once"])
def test_that_every_file_is_written_though_nobody_reads(desk, environment):
    brief = ["brief", "baseline", "met-plan-2025", *QUICK, "--to", "a.zip", "--to", "b.html"]
    assert unread(desk, *brief, both=True, **environment).returncode == 0
    assert (desk / "a.zip").exists()
    assert (desk / "b.html").exists()
    assert unread(desk, "open", "b.html", "--save", "c.json", **environment).returncode == 0
    assert sorted(path.name for path in desk.glob("c-*")) == [
        "c-A.scenario.json",
        "c-B.scenario.json",
    ]
    swept = ["sweep", "design.toml", "--out", "d.csv", "--plot", "d.svg", "--progress"]
    assert unread(desk, *swept, both=True, **environment).returncode == 0
    assert (desk / "d.svg").exists()


@pytest.mark.parametrize("environment", [{}, UNBUFFERED], ids=["kept back", "at once"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["verify", "mine.json"], 0),
        (["verify", "altered.json"], 1),
        (["open", "altered.json"], 1),
        (["check", "no-such-file"], 2),
        (["check", "mine.json", "no-such-file", "--format", "jsonl"], 2),
        (["project", "baseline", "--wrong"], 2),
        (["--help"], 0),
        (["project", "--help"], 0),
        (["--version"], 0),
        (["list", "parameters"], 0),
        (["evidence", "import", "twice.csv", "--check"], None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_that_the_answer_is_given_though_nobody_reads(desk, words, code, environment):
    if code is None:  # what it is with a reader
        code = subprocess.run(
            [sys.executable, "-m", "modeller", *words], cwd=desk, capture_output=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ).returncode  # fmt: skip
        assert code != 0
    done = unread(desk, *words, **environment)
    assert done.returncode == code
    assert b"Errno" not in done.stderr
    assert b"Traceback" not in done.stderr
    assert unread(desk, *words, both=True, **environment).returncode == code


def test_that_lines_that_nobody_reads_are_not_projected(desk):
    many = ["met-plan-2025"] * 40
    done = unread(desk, "project", *many, "--format", "jsonl", "--progress")
    assert done.returncode == 0
    assert done.stderr.count(b"100%") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_that_a_full_disk_behind_standard_error_changes_no_answer(desk):
    with Path("/dev/full").open("wb") as full:
        for words, code in ((["verify", "altered.json"], 1), (["check", "no-such-file"], 2)):
            done = subprocess.run(
                [sys.executable, "-m", "modeller", *words], cwd=desk, stderr=full, check=False,
                stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
            assert done.returncode == code

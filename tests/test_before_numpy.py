"""What numpy is told before it is imported, and on which processors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import spec_from_file_location
from pathlib import Path

import pytest

from modeller.base import before_numpy
from modeller.base.before_numpy import DISABLED, settle_numpy, sorts_slowly_when_wide, was_told
from modeller.kernel import library

PROCESSOR = """processor\t: 0
vendor_id\t: {maker}
cpu family\t: {family}
model name\t: a processor: 12 cores
flags\t\t: fpu sse2 {flags}

processor\t: 1
vendor_id\t: another
"""


@pytest.mark.parametrize(
    ("maker", "family", "flags", "slowly"),
    [
        ("AuthenticAMD", 25, "avx2 avx512f avx512bw", True),
        ("AuthenticAMD", 25, "avx2", False),  # the generation before
        ("AuthenticAMD", 26, "avx2 avx512f", False),
        ("GenuineIntel", 25, "avx2 avx512f", False),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it in another way")
def test_that_only_one_generation_is_kept_from_the_widest(tmp_path, maker, family, flags, slowly):
    told = tmp_path / "cpuinfo"
    told.write_text(PROCESSOR.format(maker=maker, family=family, flags=flags))
    assert sorts_slowly_when_wide(told) is slowly


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it in another way")
@pytest.mark.parametrize("content", [None, b"", b"\xff\0: :\n\n", b"vendor_id", b"x" * 9_000])
def test_that_a_system_that_says_nothing_of_use_is_left_as_it_is(tmp_path, content):
    told = tmp_path / "cpuinfo"
    if content is not None:
        told.write_bytes(content)
    assert sorts_slowly_when_wide(told) is False


def test_that_what_the_user_said_stays(monkeypatch):
    monkeypatch.setattr(before_numpy, "sorts_slowly_when_wide", lambda: True)
    monkeypatch.setenv(DISABLED, "X86_V3")
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    settle_numpy()
    assert (os.environ[DISABLED], os.environ["OPENBLAS_NUM_THREADS"]) == ("X86_V3", "4")
    assert not was_told()
    monkeypatch.delenv(DISABLED)
    settle_numpy()
    assert was_told()


def test_that_a_variable_from_another_machine_hides_nothing(monkeypatch):
    monkeypatch.setattr(before_numpy, "sorts_slowly_when_wide", lambda: True)
    monkeypatch.delenv(DISABLED, raising=False)
    settle_numpy()
    monkeypatch.setattr(before_numpy, "sorts_slowly_when_wide", lambda: False)
    assert not was_told()


@pytest.mark.parametrize(
    ("version", "names"),
    [
        ("2.4.6", "X86_V4"),
        ("2.10.0", "X86_V4"),
        ("3.0.0rc1", "X86_V4"),
        ("2.3.5", "AVX512_SKX"),
        ("1.26.4", "AVX512_SKX"),
        ("unknown", "X86_V4 AVX512_SKX"),
        ("", "X86_V4 AVX512_SKX"),
    ],
)
def test_that_numpy_hears_the_names_that_it_knows(tmp_path, monkeypatch, version, names):
    package = tmp_path / "numpy"
    package.mkdir()
    (package / "__init__.py").touch()
    if version:
        (tmp_path / f"numpy-{version}.dist-info").mkdir()
    spec = spec_from_file_location("numpy", package / "__init__.py")
    monkeypatch.setattr(before_numpy, "find_spec", lambda name: spec)
    monkeypatch.setattr(before_numpy, "sorts_slowly_when_wide", lambda: True)
    monkeypatch.delenv(DISABLED, raising=False)
    settle_numpy()
    assert os.environ[DISABLED] == names


@pytest.mark.skipif(not sorts_slowly_when_wide(), reason="this processor is told nothing")
def test_that_numpy_does_not_complain_of_what_it_is_told():
    program = "from modeller.base.before_numpy import settle_numpy; settle_numpy(); import numpy"
    told = [sys.executable, "-W", "error", "-c", program]
    own = {"PYTHONPATH": str(Path(__file__).parents[1])}
    kept = {name: value for name, value in os.environ.items() if name != DISABLED}
    done = subprocess.run(
        told, env=kept | own, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_that_the_compiled_library_still_uses_the_widest(monkeypatch):
    monkeypatch.setattr(library, "machine", lambda: "x86-64")
    narrow = dict.fromkeys(library._V3, True)
    monkeypatch.setattr("numpy._core._multiarray_umath.__cpu_features__", narrow)
    monkeypatch.delenv(DISABLED, raising=False)
    assert library.kinds()[0] == "x86-64-v3"
    monkeypatch.setattr(before_numpy, "sorts_slowly_when_wide", lambda: True)
    settle_numpy()
    assert library.kinds()[0] == "x86-64-v4"


def test_that_a_command_says_the_same_to_the_last_digit_either_way(tmp_path):
    asked = [sys.executable, "-m", "modeller", "project", "met-plan-2025", "--weeks", "8",
             "--draws", "2000", "--format", "json"]  # fmt: skip
    said = []
    for disabled in ("", "X86_V4 AVX512_SKX", "X86_V3 X86_V4"):
        done = subprocess.run(
            asked, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), DISABLED: disabled},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        said.append(json.loads(done.stdout))
    assert said[0] == said[1] == said[2]

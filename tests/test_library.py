"""The kernels compiled ahead: the same bits, no compiler, and never another source's code."""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from modeller import kernel
from modeller.kernel import generated, library, library_build
from modeller.kernel.live_source import LiveSource
from modeller.kernel.settled_source import SettledSource
from modeller.model.equation_graph import model_of
from tests.met import catalogue

PROGRAM = """
import json, subprocess, sys
from pathlib import Path
import numpy as np
from modeller.kernel import library
library.FOLDER = Path(sys.argv[1])
{before}
from modeller import kernel
from modeller.projection import BANDS, project
from modeller.projection.live import Live
from modeller.scenario import Scenario
from tests.extremes import PLAN
from tests.met import catalogue
if {compile}:
    kernel.compile_now()
found = dict(ready=kernel.ready(), runs_on=kernel.runs_on(), settled=[], live=[])
for weeks, draws, seed in ((6, 700, 1), (9, 2600, 7)):
    scenario = Scenario(changes=PLAN, weeks=weeks, draws=draws, seed=seed)
    projection = project(scenario)
    for band in BANDS:
        totals = [projection.totals(key, band).tobytes().hex() for key in catalogue().outcomes]
        found["settled"].append((projection.results_digest, totals))
    live = Live().project(scenario)
    found["live"].append([live.summary(key).tolist() for key in catalogue().outcomes])
found["imported"] = sorted({{"numba", "llvmlite"}} & set(sys.modules))
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """With the library for this processor in it."""
    try:
        library_build.linker()
    except library_build.LibraryError as error:
        pytest.skip(str(error))
    place = tmp_path_factory.mktemp("library")
    made = library_build.build(library.kinds()[:1], place)
    assert [path.parent for path in made] == [place]
    return place


def ran(folder: Path, engine: str, before: str = "", compiles: bool = True) -> dict[str, Any]:
    """What a process of its own finds when it may use an engine and those below it."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before, compile=compiles), str(folder)],
        cwd=Path(__file__).parents[1], env={**os.environ, "MODELLER_ENGINE": engine},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def from_library(folder) -> dict[str, Any]:
    refuse = "subprocess.Popen = None  # no compiler is started"
    return ran(folder, "library", refuse, compiles=False)


def test_that_the_library_is_there_at_once_and_needs_no_compiler(from_library):
    assert from_library["ready"]
    assert from_library["runs_on"] == "library"
    assert from_library["imported"] == []


@pytest.mark.parametrize("engine", ["numba", "numpy"])
def test_that_every_engine_gives_the_same_settled_bits(engine, folder, from_library):
    other = ran(folder, engine)
    assert other["runs_on"] == engine
    assert other["settled"] == from_library["settled"]
    if engine == "numba":
        for ours, theirs in zip(from_library["live"], other["live"], strict=True):
            assert np.allclose(ours, theirs, rtol=1e-5, atol=1e-6)


def test_that_a_window_with_a_library_starts_no_process(folder):
    program = (
        "import subprocess, sys\n"
        "from pathlib import Path\n"
        "from modeller.kernel import library\n"
        "library.FOLDER = Path(sys.argv[1])\n"
        "subprocess.Popen = None\n"
        "from modeller import kernel\n"
        "told = []\n"
        "kernel.warm_up(told.append).join()\n"
        "assert told == [1.0] and kernel.ready() and 'numba' not in sys.modules\n"
    )
    environment = {**os.environ, "MODELLER_ENGINE": "library"}
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_that_without_library_and_compiler_all_runs_on_numpy(tmp_path, from_library):
    hidden = (
        "import importlib.util as util\n"
        "find = util.find_spec\n"
        "util.find_spec = lambda name, *more: None if name == 'numba' else find(name, *more)\n"
        "sys.modules['numba'] = sys.modules['llvmlite'] = None\n"
    )
    nowhere = ran(tmp_path, "library", hidden)
    assert not nowhere["ready"]
    assert nowhere["runs_on"] == "numpy"
    assert nowhere["settled"] == from_library["settled"]


# ---------------------------------------------------------------- never another's code


@pytest.fixture
def allowed(monkeypatch):
    monkeypatch.setenv("MODELLER_ENGINE", "library")


def digest_now() -> str:
    return library.digest_of(catalogue().model)


def test_that_a_library_of_another_source_is_not_used(folder, tmp_path, allowed):
    digest, kind = digest_now(), library.kinds()[0]
    assert library.functions_of(digest, folder) is not None
    stale = "0" * 64
    (path,) = folder.iterdir()
    shutil.copy(path, tmp_path / library.name_of(stale, kind, path.stat().st_size))
    assert library.file_of(stale, kind, tmp_path) is not None
    assert library.functions_of(stale, tmp_path) is None  # it says itself of what it was made
    assert library.functions_of(digest, tmp_path) is None
    assert library.functions_of("", folder) is None


def test_that_every_name_that_counts_and_every_line_by_hand_is_in_the_digest(monkeypatch):
    before, names = digest_now(), catalogue().model.names
    for other in (
        names._replace(flows=names.flows[:-1]),
        names._replace(flows=names.flows[::-1]),
        names._replace(parts=names.parts[:-1]),
        names._replace(beliefs=(*names.beliefs, names.levers[0]), levers=names.levers[1:]),
    ):
        assert library.digest_of(model_of(other)) != before
    read = Path.read_bytes
    for name in ("tally.py", "counts64.py", "equations.py", "elementary.py", "library_build.py"):
        monkeypatch.setattr(
            Path, "read_bytes", lambda p, name=name: read(p) + (b"#" if p.name == name else b"")
        )
        library._by_hand.cache_clear()
        assert digest_now() != before, name
    monkeypatch.undo()
    library._by_hand.cache_clear()
    assert digest_now() == before


def test_that_a_model_of_the_same_digest_has_the_same_source_to_the_letter():
    model = catalogue().model
    names = model.names
    for other in (
        names._replace(figures=(*names.figures, "read_by_no_equation")),
        names._replace(levers=names.levers[::-1], beliefs=names.beliefs[::-1]),
        names._replace(figures=names.figures[::-1]),
    ):
        made = model_of(other)
        assert library.digest_of(made) == library.digest_of(model)
        assert LiveSource(made).source == LiveSource(model).source
        assert SettledSource(made).source == SettledSource(model).source


def test_that_ends_of_lines_are_no_other_source(monkeypatch):
    before = digest_now()
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda p: read(p).replace(b"\n", b"\r\n"))
    library._by_hand.cache_clear()
    assert digest_now() == before
    monkeypatch.undo()
    library._by_hand.cache_clear()


@pytest.mark.parametrize("damage", ["empty", "no library", "half"])
def test_that_a_damaged_library_is_not_used(damage, folder, tmp_path, allowed):
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    parts = {"empty": b"", "no library": b"no library" * len(whole), "half": whole[:-9999]}
    (tmp_path / path.name).write_bytes(parts[damage])
    assert library.functions_of(digest_now(), tmp_path) is None


def test_that_an_older_processor_is_not_given_a_newer_ones_code(folder, monkeypatch, allowed):
    monkeypatch.setattr(library, "machine", lambda: "x86-64")
    every = dict.fromkeys(library._NEEDED["x86-64-v4"], True)
    for missing, kinds in (
        ((), ["x86-64-v4", "x86-64-v3", "x86-64-v2"]),
        (("AVX512F",), ["x86-64-v3", "x86-64-v2"]),
        (("AVX2", "AVX512F"), ["x86-64-v2"]),
        (("SSE42", "AVX2", "AVX512F"), []),
    ):
        has = every | dict.fromkeys(missing, False)
        monkeypatch.setattr(library, "_processor", lambda has=has: has)
        assert library.kinds() == kinds
    assert library.functions_of(digest_now(), folder) is None


def test_that_two_catalogues_run_side_by_side_one_from_the_library(folder, monkeypatch, allowed):
    monkeypatch.setattr(library, "FOLDER", folder)
    shipped = catalogue()
    fewer = replace(shipped, outcomes={k: shipped.outcomes[k] for k in ("deployments", "arrests")})
    monkeypatch.setattr(generated, "_loaded", {})
    assert generated.code_for(shipped.model).maker == "library"
    assert generated.code_for(fewer.model).maker == "numba"
    assert generated.code_for(shipped.model).digest != generated.code_for(fewer.model).digest


# ---------------------------------------------------------------- what is in it


def asked_of_the_system(code: bytes) -> dict[str, bool]:
    """The undefined names of a library for Linux (ELF, 64 bits), and whether each must be there."""
    (start,) = struct.unpack_from("<Q", code, 40)
    size, count = struct.unpack_from("<HH", code, 58)
    parts = [struct.unpack_from("<IIQQQQIIQQ", code, start + size * n) for n in range(count)]
    (symbols,) = [part for part in parts if part[1] == 11]
    names = parts[symbols[6]][4]
    found = {}
    for at in range(symbols[4] + 24, symbols[4] + symbols[5], 24):
        name, kind, _, section = struct.unpack_from("<IBBH", code, at)
        if section == 0:
            text = code[names + name : code.index(b"\0", names + name)].decode()
            found[text] = kind >> 4 == 1
    return found


def test_that_the_library_asks_the_system_for_no_memory(folder):
    (path,) = folder.iterdir()
    asked = asked_of_the_system(path.read_bytes())
    assert "memset" in asked
    assert {name for name, strong in asked.items() if strong} <= library_build._OUTSIDE
    assert not any(re.search("alloc|NRT|Py|free|mmap", name) for name in asked)


def test_that_memory_of_another_kind_is_refused_and_not_read(folder, allowed):
    functions = library.functions_of(digest_now(), folder)
    assert functions is not None
    fill = functions["fill_luck"]
    keys, places = np.zeros((1, 2), np.uint64), np.zeros(1, np.int64)
    good = np.zeros((1, 8))
    fill(keys, places, 1, good, good.copy(), 0, 8)
    for wrong in (good.astype(np.float32), good[0], np.zeros((8, 16))[:, ::2]):
        with pytest.raises(TypeError, match="contiguous array"):
            fill(keys, places, 1, wrong, good, 0, 8)
    with pytest.raises(TypeError, match="arguments"):
        fill(keys, places, 1, good, good)


def test_that_help_and_the_command_line_say_what_runs_the_model(monkeypatch, capsys):
    from modeller.cli import main
    from ui.help.performance import _engine

    said = set()
    for runs_on, can_compile in (
        ("library", True), ("numba", True), ("numpy", True), ("numpy", False),
    ):  # fmt: skip
        monkeypatch.setattr(kernel, "runs_on", lambda runs_on=runs_on: runs_on)
        monkeypatch.setattr(kernel, "can_compile", lambda can=can_compile: can)
        main(["--version"])
        said.add((_engine(), capsys.readouterr().out.splitlines()[1]))
    assert len({engine for engine, _ in said}) == len({line for _, line in said}) == 4

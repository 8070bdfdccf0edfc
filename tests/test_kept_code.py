"""What dataclasses have compiled is kept between starts, and never believed when damaged."""

from __future__ import annotations

import hashlib
import marshal
import os
import subprocess
import sys
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from modeller.base.kept_code import MOST_KEPT, read

ROOT = Path(__file__).parents[1]
PROGRAM = """
import builtins, dataclasses, sys
from modeller.base.kept_code import keep_compiled
keep_compiled()
compiled = []
plain = builtins.compile
def counting(text, *rest, **named):
    compiled.append(text)
    return plain(text, *rest, **named)
builtins.compile = counting

@dataclasses.dataclass(frozen=True, order=True)
class Point:
    x: int
    y: list = dataclasses.field(default_factory=list, compare=False)

one = Point(1, y=[2])
refused = []
for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: setattr(one, "x", 2)):
    try:
        wrong()
    except Exception as error:
        refused.append(f"{type(error).__name__}: {error}")
print(one, one == Point(1), hash(one) == hash(Point(1)), one < Point(2),
      dataclasses.replace(one, x=5), refused)
print(len([text for text in compiled if "__create_fn__" in text]), file=sys.stderr)
"""


def run(folder: Path, program: str = PROGRAM, **variables: str) -> tuple[str, int]:
    """What the program prints, and how many methods it compiled."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    own = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "code")}
    own |= {"XDG_CACHE_HOME": str(folder / "cache"), "LOCALAPPDATA": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", program], env=kept | own | variables,
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, int(done.stderr)


AS_IN_A_BUNDLE = "import sys; sys.frozen = sys.dont_write_bytecode = True\nimport builtins"
FROZEN = PROGRAM.replace("import builtins", AS_IN_A_BUNDLE, 1)


def kept_in(folder: Path) -> list[Path]:
    return list(folder.rglob("*.kept"))


def sealed(packed: bytes) -> bytes:
    """The content of a file whose digest and version are right, whatever is in it."""
    return hashlib.sha256(packed).digest() + MAGIC_NUMBER + packed


def test_that_nothing_is_compiled_twice_and_all_is_as_if_it_were(tmp_path):
    plain, _ = run(tmp_path, PROGRAM.replace("keep_compiled()\n", "", 1))
    first, compiled = run(tmp_path)
    again, none = run(tmp_path)
    assert plain == first == again
    assert compiled >= 6
    assert none == 0
    (path,) = kept_in(tmp_path)
    assert read(path.read_bytes())


@pytest.mark.parametrize("damage", ["empty", "cut", "a bit", "another Python's"])
def test_that_damaged_code_is_never_run_and_is_made_again(tmp_path, damage):
    first, compiled = run(tmp_path)
    (path,) = kept_in(tmp_path)
    whole = path.read_bytes()
    path.write_bytes({
        "empty": b"",
        "cut": whole[:-50],
        "a bit": whole[:99] + bytes([whole[99] ^ 1]) + whole[100:],
        "another Python's": whole[:32] + b"\0\0\r\n" + whole[36:],
    }[damage])  # fmt: skip
    assert run(tmp_path) == (first, compiled)
    assert path.read_bytes() == whole
    assert run(tmp_path) == (first, 0)


def test_that_where_python_may_keep_nothing_nothing_is_kept(tmp_path):
    first = run(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert run(tmp_path, PYTHONDONTWRITEBYTECODE="1") == first
    assert kept_in(tmp_path) == []


@pytest.mark.parametrize("packed", [b"", marshal.dumps({"": 1})[:-1], marshal.dumps([]), b"?"])
def test_that_sealed_nonsense_is_made_again(tmp_path, packed):
    first, compiled = run(tmp_path)
    (path,) = kept_in(tmp_path)
    path.write_bytes(sealed(packed))
    assert run(tmp_path) == (first, compiled)
    assert run(tmp_path) == (first, 0)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with names")
def test_that_a_pipe_in_its_place_is_not_waited_for(tmp_path):
    first, compiled = run(tmp_path)
    (path,) = kept_in(tmp_path)
    path.unlink()
    os.mkfifo(path)
    assert run(tmp_path) == (first, compiled)


def test_that_what_is_left_of_other_versions_goes_once_it_is_too_much(tmp_path):
    first, compiled = run(tmp_path)
    (path,) = kept_in(tmp_path)
    own = read(path.read_bytes())
    code = next(iter(own.values()))
    others = dict.fromkeys(map(str, range(MOST_KEPT - compiled + 1)), code)
    path.write_bytes(sealed(marshal.dumps(others)))
    assert run(tmp_path) == (first, compiled)
    assert read(path.read_bytes()).keys() == own.keys()
    few = dict(list(others.items())[compiled:])
    path.write_bytes(sealed(marshal.dumps(few)))
    assert run(tmp_path) == (first, compiled)
    assert read(path.read_bytes()).keys() == {*own, *few}


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no permissions of this kind")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_that_a_bundle_runs_nothing_that_others_may_have_written(tmp_path, mode):
    first, compiled = run(tmp_path, FROZEN)
    (path,) = kept_in(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(mode)
    assert run(tmp_path, FROZEN) == (first, compiled)
    assert path.stat().st_mode & 0o777 == 0o600
    assert run(tmp_path, FROZEN) == (first, 0)


def test_that_a_user_without_a_home_needs_none(tmp_path):
    homeless = """
import pathlib, platformdirs
def none(*_, **__):
    raise RuntimeError("could not determine the home directory")
platformdirs.user_cache_path = none
"""
    first, compiled = run(tmp_path, homeless + FROZEN)
    assert run(tmp_path, homeless + FROZEN) == (first, compiled)
    tilde = homeless.replace("raise RuntimeError", "return pathlib.Path('~/.cache') #")
    assert run(tmp_path, tilde + FROZEN) == (first, compiled)
    assert kept_in(tmp_path) == []


def test_that_a_program_that_is_gone_when_it_ends_says_nothing(tmp_path):
    gone = PROGRAM + "\nsys.path[:] = []\nfor name in list(sys.modules):\n"
    gone += "    if name.startswith('modeller'):\n        sys.modules[name] = None\n"
    run(tmp_path, gone)  # what it says to standard error must be a number alone
    assert kept_in(tmp_path) == []


def test_that_a_bundle_keeps_it_among_the_users_caches_and_a_full_house_nowhere(tmp_path):
    first, compiled = run(tmp_path, FROZEN)
    assert run(tmp_path, FROZEN) == (first, 0)
    (path,) = kept_in(tmp_path)
    assert path.is_relative_to(tmp_path / "cache")
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "cache").write_text("a file in place of the folder")
    (blocked / "code").write_text("and here")
    assert run(blocked) == run(blocked) == (first, compiled)

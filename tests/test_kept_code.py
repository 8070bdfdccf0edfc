"""What dataclasses have compiled is kept between starts, and never believed when damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from modeller.base.kept_code import read

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


def kept_in(folder: Path) -> list[Path]:
    return list(folder.rglob("*.kept"))


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


def test_that_a_bundle_keeps_it_among_the_users_caches_and_a_full_house_nowhere(tmp_path):
    as_in_a_bundle = "import sys; sys.frozen = sys.dont_write_bytecode = True\nimport builtins"
    frozen = PROGRAM.replace("import builtins", as_in_a_bundle, 1)
    first, compiled = run(tmp_path, frozen)
    assert run(tmp_path, frozen) == (first, 0)
    (path,) = kept_in(tmp_path)
    assert path.is_relative_to(tmp_path / "cache")
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "cache").write_text("a file in place of the folder")
    (blocked / "code").write_text("and here")
    assert run(blocked) == run(blocked) == (first, compiled)

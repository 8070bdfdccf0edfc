"""Where the user's things go, and what is said to a user who has no home."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from modeller.base.errors import ModellerError
from modeller.base.user_folders import user_folder
from modeller.ledger import default_path, verify_ledger
from ui.desk.settings import settings_path, state_folder

ROOT = Path(__file__).parents[1]
KINDS = ("cache", "config", "data", "state")


def _no_home(*_: object, **__: object) -> Path:
    raise RuntimeError("Could not determine home directory.")


def _tilde(*_: object, **__: object) -> Path:
    return Path("~/.local/share/modeller")


@pytest.mark.parametrize("kind", KINDS)
def test_that_each_kind_has_the_users_own_folder(kind, user_folders):
    assert user_folder(kind).is_relative_to(user_folders)


@pytest.mark.parametrize("answer", [_no_home, _tilde])
@pytest.mark.parametrize("kind", KINDS)
def test_that_a_user_without_a_home_is_told_which_variable_to_set(monkeypatch, kind, answer):
    monkeypatch.setattr(platformdirs, f"user_{kind}_path", answer)
    with pytest.raises(ModellerError) as caught:
        user_folder(kind)
    assert caught.value.problems[0].where == "HOME"
    assert f"XDG_{kind.upper()}_HOME" in caught.value.problems[0].remedy


@pytest.mark.parametrize("answer", [_no_home, _tilde])
@pytest.mark.parametrize("ask", [default_path, verify_ledger, settings_path, state_folder])
def test_that_whatever_is_kept_there_says_so(monkeypatch, ask, answer):
    for kind in KINDS:
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", answer)
    with pytest.raises(ModellerError, match="HOME is not set"):
        ask()


_HOMELESS = """
import sys, platformdirs
def none(*_, **__):
    raise RuntimeError("Could not determine home directory.")
for kind in ("cache", "config", "data", "state"):
    setattr(platformdirs, f"user_{kind}_path", none)
"""


@pytest.mark.parametrize(
    ("start", "arguments", "code"),
    [
        ("from modeller.cli import main", ["--version"], 0),
        ("from modeller.cli import main", ["project", "baseline", "--draws", "100"], 0),
        ("from modeller.cli import main", ["ledger", "list"], 2),
        ("from modeller.cli import main", ["evidence", "list"], 2),
        ("from ui.__main__ import main", [], 2),
    ],
)
def test_that_a_start_without_a_home_ends_in_a_sentence_or_works(tmp_path, start, arguments, code):
    program = f"{_HOMELESS}{start}\nsys.argv[0] = 'modeller'\nsys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert ("HOME is not set" in done.stderr) is (code == 2)


def test_that_a_table_is_looked_at_without_a_home(tmp_path):
    """Nothing is remembered then, and nothing would be kept."""
    table = tmp_path / "new.csv"
    table.write_text(
        "date,faces,alerts,false_alerts,arrests\n2026-04-21,9000,7,0,3\n2026-04-22,8000,6,0,2\n"
    )
    program = f"{_HOMELESS}from modeller.cli import main\nsys.exit(main(sys.argv[1:]))"
    asked = ["evidence", "import", str(table), "--alone"]
    for more, code, said in ((["--check"], 0, ""), ([], 2, "HOME is not set")):
        done = subprocess.run(
            [sys.executable, "-c", program, *asked, *more], cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        assert said in done.stderr

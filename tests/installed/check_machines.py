"""An installed modeller on small and old machines, and where it cannot be written into.

``make test-bundle`` runs these, too. What they stand for and what was seen: docs/packaging.md.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installed.programs import PROGRAMS, QUICK, modeller

PROJECT = ("project", "met-plan-2025", "--weeks", "26", "--format", "json")
MEMORY = 4 * 1024**3

# A processor of 2009: what numpy would choose at run time, the compiler and the algebra library.
OLD_PROCESSOR = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4",
    "NUMBA_CPU_NAME": "nehalem",
    "NUMBA_CPU_FEATURES": "+sse,+sse2,+sse3,+ssse3,+sse4.1,+sse4.2,+popcnt,-avx,-avx2,-fma",
    "OPENBLAS_CORETYPE": "Nehalem",
}

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="limits and users are set as on Linux"
)


def test_that_a_processor_without_avx_gives_the_same_bits(tmp_path):
    plain, old = tmp_path / "plain", tmp_path / "old"
    plain.mkdir()
    old.mkdir()
    assert modeller(plain, *PROJECT) == modeller(old, *PROJECT, environment=OLD_PROCESSOR)


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="needs prlimit, of util-linux")
@pytest.mark.parametrize(
    "arguments",
    [
        ("project", "met-plan-2025", "--draws", "50000"),
        ("brief", "met-plan-2025", "--to", "plan.pdf", "--to", "plan.docx", "--analyses", "all"),
        ("sensitivity", "met-plan-2025"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_that_four_gigabytes_of_address_space_are_enough(arguments, tmp_path):
    modeller(tmp_path, *arguments, under=("prlimit", f"--as={MEMORY}"))


@pytest.fixture
def folders() -> Iterator[list[Path]]:
    """One each for two users; not below pytest's own folder, which only its user may enter."""
    top = Path(tempfile.mkdtemp())
    top.chmod(0o755)
    made = []
    for number in (65533, 65534):
        folder = top / str(number)
        (folder / "home").mkdir(parents=True)
        for path in (folder, folder / "home"):
            os.chown(path, number, number)
        made.append(folder)
    yield made
    shutil.rmtree(top)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="only root can be somebody else, with setpriv, of util-linux",
)
def test_that_two_users_share_what_neither_can_write_into(folders):
    printed = []
    for folder in folders:
        user = folder.name
        become = ("setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups")
        printed.append(modeller(folder, *PROJECT, under=become))
        modeller(folder, "brief", "met-plan-2025", "--to", "plan.pdf", *QUICK, under=become)
        modeller(folder, "ledger", "lock", "met-plan-2025", under=become)
        owners = {path.stat().st_uid for path in folder.rglob("*")}
        assert owners == {int(user)}
    assert printed[0] == printed[1]
    assert {path.stat().st_uid for path in PROGRAMS.rglob("*")}.isdisjoint({65533, 65534})

"""Puts small faults into the code and sees whether the tests notice: ``make mutants``.

Each file below is mutated in a copy of the tree, one fault at a time (a sign turned, a number
moved by one, a comparison widened, a decorator taken away), and the few tests about it are
run. A mutant that they do not kill stands in ``mutants.toml`` with its reason, or this fails;
so it does for a reason whose mutant is killed by now. What was tried is kept in ``build/mutants``
while neither the file nor its tests change: a run that was stopped goes on where it was.

    make mutants                        all of them
    make mutants ARGS="session saving"  some of them
    make mutants ARGS="session 10"      the first ten that are still to be tried
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, NoReturn

import hypothesis  # noqa: F401 - here, so that no copy of this process has to load it
import numpy as np  # noqa: F401
import pytest
from PySide6 import QtWidgets  # noqa: F401

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "mutants"
TREE = WORK / "tree"
REASONS = Path(__file__).with_suffix(".toml")
PAGE = ROOT / "docs" / "tests.md"
HEAD = "| file | faults | noticed | named with a reason |"
SECONDS = 120
"""A run of the tests may take no longer: the fault is one that never ends."""


class Subject(NamedTuple):
    """A file and the tests that are about it, with what else pytest is told.

    `plain` is for tests without fixtures: their functions are called without pytest, which takes a
    tenth of the time.
    """

    file: str
    tests: tuple[str, ...]
    options: tuple[str, ...] = ()
    plain: bool = False


SUBJECTS = {
    "equations": Subject(
        "modeller/model/equations.py",
        ("tests/test_equations_by_hand.py",),
        plain=True,
    ),
    "scenario": Subject("modeller/scenario/scenario.py", ("tests/test_scenario.py",)),
    "differences": Subject("modeller/scenario/differences.py", ("tests/test_scenario.py",)),
    "digest": Subject("modeller/scenario/digest.py", ("tests/test_scenario.py",)),
    "session": Subject("ui/desk/session.py", ("tests/test_session.py",)),
    "saving": Subject(
        "modeller/base/saving.py",
        ("tests/test_saving.py", "tests/test_overwriting.py"),
        ("-k", "not command and not sweep and not briefing and not many_who and not path"),
    ),
}


class Tried(NamedTuple):
    """A mutant: in which function, the line before and after, and whether it was noticed."""

    where: str
    before: str
    after: str
    killed: bool

    @property
    def said(self) -> str:
        """How ``mutants.toml`` names it."""
        return f"{self.where}: {self.before} → {self.after}"


def copy_tree() -> None:
    """Everything that git knows or would take, as it stands."""
    shutil.rmtree(TREE, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, TREE / name)


def never_run(code: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where annotations stand: they say a type, and nothing runs them."""
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            found.append(node.returns)
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
            found.append(node.annotation)
    return [
        ((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0))
        for node in found
    ]


def mutants_of(subject: Subject) -> Iterator[tuple[str, str, str, str]]:
    """Each mutant's function, its line before and after, and the whole code with it."""
    from cosmic_ray.commands import init
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator
    from cosmic_ray.work_db import WorkDB, use_db

    code = (ROOT / subject.file).read_text("utf-8")
    typed = never_run(code)
    with use_db(str(WORK / "items.sqlite"), WorkDB.Mode.create) as items:
        init([ROOT / subject.file], items, {})
        specs = [item.mutations[0] for item in items.work_items]
    seen = {code}
    for spec in specs:
        if any(start <= spec.start_pos and spec.end_pos <= end for start, end in typed):
            continue
        mutated = mutate_code(code, get_operator(spec.operator_name)(), spec.occurrence)
        if mutated is None or mutated in seen:
            continue
        seen.add(mutated)
        lines = [
            line
            for line in difflib.unified_diff(
                code.split("\n"), mutated.split("\n"), n=0, lineterm=""
            )
            if line[:1] in "+-" and line[:3] not in ("+++", "---")
        ]
        before, after = (
            " ".join(line[1:].strip() for line in lines if line[0] == sign) for sign in "-+"
        )
        yield spec.definition_name or "the module", before, after, mutated


def survives(subject: Subject, mutated: str) -> bool:
    """Whether the tests pass with that code; one that never ends is noticed, too.

    They run in a copy of this process, which has the libraries that they need already.
    """
    place = TREE / subject.file
    sound = place.read_text("utf-8")
    place.write_text(mutated, "utf-8")
    try:
        child = os.fork()
        if child == 0:
            run_tests(subject)
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            known, status = os.waitpid(child, os.WNOHANG)
            if known:
                return status == 0
            time.sleep(0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return False
    finally:
        place.write_text(sound, "utf-8")


def run_tests(subject: Subject) -> NoReturn:
    """Run the tests from the copy of the tree, and end this process with what they say."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.chdir(TREE)
    sys.path.insert(0, str(TREE))
    # of the file that changes there is none: two changes in one second would look alike
    sys.dont_write_bytecode = (TREE / "warm").exists()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    code = 1
    try:
        if subject.plain:
            for name in subject.tests:
                found = vars(import_module(name.removesuffix(".py").replace("/", ".")))
                for test in [each for key, each in found.items() if key.startswith("test_")]:
                    test()
            os._exit(0)
        loaded = "ignore::pytest.PytestAssertRewriteWarning"
        given = ("-x", "-q", "-W", loaded, "-p", "no:cacheprovider", "-p", "no:xdist")
        code = pytest.main([*given, *subject.options, *subject.tests])
    finally:
        os._exit(int(code))


def kept_file(name: str) -> Path:
    """Where what was tried of a file is kept, under a digest of it and of its tests."""
    whole = hashlib.sha256()
    for part in (SUBJECTS[name].file, *SUBJECTS[name].tests):
        whole.update((ROOT / part).read_bytes())
    return WORK / f"{name}-{whole.hexdigest()[:16]}.json"


def tried(name: str, most: int | None) -> tuple[list[Tried], int]:
    """Every mutant of a file that was tried by now, at most so many more; and how many are left."""
    subject, place = SUBJECTS[name], kept_file(name)
    known: dict[str, bool] = json.loads(place.read_text("utf-8")) if place.exists() else {}
    found, left, new = [], 0, 0
    alike: dict[str, int] = {}
    for where, before, after, mutated in mutants_of(subject):
        said = f"{where}: {before} → {after}"
        alike[said] = alike.get(said, 0) + 1
        key = hashlib.sha256(f"{said} {alike[said]}".encode()).hexdigest()[:20]
        if key not in known:
            if most is not None and new >= most:
                left += 1
                continue
            known[key] = not survives(subject, mutated)
            new += 1
            place.write_text(json.dumps(known), "utf-8")
            sys.stderr.write(f"\r{name}: {len(known)} tried ")
        found.append(Tried(where, before, after, known[key]))
    sys.stderr.write("\n" if new else "")
    return found, left


def publish(file: str, faults: int, noticed: int, named: int) -> None:
    """Put a file's figures into the page, in place of those that it had."""
    row = f"| `{file}` | {faults:,} | {noticed:,} | {named:,} |"
    lines = PAGE.read_text("utf-8").rstrip("\n").split("\n")
    kept = [line for line in lines if not line.startswith(f"| `{file}` |")]
    first = kept.index(HEAD) + 2
    PAGE.write_text("\n".join([*kept[:first], *sorted([*kept[first:], row])]) + "\n", "utf-8")


def reasons() -> dict[str, dict[str, str]]:
    """By file, why a mutant that survives is none that a test could notice."""
    return tomllib.loads(REASONS.read_text("utf-8")) if REASONS.exists() else {}


def main(asked: list[str]) -> int:
    """0 when every mutant of the files asked for is killed, or named with its reason."""
    most = next((int(word) for word in asked if word.isdigit()), None)
    names = [word for word in asked if not word.isdigit()] or list(SUBJECTS)
    if unknown := sorted({*names} - {*SUBJECTS}):
        sys.stderr.write(f"{', '.join(unknown)}: the files are {', '.join(SUBJECTS)}\n")
        return 2
    WORK.mkdir(parents=True, exist_ok=True)
    copy_tree()
    failed = False
    for name in names:
        subject, named = SUBJECTS[name], reasons().get(name, {})
        (TREE / "warm").unlink(missing_ok=True)
        if not survives(subject, (TREE / subject.file).read_text("utf-8")):
            sys.stderr.write(f"{name}: its tests fail without a mutant\n")
            return 2
        (TREE / "warm").touch()  # byte code of all other files is kept by now
        for kept in (TREE / subject.file).parent.glob(f"__pycache__/{Path(subject.file).stem}.*"):
            kept.unlink()
        found, left = tried(name, most)
        alive = {each.said for each in found if not each.killed}
        killed = sum(each.killed for each in found)
        sys.stdout.write(
            f"{subject.file}: {killed} of {len(found)} killed, {len(alive & {*named})} named"
            + (f"; {left} still to be tried" if left else "")
            + "\n"
        )
        for said in sorted(alive - {*named}):
            sys.stdout.write(f"  survives: {said}\n")
        gone = sorted({*named} - alive) if not left else []
        for said in gone:
            sys.stdout.write(f"  named, and does not survive: {said}\n")
        if not left:
            publish(subject.file, len(found), killed, len(alive & {*named}))
        failed = failed or bool(alive - {*named}) or bool(gone) or bool(left)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

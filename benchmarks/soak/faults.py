"""Makes the disk fail at one call after another, under everything that writes a file.

The n-th call that writes fails, for n from 1 until the work finishes without reaching it: either
once, or from then on, as on a full disk. Each time the work must either succeed, or end in a
`ModellerError` that says what to do and leave everything unchanged.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from modeller.base.errors import ModellerError
from modeller.base.saving import is_temporary, write_atomically
from modeller.profiles import shipped_profile
from tests.met import MET

NUMBERS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO}
_CALLS = ("open", "write", "fsync", "replace", "mkdir", "chmod")


@dataclass
class Injected:
    """The result; `faults` says where something was lost, left over or not explained."""

    what: str
    calls: int = 0
    runs: int = 0
    refused: int = 0
    faults: list[str] | None = None


@dataclass(frozen=True)
class Work:
    """Something that writes.

    `prepare` gets an empty folder and returns the work, and a function that describes what is
    there: its results are equal if and only if nothing changed, and it raises if anything is
    damaged.
    """

    prepare: Callable[[Path], tuple[Callable[[], object], Callable[[], object]]]


class Disk:
    """Counts calls, and fails at the call of a certain number, from 1."""

    def __init__(self, fails_at: int, number: int, *, for_ever: bool) -> None:
        self.calls = 0
        self._fails_at, self._number, self._for_ever = fails_at, number, for_ever

    def call(self) -> None:
        """Count a call, and fail if it is the one."""
        self.calls += 1
        if self.calls == self._fails_at or (self._for_ever and self.calls > self._fails_at > 0):
            raise OSError(self._number, os.strerror(self._number))


class _File:
    """A file on the failing disk."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self._file, self._disk = file, disk

    def write(self, content: bytes) -> int:
        self._disk.call()
        return int(self._file.write(content))

    def flush(self) -> None:
        self._disk.call()
        self._file.flush()

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextlib.contextmanager
def failing(disk: Disk) -> Iterator[None]:
    """Use the failing disk for this process inside the block."""
    with contextlib.ExitStack() as stack:
        for name in _CALLS:
            really = getattr(os, name)

            def called(*given: Any, _really: Any = really, **named: Any) -> Any:
                disk.call()
                return _really(*given, **named)

            stack.enter_context(patch.object(os, name, called))
        opened = os.fdopen
        stack.enter_context(
            patch.object(os, "fdopen", lambda *given, **named: _File(opened(*given, **named), disk))
        )
        yield


def run(what: str) -> Injected:
    """Fail at every call of `what` in turn, with each error, once and permanently."""
    found = Injected(what, faults=[])
    assert found.faults is not None
    for name, number in NUMBERS.items():
        for for_ever in (False, True):
            at = 1
            while True:
                disk = Disk(at, number, for_ever=for_ever)
                fault, refused = _one(WORKS[what], disk)
                if disk.calls < at:
                    break
                found.runs += 1
                found.refused += refused
                found.calls = max(found.calls, at)
                if fault:
                    ever = " and all after it" if for_ever else ""
                    found.faults.append(f"{what}, {name} at call {at}{ever}: {fault}")
                at += 1
    return found


def _one(work: Work, disk: Disk) -> tuple[str, bool]:
    """What was wrong after the work on this disk, and whether the work was refused."""
    with tempfile.TemporaryDirectory(prefix="modeller-faults-") as name:
        folder = Path(name)
        do, look = work.prepare(folder)
        before = look()
        refused = False
        try:
            with failing(disk):
                do()
        except ModellerError as error:
            refused = True
            if not all(problem.remedy.strip() for problem in error.problems):
                return "it does not say what to do", True
        except Exception as error:
            return f"{type(error).__name__}: {error}", True
        try:
            after = look()
        except Exception as error:
            return f"what is there is not whole: {error}", refused
        if refused and after != before:
            return "it was refused, and yet something changed", True
        if not refused and after == before:
            return "it was said to be done, and nothing changed", False
        if any(is_temporary(path.name) for path in folder.rglob("*")):
            return "a half-written file was left behind", refused
        return "", refused


# ---- what writes


def _save(folder: Path):
    from modeller.scenario import Scenario
    from modeller.scenario.file import read_scenario, write_scenario

    path = folder / "plan.scenario.json"
    write_scenario(path, Scenario(title="old"))
    return (
        lambda: write_scenario(path, Scenario(title="new")),
        lambda: read_scenario(path, profile=shipped_profile()).scenario.title,
    )


def _autosave(folder: Path):
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from ui.desk.session import Session, first_desk
    from ui.desk.settings import Settings
    from ui.files.autosave import Autosave, _read
    from ui.files.saving import Saving

    if QCoreApplication.instance() is None:
        _ALIVE.append(QApplication([]))
    session = Session(first_desk(MET))
    saving = Saving(session, Settings(folder / "settings.ini"))
    autosave = Autosave(session, saving, folder / "autosave", rest=10**6)
    session.rename("A", "old")
    autosave.write()
    session.rename("A", "new")

    def titles() -> tuple[str, ...]:
        left = _read(autosave.path, MET)
        assert left is not None
        return left.titles

    return autosave.write, titles


def _record(folder: Path):
    from modeller.records import store
    from tests.met import (
        damaged_records,
        import_record,
        parse_record,
        shipped_record,
        stored_records,
    )

    os.environ["XDG_DATA_HOME"] = str(folder)
    text = shipped_record().to_csv().rstrip("\n").rsplit("\n", 1)[0] + "\n"
    record = parse_record(text.encode(), name="mine")

    def keep() -> None:
        # whether it can be calibrated on is not the question here
        with patch.object(store, "recalibrated"):
            import_record(record, "mine")

    def look() -> object:
        assert not damaged_records()
        return stored_records()

    return keep, look


def _import(folder: Path):
    """Import a table with the user's columns and places, which must be kept whole or not at all."""
    from modeller.records import store
    from modeller.records.importing import keep
    from modeller.records.preview import Said
    from tests.met import damaged_records, plan_import, preview_bytes, stored_records

    os.environ["XDG_DATA_HOME"] = str(folder)
    table = "date,place,heads,alerts,false alerts,arrests\n" + "".join(
        f"2026-04-{day},The Market,{9_000 + day},8,1,3\n" for day in (20, 22, 24)
    )
    said = Said(columns={"heads": "faces"}, places={"The Market": "Camden"}, today=date(2026, 6, 1))
    planned = plan_import(preview_bytes(table.encode(), "april.csv", said), said, base="shipped")

    def bring_in() -> None:
        with patch.object(store, "recalibrated"):
            keep(planned, "April")

    def look() -> object:
        assert not damaged_records()
        return stored_records()

    return bring_in, look


def _desk_file(folder: Path):
    from modeller.scenario import Scenario
    from modeller.scenario.desk_file import DeskFrame, parse_desk, write_desk
    from modeller.scenario.file import scenario_document

    path, frame = folder / "all.desk.json", DeskFrame(("A",), (True,), "A", "A")

    def write(title: str) -> None:
        write_desk(path, [scenario_document(Scenario(title=title))], frame, MET)

    def look() -> object:
        return parse_desk(path.read_bytes(), "it", profile=MET).scenarios[0].scenario.title

    write("old")
    return lambda: write("new"), look


def _ledger(folder: Path):
    from modeller.ledger import lock_projection, read_ledger
    from modeller.projection import project
    from modeller.scenario import Scenario

    if not _PROJECTED:
        _PROJECTED.append(project(Scenario(weeks=4, draws=100)))
    path, when = folder / "ledger.jsonl", datetime(2026, 4, 27, tzinfo=UTC)
    return (
        lambda: lock_projection(_PROJECTED[0], path, now=when),
        lambda: len(read_ledger(path)),
    )


def _second_entry(folder: Path):
    lock, look = _ledger(folder)
    lock()
    return lock, look


def _briefing(folder: Path):
    from modeller.briefing import exporting

    path = folder / "briefing.html"
    write_atomically(path, b"old")

    def export() -> None:
        # making one takes long, and is not what is tested
        made = b"<!doctype html>" + b"x" * 300_000
        with (
            patch.object(exporting, "render", lambda *_, **__: made),
            patch.object(exporting, "read_back", lambda *_: None),
        ):
            exporting.export(None, path)  # type: ignore[arg-type]

    return export, path.read_bytes


def _sweep(folder: Path):
    from modeller.sweep.output import Journal, write_table
    from tests.met import parse_design

    design = parse_design('measures = ["arrests.p50"]\n[grid]\ndeployments_per_week = [5, 6]\n')
    path = folder / "sweep.csv"
    journal = Journal(path, design.measures)
    journal.keep((row.scenario.inputs_digest, [1.0]) for row in design.rows())

    def look() -> bytes | None:
        found = path.read_bytes() if path.exists() else None
        assert found is None or found.count(b"\n") == 3
        return found

    return lambda: write_table(design, journal, path), look


_PROJECTED: list[Any] = []
_ALIVE: list[object] = []

WORKS = {
    "save": Work(_save),
    "autosave": Work(_autosave),
    "record": Work(_record),
    "imported table": Work(_import),
    "desk": Work(_desk_file),
    "first entry of the ledger": Work(_ledger),
    "next entry of the ledger": Work(_second_entry),
    "briefing": Work(_briefing),
    "sweep": Work(_sweep),
}

"""Kills processes at random moments while they write, and checks what they leave.

A child process writes one version after another and prints each when it is written; it is killed
with SIGKILL after a random time, again and again. What it leaves must be one of the versions,
whole, and no older than the last one printed.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from modeller.base.saving import ABANDONED_SECONDS, is_temporary
from modeller.profiles import shipped_profile
from tests.met import MET

_LONGEST_SECONDS = 0.06


@dataclass
class Kills:
    """The result.

    `lost` counts kills after which the content was missing, half written or of no version; `older`
    those after which it was older than the last version printed.
    """

    what: str
    kills: int = 0
    versions: int = 0
    lost: int = 0
    older: int = 0
    most_leftovers: int = 0
    leftovers_at_end: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Writer:
    """Something that is written again and again.

    `begin` gets the folder and returns a function that writes the version of a number. `newest`
    finds the number of the version that is there, reading it as the modeller does; it raises if
    that is damaged.
    """

    begin: Callable[[Path], Callable[[int], object]]
    newest: Callable[[Path], int]


def run(what: str, kills: int, seed: int = 1) -> Kills:
    """Kill processes that write `what`, so many times.

    It forks, so it must be called in a process with a single thread.
    """
    writer, dice, found = WRITERS[what], random.Random(seed), Kills(what)
    began, newest = time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="modeller-kills-") as name:
        folder = Path(name)
        for variable in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = name
        writer.begin(folder)  # imported here, so that no child needs to
        while found.kills < kills:
            newest = _one(writer, folder, newest, found, dice)
        for path in _leftovers(folder):
            old = time.time() - 2 * ABANDONED_SECONDS
            os.utime(path, (old, old))
        # the next writer removes what they all left
        found.kills -= 1
        _one(writer, folder, newest, found, dice)
        found.leftovers_at_end = sum(
            path.stat().st_mtime < time.time() - ABANDONED_SECONDS for path in _leftovers(folder)
        )
    found.seconds = time.monotonic() - began
    return found


def _one(writer: Writer, folder: Path, newest: int, found: Kills, dice: random.Random) -> int:
    """Start and kill a child, and return the number of the newest possible version."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _write_for_ever(writer, folder, newest, writing)
    os.close(writing)
    said = os.read(reading, 100)  # it has begun to write
    time.sleep(dice.random() * _LONGEST_SECONDS)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65_536):
        said += more
    os.close(reading)
    # an incomplete line does not count
    numbers = [int(line) for line in said.split(b"\n")[:-1]]
    last = numbers[-1] if numbers else newest
    found.kills += 1
    found.versions += len(numbers)
    found.most_leftovers = max(found.most_leftovers, len(_leftovers(folder)))
    try:
        left = writer.newest(folder)
    except Exception:  # it could not be read, for whatever reason
        traceback.print_exc()
        found.lost += 1
        return last + 1
    found.older += left < last
    found.lost += left > last + 1
    return max(left, last)


def _write_for_ever(writer: Writer, folder: Path, newest: int, writing: int) -> NoReturn:
    try:
        write = writer.begin(folder)
        while True:
            newest += 1
            write(newest)
            os.write(writing, b"%d\n" % newest)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def _leftovers(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if is_temporary(path.name)]


# ---- what is written


def _scenario(number: int):
    from modeller.scenario import Scenario

    # of different lengths, so that one written over another would be noticed
    return Scenario(title=f"version {number}", notes="x" * (number % 7 * 900))


def _number(title: str) -> int:
    word, number = title.split()
    assert word == "version"
    return int(number)


def _begin_save(folder: Path) -> Callable[[int], object]:
    from modeller.scenario.file import write_scenario

    path = folder / "plan.scenario.json"
    return lambda number: write_scenario(path, _scenario(number))


def _newest_save(folder: Path) -> int:
    from modeller.scenario.file import read_scenario

    loaded = read_scenario(folder / "plan.scenario.json", profile=shipped_profile())
    assert not loaded.edited
    assert loaded.scenario == _scenario(_number(loaded.scenario.title))
    return _number(loaded.scenario.title)


def _begin_desk(folder: Path) -> Callable[[int], object]:
    from modeller.scenario.desk_file import DeskFrame, write_desk
    from modeller.scenario.file import scenario_document

    path, frame = folder / "all.desk.json", DeskFrame(("A", "C"), (True, False), "C", "A")

    def write(number: int) -> None:
        document = scenario_document(_scenario(number))
        write_desk(path, [document, document], frame, MET)

    return write


def _newest_desk(folder: Path) -> int:
    from modeller.scenario.desk_file import parse_desk

    desk = parse_desk((folder / "all.desk.json").read_bytes(), "it", profile=MET)
    numbers = {_number(one.scenario.title) for one in desk.scenarios}
    assert desk.scenarios[0].scenario == _scenario(min(numbers))
    (number,) = numbers
    return number


def _begin_autosave(folder: Path) -> Callable[[int], object]:
    from PySide6.QtCore import QCoreApplication

    from ui.desk.session import Session, first_desk
    from ui.desk.settings import Settings
    from ui.files.autosave import Autosave
    from ui.files.saving import Saving

    if QCoreApplication.instance() is None and os.getpid() != _PARENT:
        _ALIVE.append(QCoreApplication([]))
    session = Session(first_desk(MET))
    autosave = Autosave(
        session,
        Saving(session, Settings(folder / "settings.ini")),
        folder / "autosave",
        rest=10**6,
    )
    _ALIVE.extend((session, autosave))

    def write(number: int) -> None:
        session.replace_scenario(_scenario(number), "", "A")
        assert autosave.write() is not None

    return write


def _newest_autosave(folder: Path) -> int:
    from ui.files.autosave import discard, find_leftovers

    leftovers, damaged = find_leftovers(MET, folder / "autosave")
    if damaged is not None:
        raise damaged
    newest = max(_number(leftover.titles[0]) for leftover in leftovers)
    for leftover in leftovers:
        discard(leftover)
    return newest


def _begin_ledger(folder: Path) -> Callable[[int], object]:
    from modeller.ledger import lock_projection
    from modeller.projection import project
    from modeller.scenario import Scenario

    projection = project(Scenario(weeks=4, draws=100))
    return lambda _number: lock_projection(projection, folder / "ledger.jsonl")


def _newest_ledger(folder: Path) -> int:
    from modeller.ledger import read_ledger

    return len(read_ledger(folder / "ledger.jsonl"))


def _begin_record(_folder: Path) -> Callable[[int], object]:
    from tests.met import import_record, parse_record, shipped_record

    lines = shipped_record().to_csv().splitlines()
    column = next(line for line in lines if not line.startswith("#")).split(",").index(
        "faces_scanned"
    )  # fmt: skip
    *before, last = lines

    def write(number: int) -> object:
        cells = last.split(",")
        cells[column] = str(50_000 + number)
        text = "\n".join([*before, ",".join(cells)]) + "\n"
        name = f"version {number}"
        return import_record(parse_record(text.encode(), name=name), name)

    return write


def _newest_record(_folder: Path) -> int:
    from tests.met import damaged_records, remove, stored_records

    assert not damaged_records()
    kept = stored_records()  # each is read, and must have the digest in its name
    newest = max(_number(record.name) for record in kept)
    for record in kept:
        remove(record.digest)
    return newest


def _begin_history(folder: Path) -> Callable[[int], object]:
    from ui.desk.history import History

    history = History(MET, folder / "history.sqlite", failed=_raise)
    if os.getpid() == _PARENT:
        history.close()
    return lambda number: history.record("plan", _scenario(number))


def _newest_history(folder: Path) -> int:
    from ui.desk.history import History

    history = History(MET, folder / "history.sqlite", failed=_raise)
    (newest,) = history.versions("plan", 1)
    history.close()
    return _number(newest.scenario.title)


def _begin_journal(folder: Path) -> Callable[[int], object]:
    from modeller.sweep.output import Journal
    from tests.met import parse_measures

    if os.getpid() == _PARENT:
        return lambda _number: None
    journal = Journal(folder / "sweep.csv", parse_measures(["arrests.p50"]))
    return lambda number: journal.keep([(f"{number:064x}", [float(number)])])


def _newest_journal(folder: Path) -> int:
    from modeller.sweep.output import Journal
    from tests.met import parse_measures

    journal = Journal(folder / "sweep.csv", parse_measures(["arrests.p50"]))
    numbers: Iterator[int] = iter(range(1, sys.maxsize))
    newest = next(n for n in numbers if journal.figures(f"{n:064x}") != f"{n}") - 1
    journal.close()
    return newest


def _raise(error: Exception) -> NoReturn:
    raise error


_PARENT = os.getpid()
_ALIVE: list[object] = []

WRITERS = {
    "save": Writer(_begin_save, _newest_save),
    "desk": Writer(_begin_desk, _newest_desk),
    "autosave": Writer(_begin_autosave, _newest_autosave),
    "ledger": Writer(_begin_ledger, _newest_ledger),
    "record": Writer(_begin_record, _newest_record),
    "history": Writer(_begin_history, _newest_history),
    "journal": Writer(_begin_journal, _newest_journal),
}

"""Keeps the user's records in a slow folder that comes and goes, as on a network.

The folder is a link that now and then points nowhere, and every call that opens, lists or flushes
is delayed. Every action with records must succeed or end in a `ModellerError` that says what to do;
whatever was reported as kept must be there, whole, when the folder is.
"""

from __future__ import annotations

import builtins
import io
import os
import random
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from modeller.base.errors import ModellerError
from modeller.records import store
from tests.met import (
    damaged_records,
    folder,
    import_record,
    parse_record,
    record_for,
    remove,
    shipped_record,
    stored_records,
)

_SLOWEST = 0.02
_AWAY, _THERE = 0.15, 0.4
"""The most seconds that the folder is gone, and that it is there."""


@dataclass
class Vanished:
    """The result."""

    done: int = 0
    refused: int = 0
    times_away: int = 0
    kept: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0


class _Coming:
    """A link to a folder that again and again points nowhere for a while."""

    def __init__(self, link: Path, real: Path, dice: random.Random) -> None:
        self._link, self._real, self._dice = link, real, dice
        self._over = threading.Event()
        self.times = 0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._point(real)

    def _point(self, at: Path) -> None:
        spare = self._link.with_name("spare")
        spare.symlink_to(at)
        spare.replace(self._link)

    def _run(self) -> None:
        while not self._over.wait(self._dice.random() * _THERE):
            self._point(self._link.with_name("nowhere"))
            self.times += 1
            self._over.wait(self._dice.random() * _AWAY)
            self._point(self._real)

    def __enter__(self) -> _Coming:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._point(self._real)


@contextmanager
def _slow(dice: random.Random) -> Iterator[None]:
    """Delay every call that opens, lists or flushes."""

    def waiting(really: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            time.sleep(dice.random() * _SLOWEST)
            return really(*given, **named)

        return called

    with ExitStack() as stack:
        for where, names in ((os, ("fsync", "open", "listdir")), (io, ("open",))):
            for name in names:
                stack.enter_context(patch.object(where, name, waiting(getattr(where, name))))
        stack.enter_context(patch.object(builtins, "open", waiting(builtins.open)))
        # whether it can be calibrated on is not the question here
        stack.enter_context(patch.object(store, "recalibrated"))
        yield


def run(seconds: float, seed: int = 1) -> Vanished:
    """Work with the records for so many seconds."""
    found, began, dice = Vanished(), time.monotonic(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="modeller-vanishing-") as name:
        os.environ["XDG_DATA_HOME"] = f"{name}/data"
        real = Path(name) / "far away"
        real.mkdir()
        folder().parent.mkdir(parents=True)
        kept: set[str] = set()
        with _slow(dice), _Coming(folder(), real, random.Random(seed)) as coming:
            while time.monotonic() - began < seconds:
                _one(dice, kept, found)
            found.times_away = coming.times
        _look(kept, found)
    found.seconds = time.monotonic() - began
    return found


def _one(dice: random.Random, kept: set[str], found: Vanished) -> None:
    what = dice.choice(("import", "list", "read", "remove"))
    try:
        if what == "import":
            number = dice.randrange(10**6)
            text = shipped_record().to_csv().rstrip("\n") + "\n"
            text = text.rsplit("\n", 2)[0] + f"\n{_week(number)}\n"
            kept.add(import_record(parse_record(text.encode(), name="one"), f"{number}").digest)
        elif what == "list":
            stored_records()
        elif what == "read" and kept:
            record_for(dice.choice(sorted(kept)))
        elif what == "remove" and kept:
            digest = dice.choice(sorted(kept))
            remove(digest)
            kept.discard(digest)
        found.done += 1
    except ModellerError as error:
        found.refused += 1
        if not all(problem.remedy.strip() for problem in error.problems):
            found.faults.append(f"{what}: it does not say what to do: {error}")
    except Exception:
        found.faults.append(f"{what}: {traceback.format_exc()[-600:]}")


def _week(number: int) -> str:
    return f"2026-04-13,5,{50_000 + number},40,40,0,20,30.0,0.64,16000.0,current"


def _look(kept: set[str], found: Vanished) -> None:
    """Check, with the folder back, that everything reported as kept is there."""
    spoilt = damaged_records()
    found.faults += [f"damaged: {one.problem}" for one in spoilt]
    there = {record.digest for record in stored_records()}
    found.kept = len(kept)
    found.faults += [f"lost: {digest[:12]}" for digest in sorted(kept - there)]
    found.faults += [f"refused, and yet kept: {digest[:12]}" for digest in sorted(there - kept)]
    for digest in sorted(kept & there):
        assert record_for(digest).digest == digest

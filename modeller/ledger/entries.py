"""The entries of the ledger, each a projection locked in advance, and the state of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from modeller.base import clock
from modeller.base.errors import Problem
from modeller.base.results import Result
from modeller.ledger.times import time_doubts

FORMAT = 1
FIRST = "0" * 64
"""The digest that the first entry has in place of a previous one."""
OUTCOMES = ("deployments", "faces_scanned", "true_alerts", "false_alerts", "arrests")
"""The outcomes that a later record can be compared with."""
QUANTILES = ("p10", "p25", "p50", "p75", "p90")


@dataclass(frozen=True)
class Entry(Result):
    """One locked projection.

    Attributes
    ----------
    number
        Its number, from 1, in the order of locking.
    locked
        When it was locked, UTC.
    first_week
        Monday of the first projected week, the one after the record's last.
    bands
        A figure for each week, by outcome, view (``weekly``, ``cumulative``) and quantile.
    digest, previous
        Its own digest, and that of the entry before it.
    """

    number: int
    locked: datetime
    title: str
    fingerprint: str
    model_version: str
    record_label: str
    record_digest: str
    first_week: date
    weeks: int
    bands: Mapping[str, Mapping[str, Mapping[str, tuple[float, ...]]]]
    scenario: Mapping[str, Any]
    digest: str
    previous: str

    @property
    def weeks_begun(self) -> int:
        """How many of its weeks had begun when it was locked, and so were not foreseen."""
        days = (clock.british_day(self.locked) - self.first_week).days
        return min(max(0, -(-(days + 1) // 7)), self.weeks)


@dataclass(frozen=True)
class LedgerState(Result):
    """The result of checking the whole file.

    `problems` is empty for an intact ledger; `entries` are those before the first problem, and
    `size` is their length in bytes. An unfinished entry left by a crash is not counted, and is
    replaced when the next one is locked.
    """

    path: Path
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    size: int = 0

    @property
    def sound(self) -> bool:
        """Whether the file is intact."""
        return not self.problems

    @property
    def doubts(self) -> tuple[str, ...]:
        """A sentence for each entry whose time cannot be right, which does not break the chain."""
        locked = [(entry.locked, entry.first_week) for entry in self.entries]
        return time_doubts(locked, clock.now())

    @property
    def last_digest(self) -> str:
        """The digest of the last entry, which should be noted elsewhere."""
        return self.entries[-1].digest if self.entries else FIRST

"""What the ledger holds: entries, each a projection locked in advance, and how its file stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from modeller.base import clock
from modeller.base.errors import Problem
from modeller.base.short_repr import short_repr
from modeller.ledger.times import time_doubts

FORMAT = 1
FIRST = "0" * 64
"""What the first entry names as the digest before it."""
OUTCOMES = ("deployments", "faces_scanned", "true_alerts", "false_alerts", "arrests")
"""The outcomes that a later record can judge."""
QUANTILES = ("p10", "p25", "p50", "p75", "p90")


@short_repr
@dataclass(frozen=True)
class Entry:
    """One locked projection.

    Attributes
    ----------
    number
        From 1, in the order in which they were locked.
    locked
        When, UTC.
    first_week
        Monday of the first projected week: the one after the record's last.
    bands
        Outcome → view (``weekly``, ``cumulative``) → quantile → one figure a week.
    digest, previous
        Its own, and that of the entry before it.
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
        """How many of its weeks had begun when it was locked: these it did not foresee."""
        days = (clock.british_day(self.locked) - self.first_week).days
        return min(max(0, -(-(days + 1) // 7)), self.weeks)


@dataclass(frozen=True)
class LedgerState:
    """What a check of the whole file found.

    `problems` is empty for a sound ledger; `entries` are those before the first problem, and
    `size` the bytes they take. What a crash left of an entry that was never locked is not
    counted, and goes when the next one is locked.
    """

    path: Path
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    size: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.problems

    @property
    def doubts(self) -> tuple[str, ...]:
        """A sentence for each entry whose time cannot be right; the chain is whole all the same."""
        locked = [(entry.locked, entry.first_week) for entry in self.entries]
        return time_doubts(locked, clock.now())

    @property
    def last_digest(self) -> str:
        """Digest of the last entry: what to note elsewhere."""
        return self.entries[-1].digest if self.entries else FIRST

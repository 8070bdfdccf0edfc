"""Scores locked projections against a later record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from modeller.base.errors import ModellerError
from modeller.base.results import DrawnResult
from modeller.evidence import Record
from modeller.ledger.entries import OUTCOMES, Entry


@dataclass(frozen=True)
class OutcomeScore:
    """One outcome of an entry: its running total up to the last known week.

    Attributes
    ----------
    low_80, low_50, median, high_50, high_80
        The projected quantiles of the total by then.
    inside_50, inside_80
        Whether the total lies in the band, ends included.
    weeks_inside_80
        Share of the known weeks inside their 80 % bands.
    """

    outcome: str
    observed: int
    low_80: float
    low_50: float
    median: float
    high_50: float
    high_80: float
    inside_50: bool
    inside_80: bool
    weeks_inside_80: float


@dataclass(frozen=True)
class EntryScore:
    """The scores of an entry; without outcomes if none of its weeks is known yet."""

    entry: Entry
    weeks_known: int
    outcomes: tuple[OutcomeScore, ...]


@dataclass(frozen=True)
class RunningCalibration:
    """How often an outcome's total lay inside its bands, over all entries scored so far."""

    outcome: str
    entries: int
    inside_50: int
    inside_80: int


@dataclass(frozen=True)
class LedgerScore(DrawnResult):
    """The scores of all entries against a record, and the running calibration."""

    record_label: str
    record_digest: str
    entries: tuple[EntryScore, ...]
    running: tuple[RunningCalibration, ...]


def score_entry(entry: Entry, record: Record) -> EntryScore:
    """Compare an entry with a record; weeks within its span without a row had no deployments."""
    known = (record.last_day + timedelta(days=1) - entry.first_week).days // 7
    weeks = max(0, min(known, entry.weeks))
    if weeks == 0 or record.first_day > entry.first_week:
        return EntryScore(entry, 0, ())
    try:
        after = record.by_week().since(entry.first_week)
    except ModellerError:
        return EntryScore(entry, 0, ())
    return EntryScore(
        entry, weeks, tuple(_score(entry, after, outcome, weeks) for outcome in OUTCOMES)
    )


def _score(entry: Entry, after: Record, outcome: str, weeks: int) -> OutcomeScore:
    observed = getattr(after, outcome)[:weeks].tolist()
    total = int(sum(observed))
    running = entry.bands[outcome]["cumulative"]
    weekly = entry.bands[outcome]["weekly"]
    low_80, low_50, median, high_50, high_80 = (
        running[name][weeks - 1] for name in ("p10", "p25", "p50", "p75", "p90")
    )
    held = [
        low <= value <= high
        for value, low, high in zip(observed, weekly["p10"], weekly["p90"], strict=False)
    ]
    return OutcomeScore(
        outcome=outcome,
        observed=total,
        low_80=low_80,
        low_50=low_50,
        median=median,
        high_50=high_50,
        high_80=high_80,
        inside_50=low_50 <= total <= high_50,
        inside_80=low_80 <= total <= high_80,
        weeks_inside_80=sum(held) / len(held),
    )


def score_ledger(entries: Iterable[Entry], record: Record) -> LedgerScore:
    """Compare all entries with a record."""
    scored = tuple(score_entry(entry, record) for entry in entries)
    return LedgerScore(record.label, record.digest, scored, _running(scored))


def _running(scored: Sequence[EntryScore]) -> tuple[RunningCalibration, ...]:
    found = []
    for outcome in OUTCOMES:
        scores = [score for entry in scored for score in entry.outcomes if score.outcome == outcome]
        found.append(
            RunningCalibration(
                outcome,
                len(scores),
                sum(score.inside_50 for score in scores),
                sum(score.inside_80 for score in scores),
            )
        )
    return tuple(found)

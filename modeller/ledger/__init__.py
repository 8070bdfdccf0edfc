"""The ledger: projections locked in advance, in a file that reveals tampering."""

from __future__ import annotations

from modeller.ledger.chain import default_path, lock_projection, read_ledger, verify_ledger
from modeller.ledger.entries import Entry, LedgerState
from modeller.ledger.scoring import (
    EntryScore,
    LedgerScore,
    OutcomeScore,
    score_entry,
    score_ledger,
)

__all__ = [
    "Entry",
    "EntryScore",
    "LedgerScore",
    "LedgerState",
    "OutcomeScore",
    "default_path",
    "lock_projection",
    "read_ledger",
    "score_entry",
    "score_ledger",
    "verify_ledger",
]

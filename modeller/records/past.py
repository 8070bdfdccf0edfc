"""What a scenario's record says of the past: its last full year, and its recent rate."""

from __future__ import annotations

from functools import lru_cache

from modeller.base.errors import ModellerError
from modeller.evidence import PastYear, last_full_year, recent_rate
from modeller.profiles import Profile
from modeller.records.store import record_for


def past_year_for(digest: str | None, profile: Profile) -> PastYear | None:
    """The last full year of a record; None where it has none, or the record is not kept here.

    Parameters
    ----------
    digest
        The digest of the record, as in `record_for`; None for the profile's own.
    """
    try:
        return _of_record(digest, profile)[0]
    except ModellerError:
        return None


def recent_rate_for(digest: str | None, profile: Profile) -> float | None:
    """The record's `recent_rate`; None where it is too short, or is not kept here."""
    try:
        return _of_record(digest, profile)[1]
    except ModellerError:
        return None


@lru_cache(maxsize=8)
def _of_record(digest: str | None, profile: Profile) -> tuple[PastYear | None, float | None]:
    """The content of a digest never changes; that a record is missing may, and is not kept."""
    record = record_for(digest, profile)
    return last_full_year(record), recent_rate(record)

"""The counts of the last full year of a scenario's record."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from modeller.base.errors import ModellerError
from modeller.evidence import PastYear, last_full_year
from modeller.records.store import record_for

if TYPE_CHECKING:
    from modeller.profiles import Profile


def past_year_for(digest: str | None, profile: Profile) -> PastYear | None:
    """The last full year of a record; None where it has none, or the record is not kept here.

    Parameters
    ----------
    digest
        The digest of the record, as in `record_for`; None for the profile's own.
    """
    try:
        return _of_record(digest, profile)
    except ModellerError:
        return None


@lru_cache(maxsize=8)
def _of_record(digest: str | None, profile: Profile) -> PastYear | None:
    """Cached, because the content of a digest never changes; a missing record raises instead."""
    return last_full_year(record_for(digest, profile))

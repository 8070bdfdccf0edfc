"""The user's own records: read from a file, kept beside the shipped one, chosen by digest."""

from __future__ import annotations

from modeller.records.posterior_changes import PosteriorChange, posterior_changes
from modeller.records.reading import read_user_record
from modeller.records.store import (
    StoredRecord,
    catalogue_for,
    choose,
    folder,
    import_record,
    recalibrated,
    record_for,
    record_label,
    remove,
    stored_records,
)

__all__ = [
    "PosteriorChange",
    "StoredRecord",
    "catalogue_for",
    "choose",
    "folder",
    "import_record",
    "posterior_changes",
    "read_user_record",
    "recalibrated",
    "record_for",
    "record_label",
    "remove",
    "stored_records",
]

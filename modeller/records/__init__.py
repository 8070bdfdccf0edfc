"""The user's own records: read from a file, kept beside the shipped one, chosen by digest."""

from __future__ import annotations

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
    "StoredRecord",
    "catalogue_for",
    "choose",
    "folder",
    "import_record",
    "read_user_record",
    "recalibrated",
    "record_for",
    "record_label",
    "remove",
    "stored_records",
]

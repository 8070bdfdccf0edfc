"""The user's own records: read from a file, kept beside the shipped one, chosen by digest."""

from __future__ import annotations

from modeller.records.reading import read_user_record
from modeller.records.store import (
    DamagedRecord,
    StoredRecord,
    catalogue_for,
    choose,
    damaged_records,
    folder,
    import_record,
    recalibrated,
    record_for,
    record_label,
    remove,
    stored_records,
)

__all__ = [
    "DamagedRecord",
    "StoredRecord",
    "catalogue_for",
    "choose",
    "damaged_records",
    "folder",
    "import_record",
    "read_user_record",
    "recalibrated",
    "record_for",
    "record_label",
    "remove",
    "stored_records",
]

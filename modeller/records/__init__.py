"""The user's own records: read from a file, kept beside the shipped one, chosen by digest."""

from __future__ import annotations

from modeller.records.importing import Import, keep, plan_import
from modeller.records.past import past_year_for
from modeller.records.preview import Preview, Said
from modeller.records.reading import (
    preview_bytes,
    preview_file,
    preview_text,
    read_user_record,
)
from modeller.records.store import (
    StoredRecord,
    catalogue_for,
    choose,
    damaged_records,
    deployments_for,
    folder,
    import_record,
    recalibrated,
    record_for,
    record_label,
    remove,
    stored_records,
)

__all__ = [
    "Import",
    "Preview",
    "Said",
    "StoredRecord",
    "catalogue_for",
    "choose",
    "damaged_records",
    "deployments_for",
    "folder",
    "import_record",
    "keep",
    "past_year_for",
    "plan_import",
    "preview_bytes",
    "preview_file",
    "preview_text",
    "read_user_record",
    "recalibrated",
    "record_for",
    "record_label",
    "remove",
    "stored_records",
]

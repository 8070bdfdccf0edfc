"""The user's own records: reading them from files, keeping them, and choosing one by its digest.

What reads files is imported from its own module, and then only when it is needed: some twenty more
modules come with it.
"""

from modeller.records.past import past_year_for, recent_rate_for
from modeller.records.store import (
    StoredRecord,
    catalogue_at_hand,
    catalogue_for,
    choose,
    damaged_records,
    deployments_for,
    folder,
    folder_at_hand,
    import_record,
    is_kept,
    recalibrated,
    record_for,
    record_label,
    remove,
    stored_records,
)

__all__ = [
    "StoredRecord",
    "catalogue_at_hand",
    "catalogue_for",
    "choose",
    "damaged_records",
    "deployments_for",
    "folder",
    "folder_at_hand",
    "import_record",
    "is_kept",
    "past_year_for",
    "recalibrated",
    "recent_rate_for",
    "record_for",
    "record_label",
    "remove",
    "stored_records",
]
